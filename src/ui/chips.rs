//! What narrows the plan now, each undone with one press.

use yew::prelude::*;

use super::Shared;
use super::facets::action;
use super::state::{Action, State};
use crate::interface::{Interface, fill};
use crate::query::View;

#[derive(Debug, PartialEq, Properties)]
pub(super) struct Props {
    pub(super) shared: Shared,
    pub(super) interface: &'static Interface,
    pub(super) view: View,
    pub(super) dispatch: UseReducerDispatcher<State>,
}

#[component]
pub(super) fn Chips(props: &Props) -> Html {
    let Props { interface, view, dispatch, .. } = props;
    if view.shows_all() {
        return html! {};
    }
    html! {
        <p class="chips">
            { for view.filters.iter().map(|(facet, value)| chip(props, facet, value)) }
            <button type="button" class="clear-all" onclick={action(dispatch, Action::DropAll)}>{ &*interface.clear_all }</button>
        </p>
    }
}

fn chip(props: &Props, facet: &str, value: &str) -> Html {
    let Props { shared, interface, dispatch, .. } = props;
    let (tag, label) = shared.value_label(facet, value, &interface.tag);
    let remove = fill(&interface.remove_filter, &[("name", label)]);
    let onclick = action(dispatch, Action::Toggle(facet.to_owned(), value.to_owned()));
    html! {
        <button type="button" class="chip" key={format!("{facet}={value}")} aria-label={remove} {onclick}>
            <span lang={shared.html_tag(tag)}>{ label }</span>{ " ×" }
        </button>
    }
}
