//! Words for numbers in `[[language]]` of `plan.toml`, and the pieces whose numbers may differ.
//!
//! ```toml
//! months = ["enero", "febrero", …]                # twelve
//! million = ["millón", "millones"]
//! thousand = ["mil"]                              # optional: 2 mil millones
//! billion = ["billones"]                          # optional: a thousand millions
//! number-words = [["un", "una"], "dos", "tres"]   # optional: the words for 1, 2, 3 and so on
//! excused-numbers = { art_1__para_2 = "a reason" } # optional
//! ```

use std::collections::BTreeMap;

use crate::diagnostics::{Located, Location, Reporter};
use crate::toml_table::Table;

/// The keys of a language that this module reads.
pub(super) const KEYS: [&str; 5] = ["months", "million", "thousand", "billion", "number-words"];

/// The words that a language has for numbers.
#[derive(Debug, Default)]
pub(crate) struct NumberWords {
    /// The names of the months, January first.
    pub(crate) months: Vec<String>,
    /// The forms of the words for 1, 2, 3 and so on.
    pub(crate) numbers: Vec<Vec<String>>,
    /// Words that follow a number and multiply it, with their values.
    scales: Vec<(String, u64)>,
}

impl NumberWords {
    /// Reads the words. A translation needs those for months and millions.
    pub(super) fn read(
        table: &Table<'_>,
        is_translation: bool,
        reporter: &mut Reporter<'_>,
    ) -> Self {
        let is_read = |key: &str| is_translation || table.has(key);
        let months = if is_read("months") {
            months(table, reporter)
        } else {
            Vec::new()
        };
        let million = if is_read("million") {
            table.texts("million", reporter)
        } else {
            Vec::new()
        };
        let thousand = table.optional_texts("thousand", reporter);
        let billion = table.optional_texts("billion", reporter);
        let numbers = if table.has("number-words") {
            table.lists("number-words", reporter)
        } else {
            Vec::new()
        };
        let scales = [
            (thousand, 1_000),
            (million, 1_000_000),
            (billion, 1_000_000_000),
        ];
        let of_scale = |(list, value): (Vec<Located>, u64)| {
            words(list).into_iter().map(move |word| (word, value))
        };
        Self {
            months: months.into_iter().map(|(name, _)| name).collect(),
            numbers: numbers.into_iter().map(words).collect(),
            scales: scales.into_iter().flat_map(of_scale).collect(),
        }
    }

    /// Returns the words that multiply a number, with their values.
    pub(crate) fn scales(&self) -> impl Iterator<Item = (&str, u64)> {
        let scales = self.scales.iter();
        scales.map(|(word, value)| (word.as_str(), *value))
    }
}

/// Returns the keys of pieces whose numbers may differ; reports missing reasons.
pub(super) fn excused(
    table: &Table<'_>,
    reporter: &mut Reporter<'_>,
) -> BTreeMap<String, Location> {
    let pairs = table
        .optional_table("excused-numbers", reporter)
        .map_or_else(Vec::new, |table| table.all_texts(reporter));
    let mut excused = BTreeMap::new();
    for ((key, location), (reason, _)) in pairs {
        if reason.trim().is_empty() {
            let message = format!("expected a reason why “{key}” is excused, found none");
            let hint = "write why the translation has other numbers there";
            reporter.report(&location, message, hint);
        }
        excused.insert(key, location);
    }
    excused
}

fn months(table: &Table<'_>, reporter: &mut Reporter<'_>) -> Vec<Located> {
    let months = table.texts("months", reporter);
    if let Some((_, location)) = months.first().filter(|_| months.len() != 12) {
        let message = format!(
            "expected the names of twelve months in “months”, found {}",
            months.len()
        );
        reporter.report(location, message, "name each month once, January first");
    }
    months
}

/// Returns the words of a list. An empty word would be found everywhere.
fn words(located: Vec<Located>) -> Vec<String> {
    let texts = located.into_iter().map(|(text, _)| text);
    texts.filter(|text| !text.trim().is_empty()).collect()
}
