//! A row of the list: what a clause is rendered from.

use std::ops::Range;
use std::rc::Rc;

use plan::{ClauseId, DivisionId};
use query::Needles;
use yew::prelude::*;

use super::opened_tag::OpenedTag;
use crate::shared_plan::SharedPlan;
use crate::state::State;
use crate::words::Words;

/// The values that all rows share. While they stay, only rows with other [`Facts`] are rendered again.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Common {
    pub(crate) shared: SharedPlan,
    pub(crate) interface: Words,
    /// The words to mark.
    pub(crate) needles: Rc<Needles>,
    /// The tags of the languages to show.
    pub(crate) shown: Vec<String>,
    /// The tag of the language to read in, also if the plan lacks it.
    pub(crate) tag: AttrValue,
    /// Whether the list is in the order of the pins, which the reader may change.
    pub(crate) is_movable: bool,
    /// The order of the list, written as in a view, unless it is that of the document or of the pins.
    pub(crate) sort: Option<String>,
    /// The page's address without its fragment.
    pub(crate) page_address: AttrValue,
    /// How many times parts have arrived that are loaded after the first view.
    pub(crate) late_parts: usize,
    pub(crate) dispatch: UseReducerDispatcher<State>,
}

impl Common {
    /// Reports whether other words are marked than with these values before, and nothing else is different.
    pub(crate) fn differs_in_marks(&self, before: &Self) -> bool {
        let marked_anew = Self {
            needles: self.needles.clone(),
            ..before.clone()
        };
        self.needles != before.needles && *self == marked_anew
    }
}

/// The values of one row.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Facts {
    /// The clause.
    pub(crate) id: ClauseId,
    /// The headings before it.
    pub(crate) headings: Vec<Heading>,
    /// The tag whose evidence is shown, if it is one of this clause's.
    pub(crate) evidence: Option<OpenedTag>,
    /// The parts below the actions of an opened clause.
    pub(crate) opened: Option<[Html; 2]>,
    /// The eId that the view names, if this clause is opened: its own, or that of an item.
    pub(crate) item: Option<String>,
    /// Whether an article shows it only once the reader asks for all. Screen readers would find a clause without a
    /// text, because the browser keeps the element for its own search.
    pub(crate) is_hidden: bool,
    /// Whether the reader pinned it.
    pub(crate) is_pinned: bool,
    /// Its number in the list, from 1, and how many are listed: if not all of them are in the document.
    pub(crate) nth_of: Option<[usize; 2]>,
}

/// A heading before a clause.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Heading {
    pub(crate) division: DivisionId,
    pub(crate) kind: HeadingKind,
}

/// How often a division has had a heading.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum HeadingKind {
    /// It begins here.
    First,
    /// It begins again: pins are in the reader's order.
    Again,
    /// It began before the first row in the document. The heading is only for screen readers.
    Unseen,
}

/// A clause to render.
pub(crate) struct Row<'a> {
    pub(super) common: &'a Common,
    pub(super) facts: &'a Facts,
    /// The languages to show, with the ranges to mark in each text, in bytes.
    pub(super) texts: Vec<(&'a str, Vec<Range<usize>>)>,
}

impl Row<'_> {
    /// Returns the tag of the language to read in.
    pub(super) fn reading(&self) -> &str {
        self.texts.first().map_or("", |(tag, _)| tag)
    }
}
