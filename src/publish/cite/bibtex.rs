//! BibTeX: an `@misc` entry.

use std::fmt::Write;

use super::work::{Work, address, line, push_between};

/// Writes the entry. A field without a value is left out.
pub(super) fn entry(work: &Work<'_>) -> String {
    let is_safe = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
    let key: String = work.key.chars().filter(|&c| is_safe(c)).collect();
    let mut entry = format!("@misc{{{key}");
    let mut field = |name: &str, value: &str| {
        if !value.is_empty() {
            // Writing to a String cannot fail.
            write!(entry, ",\n  {name} = {{{value}}}").unwrap_or_default();
        }
    };
    // The second pair of braces keeps the title's capital letters.
    let mut title = format!("{{{}}}", escaped(work.title));
    push_between(&mut title, ", ", &escaped(&work.number), "");
    field("title", &title);
    let mut published = work.publisher.to_owned();
    let via = if published.is_empty() {
        "via "
    } else {
        ", via "
    };
    push_between(&mut published, via, work.via, "");
    field("howpublished", &escaped(&published));
    field("year", work.date.first().unwrap_or(&""));
    field("month", work.date.get(1).unwrap_or(&""));
    field("day", work.date.get(2).unwrap_or(&""));
    field("url", &address(&work.link));
    field("urldate", &work.accessed.join("-"));
    field("language", &escaped(work.language));
    field("note", &escaped(&work.notes()));
    field("abstract", &escaped(&work.words()));
    entry + "\n}\n"
}

/// Escapes TeX's special characters. BibTeX counts braces even behind a backslash, so braces become
/// commands.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in line(text).chars() {
        match c {
            '\\' => escaped.push_str("\\textbackslash{}"),
            '{' => escaped.push_str("\\textbraceleft{}"),
            '}' => escaped.push_str("\\textbraceright{}"),
            '~' => escaped.push_str("\\textasciitilde{}"),
            '^' => escaped.push_str("\\textasciicircum{}"),
            '$' | '&' | '#' | '%' | '_' => escaped.extend(['\\', c]),
            _ => escaped.push(c),
        }
    }
    escaped
}
