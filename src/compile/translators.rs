//! `translation.toml`: how each translation was made.

use plan::{Text, is_date};

use crate::diagnostics::Reporter;
use crate::plan_toml::Manifest;
use crate::source::Source;
use crate::toml_table::Table;

const FILE: &str = "translation.toml";

/// Adds to each translation how it was made, if the file says so. A plan needs no such file.
pub(crate) fn read(source: &Source, manifest: &mut Manifest, reporter: &mut Reporter<'_>) {
    if source.text(FILE).is_none() {
        return;
    }
    let Some(root) = Table::read(source, FILE, reporter) else {
        return;
    };
    let listed: Vec<&str> = manifest.tags().collect();
    root.accept_languages(&listed[1..], &listed, reporter);
    for language in manifest.languages.iter_mut().skip(1) {
        let language = &mut language.language;
        let table = root.optional_table(&language.tag, reporter);
        language.translation = table.and_then(|table| translation(&table, reporter));
    }
}

/// Returns the parts of a description as sentences.
fn translation(table: &Table<'_>, reporter: &mut Reporter<'_>) -> Option<Text> {
    let keys = ["translator", "date", "method", "sought", "checked"];
    table.accept(&keys, reporter);
    let [translator, date, method, sought, checked] = keys.map(|key| table.text(key, reporter));
    if let Some((date, location)) = date.as_ref().filter(|(date, _)| !is_date(date)) {
        let message = format!("expected a date such as 2026-11-26, found “{date}”");
        reporter.report(location, message, "write year, month and day in figures");
    }
    let (translator, date) = (translator?.0, date?.0);
    let (method, sought, checked) = (method?.0, sought?.0, checked?.0);
    Some(format!("{translator}, {date}. {method} {sought} {checked}").into())
}
