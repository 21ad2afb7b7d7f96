//! A citation as a sentence with the clause's words.

use super::work::{Work, push_between};

/// Writes the quoted clause with its original in brackets, its number, its source in parentheses, as
/// the language punctuates, and the day of reading behind the address.
pub(super) fn sentence(work: &Work<'_>) -> String {
    let Work {
        title,
        number,
        quote,
        publisher,
        source,
        link,
        note,
        breaks_off,
        accessed_note,
        ..
    } = work;
    let date = work.date.join("-");
    let [open, close] = if work.language.starts_with("es") {
        ["«", "»"]
    } else {
        ["“", "”"]
    };
    let mut quote = [open, quote, close].concat();
    if work.is_translation {
        quote.extend([" [", &work.original.quote, "]"]);
    }
    let is_chinese = work.language.starts_with("zh");
    let comma = if is_chinese {
        "，"
    } else if plan::direction(work.language) == "rtl" {
        "، "
    } else {
        ", "
    };
    // A plan may have no publisher, date or address, and a clause no number.
    let joined = |parts: &[&str]| {
        let parts = parts.iter().copied().filter(|part| !part.is_empty());
        parts.collect::<Vec<_>>().join(comma)
    };
    let origin = joined(&[publisher, &date, source]);
    let mut text = if is_chinese {
        let mut text = [&quote, "《", title, "》", number].concat();
        push_between(&mut text, "（", &origin, "）");
        text
    } else {
        let mut text = [&*quote, " ", &joined(&[title, number])].concat();
        push_between(&mut text, " (", &origin, ")");
        text + "."
    };
    for part in [*note, *breaks_off, link] {
        if !part.is_empty() && part != *source {
            text.push(' ');
            text.push_str(part);
        }
    }
    if !accessed_note.is_empty() {
        text.extend([" (", accessed_note, ")"]);
    }
    text
}
