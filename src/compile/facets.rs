//! `facets/*.toml`: the values of each facet, and which clauses carry them, with the evidence.
//!
//! 1. `rule`: a value lists the divisions whose clauses carry it, or the phrases of the original that justify it.
//! 2. `correction`: what no phrase can tell, an editor adds or removes by eId, with a reason for readers.
//! 3. `[otherwise]` names the value of clauses that are left without one, with a reason too.
//!
//! A rule that matches nothing is reported, and so is a value that no clause carries.

mod correction;
mod divisions;
mod rule;

use std::collections::BTreeMap;

use super::diagnostic::{Place, Reporter};
use super::manifest::{Manifest, check_id};
use super::structure::{ClauseDraft, Document};
use super::toml_table::Table;
use super::{Placed, Source};
use correction::Correction;
use plan::{
    ById, ClauseId, Evidence, Facet, FacetId, FacetValue, InLanguage, Localized, RESERVED_KEYS,
    ReasonId, Tag, ValueId,
};
use rule::Rule;

/// The facets of a plan, and the tags of its clauses.
#[derive(Debug, Default)]
pub(super) struct Tagged {
    pub(super) facets: ById<FacetId, Facet>,
    /// For each clause in the document's order, its tags in the order of facets and values.
    pub(super) tags: Vec<Vec<Tag>>,
}

/// The evidence of one facet's values for one clause.
type Carried = BTreeMap<ValueId, Evidence>;

/// Reads the facets that `plan.toml` names, and tags the clauses.
pub(super) fn read(
    source: &Source,
    manifest: &Manifest,
    document: &Document,
    reporter: &mut Reporter<'_>,
) -> Tagged {
    let mut tagged = Tagged {
        facets: ById::default(),
        tags: vec![Vec::new(); document.clauses.len()],
    };
    for (id, place) in &manifest.facets {
        check_facet_id(id, place, reporter);
        if tagged.facets.iter().any(|facet| facet.id == *id) {
            reporter.report(
                place,
                format!("expected each facet once, found “{id}” again"),
                "remove one of them",
            );
        } else if let Some(draft) = FacetDraft::read(source, id, manifest, document, reporter) {
            let carried = draft.carried(document, reporter);
            let facet = tagged.facets.push(draft.facet);
            for (tags, carried) in tagged.tags.iter_mut().zip(carried) {
                tags.extend(carried.into_iter().map(|(value, evidence)| Tag {
                    facet,
                    value,
                    evidence,
                }));
            }
        }
    }
    report_unlisted_files(source, manifest, reporter);
    tagged
}

fn check_facet_id(id: &str, place: &Place, reporter: &mut Reporter<'_>) {
    check_id(id, place, reporter);
    if RESERVED_KEYS.contains(&id) {
        let message = format!(
            "expected a facet's id other than {}; found “{id}”",
            RESERVED_KEYS.join(", ")
        );
        reporter.report(
            place,
            message,
            "these are a view's own keys; rename the facet",
        );
    }
}

/// A facet as its file has it.
#[derive(Debug)]
struct FacetDraft {
    facet: Facet,
    /// For each value, by what a clause gets it, and where the value stands.
    rules: ById<ValueId, (Rule, Place)>,
    corrections: Vec<Correction>,
    /// The value of clauses that are left without one, and its reason.
    otherwise: Option<(ValueId, ReasonId)>,
    /// Whether a clause without a value is wrong.
    exhaustive: bool,
}

impl FacetDraft {
    fn read(
        source: &Source,
        id: &str,
        manifest: &Manifest,
        document: &Document,
        reporter: &mut Reporter<'_>,
    ) -> Option<Self> {
        let root = Table::read(source, &file_of(id), reporter)?;
        root.accept(
            &["label", "exhaustive", "value", "correction", "otherwise"],
            reporter,
        );
        let label = root
            .table("label", reporter)
            .map(|table| localized(&table, manifest, reporter));
        let exhaustive = root.flag("exhaustive", reporter);
        let mut values: ById<ValueId, FacetValue> = ById::default();
        let mut rules = ById::default();
        for table in root.tables("value", reporter) {
            let (value, rule) = read_value(&table, manifest, reporter);
            let Some((value, place)) = value else {
                continue;
            };
            check_id(&value.id, &place, reporter);
            if values.iter().any(|earlier| earlier.id == value.id) {
                reporter.report(
                    &place,
                    format!("expected each value once, found “{}” again", value.id),
                    "rename or remove one of them",
                );
            }
            values.push(value);
            rules.push((rule, table.place.clone()));
        }
        let mut reasons = ById::default();
        let corrections = root
            .optional_tables("correction", reporter)
            .iter()
            .filter_map(|table| {
                Correction::read(table, &values, document, manifest, &mut reasons, reporter)
            })
            .collect();
        let otherwise = root
            .optional_table("otherwise", reporter)
            .and_then(|table| {
                table.accept(&["value", "reason"], reporter);
                let value = table.text("value", reporter);
                let reason = table.table("reason", reporter);
                let value = correction::value(&values, &value?, reporter)?;
                let reason = localized(&reason?, manifest, reporter);
                Some((value, correction::reason_id(&mut reasons, reason)))
            });
        let facet = Facet {
            id: id.to_owned().into(),
            label: label?,
            values,
            reasons,
        };
        Some(Self {
            facet,
            rules,
            corrections,
            otherwise,
            exhaustive,
        })
    }

