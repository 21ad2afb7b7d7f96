//! The compiled plan: plain data, all its languages together.
//!
//! It knows no file, no DOM, no wasm, and none of its readers. Text is borrowed when the plan is baked
//! into the program, and owned when it was compiled or read at run time.

use std::borrow::Cow;
use std::fmt;
use std::ops::Range;

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

mod date;
mod packing;
pub mod validate;

pub use date::is_date;

/// A piece of text: constant in a baked plan, owned in one compiled at run time.
pub type Text = Cow<'static, str>;

/// A list.
pub type List<T> = Cow<'static, [T]>;

/// The keys of a view that are not facets; no facet may have one of these names.
pub const RESERVED_KEYS: [&str; 5] = ["q", "lang", "compare", "clause", "pin"];

/// A whole policy plan.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Plan {
    /// A short name for files and addresses, such as `china-celac-2022-2024`.
    pub id: Text,
    /// The languages of the text; the first is the original.
    pub languages: List<Language>,
    /// The plan's name.
    pub title: Localized,
    /// The paragraphs between the title and the first article.
    pub preamble: List<Localized>,
    /// Articles and sections in the document's order; a section comes after its article.
    pub divisions: List<Division>,
    /// The clauses in the document's order.
    pub clauses: List<Clause>,
    /// The ways to filter the clauses.
    pub facets: List<Facet>,
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

    /// The place in [`Plan::clauses`] of the clause with this eId.
    #[must_use]
    pub fn place_of(&self, eid: &str) -> Option<usize> {
        self.clauses
            .iter()
            .position(|clause| clause.eid.as_str() == eid)
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

/// One text in several languages, as pairs of a language's tag and the text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Localized(pub List<(Text, Text)>);

impl Localized {
    /// The tag and text in the language `tag`, or else in the first language there is.
    #[must_use]
    pub fn nearest(&self, tag: &str) -> (&str, &str) {
        let found = self.0.iter().find(|(language, _)| language == tag);
        found
            .or(self.0.first())
            .map_or(("", ""), |(language, text)| (language, text))
    }

    /// Every language's tag and text.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0
            .iter()
            .map(|(language, text)| (language.as_ref(), text.as_ref()))
    }
}

/// As a map from tags to texts.
impl Serialize for Localized {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.iter())
    }
}

/// From a map, in its order: the first language is the original.
impl<'de> Deserialize<'de> for Localized {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(LocalizedVisitor)
    }
}

struct LocalizedVisitor;

impl<'de> de::Visitor<'de> for LocalizedVisitor {
    type Value = Localized;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a map from language tags to texts")
    }

    fn visit_map<A: de::MapAccess<'de>>(self, mut map: A) -> Result<Localized, A::Error> {
        let mut texts = Vec::new();
        while let Some(pair) = map.next_entry()? {
            texts.push(pair);
        }
        Ok(Localized(texts.into()))
    }
}

/// An article, or a section of one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Division {
    /// Its identifier.
    pub eid: EId,
    /// For a section, the place of its article in [`Plan::divisions`].
    pub parent: Option<usize>,
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
    pub division: usize,
    /// The number with those of its divisions, by each language's own text, such as `第二条 七、(四)`.
    pub number: Localized,
    /// Its text, without the number.
    pub text: Localized,
    /// Whether the source breaks off inside this clause.
    pub truncated: bool,
    /// Which values of which facets it carries.
    pub tags: List<Tag>,
}

/// That a clause carries a value of a facet, and why.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tag {
    /// The facet's place in [`Plan::facets`].
    pub facet: usize,
    /// The value's place in [`Facet::values`].
    pub value: usize,
    /// What justifies it.
    pub evidence: Evidence,
}

/// What justifies a tag.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Evidence {
    /// The clause stands in this division, by its place in [`Plan::divisions`].
    Division(usize),
    /// These words of the clause in the original, from first to last.
    Phrases(List<Span>),
    /// An editor's reason, by its place in [`Facet::reasons`].
    Reason(usize),
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
    pub rows: usize,
    /// The facet whose values are the columns.
    pub columns: usize,
}

/// A way to filter clauses, such as by sector.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Facet {
    /// Its key in views and in the form, such as `sector`.
    pub id: Text,
    /// Its name for readers.
    pub label: Localized,
    /// Its values in the order they are shown.
    pub values: List<FacetValue>,
    /// The reasons that editors wrote for tags which no rule gives.
    pub reasons: List<Localized>,
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
    pub phrases: List<Text>,
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

/// An identifier of a division or clause by the Akoma Ntoso naming convention (OASIS, version 1.0)
/// with Arabic numerals: `art_2__sec_7__para_4`, or `art_1__para_3` where an article has no sections.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct EId(pub Text);

impl EId {
    /// The identifier as it stands in HTML and in addresses.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for EId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
