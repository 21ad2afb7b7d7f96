//! Keeps the clause at the top of the list where it is while the text around it changes its height.

use web_sys::wasm_bindgen::JsCast;
use web_sys::{Element, ScrollBehavior, ScrollToOptions, ShadowRoot};
use yew::prelude::*;

use super::change::use_change;
use crate::dom::{clause_in, clauses_from, element_of, list_in, visible_top};
use crate::state::State;

/// The clause that was at the top of the list, and its distance from the top of the window, in CSS pixels.
#[derive(Debug)]
pub(crate) struct Anchor {
    eid: String,
    top: f64,
}

/// Restores the scroll position after the languages or the annotations changed. Returns the callback that has to
/// be called before they change.
#[hook]
pub(crate) fn use_anchor(state: &State, root: &NodeRef) -> Callback<()> {
    let saved = use_mut_ref(|| None::<Anchor>);
    let view = &state.view;
    let key = (
        view.lang.clone(),
        view.compare.clone(),
        state.shared.clone(),
    );
    use_change(key, {
        let (saved, root) = (saved.clone(), root.clone());
        move |_| {
            if let Some((anchor, root)) = saved.take().zip(element_of(&root)) {
                anchor.restore(&root);
            }
        }
    });
    let root = root.clone();
    Callback::from(move |()| {
        *saved.borrow_mut() = element_of(&root).and_then(|root| Anchor::of(&root));
    })
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
