//! The file of one facet: its label, its values with their rules, and its corrections.

use std::collections::BTreeSet;

use plan::{ById, Facet, FacetValue, ReasonId, Text, ValueId};

use super::correction::Correction;
use super::groups::Groups;
use super::known::Known;
use super::localized::localized;
use super::reasons::Reasons;
use super::rule::Rule;
use super::spreadsheet::{self, SheetTag};
use crate::clause_eid::Clauses;
use crate::diagnostics::{Located, Location, Reporter};
use crate::plan_toml::{Manifest, id};
use crate::sheet;
use crate::source::Source;
use crate::structure::document::Document;
use crate::toml_table::Table;

/// The contents of a facet's file.
#[derive(Debug)]
pub(super) struct FacetFile {
    pub(super) facet: Facet,
    /// The reasons, until all of them are known.
    reasons: Reasons,
    pub(super) rules: ById<ValueId, ValueRule>,
    /// The tags of the facet's spreadsheet.
    pub(super) sheet_tags: Vec<SheetTag>,
    pub(super) corrections: Vec<Correction>,
    /// The value of clauses without another value, and its reason.
    pub(super) otherwise: Option<(ValueId, ReasonId)>,
    /// Whether every clause must have a value.
    pub(super) exhaustive: bool,
    /// The former pairs of all values.
    pub(super) former_pairs: Vec<Located>,
    /// Whether everything in it could be read.
    pub(super) is_whole: bool,
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
    /// Reads the file of a facet and its spreadsheet; one of them is enough. Reports a missing or
    /// broken file and a facet without label, and returns `None` for them.
    pub(super) fn read(
        source: &Source,
        id: &str,
        manifest: &Manifest,
        document: &Document,
        reporter: &mut Reporter<'_>,
    ) -> Option<Self> {
        let clauses = Clauses::new(document);
        let sheet = spreadsheet::path(id);
        let rows = sheet::read(source, &sheet, &clauses, reporter);
        let before = reporter.count();
        let mut file = if source.text(&path(id)).is_none() && source.text(&sheet).is_some() {
            Self::of_sheet(spreadsheet::facet(id, rows.as_ref()?, manifest, reporter))
        } else {
            Self::of_file(source, id, manifest, document, &clauses, reporter)?
        };
        let rows = rows.unwrap_or_default();
        let known = Known::new(&file.facet.values, reporter.count() == before);
        let reasons = &mut file.reasons;
        file.sheet_tags = spreadsheet::tags(&rows, &known, reasons, manifest, reporter);
        file.facet.reasons = std::mem::take(reasons).into_all();
        Some(file)
    }

    /// Returns a facet without a file but its spreadsheet.
    fn of_sheet(facet: Facet) -> Self {
        let location = Location::start_of(&spreadsheet::path(&facet.id));
        let rule = || ValueRule {
            rule: Rule::of_sheet(),
            location: location.clone(),
        };
        Self {
            rules: facet.values.iter().map(|_| rule()).collect(),
            facet,
            reasons: Reasons::default(),
            sheet_tags: Vec::new(),
            corrections: Vec::new(),
            otherwise: None,
            exhaustive: false,
            former_pairs: Vec::new(),
            is_whole: true,
        }
    }

