//! HTML that many parts of the widget share.

use yew::prelude::*;

// No element here or elsewhere has text that Yew knows as a child: a page translator may put other nodes in the place
// of a text node, and Yew would panic at the next rendering. So each text is the `textContent` of an element that
// has nothing else, and a text with marks is in an element that is replaced as a whole (`marked_text`).

/// Returns a text beside elements.
pub(crate) fn text(text: &str) -> Html {
    html! { <span ~textContent={text} /> }
}

/// Returns a text before an element in the same line, with a space between them.
pub(crate) fn text_before(text: &str) -> Html {
    self::text(&[text, " "].concat())
}

/// Returns a button with a text.
pub(crate) fn button(label: &str, onclick: Callback<MouseEvent>) -> Html {
    html! { <button type="button" {onclick} ~textContent={label} /> }
}

/// Returns a button that stays pressed.
pub(crate) fn toggle_button(label: &str, is_pressed: bool, onclick: Callback<MouseEvent>) -> Html {
    html! { <button type="button" aria-pressed={flag(is_pressed)} {onclick} ~textContent={label} /> }
}

/// Returns a button that clears a selection.
pub(crate) fn clear_all_button(label: &str, onclick: Callback<MouseEvent>) -> Html {
    html! { <button type="button" class="clear-all" {onclick} ~textContent={label} /> }
}

/// Returns the value of an attribute that is either true or false.
pub(crate) fn flag(value: bool) -> &'static str {
    if value { "true" } else { "false" }
}
