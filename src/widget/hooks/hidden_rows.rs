//! In an article only the first clauses are shown. The others are in the document, so that the browser's own search
//! finds them.

use gloo_events::EventListener;
use web_sys::Element;
use web_sys::wasm_bindgen::JsValue;
use yew::prelude::*;

use super::change::use_change;
use super::staged_start::Stage;
use crate::api::Layout;
use crate::dom::{element_of, first_in, is_clause};
use crate::state::{Action, State};

/// Hides the rows after the first ones, and shows all when the browser has found something in a hidden one.
#[hook]
pub(crate) fn use_hidden_rows(
    state: &State,
    layout: Layout,
    stage: Stage,
    root: &NodeRef,
    dispatch: &UseReducerDispatcher<State>,
) {
    let shown = state.shown_rows(layout);
    let key = (shown, state.results.clone(), stage);
    use_change(key, {
        let root = root.clone();
        move |&(shown, ..)| {
            if let Some(root) = element_of(&root) {
                hide_rows(&root, shown);
            }
        }
    });
    let (root, dispatch) = (root.clone(), dispatch.clone());
    use_effect_with((), move |()| {
        let listener = element_of(&root).map(|root| {
            EventListener::new(&root, "beforematch", move |_| {
                dispatch.dispatch(Action::ShowAllRows(None));
            })
        });
        move || drop(listener)
    });
}

/// Hides all rows, clauses and headings, after the first `shown` clauses.
fn hide_rows(root: &Element, shown: usize) {
    let first = first_in(root, "[part~=division],[part~=clause]");
    let mut clauses = 0;
    for row in std::iter::successors(first, Element::next_element_sibling) {
        let is_hidden = clauses >= shown && row.has_attribute("part");
        // A browser that does not know this value hides the row altogether. Yew has the property as true or false only.
        let hidden = if is_hidden { "until-found" } else { "" };
        js_sys::Reflect::set(&row, &"hidden".into(), &JsValue::from(hidden)).ok();
        // Else screen readers would find an empty heading.
        if is_hidden {
            row.set_attribute("aria-hidden", "true").ok();
        } else {
            row.remove_attribute("aria-hidden").ok();
        }
        clauses += usize::from(is_clause(&row));
    }
}
