//! A facet whose values list divisions: each division belongs to exactly one value.

use std::collections::{BTreeSet, HashMap};

use plan::DivisionId;

use super::file::{self, FacetFile};
use crate::diagnostics::Reporter;
use crate::level_names::{any_division, division_eids, with_article};
use crate::structure::document::Document;

/// Reports divisions that do not exist, are listed twice, or belong to no value.
pub(super) fn check(file: &FacetFile, document: &Document, reporter: &mut Reporter<'_>) {
    let by_eid = document.divisions.enumerated();
    let by_eid: HashMap<&str, DivisionId> = by_eid.map(|(id, it)| (it.eid.as_str(), id)).collect();
    let mut listed = BTreeSet::new();
    let all = file.rules.iter().flat_map(|value| value.rule.listed());
    for (eid, location) in all.clone() {
        let Some(&id) = by_eid.get(eid.as_str()) else {
            let name = with_article(&any_division());
            let message = format!("expected the eId of {name}, found “{eid}”");
            let hint = format!("write it like {}", division_eids());
            reporter.report(location, message, hint);
            continue;
        };
        if !listed.insert(id) {
            let message = format!("expected each division under one value, found “{eid}” again");
            reporter.report(location, message, "remove it from one of the values");
        }
    }
    for (eid, location) in all {
        let id = by_eid.get(eid.as_str());
        let mut ancestors = id.into_iter().flat_map(|&id| document.path(id).skip(1));
        if let Some(outer) = ancestors.find(|outer| listed.contains(outer)) {
            let message = format!(
                "expected each division under one value, found “{eid}” beside “{}”, which contains it",
                document.divisions[outer].eid
            );
            reporter.report(location, message, "list only one of the two");
        }
    }
    report_unlisted(&listed, &file.facet.id, document, reporter);
}

/// Reports divisions with clauses that neither are listed nor are inside a listed one.
fn report_unlisted(
    listed: &BTreeSet<DivisionId>,
    facet: &str,
    document: &Document,
    reporter: &mut Reporter<'_>,
) {
    let clauses = document.clauses.iter();
    let with_clauses: BTreeSet<DivisionId> = clauses.map(|clause| clause.division).collect();
    for id in with_clauses {
        if !document.path(id).any(|division| listed.contains(&division)) {
            let division = &document.divisions[id];
            let message = format!(
                "expected a value of the facet “{facet}” for “{} {}” ({}), found none",
                division.number, division.heading, division.eid
            );
            let hint = format!(
                "add \"{}\" to `divisions` of a value in {}",
                division.eid,
                file::path(facet)
            );
            reporter.report(&division.location, message, hint);
        }
    }
}
