//! A citation as a sentence with the clause's words.

use super::work::Work;

/// Writes the quoted clause, its number, and its source in parentheses, as the language punctuates.
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
        ..
    } = work;
    let date = work.date.join("-");
    let mut text = if work.language.starts_with("zh") {
        format!("“{quote}”《{title}》{number}（{publisher}，{date}，{source}）")
    } else {
        format!("“{quote}” {title}, {number} ({publisher}, {date}, {source}).")
    };
    for part in [*note, *breaks_off, link] {
        if !part.is_empty() && part != *source {
            text.push(' ');
            text.push_str(part);
        }
    }
    text
}
