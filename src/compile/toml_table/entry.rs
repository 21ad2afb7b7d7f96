//! A key of a table with its value, as a text or a list.

use toml::de::DeValue;

use super::hints;
use crate::characters;
use crate::diagnostics::{Located, Location, Reporter};

/// A key with its value, each with its location.
#[derive(Clone, Debug)]
pub(super) struct Entry<'a> {
    pub(super) key: String,
    pub(super) key_location: Location,
    pub(super) value: DeValue<'a>,
    pub(super) value_location: Location,
    /// Whether it is an item in the list of its key.
    pub(super) is_item: bool,
}

impl<'a> Entry<'a> {
    pub(super) fn text(&self, reporter: &mut Reporter<'_>) -> Option<Located> {
        let text = self.value.as_str().map(|text| {
            characters::check(text, &self.value_location, reporter);
            (text.to_owned(), self.value_location.clone())
        });
        text.or_else(|| self.mistyped("a text in quotes", "= \"…\"", reporter))
    }

    pub(super) fn items(&self, form: &str, reporter: &mut Reporter<'_>) -> Vec<Entry<'a>> {
        let Some(array) = self.value.as_array() else {
            return self.mistyped("a list", form, reporter).unwrap_or_default();
        };
        let item = |value: &toml::Spanned<DeValue<'a>>| Entry {
            key: self.key.clone(),
            key_location: self.key_location.clone(),
            value: value.get_ref().clone(),
            value_location: Location::new(&self.value_location.file, value.span()),
            is_item: true,
        };
        array.iter().map(item).collect()
    }

    pub(super) fn mistyped<T>(
        &self,
        expected: &str,
        form: &str,
        reporter: &mut Reporter<'_>,
    ) -> Option<T> {
        let found = hints::kind(&self.value);
        let message = format!("expected {expected} for “{}”, found {found}", self.key);
        let in_list = format!("= [{}, …]", form.trim_start_matches("= "));
        let form = if self.is_item { &*in_list } else { form };
        let hint = format!("write it like {}", hints::example(&self.key, form));
        reporter.report(&self.value_location, message, hint);
        None
    }
}
