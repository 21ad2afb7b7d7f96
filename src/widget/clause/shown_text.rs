//! The text of a clause in a language, and how it is shown.

use std::ops::Range;

use plan::{InLanguage, Status};

use super::row::Row;
use super::tags;

/// The text of a clause that is shown for a language.
pub(crate) struct ShownText<'a> {
    /// The language that the reader asked for.
    pub(super) asked: &'a str,
    /// The language of the text: another one if the clause lacks a translation.
    pub(super) tag: &'a str,
    pub(super) text: &'a str,
    /// Authoritative texts are protected from machine translation.
    pub(super) translate: Option<&'static str>,
    /// The words that justify the opened tag, which only the original has.
    pub(super) reasons: Vec<Range<usize>>,
    /// The sentence that says that the text is not translated.
    pub(super) missing: Option<String>,
}

impl<'a> ShownText<'a> {
    pub(super) fn new(row: &Row<'a>, asked: &'a str) -> Self {
        let plan = row.common.shared.plan();
        let clause = &plan.clauses[row.facts.id];
        let InLanguage { tag, text } = clause.text.nearest(asked);
        let is_original = tag == clause.text.original().tag;
        let status = plan.language(tag).map(|of| of.status);
        let is_protected = is_original || status == Some(Status::Authoritative);
        let opened = row.facts.evidence.filter(|_| is_original);
        let language = plan.language(asked).filter(|_| tag != asked);
        let interface = row.common.interface;
        Self {
            asked,
            tag,
            text,
            translate: is_protected.then_some("no"),
            reasons: opened
                .map_or_else(Vec::new, |opened| tags::spans(&clause.tags[opened.index.0])),
            missing: language.map(|language| interface.about(&interface.untranslated, language)),
        }
    }
}
