//! Facets: the ways to filter clauses, and the evidence of every tag.

use std::ops::Range;

use serde::{Deserialize, Serialize};

use crate::characters::is_chinese;
use crate::ids::{ById, DivisionId, FacetId, ReasonId, ValueId};
use crate::localized::{Localized, Text};

/// The keys of every view that are not facets. Only plans with columns of dates or numbers have `sort`.
pub const VIEW_KEYS: [&str; 6] = ["q", "lang", "compare", "clause", "pin", "only"];

/// The keys that no facet may have: those of a view, and those that stand beside a view in the address of `embed.html`.
pub const RESERVED_KEYS: [&str; 12] = [
    "q", "lang", "compare", "clause", "pin", "only", "sort", "layout", "theme", "heading", "intro",
    "src",
];

/// The two facets that the overview crosses.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Overview {
    /// The facet whose values are the rows.
    pub rows: FacetId,
    /// The facet whose values are the columns.
    pub columns: FacetId,
}

/// A way to filter clauses, such as by sector.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Facet {
    /// Its key in views and in the facets form, such as `sector`.
    pub id: Text,
    /// Its name for readers.
    pub label: Localized,
    /// The direction in which the values descend, such as “firm → soft”, if they are the steps of one scale.
    pub scale: Option<Localized>,
    /// Whether its tags are details, which only an opened clause shows.
    #[serde(default)]
    pub details: bool,
    /// Its values in the order in which they are shown.
    pub values: ById<ValueId, FacetValue>,
    /// The reasons that editors wrote for tags that no rule gives.
    pub reasons: ById<ReasonId, Localized>,
    /// The reason for the tag of a clause to which no rule gives a value.
    pub otherwise: Option<ReasonId>,
}

impl Facet {
    /// Returns the label, with the direction of the scale if the values are the steps of one.
    #[must_use]
    pub fn name(&self, tag: &str) -> String {
        let label = self.label.nearest(tag).text;
        let Some(scale) = &self.scale else {
            return label.to_owned();
        };
        // Chinese has wide brackets without a space.
        let [open, close] = if label.ends_with(is_chinese) {
            ["（", "）"]
        } else {
            [" (", ")"]
        };
        [label, open, scale.nearest(tag).text, close].concat()
    }

    /// Reports whether only an opened clause shows this tag: a detail, or a value that the clause has only because
    /// no rule gives it another one.
    #[must_use]
    pub fn is_detail(&self, tag: &Tag) -> bool {
        self.details
            || matches!(tag.evidence, Evidence::Reason(reason) if Some(reason) == self.otherwise)
    }
}

/// One value of a facet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FacetValue {
    /// Its key in views and in the facets form, such as `energy-resources`.
    pub id: Text,
    /// Its name for readers.
    pub label: Localized,
    /// The name of the group that begins with this value.
    pub heading: Option<Localized>,
    /// Its meaning, in a sentence.
    pub description: Localized,
    /// The phrases of the original that justify it, each with its gloss in other languages; empty if
    /// the plan's divisions justify it.
    pub phrases: Vec<Localized>,
    /// The pairs of key and value, such as `action=fund`, that meant this value in earlier editions of the plan.
    /// `None` if there are none, so that a plan's JSON may omit it.
    pub formerly: Option<Vec<Text>>,
}

/// A facet value of a clause, and the evidence for it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tag {
    /// The facet.
    pub facet: FacetId,
    /// The value, one of [`Facet::values`].
    pub value: ValueId,
    /// Why the clause has this value.
    pub evidence: Evidence,
}

/// Why a clause has a facet value.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Evidence {
    /// The clause is in this division.
    Division(DivisionId),
    /// These words of the clause in the original language, from first to last.
    Phrases(Vec<Span>),
    /// An editor's reason, one of [`Facet::reasons`].
    Reason(ReasonId),
}

/// A part of a text, in bytes of UTF-8.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Span {
    /// The first byte.
    pub start: usize,
    /// The first byte after it.
    pub end: usize,
}

impl From<Span> for Range<usize> {
    fn from(span: Span) -> Self {
        span.start..span.end
    }
}
