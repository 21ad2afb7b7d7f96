//! Keeps the clause at the top of the list where it is while the text around it changes its height.

use web_sys::Element;
use yew::prelude::*;

use super::change::use_change;
use crate::dom::{clause_in, clauses_from, element_of, list_in, visible_top};
use crate::state::State;

/// The clause that was at the top of the list, and its distance from the top of the window, in CSS pixels.
struct Anchor {
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
    fn of(root: &Element) -> Option<Self> {
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

    /// Scrolls the list, and then the window, so that the clause is where it was.
    fn restore(&self, root: &Element) {
        let Some((list, clause)) = list_in(root).zip(clause_in(root, &self.eid)) else {
            return;
        };
        let moved = || clause.get_bounding_client_rect().top() - self.top;
        scroll_by(&list, moved());
        if let Some(window) = web_sys::window() {
            window.scroll_by_with_x_and_y(0.0, moved());
        }
    }
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
