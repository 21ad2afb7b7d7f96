//! Texts with marked words, and shortened texts.

use std::ops::Range;

use yew::prelude::*;

/// Returns at most the first `longest` characters, and an ellipsis if there are more.
pub(crate) fn shortened(text: &str, longest: usize) -> String {
    let cut = text.char_indices().nth(longest);
    cut.map_or_else(|| text.to_owned(), |(end, _)| [&text[..end], "…"].concat())
}

/// Renders `text` with the ranges of bytes marked; they are sorted and do not overlap.
///
/// Returns the key and the children of the element around it. The key differs if the text or the marks do, so that
/// the element is replaced as a whole: others may have changed the nodes in it.
pub(crate) fn marked(text: &str, ranges: &[Range<usize>]) -> (String, Html) {
    let mut pieces = Vec::with_capacity(ranges.len() * 2 + 1);
    let mut key = String::new();
    let mut end = 0;
    for range in ranges {
        key.extend([&text[end..range.start], "\0", &text[range.clone()], "\0"]);
        pieces.push(html! { { &text[end..range.start] } });
        pieces.push(html! { <mark part="mark">{ &text[range.clone()] }</mark> });
        end = range.end;
    }
    key.push_str(&text[end..]);
    pieces.push(html! { { &text[end..] } });
    (key, pieces.into_iter().collect())
}
