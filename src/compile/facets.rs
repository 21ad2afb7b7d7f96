//! `facets/*.toml`: the values of each facet, and which clauses carry them.
//!
//! A value lists the divisions whose clauses carry it; so every clause has exactly one value of
//! each facet, and a division that no value lists is reported.

use super::diagnostic::Reporter;
use super::manifest::{Manifest, check_id};
use super::structure::Document;
use super::toml_table::Table;
use super::{Placed, Source};
use crate::plan::{Facet, FacetValue, Localized, Plan, RESERVED_KEYS, Tag};

/// A facet and the divisions that each of its values lists.
#[derive(Debug)]
pub(super) struct FacetDraft {
    pub(super) facet: Facet,
    /// For each value, the eIds of its divisions.
    divisions: Vec<Vec<Placed>>,
}

/// Reads the facets that `plan.toml` names.
pub(super) fn read(
    source: &Source,
    manifest: &Manifest,
    document: &Document,
    reporter: &mut Reporter<'_>,
) -> Vec<FacetDraft> {
    let mut drafts: Vec<FacetDraft> = Vec::new();
    for (id, place) in &manifest.facets {
        check_id(id, place, reporter);
        if RESERVED_KEYS.contains(&id.as_str()) {
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
        if drafts.iter().any(|draft| draft.facet.id == *id) {
            reporter.report(
                place,
                format!("expected each facet once, found “{id}” again"),
                "remove one of them",
            );
        } else if let Some(draft) = read_facet(source, id, manifest, reporter) {
            check_divisions(&draft, document, reporter);
            drafts.push(draft);
        }
    }
    report_unlisted_files(source, manifest, reporter);
    drafts
}

/// The tags of each clause of the plan.
pub(super) fn tags(drafts: &[FacetDraft], plan: &Plan) -> Vec<Vec<Tag>> {
    let of_clause = |clause: &crate::plan::Clause| {
        let own = &plan.divisions[clause.division];
        let parent = own.parent.map(|parent| plan.divisions[parent].eid.as_str());
        let carries = |(eid, _): &Placed| eid == own.eid.as_str() || Some(eid.as_str()) == parent;
        let mut tags = Vec::new();
        for (facet, draft) in drafts.iter().enumerate() {
            let values = draft
                .divisions
                .iter()
                .enumerate()
                .filter(|(_, eids)| eids.iter().any(carries));
            tags.extend(values.map(|(value, _)| Tag { facet, value }));
        }
        tags
    };
    plan.clauses.iter().map(of_clause).collect()
}

fn read_facet(
    source: &Source,
    id: &str,
    manifest: &Manifest,
    reporter: &mut Reporter<'_>,
) -> Option<FacetDraft> {
    let root = Table::read(source, &file_of(id), reporter)?;
    root.accept(&["label", "value"], reporter);
    let label = label(&root, manifest, reporter);
    let mut values: Vec<FacetValue> = Vec::new();
    let mut divisions = Vec::new();
    for table in root.tables("value", reporter) {
        table.accept(&["id", "label", "divisions"], reporter);
        let value_id = table.text("id", reporter);
        let value_label = self::label(&table, manifest, reporter);
        let listed = table.texts("divisions", reporter);
        if listed.is_empty() {
            let message = "expected at least one article or section in “divisions”, found none";
            reporter.report(
                &table.place,
                message,
                "list the eIds of those whose clauses carry this value, or remove it",
            );
        }
        let Some((value_id, place)) = value_id else {
            continue;
        };
        check_id(&value_id, &place, reporter);
        if values.iter().any(|value| value.id == value_id) {
            reporter.report(
                &place,
                format!("expected each value once, found “{value_id}” again"),
                "rename or remove one of them",
            );
        }
        values.push(FacetValue {
            id: value_id.into(),
            label: value_label.unwrap_or_default(),
        });
        divisions.push(listed);
    }
    let facet = Facet {
        id: id.to_owned().into(),
        label: label?,
        values: values.into(),
    };
    Some(FacetDraft { facet, divisions })
}

/// A label in every language of the plan.
fn label(table: &Table<'_>, manifest: &Manifest, reporter: &mut Reporter<'_>) -> Option<Localized> {
    let texts = table.table("label", reporter)?;
    let tags: Vec<&str> = manifest
        .languages
        .iter()
        .map(|l| l.language.tag.as_ref())
        .filter(|tag| !tag.is_empty())
        .collect();
    for tag in &tags {
        texts.text(tag, reporter);
    }
    texts.accept(&tags, reporter);
    let pairs = texts
        .all_texts(reporter)
        .into_iter()
        .map(|((tag, _), (text, _))| (tag.into(), text.into()));
    Some(Localized(pairs.collect()))
}

/// Reports divisions that do not exist, are listed twice, or are left out.
fn check_divisions(draft: &FacetDraft, document: &Document, reporter: &mut Reporter<'_>) {
    let id = &draft.facet.id;
    let listed: Vec<&Placed> = draft.divisions.iter().flatten().collect();
    for (nth, (eid, place)) in listed.iter().enumerate() {
        let exists = document
            .divisions
            .iter()
            .any(|division| division.eid.as_str() == eid);
        if !exists {
            let message = format!("expected the eId of an article or section, found “{eid}”");
            reporter.report(place, message, "eIds look like art_1 or art_2__sec_7");
        } else if listed[..nth].iter().any(|(earlier, _)| earlier == eid) {
            let message = format!("expected each division under one value, found “{eid}” again");
            reporter.report(place, message, "remove it from one of the values");
        }
    }
    let is_listed = |eid: &str| listed.iter().any(|(listed, _)| listed == eid);
    for (eid, place) in &listed {
        let article = eid.split("__sec_").next().unwrap_or_default();
        if article != eid && is_listed(article) {
            let message = format!(
                "expected each division under one value, found “{eid}” beside “{article}”, which holds it"
            );
            reporter.report(place, message, "list either the article or its sections");
        }
    }
    for (place, division) in document.divisions.iter().enumerate() {
        let holds_clauses = document
            .clauses
            .iter()
            .any(|clause| clause.division == place);
        let by_parent = division
            .parent
            .is_some_and(|parent| is_listed(document.divisions[parent].eid.as_str()));
        if holds_clauses && !by_parent && !is_listed(division.eid.as_str()) {
            let message = format!(
                "expected a value of the facet “{id}” for “{} {}” ({}), found none",
                division.number, division.heading, division.eid
            );
            reporter.report(
                &division.place,
                message,
                format!(
                    "add \"{}\" to `divisions` of a value in {}",
                    division.eid,
                    file_of(id)
                ),
            );
        }
    }
}

fn report_unlisted_files(source: &Source, manifest: &Manifest, reporter: &mut Reporter<'_>) {
    for file in source.below("facets/") {
        if !manifest.facets.iter().any(|(id, _)| file_of(id) == file) {
            let place = super::Place::new(file, 0..0);
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
