//! The file of one facet: its label, its values with their rules, and its corrections.

use std::collections::BTreeSet;

use plan::{ById, Facet, FacetValue, ReasonId, ValueId};

use super::correction::{self, Correction};
use super::localized::localized;
use super::rule::Rule;
use crate::diagnostics::{Location, Reporter};
use crate::plan_toml::{Manifest, id};
use crate::source::Source;
use crate::structure::document::Document;
use crate::toml_table::Table;

/// The contents of a facet's file.
#[derive(Debug)]
pub(super) struct FacetFile {
    pub(super) facet: Facet,
    pub(super) rules: ById<ValueId, ValueRule>,
    pub(super) corrections: Vec<Correction>,
    /// The value of clauses without another value, and its reason.
    pub(super) otherwise: Option<(ValueId, ReasonId)>,
    /// Whether every clause must have a value.
    pub(super) exhaustive: bool,
}

/// The rule of a value, and where the value is defined.
#[derive(Debug)]
pub(super) struct ValueRule {
    pub(super) rule: Rule,
    pub(super) location: Location,
}

/// Returns the path of a facet's file.
pub(super) fn path(facet: &str) -> String {
    format!("facets/{facet}.toml")
}

impl FacetFile {
    /// Reads the file of a facet. Reports a missing or broken file and a facet without label, and
    /// returns `None` for them.
    pub(super) fn read(
        source: &Source,
        id: &str,
        manifest: &Manifest,
        document: &Document,
        reporter: &mut Reporter<'_>,
    ) -> Option<Self> {
        let root = Table::read(source, &path(id), reporter)?;
        root.accept(
            &["label", "exhaustive", "value", "correction", "otherwise"],
            reporter,
        );
        let label = root
            .table("label", reporter)
            .map(|table| localized(&table, manifest, reporter));
        let exhaustive = root.flag("exhaustive", reporter);
        let (values, rules) = read_values(&root, manifest, document, reporter);
        let mut reasons = ById::default();
        let tables = root.optional_tables("correction", reporter);
        let clauses = document.clauses_by_eid();
        let corrections = tables
            .iter()
            .filter_map(|table| {
                Correction::read(table, &values, &clauses, manifest, &mut reasons, reporter)
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

    /// Reports whether the plan's divisions decide all values of the facet.
    pub(super) fn is_by_divisions(&self) -> bool {
        self.rules.iter().all(|value| value.rule.is_by_divisions())
    }
}

fn read_values(
    root: &Table<'_>,
    manifest: &Manifest,
    document: &Document,
    reporter: &mut Reporter<'_>,
) -> (ById<ValueId, FacetValue>, ById<ValueId, ValueRule>) {
    let mut values: ById<ValueId, FacetValue> = ById::default();
    let mut rules = ById::default();
    let mut ids = BTreeSet::new();
    for table in root.tables("value", reporter) {
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
        let rule = Rule::read(&table, document, reporter);
        // A value by divisions is clear from its label; a value by phrases needs a description.
        let description = if rule.is_by_divisions() {
            table.optional_table("description", reporter)
        } else {
            table.table("description", reporter)
        };
        let description = description.map(|table| localized(&table, manifest, reporter));
        let Some((id, location)) = id else {
            continue;
        };
        id::check(&id, &location, reporter);
        if !ids.insert(id.clone()) {
            let message = format!("expected each value once, found “{id}” again");
            reporter.report(&location, message, "rename or remove one of them");
        }
        values.push(FacetValue {
            id: id.into(),
            label: label.unwrap_or_default(),
            description: description.unwrap_or_default(),
            phrases: rule.phrases().collect(),
        });
        rules.push(ValueRule {
            rule,
            location: table.location.clone(),
        });
    }
    (values, rules)
}
