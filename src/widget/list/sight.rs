//! How a window's rows lie in the page: how high they are, and what of the list is in sight beyond them.

use js_sys::Array;
use web_sys::wasm_bindgen::JsCast;
use web_sys::wasm_bindgen::closure::Closure;
use web_sys::{Element, IntersectionObserver, IntersectionObserverEntry};
use yew::prelude::*;

use crate::dom::is_clause;

/// How far the elements in place of missing rows reach over the rows that are there, in CSS pixels: the next ones are
/// rendered before a reader sees that they are missing.
const REACH: f64 = 1000.0;

/// The attribute of these elements.
const REST: &str = "data-rest";

/// Its value for the one after the rows.
const AFTER: &str = "after";

/// Renders the element in place of rows; nothing if there are none. A style attribute would be refused by a strict
/// content security policy, and a style set by script would come after the rows.
pub(super) fn rest(is_after: bool, height: f64) -> Html {
    if height <= 0.0 {
        return html! {};
    }
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "it is positive and has an upper bound"
    )]
    let height = (height + REACH) as usize;
    let place = if is_after { AFTER } else { "before" };
    html! { <svg key={place} class="rest" data-rest={place} width="1" height={height.to_string()} aria-hidden="true" /> }
}

/// A part of the list that is in sight and has, or is near to, missing rows.
pub(super) struct Seen {
    /// Whether its rows come after those that are there.
    pub(super) is_after: bool,
    /// Its upper and its lower edge below the first missing row, in CSS pixels.
    pub(super) edges: [f64; 2],
}

/// Watches which missing rows are in sight, wherever the page scrolls.
pub(super) struct Sight {
    observer: IntersectionObserver,
    _report: Closure<dyn FnMut(Array)>,
}

impl Sight {
    /// Reports the parts in sight, now and whenever there are others.
    pub(super) fn new(list: &Element, mut report: impl FnMut(&[Seen]) + 'static) -> Option<Self> {
        let report = Closure::new(move |entries: Array| {
            let seen: Vec<Seen> = entries.iter().filter_map(|one| seen(&one.into())).collect();
            if !seen.is_empty() {
                report(&seen);
            }
        });
        let call = Closure::as_ref(&report).unchecked_ref();
        let observer = IntersectionObserver::new(call).ok()?;
        for row in rows_of(list).filter(|row| row.has_attribute(REST)) {
            observer.observe(&row);
        }
        Some(Self {
            observer,
            _report: report,
        })
    }
}

impl Drop for Sight {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}

fn seen(entry: &IntersectionObserverEntry) -> Option<Seen> {
    let is_after = entry.target().get_attribute(REST)? == AFTER;
    let part = entry.intersection_rect();
    let start = entry.bounding_client_rect().top() + if is_after { REACH } else { 0.0 };
    entry.is_intersecting().then(|| Seen {
        is_after,
        edges: [part.top(), part.bottom()].map(|edge| edge - start),
    })
}

/// Returns the heights of the rendered clauses, each with the headings before it, in CSS pixels.
pub(super) fn heights(list: &Element) -> Vec<f64> {
    let mut end = None;
    let mut heights = Vec::new();
    for row in rows_of(list) {
        let is_clause = is_clause(&row);
        if is_clause || end.is_none() && row.has_attribute("part") {
            let rect = row.get_bounding_client_rect();
            let start = end.unwrap_or(rect.top());
            end = Some(if is_clause { rect.bottom() } else { start });
            if is_clause {
                heights.push(rect.bottom() - start);
            }
        }
    }
    heights
}

fn rows_of(list: &Element) -> impl Iterator<Item = Element> {
    std::iter::successors(list.first_element_child(), Element::next_element_sibling)
}
