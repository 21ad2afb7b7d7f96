//! The compiled plan: plain data, all its languages together.
//!
//! It knows no file, no DOM, no wasm, and none of its readers. Text is borrowed where the plan was
//! unpacked from the engine's own section, and owned where it was compiled or read at run time.

pub mod characters;
mod date;
pub mod format;
mod ids;
pub mod interface;
mod levels;
mod localized;
pub mod validate;

use std::ops::Range;

use interface::Interface;
use serde::{Deserialize, Serialize};

pub use date::is_date;
pub use ids::{ById, ClauseId, DivisionId, EId, FacetId, Id, ParagraphId, ReasonId, ValueId};
pub use levels::{CLAUSE_STEM, LEVELS, Level};
pub use localized::{InLanguage, Localized, Text};

/// The keys of a view that are not facets; no facet may have one of these names.
pub const RESERVED_KEYS: [&str; 5] = ["q", "lang", "compare", "clause", "pin"];

/// What a content folder compiles to, and what the engine's section `plan` holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Content {
    /// The plan.
    pub plan: Plan,
    /// The widget's own words, one set for each language, sorted by tag.
    pub interfaces: Vec<Interface>,
}

/// A whole policy plan.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Plan {
    /// A short name for files and addresses, such as `china-celac-2022-2024`.
    pub id: Text,
    /// The languages of the text; the first is the original.
    pub languages: Vec<Language>,
    /// The plan's name.
    pub title: Localized,
    /// The paragraphs between the title and the first article.
    pub preamble: ById<ParagraphId, Localized>,
    /// Articles and sections in the document's order; a section comes after its article.
    pub divisions: ById<DivisionId, Division>,
    /// The clauses in the document's order.
    pub clauses: ById<ClauseId, Clause>,
    /// The ways to filter the clauses.
    pub facets: ById<FacetId, Facet>,
    /// The two facets that the overview crosses, if there is one.
    pub overview: Option<Overview>,
    /// Where the text was taken from, and how much of the plan it covers.
    pub source: Source,
    /// Which characters count as the same when searching.
    pub folds: Folds,
}

impl Plan {
    /// The language of this tag, such as `zh`.
    #[must_use]
    pub fn language(&self, tag: &str) -> Option<&Language> {
        self.languages.iter().find(|language| language.tag == tag)
    }

    /// The clause with this eId.
    #[must_use]
    pub fn clause_by_eid(&self, eid: &str) -> Option<ClauseId> {
        self.clauses.id_of(|clause| clause.eid.as_str() == eid)
    }

    /// The facet with this key, such as `sector`.
    #[must_use]
    pub fn facet_by_key(&self, key: &str) -> Option<FacetId> {
        self.facets.id_of(|facet| facet.id == key)
    }

    /// The clause in which the source breaks off, if it does.
    #[must_use]
    pub fn truncated(&self) -> Option<&Clause> {
        self.clauses.iter().find(|clause| self.is_truncated(clause))
    }

    /// Whether the source breaks off inside this clause.
    #[must_use]
    pub fn is_truncated(&self, clause: &Clause) -> bool {
        self.source.ends_in.as_ref() == Some(&clause.eid)
    }
}

/// A language of the plan's text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Language {
    /// The short tag used in views and attributes, such as `zh`.
    pub tag: Text,
    /// The BCP 47 tag for HTML's `lang`, such as `zh-Hans`.
    pub html: Text,
    /// The language's name in itself.
    pub name: Text,
    /// Whether this text is the one that counts.
    pub status: Status,
}

/// Whether a text is the one that counts or a help to read it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Status {
    /// The text the parties agreed.
    Authoritative,
    /// A translation that binds nobody.
    Unofficial,
}

/// An article, or a section of one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Division {
    /// Its identifier.
    pub eid: EId,
    /// For a section, the place of its article in [`Plan::divisions`].
    pub parent: Option<DivisionId>,
    /// The number as the text of each language prints it, such as `第二条` or `七、`.
    pub number: Localized,
    /// Its heading, without the number.
    pub heading: Localized,
}

/// The smallest citable unit of a plan.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Clause {
    /// Its identifier.
    pub eid: EId,
    /// The place of its section, or article without sections, in [`Plan::divisions`].
    pub division: DivisionId,
    /// The number with those of its divisions, by each language's own text, such as `第二条 七、(四)`.
    pub number: Localized,
    /// Its text, without the number.
    pub text: Localized,
    /// Which values of which facets it carries.
    pub tags: Vec<Tag>,
}

/// That a clause carries a value of a facet, and why.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tag {
    /// The facet's place in [`Plan::facets`].
    pub facet: FacetId,
    /// The value's place in [`Facet::values`].
    pub value: ValueId,
    /// What justifies it.
    pub evidence: Evidence,
}

/// What justifies a tag.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Evidence {
    /// The clause stands in this division, by its place in [`Plan::divisions`].
    Division(DivisionId),
    /// These words of the clause in the original, from first to last.
    Phrases(Vec<Span>),
    /// An editor's reason, by its place in [`Facet::reasons`].
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

/// The two facets that the overview crosses, by their places in [`Plan::facets`].
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
    /// Its key in views and in the form, such as `sector`.
    pub id: Text,
    /// Its name for readers.
    pub label: Localized,
    /// Its values in the order they are shown.
    pub values: ById<ValueId, FacetValue>,
    /// The reasons that editors wrote for tags which no rule gives.
    pub reasons: ById<ReasonId, Localized>,
}

/// One value of a facet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FacetValue {
    /// Its key in views and in the form, such as `energy-resources`.
    pub id: Text,
    /// Its name for readers.
    pub label: Localized,
    /// What it means, in a sentence.
    pub description: Localized,
    /// The words of the original that justify it; none where the plan's own divisions do.
    pub phrases: Vec<Text>,
}

/// Where the text was taken from, and how much of the plan it covers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Source {
    /// Who published the copy that was used.
    pub publisher: Text,
    /// The address of that copy.
    pub url: Text,
    /// The date, and time if any, that copy carries; not the date of the plan itself.
    pub published: Text,
    /// What that copy says about its own extent, in its own words; empty if it says nothing.
    pub notice: Text,
    /// The clause in which that copy breaks off, if it does.
    #[serde(rename = "endsIn")]
    pub ends_in: Option<EId>,
}

/// Which characters count as the same when searching, as two strings of equally many characters:
/// the nth of `from` is read as the nth of `to`.
///
/// It holds only what can reach a character of this plan's text, so that no table of all letters
/// has to be shipped. `from` is sorted by code point.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Folds {
    /// The characters that are replaced.
    pub from: Text,
    /// What each is replaced by.
    pub to: Text,
}
