//! `formerly`: the pairs by which links to earlier editions of the plan name a value, such as
//! `action=fund`.

use std::collections::BTreeSet;

use plan::{ById, Facet, FacetId, RESERVED_KEYS};

use crate::diagnostics::{Located, Reporter};

/// Reports pairs that a link cannot have, that are present pairs, or that two values claim.
pub(super) fn check(pairs: &[Located], facets: &ById<FacetId, Facet>, reporter: &mut Reporter<'_>) {
    let mut seen = BTreeSet::new();
    let present = facets.iter().flat_map(|facet| {
        let values = facet.values.iter();
        values.map(|value| (&*facet.id, &*value.id))
    });
    let present: BTreeSet<(&str, &str)> = present.collect();
    for (pair, location) in pairs {
        let Some((key, value)) = pair.split_once('=').filter(|parts| is_of_a_view(*parts)) else {
            let message = format!("expected a former facet and value, found “{pair}”");
            let hint = "write it like \"sector=energy\", as it stands in old links";
            reporter.report(location, message, hint);
            continue;
        };
        if present.contains(&(key, value)) {
            let message =
                format!("expected a former facet and value, found “{pair}”, which exists");
            let hint = "remove it: a link with this pair means the present value";
            reporter.report(location, message, hint);
        } else if !seen.insert(pair) {
            let message =
                format!("expected each former pair under one value, found “{pair}” again");
            let hint = "remove it from one of the values: an old link can lead to one of them";
            reporter.report(location, message, hint);
        }
    }
}

fn is_of_a_view((key, value): (&str, &str)) -> bool {
    let is_id = |id: &str| {
        let is_allowed = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
        !id.is_empty() && id.chars().all(is_allowed)
    };
    is_id(key) && is_id(value) && !RESERVED_KEYS.contains(&key)
}
