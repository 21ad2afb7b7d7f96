//! The footer: the source, where the source breaks off, the height of the list, an offline copy, printing.

use plan::interface::fill;
use yew::prelude::*;

use crate::context::Context;
use crate::controls::{button, text_before, toggle_button};
use crate::state::Action;

/// Renders the footer. `offline_copy` is the address of the explorer in one file, or empty.
pub(crate) fn view(cx: &Context<'_>, offline_copy: &AttrValue) -> Html {
    let plan = cx.shared.plan();
    let source = &plan.source;
    let source_line = fill(
        &cx.interface.source,
        &[
            ("publisher", &source.publisher),
            ("published", &source.published),
        ],
    );
    let is_expanded = cx.state.is_expanded;
    let height = if is_expanded {
        &cx.interface.collapse
    } else {
        &cx.interface.expand
    };
    let print = Callback::from(|_| {
        if let Some(window) = web_sys::window() {
            // If a sandbox forbids printing, the browser reports it in its console.
            window.print().ok();
        }
    });
    html! {
        <footer>
            <p>
                if let Some(clause) = plan.truncated() {
                    { text_before(&fill(&cx.interface.ends_in, &[("number", clause.number.nearest(cx.tag()).text)])) }
                }
                <a href={source.url.to_string()} rel="noopener" target="_blank" ~textContent={source_line} />
            </p>
            // Before printing, `www/page.js` writes the page's address here.
            <p class="page-address"></p>
            { toggle_button(height, is_expanded, cx.callback(Action::ToggleHeight)) }
            if !offline_copy.is_empty() {
                <a href={offline_copy} download={[&*plan.id, ".html"].concat()} ~textContent={&*cx.interface.save_offline} />
            }
            { button(&cx.interface.print, print) }
        </footer>
    }
}
