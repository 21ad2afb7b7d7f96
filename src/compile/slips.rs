//! `slips.toml`: words of the original that look like a slip, with notes for readers.

use std::collections::BTreeMap;

use plan::Slip;

use crate::clause_eid::Clauses;
use crate::diagnostics::Reporter;
use crate::facets::localized::localized;
use crate::plan_toml::Manifest;
use crate::source::Source;
use crate::structure::document::Document;
use crate::toml_table::Table;

const FILE: &str = "slips.toml";

/// Reads the slip of each clause that has one, by its eId. A plan needs no such file.
pub(crate) fn read(
    source: &Source,
    manifest: &Manifest,
    original: &Document,
    reporter: &mut Reporter<'_>,
) -> BTreeMap<String, Slip> {
    if source.text(FILE).is_none() {
        return BTreeMap::new();
    }
    let Some(root) = Table::read(source, FILE, reporter) else {
        return BTreeMap::new();
    };
    root.accept(&["slip"], reporter);
    let clauses = Clauses::new(original);
    let mut slips = BTreeMap::new();
    for table in root.tables("slip", reporter) {
        table.accept(&["clause", "words", "note"], reporter);
        let clause = table.text("clause", reporter);
        let words = table.text("words", reporter);
        let note = table.table("note", reporter);
        let note = note.map(|table| localized(&table, manifest, reporter));
        let (Some((eid, eid_location)), Some((words, location)), Some(note)) =
            (clause, words, note)
        else {
            continue;
        };
        let named = (eid, eid_location);
        let Some(clause) = clauses.named(&named, reporter) else {
            continue;
        };
        let (eid, eid_location) = named;
        if !original.clauses[clause].text.contains(&words) {
            let message = format!("expected words of {eid} in the original, found “{words}”");
            let hint = "copy the words from the text, to the letter";
            reporter.report_against_original(&location, message, hint);
        }
        let slip = Slip {
            words: words.into(),
            note,
        };
        if slips.insert(eid.clone(), slip).is_some() {
            let message = format!("expected one slip in each clause, found another one in {eid}");
            reporter.report(&eid_location, message, "describe both in one note");
        }
    }
    slips
}
