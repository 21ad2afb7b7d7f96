//! A line above the clauses about a problem with something that the host or the reader asked for.

use plan::interface::fill;
use yew::prelude::*;

use crate::api::Notice;
use crate::context::Context;

/// Renders the line.
pub(crate) fn view(cx: &Context<'_>, notice: &Notice) -> Html {
    let interface = cx.interface;
    let line = match notice {
        Notice::UnknownValues(what) => fill(&interface.left_out, &[("what", what)]),
        Notice::PlanFailed => interface.plan_failed.to_string(),
        Notice::AnnotationsIncomplete => interface.annotations_incomplete.to_string(),
    };
    note(&line)
}

/// Renders the line about a query that is too long.
pub(crate) fn of_query(cx: &Context<'_>) -> Html {
    if !query::is_too_long(&cx.state.view.query) {
        return html! {};
    }
    let longest = cx.interface.number(query::LONGEST_QUERY);
    note(&fill(&cx.interface.query_long, &[("longest", &longest)]))
}

fn note(line: &str) -> Html {
    html! { <p class="note" role="note" ~textContent={line} /> }
}
