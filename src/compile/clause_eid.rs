//! References to clauses: eIds that authors write in files beside the text.

use std::collections::HashMap;

use plan::ClauseId;

use crate::diagnostics::{Located, Reporter};
use crate::levels::Levels;
use crate::near;

/// Returns the clause with this eId; reports an eId that no clause has. `clauses` has all clauses by
/// their eId.
pub(crate) fn clause(
    clauses: &HashMap<&str, ClauseId>,
    (eid, location): &Located,
    levels: &Levels,
    reporter: &mut Reporter<'_>,
) -> Option<ClauseId> {
    let found = clauses.get(eid.as_str()).copied();
    if found.is_none() {
        let message = format!("expected the eId of a clause, found “{eid}”");
        let otherwise = format!("write it like {}", levels.clause_eids());
        let hint = near::hint(eid, clauses.keys().copied(), &otherwise);
        reporter.report_against_original(location, message, hint);
    }
    found
}
