//! What a reader shares the view by: addresses and codes, each with a button that copies it.

use yew::prelude::*;

use super::Seen;
use super::context::Context;
use super::panel;
use plan::interface::fill;
use query::View;

/// The addresses and codes; nothing where a host gave no way to share.
pub(super) fn content(cx: &Context<'_>) -> Html {
    let words = cx.interface;
    let Some(share) = cx.share else {
        return html! {};
    };
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
    let rows = fields.iter().enumerate();
    let rows =
        rows.map(|(nth, (name, text))| panel::field(cx, format!("ce-code-{nth}"), name, text, "1"));
    html! {
        <>
            { for rows }
            { for notes.into_iter().map(|note| html! { <p>{ note }</p> }) }
            { panel::copied(cx, |copied| fields.iter().any(|(name, _)| *name == copied)) }
        </>
    }
}

/// The view as it is, and as it would have to be to look the same in any page.
fn seen(cx: &Context<'_>) -> Seen {
    let view = cx.state.view.clone();
    let reading = cx.shared.plan().title.nearest(cx.tag()).tag;
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
