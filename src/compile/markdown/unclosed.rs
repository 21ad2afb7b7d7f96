//! Markup that does not end. Markdown would show its marks as text.

use std::ops::Range;

use crate::diagnostics::{Location, Reporter};

/// Reports marks in plain words that begin markup. `bytes` is the range of the words in `source`.
pub(super) fn check(
    source: &str,
    bytes: &Range<usize>,
    location: &Location,
    reporter: &mut Reporter<'_>,
) {
    let words = source.get(bytes.clone()).unwrap_or_default();
    for (at, c) in words.char_indices() {
        let (before, rest) = source.split_at(bytes.start + at);
        let is_escaped = before.ends_with('\\');
        let Some((message, hint)) = problem(c, before, rest).filter(|_| !is_escaped) else {
            continue;
        };
        let at = bytes.start + at;
        let location = Location::new(&location.file, at..at + c.len_utf8());
        reporter.report(&location, message, hint);
        return;
    }
}

/// Returns the problem of a mark, and a hint. `rest` begins with the mark.
fn problem(c: char, before: &str, rest: &str) -> Option<(String, String)> {
    let after = rest.chars().nth(1);
    match c {
        '*' => {
            let is_between_words = before.ends_with(|c: char| c.is_ascii_alphanumeric());
            let is_first = !before.ends_with('*');
            let begins = after.is_some_and(|c| !c.is_whitespace()) && !is_between_words;
            let is_double = after == Some('*');
            (is_first && (begins || is_double)).then(|| {
                let mark = if is_double { "**" } else { "*" };
                (
                    format!("expected emphasis that begins and ends with `{mark}`, found only one `{mark}`"),
                    format!("add the other `{mark}`, move both so that each touches a letter of the words, or write `\\*` for an asterisk"),
                )
            })
        }
        ']' if after == Some('(') => Some((
            "expected a link such as `[words](https://example.org)`, found one without an address or without its last bracket".to_owned(),
            "write the address without spaces, and close the brackets; write `\\]` for a bracket that is text".to_owned(),
        )),
        '[' if after == Some('^') => {
            let end = rest.find(']').unwrap_or(rest.len());
            let mark = rest.get(2..end).unwrap_or_default();
            Some((
                format!("expected the words of the footnote {mark} on a line that begins with `[^{mark}]:`, found none"),
                "add the line after the paragraph, with an empty line before it; write `\\[` for a bracket that is text".to_owned(),
            ))
        }
        _ => None,
    }
}
