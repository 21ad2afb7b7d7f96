//! References to clauses: eIds that authors write in files beside the text.

use std::cell::OnceCell;
use std::collections::HashMap;

use plan::ClauseId;

use crate::diagnostics::{Located, Reporter};
use crate::folds::fold_width;
use crate::near;
use crate::structure::document::Document;

/// The clauses of the original by their eIds.
#[derive(Debug)]
pub(crate) struct Clauses<'a> {
    document: &'a Document,
    by_eid: HashMap<&'a str, ClauseId>,
    /// The parts of each printed number with its eId. Only a wrong reference needs them.
    printed: OnceCell<Vec<(Vec<String>, &'a str)>>,
}

impl<'a> Clauses<'a> {
    pub(crate) fn new(document: &'a Document) -> Self {
        Self {
            document,
            by_eid: document.clauses_by_eid(),
            printed: OnceCell::new(),
        }
    }

    /// Returns the clause with this eId.
    pub(crate) fn find(&self, eid: &str) -> Option<ClauseId> {
        self.by_eid.get(eid).copied()
    }

    /// Returns the clause with this eId; reports an eId that no clause has.
    pub(crate) fn named(
        &self,
        (eid, location): &Located,
        reporter: &mut Reporter<'_>,
    ) -> Option<ClauseId> {
        let found = self.find(eid);
        if found.is_none() {
            let message = format!("expected the eId of a clause, found “{eid}”");
            reporter.report_against_original(location, message, self.hint(eid, "it"));
        }
        found
    }

    /// Returns what to write in place of an eId that no clause has. `them` is what is wrong: it, or them.
    pub(crate) fn hint(&self, found: &str, them: &str) -> String {
        let eids = self.document.levels.clause_eids();
        let otherwise = format!(
            "write {them} like {eids}; plan.csv, which the command `data` writes, has the eIds of all clauses"
        );
        self.printed_as(found).map_or_else(
            || near::hint_of_eid(found, self.by_eid.keys().copied(), &otherwise),
            |eid| near::meant(Some(eid), &otherwise),
        )
    }

    /// Returns the eId of the only clause with a printed number, such as `Article 1(1)`, `Art. 1 (1)` or `1.1`.
    fn printed_as(&self, found: &str) -> Option<&str> {
        let found = parts(found);
        let clauses = self.document.clauses.iter();
        let printed = self.printed.get_or_init(|| {
            clauses
                .map(|clause| (parts(&clause.number), clause.eid.as_str()))
                .collect()
        });
        let mut fitting = printed.iter().filter(|(own, _)| {
            let outer = own.len().checked_sub(found.len());
            let inner = outer.and_then(|outer| own.get(outer..));
            inner.is_some_and(|inner| {
                inner
                    .iter()
                    .zip(&found)
                    .all(|(own, part)| is_part(own, part))
            })
        });
        let (_, first) = fitting.next().filter(|_| !found.is_empty())?;
        fitting.next().is_none().then_some(*first)
    }
}

/// Returns the words and the figures of a number, in small letters.
fn parts(number: &str) -> Vec<String> {
    let number: String = number.chars().map(fold_width).collect();
    let number = number.to_lowercase();
    let parts = number.split(|c: char| !c.is_alphanumeric());
    let parts = parts.filter(|part| !part.is_empty());
    parts.map(str::to_owned).collect()
}

/// Reports whether a part of a number is meant by another one, which may be a word’s beginning.
fn is_part(own: &str, part: &str) -> bool {
    own == part
        || part.chars().count() > 1
            && part.chars().all(char::is_alphabetic)
            && own.starts_with(part)
}