    /// What each clause carries of this facet.
    fn carried(&self, document: &Document, reporter: &mut Reporter<'_>) -> ById<ClauseId, Carried> {
        let id = &self.facet.id;
        let rules = || self.rules.iter().map(|(rule, _)| rule);
        if rules().all(Rule::is_by_divisions) {
            let listed: Vec<&[Placed]> = rules().map(Rule::divisions).collect();
            divisions::check(id, &listed, document, reporter);
        }
        for rule in rules() {
            rule.check(document, reporter);
        }
        let by_rules = |clause: &ClauseDraft| -> Carried {
            let rules = self.rules.enumerated();
            let evidence = rules.map(|(value, (rule, _))| (value, rule.evidence(clause, document)));
            evidence
                .filter_map(|(value, evidence)| Some((value, evidence?)))
                .collect()
        };
        let mut carried: ById<ClauseId, Carried> = document.clauses.iter().map(by_rules).collect();
        for correction in &self.corrections {
            correction.apply(&mut carried[correction.clause], &self.facet, reporter);
        }
        // A facet by divisions has a value for every clause, so that nobody may take the only one away.
        let is_emptied = |id: ClauseId| {
            rules().all(Rule::is_by_divisions)
                && self
                    .corrections
                    .iter()
                    .any(|correction| correction.clause == id)
        };
        for ((id_of_clause, clause), carried) in
            document.clauses.enumerated().zip(carried.iter_mut())
        {
            match self.otherwise {
                Some((value, reason)) if carried.is_empty() => {
                    carried.insert(value, Evidence::Reason(reason));
                }
                None if carried.is_empty() && (self.exhaustive || is_emptied(id_of_clause)) => {
                    report_uncovered(id, clause, reporter);
                }
                _ => {}
            }
        }
        for (value, (rule, place)) in self.rules.enumerated() {
            // Divisions are checked by themselves: they may stand in another place than expected.
            let is_corrected = self
                .corrections
                .iter()
                .any(|correction| correction.value == value);
            if (!rule.is_by_divisions() || is_corrected)
                && !carried.iter().any(|carried| carried.contains_key(&value))
            {
                let message = format!(
                    "expected a clause that carries “{}”, found none",
                    self.facet.values[value].id
                );
                reporter.report(
                    place,
                    message,
                    "mend its phrases, add it to a clause by a correction, or remove it",
                );
            }
        }
        carried
    }
}

/// A value with the place of its id, if it has one, and its rule.
fn read_value(
    table: &Table<'_>,
    manifest: &Manifest,
    reporter: &mut Reporter<'_>,
) -> (Option<(FacetValue, Place)>, Rule) {
    table.accept(
        &[
            "id",
            "label",
            "description",
            "divisions",
            "phrases",
            "except",
        ],
        reporter,
    );
    let id = table.text("id", reporter);
    let label = table
        .table("label", reporter)
        .map(|table| localized(&table, manifest, reporter));
    let rule = Rule::read(table, reporter);
    // Where the plan's own divisions make a value, its label says all; phrases need a sentence.
    let description = if rule.is_by_divisions() {
        table.optional_table("description", reporter)
    } else {
        table.table("description", reporter)
    };
    let description = description.map(|table| localized(&table, manifest, reporter));
    let value = id.map(|(id, place)| {
        let value = FacetValue {
            id: id.into(),
            label: label.unwrap_or_default(),
            description: description.unwrap_or_default(),
            phrases: rule.phrases().collect(),
        };
        (value, place)
    });
    (value, rule)
}

/// A text in every language of the plan.
fn localized(table: &Table<'_>, manifest: &Manifest, reporter: &mut Reporter<'_>) -> Localized {
    let tags: Vec<&str> = manifest
        .languages
        .iter()
        .map(|l| l.language.tag.as_ref())
        .filter(|tag| !tag.is_empty())
        .collect();
    for tag in &tags {
        table.text(tag, reporter);
    }
    table.accept(&tags, reporter);
    let texts = table.all_texts(reporter).into_iter();
    texts
        .map(|((tag, _), (text, _))| InLanguage {
            tag: tag.into(),
            text: text.into(),
        })
        .collect()
}

fn report_uncovered(facet: &str, clause: &ClauseDraft, reporter: &mut Reporter<'_>) {
    let start: String = clause.text.chars().take(12).collect();
    let message = format!(
        "expected a value of the facet “{facet}” for {}, “{start}…”, found none",
        clause.eid
    );
    let hint = format!(
        "add a phrase of it to a value in {}, or a correction with a reason",
        file_of(facet)
    );
    reporter.report(&clause.place, message, hint);
}

fn report_unlisted_files(source: &Source, manifest: &Manifest, reporter: &mut Reporter<'_>) {
    for file in source.below("facets/") {
        if !manifest.facets.iter().any(|(id, _)| file_of(id) == file) {
            let place = Place::new(file, 0..0);
            let message = "expected only facets that plan.toml lists in `facets`, found this file";
            reporter.report(
                &place,
                message,
                "list it there, where the order is also chosen, or remove the file",
            );
        }
    }
}

fn file_of(facet: &str) -> String {
    format!("facets/{facet}.toml")
}
