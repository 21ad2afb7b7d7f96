//! The structure of clauses for the plan, and its comparison with that of the original.

use std::collections::BTreeMap;

use plan::{Markup, Note, Part, PartKind};

use crate::diagnostics::Reporter;
use crate::plan_toml::Manifest;
use crate::rich::{Rich, sort};
use crate::structure::document::{ClauseDraft, Document};
use crate::structure::items::lists;

/// Returns the structure of every text that has one, in the order of the clauses, each with its
/// languages. Items have the eIds of the original in every language.
pub(crate) fn of(manifest: &Manifest, documents: &[Document]) -> Vec<Markup> {
    let tables: Vec<_> = documents.iter().map(Document::clauses_by_eid).collect();
    let Some(original) = documents.first() else {
        return Vec::new();
    };
    let mut all = Vec::new();
    for (id, clause) in original.clauses.enumerated() {
        let languages = manifest.languages.iter().zip(documents).zip(&tables);
        for ((language, document), table) in languages {
            let Some(own) = table.get(clause.eid.as_str()) else {
                continue;
            };
            let own = &document.clauses[*own];
            let parts = parts(own, clause);
            if !parts.is_empty() {
                all.push(Markup {
                    clause: id,
                    language: language.language.tag.clone(),
                    notes: notes(&parts, &document.notes),
                    parts,
                });
            }
        }
    }
    all
}

/// Returns the texts of the notes of a plan, for the folds of a search.
pub(crate) fn note_texts(all: &[Markup]) -> impl Iterator<Item = &str> {
    all.iter()
        .flat_map(|one| &one.notes)
        .map(|note| &*note.text)
}

/// Reports clauses of a translation that have other items, rows or notes than those of the original.
pub(crate) fn check(original: &Document, translation: &Document, reporter: &mut Reporter<'_>) {
    let translated = translation.clauses_by_eid();
    for clause in &original.clauses {
        let Some(&own) = translated.get(clause.eid.as_str()) else {
            continue;
        };
        let own = &translation.clauses[own];
        let counted = |clause: &ClauseDraft, is: fn(PartKind) -> bool| {
            clause.parts.iter().filter(|part| is(part.kind)).count()
        };
        let depths = |clause: &ClauseDraft| -> Vec<usize> {
            clause.items.iter().map(|item| item.depth).collect()
        };
        let is_row = |kind| kind == PartKind::Row;
        let is_cell = |kind| matches!(kind, PartKind::Heading | PartKind::Cell);
        let is_note = |kind| kind == PartKind::Note;
        let [wanted, found] = [clause, own].map(|it| {
            [
                (it.items.len(), "items"),
                (counted(it, is_row), "rows of tables"),
                (counted(it, is_cell), "cells of tables"),
                (counted(it, is_note), "references to footnotes"),
            ]
        });
        let differs = wanted
            .iter()
            .zip(&found)
            .find(|(wanted, found)| wanted != found);
        let eid = &clause.eid;
        let message = if let Some(((wanted, name), (found, _))) = differs {
            format!("expected {wanted} {name} in {eid}, as in the original, found {found}")
        } else if depths(clause) != depths(own) {
            format!("expected the items of {eid} at the depths of the original, found others")
        } else {
            continue;
        };
        let hint = "write the same ones as the original, in the same order";
        reporter.report(&own.location, message, hint);
    }
}

/// Returns the parts of a clause's text, with the eIds of the items of the original.
fn parts(clause: &ClauseDraft, original: &ClauseDraft) -> Vec<Part> {
    let mut items = clause.items.clone();
    for (nth, item) in items.iter_mut().enumerate() {
        let same = original.items.get(nth).unwrap_or(item);
        item.own = format!("{}__{}", original.eid, same.own);
    }
    let mut parts = lists(&items, &clause.text);
    parts.extend(clause.parts.iter().cloned());
    sort(&mut parts);
    parts
}

/// Returns the notes to which parts refer, each once.
fn notes(parts: &[Part], texts: &BTreeMap<String, Rich>) -> Vec<Note> {
    let mut notes: Vec<Note> = Vec::new();
    for part in parts.iter().filter(|part| part.kind == PartKind::Note) {
        let mark = part.target.clone();
        let text = texts.get(mark.as_ref());
        if let Some(Rich { text, parts }) = text
            && notes.iter().all(|note| note.mark != mark)
        {
            notes.push(Note {
                mark,
                text: text.clone().into(),
                parts: parts.clone(),
            });
        }
    }
    notes
}
