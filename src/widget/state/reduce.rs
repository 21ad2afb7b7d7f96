//! The only function that changes the state.

use std::rc::Rc;

use plan::{FacetId, Overview, ValueId};
use query::View;
use yew::Reducible;

use super::action::Action;
use super::model::{Panel, ScrollMode, State};
use super::run::run;
use crate::rare;

impl Reducible for State {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        let mut state = (*self).clone();
        state.changed_by_host = matches!(
            action,
            Action::SetPlan(_)
                | Action::SetView(_)
                | Action::UseParts
                | Action::GoTo(_, ScrollMode::Page)
        );
        state.apply(action);
        Rc::new(state)
    }
}

impl State {
    fn apply(&mut self, action: Action) {
        let plan = self.shared.plan();
        let mut view = self.view.clone();
        match action {
            Action::Search(query) => view.query = query,
            Action::ToggleValue(facet, value) => view = view.toggled(plan, &facet, &value),
            Action::RemoveValue(facet, value) => {
                view = view.toggled(plan, &facet, &value);
                self.list_focus.send(None);
            }
            Action::DropCriterion(criterion) => {
                view = view.without(&criterion);
                self.list_focus.send(None);
            }
            Action::ClearFilters => {
                view = view.without_any();
                self.list_focus.send(None);
            }
            Action::SetLanguage(tag) => view.lang = Some(tag),
            Action::SetComparison(tag) => view.compare = tag,
            Action::SetPlan(shared) => return self.set_plan(shared),
            Action::SetView(view) => return self.show(view),
            Action::GoTo(eid, mode) => return self.go_to(eid, mode),
            Action::ToggleClause(eid) if self.has_opened(&eid) => view.clause = None,
            Action::ToggleClause(eid) => return self.go_to(eid, ScrollMode::Stay),
            Action::TogglePin(eid) => return self.toggle_pin(&eid),
            Action::MovePin(eid, direction) => return self.move_pin(&eid, direction),
            Action::ClearPins => {
                view = view.without_pins();
                self.list_focus.send(None);
            }
            Action::Sort(sort) => view.sort = sort,
            Action::UseParts => self.results = run(&self.shared, &view),
            Action::ToggleCell(row, column) => view = self.with_cell_toggled(row, column),
            Action::SetOnlyPins(true) => view = self.with_all_pins(),
            Action::SetOnlyPins(false) => view.only_pins = false,
            Action::ToggleEvidence(tag) => toggle(&mut self.evidence, tag),
            Action::ToggleFacets => self.facets_open = !self.facets_open,
            Action::CloseFacets => self.facets_open = false,
            Action::ToggleMenu => self.menu_open = !self.menu_open,
            Action::ToggleOverview => {
                self.overview_open = !self.overview_open;
                self.count_overview();
            }
            Action::PointAtCell(cell) => self.pointed_cell = cell,
            Action::FocusInTable(position) => {
                let [row, column] = position;
                self.tab_stop = position;
                self.pointed_cell = row.zip(column);
            }
            Action::TogglePanel(panel) => {
                toggle(&mut self.panel, panel);
                // In a narrow widget, the panel takes the place of the buttons. When it closes, the focus returns to its button.
                self.menu_open = self.panel.is_none();
                self.copy_result = None;
            }
            Action::SharePins => {
                view = self.with_all_pins();
                self.panel = Some(Panel::Share);
            }
            Action::SetHeadline(headline) => {
                self.headline = headline;
                self.copy_result = None;
            }
            Action::SetCitationForm(form) => {
                self.citation_form = form;
                self.copy_result = None;
            }
            Action::SetExportForm(form) => {
                self.export_form = form;
                self.copy_result = None;
            }
            Action::SetQuote(quote) if quote == self.quote => {}
            Action::SetQuote(quote) => {
                self.findings = Rc::new(rare::check(&self.shared, &quote).unwrap_or_default());
                self.quote = quote;
            }
            Action::SetCopyResult(result) => self.copy_result = Some(result),
            Action::ShowAllRows(next) => {
                self.shows_all_rows = true;
                if next.is_some() {
                    self.list_focus.send(next);
                }
            }
        }
        self.set_view(view);
    }

    /// Reports whether a clause is opened; the view may name one of its items.
    fn has_opened(&self, eid: &str) -> bool {
        let opened = self.opened.map(|id| &self.shared.plan().clauses[id]);
        opened.is_some_and(|clause| clause.eid.as_str() == eid)
    }

    /// Shows a host's view, and scrolls the list to the clause that it opens.
    fn show(&mut self, view: View) {
        let opened = view.clause.clone().filter(|_| view != self.view);
        let Some(eid) = opened else {
            return self.set_view(view);
        };
        self.set_view(View {
            clause: None,
            ..view
        });
        self.go_to(eid, ScrollMode::List);
    }

    fn with_cell_toggled(&self, row: ValueId, column: ValueId) -> View {
        let plan = self.shared.plan();
        let Some(Overview { rows, columns }) = plan.overview else {
            return self.view.clone();
        };
        let keys = |facet: FacetId, value: ValueId| {
            let facet = &plan.facets[facet];
            (&*facet.id, &*facet.values[value].id)
        };
        self.view
            .crossed(plan, [keys(rows, row), keys(columns, column)])
    }
}

/// Sets the option to the value, or to nothing if it already has this value.
fn toggle<T: PartialEq>(option: &mut Option<T>, value: T) {
    *option = Some(value).filter(|value| option.as_ref() != Some(value));
}
