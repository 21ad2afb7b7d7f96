//! The numbers that the clauses of one level may have.

use super::draft::Line;
use super::fitted::Spot;
use crate::label::Style;

/// The clauses directly in the divisions of one level.
#[derive(Clone, Debug, Default)]
pub(super) struct Slot {
    pub(super) kinds: Vec<Kind>,
    /// The styles of numbers that are part of the text, with one doubt for all.
    pub(super) demoted: Vec<Style>,
    /// Whether a line has no number of these kinds, and is no item.
    pub(super) has_free: bool,
}

/// Numbers that the compiler may read.
#[derive(Clone, Debug)]
pub(super) struct Kind {
    pub(super) style: Style,
    pub(super) patterns: Vec<String>,
    /// The patterns of numbers that are kept as they are printed; empty if these would be found in
    /// any text.
    pub(super) as_printed: Vec<String>,
}

impl Slot {
    pub(super) fn patterns(&self) -> Vec<String> {
        let kinds = self.kinds.iter();
        kinds.flat_map(|kind| kind.patterns.clone()).collect()
    }

    /// Returns the index of the kind of a pattern.
    pub(super) fn kind_of(&self, pattern: usize) -> usize {
        let mut last = 0;
        let mut ends = self.kinds.iter().map(|kind| {
            last += kind.patterns.len();
            last
        });
        ends.position(|end| pattern < end).unwrap_or_default()
    }

    /// Returns the index of the kind of the number with which a line begins a clause.
    pub(super) fn kind_of_clause(&self, line: &Line) -> Option<usize> {
        let label = line.label.as_ref()?;
        let kind = self
            .kinds
            .iter()
            .position(|kind| kind.style.is_like(&label.style));
        kind.filter(|_| line.depth == 0 && !line.text.is_empty())
    }

    /// Returns the doubt about a line that begins with a number which the compiler does not read there.
    pub(super) fn doubt_about(&self, line: &Line) -> Option<String> {
        let label = line.label.as_ref().filter(|_| line.depth == 0)?;
        let is_known = self.demoted.iter().any(|style| style.is_like(&label.style));
        (!is_known).then(|| {
            format!(
                "“{}” is part of the text, because such numbers do not count on in this division",
                label.printed.trim()
            )
        })
    }

    /// Lets the numbers of a kind be as they are printed, or else part of the text. Returns the
    /// doubt.
    pub(super) fn demote(&mut self, kind: usize) -> (Spot, String) {
        let own = &mut self.kinds[kind];
        let example = own
            .patterns
            .first()
            .map_or("", |first| first.trim())
            .to_owned();
        let way = if own.as_printed.is_empty() {
            let removed = self.kinds.remove(kind);
            self.demoted.push(removed.style);
            "they are part of the text, and eIds have positions in their place"
        } else {
            own.patterns = std::mem::take(&mut own.as_printed);
            "they are kept as they are printed"
        };
        let doubt =
            format!("not all numbers of clauses such as “{example}” count on in one form; {way}");
        (Spot::Numbering, doubt)
    }
}
