//! The message that no clause matches: which words occur nowhere, and which filters could be dropped.

use plan::interface::fill;
use query::{Criterion, Offer};
use yew::prelude::*;

use super::active_filters;
use crate::context::Context;
use crate::controls::button;
use crate::marked_text::shortened;
use crate::state::Action;

/// Renders the message, and a button for each criterion whose removal leads to clauses.
pub(crate) fn view(cx: &Context<'_>) -> Html {
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
            <p class="lead" ~textContent={&*cx.interface.empty} />
            if !absent.is_empty() {
                <p ~textContent={fill(&cx.interface.absent, &[("words", &absent.join(", "))])} />
            }
            <ul>
                { for emptiness.offers.iter().map(|offer| offer_button(cx, offer)) }
                if !leads_to_all {
                    <li>{ button(&offer_all, cx.callback(Action::ClearFilters)) }</li>
                }
            </ul>
        </div>
    }
}

fn offer_button(cx: &Context<'_>, offer: &Offer) -> Html {
    let name = |name: &String| match &offer.criterion {
        Criterion::Word(_) => quoted(name),
        Criterion::Facet(facet) => {
            let label = cx.shared.value_label(facet, name, &cx.interface.tag);
            label.text.to_owned()
        }
        Criterion::Pins => name.clone(),
    };
    let names: Vec<String> = offer.names.iter().map(name).collect();
    let names = match offer.criterion {
        Criterion::Pins => active_filters::pins(cx),
        _ => names.join(" / "),
    };
    let label = cx.counted(&cx.interface.offer, offer.count, &[("name", &names)]);
    let onclick = cx.callback(Action::DropCriterion(offer.criterion.clone()));
    html! { <li>{ button(&label, onclick) }</li> }
}

/// Returns a word in quotation marks, shortened if it is longer than words are.
fn quoted(word: &str) -> String {
    const LONGEST: usize = 30;
    ["“", &shortened(word, LONGEST), "”"].concat()
}
