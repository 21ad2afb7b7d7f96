//! Moves the focus when the element that had it disappears, and when a panel opens or closes.

use web_sys::HtmlElement;
use web_sys::wasm_bindgen::JsCast;
use yew::prelude::*;

use super::change::use_change;
use crate::dom::{clause_in, element_of, first_in, focus_without_scrolling, list_in};
use crate::state::State;

/// Moves the focus to the list or a clause in it when the pressed button disappeared, to a panel when it opens, and back to the
/// panel's button when it closes.
#[hook]
pub(crate) fn use_focus(state: &State, root: &NodeRef) {
    use_change(state.list_focus.clone(), {
        let root = root.clone();
        move |request| {
            // Another element keeps the focus that it has, such as the search field.
            let is_lost = |root: &_| request.number() > 0 && first_in(root, ":focus").is_none();
            let Some(root) = element_of(&root).filter(is_lost) else {
                return;
            };
            let clause = request.value().as_ref();
            let clause = clause.and_then(|eid| clause_in(&root, eid));
            if let Some(target) = clause.or_else(|| list_in(&root)) {
                focus_without_scrolling(target);
            }
        }
    });
    let opened = use_mut_ref(|| None);
    let root = root.clone();
    use_change(state.panel, move |&panel| {
        let selector = match (opened.replace(panel), panel) {
            (before, now) if before == now => return,
            (_, Some(now)) => ["#", now.id(), " h3"].concat(),
            (Some(before), None) => ["[aria-controls=", before.id(), "]"].concat(),
            (None, None) => return,
        };
        let target = element_of(&root).and_then(|root| first_in(&root, &selector));
        if let Some(target) = target.and_then(|target| target.dyn_into::<HtmlElement>().ok()) {
            target.focus().ok();
        }
    });
}
