//! The props of a clause.

use std::ops::Range;

use plan::ClauseId;
use query::Elsewhere;
use yew::prelude::*;

use super::opened_tag::OpenedTag;
use crate::shared_plan::SharedPlan;
use crate::state::State;
use crate::words::Words;

/// The props of a clause.
#[derive(Debug, PartialEq, Properties)]
pub(crate) struct Props {
    pub(crate) shared: SharedPlan,
    pub(crate) interface: Words,
    /// The clause.
    pub(crate) id: ClauseId,
    /// The tags of the languages to show, with the ranges to mark in each text, in bytes.
    pub(crate) texts: Vec<(String, Vec<Range<usize>>)>,
    /// Excerpts in other languages that explain why the clause matches.
    pub(crate) elsewhere: Vec<Elsewhere>,
    /// The tag whose evidence is shown, if it is one of this clause's.
    pub(crate) evidence: Option<OpenedTag>,
    /// How many times parts have arrived that are loaded later, if the evidence needs them.
    pub(crate) late_parts: usize,
    /// The parts below the actions of an opened clause.
    pub(crate) opened: Option<[Html; 2]>,
    /// Whether an article shows it only once the reader asks for all. Screen readers would find a clause without a
    /// text, because the browser keeps the element for its own search.
    pub(crate) is_hidden: bool,
    /// Whether the reader pinned it.
    pub(crate) is_pinned: bool,
    /// Whether the list is in the order of the pins, which the reader may change.
    pub(crate) is_movable: bool,
    /// The page's address without its fragment.
    pub(crate) page_address: AttrValue,
    pub(crate) dispatch: UseReducerDispatcher<State>,
}
