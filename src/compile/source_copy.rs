//! The copy that the text was taken from: the clause in which it breaks off.

use crate::diagnostics::Reporter;
use crate::plan_toml::Manifest;
use crate::structure::document::Document;

/// Reports an end that is not in the last clause, and forgets it.
pub(crate) fn check(manifest: &mut Manifest, original: &Document, reporter: &mut Reporter<'_>) {
    if let (Some((eid, location)), Some(last)) =
        (&manifest.provenance.ends_in, original.clauses.last())
        && last.eid.as_str() != eid
    {
        let message = format!(
            "expected the eId of the last clause, “{}”, found “{eid}”",
            last.eid
        );
        let hint = "name the last clause, because a copy breaks off there; remove `ends-in` if the text is complete";
        reporter.report_against_original(location, message, hint);
        manifest.provenance.ends_in = None;
    }
}
