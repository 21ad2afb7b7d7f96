//! Neighbouring rows that are rendered together: clauses, and the headings before them.

use std::rc::Rc;

use plan::InLanguage;
use yew::prelude::*;

use super::row::{Common, Facts, Heading, HeadingKind};

/// The props of a chunk.
#[derive(Debug, PartialEq, Properties)]
pub(crate) struct Props {
    pub(crate) common: Rc<Common>,
    pub(crate) rows: Vec<Facts>,
}

/// Renders neighbouring rows, each with a key: the DOM of a clause that stays is not touched, and neither is the focus
/// in it. A change elsewhere in the list renders none of them.
#[component]
pub(crate) fn Chunk(props: &Props) -> Html {
    let mut rows = Vec::new();
    for facts in &props.rows {
        let mut follows = None;
        for &one in &facts.headings {
            rows.push(heading(&props.common, facts, one, follows));
            follows = Some("heading").filter(|_| one.kind != HeadingKind::Unseen);
        }
        rows.push(super::view(&props.common, facts));
    }
    rows.into_iter().collect()
}

/// The heading level of an outermost division; the plan's title has the level above it.
const FIRST_HEADING: usize = 3;

/// The last heading level of HTML. Divisions on a fifth level share it with those on the fourth.
const LAST_HEADING: usize = 6;

/// Renders the heading of a division before a clause.
#[expect(
    clippy::ignored_unit_patterns,
    reason = "the macro expands to it for a tag chosen at run time"
)]
fn heading(
    common: &Common,
    facts: &Facts,
    Heading { division, kind }: Heading,
    follows: Option<&'static str>,
) -> Html {
    let plan = common.shared.plan();
    let level = LAST_HEADING.min(FIRST_HEADING + plan.depth(division));
    let division = &plan.divisions[division];
    let InLanguage { tag, text } = division.heading.nearest(&common.tag);
    let number = division.number.nearest(&common.tag).text;
    let eid = division.eid.as_str();
    let is_first = kind == HeadingKind::First;
    let is_unseen = kind == HeadingKind::Unseen;
    let key = if is_first {
        eid.to_owned()
    } else {
        [eid, " ", plan.clauses[facts.id].eid.as_str()].concat()
    };
    let id = is_first.then(|| eid.to_owned());
    html! {
        <@{format!("h{level}")} {key} part={(!is_unseen).then_some("division")} class={is_unseen.then_some("unseen")} data-follows={follows} {id} lang={common.shared.html_tag(tag)} dir={common.shared.dir(tag)} translate="no" hidden={facts.is_hidden} aria-hidden={facts.is_hidden.then_some("true")}>
            <span class="division-number" ~textContent={number} /><span ~textContent={text} />
        </@>
    }
}
