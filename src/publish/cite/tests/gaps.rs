//! Tests of citations of a plan whose source lacks facts.

use super::*;

const ON_THE_WEB: Reading<'_> = Reading {
    breaks_off: "",
    ..HOST
};
/// Read in a file, which has no address to cite.
const IN_A_FILE: Reading<'_> = Reading {
    page: "about:srcdoc",
    ..ON_THE_WEB
};

/// The marks of a fact that is missing between others.
const GAPS: [&str; 13] = [
    "()", "（）", ", )", "(, ", "，）", "（，", ", ,", "，，", ". .", "..", "from .", "{, ", " .",
];

/// The plan without those of its source's facts whose bits are set: publisher, date and address.
fn lacking(facts: u8) -> Plan {
    let mut plan = plan();
    let source = &mut plan.source;
    let all = [
        (1, &mut source.publisher),
        (2, &mut source.published),
        (4, &mut source.url),
    ];
    for (bit, fact) in all {
        if facts & bit != 0 {
            *fact = "".into();
        }
    }
    plan
}

#[test]
fn every_style_omits_facts_that_the_source_lacks() {
    for facts in 0..8 {
        let plan = lacking(facts);
        for (name, style) in Style::ALL {
            for (reading, tag) in [(ON_THE_WEB, "en"), (ON_THE_WEB, "zh"), (IN_A_FILE, "en")] {
                let reading = Reading { tag, ..reading };
                let cited = cited(&plan, style, reading);
                let gap = GAPS.iter().find(|gap| cited.contains(**gap));
                assert_eq!(gap, None, "{name}, {facts:03b}: {cited}");
                assert!(!cited.starts_with(['.', ',']), "{name}: {cited}");
                let is_whole = !cited.ends_with([' ', ',']);
                assert!(is_whole, "{name}, {facts:03b}: {cited}");
            }
        }
    }
    let plan = lacking(7);
    let of = |style| {
        let reading = Reading {
            tag: "zh",
            ..IN_A_FILE
        };
        cited(&plan, style, reading)
    };
    assert_data_eq!(
        of(Style::Text),
        str![
            "“深化电气、油气、可再生能源、新能源、民用核能、能源技术装备、电动汽车及设备、地质和能源矿产资源等领域合作。”《中国—拉共体成员国重点领域合作共同行动计划（2022—2024）》第二条 七、(二) (accessed 2026-11-25)"
        ]
    );
    assert_data_eq!(
        of(Style::Apa),
        str!["中国—拉共体成员国重点领域合作共同行动计划（2022—2024）, 第二条 七、(二). (n.d.)."]
    );
    assert_data_eq!(
        of(Style::Chicago),
        str!["“中国—拉共体成员国重点领域合作共同行动计划（2022—2024）, 第二条 七、(二).”"]
    );
    assert_data_eq!(
        of(Style::Wikipedia),
        str![
            "{{citation |title=中国—拉共体成员国重点领域合作共同行动计划（2022—2024） |at=第二条 七、(二) |access-date=2026-11-25 |language=zh-Hans |quote=深化电气、油气、可再生能源、新能源、民用核能、能源技术装备、电动汽车及设备、地质和能源矿产资源等领域合作。}}"
        ]
    );
}

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
