//! The widget begins piece by piece: to write some sixty clauses and to lay them out takes a phone half a second, in
//! which it would answer no touch.
//!
//! They are written before the widget is shown, a few in each task, and all are there when it is. The layout
//! of those further down then follows, a few in each frame.

use web_sys::Element;
use web_sys::wasm_bindgen::JsCast;
use web_sys::wasm_bindgen::closure::Closure;
use yew::prelude::*;

use super::first_in;
use super::place::clauses;

/// How many clauses are written in a task.
const WRITTEN: usize = 8;

/// How many are laid out in a frame.
const LAID_OUT: usize = 6;

/// How long a frame is, in milliseconds.
const FRAME: i32 = 16;

/// The attribute of a clause whose layout may wait until it comes into sight: see `www/styles/clause.css`.
const WAITING: &str = "data-waiting";

/// How far the widget is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Stage {
    /// It has what stands around the list and the facets.
    Frame,
    /// It has the facets, and so many clauses of the list.
    Clauses(usize),
    /// All is written, and may be shown; some clauses wait for their layout.
    Written,
    /// All is there.
    Whole,
}

impl Stage {
    /// How many of the `listed` clauses are written.
    pub(super) fn written(self, listed: usize) -> usize {
        match self {
            Self::Frame => 0,
            Self::Clauses(count) => count.min(listed),
            Self::Written | Self::Whole => listed,
        }
    }
}

/// How far the widget is, if `listed` clauses are to be written; or whole, as soon as it is to be so `at_once`.
#[hook]
pub(super) fn use_stage(root: &NodeRef, listed: usize, at_once: bool) -> Stage {
    // In a window that nobody sees, tasks would wait for a second each.
    let at_once = *use_memo(at_once, |&at_once| at_once || is_hidden());
    let stage = use_state_eq(|| Stage::Frame);
    let reached = if at_once { Stage::Whole } else { *stage };
    let root = root.clone();
    use_effect_with(reached, move |&reached| match reached {
        Stage::Frame => later(0, move || stage.set(Stage::Clauses(0))),
        Stage::Clauses(count) => {
            let count = count + WRITTEN;
            let next = if count < listed {
                Stage::Clauses(count)
            } else {
                Stage::Written
            };
            later(0, move || stage.set(next));
        }
        Stage::Written => {
            let first = first_clause(&root);
            for clause in clauses(first.clone()) {
                clause.set_attribute(WAITING, "").ok();
            }
            lay_out(first, move || stage.set(Stage::Whole));
        }
        Stage::Whole => {
            for clause in clauses(first_clause(&root)) {
                clause.remove_attribute(WAITING).ok();
            }
        }
    });
    reached
}

fn lay_out(first: Option<Element>, then: impl FnOnce() + 'static) {
    later(FRAME, move || {
        let mut rest = clauses(first);
        for clause in rest.by_ref().take(LAID_OUT) {
            clause.remove_attribute(WAITING).ok();
        }
        match rest.next() {
            Some(clause) => lay_out(Some(clause), then),
            None => then(),
        }
    });
}

fn first_clause(root: &NodeRef) -> Option<Element> {
    first_in(root, "[part~=clause]").map(Element::from)
}

/// Calls it in a task of its own.
fn later(milliseconds: i32, call: impl FnOnce() + 'static) {
    let call = Closure::once_into_js(call);
    if let Some(window) = web_sys::window() {
        let call = call.unchecked_ref();
        let set = window.set_timeout_with_callback_and_timeout_and_arguments_0(call, milliseconds);
        set.ok();
    }
}

fn is_hidden() -> bool {
    let document = web_sys::window().and_then(|window| window.document());
    document.is_some_and(|document| document.hidden())
}
