//! The export panel: the listed clauses as citations, as a table with all languages and facets, or as rich text.

use yew::prelude::*;

use super::copy_field::{copy_field, copy_result};
use super::forms::{self, ALL};
use super::tables;
use crate::context::Context;
use crate::controls::text_before;
use crate::data_url::data_url;
use crate::state::Action;

/// Renders the choice of a form, the text in that form, and a link that saves it.
pub(super) fn content(cx: &Context<'_>) -> Html {
    let form = cx.state.export_form;
    let listed = cx.state.listed();
    let text = forms::write(form, cx, listed);
    let (name, extension) = forms::name_and_extension(form, cx.interface.0);
    let count = cx.counted(&cx.interface.selection, listed.len(), &[]);
    let file = AttrValue::from([&*cx.shared.plan().id, ".", extension].concat());
    html! {
        <>
            <p ~textContent={count} />
            { tables::buttons(cx, listed, &[&*cx.shared.plan().id, ".xlsx"].concat()) }
            { forms::choice(cx, &ALL, form, Action::SetExportForm) }
            { copy_field(cx, "ce-selection", name, &text, "6") }
            <p><a href={data_url("application/octet-stream", &text)} download={file.clone()}>{ text_before(&cx.interface.download) }<bdi ~textContent={&*file} /></a></p>
            { copy_result(cx, |copied| copied == name) }
        </>
    }
}
