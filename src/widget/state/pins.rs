//! Pinning clauses, listing them alone, and their order.

use plan::ClauseId;
use query::View;

use super::model::State;

/// Where to move a clause in the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Direction {
    Up,
    Down,
}

impl Direction {
    /// Returns the value of `data-to` of the button that moves a clause there.
    pub(crate) fn word(self) -> &'static str {
        match self {
            Self::Up => "up",
            Self::Down => "down",
        }
    }

    /// Returns the text of this button.
    pub(crate) fn arrow(self) -> &'static str {
        match self {
            Self::Up => "↑",
            Self::Down => "↓",
        }
    }
}

impl State {
    /// Pins or unpins a clause. If only the pinned clauses are listed, its row disappears: the focus moves to the
    /// next row, or else to the previous one.
    pub(super) fn toggle_pin(&mut self, eid: &str) {
        let plan = self.shared.plan();
        let Some(id) = plan.clause_by_eid(eid) else {
            return;
        };
        let listed = self.listed();
        let index = listed.iter().position(|&one| one == id);
        let neighbour = index.and_then(|index| {
            let next = listed.get(index + 1);
            next.or_else(|| listed.get(index.checked_sub(1)?))
        });
        let neighbour = neighbour.map(|&id| plan.clauses[id].eid.to_string());
        self.set_view(self.view.pinned(plan, eid));
        if index.is_some() && !self.listed().contains(&id) {
            self.list_focus.send(neighbour);
        }
    }

    /// Moves a pin by one among the listed clauses. A filter may hide pins between two neighbours.
    pub(super) fn move_pin(&mut self, eid: &str, direction: Direction) {
        let plan = self.shared.plan();
        let listed = self.listed();
        let eid_of = |id: ClauseId| plan.clauses[id].eid.as_str();
        let Some(index) = listed.iter().position(|&id| eid_of(id) == eid) else {
            return;
        };
        let neighbour = match direction {
            Direction::Up => index.wrapping_sub(1),
            Direction::Down => index + 1,
        };
        let moved = listed[index];
        let Some(&neighbour) = listed.get(neighbour) else {
            return;
        };
        let mut view = self.view.clone();
        let position = |eid: &str| self.view.pins.iter().position(|pin| pin == eid);
        if let Some((from, to)) = position(eid).zip(position(eid_of(neighbour))) {
            let pin = view.pins.remove(from);
            view.pins.insert(to, pin);
        }
        self.set_view(view);
        self.moved = Some(moved);
        // The browser takes the focus from an element that moves.
        let button = [eid, " [data-to=", direction.word(), "]"].concat();
        self.list_focus.send(Some(button));
    }

    /// Returns the view of the pinned clauses alone. If the query or the filters hide any of them, they are dropped.
    pub(super) fn with_all_pins(&self) -> View {
        let only = |view: View| View {
            only_pins: !view.pins.is_empty(),
            ..view
        };
        let view = only(self.view.clone());
        let is_whole = self.shared.run(&view).clauses.len() == view.pins.len();
        Some(view)
            .filter(|_| is_whole)
            .unwrap_or_else(|| only(self.view.without_any()))
    }
}
