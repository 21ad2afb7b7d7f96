//! The list: the overview, then the matching clauses under the headings of their divisions.

pub(crate) mod active_filters;
mod no_matches;
pub(crate) mod notice;
pub(crate) mod pins;
mod preamble;
mod window;

use std::ops::Range;

use plan::ClauseId;
use plan::interface::fill;
use yew::prelude::*;

use crate::api::Layout;
use crate::context::Context;
use crate::controls::{button, flag};
use crate::rare;
use crate::state::Action;
pub(crate) use no_matches::view as no_matches;
pub(crate) use preamble::view as preamble;

/// Renders the list with the rows of a window of the `listed` clauses: all of them for a plan of some hundred
/// clauses. For a longer plan, the caller passes the part that is near the viewport.
pub(crate) fn view(cx: &Context<'_>, listed: &[ClauseId], window: Range<usize>) -> Html {
    let plan = cx.shared.plan();
    // If the plan lacks the language of the interface, its clauses are shown in the original.
    let reading = plan.title.nearest(cx.tag()).tag;
    let shown: Vec<&str> = std::iter::once(reading).chain(cx.compare()).collect();
    // The rows are a list of their own in which each has a key: the DOM of a clause that stays is not
    // touched, and neither is the focus in it.
    let rows = window::rows(cx, listed, window, &shown);
    html! {
        // If it scrolls, it must be reachable by keyboard.
        <div part="list" role="region" aria-label={&*cx.interface.0.clauses} tabindex={if cx.layout == Layout::Panel { "0" } else { "-1" }} data-parallel={flag(shown.len() > 1)}>
            if cx.state.overview_open { { rare::or_notice(rare::overview(cx), cx, &cx.interface.overview_short) } }
            if listed.is_empty() { { rare::or_notice(rare::no_matches(cx), cx, &cx.interface.empty) } }
            { rows }
            if let Some(&next) = listed.get(cx.state.shown_rows(cx.layout)) { { show_all_button(cx, next, listed.len()) } }
        </div>
    }
}

/// Renders the button that shows the rows from the clause `next` on too.
fn show_all_button(cx: &Context<'_>, next: ClauseId, count: usize) -> Html {
    let next = cx.shared.plan().clauses[next].eid.to_string();
    let onclick = cx.callback(Action::ShowAllRows(Some(next)));
    let label = fill(
        cx.interface.plural(&cx.interface.offer_all, count),
        &[("total", &cx.interface.number(count))],
    );
    html! { <p class="show-all">{ button(&label, onclick) }</p> }
}
