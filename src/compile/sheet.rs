//! Spreadsheets: `*.csv` files with a value, and perhaps a reason, for single clauses.
//!
//! The first line names the columns `eid`, `value` and `reason`, in any order. Other columns are the
//! author's own and are not read. A comma, a semicolon or a tab separates the cells, as the
//! spreadsheet program wrote them. A row without a value says nothing about its clause.
//!
//! ```text
//! eid,value,reason
//! art_1__para_1,done,"Opened in May, as promised"
//! ```

mod cells;

use plan::ClauseId;

use crate::clause_eid::Clauses;
use crate::diagnostics::{Located, Location, Reporter};
use crate::near;
use crate::source::Source;

/// The value that a row gives to a clause.
#[derive(Debug)]
pub(crate) struct Row {
    pub(crate) clause: ClauseId,
    pub(crate) value: Located,
    /// The reason for the value; `None` if the cell is empty.
    pub(crate) reason: Option<Located>,
}

/// The positions of the columns.
#[derive(Debug)]
struct Columns {
    eid: usize,
    value: usize,
    reason: Option<usize>,
}

/// Reads the rows of a file. Returns `None` if the plan has no such file, or if it has no columns
/// that can be read.
pub(crate) fn read(
    source: &Source,
    file: &str,
    clauses: &Clauses<'_>,
    reporter: &mut Reporter<'_>,
) -> Option<Vec<Row>> {
    let mut lines = cells::lines(source.text(file)?, file, reporter).into_iter();
    let header = lines.next().unwrap_or_default();
    let columns = Columns::read(&header, file, reporter)?;
    let lines: Vec<Vec<Located>> = lines.collect();
    let eids = lines.iter().filter_map(|cells| cells.get(columns.eid));
    let eids: Vec<&Located> = eids.filter(|(eid, _)| !eid.is_empty()).collect();
    let is_known = |eid: &&Located| clauses.find(&eid.0).is_some();
    if let ([(first, location), _, ..], false) = (&*eids, eids.iter().any(is_known)) {
        let message = format!(
            "expected the eIds of clauses in the column “eid”, found {} others, such as “{first}”",
            eids.len()
        );
        reporter.report_against_original(location, message, clauses.hint(first, "them"));
        return None;
    }
    let mut rows = Vec::new();
    for cells in lines {
        if let Some((_, location)) = cells
            .iter()
            .skip(header.len())
            .find(|(text, _)| !text.is_empty())
        {
            let message = format!(
                "expected {} cells, as many as in the first line, found {}",
                header.len(),
                cells.len()
            );
            let hint = "put a text that has a comma or semicolon into quotes, or name the column in the first line";
            reporter.report(location, message, hint);
            continue;
        }
        let cell = |column: usize| cells.get(column).filter(|(text, _)| !text.is_empty());
        match (cell(columns.eid), cell(columns.value)) {
            (Some(eid), value) => {
                let clause = clauses.named(eid, reporter);
                if let (Some(clause), Some(value)) = (clause, value) {
                    rows.push(Row {
                        clause,
                        value: value.clone(),
                        reason: columns.reason.and_then(cell).cloned(),
                    });
                }
            }
            (None, Some((_, location))) => {
                let message = "expected the eId of a clause before the value, found an empty cell";
                reporter.report(
                    location,
                    message,
                    "write the clause's eId in the column “eid”, or remove the row",
                );
            }
            (None, None) => {}
        }
    }
    Some(rows)
}

impl Columns {
    fn read(header: &[Located], file: &str, reporter: &mut Reporter<'_>) -> Option<Self> {
        const NAMES: [&str; 3] = ["eid", "value", "reason"];
        let is_named = |(text, _): &Located, name: &str| text.eq_ignore_ascii_case(name);
        let [eid, value, reason] = NAMES.map(|name| {
            let mut named = (0..).zip(header).filter(|(_, cell)| is_named(cell, name));
            let first = named.next();
            if let Some((_, (_, location))) = named.next() {
                let message = format!("expected each column once, found “{name}” again");
                reporter.report(location, message, "rename or remove one of them");
            }
            first.map(|(position, _)| position)
        });
        let others = header
            .iter()
            .filter(|cell| !NAMES.iter().any(|name| is_named(cell, name)));
        let missing = [(eid, "eid"), (value, "value"), (reason, "reason")];
        let missing = missing.into_iter().filter(|(found, _)| found.is_none());
        let mut lost = Vec::new();
        for (_, name) in missing {
            let near = others
                .clone()
                .find(|(text, _)| near::nearest(text, [name]).is_some());
            if let Some((text, location)) = near {
                let message = format!("expected the column “{name}”, found “{text}”");
                reporter.report(location, message, format!("rename it to “{name}”"));
            } else if name != "reason" {
                lost.push(format!("“{name}”"));
            }
        }
        if !lost.is_empty() {
            let names: Vec<&str> = header.iter().map(|(text, _)| text.as_str()).collect();
            let found = if names.is_empty() {
                "an empty file".to_owned()
            } else {
                format!("“{}”", names.join(", "))
            };
            let plural = if lost.len() > 1 { "s" } else { "" };
            let lost = lost.join(" and ");
            let message =
                format!("expected the column{plural} {lost} in the first line, found {found}");
            let hint =
                "name the columns in the first line: eid, value and, if there are reasons, reason";
            reporter.report(&Location::start_of(file), message, hint);
        }
        Some(Self {
            eid: eid?,
            value: value?,
            reason,
        })
    }
}
