//! The rule by which a clause gets a value: the divisions that contain it, phrases of the original, or
//! rows of a spreadsheet.

use std::collections::HashMap;

use plan::{DivisionId, InLanguage, Localized};

use super::phrases::PhraseRule;
use crate::diagnostics::{Located, Reporter};
use crate::levels::Levels;
use crate::plan_toml::Manifest;
use crate::toml_table::Table;

/// The rule of one value.
#[derive(Debug)]
pub(super) struct Rule {
    /// The eIds of divisions as they are listed.
    listed: Vec<Located>,
    /// The divisions with these eIds.
    divisions: Vec<DivisionId>,
    phrases: PhraseRule,
    basis: Basis,
}

/// The source of a value's tags.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Basis {
    Divisions,
    Phrases,
    /// The facet's spreadsheet alone.
    Sheet,
}

impl Rule {
    /// Reads the rule of a value. Beside a spreadsheet, a value needs none. `by_eid` has all divisions
    /// by their eId.
    pub(super) fn read(
        table: &Table<'_>,
        has_sheet: bool,
        by_eid: &HashMap<&str, DivisionId>,
        levels: &Levels,
        reporter: &mut Reporter<'_>,
    ) -> Self {
        let phrases = PhraseRule {
            phrases: table.optional_texts("phrases", reporter),
            except: table.optional_texts("except", reporter),
        };
        let basis = if table.has("phrases") {
            Basis::Phrases
        } else if has_sheet && !table.has("divisions") {
            Basis::Sheet
        } else {
            Basis::Divisions
        };
        let is_by_divisions = basis == Basis::Divisions;
        let listed = if is_by_divisions {
            table.texts("divisions", reporter)
        } else {
            table.optional_texts("divisions", reporter)
        };
        if is_by_divisions && listed.is_empty() && !table.is_misspelt("divisions") {
            reporter.report(
                &table.location,
                format!(
                    "expected at least one {} in “divisions”, found none",
                    levels.any_division()
                ),
                "list the eIds of all divisions whose clauses have this value, or remove the value",
            );
        }
        if basis != Basis::Phrases
            && let Some((_, location)) = phrases.except.first()
        {
            reporter.report(
                location,
                "expected “phrases” together with “except”, found “except” alone",
                "add the phrases, or remove “except”: it names passages in which a phrase does not count",
            );
        }
        if basis == Basis::Phrases
            && let Some((_, location)) = listed.first()
        {
            reporter.report(
                location,
                "expected either “divisions” or “phrases”, found both",
                "remove one of them: a value comes from the plan's divisions or from its words",
            );
        }
        let divisions = listed
            .iter()
            .filter_map(|(eid, _)| by_eid.get(eid.as_str()));
        Self {
            divisions: divisions.copied().collect(),
            listed,
            phrases,
            basis,
        }
    }

    /// Returns the rule of a value that only a spreadsheet names.
    pub(super) fn of_sheet() -> Self {
        Self {
            listed: Vec::new(),
            divisions: Vec::new(),
            phrases: PhraseRule {
                phrases: Vec::new(),
                except: Vec::new(),
            },
            basis: Basis::Sheet,
        }
    }

    /// Reports whether the value depends on divisions.
    pub(super) fn is_by_divisions(&self) -> bool {
        self.basis == Basis::Divisions
    }

    /// Reports whether the value depends on phrases.
    pub(super) fn is_by_phrases(&self) -> bool {
        self.basis == Basis::Phrases
    }

    /// Returns the divisions whose clauses have the value.
    pub(super) fn divisions(&self) -> &[DivisionId] {
        &self.divisions
    }

    /// Returns the eIds of divisions as they are listed.
    pub(super) fn listed(&self) -> &[Located] {
        &self.listed
    }

    pub(super) fn phrase_rule(&self) -> &PhraseRule {
        &self.phrases
    }

    /// Returns the phrases in the original language, without glosses.
    pub(super) fn phrases(&self, manifest: &Manifest) -> impl Iterator<Item = Localized> {
        let tag = manifest.tags().next().unwrap_or_default();
        let phrases = self.phrases.phrases.iter();
        phrases.map(move |(phrase, _)| {
            Localized(vec![InLanguage {
                tag: tag.to_owned().into(),
                text: phrase.clone().into(),
            }])
        })
    }
}
