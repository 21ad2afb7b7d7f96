//! What the widget knows, and the only function that changes it.

use std::rc::Rc;

use yew::Reducible;

use super::Shared;
use crate::plan::Overview;
use crate::query::{Criterion, Needles, Results, View};

/// Everything that the rendering depends on.
#[derive(Clone, Debug, PartialEq)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each opens or tells something of its own"
)]
pub(super) struct State {
    pub(super) shared: Shared,
    /// What the reader chose.
    pub(super) view: View,
    /// What that leaves.
    pub(super) results: Rc<Results>,
    /// The words to mark.
    pub(super) needles: Rc<Needles>,
    /// Whether the facets are open where there is little room; where there is more they always are.
    pub(super) facets_open: bool,
    /// Whether the overview is open.
    pub(super) overview_open: bool,
    /// The clause, by its place in the plan, and the place among its tags of the one whose evidence is shown.
    pub(super) evidence: Option<(usize, usize)>,
    /// Whether what the view is shared by is open.
    pub(super) share_open: bool,
    /// What was copied last, as long as it still is what one would copy.
    pub(super) copied: Option<Copied>,
    /// Whether the list has its full height.
    pub(super) expanded: bool,
    /// Where to scroll.
    pub(super) scroll: Scroll,
    /// Whether it was the host that changed it last, and not the reader.
    pub(super) by_host: bool,
    /// How many times a press took away the button that was pressed, and with it the focus.
    pub(super) focus_lost: usize,
}

/// A code that was to be copied.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Copied {
    /// Its place among the codes.
    pub(super) nth: usize,
    /// Whether it could be.
    pub(super) is_copied: bool,
}

/// A clause to scroll to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Scroll {
    /// How many times a clause was asked for, so that asking for the same one again scrolls again.
    pub(super) nth: usize,
    pub(super) eid: Option<String>,
    /// Whether the page may scroll too. A view scrolls the list only; a link was followed by the reader.
    pub(super) page: bool,
}

/// Everything a reader or host can do.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Action {
    /// Search for this.
    Search(String),
    /// Choose a value of a facet, or choose it no longer.
    Toggle(String, String),
    /// Drop a value of a facet, by a button that goes away with it.
    Remove(String, String),
    /// Drop one thing that narrows the view.
    Drop(Criterion),
    /// Drop all of them.
    DropAll,
    /// Read in the language of this tag.
    Read(String),
    /// Read the language of this tag beside it, or none.
    Compare(Option<String>),
    /// Show this plan: the same clauses with other annotations.
    Have(Shared),
    /// Show this view.
    Show(View),
    /// Open a clause and scroll to it.
    GoTo(String),
    /// Show just the clauses with one value of each of the overview's facets, by their places; or no longer.
    Cross(usize, usize),
    /// Show or hide why a clause, by its place in the plan, has a tag, by its place among the clause's.
    ToggleEvidence(usize, usize),
    /// Open or close the facets.
    ToggleFacets,
    /// Open or close the overview.
    ToggleOverview,
    /// Open or close what the view is shared by.
    ToggleShare,
    /// A code was copied, or could not be.
    Copied(Copied),
    /// Give the list its full height, or bound it again.
    ToggleHeight,
}

impl State {
    pub(super) fn new(shared: Shared, view: View) -> Self {
        let clause = view.clause.clone();
        let state = Self::of(
            shared,
            View {
                clause: None,
                ..view
            },
        );
        match clause {
            Some(eid) => state.going_to(eid, false),
            None => state,
        }
    }

    /// The state with nothing but a view.
    fn of(shared: Shared, view: View) -> Self {
        let results = Rc::new(shared.run(&view));
        let needles = Rc::new(shared.needles(&view.query));
        let scroll = Scroll::default();
        Self {
            shared,
            view,
            results,
            needles,
            facets_open: false,
            overview_open: false,
            evidence: None,
            share_open: false,
            copied: None,
            expanded: false,
            scroll,
            by_host: true,
            focus_lost: 0,
        }
    }

