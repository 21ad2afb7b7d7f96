//! The footer: which text is authoritative, the source, where the source breaks off, an offline copy.

use yew::prelude::*;

use crate::context::Context;
use crate::controls::text_before;
use crate::{languages, rare, title};

/// Renders the footer. `offline_copy` is the address of the explorer in one file, or empty.
pub(crate) fn view(cx: &Context<'_>, offline_copy: &AttrValue) -> Html {
    let plan = cx.shared.plan();
    let source = &plan.source;
    html! {
        <footer>
            if plan.members.is_empty() {
                { languages::status(cx, &plan.languages) }
                <p>
                    { title::in_source_line(cx) }
                    if let Some(note) = cx.ends_in() {
                        { text_before(&note) }
                    }
                    <a href={(!source.url.is_empty()).then(|| source.url.to_string())} rel="noopener" target="_blank" ~textContent={cx.source_line()} />
                </p>
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
