//! The overview: two facets crossed in a table of tinted cells, each of which filters.
//!
//! It follows the query and the choices in the other facets; the choices in its own two are outlined.

mod figures;
mod picture;
mod pointed_cell;
mod table;

use plan::FacetId;
use plan::interface::fill;
use yew::prelude::*;

use crate::context::Context;
use crate::controls::flag;
use crate::state::Action;
pub(crate) use figures::view as figures;

/// Renders the button that opens the table; nothing if the plan has no overview.
pub(crate) fn open_button(cx: &Context<'_>) -> Html {
    if cx.shared.plan().overview.is_none() {
        return html! {};
    }
    html! {
        <button type="button" class="open-overview" aria-expanded={flag(cx.state.overview_open)} aria-controls="ce-overview"
            onclick={cx.callback(Action::ToggleOverview)} ~textContent={&*cx.interface.0.overview_short} />
    }
}

/// Renders the table if it is open and the plan has an overview.
pub(crate) fn view(cx: &Context<'_>) -> Html {
    let plan = cx.shared.plan();
    let Some(overview) = plan.overview.filter(|_| cx.state.overview_open) else {
        return html! {};
    };
    let [rows, columns] = [overview.rows, overview.columns]
        .map(|facet: FacetId| plan.facets[facet].name(&cx.interface.tag));
    // The table and its picture show the same counts.
    let crossed = &cx.state.crossings.crossed;
    let labels = [("rows", &*rows), ("columns", &*columns)];
    let name = AttrValue::from(fill(&cx.interface.overview, &labels));
    html! {
        <div class="overview">
            <p><b ~textContent={&*name} />{ picture::link(cx, overview, crossed) }</p>
            // In a narrow widget it scrolls sideways, and some browsers make a tab stop of what scrolls.
            <div id="ce-overview" tabindex="-1">{ table::view(cx, overview, crossed, name) }</div>
            { pointed_cell::view(cx, overview) }
            <p class="note" ~textContent={&*cx.interface.overview_note} />
        </div>
    }
}
