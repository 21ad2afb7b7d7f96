//! A facet whose values list divisions: each division belongs to exactly one value.

use std::collections::{BTreeSet, HashSet};

use plan::DivisionId;

use super::file::{self, FacetFile};
use crate::diagnostics::Reporter;
use crate::levels::with_article;
use crate::near;
use crate::structure::document::Document;

/// Reports divisions that do not exist, are listed twice, or belong to no value.
pub(super) fn check(file: &FacetFile, document: &Document, reporter: &mut Reporter<'_>) {
    let before = reporter.count();
    let by_eid = document.divisions_by_eid();
    let eid_of = |id: DivisionId| document.divisions[id].eid.as_str();
    let mut listed: HashSet<&str> = HashSet::new();
    let all = file.rules.iter().flat_map(|value| value.rule.listed());
    for (eid, location) in all.clone() {
        if !by_eid.contains_key(eid.as_str()) {
            let name = with_article(&document.levels.any_division());
            let message = format!("expected the eId of {name}, found “{eid}”");
            let otherwise = format!("write it like {}", document.levels.division_eids());
            let hint = near::hint(eid, by_eid.keys().copied(), &otherwise);
            reporter.report_against_original(location, message, hint);
        } else if !listed.insert(eid) {
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
    // A division that is listed under a wrong eId belongs to a value.
    if !file.is_whole || reporter.count() > before {
        return;
    }
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
