//! A facet that opens and closes by its name.

use plan::interface::fill;
use plan::{ById, Facet, ValueId};
use query::Criterion;
use yew::prelude::*;

use super::checkbox::checkbox;
use crate::context::Context;
use crate::controls::{button, text};
use crate::state::Action;

/// How many values of a facet are listed at most, besides the chosen ones: a host may have thousands of statuses.
const MOST: usize = 200;

/// Renders a facet. If it has too many values, those without clauses in the present view are not listed. The browser
/// keeps whether it is open: what is rendered never changes. Until it `has_values`, they are still to be rendered.
pub(super) fn view(
    cx: &Context<'_>,
    is_open: bool,
    has_values: bool,
    facet: &Facet,
    counts: &ById<ValueId, usize>,
) -> Html {
    let label = facet.label.nearest(&cx.interface.tag).text;
    let filters = cx.state.view.filters.iter();
    let chosen = filters.filter(|(chosen, _)| *chosen == facet.id).count();
    let longest = counts.iter().copied().max().unwrap_or(0);
    let total = facet.values.iter().len();
    let mut listed = 0;
    let rendered = if has_values { total } else { 0 };
    let values = facet.values.iter().zip(counts).take(rendered);
    let values = values.filter(|&(value, &count)| {
        let is_listed =
            total <= MOST || cx.state.view.has(&facet.id, &value.id) || count > 0 && listed < MOST;
        listed += usize::from(is_listed);
        is_listed
    });
    let mut boxes = Vec::new();
    if let Some(scale) = &facet.scale {
        boxes.push(note("scale", scale.nearest(&cx.interface.tag).text));
    }
    for (value, &count) in values {
        if let Some(heading) = &value.heading {
            let text = heading.nearest(&cx.interface.tag).text;
            boxes.push(note(text, text));
        }
        boxes.push(checkbox(cx, facet, value, count, longest));
    }
    let hidden = rendered - listed;
    let more = || {
        let count = cx.interface.number(hidden);
        fill(&cx.interface.more_values, &[("count", &count)])
    };
    html! {
        <details key={&*facet.id} open={is_open}>
            <summary>
                { text(label) }
                if chosen > 0 { <span class="chosen" ~textContent={cx.interface.number(chosen)} /> }
            </summary>
            <fieldset part="facet">
                <legend class="unseen" ~textContent={label} />
                { for boxes }
                if hidden > 0 { <p ~textContent={more()} /> }
                if chosen > 0 { { clear_button(cx, facet, label) } }
            </fieldset>
        </details>
    }
}

fn note(key: &str, text: &str) -> Html {
    html! { <p {key} ~textContent={text} /> }
}

fn clear_button(cx: &Context<'_>, facet: &Facet, label: &str) -> Html {
    let clear = cx.callback(Action::DropCriterion(Criterion::Facet(
        facet.id.to_string(),
    )));
    button(&fill(&cx.interface.clear_facet, &[("facet", label)]), clear)
}
