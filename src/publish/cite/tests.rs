mod gaps;

use fixture::plan;
use plan::{Id, InLanguage, Localized};
use serde_json::{Value, json};
use snapbox::{assert_data_eq, str};

use super::*;

const EID: &str = "art_2__sec_7__para_2";
const HOST: Reading<'_> = Reading {
    tag: "en",
    page: "https://news.example/china?p=1",
    note: "Unofficial English translation.",
    breaks_off: "The source text breaks off here.",
    accessed: "2026-11-25",
    accessed_note: "accessed 2026-11-25",
};

/// The plan with characters that are special in one style or another.
fn hostile() -> Plan {
    let mut plan = plan();
    plan.title = Localized(vec![InLanguage {
        tag: "en".into(),
        text: "R&D {50%} \"#1\" a_b \\ ~ ^ $5 |x]] </script>\n''line''".into(),
    }]);
    plan.source.publisher = "A | B }} C".into();
    plan.source.published = "soon".into();
    plan.id = "a b,{c}".into();
    plan
}

fn cited(plan: &Plan, style: Style, reading: Reading<'_>) -> String {
    cite(plan, EID, style, reading).expect("the plan has this clause")
}

#[test]
fn text_quotes_as_its_language_does() {
    let starts = [
        ("en", "“Deepen"),
        ("es", "«Profundizar"),
        ("pt", "“Aprofundar"),
        ("zh", "“深化"),
    ];
    for (tag, start) in starts {
        let text = cited(&plan(), Style::Text, Reading { tag, ..HOST });
        assert!(text.starts_with(start), "{text}");
        let close = if tag == "es" { "» [" } else { "”" };
        assert!(text.contains(close), "{text}");
    }
}

#[test]
fn text_quotes_the_language_of_the_reader() {
    assert_data_eq!(
        cited(&plan(), Style::Text, HOST),
        str![
            "“Deepen cooperation in areas such as electricity, oil and gas, renewable energy, new energy, civil nuclear energy, energy technologies and equipment, electric vehicles and equipment, and geology and energy mineral resources.” [深化电气、油气、可再生能源、新能源、民用核能、能源技术装备、电动汽车及设备、地质和能源矿产资源等领域合作。] China-CELAC Joint Action Plan for Cooperation in Key Areas (2022–2024), Article 2.7(2) (yunbaogao.cn, 2021-12-07, https://www.yunbaogao.cn/report/index/report?reportId=11_781). Unofficial English translation. https://news.example/china?p=1#art_2__sec_7__para_2 (accessed 2026-11-25)"
        ]
    );
    let chinese = Reading { tag: "zh", ..HOST };
    assert_data_eq!(
        cited(&plan(), Style::Text, chinese),
        str![
            "“深化电气、油气、可再生能源、新能源、民用核能、能源技术装备、电动汽车及设备、地质和能源矿产资源等领域合作。”《中国—拉共体成员国重点领域合作共同行动计划（2022—2024）》第二条 七、(二)（yunbaogao.cn，2021-12-07，https://www.yunbaogao.cn/report/index/report?reportId=11_781） https://news.example/china?p=1#art_2__sec_7__para_2 (accessed 2026-11-25)"
        ]
    );
}

