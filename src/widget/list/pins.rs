//! The pinned clauses: how many there are, and the buttons that list only them or unpin all.

use plan::interface::fill;
use yew::prelude::*;

use crate::context::Context;
use crate::controls::{button, clear_all_button, text, toggle_button};
use crate::state::Action;

/// Renders a line above the clauses; nothing if no clause is pinned.
pub(crate) fn view(cx: &Context<'_>) -> Html {
    let count = cx.state.view.pins.len();
    if count == 0 {
        return html! {};
    }
    let interface = cx.interface.0;
    let is_only = cx.state.view.only_pins;
    html! {
        <div class="pins" role="group" aria-label={&*interface.pins_name}>
            { text(&cx.counted(&interface.pins, count, &[])) }
            { toggle_button(&interface.pins_only, is_only, cx.callback(Action::SetOnlyPins(!is_only))) }
            if cx.sharing.is_some() {
                { button(&interface.share_pins, cx.callback(Action::SharePins)) }
            }
            { clear_all_button(&interface.unpin_all, cx.callback(Action::ClearPins)) }
            <span class="unseen" aria-live="polite" ~textContent={moved(cx)} />
        </div>
    }
}

/// Returns the new position of the clause that was moved last; empty if none was.
fn moved(cx: &Context<'_>) -> String {
    let listed = cx.state.listed();
    let position = |moved| listed.iter().position(|&id| Some(id) == moved);
    let Some((index, moved)) = position(cx.state.moved).zip(cx.state.moved) else {
        return String::new();
    };
    let numbers = [index + 1, listed.len()].map(|number| cx.interface.number(number));
    let position = fill(
        &cx.interface.nth_of,
        &[("nth", &numbers[0]), ("count", &numbers[1])],
    );
    let number = cx.shared.plan().clauses[moved].number.nearest(cx.tag());
    [number.text, ": ", &position].concat()
}
