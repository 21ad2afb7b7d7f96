//! Texts with marked words, and shortened texts.

use std::ops::Range;

use yew::prelude::*;

/// Returns at most the first `longest` characters, and an ellipsis if there are more.
pub(crate) fn shortened(text: &str, longest: usize) -> String {
    let cut = text.char_indices().nth(longest);
    cut.map_or_else(|| text.to_owned(), |(end, _)| [&text[..end], "…"].concat())
}

/// Renders `text` with the ranges of bytes marked; they are sorted and do not overlap.
pub(crate) fn marked(text: &str, ranges: &[Range<usize>]) -> Html {
    let mut pieces = Vec::with_capacity(ranges.len() * 2 + 1);
    let mut end = 0;
    for range in ranges {
        pieces.push(html! { { &text[end..range.start] } });
        pieces.push(html! { <mark part="mark">{ &text[range.clone()] }</mark> });
        end = range.end;
    }
    pieces.push(html! { { &text[end..] } });
    pieces.into_iter().collect()
}
