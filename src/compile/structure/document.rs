//! A plan's text in one language, with its structure.

use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap};

use plan::{ById, ClauseId, DivisionId, EId, Id, LevelId, Part};

use super::items::ItemDraft;
use crate::diagnostics::{Located, Location, Reporter};
use crate::levels::Levels;
use crate::markdown::Block;
use crate::numbering::full_number::full_number;
use crate::rich::Rich;

/// A plan's text in one language, with its structure.
#[derive(Debug, Default)]
pub(crate) struct Document {
    pub(crate) levels: Levels,
    pub(crate) title: Option<Located>,
    /// The date of the copy as it is written; may be empty.
    pub(crate) published: String,
    pub(crate) preamble: Vec<Block>,
    pub(crate) divisions: ById<DivisionId, DivisionDraft>,
    pub(crate) clauses: ById<ClauseId, ClauseDraft>,
    /// The footnotes by their marks.
    pub(crate) notes: BTreeMap<String, Rich>,
}

/// A division in one language.
#[derive(Debug)]
pub(crate) struct DivisionDraft {
    pub(crate) eid: EId,
    pub(crate) parent: Option<DivisionId>,
    pub(crate) level: LevelId,
    /// Its number or position, as it is in eIds. `None` if it has a name in place of a number.
    pub(crate) token: Option<String>,
    /// The number as printed; may be empty.
    pub(crate) number: String,
    /// May be empty.
    pub(crate) heading: String,
    /// Whether the number says everything without those of the divisions around it.
    pub(crate) is_complete: bool,
    /// Whether its heading is right. The numbers below a wrong one are not checked against it.
    pub(crate) is_right: bool,
    pub(crate) location: Location,
}

impl DivisionDraft {
    /// Returns the number and the heading, for messages.
    pub(crate) fn title(&self) -> String {
        [&*self.number, " ", &*self.heading]
            .concat()
            .trim()
            .to_owned()
    }

    /// Returns the level below that of the division around it, or the outermost level.
    pub(crate) fn usual_level(&self, document: &Document) -> LevelId {
        let above = self.parent.map(|parent| document.divisions[parent].level);
        LevelId::new(above.map_or(0, |level| level.index() + 1))
    }
}

/// A clause in one language.
#[derive(Debug)]
pub(crate) struct ClauseDraft {
    pub(crate) eid: EId,
    pub(crate) division: DivisionId,
    /// The number with those of its divisions.
    pub(crate) number: String,
    pub(crate) text: String,
    /// The parts of the text that have markup, but for its lists.
    pub(crate) parts: Vec<Part>,
    pub(crate) items: Vec<ItemDraft>,
    pub(crate) location: Location,
}

impl ClauseDraft {
    /// Adds a text on a line of its own, and returns where it begins.
    pub(super) fn push_line(&mut self, line: Rich) -> usize {
        let mut own = Rich {
            text: std::mem::take(&mut self.text),
            parts: std::mem::take(&mut self.parts),
        };
        let length = line.text.len();
        // The block before it ends with the line break.
        let end = own.text.len();
        for part in &mut own.parts {
            let has_end = part.end == end && part.kind.is_block();
            part.end += usize::from(has_end && end > 0);
        }
        own.push_line(line);
        Rich {
            text: self.text,
            parts: self.parts,
        } = own;
        self.text.len() - length
    }
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
        let preamble = preamble.map(|(nth, it)| piece(preamble_key(nth), &it.text, &it.location));
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

    /// Adds a paragraph before the first division: the date of the copy, or one of the preamble.
    pub(super) fn add_front_matter(&mut self, block: &Block, reporter: &mut Reporter<'_>) {
        let is_date = |c: char| c.is_ascii_digit() || "-: ".contains(c);
        let may_be_date = !block.is_attached() && self.published.is_empty();
        if !may_be_date || !block.text.chars().all(is_date) {
            self.preamble.push(block.clone());
            return;
        }
        let day = block.text.split(' ').next().unwrap_or_default();
        if !plan::is_date(day) {
            reporter.report(
                &block.location,
                format!("expected the date of the copy, a valid calendar date, found “{day}”"),
                "write it in figures, such as 2021-12-07 or 2021-12-07 15:19",
            );
        }
        self.published.clone_from(&block.text);
    }

    /// Returns the number of a clause with the numbers of its divisions. A division whose numbers run
    /// through needs no other one around it. One without number is named by its heading.
    pub(super) fn number_in(&self, open: &[DivisionId], printed: &str) -> String {
        let is_enough = |&id: &DivisionId| {
            let division = &self.divisions[id];
            let rule = &self.levels.divisions[division.level.index()];
            rule.runs_through || division.is_complete || division.number.is_empty()
        };
        let start = open.iter().rposition(is_enough).unwrap_or(0);
        let parts = open[start..].iter().map(|&id| {
            let division = &self.divisions[id];
            let has_number = !division.number.is_empty();
            let part = if has_number {
                &division.number
            } else {
                &division.heading
            };
            part.as_str()
        });
        full_number(&parts.collect::<Vec<_>>(), printed)
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
