//! In an article only the first clauses are shown. The others are in the document, so that the browser's own search
//! finds them.

use gloo_events::EventListener;
use web_sys::Element;
use web_sys::wasm_bindgen::JsValue;
use yew::prelude::*;

use crate::dom::{element_of, first_in};
use crate::state::{Action, State};

/// The value of `hidden` with which the browser's own search finds a row.
const OPEN: &str = "until-found";

/// Shows all rows when the browser's own search has found something in a hidden one.
#[hook]
pub(crate) fn use_hidden_rows(root: &NodeRef, dispatch: &UseReducerDispatcher<State>) {
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

/// Lets the browser's search find the hidden rows, clauses and headings.
pub(crate) fn open_to_search(root: &Element) {
    let first = first_in(root, "[part~=division],[part~=clause]");
    let rows = std::iter::successors(first, Element::next_element_sibling);
    // The browser would lay out those again that are open already.
    let is_shut = |row: &Element| row.get_attribute("hidden").is_some_and(|it| it != OPEN);
    for row in rows.filter(is_shut) {
        // A browser that does not know this value hides the row altogether. Yew has the property as true or false only.
        js_sys::Reflect::set(&row, &"hidden".into(), &JsValue::from(OPEN)).ok();
    }
}
