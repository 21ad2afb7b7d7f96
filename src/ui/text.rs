//! Text with marks.

use std::ops::Range;

use yew::prelude::*;

/// `text` with the ranges of bytes marked; they are sorted and do not overlap.
pub(super) fn marked(text: &str, ranges: &[Range<usize>]) -> Html {
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
