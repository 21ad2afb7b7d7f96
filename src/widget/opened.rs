//! What an opened clause shows besides what every clause does: its place in the plan, the way to its neighbours
//! in the list, its citation, and the clauses related to it.

use yew::prelude::*;

use super::context::Context;
use super::forms::{self, CITATIONS};
use super::panel;
use super::state::{Action, How};
use super::text;
use plan::interface::fill;
use plan::{ClauseId, DivisionId, InLanguage};
use query::Related;

/// Where it stands, and what stands before and behind it in the list.
pub(super) fn steps(cx: &Context<'_>, id: ClauseId, listed: &[ClauseId]) -> Html {
    let plan = cx.shared.plan();
    let nth = listed.iter().position(|&listed| listed == id).unwrap_or(0);
    let name = |id: DivisionId| {
        let division = &plan.divisions[id];
        let InLanguage { tag, text: heading } = division.heading.nearest(cx.tag());
        let number = division.number.nearest(cx.tag()).text;
        html! { <span lang={cx.shared.html_tag(tag)} translate="no">{ format!("{number} {heading}") }</span> }
    };
    let numbers = [nth + 1, listed.len()].map(|number| cx.interface.number(number));
    let position = fill(
        &cx.interface.nth_of,
        &[("nth", &numbers[0]), ("count", &numbers[1])],
    );
    html! {
        <div class="steps">
            <p>
                { for plan.path(id).enumerate().map(|(nth, id)| html! { <>if nth > 0 { { " › " } }{ name(id) }</> }) }
            </p>
            <p>
                { step(cx, &cx.interface.previous, nth.checked_sub(1).map(|nth| listed[nth])) }
                <span>{ position }</span>
                { step(cx, &cx.interface.next, listed.get(nth + 1).copied()) }
            </p>
        </div>
    }
}

fn step(cx: &Context<'_>, name: &str, id: Option<ClauseId>) -> Html {
    let clause = id.map(|id| &cx.shared.plan().clauses[id]);
    let number = clause.map(|clause| clause.number.nearest(cx.tag()).text);
    let label = number.map(|number| format!("{name} {number}"));
    let onclick =
        clause.map(|clause| cx.callback(Action::GoTo(clause.eid.to_string(), How::Focus)));
    html! { <button type="button" disabled={clause.is_none()} aria-label={label} {onclick}>{ name }</button> }
}

/// Its citation, and what is related to it.
pub(super) fn more(cx: &Context<'_>, id: ClauseId) -> Html {
    let style = cx.state.style;
    let text = style.write(cx, &[id]);
    let name = cx.interface.citation.to_string();
    let related = cx.shared.related(id);
    html! {
        <div class="more">
            <div class="cite">
                { forms::choice(cx, CITATIONS, style, Action::Style) }
                { panel::field(cx, "ce-citation".to_owned(), &name, &text, "4") }
                { panel::copied(cx, |copied| copied == name) }
            </div>
            if !related.is_empty() {
                <p id="ce-related">{ &*cx.interface.related }</p>
                <ul aria-labelledby="ce-related">{ for related.iter().map(|related| link(cx, related)) }</ul>
            }
        </div>
    }
}

/// A related clause by its number and beginning, and what it shares.
fn link(cx: &Context<'_>, Related { clause, shared }: &Related) -> Html {
    /// In characters: half as many where one is as good as a syllable.
    const LONG: usize = 70;
    let plan = cx.shared.plan();
    let clause = &plan.clauses[*clause];
    let InLanguage { tag, text: words } = clause.text.nearest(cx.tag());
    let longest = if words.len() < 2 * words.chars().count() {
        LONG
    } else {
        LONG / 2
    };
    let names = shared.iter().map(|&(facet, value)| {
        plan.facets[facet].values[value]
            .label
            .nearest(&cx.interface.tag)
            .text
    });
    let names: Vec<&str> = names.collect();
    let onclick = cx.callback(Action::GoTo(clause.eid.to_string(), How::Focus));
    html! {
        <li>
            <button type="button" lang={cx.shared.html_tag(tag)} translate="no" {onclick}>{ clause.number.nearest(cx.tag()).text }{ " " }{ text::shortened(words, longest) }</button>
            { " " }<span>{ names.join(" · ") }</span>
        </li>
    }
}
