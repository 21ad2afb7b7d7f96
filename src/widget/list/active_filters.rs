//! The active filters, each with a button that removes it.

use plan::InLanguage;
use plan::interface::fill;
use query::Criterion;
use yew::prelude::*;

use crate::context::Context;
use crate::controls::{clear_all_button, text};
use crate::state::Action;

/// Renders a line above the clauses; nothing without a filter. The search field has a button of its own.
pub(crate) fn view(cx: &Context<'_>) -> Html {
    let view = &cx.state.view;
    if view.filters.is_empty() && !view.only_pins {
        return html! {};
    }
    html! {
        <p class="chips">
            if view.only_pins {
                { chip(cx, "", InLanguage { tag: &cx.interface.tag, text: &pins(cx) }, Action::DropCriterion(Criterion::Pins)) }
            }
            { for view.filters.iter().map(|(facet, value)| {
                let label = cx.shared.value_label(facet, value, &cx.interface.tag);
                chip(cx, &[&**facet, "=", value].concat(), label, Action::RemoveValue(facet.clone(), value.clone()))
            }) }
            { clear_all_button(&cx.interface.clear_all, cx.callback(Action::ClearFilters)) }
        </p>
    }
}

/// Returns the name of the restriction to the pinned clauses.
pub(super) fn pins(cx: &Context<'_>) -> String {
    cx.counted(&cx.interface.pins, cx.state.view.pins.len(), &[])
}

fn chip(cx: &Context<'_>, key: &str, label: InLanguage<&str>, remove: Action) -> Html {
    let name = fill(&cx.interface.remove_filter, &[("name", label.text)]);
    html! {
        <button key={key.to_owned()} type="button" class="chip" aria-label={name} onclick={cx.callback(remove)}>
            <span lang={cx.shared.html_tag(label.tag)} dir={cx.shared.dir(label.tag)} ~textContent={label.text} />{ text(" ×") }
        </button>
    }
}
