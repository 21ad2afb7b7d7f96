//! A line above the clauses about a problem with something that the host asked for.

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
    html! { <p class="note" role="note">{ line }</p> }
}
