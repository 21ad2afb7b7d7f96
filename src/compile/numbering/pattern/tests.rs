use super::*;

fn pattern(printed: &str) -> Pattern {
    Pattern::new(printed).expect("a pattern")
}

/// Returns the base, the insertion, the token, the printed number and the rest.
fn read(printed: &str, line: &str) -> Option<(usize, usize, String, String, String)> {
    match pattern(printed).read(line, &["2", "3"]) {
        Label::Number {
            number,
            printed,
            rest,
        } => Some((
            number.value.base,
            number.value.insertion,
            number.token,
            printed.to_owned(),
            rest.to_owned(),
        )),
        _ => None,
    }
}

/// A pattern, a line, and what is read there: the base, the insertion, the token, the printed number
/// and the rest.
type Case = (
    &'static str,
    &'static str,
    usize,
    usize,
    &'static str,
    &'static str,
    &'static str,
);

const NUMBERS: [Case; 25] = [
    (
        "Part One –",
        "Part Twenty – Ports",
        20,
        0,
        "20",
        "Part Twenty –",
        "Ports",
    ),
    ("PARTE UM", "PARTE DUAS", 2, 0, "2", "PARTE DUAS", ""),
    ("(一)", "(四) 推动节能", 4, 0, "4", "(四)", "推动节能"),
    (
        "(一)",
        "（十二）推动节能",
        12,
        0,
        "12",
        "（十二）",
        "推动节能",
    ),
    (
        "第一条",
        "第一千二百六十条 本法自公布之日起施行。",
        1260,
        0,
        "1260",
        "第一千二百六十条",
        "本法自公布之日起施行。",
    ),
    (
        "第一条",
        "第二十条之一 在境外",
        20,
        1,
        "20-1",
        "第二十条之一",
        "在境外",
    ),
    (
        "第一条",
        "第二十条之十二",
        20,
        12,
        "20-12",
        "第二十条之十二",
        "",
    ),
    (
        "Article 1.",
        "Article 12. Health",
        12,
        0,
        "12",
        "Article 12.",
        "Health",
    ),
    ("Article 1", "Article 7", 7, 0, "7", "Article 7", ""),
    (
        "Article 1",
        "Article 3a Health",
        3,
        1,
        "3a",
        "Article 3a",
        "Health",
    ),
    (
        "Article 1.",
        "Article 3 bis. Health",
        3,
        1,
        "3bis",
        "Article 3 bis.",
        "Health",
    ),
    (
        "Artículo 1",
        "Artículo 3-B Salud",
        3,
        2,
        "3b",
        "Artículo 3-B",
        "Salud",
    ),
    (
        "Título I",
        "Título XIV De las reformas",
        14,
        0,
        "14",
        "Título XIV",
        "De las reformas",
    ),
    ("Part A.", "Part C. Trade", 3, 0, "c", "Part C.", "Trade"),
    ("(a)", "(i) trade", 9, 0, "i", "(i)", "trade"),
    ("(i)", "(iv) trade", 4, 0, "4", "(iv)", "trade"),
    ("①", "⑫贸易", 12, 0, "12", "⑫", "贸易"),
    (
        "Disposición primera.",
        "Disposición vigésima primera. Salud",
        21,
        0,
        "21",
        "Disposición vigésima primera.",
        "Salud",
    ),
    (
        "PRIMERO.-",
        "DÉCIMO.- Salud",
        10,
        0,
        "10",
        "DÉCIMO.-",
        "Salud",
    ),
    ("1.1.1", "2.3.12 Trade", 12, 0, "12", "2.3.12", "Trade"),
    ("1.a", "3.b Trade", 2, 0, "b", "3.b", "Trade"),
    (
        "المادة 1",
        "المادة ٣ التجارة",
        3,
        0,
        "3",
        "المادة ٣",
        "التجارة",
    ),
    (
        "Rule *",
        "Rule 4.1-B Trade",
        0,
        0,
        "4-1-b",
        "Rule 4.1-B",
        "Trade",
    ),
    ("*、", "甲、贸易", 0, 0, "", "甲、", "贸易"),
    (
        "Art. *",
        "Art. 3º-A. Trade",
        0,
        0,
        "3-a",
        "Art. 3º-A.",
        "Trade",
    ),
];

#[test]
fn reads_every_kind_of_number() {
    for (first, line, base, insertion, token, printed, rest) in NUMBERS {
        let expected = (
            base,
            insertion,
            token.to_owned(),
            printed.to_owned(),
            rest.to_owned(),
        );
        assert_eq!(read(first, line), Some(expected), "{line}");
    }
}

#[test]
fn ignores_what_is_no_number() {
    let unknown = |found, rest| Label::UnknownNumeral { found, rest };
    for (first, line, label) in [
        ("(一)", "推动节能", Label::None),
        ("(一)", "(甲) 推动节能", unknown("甲", "推动节能")),
        ("一、", "促进双方贸易、投资", Label::None),
        ("一、", "贸易、投资", unknown("贸易", "投资")),
        ("Article 1.", "Article 0. Health", unknown("0", "Health")),
        ("Article 1", "Article 7. Health", unknown("7.", "Health")),
        ("1.1", "4.1 Trade", Label::None),
        ("1.", "12 of them", Label::None),
        ("1.", "1.5 million", Label::None),
        ("A.", "Areas of trade", Label::None),
    ] {
        assert_eq!(pattern(first).read(line, &["2", "3"]), label, "{line}");
    }
}

#[test]
fn prints_numbers_like_its_own() {
    for (first, value, printed) in [
        ("Article 1.", 3, "Article 3."),
        ("第一条", 103, "第一百零三条"),
        ("Título I", 4, "Título IV"),
        ("Disposición Primera", 2, "Disposición Segunda"),
        ("1.1", 5, "3.5"),
    ] {
        assert_eq!(pattern(first).print(value, &["2", "3"]), printed);
    }
}

#[test]
fn rejects_patterns_without_numeral() {
    for printed in ["第条", "Article", "、", "Article 2"] {
        assert!(Pattern::new(printed).is_err(), "{printed}");
    }
}
