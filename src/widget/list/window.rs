//! The rows of the list's window: clauses, and before each the headings of its divisions that are not shown yet.

use std::ops::Range;

use plan::{ClauseId, DivisionId, InLanguage};
use yew::prelude::*;

use crate::clause::{Clause, OpenedTag};
use crate::context::Context;
use crate::rare;

/// Renders the rows of a window of the `listed` clauses, in the languages `shown`.
pub(super) fn rows(
    cx: &Context<'_>,
    listed: &[ClauseId],
    window: Range<usize>,
    shown: &[&str],
) -> Html {
    let plan = cx.shared.plan();
    let mut rows = Vec::new();
    let mut shown_divisions = Vec::new();
    let mut path = Vec::new();
    let first_hidden = cx.state.shown_rows(cx.layout);
    for (index, &id) in window.clone().zip(&listed[window]) {
        let is_hidden = index >= first_hidden;
        let mut follows_heading = false;
        let path_before = std::mem::replace(&mut path, plan.path(id).collect());
        for &division in path.iter().filter(|one| !path_before.contains(one)) {
            // Pins are in the reader's order, so that a division may begin again. Its heading is its first one.
            let again = shown_divisions.contains(&division).then_some(id);
            if again.is_none() {
                shown_divisions.push(division);
            }
            rows.push(heading(cx, division, follows_heading, again, is_hidden));
            follows_heading = true;
        }
        rows.push(clause(cx, listed, id, shown, is_hidden));
    }
    rows.into_iter().collect()
}

fn clause(
    cx: &Context<'_>,
    listed: &[ClauseId],
    id: ClauseId,
    shown: &[&str],
    is_hidden: bool,
) -> Html {
    let with_hits = |tag: &&str| {
        let hits = cx.shared.hits(id, tag, &cx.state.needles);
        ((*tag).to_owned(), hits)
    };
    let texts: Vec<_> = shown.iter().map(with_hits).collect();
    let elsewhere = cx.shared.elsewhere(id, shown, &cx.state.needles);
    let eid = cx.shared.plan().clauses[id].eid.as_str();
    let view = &cx.state.view;
    let is_open = view.clause.as_deref() == Some(eid);
    let opened = is_open.then(|| {
        [
            rare::steps(cx, id, listed).unwrap_or_default(),
            rare::or_notice(rare::more(cx, id), cx, &cx.interface.citation),
        ]
    });
    let is_pinned = view.pins.iter().any(|pin| pin == eid);
    let evidence = OpenedTag::of(cx, id);
    let late_parts = evidence.map_or(0, |_| cx.late_parts);
    html! {
        <Clause key={eid} shared={cx.shared.clone()} interface={cx.interface} {id} {texts} {elsewhere} {evidence} {late_parts} {opened} {is_hidden} {is_pinned} is_movable={view.only_pins && listed.len() > 1} page_address={cx.page_address} dispatch={cx.dispatch.clone()} />
    }
}

/// The heading level of an outermost division; the plan's title has the level above it.
const FIRST_HEADING: usize = 3;

/// Renders the heading of a division; `again` is the clause before which it is repeated.
#[expect(
    clippy::ignored_unit_patterns,
    reason = "the macro expands to it for a tag chosen at run time"
)]
fn heading(
    cx: &Context<'_>,
    division: DivisionId,
    follows_heading: bool,
    again: Option<ClauseId>,
    is_hidden: bool,
) -> Html {
    let plan = cx.shared.plan();
    let level = FIRST_HEADING + plan.depth(division);
    let division = &plan.divisions[division];
    let InLanguage { tag, text } = division.heading.nearest(cx.tag());
    let eid = division.eid.as_str();
    let key = again.map(|id| [eid, " ", plan.clauses[id].eid.as_str()].concat());
    let id = again.is_none().then(|| eid.to_owned());
    html! {
        <@{format!("h{level}")} key={key.unwrap_or_else(|| eid.to_owned())} part="division" data-follows={follows_heading.then_some("heading")} {id} lang={cx.shared.html_tag(tag)} translate="no" hidden={is_hidden} aria-hidden={is_hidden.then_some("true")}>
            <span class="division-number" ~textContent={division.number.nearest(cx.tag()).text} /><span ~textContent={text} />
        </@>
    }
}
