//! The clauses that are left, under their articles and sections.

use std::ops::Range;

use plan::{ClauseId, DivisionId, InLanguage, Localized};
use yew::prelude::*;

use super::clause::Clause;
use super::context::Context;
use super::languages;
use super::tags::Opened;
use super::{empty, matrix, opened};

/// Renders a window of the list: all of it for a plan of some hundred clauses. For a longer plan
/// the caller gives the part that is near the viewport.
pub(super) fn view(cx: &Context<'_>, listed: &[ClauseId], window: Range<usize>) -> Html {
    let plan = cx.shared.plan();
    let mut rows = Vec::new();
    let mut shown_divisions = Vec::new();
    // A plan may lack a language that the interface has; its clauses then show the original.
    let reading = plan.title.nearest(cx.tag()).tag;
    let shown: Vec<&str> = std::iter::once(reading).chain(cx.compare()).collect();
    for &id in &listed[window] {
        let clause = &plan.clauses[id];
        let mut is_below_another = false;
        for division in plan.path(id) {
            if !shown_divisions.contains(&division) {
                shown_divisions.push(division);
                rows.push(heading(cx, division, is_below_another));
                is_below_another = true;
            }
        }
        let with_hits = |tag: &&str| {
            (
                (*tag).to_owned(),
                cx.shared.hits(id, tag, &cx.state.needles),
            )
        };
        let texts: Vec<_> = shown.iter().map(with_hits).collect();
        let elsewhere = cx.shared.elsewhere(id, &shown, &cx.state.needles);
        let eid = clause.eid.as_str();
        let is_open = cx.state.view.clause.as_deref() == Some(eid);
        let opened = is_open.then(|| [opened::steps(cx, id, listed), opened::more(cx, id)]);
        let pinned = cx.state.view.pins.iter().any(|pin| pin == eid);
        let evidence = Opened::of(cx, id);
        rows.push(html! {
            <Clause key={eid} shared={cx.shared.clone()} interface={cx.interface} {id} {texts} {elsewhere} {evidence} {opened} {pinned} address={cx.address} dispatch={cx.dispatch.clone()} />
        });
    }
    // A list of their own, in which everything has a key: a clause that stays is then left as it is, with the focus in it.
    let rows: Html = rows.into_iter().collect();
    html! {
        // It scrolls, so that it must be reachable by keyboard.
        <div part="list" role="region" aria-label={&*cx.interface.clauses} tabindex="0" data-parallel={(shown.len() > 1).to_string()}>
            { matrix::view(cx) }
            if listed.is_empty() { { empty::view(cx) } }
            { languages::status(cx) }
            if cx.state.view.shows_all() && !cx.state.pins_only && !plan.preamble.is_empty() {
                { preamble(cx) }
            }
            { rows }
        </div>
    }
}

/// The level of an outermost division's heading: the plan's title has the one above.
const FIRST_HEADING: usize = 3;

/// The heading of a division.
#[expect(
    clippy::ignored_unit_patterns,
    reason = "so writes the macro for a tag chosen at run time"
)]
fn heading(cx: &Context<'_>, division: DivisionId, is_below_another: bool) -> Html {
    let plan = cx.shared.plan();
    let level = FIRST_HEADING + plan.depth(division);
    let division = &plan.divisions[division];
    let InLanguage { tag, text } = division.heading.nearest(cx.tag());
    let eid = division.eid.as_str();
    html! {
        <@{format!("h{level}")} key={eid} part="division" data-follows={is_below_another.then_some("heading")} id={eid.to_owned()} lang={cx.shared.html_tag(tag)} translate="no">
            <span class="division-number">{ division.number.nearest(cx.tag()).text }</span>{ text }
        </@>
    }
}

fn preamble(cx: &Context<'_>) -> Html {
    let paragraph = |text: &Localized| {
        let InLanguage { tag, text } = text.nearest(cx.tag());
        html! { <p lang={cx.shared.html_tag(tag)} translate="no">{ text }</p> }
    };
    html! {
        <details class="preamble">
            <summary>{ &*cx.interface.preamble }</summary>
            { for cx.shared.plan().preamble.iter().map(paragraph) }
        </details>
    }
}
