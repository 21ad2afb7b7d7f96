//! The widget starts in stages. To render some sixty clauses and all facets, and to lay them out, takes a phone half a
//! second, in which it would answer no touch.
//!
//! The first screen is rendered before the widget is shown, a few elements in each task. The clauses and facets further
//! down follow.

use yew::prelude::*;

use super::change::use_change;
use crate::dom::later;

/// How far the start is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Stage {
    /// Everything but the facets and the clauses is rendered.
    Frame,
    /// The open facets are rendered, and the first screen of clauses is being rendered.
    Clauses,
    /// The first screen is rendered and may be shown; further clauses are being rendered.
    Rendered,
    /// Everything is rendered. In a list of hundreds, the clauses further down follow.
    Complete,
}

/// Returns how far the start is, and the callback to call when the clauses of this stage are rendered. From the first time
/// that `at_once` is true, the start is complete. A layout may have no rows.
#[hook]
pub(crate) fn use_stage(has_rows: bool, at_once: bool) -> (Stage, Callback<()>) {
    // In a hidden window, each task would wait for a second.
    let at_once = *use_memo(at_once, |&at_once| at_once || is_window_hidden());
    let stage = use_state_eq(|| Stage::Frame);
    let reached = if at_once { Stage::Complete } else { *stage };
    let next = match reached {
        Stage::Frame => Stage::Clauses,
        Stage::Clauses => Stage::Rendered,
        Stage::Rendered | Stage::Complete => Stage::Complete,
    };
    let advance = Callback::from(move |()| {
        let stage = stage.clone();
        later(0, move || stage.set(next));
    });
    let has_clauses = has_rows && reached != Stage::Frame;
    use_change((reached, has_clauses), {
        let advance = advance.clone();
        move |&(reached, has_clauses)| {
            if !has_clauses && reached != Stage::Complete {
                advance.emit(());
            }
        }
    });
    (reached, advance)
}

fn is_window_hidden() -> bool {
    let document = web_sys::window().and_then(|window| window.document());
    document.is_some_and(|document| document.hidden())
}
