//! The selection to take along: cited in the forms of writers, or as a table with all languages and facets.

use yew::prelude::*;

use super::context::Context;
use super::forms::{self, ALL};
use super::panel;
use super::state::Action;

pub(super) fn content(cx: &Context<'_>) -> Html {
    let form = cx.state.form;
    let places = cx.state.listed();
    let text = form.write(cx, &places);
    let (name, ending) = form.name(cx.interface);
    let count = cx.counted(&cx.interface.selection, places.len(), &[]);
    let file = format!("{}.{ending}", cx.shared.plan().id);
    html! {
        <>
            <p>{ count }</p>
            { forms::choice(cx, &ALL, form, Action::Form) }
            { panel::field(cx, "ce-selection".to_owned(), name, &text, "6") }
            <p><a href={as_file("application/octet-stream", &text)} download={file.clone()}>{ &*cx.interface.download }{ " " }<bdi>{ file }</bdi></a></p>
            { panel::copied(cx, |copied| copied == name) }
        </>
    }
}

/// The address of a text that the browser keeps as a file.
pub(super) fn as_file(kind: &str, text: &str) -> String {
    format!("data:{kind};charset=utf-8,{}", query::encode(text))
}
