//! Reads TOML with positions, and reports every unknown, missing or mistyped key in one run.
//!
//! It does not use serde, which stops at the first wrong key.

mod entry;
mod hints;

use std::cell::RefCell;
use std::collections::BTreeSet;
use std::ops::Range;

use plan::{InLanguage, Localized};
use toml::de::{DeTable, DeValue};

use crate::diagnostics::{Located, Location, Reporter};
use crate::near;
use crate::source::Source;
use entry::Entry;

/// A table of a TOML file, with the location of every key and value.
#[derive(Debug)]
pub(crate) struct Table<'a> {
    /// The range of the table; the start of the file for the root.
    pub(crate) location: Location,
    entries: Vec<Entry<'a>>,
    /// Known keys that the table has under a wrong name, which was reported.
    misspelt: RefCell<BTreeSet<String>>,
}

impl<'a> Table<'a> {
    /// Reads a file. Reports a file that is missing or not TOML, and returns `None`.
    pub(crate) fn read(
        source: &'a Source,
        file: &str,
        reporter: &mut Reporter<'_>,
    ) -> Option<Self> {
        let Some(text) = source.text(file) else {
            let message = format!("expected the file {file}, found none");
            reporter.report(
                &Location::new(file, 0..0),
                message,
                "add the file; the command `new` writes a content folder that has all files",
            );
            return None;
        };
        Self::parse(file, text, reporter)
    }

    /// Reads the text of a file. Reports one that is not TOML, and returns `None`.
    pub(crate) fn parse(file: &str, text: &'a str, reporter: &mut Reporter<'_>) -> Option<Self> {
        // After the first mistake in the syntax, any further message would be a guess.
        let table = match DeTable::parse(text) {
            Ok(table) => table,
            Err(error) => {
                let location = Location::new(file, error.span().unwrap_or(0..0));
                reporter.report(
                    &location,
                    format!("expected valid TOML, found an error: {}", error.message()),
                    hints::syntax(error.message()),
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
                key_location: Location::new(file, key.span()),
                value: value.get_ref().clone(),
                value_location: Location::new(file, value.span()),
                is_item: false,
            }
        };
        Self {
            location: Location::new(file, bytes),
            entries: table.iter().map(entry).collect(),
            misspelt: RefCell::default(),
        }
    }

    /// Adds the entries of another table whose keys this one lacks.
    pub(crate) fn complete_with(&mut self, other: Table<'a>) {
        let missing = other.entries.into_iter();
        let missing: Vec<_> = missing.filter(|entry| !self.has(&entry.key)).collect();
        self.entries.extend(missing);
    }

    /// Reports every key that is not in `known`. A key that is near one of them is not missed later.
    pub(crate) fn accept(&self, known: &[&str], reporter: &mut Reporter<'_>) {
        self.accept_or(known, |_| None, reporter);
    }

    /// Reports every key that is not in `known`, where keys are languages of the plan, whose tags are `listed`.
    pub(crate) fn accept_languages(
        &self,
        known: &[&str],
        listed: &[&str],
        reporter: &mut Reporter<'_>,
    ) {
        let is_listed = |key: &str| listed.contains(&key);
        let hint = |key: &str| (!is_listed(key)).then(|| hints::unlisted_language(key))?;
        self.accept_or(known, hint, reporter);
    }

    /// Reports every key that is not in `known`, with the hint for the key if it has one. It is then no misspelt key.
    fn accept_or(
        &self,
        known: &[&str],
        hint: impl Fn(&str) -> Option<String>,
        reporter: &mut Reporter<'_>,
    ) {
        let is_known = |entry: &&Entry<'_>| known.contains(&entry.key.as_str());
        for entry in self.entries.iter().filter(|entry| !is_known(entry)) {
            let missing = known.iter().copied().filter(|key| self.find(key).is_none());
            let own_hint = hint(&entry.key);
            if own_hint.is_none()
                && let Some(meant) = near::nearest(&entry.key, missing)
            {
                self.misspelt.borrow_mut().insert(meant.to_owned());
            }
            let expected = if known.len() > hints::MOST_LISTED {
                "a key that this file may have".to_owned()
            } else {
                format!("one of the keys {}", known.join(", "))
            };
            reporter.report(
                &entry.key_location,
                format!("expected {expected}; found “{}”", entry.key),
                own_hint.unwrap_or_else(|| {
                    let otherwise = "remove the key or correct its spelling";
                    near::hint(&entry.key, known.iter().copied(), otherwise)
                }),
            );
        }
    }

    /// Reports keys that the table lacks, together if they are many. They are not missed later.
    pub(crate) fn require(&self, keys: &[&str], hint: &str, reporter: &mut Reporter<'_>) {
        let missing = keys.iter().copied().filter(|key| !self.has(key));
        let missing: Vec<&str> = missing.collect();
        if missing.len() > hints::MOST_MISSED {
            let message = format!(
                "expected the keys {}; found none of these {}",
                missing.join(", "),
                missing.len()
            );
            reporter.report(&self.location, message, hint);
            let missing = missing.into_iter().map(str::to_owned);
            self.misspelt.borrow_mut().extend(missing);
        }
    }

    /// Reports whether the table has the key, perhaps under a wrong name that was reported.
    pub(crate) fn has(&self, key: &str) -> bool {
        self.find(key).is_some() || self.is_misspelt(key)
    }

    /// Reports whether the table has the key under a wrong name that was reported.
    pub(crate) fn is_misspelt(&self, key: &str) -> bool {
        self.misspelt.borrow().contains(key)
    }

    /// Reports whether the key has a text.
    pub(crate) fn is_text(&self, key: &str) -> bool {
        self.find(key)
            .is_some_and(|entry| entry.value.as_str().is_some())
    }

    /// Returns a required text; reports one that is missing or empty.
    pub(crate) fn text(&self, key: &str, reporter: &mut Reporter<'_>) -> Option<Located> {
        let text = self
            .required(key, "= \"…\"", reporter)
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

    /// Returns an optional text.
    pub(crate) fn optional_text(&self, key: &str, reporter: &mut Reporter<'_>) -> Option<Located> {
        self.find(key).and_then(|entry| entry.text(reporter))
    }

    /// Returns a required list of texts.
    pub(crate) fn texts(&self, key: &str, reporter: &mut Reporter<'_>) -> Vec<Located> {
        let entries = self
            .required(key, "= [\"…\"]", reporter)
            .map_or_else(Vec::new, |entry| entry.items("= [\"…\"]", reporter));
        entries
            .iter()
            .filter_map(|entry| entry.text(reporter))
            .collect()
    }

    /// Returns an optional list of texts.
    pub(crate) fn optional_texts(&self, key: &str, reporter: &mut Reporter<'_>) -> Vec<Located> {
        if self.has(key) {
            self.texts(key, reporter)
        } else {
            Vec::new()
        }
    }

    /// Returns a required list of lists of texts. A text by itself is a list of one.
    pub(crate) fn lists(&self, key: &str, reporter: &mut Reporter<'_>) -> Vec<Vec<Located>> {
        let entries = self
            .required(key, "= [\"…\"]", reporter)
            .map_or_else(Vec::new, |entry| entry.items("= [\"…\"]", reporter));
        let mut list = |entry: &Entry<'a>| {
            let items = if entry.value.is_array() {
                entry.items("= [\"…\"]", reporter)
            } else {
                vec![entry.clone()]
            };
            let texts = items.iter().filter_map(|item| item.text(reporter));
            texts.collect()
        };
        entries.iter().map(&mut list).collect()
    }

    /// Returns the table as a text in each of these languages. Languages without a tag are left out.
    pub(crate) fn localized(&self, tags: &[&str], reporter: &mut Reporter<'_>) -> Localized {
        let tags: Vec<&str> = tags.iter().copied().filter(|tag| !tag.is_empty()).collect();
        for tag in &tags {
            self.text(tag, reporter);
        }
        self.accept_languages(&tags, &tags, reporter);
        let texts = self.all_texts(reporter).into_iter();
        texts
            .map(|((tag, _), (text, _))| InLanguage {
                tag: tag.into(),
                text: text.into(),
            })
            .collect()
    }

    /// Reports whether the table has `key = true`.
    pub(crate) fn flag(&self, key: &str, reporter: &mut Reporter<'_>) -> bool {
        let Some(entry) = self.find(key) else {
            return false;
        };
        let flag = entry.value.as_bool();
        flag.or_else(|| entry.mistyped("true or false", "= true", reporter))
            .unwrap_or_default()
    }

    /// Returns a required table.
    pub(crate) fn table(&self, key: &str, reporter: &mut Reporter<'_>) -> Option<Table<'a>> {
        self.required(key, "= { … }", reporter)
            .and_then(|entry| entry.table(reporter))
    }

    /// Returns an optional table.
    pub(crate) fn optional_table(
        &self,
        key: &str,
        reporter: &mut Reporter<'_>,
    ) -> Option<Table<'a>> {
        self.find(key).and_then(|entry| entry.table(reporter))
    }

    /// Returns every key with its table, where the keys are data, such as terms.
    pub(crate) fn all_tables(&self, reporter: &mut Reporter<'_>) -> Vec<(Located, Table<'a>)> {
        let pair = |entry: &Entry<'a>| {
            Some((
                (entry.key.clone(), entry.key_location.clone()),
                entry.table(reporter)?,
            ))
        };
        self.entries.iter().filter_map(pair).collect()
    }

