//! What the widget knows, and the only function that changes it.

use std::rc::Rc;

use yew::Reducible;

use super::Shared;
use crate::query::{Criterion, Needles, Results, View};

/// Everything that the rendering depends on.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct State {
    shared: Shared,
    /// What the reader chose.
    pub(super) view: View,
    /// What that leaves.
    pub(super) results: Rc<Results>,
    /// The words to mark.
    pub(super) needles: Rc<Needles>,
    /// Whether the facets are open where there is little room; where there is more they always are.
    pub(super) facets_open: bool,
    /// Whether the list has its full height.
    pub(super) expanded: bool,
    /// The clause to scroll to, and how many times a clause was asked for, so that asking for the
    /// same one again scrolls again.
    pub(super) scroll: (usize, Option<String>),
}

/// Everything a reader or host can do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Action {
    /// Search for this.
    Search(String),
    /// Choose a value of a facet, or choose it no longer.
    Toggle(String, String),
    /// Drop one thing that narrows the view.
    Drop(Criterion),
    /// Drop all of them.
    DropAll,
    /// Read in the language of this tag.
    Read(String),
    /// Read the language of this tag beside it, or none.
    Compare(Option<String>),
    /// Show this view.
    Show(View),
    /// Open a clause and scroll to it.
    GoTo(String),
    /// Open or close the facets.
    ToggleFacets,
    /// Give the list its full height, or bound it again.
    ToggleHeight,
}

impl State {
    pub(super) fn new(shared: Shared, view: View) -> Self {
        let results = Rc::new(shared.run(&view));
        let needles = Rc::new(shared.needles(&view.query));
        let scroll = (0, view.clause.clone());
        Self {
            shared,
            view,
            results,
            needles,
            facets_open: false,
            expanded: false,
            scroll,
        }
    }

    /// The state with another view; nothing is computed anew if it is the same.
    fn with_view(&self, view: View) -> Self {
        if view == self.view {
            return self.clone();
        }
        let Self {
            facets_open,
            expanded,
            scroll,
            ..
        } = self.clone();
        Self {
            facets_open,
            expanded,
            scroll,
            ..Self::new(self.shared.clone(), view)
        }
    }

    /// A clause that the view hides is shown by dropping what narrows it: a link must lead somewhere.
    fn going_to(&self, eid: String) -> Self {
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
        state.scroll = (self.scroll.0 + 1, Some(eid));
        state
    }
}

impl Reducible for State {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        let view = &self.view;
        Rc::new(match action {
            Action::Search(query) => self.with_view(View {
                query,
                ..view.clone()
            }),
            Action::Toggle(facet, value) => {
                self.with_view(view.toggled(self.shared.plan(), &facet, &value))
            }
            Action::Drop(criterion) => self.with_view(view.without(&criterion)),
            Action::DropAll => self.with_view(view.without_any()),
            Action::Read(tag) => self.with_view(View {
                lang: Some(tag),
                ..view.clone()
            }),
            Action::Compare(compare) => self.with_view(View {
                compare,
                ..view.clone()
            }),
            Action::Show(view) => match view
                .clause
                .clone()
                .filter(|_| view.clause != self.view.clause)
            {
                Some(eid) => self.with_view(view).going_to(eid),
                None => self.with_view(view),
            },
            Action::GoTo(eid) => self.going_to(eid),
            Action::ToggleFacets => Self {
                facets_open: !self.facets_open,
                ..(*self).clone()
            },
            Action::ToggleHeight => Self {
                expanded: !self.expanded,
                ..(*self).clone()
            },
        })
    }
}
