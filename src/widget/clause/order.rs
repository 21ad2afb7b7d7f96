//! The buttons that move a pinned clause up and down among the listed pins.

use plan::interface::fill;
use yew::prelude::*;

use super::row::Row;
use crate::context::dispatching;
use crate::state::{Action, Direction};

/// Renders the buttons. They are also what `www/element/drag-pins.js` drags a clause by.
pub(super) fn view(row: &Row<'_>) -> Html {
    let interface = row.common.interface;
    html! {
        <span class="order">
            { button(row, Direction::Up, &interface.move_up) }
            { button(row, Direction::Down, &interface.move_down) }
        </span>
    }
}

/// At the ends of the list the button has no effect, but stays: it would take the focus with it.
fn button(row: &Row<'_>, direction: Direction, name: &str) -> Html {
    let clause = &row.common.shared.plan().clauses[row.facts.id];
    let reading = row.reading();
    let number = clause.number.nearest(reading).text;
    let (to, arrow) = (direction.word(), direction.arrow());
    let action = Action::MovePin(clause.eid.to_string(), direction);
    html! {
        <button type="button" data-to={to} aria-label={fill(name, &[("number", number)])} onclick={dispatching(&row.common.dispatch, action)} ~textContent={arrow} />
    }
}
