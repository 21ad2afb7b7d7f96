//! An empty result: what empties it, and what to drop, with what that would leave.

use yew::prelude::*;

use super::context::Context;
use super::state::Action;
use super::text;
use plan::interface::fill;
use query::{Criterion, Offer};

pub(super) fn view(cx: &Context<'_>) -> Html {
    let emptiness = cx.shared.emptiness(&cx.state.view);
    let absent: Vec<String> = emptiness.absent.iter().map(|word| quoted(word)).collect();
    let total = cx.shared.plan().clauses.len();
    let leads_to_all = emptiness.offers.iter().any(|offer| offer.count == total);
    let offer_all = fill(
        cx.interface.plural(&cx.interface.offer_all, total),
        &[("total", &cx.interface.number(total))],
    );
    html! {
        <div class="empty" tabindex="-1">
            <p class="lead">{ &*cx.interface.empty }</p>
            if !absent.is_empty() {
                <p>{ fill(&cx.interface.absent, &[("words", &absent.join(", "))]) }</p>
            }
            <ul>
                { for emptiness.offers.iter().map(|offer| offer_button(cx, offer)) }
                if !leads_to_all {
                    <li><button type="button" onclick={cx.callback(Action::DropAll)}>{ offer_all }</button></li>
                }
            </ul>
        </div>
    }
}

fn offer_button(cx: &Context<'_>, offer: &Offer) -> Html {
    let name = match &offer.criterion {
        Criterion::Word(_) => offer.names.iter().map(|word| quoted(word)).collect(),
        Criterion::Facet(facet) => {
            let label = |value: &String| {
                cx.shared
                    .value_label(facet, value, &cx.interface.tag)
                    .text
                    .to_owned()
            };
            offer
                .names
                .iter()
                .map(label)
                .collect::<Vec<_>>()
                .join(" / ")
        }
    };
    let label = cx.counted(&cx.interface.offer, offer.count, &[("name", &name)]);
    html! { <li><button type="button" onclick={cx.callback(Action::Drop(offer.criterion.clone()))}>{ label }</button></li> }
}

/// A word in quotation marks; one that is longer than any word is shortened.
fn quoted(word: &str) -> String {
    const LONGEST: usize = 30;
    format!("“{}”", text::shortened(word, LONGEST))
}
