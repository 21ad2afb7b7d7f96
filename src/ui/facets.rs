//! The ways to filter: for each facet its values, with how many clauses each would leave.

use std::rc::Rc;

use yew::prelude::*;

use super::Shared;
use super::state::{Action, State};
use crate::interface::{Interface, fill};
use crate::plan::{Facet, FacetValue};
use crate::query::{Criterion, Results, View};

#[derive(Debug, PartialEq, Properties)]
pub(super) struct Props {
    pub(super) shared: Shared,
    pub(super) interface: &'static Interface,
    pub(super) view: View,
    pub(super) results: Rc<Results>,
    /// Whether they are open where there is little room.
    pub(super) open: bool,
    pub(super) dispatch: UseReducerDispatcher<State>,
}

#[component]
pub(super) fn Facets(props: &Props) -> Html {
    let Props { shared, interface, view, open, dispatch, .. } = props;
    let label = match view.filters.len() {
        0 => interface.filters.to_string(),
        count => fill(&interface.filters_active, &[("count", &count.to_string())]),
    };
    let toggle = action(dispatch, Action::ToggleFacets);
    let facets = shared.plan().facets.iter().enumerate();
    html! {
        <div part="facets" class={classes!(open.then_some("open"))}>
            <button type="button" class="open-facets" aria-expanded={open.to_string()} aria-controls="ce-facets" onclick={toggle}>{ label }</button>
            <div id="ce-facets">{ for facets.map(|(place, facet)| fieldset(props, place, facet)) }</div>
        </div>
    }
}

fn fieldset(props: &Props, place: usize, facet: &Facet) -> Html {
    let Props { interface, view, results, dispatch, .. } = props;
    let (_, label) = facet.label.nearest(&interface.tag);
    let counts = &results.counts[place];
    let most = counts.iter().copied().max().unwrap_or(0);
    let values = facet.values.iter().zip(counts);
    let clear = action(dispatch, Action::Drop(Criterion::Facet(facet.id.to_string())));
    html! {
        <fieldset key={facet.id.as_ref()} part="facet">
            <legend>{ label }</legend>
            { for values.map(|(value, &count)| option(props, facet, value, count, most)) }
            if view.filters.iter().any(|(chosen, _)| *chosen == facet.id) {
                <button type="button" onclick={clear}>{ fill(&interface.clear_facet, &[("facet", label)]) }</button>
            }
        </fieldset>
    }
}

/// One value, with its count in figures and as a bar. The longest bar of the facet is a full one.
fn option(props: &Props, facet: &Facet, value: &FacetValue, count: usize, most: usize) -> Html {
    let Props { shared, interface, view, dispatch, .. } = props;
    let (tag, label) = value.label.nearest(&interface.tag);
    let onchange = action(dispatch, Action::Toggle(facet.id.to_string(), value.id.to_string()));
    let width = (count * 100).checked_div(most).unwrap_or(0);
    html! {
        <label key={value.id.as_ref()} part="option" class={classes!((count == 0).then_some("none"))}>
            <input type="checkbox" name={facet.id.to_string()} value={value.id.to_string()} checked={view.has(&facet.id, &value.id)} {onchange} />
            <span class="name" lang={shared.html_tag(tag)}>{ label }</span>
            <span part="count">{ count }</span>
            // A width in a style attribute would be refused by a strict content security policy.
            <svg class="bar" viewBox="0 0 100 1" preserveAspectRatio="none" aria-hidden="true"><rect width={width.to_string()} height="1" /></svg>
        </label>
    }
}

/// A callback that dispatches one action, whatever the event is.
pub(super) fn action<E>(dispatch: &UseReducerDispatcher<State>, action: Action) -> Callback<E> {
    let dispatch = dispatch.clone();
    Callback::from(move |_| dispatch.dispatch(action.clone()))
}
