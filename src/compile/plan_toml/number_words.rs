//! Words for numbers in `[[language]]` of `plan.toml`, and the pieces whose numbers may differ.
//!
//! ```toml
//! months = ["enero", "febrero", …]                # twelve
//! million = ["millón", "millones"]
//! thousand = ["mil"]                              # optional: 2 mil millones
//! billion = ["millardo", "millardos"]             # optional: a thousand millions
//! number-words = [["un", "una"], "dos", "tres"]   # optional: the words for 1, 2, 3 and so on
//! excused-numbers = { art_1__para_2 = "a reason" } # optional
//! ```
//!
//! The first four are built in for some languages. A list in `plan.toml` replaces the built-in words for the same numbers,
//! but an empty one replaces none.

mod built_in;

use std::collections::{BTreeMap, BTreeSet};

use crate::diagnostics::{Located, Location, Reporter};
use crate::toml_table::Table;
use built_in::BuiltIn;

/// The keys of a language that this module reads.
pub(super) const KEYS: [&str; 5] = ["months", "million", "thousand", "billion", "number-words"];

/// The keys of words that multiply a number, with their values.
const SCALES: [(&str, u64); 3] = [
    ("thousand", 1_000),
    ("million", 1_000_000),
    ("billion", 1_000_000_000),
];

/// The words that a language has for numbers.
#[derive(Debug, Default)]
pub(crate) struct NumberWords {
    /// The names of months, with their numbers from 1.
    pub(crate) months: Vec<(String, u64)>,
    /// The forms of the words for 1, 2, 3 and so on.
    pub(crate) numbers: Vec<Vec<String>>,
    /// Words that follow a number and multiply it, with their values.
    scales: BTreeMap<String, u64>,
}

impl NumberWords {
    /// Reads the words of the language with this tag. A translation needs those for months and millions, unless they are
    /// built in.
    pub(super) fn read(
        table: &Table<'_>,
        tag: &str,
        is_translation: bool,
        reporter: &mut Reporter<'_>,
    ) -> Self {
        let built_in = built_in::of(tag);
        let is_needed = is_translation && built_in.is_none() && !tag.is_empty();
        let mut own_months = Vec::new();
        if table.has("months") {
            own_months = months(table, reporter);
        } else if is_needed {
            let message = "expected the key “months”, found none";
            let hint =
                "add `months = [\"…\", …]` with the names of the twelve months, January first";
            reporter.report(&table.location, message, hint);
        }
        let own_months = own_months.into_iter().map(|(name, _)| name).zip(1..);
        let mut words = Self {
            months: own_months.collect(),
            ..Self::default()
        };
        for (key, value) in SCALES {
            if table.has(key) || is_needed && key == "million" {
                let own = self::words(table.texts(key, reporter)).into_iter();
                words.scales.extend(own.map(|word| (word, value)));
            }
        }
        if table.has("number-words") {
            let numbers = table.lists("number-words", reporter).into_iter();
            words.numbers = numbers.map(self::words).collect();
        }
        if let Some(built_in) = built_in {
            words.complete_with(built_in);
        }
        words
    }

    /// Adds the built-in words for numbers that have no word yet.
    fn complete_with(&mut self, built_in: &BuiltIn) {
        let owned = |(word, value): &(&str, u64)| ((*word).to_owned(), *value);
        if self.months.is_empty() {
            self.months.extend(built_in.months.iter().map(owned));
        }
        let own: BTreeSet<u64> = self.scales.values().copied().collect();
        for (word, value) in built_in.scales.iter().map(owned) {
            if !own.contains(&value) {
                self.scales.entry(word).or_insert(value);
            }
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
