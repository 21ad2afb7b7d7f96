//! Numbers of translations: in figures, multiplied, as words and as months, and excused ones.

use compile::Source;

use crate::content::{document, replace, report};

#[test]
fn numbers_may_be_words_in_one_of_two_texts() {
    for (original, translation) in [
        ("on three lines", "en 3 líneas"),
        ("on 3 lines", "en tres líneas"),
        ("on Twenty-One lines", "en 21 líneas"),
        ("for 5000000000 crowns", "por 5 mil millones de coronas"),
        ("for 5 billion crowns", "por 5 mil millones de coronas"),
        ("on 1 May", "el 1 de mayo"),
        ("on 4 July 2026", "el 4-7-2026"),
        ("for 20亿 crowns", "por 2.000 millones de coronas"),
        ("on 三 lines", "en 3 líneas"),
    ] {
        assert_eq!(report(&with(original, translation)), "", "{original}");
    }
}

#[test]
fn other_numbers_are_reported() {
    for (original, translation, expected) in [
        (
            "on three lines",
            "en 4 líneas",
            "expected only the numbers of the original, found 4",
        ),
        (
            "on 3 lines",
            "en cuatro líneas",
            "expected the number 3 of the original, found none",
        ),
        (
            "for 5 billion crowns",
            "por 5 millones de coronas",
            "expected the number 5000000000 of the original, found 5000000",
        ),
        (
            "on 4 July",
            "el 4 de junio",
            "expected the number 7 of the original, found 6",
        ),
        (
            "on the threefold line",
            "en 3 líneas",
            "expected only the numbers of the original, found 3",
        ),
    ] {
        let report = report(&with(original, translation));
        assert!(report.contains(expected), "{original}: {report}");
        assert_eq!(report.lines().count(), 2, "{report}");
    }
}

#[test]
fn a_piece_with_a_reason_may_have_other_numbers() {
    let mut source = with("on 3 lines", "en varias líneas");
    let excuse = "partial = false\nexcused-numbers = { goal_1__act_1__para_b = \"The council changed it.\" }";
    replace(&mut source, "plan.toml", "partial = false", excuse);
    assert_eq!(report(&source), "");
}

#[test]
fn months_and_multiples_of_four_languages_are_built_in() {
    for (english, spanish) in [
        ("on 4 July 2026", "el 4 de julio de 2026"),
        ("on 1 MAY and 2 May", "el 1 de Mayo y el 2 de MAYO"),
        ("in September", "en setiembre"),
        ("in May or March", "en mayo o marzo"),
        ("may it be; May it be", "ojalá; ojalá"),
        ("for 5 million crowns", "por 5 millones de coronas"),
        ("for 5 billion crowns", "por 5 mil millones de coronas"),
        ("for 5 trillion crowns", "por 5 billones de coronas"),
    ] {
        assert_eq!(report(&bare(english, spanish)), "", "{english}");
    }
    let report = report(&bare("on 4 July", "el 4 de junio"));
    assert!(
        report.contains("the number 7 of the original, found 6\n  write the number"),
        "{report}"
    );
}

#[test]
fn own_words_replace_the_built_in_ones() {
    let mut source = bare(
        "for 5 billion crowns and 2 million on 1 May",
        "por 5 billones y 2 millones, el 1 de floreal",
    );
    let months = (1..=12).map(|month| {
        if month == 5 {
            "floreal".to_owned()
        } else {
            format!("mes{month}")
        }
    });
    let months: Vec<String> = months.map(|name| format!("\"{name}\"")).collect();
    let own = format!(
        "partial = false\nmillion = []\nbillion = [\"billones\"]\nmonths = [{}]",
        months.join(", ")
    );
    replace(&mut source, "plan.toml", "partial = false", &own);
    assert_eq!(report(&source), "");
}

#[test]
fn a_month_without_a_known_name_gets_the_list_as_a_hint() {
    for (english, french) in [
        ("on 4 July 2026", "le 4 juillet 2026"),
        ("in July", "en juillet"),
        ("on 4-7-2026", "le 4 juillet 2026"),
    ] {
        let mut source = bare(english, french);
        replace(&mut source, "plan.toml", "tag = \"es\"", "tag = \"fr\"");
        let others: Vec<String> = (1..=12).map(|month| format!("\"mois{month}\"")).collect();
        let own = format!(
            "partial = false\nmillion = [\"million\"]\nmonths = [{}]",
            others.join(", ")
        );
        replace(&mut source, "plan.toml", "partial = false", &own);
        let report = report(&source);
        let hint = "expected the number 7 of the original, found none\n  if it is a month, list the twelve names that the language “fr” has";
        assert!(report.contains(hint), "{english}: {report}");
    }
    let mut source = bare("on 4 липня 2026", "el 4 de julio de 2026");
    replace(&mut source, "plan.toml", "tag = \"en\"", "tag = \"uk\"");
    let report = report(&source);
    assert!(
        report.contains(
            "found 7\n  if it is a month, list the twelve names that the language “uk” has"
        ),
        "{report}"
    );
}

/// Returns the city's plan with these words in a clause and in its translation, and without words for numbers.
fn bare(original: &str, translation: &str) -> Source {
    let mut source = document("city");
    let toml = source.text("plan.toml").unwrap_or_default().to_owned();
    let is_of_words = |line: &&str| {
        ["months", "million", "thousand"]
            .iter()
            .any(|key| line.starts_with(key))
    };
    for line in toml.lines().filter(is_of_words) {
        replace(&mut source, "plan.toml", line, "");
    }
    for (file, from, to) in [
        (
            "plan.toml",
            "text = \"plan.es.md\"",
            "text = \"plan.es.md\"\npartial = false",
        ),
        ("plan.en.md", "to the harbour", original),
        ("plan.es.md", "hasta el puerto", translation),
    ] {
        replace(&mut source, file, from, to);
    }
    source
}

/// Returns the city's plan with these words in a clause and in its translation.
fn with(original: &str, translation: &str) -> Source {
    let mut source = document("city");
    let months = "months = [\"January\", \"February\", \"March\", \"April\", \"May\", \"June\", \"July\", \"August\", \"September\", \"October\", \"November\", \"December\"]";
    let words = format!(
        "text = \"plan.en.md\"\n{months}\nbillion = [\"billion\"]\nnumber-words = [\"one\", \"two\", \"three\", [\"four\", \"fourth\"]{}, \"twenty-one\"]",
        ", \"\"".repeat(16)
    );
    let spanish = "text = \"plan.es.md\"\npartial = false\nnumber-words = [[\"un\", \"una\"], \"dos\", \"tres\", \"cuatro\"]";
    for (file, from, to) in [
        ("plan.toml", "text = \"plan.en.md\"", &*words),
        ("plan.toml", "text = \"plan.es.md\"", spanish),
        ("plan.en.md", "to the harbour", original),
        ("plan.es.md", "hasta el puerto", translation),
    ] {
        replace(&mut source, file, from, to);
    }
    source
}
