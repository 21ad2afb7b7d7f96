//! The widget begins piece by piece: to write some sixty clauses and to lay them out takes a phone half a second, in
//! which it would answer no touch.
//!
//! They are written before the widget is shown, a few in each task, and all are there when it is. The layout
//! of those further down then follows, a few in each frame.

use web_sys::Element;
use web_sys::wasm_bindgen::closure::Closure;
use web_sys::wasm_bindgen::{JsCast, JsValue};
use yew::prelude::*;

/// How many clauses are written in a task.
const WRITTEN: usize = 8;
/// How many are laid out in a frame.
const LAID_OUT: usize = 4;

/// The attribute of a clause whose layout may wait until it comes into sight: see `www/styles/clause.css`.
const WAITING: &str = "data-waiting";

/// What is to be written now: the facets or not, and how many of the `listed` clauses. It begins with neither, and goes
/// on in a task for each piece until there is all. From then on, or as soon as `at_once`, it is all there can be.
#[hook]
pub(super) fn use_pieces(root: &NodeRef, listed: usize, at_once: bool) -> (bool, usize) {
    const ALL: usize = usize::MAX;
    let written = use_state_eq(|| None);
    {
        let (written, root) = (written.clone(), root.clone());
        use_effect_with(
            (*written, at_once),
            move |&(count, at_once): &(Option<usize>, bool)| {
                let Some(window) = web_sys::window().filter(|_| !at_once) else {
                    return;
                };
                if count == Some(ALL) {
                    if let Some(clause) = first_clause(&root) {
                        wait(&clause);
                        lay_out_next(clause);
                    }
                } else {
                    let next = count.map_or(0, |count| count + WRITTEN);
                    let next = if next < listed { next } else { ALL };
                    let next = callable(move || written.set(Some(next)));
                    window.set_timeout_with_callback(next.unchecked_ref()).ok();
                }
            },
        );
    }
    if at_once {
        (true, ALL)
    } else {
        (written.is_some(), written.unwrap_or(0))
    }
}

/// Lets no clause wait any longer, so that each is where it will be.
pub(super) fn lay_out_all(root: &Element) {
    let list = root.query_selector("[part~=list]").ok().flatten();
    let first = list.and_then(|list| list.first_element_child());
    for row in rows(first) {
        row.remove_attribute(WAITING).ok();
    }
}

fn first_clause(root: &NodeRef) -> Option<Element> {
    let root = root.cast::<Element>()?;
    root.query_selector("[part~=clause]").ok().flatten()
}

/// An element and those behind it.
fn rows(first: Option<Element>) -> impl Iterator<Item = Element> {
    std::iter::successors(first, Element::next_element_sibling)
}

fn wait(first: &Element) {
    for row in rows(Some(first.clone())) {
        row.set_attribute(WAITING, "").ok();
    }
}

fn lay_out_next(first: Element) {
    let next = callable(move || {
        let mut rows = rows(Some(first));
        for row in rows.by_ref().take(LAID_OUT) {
            row.remove_attribute(WAITING).ok();
        }
        if let Some(row) = rows.next() {
            lay_out_next(row);
        }
    });
    if let Some(window) = web_sys::window() {
        window.request_animation_frame(next.unchecked_ref()).ok();
    }
}

fn callable(call: impl FnOnce() + 'static) -> JsValue {
    Closure::once_into_js(call)
}
