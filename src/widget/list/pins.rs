//! The pinned clauses: how many there are, and the buttons that list only them or unpin all.

use yew::prelude::*;

use crate::context::Context;
use crate::controls::{clear_all_button, text, toggle_button};
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
            { clear_all_button(&interface.unpin_all, cx.callback(Action::ClearPins)) }
        </div>
    }
}
