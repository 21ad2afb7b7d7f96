//! `glosses.toml`: each phrase that justifies a value, in the languages of the translations.
//!
//! Readers who do not know the original can then judge the evidence of a tag. A phrase that is the
//! label of its value, in any letter case, needs no gloss: the label in the other languages is its gloss.

use std::collections::{BTreeMap, BTreeSet};

use plan::{ById, FacetValue, InLanguage, Localized, Status, ValueId};

use super::comparable::Comparable;
use super::file::ValueRule;
use crate::diagnostics::{Located, Location, Reporter};
use crate::plan_toml::Manifest;
use crate::source::Source;
use crate::toml_table::Table;

const FILE: &str = "glosses.toml";

/// The glosses of a plan.
#[derive(Debug)]
pub(super) struct Glosses {
    /// The languages in which every phrase has a gloss.
    required: Vec<String>,
    /// Whether glosses are missed: not if the file could not be read.
    are_missed: bool,
    /// The number of phrases without a gloss because there is no file.
    without_file: Option<usize>,
    /// In the order of the file.
    lines: Vec<(Located, Localized)>,
    /// The index of each phrase in `lines`.
    by_phrase: BTreeMap<String, usize>,
    /// The phrases of the values.
    used: BTreeSet<String>,
}

impl Glosses {
    /// Reads the file. A plan without translations, or without phrases, needs none.
    pub(super) fn read(source: &Source, manifest: &Manifest, reporter: &mut Reporter<'_>) -> Self {
        let translations = || manifest.languages.iter().skip(1).map(|it| &it.language);
        let required = translations().filter(|language| language.status == Status::Unofficial);
        let required: Vec<String> = required.map(|it| it.tag.to_string()).collect();
        let tags: Vec<&str> = translations().map(|language| &*language.tag).collect();
        let listed: Vec<&str> = manifest.tags().collect();
        let has_file = source.text(FILE).is_some();
        let root = has_file
            .then(|| Table::read(source, FILE, reporter))
            .flatten();
        let are_missed = root.is_some() == has_file && !required.is_empty();
        let tables = root.map_or_else(Vec::new, |root| root.all_tables(reporter));
        let gloss = |(phrase, table): (Located, Table<'_>)| {
            table.accept_languages(&tags, &listed, reporter);
            for tag in &required {
                table.text(tag, reporter);
            }
            let texts: BTreeMap<String, String> = table
                .all_texts(reporter)
                .into_iter()
                .map(|((tag, _), (text, _))| (tag, text))
                .collect();
            (phrase, in_order(&tags, &texts))
        };
        let lines: Vec<(Located, Localized)> = tables.into_iter().map(gloss).collect();
        let by_phrase = lines.iter().map(|((phrase, _), _)| phrase.clone()).zip(0..);
        Self {
            are_missed,
            without_file: (!has_file).then_some(0),
            by_phrase: by_phrase.collect(),
            lines,
            required,
            used: BTreeSet::new(),
        }
    }

    /// Adds the glosses to the phrases of a facet's values; reports phrases without a gloss.
    pub(super) fn add_to(
        &mut self,
        values: &mut ById<ValueId, FacetValue>,
        rules: &ById<ValueId, ValueRule>,
        reporter: &mut Reporter<'_>,
    ) {
        for (value, rule) in values.iter_mut().zip(rules.iter()) {
            let label = Comparable::new(value.label.original().text).text;
            // As a phrase is found in the text.
            let is_label = |phrase: &str| Comparable::new(phrase).text == label;
            let located = &rule.rule.phrase_rule().phrases;
            for (phrase, (written, location)) in value.phrases.iter_mut().zip(located) {
                if written.trim().is_empty() {
                    continue;
                }
                self.used.insert(written.clone());
                if let Some(line) = self.by_phrase.get(written) {
                    let (_, gloss) = &self.lines[*line];
                    phrase.0.extend_from_slice(&gloss.0);
                } else if is_label(written) {
                    phrase.0.extend(value.label.0.iter().skip(1).cloned());
                } else if let (true, Some(count)) = (self.are_missed, &mut self.without_file) {
                    *count += 1;
                } else if self.are_missed {
                    let texts: Vec<_> = self
                        .required
                        .iter()
                        .map(|tag| format!("{tag} = \"…\""))
                        .collect();
                    let message = format!("expected a gloss for “{written}” in {FILE}, found none");
                    let hint = format!("add `\"{written}\" = {{ {} }}` there", texts.join(", "));
                    reporter.report(location, message, hint);
                }
            }
        }
    }

    /// Reports phrases without a gloss in a folder without the file: once, because they are many.
    pub(super) fn report_missing_file(&self, reporter: &mut Reporter<'_>) {
        if let Some(count @ 1..) = self.without_file {
            let message =
                format!("expected the file {FILE} with glosses for {count} phrases, found none");
            let texts: Vec<_> = self
                .required
                .iter()
                .map(|tag| format!("{tag} = \"…\""))
                .collect();
            let hint = format!(
                "add it with a line `\"phrase\" = {{ {} }}` for each phrase of a facet",
                texts.join(", ")
            );
            reporter.report(&Location::start_of(FILE), message, hint);
        }
    }

    /// Reports glosses for words that are no phrase of any value.
    pub(super) fn report_unused(&self, reporter: &mut Reporter<'_>) {
        for ((phrase, location), _) in &self.lines {
            if !self.used.contains(phrase) {
                let message =
                    format!("expected a phrase that a facet names in `phrases`, found “{phrase}”");
                let hint = "correct its spelling, or remove the line";
                reporter.report(location, message, hint);
            }
        }
    }
}

/// Returns the texts in the order of the plan's languages.
fn in_order(tags: &[&str], texts: &BTreeMap<String, String>) -> Localized {
    let known = tags.iter().filter_map(|tag| Some((*tag, texts.get(*tag)?)));
    known
        .map(|(tag, text)| InLanguage {
            tag: tag.to_owned().into(),
            text: text.clone().into(),
        })
        .collect()
}