    /// Returns a required list of tables (`[[key]]`).
    pub(crate) fn tables(&self, key: &str, reporter: &mut Reporter<'_>) -> Vec<Table<'a>> {
        let entries = self
            .required(key, hints::TABLES, reporter)
            .map_or_else(Vec::new, |entry| entry.items(hints::TABLES, reporter));
        entries
            .iter()
            .filter_map(|entry| entry.table(reporter))
            .collect()
    }

    /// Returns an optional list of tables (`[[key]]`).
    pub(crate) fn optional_tables(&self, key: &str, reporter: &mut Reporter<'_>) -> Vec<Table<'a>> {
        if self.has(key) {
            self.tables(key, reporter)
        } else {
            Vec::new()
        }
    }

    /// Returns every key with its text, where the keys are data, such as language tags.
    pub(crate) fn all_texts(&self, reporter: &mut Reporter<'_>) -> Vec<(Located, Located)> {
        let pair = |entry: &Entry<'a>| {
            let text = entry.text(reporter)?;
            Some(((entry.key.clone(), entry.key_location.clone()), text))
        };
        self.entries.iter().filter_map(pair).collect()
    }

    fn find(&self, key: &str) -> Option<&Entry<'a>> {
        self.entries.iter().find(|entry| entry.key == key)
    }

    fn required(&self, key: &str, form: &str, reporter: &mut Reporter<'_>) -> Option<&Entry<'a>> {
        let found = self.find(key);
        if !self.has(key) {
            reporter.report(
                &self.location,
                format!("expected the key “{key}”, found none"),
                format!("add {}", hints::example(key, form)),
            );
        }
        found
    }
}

impl<'a> Entry<'a> {
    fn table(&self, reporter: &mut Reporter<'_>) -> Option<Table<'a>> {
        let table = self.value.as_table();
        let table = table.map(|table| {
            Table::new(
                &self.value_location.file,
                self.value_location.bytes.clone(),
                table,
            )
        });
        table.or_else(|| self.mistyped("a table", "= { … }", reporter))
    }
}
