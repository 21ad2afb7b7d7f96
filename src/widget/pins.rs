//! The clauses that the reader collects: how many, and what can be done with them as one.

use yew::prelude::*;

use super::context::Context;
use super::state::Action;

/// A line of its own above the clauses; nothing where none is collected.
pub(super) fn view(cx: &Context<'_>) -> Html {
    let count = cx.state.view.pins.len();
    if count == 0 {
        return html! {};
    }
    html! {
        <div class="pins" role="group" aria-label={&*cx.interface.pins_name}>
            <span>{ cx.counted(&cx.interface.pins, count, &[]) }</span>
            <button type="button" aria-pressed={cx.state.pins_only.to_string()} onclick={cx.callback(Action::TogglePinsOnly)}>{ &*cx.interface.pins_only }</button>
            <button type="button" class="clear-all" onclick={cx.callback(Action::Unpin)}>{ &*cx.interface.unpin_all }</button>
        </div>
    }
}
