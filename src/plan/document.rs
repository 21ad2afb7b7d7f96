//! The plan: languages, divisions, clauses, and the source of the text.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use crate::column::Column;
use crate::facet::{Facet, FacetValue, Overview, Tag};
use crate::ids::{ById, ClauseId, DivisionId, EId, FacetId, LevelId, ParagraphId};
use crate::level::Level;
use crate::localized::{InLanguage, Localized, Text};
use crate::markup::Markup;

/// A whole policy plan.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Plan {
    /// A short name for files and addresses, such as `china-celac-2022-2024`.
    pub id: Text,
    /// The languages of the text; the first is the original.
    pub languages: Vec<Language>,
    /// The plan's name.
    pub title: Localized,
    /// The paragraphs between the title and the first division.
    pub preamble: ById<ParagraphId, Localized>,
    /// The divisions in the document's order; a division comes after the one that contains it.
    pub divisions: ById<DivisionId, Division>,
    /// The clauses in the document's order.
    pub clauses: ById<ClauseId, Clause>,
    /// The ways to filter the clauses.
    pub facets: ById<FacetId, Facet>,
    /// The two facets that the overview crosses, if the plan has an overview.
    pub overview: Option<Overview>,
    /// The copy from which the text was taken.
    pub source: Source,
    /// Which characters count as the same when searching.
    pub folds: Folds,
    /// The names of each thing that has several: a search for one of them finds the others.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub names: Option<Vec<Vec<Text>>>,
    /// The author's own data of the clauses. `None` if there are none, so that a plan's JSON may omit them.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub columns: Option<Vec<Column>>,
    /// The levels of divisions, if they are others than [`crate::LEVELS`]: see [`Plan::levels`].
    #[serde(rename = "levels", skip_serializing_if = "Option::is_none")]
    pub own_levels: Option<Vec<Level>>,
    /// The structure of texts that have one, in the order of their clauses, each with its languages. `None` if there are
    /// none, so that a plan's JSON may omit them.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub markup: Option<Vec<Markup>>,
    /// The plans that this one was merged from, in the order of their clauses; empty if it is no collection. A file with a
    /// plan has none.
    #[serde(skip)]
    pub members: Vec<Member>,
}

impl Plan {
    /// Returns the language with this tag, such as `zh`.
    #[must_use]
    pub fn language(&self, tag: &str) -> Option<&Language> {
        self.languages.iter().find(|language| language.tag == tag)
    }

    /// Returns the clause with this eId.
    #[must_use]
    pub fn clause_by_eid(&self, eid: &str) -> Option<ClauseId> {
        self.clauses.id_of(|clause| clause.eid.as_str() == eid)
    }

    /// Returns the facet with this key, such as `sector`.
    #[must_use]
    pub fn facet_by_key(&self, key: &str) -> Option<FacetId> {
        self.facets.id_of(|facet| facet.id == key)
    }

    /// Returns the columns by whose values readers can sort clauses.
    pub fn sorting_columns(&self) -> impl Iterator<Item = &Column> {
        let columns = self.columns.iter().flatten();
        columns.filter(|column| column.kind.is_ordered())
    }

    /// Returns the facet and the value for which `is_it` accepts a pair of key and value from an earlier edition of the
    /// plan, such as `action=fund`.
    pub fn by_former_pair(&self, is_it: &dyn Fn(&str) -> bool) -> Option<(&Facet, &FacetValue)> {
        for facet in &self.facets {
            for value in &facet.values {
                for pair in value.formerly.iter().flatten() {
                    if is_it(pair) {
                        return Some((facet, value));
                    }
                }
            }
        }
        None
    }

    /// Returns the clause in which the source breaks off, if it does.
    #[must_use]
    pub fn truncated(&self) -> Option<&Clause> {
        self.last_of(&self.source)
    }

    /// Returns the clause in which a source breaks off, if it does: that of this plan, or of a member.
    #[must_use]
    pub fn last_of(&self, source: &Source) -> Option<&Clause> {
        let last = source.ends_in.as_ref()?;
        self.clauses.iter().find(|clause| clause.eid == *last)
    }

    /// Reports whether the source breaks off inside this clause.
    #[must_use]
    pub fn is_truncated(&self, clause: &Clause) -> bool {
        let breaks_off = |source: &Source| source.ends_in.as_ref() == Some(&clause.eid);
        let mut members = self.members.iter();
        breaks_off(&self.source) || members.any(|member| breaks_off(&member.source))
    }

