//! Whether pasted words stand in the plan: where, in which language, and what differs.

use yew::prelude::*;

use super::context::Context;
use super::state::Action;

pub(super) fn content(cx: &Context<'_>) -> Html {
    let dispatch = cx.dispatch.clone();
    let oninput = Callback::from(move |event: InputEvent| {
        if let Some(field) = event.target_dyn_into::<web_sys::HtmlTextAreaElement>() {
            dispatch.dispatch(Action::Quote(field.value().into()));
        }
    });
    html! {
        <>
            <label for="ce-quoted">{ &*cx.interface.quote_field }</label>
            <textarea id="ce-quoted" rows="3" lang="" dir="auto" value={cx.state.quoted.to_string()} {oninput} />
        </>
    }
}
