//! What the widget knows, and the only function that changes it.

use std::borrow::Cow;
use std::rc::Rc;

use yew::Reducible;

use super::Shared;
use super::forms::Form;
use plan::{ClauseId, FacetId, Overview, ValueId};
use publish::cite::Style;
use query::{Criterion, Needles, Results, View};

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
    /// The cell of the overview under the pointer or with the focus, by the places of its values.
    pub(super) pointed: Option<(ValueId, ValueId)>,
    /// The clause and the index among its tags of the one whose evidence is shown.
    pub(super) evidence: Option<(ClauseId, usize)>,
    /// The panel that is open below the header, if one is.
    pub(super) panel: Option<Panel>,
    /// The form in which a clause is cited.
    pub(super) style: Form,
    /// The form in which the selection is cited or exported.
    pub(super) form: Form,
    /// The words that are looked up, as pasted.
    pub(super) quoted: Rc<str>,
    /// Whether just the pinned clauses are listed, and are what is cited, exported and printed.
    pub(super) pins_only: bool,
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

/// What opens below the header.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Panel {
    /// What the view is shared by.
    Share,
    /// The selection in the forms of writers and of tables.
    Export,
    /// Whether words stand in the plan.
    Quote,
}

/// A text that was to be copied.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Copied {
    /// Its name.
    pub(super) name: String,
    /// Whether it could be.
    pub(super) is_copied: bool,
}

/// A clause to scroll to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Scroll {
    /// How many times a clause was asked for, so that asking for the same one again scrolls again.
    pub(super) nth: usize,
    pub(super) eid: Option<String>,
    pub(super) how: How,
}

/// How far a clause that is opened is brought into sight.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum How {
    /// Not at all: its own button was pressed.
    #[default]
    Stay,
    /// The list scrolls: it stands in a view.
    List,
    /// The list scrolls, and the focus follows: it was asked for in the widget.
    Focus,
    /// The page scrolls too: a link was followed.
    Page,
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
    GoTo(String, How),
    /// Open the clause of this eId, whose button it was; or close it.
    ToggleClause(String),
    /// Collect the clause of this eId, or no longer.
    TogglePin(String),
    /// Collect none of them any more.
    Unpin,
    /// List just the pinned clauses, or all again.
    TogglePinsOnly,
    /// Show just the clauses with one value of each of the overview's facets, by their places; or no longer.
    Cross(ValueId, ValueId),
    /// Show or hide why a clause, by its place in the plan, has a tag, by its place among the clause's.
    ToggleEvidence(ClauseId, usize),
    /// Open or close the facets.
    ToggleFacets,
    /// Open or close the overview.
    ToggleOverview,
    /// Close the overview, by a button that goes away with it.
    ToClauses,
    /// Point at a cell of the overview, or at none.
    Point(Option<(ValueId, ValueId)>),
    /// Open a panel, or close it.
    TogglePanel(Panel),
    /// Cite a clause in this form.
    Style(Form),
    /// Cite or export the selection in this form.
    Form(Form),
    /// Look these words up.
    Quote(Rc<str>),
    /// A text was copied, or could not be.
    Copied(Copied),
    /// Give the list its full height, or bound it again.
    ToggleHeight,
}

impl State {
    /// What is shown first. `roomy` tells whether there is room for the overview.
    pub(super) fn new(shared: Shared, view: View, roomy: bool) -> Self {
        let clause = view.clause.clone();
        let state = Self::of(
            shared,
            View {
                clause: None,
                ..view
            },
        );
        let state = Self {
            overview_open: roomy,
            ..state
        };
        match clause {
            Some(eid) => state.going_to(eid, How::List),
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
            pointed: None,
            evidence: None,
            panel: None,
            style: Form::Cite(Style::Text),
            form: Form::Cite(Style::Text),
            quoted: "".into(),
            pins_only: false,
            copied: None,
            expanded: false,
            scroll,
            by_host: true,
            focus_lost: 0,
        }
    }

