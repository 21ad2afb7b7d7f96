//! The foot of the widget: where the text comes from, where it ends, and its height.

use yew::prelude::*;

use super::Shared;
use super::facets::action;
use super::state::{Action, State};
use crate::interface::{Interface, fill};

#[derive(Debug, PartialEq, Properties)]
pub(super) struct Props {
    pub(super) shared: Shared,
    pub(super) interface: &'static Interface,
    pub(super) expanded: bool,
    pub(super) dispatch: UseReducerDispatcher<State>,
}

#[component]
pub(super) fn Notes(props: &Props) -> Html {
    let Props { shared, interface, expanded, dispatch } = props;
    let plan = shared.plan();
    let source = &plan.source;
    let source_line = fill(&interface.source, &[("publisher", &source.publisher), ("published", &source.published)]);
    let last = plan.clauses.iter().find(|clause| clause.truncated);
    let height = if *expanded { &*interface.collapse } else { &*interface.expand };
    html! {
        <footer>
            <p>
                if let Some(clause) = last {
                    { fill(&interface.ends_in, &[("number", &clause.number)]) }{ " " }
                }
                <a href={source.url.to_string()} rel="noopener" target="_blank">{ source_line }</a>
            </p>
            <button type="button" aria-pressed={expanded.to_string()} onclick={action(dispatch, Action::ToggleHeight)}>{ height }</button>
        </footer>
    }
}
