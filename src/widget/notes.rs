//! The foot of the widget: where the text comes from, where it ends, its height, and how to take it along; and
//! what the reader should know of what was asked for.

use yew::prelude::*;

use super::Notice;
use super::context::Context;
use super::state::Action;
use plan::interface::{Interface, fill};

pub(super) fn view(cx: &Context<'_>, copy: &AttrValue) -> Html {
    let plan = cx.shared.plan();
    let source = &plan.source;
    let source_line = fill(
        &cx.interface.source,
        &[
            ("publisher", &source.publisher),
            ("published", &source.published),
        ],
    );
    let last = plan.truncated();
    let expanded = cx.state.expanded;
    let height = if expanded {
        &*cx.interface.collapse
    } else {
        &*cx.interface.expand
    };
    let print = |_: MouseEvent| {
        if let Some(window) = web_sys::window() {
            // Where a sandbox forbids it, the browser says so to its developers.
            window.print().ok();
        }
    };
    html! {
        <footer>
            <p>
                if let Some(clause) = last {
                    { fill(&cx.interface.ends_in, &[("number", clause.number.nearest(cx.tag()).text)]) }{ " " }
                }
                <a href={source.url.to_string()} rel="noopener" target="_blank">{ source_line }</a>
            </p>
            // Filled in for printing, with the page's address (www/page.js).
            <p class="page-address"></p>
            <button type="button" aria-pressed={expanded.to_string()} onclick={cx.callback(Action::ToggleHeight)}>{ height }</button>
            if !copy.is_empty() {
                <a href={copy} download={format!("{}.html", plan.id)}>{ &*cx.interface.save_offline }</a>
            }
            <button type="button" onclick={print}>{ &*cx.interface.print }</button>
        </footer>
    }
}

/// A line above the clauses.
pub(super) fn notice(interface: &Interface, notice: &Notice) -> Html {
    let line = match notice {
        Notice::LeftOut(what) => fill(&interface.left_out, &[("what", what)]),
        Notice::PlanFailed => interface.plan_failed.to_string(),
        Notice::AnnotationsIncomplete => interface.annotations_incomplete.to_string(),
    };
    html! { <p class="note" role="note">{ line }</p> }
}
