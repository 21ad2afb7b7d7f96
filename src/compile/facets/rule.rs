//! The rule by which a clause gets a value: the divisions that contain it, phrases of the original, or
//! rows of a spreadsheet.

use std::collections::HashSet;

use plan::{DivisionId, Evidence, InLanguage, Localized};

use super::phrases::PhraseRule;
use crate::diagnostics::{Located, Reporter};
use crate::plan_toml::Manifest;
use crate::structure::document::{ClauseDraft, Document};
use crate::toml_table::Table;

/// The rule of one value.
#[derive(Debug)]
pub(super) struct Rule {
    /// The eIds of divisions as they are listed.
    listed: Vec<Located>,
    /// The divisions with these eIds.
    divisions: HashSet<DivisionId>,
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
    /// Reads the rule of a value. Beside a spreadsheet, a value needs none.
    pub(super) fn read(
        table: &Table<'_>,
        has_sheet: bool,
        document: &Document,
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
                    document.levels.any_division()
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
        let eids: HashSet<&str> = listed.iter().map(|(eid, _)| eid.as_str()).collect();
        let divisions = document.divisions.enumerated();
        let divisions = divisions.filter(|(_, division)| eids.contains(division.eid.as_str()));
        Self {
            divisions: divisions.map(|(id, _)| id).collect(),
            listed,
            phrases,
            basis,
        }
    }

    /// Returns the rule of a value that only a spreadsheet names.
    pub(super) fn of_sheet() -> Self {
        Self {
            listed: Vec::new(),
            divisions: HashSet::new(),
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

    /// Returns why a clause has the value; `None` if it does not have it.
    pub(super) fn evidence(&self, clause: &ClauseDraft, document: &Document) -> Option<Evidence> {
        let mut path = document.path(clause.division);
        let division = path.find(|division| self.divisions.contains(division));
        let by_phrases = || {
            let spans = self.phrases.spans(&clause.text);
            (!spans.is_empty()).then_some(Evidence::Phrases(spans))
        };
        division.map(Evidence::Division).or_else(by_phrases)
    }
}
