//! The rows of the list: clauses, and before each the headings of its divisions that have none yet.

use std::ops::Range;
use std::rc::Rc;

use plan::{ClauseId, DivisionId, Names};
use query::Results;
use yew::prelude::*;

use super::memory::{Asked, Memory, use_memory};
use super::sight;
use super::window::{Window, is_long};
use crate::clause::{Chunk, Common, Facts, Heading, HeadingKind, OpenedTag};
use crate::hooks::Stage;
use crate::pulse::Pulse;
use crate::state::ScrollTarget;

/// The props of the rows.
#[derive(Debug, PartialEq, Properties)]
pub(crate) struct Props {
    pub(crate) common: Rc<Common>,
    pub(crate) results: Rc<Results>,
    pub(crate) pins: Vec<String>,
    /// The opened clause, and the parts that only this one shows.
    pub(crate) opened: Option<(ClauseId, [Html; 2])>,
    /// The clause with an opened tag, and that tag.
    pub(crate) evidence: Option<(ClauseId, OpenedTag)>,
    /// The opened clause, and the eId that the view names: its own, or that of an item.
    pub(crate) item: Option<(ClauseId, String)>,
    /// How many rows are shown at most.
    pub(crate) shown_rows: usize,
    /// How far the start is.
    pub(crate) stage: Stage,
    /// The clause to scroll to.
    pub(crate) scroll: Pulse<Option<ScrollTarget>>,
    /// The clause to which the focus moves.
    pub(crate) focus: Pulse<Option<String>>,
    pub(crate) root: NodeRef,
    pub(crate) memory: Memory,
    /// Called when the rows of the stage are rendered.
    pub(crate) on_rows: Callback<()>,
}

/// Renders the rows of those listed clauses that have to be in the document.
#[component]
pub(crate) fn Rows(props: &Props) -> Html {
    let asked = Asked {
        common: &props.common,
        results: &props.results,
        shown_rows: props.shown_rows,
        stage: props.stage,
        scroll: &props.scroll,
        focus: &props.focus,
        root: &props.root,
        on_rows: &props.on_rows,
    };
    use_memory(&props.memory, &asked);
    let memory = &props.memory.borrow();
    let window = &memory.window;
    let listed = &props.results.clauses;
    let [before, after] = if is_long(listed) && props.shown_rows >= listed.len() {
        window.rest(listed)
    } else {
        [0.0; 2]
    };
    let chunks = window.chunks(listed).into_iter();
    let chunks = chunks
        .zip(memory.marks.values())
        .map(|((key, rows), common)| {
            html! { <Chunk {key} common={common.clone()} rows={facts(props, window, rows)} /> }
        });
    // A list of their own, in which all have a key.
    html! {
        <>
            { sight::rest(false, before) }
            { chunks.collect::<Html>() }
            { sight::rest(true, after) }
        </>
    }
}

/// Returns what each of some neighbouring rows has of its own.
fn facts(props: &Props, window: &Window, rows: Range<usize>) -> Vec<Facts> {
    let listed = &props.results.clauses;
    let plan = props.common.shared.plan();
    let pins: Vec<&str> = props.pins.iter().map(String::as_str).collect();
    let pins = Names::new(&pins);
    let is_whole = !is_long(listed);
    let facts = |at: usize| {
        let id = listed[at];
        Facts {
            id,
            headings: headings(props, at, at == window.rows.start),
            evidence: own(props.evidence.as_ref(), id),
            opened: own(props.opened.as_ref(), id),
            item: own(props.item.as_ref(), id),
            is_hidden: at >= props.shown_rows,
            is_pinned: pins.contains(plan.clauses[id].eid.as_str()),
            nth_of: (!is_whole).then(|| [at + 1, listed.len()]),
        }
    };
    rows.map(facts).collect()
}

/// Returns what a clause has, if it is this one.
fn own<T: Clone>(of: Option<&(ClauseId, T)>, id: ClauseId) -> Option<T> {
    let own = of.filter(|(owner, _)| *owner == id);
    own.map(|(_, own)| own.clone())
}

/// Returns the headings before the row at a position.
fn headings(props: &Props, at: usize, is_first_row: bool) -> Vec<Heading> {
    if props.common.sort.is_some() {
        // Nearly each clause would be in another division than the one before it.
        return Vec::new();
    }
    let listed = &props.results.clauses;
    let plan = props.common.shared.plan();
    let before = at.checked_sub(1).map(|before| listed[before]);
    let division = |id: ClauseId| plan.clauses[id].division;
    let is_same = before.is_some_and(|before| division(before) == division(listed[at]));
    if is_same && !is_first_row {
        return Vec::new();
    }
    let path_before: Vec<DivisionId> = before.map_or_else(Vec::new, |id| plan.path(id).collect());
    let heading = |division: DivisionId| {
        let kind = if !path_before.contains(&division) {
            // Only pins, which are in the reader's order, can lead to a division again.
            let is_inside = |&id: &ClauseId| plan.path(id).any(|one| one == division);
            let is_again = props.common.is_movable && listed[..at].iter().any(is_inside);
            if is_again {
                HeadingKind::Again
            } else {
                HeadingKind::First
            }
        } else if is_first_row {
            HeadingKind::Unseen
        } else {
            return None;
        };
        Some(Heading { division, kind })
    };
    plan.path(listed[at]).filter_map(heading).collect()
}
