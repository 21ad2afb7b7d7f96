//! Words of the messages about TOML: types, and examples of how to write a key.

use toml::de::DeValue;

/// The most keys that a message lists.
pub(super) const MOST_LISTED: usize = 16;

/// The most missing keys that are reported one by one.
pub(super) const MOST_MISSED: usize = 5;

/// The form of several tables.
pub(super) const TABLES: &str = "[[]]";

/// Returns a key with a value of a form, as an author writes it.
pub(super) fn example(key: &str, form: &str) -> String {
    if form == TABLES {
        format!("`[[{key}]]`, with its keys on the lines below")
    } else {
        format!("`{key} {form}`")
    }
}

/// Returns what to do about a mistake in the syntax, of which `message` is the parser's description.
pub(super) fn syntax(message: &str) -> &'static str {
    if message.contains("duplicate key") {
        "rename or remove one of the two; a table that may occur several times has two brackets, such as `[[value]]`"
    } else if message.contains("must be quoted") {
        "put a text into straight quotation marks: `key = \"text\"`"
    } else if message.contains("string") {
        "end a text with a straight quotation mark on its line; write one inside a text as `\\\"`"
    } else {
        "correct it here or just before"
    }
}

/// Returns what to do about a key that is the tag of a language that the plan does not have; `None` for any other key.
pub(super) fn unlisted_language(key: &str) -> Option<String> {
    let is_of = |part: &str, is: fn(&u8) -> bool| part.as_bytes().iter().all(is);
    let mut parts = key.split('-');
    let language = parts.next()?;
    let is_tag = (2..=3).contains(&language.len())
        && is_of(language, u8::is_ascii_lowercase)
        && parts.all(|part| {
            (2..=8).contains(&part.len())
                && is_of(part, |c| c.is_ascii_lowercase() || c.is_ascii_digit())
        });
    is_tag
        .then(|| format!("add a [[language]] with the tag “{key}” to plan.toml, or remove the key"))
}

/// Returns the type of a value.
pub(super) fn kind(value: &DeValue<'_>) -> &'static str {
    match value {
        DeValue::String(_) => "a text",
        DeValue::Integer(_) | DeValue::Float(_) => "a number",
        DeValue::Boolean(_) => "true or false",
        DeValue::Datetime(_) => "a date without quotes",
        DeValue::Array(_) => "a list",
        DeValue::Table(_) => "a table",
    }
}
