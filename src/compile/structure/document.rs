//! A plan's text in one language, with its structure.

use std::borrow::Cow;
use std::collections::HashMap;

use plan::{ById, ClauseId, DivisionId, EId};

use crate::diagnostics::{Located, Location};

/// A plan's text in one language, with its structure.
#[derive(Debug, Default)]
pub(crate) struct Document {
    pub(crate) title: Option<Located>,
    /// The date of the copy as it is written; may be empty.
    pub(crate) published: String,
    pub(crate) preamble: Vec<Located>,
    pub(crate) divisions: ById<DivisionId, DivisionDraft>,
    pub(crate) clauses: ById<ClauseId, ClauseDraft>,
}

/// A division in one language.
#[derive(Debug)]
pub(crate) struct DivisionDraft {
    pub(crate) eid: EId,
    pub(crate) parent: Option<DivisionId>,
    pub(crate) number: String,
    pub(crate) heading: String,
    pub(crate) location: Location,
}

/// A clause in one language.
#[derive(Debug)]
pub(crate) struct ClauseDraft {
    pub(crate) eid: EId,
    pub(crate) division: DivisionId,
    /// The number with those of its divisions.
    pub(crate) number: String,
    pub(crate) text: String,
    pub(crate) location: Location,
}

/// The key of a piece: `title`, `preamble_1` and so on, or the eId of a division or clause. The
/// same in every language.
pub(crate) type Key<'a> = Cow<'a, str>;

/// A piece of text that every language has.
#[derive(Debug)]
pub(crate) struct Piece<'a> {
    pub(crate) key: Key<'a>,
    pub(crate) text: &'a str,
    pub(crate) location: &'a Location,
}

impl Document {
    /// Returns every piece of text.
    pub(crate) fn pieces(&self) -> impl Iterator<Item = Piece<'_>> {
        fn piece<'a>(key: Key<'a>, text: &'a str, location: &'a Location) -> Piece<'a> {
            Piece {
                key,
                text,
                location,
            }
        }
        let title = self.title.iter();
        let title = title.map(|(text, location)| piece("title".into(), text, location));
        let preamble = (1..).zip(&self.preamble);
        let preamble =
            preamble.map(|(nth, (text, location))| piece(preamble_key(nth), text, location));
        let divisions = self.divisions.iter();
        let divisions =
            divisions.map(|it| piece(it.eid.as_str().into(), &it.heading, &it.location));
        let clauses = self.clauses.iter();
        let clauses = clauses.map(|it| piece(it.eid.as_str().into(), &it.text, &it.location));
        title.chain(preamble).chain(divisions).chain(clauses)
    }

    /// Returns the number of every division and clause, by its eId.
    pub(crate) fn numbers(&self) -> impl Iterator<Item = (Key<'_>, &str)> {
        let divisions = self.divisions.iter();
        let divisions = divisions.map(|it| (it.eid.as_str().into(), it.number.as_str()));
        let clauses = self.clauses.iter();
        let clauses = clauses.map(|it| (it.eid.as_str().into(), it.number.as_str()));
        divisions.chain(clauses)
    }

    /// Returns every division by its eId. A wrong number may repeat an eId; then the first one
    /// counts.
    pub(crate) fn divisions_by_eid(&self) -> HashMap<&str, DivisionId> {
        let divisions = self.divisions.enumerated().rev();
        divisions.map(|(id, it)| (it.eid.as_str(), id)).collect()
    }

    /// Returns every clause by its eId. A wrong number may repeat an eId; then the first one
    /// counts.
    pub(crate) fn clauses_by_eid(&self) -> HashMap<&str, ClauseId> {
        let clauses = self.clauses.enumerated().rev();
        clauses.map(|(id, it)| (it.eid.as_str(), id)).collect()
    }

    /// Returns a division and those that contain it, innermost first.
    pub(crate) fn path(&self, division: DivisionId) -> impl Iterator<Item = DivisionId> {
        std::iter::successors(Some(division), |&id| self.divisions[id].parent)
    }
}

/// Returns the key of a paragraph of the preamble, counted from 1.
pub(crate) fn preamble_key(nth: usize) -> Key<'static> {
    format!("preamble_{nth}").into()
}