    fn of_file(
        source: &Source,
        id: &str,
        manifest: &Manifest,
        document: &Document,
        clauses: &Clauses<'_>,
        reporter: &mut Reporter<'_>,
    ) -> Option<Self> {
        let root = Table::read(source, &path(id), reporter)?;
        let has_sheet = source.text(&spreadsheet::path(id)).is_some();
        root.accept(
            &[
                "label",
                "scale",
                "details",
                "exhaustive",
                "group",
                "value",
                "correction",
                "otherwise",
            ],
            reporter,
        );
        let label = root
            .table("label", reporter)
            .map(|table| localized(&table, manifest, reporter));
        let scale = root
            .optional_table("scale", reporter)
            .map(|table| localized(&table, manifest, reporter));
        let details = root.flag("details", reporter);
        let exhaustive = root.flag("exhaustive", reporter);
        let mut former_pairs = Vec::new();
        let former = &mut former_pairs;
        let before = reporter.count();
        let drafts = read_values(&root, has_sheet, former, manifest, document, reporter);
        let (values, rules) = drafts.into_iter().unzip::<_, _, Vec<_>, Vec<_>>();
        let (values, rules) = (ById::from(values), ById::from(rules));
        let are_all = reporter.count() == before && !root.is_misspelt("value");
        let known = Known::new(&values, are_all);
        let mut reasons = Reasons::default();
        let tables = root.optional_tables("correction", reporter);
        let corrections = tables
            .iter()
            .filter_map(|table| {
                Correction::read(table, &known, clauses, manifest, &mut reasons, reporter)
            })
            .collect();
        let otherwise = root
            .optional_table("otherwise", reporter)
            .and_then(|table| {
                table.accept(&["value", "reason"], reporter);
                let value = table.text("value", reporter);
                let reason = table.table("reason", reporter);
                let value = known.by_id(&value?, reporter)?;
                let reason = localized(&reason?, manifest, reporter);
                Some((value, reasons.id_of(reason)))
            });
        let facet = Facet {
            id: id.to_owned().into(),
            label: label?,
            scale,
            details,
            values,
            reasons: ById::default(),
            otherwise: otherwise.map(|(_, reason)| reason),
        };
        Some(Self {
            facet,
            reasons,
            rules,
            sheet_tags: Vec::new(),
            corrections,
            otherwise,
            exhaustive,
            former_pairs,
            is_whole: true,
        })
    }

    /// Reports whether the plan's divisions decide all values of the facet.
    pub(super) fn is_by_divisions(&self) -> bool {
        self.rules.iter().all(|value| value.rule.is_by_divisions())
    }
}

/// Reads the values in the order of their groups, with their rules.
fn read_values(
    root: &Table<'_>,
    has_sheet: bool,
    former_pairs: &mut Vec<Located>,
    manifest: &Manifest,
    document: &Document,
    reporter: &mut Reporter<'_>,
) -> Vec<(FacetValue, ValueRule)> {
    let groups = Groups::read(root, manifest, reporter);
    let by_eid = document.divisions_by_eid();
    let mut drafts = Vec::new();
    let mut ids = BTreeSet::new();
    for table in root.tables("value", reporter) {
        table.accept(
            &[
                "id",
                "label",
                "description",
                "group",
                "divisions",
                "phrases",
                "except",
                "formerly",
            ],
            reporter,
        );
        let id = table.text("id", reporter);
        let label = table
            .table("label", reporter)
            .map(|table| localized(&table, manifest, reporter));
        let group = groups.of(&table, reporter);
        let rule = Rule::read(&table, has_sheet, &by_eid, &document.levels, reporter);
        // A value by phrases needs a description, unless it is clear from its group's label.
        let description = if !rule.is_by_phrases() || !groups.is_empty() || table.has("group") {
            table.optional_table("description", reporter)
        } else {
            table.table("description", reporter)
        };
        let description = description.map(|table| localized(&table, manifest, reporter));
        let formerly = table.optional_texts("formerly", reporter);
        let Some((id, location)) = id else {
            continue;
        };
        id::check(&id, &location, reporter);
        if !ids.insert(id.clone()) {
            let message = format!("expected each value once, found “{id}” again");
            reporter.report(&location, message, "rename or remove one of them");
        }
        let pairs = formerly.iter().map(|(pair, _)| Text::from(pair.clone()));
        let value = FacetValue {
            id: id.into(),
            label: label.unwrap_or_default(),
            heading: None,
            description: description.unwrap_or_default(),
            phrases: rule.phrases(manifest).collect(),
            formerly: (!formerly.is_empty()).then(|| pairs.collect()),
        };
        former_pairs.extend(formerly);
        let location = table.location.clone();
        drafts.push((group, (value, ValueRule { rule, location })));
    }
    groups.check(reporter);
    drafts.sort_by_key(|(group, _)| *group);
    let mut last = None;
    for (group, (value, _)) in &mut drafts {
        if last.replace(*group) != Some(*group) {
            value.heading = groups.label(*group);
        }
    }
    drafts.into_iter().map(|(_, draft)| draft).collect()
}
