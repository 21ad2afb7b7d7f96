//! The divisions that values list. If they decide all values of a facet, each division belongs to exactly one value.

use std::collections::{BTreeSet, HashMap, HashSet};

use plan::DivisionId;

use super::file::{self, FacetFile};
use crate::diagnostics::Reporter;
use crate::levels::with_article;
use crate::near;
use crate::structure::document::Document;

/// The divisions of the plan by their eIds.
type ByEId<'a> = HashMap<&'a str, DivisionId>;

/// Reports divisions that do not exist, and if divisions decide all values, also those that are listed twice or belong to
/// no value.
pub(super) fn check(file: &FacetFile, document: &Document, reporter: &mut Reporter<'_>) {
    let before = reporter.count();
    let by_eid = document.divisions_by_eid();
    report_unknown(file, &by_eid, document, reporter);
    if file.is_by_divisions() {
        let listed = check_one_value_each(file, &by_eid, document, reporter);
        // A division that is listed under a wrong eId belongs to a value.
        if file.is_whole && reporter.count() == before {
            report_missing(file, &listed, document, reporter);
        }
    }
}

fn report_unknown(
    file: &FacetFile,
    by_eid: &ByEId<'_>,
    document: &Document,
    reporter: &mut Reporter<'_>,
) {
    for (eid, location) in file.rules.iter().flat_map(|value| value.rule.listed()) {
        if !by_eid.contains_key(eid.as_str()) {
            let name = with_article(&document.levels.any_division());
            let message = format!("expected the eId of {name}, found “{eid}”");
            let otherwise = format!("write it like {}", document.levels.division_eids());
            let hint = near::hint_of_eid(eid, by_eid.keys().copied(), &otherwise);
            reporter.report_against_original(location, message, hint);
        }
    }
}

/// Reports divisions that are listed twice, also inside of another one. Returns the eIds that are listed.
fn check_one_value_each<'a>(
    file: &'a FacetFile,
    by_eid: &ByEId<'_>,
    document: &Document,
    reporter: &mut Reporter<'_>,
) -> HashSet<&'a str> {
    let eid_of = |id: DivisionId| document.divisions[id].eid.as_str();
    let mut listed: HashSet<&str> = HashSet::new();
    let all = file.rules.iter().flat_map(|value| value.rule.listed());
    for (eid, location) in all.clone() {
        if by_eid.contains_key(eid.as_str()) && !listed.insert(eid) {
            let message = format!("expected each division under one value, found “{eid}” again");
            reporter.report(location, message, "remove it from one of the values");
        }
    }
    for (eid, location) in all {
        let id = by_eid.get(eid.as_str()).copied();
        let mut ancestors = id.into_iter().flat_map(|id| document.path(id).skip(1));
        let outer = ancestors.find(|&outer| listed.contains(eid_of(outer)));
        if let Some(outer) = outer.map(eid_of) {
            let message = format!(
                "expected each division under one value, found “{eid}” beside “{outer}”, which contains it"
            );
            reporter.report(location, message, "list only one of the two");
        }
    }
    listed
}

/// Reports divisions with clauses that belong to no value.
fn report_missing(
    file: &FacetFile,
    listed: &HashSet<&str>,
    document: &Document,
    reporter: &mut Reporter<'_>,
) {
    let eid_of = |id: DivisionId| document.divisions[id].eid.as_str();
    let clauses = document.clauses.iter();
    let with_clauses: BTreeSet<DivisionId> = clauses.map(|clause| clause.division).collect();
    for id in with_clauses {
        if !document.path(id).any(|id| listed.contains(eid_of(id))) {
            report_unlisted(id, &file.facet.id, document, reporter);
        }
    }
}

fn report_unlisted(id: DivisionId, facet: &str, document: &Document, reporter: &mut Reporter<'_>) {
    let division = &document.divisions[id];
    let message = format!(
        "expected a value of the facet “{facet}” for “{}” ({}), found none",
        division.title(),
        division.eid
    );
    let hint = format!(
        "add \"{}\" to `divisions` of a value in {}",
        division.eid,
        file::path(facet)
    );
    reporter.report_against_original(&division.location, message, hint);
}
