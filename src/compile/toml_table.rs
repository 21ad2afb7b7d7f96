//! Reading TOML with positions, reporting every unknown, missing or mistyped key in one go.
//!
//! Absent on purpose: serde, which stops at the first thing it does not like.

use std::ops::Range;

use toml::de::{DeTable, DeValue};

use super::diagnostic::{Place, Reporter};
use super::{Placed, Source, characters};

/// A table of a TOML file.
#[derive(Debug)]
pub(super) struct Table<'a> {
    /// Where the table stands; the start of the file for the root.
    pub(super) place: Place,
    entries: Vec<Entry<'a>>,
}

#[derive(Clone, Debug)]
struct Entry<'a> {
    key: String,
    key_place: Place,
    value: DeValue<'a>,
    value_place: Place,
}

impl<'a> Table<'a> {
    /// Reads a file. None if there is no such file or it is not TOML, which has then been reported.
    pub(super) fn read(
        source: &'a Source,
        file: &str,
        reporter: &mut Reporter<'_>,
    ) -> Option<Self> {
        let Some(text) = source.text(file) else {
            let message = format!("expected the file {file}, found none");
            reporter.report(
                &Place::new(file, 0..0),
                message,
                "add the file; content/ of the project has an example",
            );
            return None;
        };
        // After the first error of syntax, everything that follows would be guessed.
        let table = match DeTable::parse(text) {
            Ok(table) => table,
            Err(error) => {
                let place = Place::new(file, error.span().unwrap_or(0..0));
                reporter.report(
                    &place,
                    error.message(),
                    "mend the TOML syntax here or just before",
                );
                return None;
            }
        };
        Some(Self::new(file, 0..0, table.get_ref()))
    }

    fn new(file: &str, bytes: Range<usize>, table: &DeTable<'a>) -> Self {
        let entry = |(key, value): (&toml::Spanned<_>, &toml::Spanned<DeValue<'a>>)| {
            let key: &toml::Spanned<std::borrow::Cow<'a, str>> = key;
            Entry {
                key: key.get_ref().to_string(),
                key_place: Place::new(file, key.span()),
                value: value.get_ref().clone(),
                value_place: Place::new(file, value.span()),
            }
        };
        Self {
            place: Place::new(file, bytes),
            entries: table.iter().map(entry).collect(),
        }
    }

    /// Reports every key that is not among `known`.
    pub(super) fn accept(&self, known: &[&str], reporter: &mut Reporter<'_>) {
        for entry in self
            .entries
            .iter()
            .filter(|entry| !known.contains(&entry.key.as_str()))
        {
            reporter.report(
                &entry.key_place,
                format!(
                    "expected one of the keys {}; found “{}”",
                    known.join(", "),
                    entry.key
                ),
                "remove the key or mend its spelling",
            );
        }
    }

    /// Whether the key is there at all.
    pub(super) fn has(&self, key: &str) -> bool {
        self.find(key).is_some()
    }

    /// Whether the key has a text.
    pub(super) fn is_text(&self, key: &str) -> bool {
        self.find(key)
            .is_some_and(|entry| entry.value.as_str().is_some())
    }

    /// A text that must be there and not be empty.
    pub(super) fn text(&self, key: &str, reporter: &mut Reporter<'_>) -> Option<Placed> {
        let text = self
            .required(key, reporter)
            .and_then(|entry| entry.text(reporter))?;
        if text.0.trim().is_empty() {
            let hint = "write the text, or remove the key if it is not needed";
            reporter.report(
                &text.1,
                format!("expected a text for “{key}”, found an empty one"),
                hint,
            );
            return None;
        }
        Some(text)
    }

    /// A text that may be absent.
    pub(super) fn optional_text(&self, key: &str, reporter: &mut Reporter<'_>) -> Option<Placed> {
        self.find(key).and_then(|entry| entry.text(reporter))
    }

    /// A list of texts that must be there.
    pub(super) fn texts(&self, key: &str, reporter: &mut Reporter<'_>) -> Vec<Placed> {
        let entries = self
            .required(key, reporter)
            .map_or_else(Vec::new, |entry| entry.items(reporter));
        entries
            .iter()
            .filter_map(|entry| entry.text(reporter))
            .collect()
    }

    /// A list of texts that may be absent.
    pub(super) fn optional_texts(&self, key: &str, reporter: &mut Reporter<'_>) -> Vec<Placed> {
        if self.has(key) {
            self.texts(key, reporter)
        } else {
            Vec::new()
        }
    }

