//! The clauses that are left, under their articles and sections.
//!
//! It renders a window of the results: all of them for a plan of some hundred clauses. A longer one
//! gives it the part that is near the viewport.

use std::ops::Range;
use std::rc::Rc;

use yew::prelude::*;

use super::Shared;
use super::clause::Clause;
use crate::interface::Interface;
use crate::query::{Needles, Results};

#[derive(Debug, PartialEq, Properties)]
pub(super) struct Props {
    pub(super) shared: Shared,
    pub(super) interface: &'static Interface,
    pub(super) results: Rc<Results>,
    pub(super) needles: Rc<Needles>,
    /// Which of the results to render.
    pub(super) window: Range<usize>,
    /// Whether nothing narrows the plan, so that its preamble belongs to it.
    pub(super) whole: bool,
    /// The eId of the opened clause.
    pub(super) opened: Option<String>,
    pub(super) address: AttrValue,
}

#[component]
pub(super) fn List(props: &Props) -> Html {
    let Props { shared, interface, results, needles, window, whole, opened, address } = props;
    let plan = shared.plan();
    let mut rows = Vec::new();
    let mut shown_divisions = Vec::new();
    for &place in &results.clauses[window.clone()] {
        let clause = &plan.clauses[place];
        let parent = plan.divisions[clause.division].parent;
        for (division, level) in parent.into_iter().chain([clause.division]).zip(2_usize..) {
            if !shown_divisions.contains(&division) {
                shown_divisions.push(division);
                rows.push(heading(shared, &interface.tag, division, parent.is_some() && level == 3));
            }
        }
        let (tag, _) = clause.text.nearest(&interface.tag);
        let hits = shared.hits(place, tag, needles);
        let opened = opened.as_deref() == Some(clause.eid.as_str());
        rows.push(html! {
            <Clause key={clause.eid.as_str()} shared={shared.clone()} {interface} {place} {hits} {opened} address={address.clone()} />
        });
    }
    html! {
        // It scrolls, so that it must be reachable by keyboard.
        <div part="list" role="region" aria-label={interface.clauses.to_string()} tabindex="0">
            if *whole && !plan.preamble.is_empty() {
                { preamble(shared, interface) }
            }
            { for rows }
        </div>
    }
}

fn heading(shared: &Shared, tag: &str, division: usize, is_section: bool) -> Html {
    let division = &shared.plan().divisions[division];
    let (tag, text) = division.heading.nearest(tag);
    let lang = shared.html_tag(tag);
    let content = html! { <><span class="division-number">{ &*division.number }</span>{ text }</> };
    let key = division.eid.as_str();
    if is_section {
        html! { <h4 {key} part="division" id={key.to_owned()} {lang} translate="no">{ content }</h4> }
    } else {
        html! { <h3 {key} part="division" id={key.to_owned()} {lang} translate="no">{ content }</h3> }
    }
}

fn preamble(shared: &Shared, interface: &Interface) -> Html {
    let paragraph = |text: &crate::plan::Localized| {
        let (tag, text) = text.nearest(&interface.tag);
        html! { <p lang={shared.html_tag(tag)} translate="no">{ text }</p> }
    };
    html! {
        <details key="preamble" class="preamble">
            <summary>{ &*interface.preamble }</summary>
            { for shared.plan().preamble.iter().map(paragraph) }
        </details>
    }
}
