//! The widget starts in stages. To render some sixty clauses and to lay them out takes a phone half a second, in
//! which it would answer no touch.
//!
//! The clauses are rendered before the widget is shown, a few in each task. When it is shown, all are there. The
//! layout of those further down follows, a few in each frame.

use web_sys::Element;
use yew::prelude::*;

use super::change::use_change;
use crate::dom::{clauses_from, element_of, first_in, later};

/// How many clauses are laid out in a frame.
const PER_FRAME: usize = 6;

/// The length of a frame, in milliseconds.
const FRAME: i32 = 16;

/// The attribute of a clause whose layout may wait until it becomes visible: see `www/styles/clause.css`.
const WAITING: &str = "data-waiting";

/// How far the start is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Stage {
    /// Everything but the facets and the clauses is rendered.
    Frame,
    /// The facets are rendered, and the first clauses are being rendered.
    Clauses,
    /// The first screen is rendered and may be shown; some clauses wait for their layout.
    Rendered,
    /// Everything is laid out. In a list of hundreds, the clauses further down follow.
    Complete,
}

/// Returns how far the start is, and the callback to call when the first clauses are rendered. From the first time that
/// `at_once` is true, the start is complete. A layout may have no rows; if the list `is_long`, its layout does not wait.
#[hook]
pub(crate) fn use_stage(
    root: &NodeRef,
    has_rows: bool,
    is_long: bool,
    at_once: bool,
) -> (Stage, Callback<()>) {
    // In a hidden window, each task would wait for a second.
    let at_once = *use_memo(at_once, |&at_once| at_once || is_window_hidden());
    let stage = use_state_eq(|| Stage::Frame);
    let reached = if at_once { Stage::Complete } else { *stage };
    let root = root.clone();
    let on_first = Callback::from({
        let stage = stage.clone();
        move |()| {
            let stage = stage.clone();
            later(0, move || stage.set(Stage::Rendered));
        }
    });
    let rendered = on_first.clone();
    use_change((reached, has_rows), move |&(reached, _)| match reached {
        Stage::Frame => later(0, move || stage.set(Stage::Clauses)),
        Stage::Clauses if has_rows => {}
        Stage::Clauses => rendered.emit(()),
        Stage::Rendered if is_long => stage.set(Stage::Complete),
        Stage::Rendered => {
            let first = first_clause(&root);
            for clause in clauses_from(first.clone()).filter(is_shown) {
                clause.set_attribute(WAITING, "").ok();
            }
            lay_out(first, move || stage.set(Stage::Complete));
        }
        Stage::Complete => {
            for clause in clauses_from(first_clause(&root)) {
                clause.remove_attribute(WAITING).ok();
            }
        }
    });
    (reached, on_first)
}

/// Lays out the clauses from `first` on, a few in each frame, and then calls `then`.
fn lay_out(first: Option<Element>, then: impl FnOnce() + 'static) {
    later(FRAME, move || {
        let mut rest = clauses_from(first).filter(is_shown);
        for clause in rest.by_ref().take(PER_FRAME) {
            clause.remove_attribute(WAITING).ok();
        }
        match rest.next() {
            Some(clause) => lay_out(Some(clause), then),
            None => then(),
        }
    });
}

/// Reports whether a clause takes part in the layout: an article hides most of them.
fn is_shown(clause: &Element) -> bool {
    !clause.has_attribute("hidden")
}

fn first_clause(root: &NodeRef) -> Option<Element> {
    first_in(&element_of(root)?, "[part~=clause]")
}

fn is_window_hidden() -> bool {
    let document = web_sys::window().and_then(|window| window.document());
    document.is_some_and(|document| document.hidden())
}
