//! `names.toml`: the names of one thing. A search for one of them finds the others.

use std::collections::BTreeSet;

use plan::Text;
use plan::characters::is_letter;

use crate::diagnostics::Reporter;
use crate::source::Source;
use crate::structure::document::Document;
use crate::toml_table::Table;

const FILE: &str = "names.toml";

/// Reads the names of each thing. A plan needs no such file.
pub(crate) fn read(
    source: &Source,
    documents: &[Document],
    reporter: &mut Reporter<'_>,
) -> Vec<Vec<Text>> {
    if source.text(FILE).is_none() {
        return Vec::new();
    }
    let Some(root) = Table::read(source, FILE, reporter) else {
        return Vec::new();
    };
    root.accept(&["thing"], reporter);
    let clauses = documents.iter().flat_map(|document| &document.clauses);
    let texts: Vec<String> = clauses.map(|clause| clause.text.to_lowercase()).collect();
    let mut seen = BTreeSet::new();
    let mut things = Vec::new();
    for table in root.tables("thing", reporter) {
        table.accept(&["names"], reporter);
        let names = table.texts("names", reporter);
        if names.len() < 2 {
            let message = format!(
                "expected at least 2 names of a thing, found {}",
                names.len()
            );
            let hint = "add another name, or remove the thing";
            reporter.report(&table.location, message, hint);
            continue;
        }
        for (name, location) in &names {
            // A search ignores the rest, and would find an empty name everywhere.
            if !name.contains(is_letter) {
                let message = format!("expected a name with letters, found “{name}”");
                reporter.report(location, message, "write the name as readers type it");
            }
            if !seen.insert(name.to_lowercase()) {
                let message = format!("expected each name once, found “{name}” again");
                reporter.report(location, message, "list all names of a thing together");
            }
        }
        let occurs = |name: &str| texts.iter().any(|text| text.contains(&name.to_lowercase()));
        if !names.iter().any(|(name, _)| occurs(name)) {
            let (name, location) = &names[0];
            let message = format!(
                "expected a name that occurs in a clause, found none for “{name}” and its other names"
            );
            let hint = "add the name that the text has, or remove the thing";
            reporter.report_against_original(location, message, hint);
        }
        things.push(names.into_iter().map(|(name, _)| name.into()).collect());
    }
    things
}
