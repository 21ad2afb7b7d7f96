//! The foot of the widget: where the text comes from, where it ends, and its height; and what the reader
//! should know of what was asked for.

use yew::prelude::*;

use super::Notice;
use super::context::Context;
use super::state::Action;
use crate::interface::{Interface, fill};

pub(super) fn view(cx: &Context<'_>) -> Html {
    let plan = cx.shared.plan();
    let source = &plan.source;
    let source_line = fill(
        &cx.interface.source,
        &[
            ("publisher", &source.publisher),
            ("published", &source.published),
        ],
    );
    let last = plan.clauses.iter().find(|clause| clause.truncated);
    let expanded = cx.state.expanded;
    let height = if expanded {
        &*cx.interface.collapse
    } else {
        &*cx.interface.expand
    };
    html! {
        <footer>
            <p>
                if let Some(clause) = last {
                    { fill(&cx.interface.ends_in, &[("number", clause.number.nearest(cx.tag()).1)]) }{ " " }
                }
                <a href={source.url.to_string()} rel="noopener" target="_blank">{ source_line }</a>
            </p>
            <button type="button" aria-pressed={expanded.to_string()} onclick={cx.callback(Action::ToggleHeight)}>{ height }</button>
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
