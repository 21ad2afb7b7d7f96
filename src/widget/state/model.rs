//! The state that everything is rendered from.

use std::rc::Rc;

use plan::{ClauseId, ValueId};
use publish::cite::Style;
use query::quote::Finding;
use query::{Crossed, Needles, Related, Results, View};

use super::form::Form;
use super::run::run;
use crate::api::Layout;
use crate::pulse::Pulse;
use crate::shared_plan::SharedPlan;

/// Everything that the rendering depends on.
#[derive(Clone, Debug, PartialEq)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each belongs to a part of its own, and all combinations are possible"
)]
pub(crate) struct State {
    /// The plan. It may be newer than the one in the props.
    pub(crate) shared: SharedPlan,
    /// The reader's choices.
    pub(crate) view: View,
    /// The clauses that match the view, in its order, and the counts of all values.
    pub(crate) results: Rc<Results>,
    /// The words to mark.
    pub(crate) needles: Rc<Needles>,
    /// Whether the facets are open where they are not always shown.
    pub(crate) facets_open: bool,
    /// The opened clause.
    pub(crate) opened: Option<ClauseId>,
    /// The clauses related to it, which take too long for each rendering.
    pub(crate) related: Rc<Vec<Related>>,
    /// Whether the buttons of the panels are shown in a narrow widget; in a wide one they always are.
    pub(crate) menu_open: bool,
    /// Whether the overview is open.
    pub(crate) overview_open: bool,
    /// The counts of the open overview, which take too long for each rendering.
    pub(crate) crossings: Rc<Crossings>,
    /// The row and column of the overview's cell that has the pointer or the focus.
    pub(crate) pointed_cell: Option<(ValueId, ValueId)>,
    /// The button of the overview's table that had the focus last.
    pub(crate) tab_stop: TablePosition,
    /// The tag whose evidence is shown.
    pub(crate) evidence: Option<TagOfClause>,
    /// The open panel.
    pub(crate) panel: Option<Panel>,
    /// The headline in the embed codes; empty for the plan's title.
    pub(crate) headline: Rc<str>,
    /// The form in which a clause is cited.
    pub(crate) citation_form: Form,
    /// The form in which the listed clauses are cited or exported.
    pub(crate) export_form: Form,
    /// The quote to check, as pasted.
    pub(crate) quote: Rc<str>,
    /// The result of the check, which takes too long for each rendering. Annotations do not change it.
    pub(crate) findings: Rc<Vec<Finding>>,
    /// The pinned clause that the last change moved.
    pub(crate) moved: Option<ClauseId>,
    /// The result of the last copying. A change of the text to copy removes it.
    pub(crate) copy_result: Option<CopyResult>,
    /// Whether the rows after the first ones are shown in an article.
    pub(crate) shows_all_rows: bool,
    /// The clause to scroll to.
    pub(crate) scroll: Pulse<Option<ScrollTarget>>,
    /// Whether the last change came from the host and not from the reader.
    pub(crate) changed_by_host: bool,
    /// A request to move the focus to the clause of this eId, to a button in it (a selector behind the eId), or else to
    /// the list, after a button that had the focus moved or disappeared.
    pub(crate) list_focus: Pulse<Option<String>>,
}

/// The counts that the overview shows.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Crossings {
    /// The counts in the view.
    pub(crate) crossed: Crossed,
    /// The largest count of a cell in the whole plan.
    pub(crate) largest: usize,
    /// The clauses that are counted in the view.
    pub(crate) clauses: Vec<ClauseId>,
}

/// A button of the overview's table, by the values of its row and its column. The head of a row has no column, the head
/// of a column no row.
pub(crate) type TablePosition = [Option<ValueId>; 2];

/// A panel below the header.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Panel {
    /// Addresses and codes of the view.
    Share,
    /// The listed clauses as citations or data.
    Export,
    /// The check of a quote.
    Quote,
}

impl Panel {
    /// Returns the id of its element, by which its button and the focus find it.
    pub(crate) fn id(self) -> &'static str {
        match self {
            Self::Share => "ce-share",
            Self::Export => "ce-export",
            Self::Quote => "ce-quote",
        }
    }
}

/// The result of copying a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct CopyResult {
    /// The name of the text.
    pub(crate) name: String,
    /// Whether it was copied.
    pub(crate) is_copied: bool,
}

/// A clause to scroll to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct ScrollTarget {
    pub(crate) eid: String,
    pub(crate) mode: ScrollMode,
}

/// The part of the page that scrolls when a clause is opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ScrollMode {
    /// Nothing: the reader pressed the clause's own button.
    Stay,
    /// The list: a view names the clause.
    List,
    /// The list, and the focus follows: the reader pressed a link elsewhere in the widget.
    Focus,
    /// The list and the page, and the focus follows: the page's address or the host names the clause.
    Page,
}

/// The index of a tag in a clause's list of tags.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct TagIndex(pub(crate) usize);

/// A tag of a clause.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct TagOfClause {
    pub(crate) clause: ClauseId,
    pub(crate) tag: TagIndex,
}

/// How many clauses are shown at first in an article.
const FIRST_ROWS: usize = 10;

impl State {
    /// Returns the first state.
    pub(crate) fn new(shared: SharedPlan, view: View) -> Self {
        let clause = view.clause.clone();
        let view = View {
            clause: None,
            ..view
        };
        let results = run(&shared, &view);
        let needles = Rc::new(shared.needles(&view.query));
        let mut state = Self {
            shared,
            view,
            results,
            needles,
            facets_open: false,
            menu_open: false,
            opened: None,
            related: Rc::default(),
            overview_open: false,
            crossings: Rc::default(),
            pointed_cell: None,
            tab_stop: [None; 2],
            evidence: None,
            panel: None,
            headline: "".into(),
            citation_form: Form::Cite(Style::Text),
            export_form: Form::Cite(Style::Text),
            quote: "".into(),
            findings: Rc::default(),
            moved: None,
            copy_result: None,
            shows_all_rows: false,
            scroll: Pulse::default(),
            changed_by_host: true,
            list_focus: Pulse::default(),
        };
        if let Some(eid) = clause {
            state.go_to(eid, ScrollMode::List);
        }
        state
    }

