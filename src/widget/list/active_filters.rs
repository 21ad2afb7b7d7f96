//! The active filters, each with a button that removes it.

use plan::InLanguage;
use plan::interface::fill;
use yew::prelude::*;

use crate::context::Context;
use crate::controls::{clear_all_button, text};
use crate::state::Action;

/// Renders a line above the clauses; nothing if the whole plan is listed.
pub(crate) fn view(cx: &Context<'_>) -> Html {
    let view = &cx.state.view;
    if view.shows_all() || cx.state.pins_only {
        return html! {};
    }
    html! {
        <p class="chips">
            { for view.filters.iter().map(|(facet, value)| filter(cx, facet, value)) }
            { clear_all_button(&cx.interface.clear_all, cx.callback(Action::ClearFilters)) }
        </p>
    }
}

fn filter(cx: &Context<'_>, facet: &str, value: &str) -> Html {
    let InLanguage { tag, text: label } = cx.shared.value_label(facet, value, &cx.interface.tag);
    let remove = fill(&cx.interface.remove_filter, &[("name", label)]);
    let onclick = cx.callback(Action::RemoveValue(facet.to_owned(), value.to_owned()));
    html! {
        <button type="button" class="chip" aria-label={remove} {onclick}>
            <span lang={cx.shared.html_tag(tag)} ~textContent={label} />{ text(" ×") }
        </button>
    }
}