#[test]
fn apa_and_chicago_are_in_english_with_both_titles() {
    assert_data_eq!(
        cited(&plan(), Style::Apa, HOST),
        str![
            "yunbaogao.cn. (2021, December 7). 中国—拉共体成员国重点领域合作共同行动计划（2022—2024） [China-CELAC Joint Action Plan for Cooperation in Key Areas (2022–2024)], Article 2.7(2) [Unofficial English translation]. news.example. Retrieved November 25, 2026, from https://news.example/china?p=1#art_2__sec_7__para_2"
        ]
    );
    assert_data_eq!(
        cited(&plan(), Style::Chicago, HOST),
        str![
            "yunbaogao.cn. “中国—拉共体成员国重点领域合作共同行动计划（2022—2024） [China-CELAC Joint Action Plan for Cooperation in Key Areas (2022–2024)], Article 2.7(2).” news.example. December 7, 2021. Unofficial English translation. Accessed November 25, 2026. https://news.example/china?p=1#art_2__sec_7__para_2."
        ]
    );
    // The original has no translation to mark.
    let chinese = Reading { tag: "zh", ..HOST };
    assert_data_eq!(
        cited(&plan(), Style::Apa, chinese),
        str![
            "yunbaogao.cn. (2021, December 7). 中国—拉共体成员国重点领域合作共同行动计划（2022—2024）, 第二条 七、(二). news.example. Retrieved November 25, 2026, from https://news.example/china?p=1#art_2__sec_7__para_2"
        ]
    );
    assert_data_eq!(
        cited(&plan(), Style::Chicago, chinese),
        str![
            "yunbaogao.cn. “中国—拉共体成员国重点领域合作共同行动计划（2022—2024）, 第二条 七、(二).” news.example. December 7, 2021. Accessed November 25, 2026. https://news.example/china?p=1#art_2__sec_7__para_2."
        ]
    );
    // Neither date, nor a page on the web.
    let page = Reading {
        page: "about:srcdoc",
        accessed: "",
        ..HOST
    };
    assert_data_eq!(
        cited(&hostile(), Style::Apa, page),
        str![[
            r##"A | B }} C. (n.d.). R&D {50%} "#1" a_b / ~ ^ $5 |x]] </script> ''line'', Article 2.7(2) [Unofficial English translation]. https://www.yunbaogao.cn/report/index/report?reportId=11_781"##
        ]]
    );
    assert_data_eq!(
        cited(&hostile(), Style::Chicago, page),
        str![[
            r##"A | B }} C. “R&D {50%} "#1" a_b / ~ ^ $5 |x]] </script> ''line'', Article 2.7(2).” Unofficial English translation. https://www.yunbaogao.cn/report/index/report?reportId=11_781."##
        ]]
    );
}

