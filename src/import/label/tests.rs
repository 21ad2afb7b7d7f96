//! Numbers of each kind, and texts that only look like numbers.

use super::read;
use plan::numerals::Numeral;

/// Texts, each with its number, the rest, the kind of numeral and its value.
const NUMBERED: &[(&str, &str, &str, Numeral, Option<usize>)] = &[
    (
        "第一千二百六十条　本法",
        "第一千二百六十条",
        "本法",
        Numeral::Han,
        Some(1260),
    ),
    (
        "第二十条之一 增加",
        "第二十条之一",
        "增加",
        Numeral::Han,
        None,
    ),
    ("第3章：总则", "第3章：", "总则", Numeral::Arabic, Some(3)),
    ("附件一 清单", "附件一", "清单", Numeral::Han, Some(1)),
    ("一、加强合作", "一、", "加强合作", Numeral::Han, Some(1)),
    ("（十二）推动", "（十二）", "推动", Numeral::Han, Some(12)),
    (
        "Article 3. Scope",
        "Article 3.",
        "Scope",
        Numeral::Arabic,
        Some(3),
    ),
    (
        "Article 3 – Scope",
        "Article 3 –",
        "Scope",
        Numeral::Arabic,
        Some(3),
    ),
    (
        "Article 3a Scope",
        "Article 3a",
        "Scope",
        Numeral::Arabic,
        None,
    ),
    ("Article 1er", "Article 1er", "", Numeral::Arabic, Some(1)),
    (
        "Article 3 bis. Scope",
        "Article 3 bis.",
        "Scope",
        Numeral::Arabic,
        None,
    ),
    (
        "CAPÍTULO IV",
        "CAPÍTULO IV",
        "",
        Numeral::UpperRoman,
        Some(4),
    ),
    (
        "TÍTULO PRIMERO De",
        "TÍTULO PRIMERO",
        "De",
        Numeral::Word,
        Some(1),
    ),
    ("Part One – A", "Part One –", "A", Numeral::Word, Some(1)),
    (
        "CHAPTER TWENTY-ONE",
        "CHAPTER TWENTY-ONE",
        "",
        Numeral::Word,
        Some(21),
    ),
    ("Parte Dos", "Parte Dos", "", Numeral::Word, Some(2)),
    ("PARTE DOS Mar", "PARTE DOS", "Mar", Numeral::Word, Some(2)),
    ("Título Três", "Título Três", "", Numeral::Word, Some(3)),
    (
        "Artículo 2º. Todos",
        "Artículo 2º.",
        "Todos",
        Numeral::Arabic,
        Some(2),
    ),
    (
        "Target 1.1: By 2030",
        "Target 1.1:",
        "By 2030",
        Numeral::Composite(2),
        Some(1),
    ),
    (
        "المادة (٣) تعمل",
        "المادة (٣)",
        "تعمل",
        Numeral::Arabic,
        Some(3),
    ),
    (
        "المادة الثانية: تعمل",
        "المادة الثانية:",
        "تعمل",
        Numeral::Word,
        Some(2),
    ),
    ("Annex", "Annex", "", Numeral::Arabic, None),
    (
        "Annex II Tariffs",
        "Annex II",
        "Tariffs",
        Numeral::UpperRoman,
        Some(2),
    ),
    (
        "1.a Ensure",
        "1.a",
        "Ensure",
        Numeral::Composite(2),
        Some(1),
    ),
    (
        "2.1.1. Improve",
        "2.1.1.",
        "Improve",
        Numeral::Composite(3),
        Some(1),
    ),
    (
        "IV. Finance",
        "IV.",
        "Finance",
        Numeral::UpperRoman,
        Some(4),
    ),
    ("(b) to act", "(b)", "to act", Numeral::LowerLetter, Some(2)),
    ("3) to act", "3)", "to act", Numeral::Arabic, Some(3)),
    ("③ 推动", "③", "推动", Numeral::Circled, Some(3)),
    ("§ 5 Fees", "§ 5", "Fees", Numeral::Arabic, Some(5)),
];

#[test]
fn reads_numbers_of_every_kind() {
    for (text, printed, rest, kind, value) in NUMBERED.iter().copied() {
        let start = read(text).unwrap_or_else(|| panic!("no number in {text}"));
        assert_eq!(start.rest, rest, "{text}");
        let label = &start.readings[0];
        assert_eq!(
            (label.printed.as_str(), label.style.numeral, label.value),
            (printed, kind, value),
            "{text}"
        );
        assert!(label.printed.get(label.numeral.clone()).is_some(), "{text}");
    }
}

#[test]
fn keeps_every_reading() {
    let kinds = |text| -> Vec<_> {
        let start = read(text).expect("a number");
        start
            .readings
            .into_iter()
            .map(|label| (label.style.numeral, label.value))
            .collect()
    };
    assert_eq!(
        kinds("(i) x"),
        [
            (Numeral::LowerRoman, Some(1)),
            (Numeral::LowerLetter, Some(9))
        ]
    );
}

#[test]
fn numbers_of_one_level_have_one_style() {
    let style = |text| read(text).expect("a number").readings[0].style.clone();
    assert_eq!(style("（一）a"), style("(二) b"));
    assert_eq!(style("Article 1. A"), style("ARTICLE 2 B"));
    assert_eq!(style("1.1 x"), style("1.a y"));
    assert_ne!(style("1. x"), style("1) x"));
}

#[test]
fn ignores_other_texts() {
    for text in [
        "",
        "促进贸易、投资",
        "3.5 million",
        "Part of the plan",
        "2026. The",
        "(2026) x",
        "第四届论坛",
        "e.g. this",
        "U.S. x",
        "Annexation",
        "第",
        "附件的内容",
        "One of the ports",
        "Uno. Los puertos",
        "Parte dos Estados",
    ] {
        let start = read(text);
        // 3.5 has the form of a composite number; the outline finds that nothing comes before it.
        assert!(
            start.is_none() || text.starts_with("3.5"),
            "{text}: {start:?}"
        );
    }
}
