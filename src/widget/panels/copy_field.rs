//! A text with a button that copies it.

use plan::interface::fill;
use web_sys::wasm_bindgen::JsCast;
use web_sys::{HtmlElement, HtmlTextAreaElement};
use yew::prelude::*;

use crate::context::Context;
use crate::state::{Action, CopyResult};

/// Renders a text under its name. Only a host that can copy has the button.
pub(crate) fn copy_field(
    cx: &Context<'_>,
    id: impl Into<AttrValue>,
    name: &str,
    text: &str,
    rows: &'static str,
) -> Html {
    let id = id.into();
    let copy_what = fill(&cx.interface.copy_what, &[("name", name)]);
    html! {
        <>
            <label for={id.clone()} ~textContent={name} />
            <textarea {id} readonly=true {rows} lang="" dir="auto" translate="no" spellcheck="false" value={text.to_owned()} />
            if let Some(onclick) = copy(cx, name, text) {
                <button type="button" class="copy" aria-label={copy_what} {onclick} ~textContent={&*cx.interface.copy} />
            }
        </>
    }
}

/// Renders the result of the last copying, if the copied text is one of those that `is_here` accepts by name.
pub(crate) fn copy_result(cx: &Context<'_>, is_here: impl Fn(&str) -> bool) -> Html {
    let result = cx.state.copy_result.as_ref();
    let message = result.filter(|result| is_here(&result.name)).map(|result| {
        let message = if result.is_copied {
            &cx.interface.copied
        } else {
            &cx.interface.selected
        };
        fill(message, &[("name", &result.name)])
    });
    html! { <p role="status" ~textContent={message.unwrap_or_default()} /> }
}

/// Returns a callback that copies the text of the field before the button, or else selects it, so that the reader
/// can copy it by hand.
fn copy(cx: &Context<'_>, name: &str, text: &str) -> Option<Callback<MouseEvent>> {
    let (copy, dispatch) = (cx.sharing?.copy.clone(), cx.dispatch.clone());
    let (name, text) = (name.to_owned(), text.to_owned());
    Some(Callback::from(move |event: MouseEvent| {
        let button = event.target_dyn_into::<HtmlElement>();
        let field = button.and_then(|button| button.previous_element_sibling());
        let field = field.and_then(|field| field.dyn_into::<HtmlTextAreaElement>().ok());
        let (dispatch, name) = (dispatch.clone(), name.clone());
        let done = Callback::from(move |is_copied: bool| {
            if let Some(field) = field.as_ref().filter(|_| !is_copied) {
                field.focus().ok();
                field.select();
            }
            dispatch.dispatch(Action::SetCopyResult(CopyResult {
                name: name.clone(),
                is_copied,
            }));
        });
        copy.emit((text.clone(), done));
    }))
}
