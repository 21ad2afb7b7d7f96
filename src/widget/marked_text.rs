//! Texts with marked words, and shortened texts.

use std::ops::Range;

use yew::prelude::*;

/// Returns at most the first `longest` characters, and an ellipsis if there are more.
pub(crate) fn shortened(text: &str, longest: usize) -> String {
    let cut = text.char_indices().nth(longest);
    cut.map_or_else(|| text.to_owned(), |(end, _)| [&text[..end], "…"].concat())
}

/// Renders `text` with two kinds of marks: matches of a search, and words that justify a tag. Both are ranges of bytes,
/// sorted and without overlaps.
///
/// Returns the key and the children of the element around it. The key differs if the text or the marks do, so that
/// the element is replaced as a whole: others may have changed the nodes in it.
pub(crate) fn marked(
    text: &str,
    hits: &[Range<usize>],
    reasons: &[Range<usize>],
) -> (String, Html) {
    let mut rest = [hits, reasons];
    let mut pieces = Vec::new();
    let mut key = String::new();
    let mut start = 0;
    while start < text.len() {
        let mut end = text.len();
        let [part, class] = [(0, "mark"), (1, "because")].map(|(kind, name)| {
            while let Some((range, after)) = rest[kind].split_first() {
                if start < range.end {
                    let is_inside = range.start <= start;
                    end = end.min(if is_inside { range.end } else { range.start });
                    return is_inside.then_some(name);
                }
                rest[kind] = after;
            }
            None
        });
        let piece = &text[start..end];
        pieces.push(if part.is_some() {
            html! { <mark part="mark" {class}>{ piece }</mark> }
        } else if class.is_some() {
            html! { <mark {class}>{ piece }</mark> }
        } else {
            html! { { piece } }
        });
        key.extend([
            piece,
            part.unwrap_or_default(),
            "\0",
            class.unwrap_or_default(),
            "\0",
        ]);
        start = end;
    }
    (key, pieces.into_iter().collect())
}
