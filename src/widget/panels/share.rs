//! The share panel: addresses and codes of the view, each with a button that copies it.

use plan::interface::fill;
use query::View;
use yew::prelude::*;

use super::copy_field::{copy_field, copy_result};
use crate::api::SharedView;
use crate::context::Context;
use crate::state::Action;

/// Renders the addresses and codes; nothing if the host cannot share a view.
pub(super) fn content(cx: &Context<'_>) -> Html {
    let words = cx.interface.0;
    let Some(sharing) = cx.sharing else {
        return html! {};
    };
    let codes = sharing.codes.emit(shared_view(cx));
    let mut fields = Vec::new();
    // The address of a page that does not keep the view would lead to the whole plan.
    let is_kept = |page: &String| !cx.state.view.only_pins || page.contains("only=pins");
    if let Some(page) = codes.page.filter(is_kept) {
        fields.push((&*words.share_page, page));
    }
    let mut notes = Vec::new();
    let has_embed = codes.embed.is_some();
    if let Some(embed) = codes.embed {
        fields.push((&*words.share_link, embed.link));
        fields.push((&*words.share_element, embed.element));
        fields.push((&*words.share_iframe, embed.iframe));
        notes.push(fill(&words.share_static, &[("file", &embed.text_file)]));
        if cx.shared.is_annotated() {
            notes.push(words.share_plan_only.to_string());
        }
    }
    let rows = fields.iter().enumerate().map(|(index, (name, text))| {
        copy_field(
            cx,
            ["ce-code-", &index.to_string()].concat(),
            name,
            text,
            "1",
        )
    });
    html! {
        <>
            if has_embed { { headline(cx) } }
            { for rows }
            { for notes.into_iter().map(|note| html! { <p ~textContent={note} /> }) }
            { copy_result(cx, |copied| fields.iter().any(|(name, _)| *name == copied)) }
        </>
    }
}

/// Renders the field for the headline of the embed codes.
fn headline(cx: &Context<'_>) -> Html {
    let dispatch = cx.dispatch.clone();
    let oninput = Callback::from(move |event: InputEvent| {
        if let Some(field) = event.target_dyn_into::<web_sys::HtmlInputElement>() {
            dispatch.dispatch(Action::SetHeadline(field.value().into()));
        }
    });
    html! {
        <>
            <label for="ce-headline" ~textContent={&*cx.interface.share_headline} />
            <input id="ce-headline" lang="" dir="auto" value={cx.state.headline.to_string()} {oninput} />
        </>
    }
}

/// Returns the view, also with the languages in use, so that it looks the same in any page.
fn shared_view(cx: &Context<'_>) -> SharedView {
    let view = cx.state.view.clone();
    let reading = cx.shared.plan().title.nearest(cx.tag()).tag;
    let with_languages = View {
        lang: Some(reading.to_owned()),
        compare: cx.compare().map(str::to_owned),
        ..view.clone()
    };
    SharedView {
        shared: cx.shared.clone(),
        view,
        with_languages,
        heading: cx.state.headline.clone(),
    }
}