    /// Returns the clauses to list, cite and export: those that match the view.
    pub(crate) fn listed(&self) -> &[ClauseId] {
        &self.results.clauses
    }

    /// Replaces the view. The matching clauses are searched again only if the query, the filters or the listed pins
    /// changed.
    pub(super) fn set_view(&mut self, mut view: View) {
        if view == self.view {
            return;
        }
        let lists_the_same = view.lists_as(&self.view);
        self.copy_result = None;
        self.moved = None;
        if !lists_the_same {
            self.close_overview();
            self.results = run(&self.shared, &view);
            self.needles = Rc::new(self.shared.needles(&view.query));
            self.menu_open = false;
            self.close_hidden_clause(&mut view);
        }
        if view.clause != self.view.clause {
            let eid = view.clause.as_deref();
            self.opened = eid.and_then(|eid| self.shared.plan().clause_around(eid));
            let related = self.opened.map(|id| self.shared.related(id));
            self.related = Rc::new(related.unwrap_or_default());
        }
        self.view = view;
    }

    /// Counts for the overview, if it is open. A view that lists other clauses closes it.
    pub(super) fn count_overview(&mut self) {
        let overview = self.shared.plan().overview;
        let Some(overview) = overview.filter(|_| self.overview_open) else {
            return;
        };
        let whole = self.shared.cross(&View::default(), overview);
        let counts = whole.cells.iter().flat_map(|row| row.iter());
        self.crossings = Rc::new(Crossings {
            crossed: self.shared.cross(&self.view, overview),
            largest: counts.copied().max().unwrap_or(0),
            clauses: self.shared.crossing(&self.view, overview),
        });
    }

    /// Closes the opened clause if the view hides it: as a link, the view would lead to that clause and lose its filters.
    fn close_hidden_clause(&self, view: &mut View) {
        let opened = view.clause.as_deref();
        let opened = opened.and_then(|eid| self.shared.plan().clause_around(eid));
        if opened.is_some_and(|id| !self.listed().contains(&id)) {
            view.clause = None;
        }
    }

    /// Returns how many of the listed clauses are shown at most.
    pub(crate) fn shown_rows(&self, layout: Layout) -> usize {
        if layout == Layout::Article && !self.shows_all_rows {
            FIRST_ROWS
        } else {
            usize::MAX
        }
    }

    /// Closes the overview: it would cover the clauses that were filtered. The focus, if it was there, moves to the list.
    fn close_overview(&mut self) {
        if std::mem::take(&mut self.overview_open) {
            self.pointed_cell = None;
            self.list_focus.send(None);
        }
    }

    /// Replaces the annotations. Filters by a status that no annotation has any more are dropped.
    pub(super) fn set_plan(&mut self, shared: SharedPlan) {
        if shared == self.shared {
            return;
        }
        self.view = self.view.known_to(shared.plan());
        self.results = run(&shared, &self.view);
        self.shared = shared;
        self.copy_result = None;
        self.count_overview();
    }

    /// Opens a clause, or that of an item, and scrolls to it. A clause that the view hides is shown by dropping the query, all
    /// filters and the restriction to the pins: a link must lead to its clause. An unknown eId changes nothing.
    pub(super) fn go_to(&mut self, eid: String, mode: ScrollMode) {
        let Some(id) = self.shared.plan().clause_around(&eid) else {
            return;
        };
        let mut view = self.view.clone();
        if !self.listed().contains(&id) {
            view = view.without_any();
        }
        view.clause = Some(eid.clone());
        self.set_view(view);
        self.shows_all_rows |= !self
            .listed()
            .iter()
            .take(FIRST_ROWS)
            .any(|&listed| listed == id);
        self.scroll.send(Some(ScrollTarget { eid, mode }));
    }
}

#[cfg(test)]
mod tests {
    use std::rc::Rc;

    use query::View;
    use yew::Reducible;

    use super::super::{Action, Panel, State};
    use crate::shared_plan::SharedPlan;

    /// Else a link with this view would lead to the clause, and lose the filter.
    #[test]
    fn closes_a_clause_that_a_filter_hides() {
        let view = View {
            clause: Some("art_1__para_1".to_owned()),
            ..View::default()
        };
        let state = Rc::new(State::new(SharedPlan::new(fixture::plan()), view));
        let filter = |value: &str| Action::ToggleValue("sector".to_owned(), value.to_owned());
        let stays = state.clone().reduce(filter("political-security"));
        assert_eq!(stays.view.clause.as_deref(), Some("art_1__para_1"));
        let closed = state.reduce(filter("finance"));
        assert_eq!(closed.view.clause, None);
        assert_eq!(closed.listed().len(), 3);
    }

    #[test]
    fn checks_a_quote_only_when_it_changes() {
        let shared = SharedPlan::new(fixture::plan());
        let state = Rc::new(State::new(shared, View::default()));
        let quote = Action::SetQuote("论坛".into());
        let checked = state.reduce(quote.clone());
        assert_eq!(checked.findings.len(), 1);
        let findings = checked.findings.clone();
        let mut state = checked;
        for action in [
            quote,
            Action::Search("energy".into()),
            Action::TogglePanel(Panel::Quote),
        ] {
            state = state.reduce(action);
            assert!(Rc::ptr_eq(&findings, &state.findings));
        }
    }
}
