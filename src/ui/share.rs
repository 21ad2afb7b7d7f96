//! What a reader shares the view by: addresses and codes, each with a button that copies it.
//!
//! In its place in the header and no dialog: what is around it can still be read and changed, and the codes follow.

use web_sys::wasm_bindgen::JsCast;
use web_sys::{HtmlElement, HtmlTextAreaElement};
use yew::prelude::*;

use super::context::Context;
use super::state::{Action, Copied};
use super::{Seen, Share};
use crate::interface::fill;
use crate::query::View;

/// The button that opens it; nothing where a host gave no way to share.
pub(super) fn button(cx: &Context<'_>) -> Html {
    let is_open = cx.state.share_open;
    html! {
        if cx.share.is_some() {
            <button type="button" part="share" aria-expanded={is_open.to_string()} aria-controls="ce-share"
                onclick={cx.callback(Action::ToggleShare)} onkeydown={is_open.then(|| on_escape(cx))}>{ &*cx.interface.share }</button>
        }
    }
}

/// What it opens.
pub(super) fn panel(cx: &Context<'_>) -> Html {
    let open = cx.share.filter(|_| cx.state.share_open);
    html! {
        <div id="ce-share" data-open={open.is_some().to_string()} onkeydown={on_escape(cx)}>
            if let Some(share) = open { { content(cx, share) } }
        </div>
    }
}

fn on_escape(cx: &Context<'_>) -> Callback<KeyboardEvent> {
    let dispatch = cx.dispatch.clone();
    Callback::from(move |event: KeyboardEvent| {
        if event.key() == "Escape" {
            dispatch.dispatch(Action::ToggleShare);
        }
    })
}

fn content(cx: &Context<'_>, share: &Share) -> Html {
    let words = cx.interface;
    let codes = share.codes.emit(seen(cx));
    let mut fields = Vec::new();
    if let Some(page) = codes.page {
        fields.push((&*words.share_page, page));
    }
    let mut notes = Vec::new();
    if let Some(embed) = codes.embed {
        fields.push((&*words.share_link, embed.link));
        fields.push((&*words.share_element, embed.element));
        fields.push((&*words.share_iframe, embed.iframe));
        notes.push(fill(&words.share_static, &[("file", &embed.text)]));
        if cx.shared.is_annotated() {
            notes.push(words.share_plan_only.to_string());
        }
    }
    let copied = cx.state.copied.map(|Copied { nth, is_copied }| {
        let message = if is_copied {
            &words.copied
        } else {
            &words.selected
        };
        fill(
            message,
            &[("name", fields.get(nth).map_or("", |(name, _)| name))],
        )
    });
    let rows = fields.iter().enumerate();
    let rows = rows.map(|(nth, (name, text))| field(cx, share, nth, name, text));
    html! {
        <>
            <h3 tabindex="-1">{ &*words.share }</h3>
            <button type="button" onclick={cx.callback(Action::ToggleShare)}>{ &*words.share_close }</button>
            { for rows }
            { for notes.into_iter().map(|note| html! { <p>{ note }</p> }) }
            <p role="status">{ copied }</p>
        </>
    }
}

/// The view as it is, and as it would have to be to look the same in any page.
fn seen(cx: &Context<'_>) -> Seen {
    let view = cx.state.view.clone();
    let reading = cx.shared.plan().title.nearest(cx.tag()).0;
    let seen = View {
        lang: Some(reading.to_owned()),
        compare: cx.compare().map(str::to_owned),
        ..view.clone()
    };
    Seen {
        shared: cx.shared.clone(),
        view,
        seen,
    }
}

fn field(cx: &Context<'_>, share: &Share, nth: usize, name: &str, text: &str) -> Html {
    let id = format!("ce-code-{nth}");
    let copy_what = fill(&cx.interface.copy_what, &[("name", name)]);
    let onclick = copy(cx, share, nth, text.to_owned());
    html! {
        <>
            <label for={id.clone()}>{ name }</label>
            <textarea {id} readonly=true rows="1" lang="" dir="ltr" translate="no" spellcheck="false" value={text.to_owned()} />
            <button type="button" aria-label={copy_what} {onclick}>{ &*cx.interface.copy }</button>
        </>
    }
}

/// Copies the text of the field before the button, or else selects it, so that the reader can.
fn copy(cx: &Context<'_>, share: &Share, nth: usize, text: String) -> Callback<MouseEvent> {
    let (copy, dispatch) = (share.copy.clone(), cx.dispatch.clone());
    Callback::from(move |event: MouseEvent| {
        let button = event.target_dyn_into::<HtmlElement>();
        let field = button.and_then(|button| button.previous_element_sibling());
        let field = field.and_then(|field| field.dyn_into::<HtmlTextAreaElement>().ok());
        let dispatch = dispatch.clone();
        let done = Callback::from(move |is_copied: bool| {
            if let Some(field) = field.as_ref().filter(|_| !is_copied) {
                field.focus().ok();
                field.select();
            }
            dispatch.dispatch(Action::Copied(Copied { nth, is_copied }));
        });
        copy.emit((text.clone(), done));
    })
}
