//! The buttons that move a pinned clause up and down among the listed pins.

use plan::interface::fill;
use yew::prelude::*;

use super::props::Props;
use crate::context::dispatching;
use crate::state::{Action, Direction};

/// Renders the buttons. They are also what `www/element/drag-pins.js` drags a clause by.
pub(super) fn view(props: &Props) -> Html {
    let interface = props.interface;
    html! {
        <span class="order">
            { button(props, Direction::Up, &interface.move_up) }
            { button(props, Direction::Down, &interface.move_down) }
        </span>
    }
}

/// At the ends of the list the button has no effect, but stays: it would take the focus with it.
fn button(props: &Props, direction: Direction, name: &str) -> Html {
    let clause = &props.shared.plan().clauses[props.id];
    let reading = props.texts.first().map_or("", |(tag, _)| tag);
    let number = clause.number.nearest(reading).text;
    let (to, arrow) = (direction.word(), direction.arrow());
    let action = Action::MovePin(clause.eid.to_string(), direction);
    html! {
        <button type="button" data-to={to} aria-label={fill(name, &[("number", number)])} onclick={dispatching(&props.dispatch, action)} ~textContent={arrow} />
    }
}
