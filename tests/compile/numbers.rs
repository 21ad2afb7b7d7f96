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
