//! One clause.

use std::ops::Range;

use yew::prelude::*;

use super::{Shared, text};
use crate::interface::{Interface, fill};

#[derive(Debug, PartialEq, Properties)]
pub(super) struct Props {
    pub(super) shared: Shared,
    pub(super) interface: &'static Interface,
    /// The clause's place in the plan.
    pub(super) place: usize,
    /// What to mark in its text, in bytes.
    pub(super) hits: Vec<Range<usize>>,
    /// Whether it is the opened one.
    pub(super) opened: bool,
    /// The page's address without its fragment.
    pub(super) address: AttrValue,
}

#[component]
pub(super) fn Clause(props: &Props) -> Html {
    let Props {
        shared,
        interface,
        place,
        hits,
        opened,
        address,
    } = props;
    let clause = &shared.plan().clauses[*place];
    let (tag, text) = clause.text.nearest(&interface.tag);
    let lang = shared.html_tag(tag);
    let eid = clause.eid.as_str().to_owned();
    let link_to = fill(&interface.link_to, &[("number", &clause.number)]);
    html! {
        <article part="clause" id={eid.clone()} aria-current={opened.then_some("location")}>
            <p part="number" lang={lang.clone()} translate="no">{ &*clause.number }</p>
            <p part="text" {lang} translate="no">{ text::marked(text, hits) }</p>
            if clause.truncated {
                <p class="note">{ &*interface.breaks_off }</p>
            }
            <p part="actions">
                <a href={format!("{address}#{eid}")} aria-label={link_to}>{ &*interface.link }</a>
            </p>
        </article>
    }
}