    /// The clauses to list, to cite and to export, by their places in the plan: what the view leaves, or else the
    /// pinned ones, whatever the view leaves.
    pub(super) fn listed(&self) -> Cow<'_, [ClauseId]> {
        if self.pins_only {
            Cow::Owned(self.pinned())
        } else {
            Cow::Borrowed(&self.results.clauses)
        }
    }

    /// The pinned clauses, by their places in the plan.
    pub(super) fn pinned(&self) -> Vec<ClauseId> {
        let plan = self.shared.plan();
        let pins = self.view.pins.iter();
        pins.filter_map(|eid| plan.clause_by_eid(eid)).collect()
    }

    /// The state with another view; what it leaves is computed anew only if it narrows otherwise.
    fn with_view(&self, view: View) -> Self {
        if view == self.view {
            return self.clone();
        }
        let narrows_alike = view.query == self.view.query && view.filters == self.view.filters;
        // Who searches or filters wants to see what that leaves.
        let pins_only = self.pins_only && narrows_alike && !view.pins.is_empty();
        let before = Self {
            pins_only,
            copied: None,
            ..self.clone()
        };
        if narrows_alike {
            return Self { view, ..before };
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
            ..before
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

    fn crossing(&self, row: ValueId, column: ValueId) -> Self {
        let plan = self.shared.plan();
        let Some(Overview { rows, columns }) = plan.overview else {
            return self.clone();
        };
        let value = |facet: FacetId, value: ValueId| {
            let facet = &plan.facets[facet];
            (facet.id.as_ref(), facet.values[value].id.as_ref())
        };
        let values = [value(rows, row), value(columns, column)];
        self.with_view(self.view.crossed(plan, values))
    }

    /// The state with a host's view, and the list at the clause that it opens.
    fn showing(&self, view: View) -> Self {
        match view.clause.clone().filter(|_| view != self.view) {
            Some(eid) => self
                .with_view(View {
                    clause: None,
                    ..view
                })
                .going_to(eid, How::List),
            None => self.with_view(view),
        }
    }

    /// A clause that the view hides is shown by dropping what narrows it: a link must lead somewhere.
    fn going_to(&self, eid: String, how: How) -> Self {
        let Some(place) = self.shared.plan().clause_by_eid(&eid) else {
            return self.clone();
        };
        let is_shown = self.listed().contains(&place);
        let view = if is_shown {
            self.view.clone()
        } else {
            self.view.without_any()
        };
        let pins_only = self.pins_only && is_shown;
        let mut state = Self {
            pins_only,
            ..self.clone()
        }
        .with_view(View {
            clause: Some(eid.clone()),
            ..view
        });
        state.scroll = Scroll {
            nth: self.scroll.nth + 1,
            eid: Some(eid),
            how,
        };
        state
    }
}

impl Reducible for State {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        let view = &self.view;
        let by_host = matches!(
            action,
            Action::Have(_) | Action::Show(_) | Action::GoTo(_, How::Page)
        );
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
            Action::Show(view) => self.showing(view),
            Action::GoTo(eid, how) => self.going_to(eid, how),
            Action::ToggleClause(eid) if view.clause.as_ref() == Some(&eid) => {
                self.with_view(View {
                    clause: None,
                    ..view.clone()
                })
            }
            Action::ToggleClause(eid) => self.going_to(eid, How::Stay),
            Action::TogglePin(eid) => self.with_view(view.pinned(self.shared.plan(), &eid)),
            Action::Unpin => self.without_button(View {
                pins: Vec::new(),
                ..view.clone()
            }),
            Action::TogglePinsOnly => Self {
                pins_only: !self.pins_only,
                copied: None,
                ..(*self).clone()
            },
            Action::Point(pointed) => Self {
                pointed,
                ..(*self).clone()
            },
            Action::ToClauses => Self {
                overview_open: false,
                ..self.without_button(view.clone())
            },
            Action::TogglePanel(panel) => Self {
                panel: Some(panel).filter(|panel| self.panel.as_ref() != Some(panel)),
                copied: None,
                ..(*self).clone()
            },
            Action::Style(style) => Self {
                style,
                copied: None,
                ..(*self).clone()
            },
            Action::Form(form) => Self {
                form,
                copied: None,
                ..(*self).clone()
            },
            Action::Quote(quoted) => Self {
                quoted,
                ..(*self).clone()
            },
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
