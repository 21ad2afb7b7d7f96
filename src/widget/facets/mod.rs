//! The facets: for each value a checkbox, and how many clauses would match if it were chosen.
//!
//! Keyboard handling is the browser's own: facets are `details`, values are checkboxes.

mod checkbox;
mod disclosure;

use plan::interface::fill;
use plan::{FacetId, Id};
use yew::prelude::*;

use crate::context::Context;
use crate::controls::{button, flag};
use crate::state::Action;

/// How many of the plan's facets are open at first.
const OPEN: usize = 2;

/// Renders the button that opens the facets where they are not always shown. A plan without facets has none.
pub(crate) fn open_button(cx: &Context<'_>) -> Html {
    if !has_any(cx) {
        return html! {};
    }
    let is_open = flag(cx.state.facets_open);
    let label = match cx.state.view.filters.len() {
        0 => cx.interface.filters.to_string(),
        count => fill(
            &cx.interface.filters_active,
            &[("count", &cx.interface.number(count))],
        ),
    };
    html! {
        <button type="button" class="open-facets" aria-expanded={is_open} aria-controls="ce-facets"
            onclick={cx.callback(Action::ToggleFacets)} ~textContent={label} />
    }
}

/// Reports whether there is anything to filter by. Every value of the plan has clauses, but the host's statuses may have no value.
fn has_any(cx: &Context<'_>) -> bool {
    let mut facets = cx.shared.plan().facets.iter();
    facets.any(|facet| !facet.values.is_empty())
}

/// Renders all facets, those that are closed at first without values until they are `complete`, and below them the buttons that show the clauses or drop all filters.
pub(crate) fn view(cx: &Context<'_>, complete: bool) -> Html {
    if !has_any(cx) {
        return html! {};
    }
    let is_open = flag(cx.state.facets_open);
    let count = cx.state.listed().len();
    let facets = cx.shared.plan().facets.enumerated();
    let facets = facets.zip(&cx.state.results.counts);
    // The facet of the host's statuses comes first, once its values are known.
    let is_statuses = |id: FacetId| Some(id) == cx.shared.statuses();
    let mut all = Vec::new();
    for ((id, facet), counts) in facets {
        if !is_statuses(id) {
            let is_open = id.index() < OPEN;
            all.push(disclosure::view(
                cx,
                is_open,
                complete || is_open,
                facet,
                counts,
            ));
        } else if !facet.values.is_empty() {
            all.insert(0, disclosure::view(cx, true, true, facet, counts));
        }
    }
    html! {
        <div part="facets" data-open={is_open}>
            <div id="ce-facets" class="sheet">
                <div class="facets">{ for all }</div>
                <p class="done">
                    { button(&cx.counted(&cx.interface.to_clauses, count, &[]), cx.callback(Action::ToggleFacets)) }
                    { button(&cx.interface.clear_all, cx.callback(Action::ClearFilters)) }
                </p>
            </div>
        </div>
    }
}
