//! Moves the focus when the element that had it disappears, and when a panel opens or closes.

use web_sys::HtmlElement;
use web_sys::wasm_bindgen::JsCast;
use yew::prelude::*;

use super::change::use_change;
use crate::dom::{element_of, first_in, focus_without_scrolling, list_in};
use crate::state::State;

/// Moves the focus to the list when the pressed button disappeared, to a panel when it opens, and back to the
/// panel's button when it closes.
#[hook]
pub(crate) fn use_focus(state: &State, root: &NodeRef) {
    use_change(state.list_focus.clone(), {
        let root = root.clone();
        move |request| {
            let list = element_of(&root).and_then(|root| list_in(&root));
            if let Some(list) = list.filter(|_| request.number() > 0) {
                focus_without_scrolling(list);
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