    /// The state with another view; nothing is computed anew if it is the same.
    fn with_view(&self, view: View) -> Self {
        if view == self.view {
            return self.clone();
        }
        let Self {
            view,
            results,
            needles,
            ..
        } = Self::of(self.shared.clone(), view);
        Self {
            view,
            results,
            needles,
            copied: None,
            ..self.clone()
        }
    }

    /// The state with other annotations; filters that they do not have go.
    fn with_plan(&self, shared: Shared) -> Self {
        if shared == self.shared {
            return self.clone();
        }
        let view = self.view.known_to(shared.plan());
        let Self {
            shared,
            view,
            results,
            ..
        } = Self::of(shared, view);
        Self {
            shared,
            view,
            results,
            copied: None,
            ..self.clone()
        }
    }

    /// The same after a press that takes its own button away.
    fn without_button(&self, view: View) -> Self {
        Self {
            focus_lost: self.focus_lost + 1,
            ..self.with_view(view)
        }
    }

    fn crossing(&self, row: usize, column: usize) -> Self {
        let plan = self.shared.plan();
        let Some(Overview { rows, columns }) = plan.overview else {
            return self.clone();
        };
        let value = |facet: usize, value: usize| {
            let facet = &plan.facets[facet];
            (facet.id.as_ref(), facet.values[value].id.as_ref())
        };
        let values = [value(rows, row), value(columns, column)];
        self.with_view(self.view.crossed(plan, values))
    }

    /// A clause that the view hides is shown by dropping what narrows it: a link must lead somewhere.
    fn going_to(&self, eid: String, page: bool) -> Self {
        let clauses = &self.shared.plan().clauses;
        let Some(place) = clauses.iter().position(|clause| clause.eid.as_str() == eid) else {
            return self.clone();
        };
        let is_shown = self.results.clauses.contains(&place);
        let view = if is_shown {
            self.view.clone()
        } else {
            self.view.without_any()
        };
        let mut state = self.with_view(View {
            clause: Some(eid.clone()),
            ..view
        });
        state.scroll = Scroll {
            nth: self.scroll.nth + 1,
            eid: Some(eid),
            page,
        };
        state
    }
}

impl Reducible for State {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        let view = &self.view;
        let by_host = matches!(action, Action::Have(_) | Action::Show(_) | Action::GoTo(_));
        let state = match action {
            Action::Search(query) => self.with_view(View {
                query,
                ..view.clone()
            }),
            Action::Toggle(facet, value) => {
                self.with_view(view.toggled(self.shared.plan(), &facet, &value))
            }
            Action::Remove(facet, value) => {
                self.without_button(view.toggled(self.shared.plan(), &facet, &value))
            }
            Action::Drop(criterion) => self.without_button(view.without(&criterion)),
            Action::DropAll => self.without_button(view.without_any()),
            Action::Read(tag) => self.with_view(View {
                lang: Some(tag),
                ..view.clone()
            }),
            Action::Compare(compare) => self.with_view(View {
                compare,
                ..view.clone()
            }),
            Action::Have(shared) => self.with_plan(shared),
            Action::Show(view) => match view.clause.clone().filter(|_| view != self.view) {
                Some(eid) => self
                    .with_view(View {
                        clause: None,
                        ..view
                    })
                    .going_to(eid, false),
                None => self.with_view(view),
            },
            Action::GoTo(eid) => self.going_to(eid, true),
            Action::ToggleFacets => Self {
                facets_open: !self.facets_open,
                ..(*self).clone()
            },
            Action::Cross(row, column) => self.crossing(row, column),
            Action::ToggleEvidence(clause, tag) => Self {
                evidence: Some((clause, tag)).filter(|&evidence| self.evidence != Some(evidence)),
                ..(*self).clone()
            },
            Action::ToggleOverview => Self {
                overview_open: !self.overview_open,
                ..(*self).clone()
            },
            Action::ToggleShare => Self {
                share_open: !self.share_open,
                copied: None,
                ..(*self).clone()
            },
            Action::Copied(copied) => Self {
                copied: Some(copied),
                ..(*self).clone()
            },
            Action::ToggleHeight => Self {
                expanded: !self.expanded,
                ..(*self).clone()
            },
        };
        Rc::new(Self { by_host, ..state })
    }
}