    /// Whether `key = true` stands there; absent is false.
    pub(super) fn flag(&self, key: &str, reporter: &mut Reporter<'_>) -> bool {
        let Some(entry) = self.find(key) else {
            return false;
        };
        let flag = entry.value.as_bool();
        flag.or_else(|| entry.mistyped("true or false", reporter))
            .unwrap_or_default()
    }

    /// A table that must be there.
    pub(super) fn table(&self, key: &str, reporter: &mut Reporter<'_>) -> Option<Table<'a>> {
        self.required(key, reporter)
            .and_then(|entry| entry.table(reporter))
    }

    /// A table that may be absent.
    pub(super) fn optional_table(
        &self,
        key: &str,
        reporter: &mut Reporter<'_>,
    ) -> Option<Table<'a>> {
        self.find(key).and_then(|entry| entry.table(reporter))
    }

    /// Every key with its table: for tables whose keys are data, such as terms.
    pub(super) fn all_tables(&self, reporter: &mut Reporter<'_>) -> Vec<(Placed, Table<'a>)> {
        let pair = |entry: &Entry<'a>| {
            Some((
                (entry.key.clone(), entry.key_place.clone()),
                entry.table(reporter)?,
            ))
        };
        self.entries.iter().filter_map(pair).collect()
    }

    /// A list of tables (`[[key]]`) that must be there.
    pub(super) fn tables(&self, key: &str, reporter: &mut Reporter<'_>) -> Vec<Table<'a>> {
        let entries = self
            .required(key, reporter)
            .map_or_else(Vec::new, |entry| entry.items(reporter));
        entries
            .iter()
            .filter_map(|entry| entry.table(reporter))
            .collect()
    }

    /// A list of tables (`[[key]]`) that may be absent.
    pub(super) fn optional_tables(&self, key: &str, reporter: &mut Reporter<'_>) -> Vec<Table<'a>> {
        if self.has(key) {
            self.tables(key, reporter)
        } else {
            Vec::new()
        }
    }

    /// Every key with its text: for tables whose keys are data, such as language tags.
    pub(super) fn all_texts(&self, reporter: &mut Reporter<'_>) -> Vec<(Placed, Placed)> {
        let pair = |entry: &Entry<'a>| {
            let text = entry.text(reporter)?;
            Some(((entry.key.clone(), entry.key_place.clone()), text))
        };
        self.entries.iter().filter_map(pair).collect()
    }

    fn find(&self, key: &str) -> Option<&Entry<'a>> {
        self.entries.iter().find(|entry| entry.key == key)
    }

    fn required(&self, key: &str, reporter: &mut Reporter<'_>) -> Option<&Entry<'a>> {
        let found = self.find(key);
        if found.is_none() {
            reporter.report(
                &self.place,
                format!("expected the key “{key}”, found none"),
                format!("add `{key} = …`"),
            );
        }
        found
    }
}

impl<'a> Entry<'a> {
    fn text(&self, reporter: &mut Reporter<'_>) -> Option<Placed> {
        let text = self.value.as_str().map(|text| {
            characters::check(text, &self.value_place, reporter);
            (text.to_owned(), self.value_place.clone())
        });
        text.or_else(|| self.mistyped("a text in quotes", reporter))
    }

    fn table(&self, reporter: &mut Reporter<'_>) -> Option<Table<'a>> {
        let table = self.value.as_table();
        let table = table.map(|table| {
            Table::new(
                &self.value_place.file,
                self.value_place.bytes.clone(),
                table,
            )
        });
        table.or_else(|| self.mistyped("a table", reporter))
    }

    fn items(&self, reporter: &mut Reporter<'_>) -> Vec<Entry<'a>> {
        let Some(array) = self.value.as_array() else {
            return self.mistyped("a list", reporter).unwrap_or_default();
        };
        let item = |value: &toml::Spanned<DeValue<'a>>| Entry {
            key: self.key.clone(),
            key_place: self.key_place.clone(),
            value: value.get_ref().clone(),
            value_place: Place::new(&self.value_place.file, value.span()),
        };
        array.iter().map(item).collect()
    }

    fn mistyped<T>(&self, expected: &str, reporter: &mut Reporter<'_>) -> Option<T> {
        let found = self.value.type_str();
        let message = format!("expected {expected} for “{}”, found {found}", self.key);
        reporter.report(
            &self.value_place,
            message,
            "see the files of content/ for an example",
        );
        None
    }
}
