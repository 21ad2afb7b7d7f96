//! An empty result: what empties it, and what to drop, with what that would leave.

use yew::prelude::*;

use super::Shared;
use super::facets::action;
use super::state::{Action, State};
use crate::interface::{Interface, fill};
use crate::query::{Criterion, Offer, View};

#[derive(Debug, PartialEq, Properties)]
pub(super) struct Props {
    pub(super) shared: Shared,
    pub(super) interface: &'static Interface,
    pub(super) view: View,
    pub(super) dispatch: UseReducerDispatcher<State>,
}

#[component]
pub(super) fn Empty(props: &Props) -> Html {
    let Props { shared, interface, view, dispatch } = props;
    let emptiness = shared.emptiness(view);
    let absent: Vec<String> = emptiness.absent.iter().map(|word| quoted(word)).collect();
    let total = shared.plan().clauses.len().to_string();
    html! {
        <div class="empty">
            <p class="lead">{ &*interface.empty }</p>
            if !absent.is_empty() {
                <p>{ fill(&interface.absent, &[("words", &absent.join(", "))]) }</p>
            }
            <ul>
                { for emptiness.offers.iter().map(|offer| html! { <li>{ offer_button(props, offer) }</li> }) }
                <li><button type="button" onclick={action(dispatch, Action::DropAll)}>{ fill(&interface.offer_all, &[("total", &total)]) }</button></li>
            </ul>
        </div>
    }
}

fn offer_button(props: &Props, offer: &Offer) -> Html {
    let Props { shared, interface, dispatch, .. } = props;
    let name = match &offer.criterion {
        Criterion::Word(_) => offer.names.iter().map(|word| quoted(word)).collect(),
        Criterion::Facet(facet) => {
            let labels = offer.names.iter().map(|value| shared.value_label(facet, value, &interface.tag).1);
            labels.collect::<Vec<_>>().join(" / ")
        }
    };
    let label = fill(&interface.offer, &[("name", &name), ("count", &offer.count.to_string())]);
    html! { <button type="button" onclick={action(dispatch, Action::Drop(offer.criterion.clone()))}>{ label }</button> }
}

fn quoted(word: &str) -> String {
    format!("“{word}”")
}
