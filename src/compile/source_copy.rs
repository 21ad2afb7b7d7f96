//! The copy that the text was taken from: its date, and the clause in which it breaks off.

use crate::diagnostics::{Location, Reporter};
use crate::plan_toml::Manifest;
use crate::structure::document::Document;

/// Reports a missing date, and an end that is not in the last clause.
pub(crate) fn check(manifest: &Manifest, original: &Document, reporter: &mut Reporter<'_>) {
    if original.published.is_empty() {
        reporter.report(
            &Location::start_of(&manifest.languages[0].file.0),
            "expected the date of the copy in a line of its own below the title, found none",
            "write it in figures, such as 2021-12-07 or 2021-12-07 15:19",
        );
    }
    if let (Some((eid, location)), Some(last)) =
        (&manifest.provenance.ends_in, original.clauses.last())
        && last.eid.as_str() != eid
    {
        let message = format!(
            "expected the eId of the last clause, “{}”, found “{eid}”",
            last.eid
        );
        let hint = "name the last clause, because a copy breaks off there; remove `ends-in` if the text is complete";
        reporter.report(location, message, hint);
    }
}