#[test]
fn bibtex_writes_an_entry_and_escapes_tex() {
    let expected = "\
@misc{china-celac-2022-2024-art_2__sec_7__para_2,
  title = {{China-CELAC Joint Action Plan for Cooperation in Key Areas (2022–2024)}, Article 2.7(2)},
  howpublished = {yunbaogao.cn, via news.example},
  year = {2021},
  month = {12},
  day = {07},
  url = {https://news.example/china?p=1#art_2__sec_7__para_2},
  urldate = {2026-11-25},
  language = {en},
  note = {Unofficial English translation. https://www.yunbaogao.cn/report/index/report?reportId=11\\_781},
  abstract = {Deepen cooperation in areas such as electricity, oil and gas, renewable energy, new energy, civil nuclear energy, energy technologies and equipment, electric vehicles and equipment, and geology and energy mineral resources. / 深化电气、油气、可再生能源、新能源、民用核能、能源技术装备、电动汽车及设备、地质和能源矿产资源等领域合作。}
}
";
    assert_eq!(cited(&plan(), Style::Bibtex, HOST), expected);
    let hostile = cited(&hostile(), Style::Bibtex, HOST);
    let lines: Vec<&str> = hostile.lines().collect();
    assert_eq!(lines[0], "@misc{abc-art_2__sec_7__para_2,");
    assert_eq!(
        lines[1],
        r#"  title = {{R\&D \textbraceleft{}50\%\textbraceright{} "\#1" a\_b \textbackslash{} \textasciitilde{} \textasciicircum{} \$5 |x]] </script> ''line''}, Article 2.7(2)},"#
    );
    assert_eq!(
        lines[2],
        r"  howpublished = {A | B \textbraceright{}\textbraceright{} C, via news.example},"
    );
    // The source gives no date, so the entry has no year; and every open brace is closed.
    assert!(lines[3].starts_with("  url = "), "{}", lines[3]);
    let count = |brace| hostile.matches(brace).count();
    assert_eq!(count('{'), count('}'));
}

#[test]
fn ris_writes_one_field_a_line() {
    assert_data_eq!(
        cited(&plan(), Style::Ris, HOST).replace("\r\n", "\n"),
        str![[r#"
TY  - ELEC
ID  - china-celac-2022-2024-art_2__sec_7__para_2
TI  - China-CELAC Joint Action Plan for Cooperation in Key Areas (2022–2024), Article 2.7(2)
PB  - yunbaogao.cn
DP  - news.example
PY  - 2021
DA  - 2021/12/07/
LA  - en
UR  - https://news.example/china?p=1#art_2__sec_7__para_2
Y2  - 2026/11/25/
AB  - Deepen cooperation in areas such as electricity, oil and gas, renewable energy, new energy, civil nuclear energy, energy technologies and equipment, electric vehicles and equipment, and geology and energy mineral resources. / 深化电气、油气、可再生能源、新能源、民用核能、能源技术装备、电动汽车及设备、地质和能源矿产资源等领域合作。
N1  - Unofficial English translation. https://www.yunbaogao.cn/report/index/report?reportId=11_781
ER  - 

"#]]
    );
    let record = cited(&hostile(), Style::Ris, HOST);
    for line in record.split_terminator("\r\n") {
        let is_tag = |c: char| c.is_ascii_uppercase() || c.is_ascii_digit();
        assert!(
            line.chars().take(2).all(is_tag) && line[2..].starts_with("  - "),
            "{line}"
        );
    }
    assert!(record.ends_with("\r\nER  - \r\n"));
}

#[test]
fn csl_json_is_valid_json() {
    let read = |plan: &Plan, reading| -> Value {
        serde_json::from_str(&cited(plan, Style::CslJson, reading)).expect("the citation is JSON")
    };
    let item = read(&plan(), HOST);
    assert_eq!(
        item,
        json!([{
            "type": "webpage",
            "id": "china-celac-2022-2024-art_2__sec_7__para_2",
            "title": format!("{}, {}", plan().title.nearest("en").text, "Article 2.7(2)"),
            "publisher": "yunbaogao.cn",
            "source": "news.example",
            "language": "en",
            "URL": "https://news.example/china?p=1#art_2__sec_7__para_2",
            "note": "Unofficial English translation. https://www.yunbaogao.cn/report/index/report?reportId=11_781",
            "abstract": "Deepen cooperation in areas such as electricity, oil and gas, renewable energy, new energy, civil nuclear energy, energy technologies and equipment, electric vehicles and equipment, and geology and energy mineral resources. / 深化电气、油气、可再生能源、新能源、民用核能、能源技术装备、电动汽车及设备、地质和能源矿产资源等领域合作。",
            "issued": { "date-parts": [[2021, 12, 7]] },
            "accessed": { "date-parts": [[2026, 11, 25]] },
        }])
    );
    let item = &read(&hostile(), HOST)[0];
    let title = item["title"].as_str().expect("a title");
    assert!(
        title.starts_with(hostile().title.nearest("en").text),
        "{title}"
    );
    assert_eq!(item["issued"], Value::Null);
}

#[test]
fn wikipedia_writes_a_template_and_escapes_wikitext() {
    assert_data_eq!(
        cited(&plan(), Style::Wikipedia, HOST),
        str![
            "{{cite web |url=https://news.example/china?p=1#art_2__sec_7__para_2 |title=中国—拉共体成员国重点领域合作共同行动计划（2022—2024） |trans-title=China-CELAC Joint Action Plan for Cooperation in Key Areas (2022–2024) |at=Article 2.7(2) |date=2021-12-07 |publisher=yunbaogao.cn |via=news.example |access-date=2026-11-25 |language=zh-Hans |quote=深化电气、油气、可再生能源、新能源、民用核能、能源技术装备、电动汽车及设备、地质和能源矿产资源等领域合作。 |trans-quote=Deepen cooperation in areas such as electricity, oil and gas, renewable energy, new energy, civil nuclear energy, energy technologies and equipment, electric vehicles and equipment, and geology and energy mineral resources.}} Unofficial English translation."
        ]
    );
    assert_data_eq!(
        cited(&hostile(), Style::Wikipedia, HOST),
        str![[
            r##"{{cite web |url=https://news.example/china?p=1#art_2__sec_7__para_2 |title=R&#38;D &#123;50%&#125; "#1" a_b / &#126; ^ $5 {{!}}x&#93;&#93; &#60;/script&#62; &#39;&#39;line&#39;&#39; |trans-title=R&#38;D &#123;50%&#125; "#1" a_b / &#126; ^ $5 {{!}}x&#93;&#93; &#60;/script&#62; &#39;&#39;line&#39;&#39; |at=Article 2.7(2) |publisher=A {{!}} B &#125;&#125; C |via=news.example |access-date=2026-11-25 |language=zh-Hans |quote=深化电气、油气、可再生能源、新能源、民用核能、能源技术装备、电动汽车及设备、地质和能源矿产资源等领域合作。 |trans-quote=Deepen cooperation in areas such as electricity, oil and gas, renewable energy, new energy, civil nuclear energy, energy technologies and equipment, electric vehicles and equipment, and geology and energy mineral resources.}} Unofficial English translation."##
        ]]
    );
}

#[test]
fn links_to_the_source_if_the_page_is_not_on_the_web() {
    let page = Reading {
        page: "file:///home/a/page.html",
        ..HOST
    };
    let text = cited(&plan(), Style::Text, page);
    assert!(
        !text.contains("file:") && text.contains("yunbaogao.cn/report"),
        "{text}"
    );
    let item = cited(&plan(), Style::CslJson, page);
    assert!(
        item.contains("\"URL\":\"https://www.yunbaogao.cn/report/index/report?reportId=11_781\""),
        "{item}"
    );
}

#[test]
fn every_style_notes_a_clause_that_breaks_off() {
    let plan = plan();
    let last = ClauseId::new(plan.clauses.len() - 1);
    assert!(plan.is_truncated(&plan.clauses[last]));
    for (name, style) in Style::ALL {
        let cited = cite_all(&plan, &[last], style, HOST);
        assert!(cited.contains(HOST.breaks_off), "{name}: {cited}");
        // The mark is inside the quotation, once in each language.
        for words in ["COVID-19 pandemic […]", "新冠肺炎疫情 […]"] {
            let words = if style == Style::Wikipedia {
                words.replace('[', "&#91;").replace(']', "&#93;")
            } else {
                words.to_owned()
            };
            let has_words = !matches!(style, Style::Apa | Style::Chicago);
            assert_eq!(
                cited.matches(&*words).count(),
                usize::from(has_words),
                "{name}: {cited}"
            );
        }
        let whole = cite_all(&plan, &[ClauseId::new(0)], style, HOST);
        assert!(!whole.contains(HOST.breaks_off), "{name}: {whole}");
    }
}

#[test]
fn omits_via_for_a_page_of_the_source_itself() {
    let page = Reading {
        page: "https://www.yunbaogao.cn/china",
        ..HOST
    };
    let template = cited(&plan(), Style::Wikipedia, page);
    assert!(
        template.contains("url=https://www.yunbaogao.cn/china#") && !template.contains("|via="),
        "{template}"
    );
}

#[test]
fn cites_a_selection_clause_by_clause() {
    let plan = plan();
    let clauses = ["art_1__para_1", EID]
        .map(|eid| plan.clause_by_eid(eid).expect("the plan has this clause"));
    let one = |style, nth: usize| {
        let eid = plan.clauses[clauses[nth]].eid.as_str();
        cite(&plan, eid, style, HOST).expect("the plan has this clause")
    };
    for (style, between) in [
        (Style::Text, "\n\n"),
        (Style::Bibtex, "\n"),
        (Style::Ris, "\r\n"),
        (Style::Wikipedia, "\n"),
    ] {
        let all = cite_all(&plan, &clauses, style, HOST);
        assert_eq!(all, [one(style, 0), one(style, 1)].join(between));
        assert_eq!(cite_all(&plan, &[], style, HOST), "");
    }
    let read = |text: &str| -> Vec<Value> {
        serde_json::from_str(text).expect("the citation is an array")
    };
    let all = read(&cite_all(&plan, &clauses, Style::CslJson, HOST));
    let each = [0, 1].map(|nth| read(&one(Style::CslJson, nth)));
    assert_eq!(all, each.concat());
    assert!(read(&cite_all(&plan, &[], Style::CslJson, HOST)).is_empty());
}

#[test]
fn rejects_unknown_clauses_and_styles() {
    assert_eq!(cite(&plan(), "art_9", Style::Text, HOST), None);
    assert_eq!(Style::named("mla"), None);
    for (name, style) in Style::ALL {
        assert_eq!(Style::named(name), Some(style));
    }
}