    /// Returns a clause's text as it leaves the explorer: with [`CUT`] behind it if the source
    /// breaks off there. A translation has that mark in its text; the original is never changed.
    #[must_use]
    pub fn quotable<'a>(&self, clause: &'a Clause) -> Cow<'a, Localized> {
        let mut texts = Cow::Borrowed(&clause.text);
        if self.is_truncated(clause) {
            for InLanguage { text, .. } in &mut texts.to_mut().0 {
                if !text.ends_with(CUT) {
                    text.to_mut().push_str(" […]");
                }
            }
        }
        texts
    }
}

/// The mark behind a text that the source breaks off.
pub const CUT: &str = "[…]";

/// A language of the plan's text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Language {
    /// The short tag used in views and attributes, such as `zh`.
    pub tag: Text,
    /// The BCP 47 tag for HTML's `lang`, such as `zh-Hans`.
    pub html: Text,
    /// The language's name in itself.
    pub name: Text,
    /// Whether this text is authoritative.
    pub status: Status,
    /// How a translation was made, for readers, in its own language.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub translation: Option<Text>,
}

/// The legal status of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Status {
    /// The text that the parties agreed.
    Authoritative,
    /// A translation without legal force.
    Unofficial,
}

/// A part of the document, such as an article or a section.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Division {
    /// Its identifier.
    pub eid: EId,
    /// The division that contains it, unless it is on the outermost level.
    pub parent: Option<DivisionId>,
    /// The number as the text of each language prints it, such as `第二条` or `七、`; empty if it
    /// has none.
    pub number: Localized,
    /// Its heading, without the number; may be empty.
    pub heading: Localized,
    /// Its level, where this is not the one below the level of its parent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub level: Option<LevelId>,
}

impl Division {
    /// Returns the number and the heading, nearest to the language `tag`. A wide mark at the end of the number,
    /// as in `七、能源`, needs no space behind it.
    #[must_use]
    pub fn title(&self, tag: &str) -> String {
        let [number, heading] = [&self.number, &self.heading].map(|part| part.nearest(tag).text);
        let is_apart = !number.is_empty() && !heading.is_empty() && !number.ends_with('、');
        [number, if is_apart { " " } else { "" }, heading].concat()
    }
}

/// The smallest citable unit of a plan.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Clause {
    /// Its identifier.
    pub eid: EId,
    /// The innermost division that contains it.
    pub division: DivisionId,
    /// The number with the numbers of its divisions, as the text of each language prints them, such
    /// as `第二条 七、(四)`.
    pub number: Localized,
    /// Its text, without the number.
    pub text: Localized,
    /// Its facet values.
    pub tags: Vec<Tag>,
    /// The words of the original that look like a slip, if some do.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub slip: Option<Slip>,
}

/// Words of the original that look like a slip. The text keeps them to the letter.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Slip {
    /// The words.
    pub words: Text,
    /// Why they look like one, for readers.
    pub note: Localized,
}

/// The copy from which the text was taken, and its extent.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Source {
    /// The publisher of the copy.
    pub publisher: Text,
    /// The address of the copy; empty if it has none.
    pub url: Text,
    /// The date of the copy, and its time if it has one; not the date of the plan itself. Empty if
    /// it is unknown.
    pub published: Text,
    /// The copy's own words about its extent; empty if it has none.
    pub notice: Text,
    /// The clause in which the copy breaks off, if it does.
    #[serde(rename = "endsIn")]
    pub ends_in: Option<EId>,
}

/// One of the plans that a collection was merged from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Member {
    /// Its own id, which is also its value of the facet `plan`.
    pub id: Text,
    /// Its name.
    pub title: Localized,
    /// The languages of its text; the first is its original.
    pub languages: Vec<Language>,
    /// The copy from which its text was taken.
    pub source: Source,
    /// Its first clause in the collection. Its others follow, up to the first clause of the next member.
    pub first: ClauseId,
}

/// The characters that a search treats as the same, as two strings with the same number of
/// characters: the nth of `from` is read as the nth of `to`.
///
/// A plan ships only folds whose target occurs in its text; no other fold can match. `from` is
/// sorted by code point.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Folds {
    /// The characters that are replaced.
    pub from: Text,
    /// Their replacements.
    pub to: Text,
}
