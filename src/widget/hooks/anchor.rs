//! Keeps the clause at the top of the list where it is while the text around it changes its height.

use web_sys::wasm_bindgen::JsCast;
use web_sys::{Element, ScrollBehavior, ScrollToOptions, ShadowRoot};
use yew::prelude::*;

use super::change::use_change;
use crate::dom::{clause_in, clauses_from, element_of, list_in, visible_top};
use crate::state::State;

/// The clause that was at the top of the list.
#[derive(Debug)]
pub(crate) struct Anchor {
    eid: String,
    /// Its distance from the top of the window, in CSS pixels.
    top: f64,
    /// How far the page and the list were scrolled down, in CSS pixels.
    scrolled: (f64, i32),
}

/// Keeps the scroll position when the languages, the annotations or the parts of the plan that are there change.
#[hook]
pub(crate) fn use_anchor(state: &State, root: &NodeRef) {
    let view = &state.view;
    let key = (
        view.lang.clone(),
        view.compare.clone(),
        state.shared.clone(),
    );
    let saved = use_mut_ref(|| None::<Anchor>);
    let rendered = use_mut_ref(|| key.clone());
    // Measured just before the elements change: between a change of the state and its rendering, Yew lets other tasks run.
    if *rendered.borrow() != key {
        rendered.replace(key.clone());
        saved.replace(element_of(root).and_then(|root| Anchor::of(&root)));
    }
    let root = root.clone();
    use_change(key, move |_| {
        if let Some((anchor, root)) = saved.take().zip(element_of(&root)) {
            // Effects may run some tasks after the rendering. Where the reader, or the browser's own anchor, has scrolled
            // meanwhile, it stays.
            if !anchor.was_scrolled(&root) {
                anchor.restore(&root);
            }
        }
    });
}

impl Anchor {
    /// Returns the first visible clause.
    pub(crate) fn of(root: &Element) -> Option<Self> {
        let list = list_in(root)?;
        // If the list does not scroll, the window does.
        let top = list.get_bounding_client_rect().top().max(visible_top(root));
        clauses_from(list.first_element_child()).find_map(|clause| {
            let rect = clause.get_bounding_client_rect();
            (rect.bottom() > top).then(|| Self {
                eid: clause.id(),
                top: rect.top(),
                scrolled: (page_scroll(), list.scroll_top()),
            })
        })
    }

    /// Scrolls what scrolls around the clause so that it is where it was.
    pub(crate) fn restore(&self, root: &Element) {
        let Some(clause) = clause_in(root, &self.eid) else {
            return;
        };
        let moved = || {
            let moved = clause.get_bounding_client_rect().top() - self.top;
            // Less than a pixel is the browser's rounding.
            (moved.abs() >= 1.0).then_some(moved)
        };
        let mut around = parent_of(&clause);
        while let Some((scroller, moved)) = around.zip(moved()) {
            if scrolls(&scroller) {
                scroll_by(&scroller, moved);
            }
            around = parent_of(&scroller);
        }
        if let Some((window, moved)) = web_sys::window().zip(moved()) {
            window.scroll_by_with_scroll_to_options(&at_once(moved));
        }
    }

    fn was_scrolled(&self, root: &Element) -> bool {
        let (page, list) = self.scrolled;
        let is_moved = |one: Element| {
            let top = one.scroll_top();
            // The browser itself scrolls back where a shorter text has come to its end.
            top != list && top + one.client_height() < one.scroll_height() - 1
        };
        (page_scroll() - page).abs() >= 1.0 || list_in(root).is_some_and(is_moved)
    }
}

fn page_scroll() -> f64 {
    let scroll = web_sys::window().and_then(|window| window.scroll_y().ok());
    scroll.unwrap_or(0.0)
}

/// Returns the element around another one, also from a shadow root to its host.
fn parent_of(element: &Element) -> Option<Element> {
    let host = || Some(element.parent_node()?.dyn_into::<ShadowRoot>().ok()?.host());
    element.parent_element().or_else(host)
}

fn scrolls(element: &Element) -> bool {
    let window = web_sys::window();
    let style = window.and_then(|window| window.get_computed_style(element).ok()?);
    let overflow = style.and_then(|style| style.get_property_value("overflow-y").ok());
    overflow.is_some_and(|overflow| overflow == "auto" || overflow == "scroll")
}

/// Returns what scrolls down by a length in CSS pixels, also where the host scrolls smoothly.
fn at_once(length: f64) -> ScrollToOptions {
    let options = ScrollToOptions::new();
    options.set_top(length);
    options.set_behavior(ScrollBehavior::Instant);
    options
}

/// Scrolls an element down by a length in CSS pixels.
pub(super) fn scroll_by(element: &Element, length: f64) {
    #[expect(
        clippy::cast_possible_truncation,
        reason = "no list is 2^31 pixels high"
    )]
    let pixels = length.round() as i32;
    element.set_scroll_top(element.scroll_top() + pixels);
}
