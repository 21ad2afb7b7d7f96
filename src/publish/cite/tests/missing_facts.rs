//! Citations of plans and clauses that lack a fact.

use super::*;

/// A document may have no date, no address and no numbers, and be read in a file without an address.
#[test]
fn missing_facts_have_no_punctuation() {
    let mut plan = plan();
    let id = plan.clause_by_eid(EID).expect("the plan has this clause");
    plan.clauses[id].number = Localized(vec![InLanguage {
        tag: "zh".into(),
        text: "".into(),
    }]);
    plan.source.published = "".into();
    plan.source.url = "".into();
    let reading = Reading {
        page: "file:///plan.html",
        note: "",
        accessed: "",
        accessed_note: "",
        ..HOST
    };
    for (style, ends) in [
        (
            Style::Text,
            "China-CELAC Joint Action Plan for Cooperation in Key Areas (2022–2024) (yunbaogao.cn).",
        ),
        (
            Style::Apa,
            "yunbaogao.cn. (n.d.). 中国—拉共体成员国重点领域合作共同行动计划（2022—2024） [China-CELAC Joint Action Plan for Cooperation in Key Areas (2022–2024)].",
        ),
        (
            Style::Chicago,
            "yunbaogao.cn. “中国—拉共体成员国重点领域合作共同行动计划（2022—2024） [China-CELAC Joint Action Plan for Cooperation in Key Areas (2022–2024)].”",
        ),
    ] {
        let text = cited(&plan, style, reading);
        assert!(text.ends_with(ends), "{text}");
    }
    let chinese = cited(
        &plan,
        Style::Text,
        Reading {
            tag: "zh",
            ..reading
        },
    );
    assert!(
        chinese.ends_with(
            "《中国—拉共体成员国重点领域合作共同行动计划（2022—2024）》（yunbaogao.cn）"
        ),
        "{chinese}"
    );
    for style in [Style::Bibtex, Style::Ris, Style::CslJson, Style::Wikipedia] {
        let text = cited(&plan, style, reading);
        for empty in [", }", ", \r", ", \"", "= |", "={}"] {
            assert!(!text.contains(empty), "{empty}: {text}");
        }
    }
}
