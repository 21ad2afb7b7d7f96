//! What narrows the plan now, each undone with one press.

use yew::prelude::*;

use super::context::Context;
use super::state::Action;
use plan::InLanguage;
use plan::interface::fill;

pub(super) fn view(cx: &Context<'_>) -> Html {
    let view = &cx.state.view;
    if view.shows_all() || cx.state.pins_only {
        return html! {};
    }
    let count = cx.state.results.clauses.len();
    html! {
        <p class="chips">
            { for view.filters.iter().map(|(facet, value)| chip(cx, facet, value)) }
            <button type="button" class="clear-all" onclick={cx.callback(Action::DropAll)}>{ &*cx.interface.clear_all }</button>
            if cx.state.overview_open && count > 0 {
                <button type="button" class="to-clauses" onclick={cx.callback(Action::ToClauses)}>{ cx.counted(&cx.interface.to_clauses, count, &[]) }</button>
            }
        </p>
    }
}

fn chip(cx: &Context<'_>, facet: &str, value: &str) -> Html {
    let InLanguage { tag, text: label } = cx.shared.value_label(facet, value, &cx.interface.tag);
    let remove = fill(&cx.interface.remove_filter, &[("name", label)]);
    let onclick = cx.callback(Action::Remove(facet.to_owned(), value.to_owned()));
    html! {
        <button type="button" class="chip" aria-label={remove} {onclick}>
            <span lang={cx.shared.html_tag(tag)}>{ label }</span>{ " ×" }
        </button>
    }
}
