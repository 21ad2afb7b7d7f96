//! A facet that the plan's own divisions make: each division stands under exactly one value.

use super::super::Placed;
use super::super::diagnostic::Reporter;
use super::super::structure::Document;
use super::file_of;

/// Reports divisions that do not exist, are listed twice, or are left out. `listed` has the eIds of each value.
pub(super) fn check(
    id: &str,
    listed: &[&[Placed]],
    document: &Document,
    reporter: &mut Reporter<'_>,
) {
    let listed: Vec<&Placed> = listed.iter().copied().flatten().collect();
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
    for (id_of_division, division) in document.divisions.enumerated() {
        let holds_clauses = document
            .clauses
            .iter()
            .any(|clause| clause.division == id_of_division);
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
