//! The ways to filter: for each facet its values, with how many clauses each would leave.

use yew::prelude::*;

use super::context::Context;
use super::state::Action;
use plan::interface::fill;
use plan::{ById, Facet, FacetId, FacetValue, Id, InLanguage, ValueId};
use query::Criterion;

pub(super) fn view(cx: &Context<'_>) -> Html {
    let open = cx.state.facets_open;
    let label = match cx.state.view.filters.len() {
        0 => cx.interface.filters.to_string(),
        count => fill(
            &cx.interface.filters_active,
            &[("count", &cx.interface.number(count))],
        ),
    };
    let facets = cx
        .shared
        .plan()
        .facets
        .enumerated()
        .zip(&cx.state.results.counts);
    // The host's own facet stands above the plan's, once its values are known.
    let is_statuses = |id: FacetId| Some(id) == cx.shared.statuses();
    let statuses = facets
        .clone()
        .filter(|((id, facet), _)| is_statuses(*id) && !facet.values.is_empty());
    let statuses = statuses.map(|((_, facet), counts)| room(cx, true, facet, counts));
    let others = facets.filter(|((id, _), _)| !is_statuses(*id));
    let others = others.map(|((id, facet), counts)| room(cx, id.index() < OPEN, facet, counts));
    let rooms: Html = statuses.chain(others).collect();
    html! {
        <div part="facets" data-open={open.to_string()}>
            <button type="button" class="open-facets" aria-expanded={open.to_string()} aria-controls="ce-facets"
                onclick={cx.callback(Action::ToggleFacets)}>{ label }</button>
            <div id="ce-facets">{ rooms }</div>
        </div>
    }
}

/// How many facets are open at first; the others wait behind their names.
const OPEN: usize = 2;

/// A facet behind its name. Whether it is open is the browser's affair: what is rendered never changes.
fn room(cx: &Context<'_>, is_open: bool, facet: &Facet, counts: &ById<ValueId, usize>) -> Html {
    let InLanguage { text: label, .. } = facet.label.nearest(&cx.interface.tag);
    let chosen = cx
        .state
        .view
        .filters
        .iter()
        .filter(|(chosen, _)| *chosen == facet.id);
    let chosen = Some(chosen.count()).filter(|&count| count > 0);
    html! {
        <details key={&*facet.id} open={is_open}>
            <summary>
                { label }
                if let Some(count) = chosen { <span class="chosen">{ cx.interface.number(count) }</span> }
            </summary>
            { fieldset(cx, facet, counts) }
        </details>
    }
}

fn fieldset(cx: &Context<'_>, facet: &Facet, counts: &ById<ValueId, usize>) -> Html {
    let InLanguage { text: label, .. } = facet.label.nearest(&cx.interface.tag);
    let most = counts.iter().copied().max().unwrap_or(0);
    let values = facet.values.iter().zip(counts);
    let is_active = cx
        .state
        .view
        .filters
        .iter()
        .any(|(chosen, _)| *chosen == facet.id);
    let clear = cx.callback(Action::Drop(Criterion::Facet(facet.id.to_string())));
    html! {
        <fieldset part="facet">
            <legend class="unseen">{ label }</legend>
            { for values.map(|(value, &count)| option(cx, facet, value, count, most)) }
            if is_active {
                <button type="button" onclick={clear}>{ fill(&cx.interface.clear_facet, &[("facet", label)]) }</button>
            }
        </fieldset>
    }
}

/// One value, with its count in figures and as a bar. The longest bar of the facet is a full one.
fn option(cx: &Context<'_>, facet: &Facet, value: &FacetValue, count: usize, most: usize) -> Html {
    let InLanguage { tag, text: label } = value.label.nearest(&cx.interface.tag);
    let onchange = cx.callback(Action::Toggle(facet.id.to_string(), value.id.to_string()));
    let checked = cx.state.view.has(&facet.id, &value.id);
    let InLanguage {
        text: description, ..
    } = value.description.nearest(&cx.interface.tag);
    let title = Some(description.to_owned()).filter(|title| !title.is_empty());
    let width = (count * 100).checked_div(most).unwrap_or(0);
    html! {
        <label part="option" data-none={(count == 0).to_string()} {title}>
            <input type="checkbox" name={facet.id.to_string()} value={value.id.to_string()} {checked} {onchange} />
            <span class="name" lang={cx.shared.html_tag(tag)}>{ label }</span>
            <span part="count">{ cx.interface.number(count) }</span>
            // A width in a style attribute would be refused by a strict content security policy.
            <svg class="bar" viewBox="0 0 100 1" preserveAspectRatio="none" aria-hidden="true"><rect width={width.to_string()} height="1" /></svg>
        </label>
    }
}
