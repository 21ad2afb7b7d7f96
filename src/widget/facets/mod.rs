//! The facets: for each value a checkbox, and how many clauses would match if it were chosen.
//!
//! Keyboard handling is the browser's own: facets are `details`, values are checkboxes.

mod checkbox;
mod disclosure;

use plan::interface::fill;
use plan::{FacetId, Id};
use yew::prelude::*;

use crate::context::Context;
use crate::controls::flag;
use crate::state::Action;

/// How many of the plan's facets are open at first.
const OPEN: usize = 2;

/// Renders all facets, behind a button that opens them in a narrow widget.
pub(crate) fn view(cx: &Context<'_>) -> Html {
    let is_open = flag(cx.state.facets_open);
    let label = match cx.state.view.filters.len() {
        0 => cx.interface.filters.to_string(),
        count => fill(
            &cx.interface.filters_active,
            &[("count", &cx.interface.number(count))],
        ),
    };
    let facets = cx.shared.plan().facets.enumerated();
    let facets = facets.zip(&cx.state.results.counts);
    // The facet of the host's statuses comes first, once its values are known.
    let is_statuses = |id: FacetId| Some(id) == cx.shared.statuses();
    let mut all = Vec::new();
    for ((id, facet), counts) in facets {
        if !is_statuses(id) {
            all.push(disclosure::view(cx, id.index() < OPEN, facet, counts));
        } else if !facet.values.is_empty() {
            all.insert(0, disclosure::view(cx, true, facet, counts));
        }
    }
    html! {
        <div part="facets" data-open={is_open}>
            <button type="button" class="open-facets" aria-expanded={is_open} aria-controls="ce-facets"
                onclick={cx.callback(Action::ToggleFacets)} ~textContent={label} />
            <div id="ce-facets">{ for all }</div>
        </div>
    }
}
