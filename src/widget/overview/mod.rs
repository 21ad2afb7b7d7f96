//! The overview: two facets crossed in a table of tinted cells, each of which filters.
//!
//! It follows the query and the choices in the other facets; the choices in its own two are outlined.

mod picture;
mod pointed_cell;
mod table;

use plan::FacetId;
use plan::interface::fill;
use yew::prelude::*;

use crate::context::Context;
use crate::controls::flag;
use crate::state::Action;

/// Renders a button, and the table that it opens; nothing if the plan has no overview.
pub(crate) fn view(cx: &Context<'_>) -> Html {
    let plan = cx.shared.plan();
    let Some(overview) = plan.overview else {
        return html! {};
    };
    let label = |facet: FacetId| plan.facets[facet].label.nearest(&cx.interface.tag).text;
    let is_open = cx.state.overview_open;
    // The table and its picture show the same counts.
    let crossed = is_open.then(|| cx.shared.cross(&cx.state.view, overview));
    let labels = [
        ("rows", label(overview.rows)),
        ("columns", label(overview.columns)),
    ];
    let name = AttrValue::from(fill(&cx.interface.overview, &labels));
    html! {
        <div class="overview" data-open={flag(is_open)}>
            <p>
                <button type="button" aria-expanded={flag(is_open)} aria-controls="ce-overview"
                    onclick={cx.callback(Action::ToggleOverview)} ~textContent={&*name} />
                if let Some(crossed) = &crossed { { picture::link(cx, overview, crossed) } }
            </p>
            // In a narrow widget it scrolls sideways, so that it must be reachable by keyboard.
            <div id="ce-overview" role="region" aria-label={name} tabindex={is_open.then_some("0")}>
                if let Some(crossed) = &crossed { { table::view(cx, overview, crossed) } }
            </div>
            if is_open { { pointed_cell::view(cx, overview) } }
        </div>
    }
}
