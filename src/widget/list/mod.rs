//! The list: the overview, then the matching clauses under the headings of their divisions.

pub(crate) mod active_filters;
mod no_matches;
pub(crate) mod notice;
pub(crate) mod pins;
mod preamble;
mod window;

use std::ops::Range;

use plan::ClauseId;
use yew::prelude::*;

use crate::context::Context;
use crate::controls::flag;
use crate::{languages, overview};

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
    let shows_preamble =
        cx.state.view.shows_all() && !cx.state.pins_only && !plan.preamble.is_empty();
    html! {
        // It scrolls, so that it must be reachable by keyboard.
        <div part="list" role="region" aria-label={&*cx.interface.0.clauses} tabindex="0" data-parallel={flag(shown.len() > 1)}>
            { overview::view(cx) }
            if listed.is_empty() { { no_matches::view(cx) } }
            { languages::status(cx) }
            if shows_preamble { { preamble::view(cx) } }
            { rows }
        </div>
    }
}
