//! HTML that many parts of the widget share.

use yew::prelude::*;

/// Returns a button with a text.
pub(crate) fn button(label: &str, onclick: Callback<MouseEvent>) -> Html {
    html! { <button type="button" {onclick}>{ label }</button> }
}

/// Returns a button that stays pressed.
pub(crate) fn toggle_button(label: &str, is_pressed: bool, onclick: Callback<MouseEvent>) -> Html {
    html! { <button type="button" aria-pressed={flag(is_pressed)} {onclick}>{ label }</button> }
}

/// Returns a button that clears a selection.
pub(crate) fn clear_all_button(label: &str, onclick: Callback<MouseEvent>) -> Html {
    html! { <button type="button" class="clear-all" {onclick}>{ label }</button> }
}

/// Returns the value of an attribute that is either true or false.
pub(crate) fn flag(value: bool) -> &'static str {
    if value { "true" } else { "false" }
}
