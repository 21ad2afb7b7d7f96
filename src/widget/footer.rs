//! The footer: which text is authoritative, the source, where the source breaks off, an offline copy.

use plan::Source;
use yew::prelude::*;

use crate::context::Context;
use crate::controls::text_before;
use crate::{languages, rare, title};

/// Renders the footer. `offline_copy` is the address of the explorer in one file, or empty.
pub(crate) fn view(cx: &Context<'_>, offline_copy: &AttrValue) -> Html {
    let plan = cx.shared.plan();
    html! {
        <footer>
            if plan.members.is_empty() {
                { languages::status(cx, &plan.languages) }
                { source(cx, title::in_source_line(cx), &plan.source) }
            } else {
                { rare::members(cx).unwrap_or_default() }
            }
            // Before printing, `www/page.js` writes the page's address here.
            <p class="page-address"></p>
            if !offline_copy.is_empty() {
                <a href={offline_copy} download={[&*plan.id, ".html"].concat()} ~textContent={&*cx.interface.save_offline} />
            }
        </footer>
    }
}

/// Renders a source behind the title of its plan, with the note where it breaks off.
pub(crate) fn source(cx: &Context<'_>, title: Html, source: &Source) -> Html {
    html! {
        <p>
            { title }
            if let Some(note) = cx.ends_in(source) {
                { text_before(&note) }
            }
            <a href={(!source.url.is_empty()).then(|| source.url.to_string())} rel="noopener" target="_blank" ~textContent={source.line(cx.interface.0)} />
        </p>
    }
}
