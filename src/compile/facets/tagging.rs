//! Tagging: the values of each clause, by rules, corrections and `[otherwise]`.

use std::collections::{BTreeSet, HashMap};

use plan::{ById, ClauseId, DivisionId, Evidence, ValueId};

use super::correction::ValuesOfClause;
use super::file::{self, FacetFile};
use super::matches::Matches;
use super::{divisions, phrases};
use crate::diagnostics::Reporter;
use crate::structure::document::{ClauseDraft, Document};

/// Returns the values of each clause, with their evidence. Reports rules that match nothing,
/// corrections that change nothing, clauses without a value, and values without a clause.
pub(super) fn evidence(
    file: &FacetFile,
    document: &Document,
    reporter: &mut Reporter<'_>,
) -> ById<ClauseId, ValuesOfClause> {
    divisions::check(file, document, reporter);
    let matches = Matches::find(&file.rules, document);
    let mut wrong = BTreeSet::new();
    for (id, value) in file.rules.enumerated() {
        let before = reporter.count();
        let of_value = matches.of(id).map(|(_, matches)| matches);
        phrases::check(value.rule.phrase_rule(), of_value, document, reporter);
        if reporter.count() > before {
            wrong.insert(id);
        }
    }
    let mut tags = by_divisions(file, document);
    for id in file.rules.ids() {
        for (clause, matches) in matches.of(id) {
            let spans = phrases::spans(matches);
            if !spans.is_empty() {
                let values = &mut tags[clause];
                values.entry(id).or_insert(Evidence::Phrases(spans));
            }
        }
    }
    for tag in &file.sheet_tags {
        tag.apply(&mut tags);
    }
    for correction in &file.corrections {
        correction.apply(&mut tags[correction.clause], &file.facet, reporter);
    }
    fill_empty_clauses(file, document, &mut tags, reporter);
    if file.is_whole {
        report_unused_values(file, &tags, &wrong, reporter);
    }
    tags
}

/// Returns the values that each clause has because of the divisions that contain it. The innermost
/// division of a value is its evidence.
fn by_divisions(file: &FacetFile, document: &Document) -> ById<ClauseId, ValuesOfClause> {
    let mut by_division: HashMap<DivisionId, Vec<ValueId>> = HashMap::new();
    for (id, value) in file.rules.enumerated() {
        for division in value.rule.divisions() {
            by_division.entry(*division).or_default().push(id);
        }
    }
    let values = |clause: &ClauseDraft| {
        let mut values = ValuesOfClause::new();
        for division in document.path(clause.division) {
            for value in by_division.get(&division).into_iter().flatten() {
                let evidence = values.entry(*value);
                evidence.or_insert(Evidence::Division(division));
            }
        }
        values
    };
    document.clauses.iter().map(values).collect()
}

/// Adds the value of `[otherwise]` to clauses without a value, or reports these clauses if the
/// facet needs a value for each clause.
fn fill_empty_clauses(
    file: &FacetFile,
    document: &Document,
    tags: &mut ById<ClauseId, ValuesOfClause>,
    reporter: &mut Reporter<'_>,
) {
    let corrections = file.corrections.iter();
    let corrected: BTreeSet<ClauseId> = corrections.map(|correction| correction.clause).collect();
    let clauses = document.clauses.enumerated().zip(tags.iter_mut());
    for ((id, clause), values) in clauses.filter(|(_, values)| values.is_empty()) {
        // A facet by divisions covers every clause, so a correction may not remove a clause's only
        // value.
        let is_emptied = file.is_by_divisions() && corrected.contains(&id);
        match file.otherwise {
            Some((value, reason)) => {
                values.insert(value, Evidence::Reason(reason));
            }
            None if file.is_whole && (file.exhaustive || is_emptied) => {
                report_uncovered(&file.facet.id, clause, reporter);
            }
            None => {}
        }
    }
}

fn report_uncovered(facet: &str, clause: &ClauseDraft, reporter: &mut Reporter<'_>) {
    let start: String = clause.text.chars().take(12).collect();
    let message = format!(
        "expected a value of the facet “{facet}” for {}, “{start}…”, found none",
        clause.eid
    );
    let hint = format!(
        "add a phrase of this clause to a value in {}, or a correction with a reason",
        file::path(facet)
    );
    reporter.report_against_original(&clause.location, message, hint);
}

/// Reports values without clauses. Values in `wrong` have wrong phrases, which are reported.
fn report_unused_values(
    file: &FacetFile,
    tags: &ById<ClauseId, ValuesOfClause>,
    wrong: &BTreeSet<ValueId>,
    reporter: &mut Reporter<'_>,
) {
    let used: BTreeSet<ValueId> = tags
        .iter()
        .flat_map(|values| values.keys().copied())
        .collect();
    let corrections = file.corrections.iter();
    let corrected: BTreeSet<ValueId> = corrections.map(|correction| correction.value).collect();
    for (id, value) in file.rules.enumerated() {
        // `divisions` reports divisions itself, and a clause may be in another division than
        // expected. A spreadsheet may have no row yet for a value such as “completed”.
        let is_checked = value.rule.is_by_phrases() || corrected.contains(&id);
        if is_checked && !used.contains(&id) && !wrong.contains(&id) {
            let message = format!(
                "expected a clause with the value “{}”, found none",
                file.facet.values[id].id
            );
            let hint = "correct its phrases, add it to a clause by a correction, or remove it";
            reporter.report_against_original(&value.location, message, hint);
        }
    }
}
