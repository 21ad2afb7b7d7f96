//! The foot of the widget: where the text comes from, where it ends, and its height.

use yew::prelude::*;

use super::context::Context;
use super::state::Action;
use crate::interface::fill;

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
