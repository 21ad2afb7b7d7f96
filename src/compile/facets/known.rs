//! The values of a facet by their ids and labels.

use std::collections::HashMap;

use plan::{ById, FacetValue, ValueId};
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use crate::diagnostics::{Located, Reporter};
use crate::near;

/// The most values that a message lists.
const MOST_LISTED: usize = 16;

/// The values of a facet.
#[derive(Debug)]
pub(super) struct Known<'a> {
    values: &'a ById<ValueId, FacetValue>,
    by_id: HashMap<&'a str, ValueId>,
    /// By the ids that their labels would make.
    by_label: HashMap<String, ValueId>,
    /// Whether all of them could be read. An unknown value is reported only then.
    are_all: bool,
}

impl<'a> Known<'a> {
    pub(super) fn new(values: &'a ById<ValueId, FacetValue>, are_all: bool) -> Self {
        let (mut by_id, mut by_label) = (HashMap::new(), HashMap::new());
        for (id, value) in values.enumerated() {
            by_id.entry(&*value.id).or_insert(id);
            for label in value.label.iter() {
                by_label.entry(value_id(label.text)).or_insert(id);
            }
        }
        Self {
            values,
            by_id,
            by_label,
            are_all,
        }
    }

    /// Returns the value with this id; reports an id that the facet does not have.
    pub(super) fn by_id(
        &self,
        (id, location): &Located,
        reporter: &mut Reporter<'_>,
    ) -> Option<ValueId> {
        let found = self.by_id.get(id.as_str()).copied();
        if found.is_none() && self.are_all {
            let hint = near::hint(id, self.ids(), "correct its spelling");
            reporter.report(location, self.message(id), hint);
        }
        found
    }

    /// Returns the value with this id, or with this label in one of the languages; reports any other.
    /// Signs and capital letters do not count.
    pub(super) fn by_name(
        &self,
        (text, location): &Located,
        reporter: &mut Reporter<'_>,
    ) -> Option<ValueId> {
        let wanted = value_id(text);
        let by_id = self.by_id.get(wanted.as_str());
        let found = by_id.or(self.by_label.get(&wanted)).copied();
        if found.is_none() && self.are_all {
            let labels = self.values.iter().flat_map(|value| value.label.iter());
            let known = self.ids().chain(labels.map(|label| label.text));
            let otherwise = "write the id or the label of a value, or add it to the facet's file";
            let hint = near::hint(text, known, otherwise);
            reporter.report(location, self.message(text), hint);
        }
        found
    }

    fn ids(&self) -> impl Iterator<Item = &'a str> + use<'a> {
        self.values.iter().map(|value| &*value.id)
    }

    fn message(&self, found: &str) -> String {
        let mut listed: Vec<&str> = self.ids().take(MOST_LISTED).collect();
        if self.values.len() > MOST_LISTED {
            listed.push("…");
        }
        let listed = listed.join(", ");
        format!("expected a value of this facet ({listed}), found “{found}”")
    }
}

/// Returns the id of a value that only has a label: its letters and digits in lower case, without
/// accents. Other scripts are written as code points, so that an id depends on nothing but its label.
pub(super) fn value_id(label: &str) -> String {
    let mut parts = vec![String::new()];
    for c in label.nfkd().filter(|c| !is_combining_mark(*c)) {
        if c.is_ascii_alphanumeric() {
            if let Some(part) = parts.last_mut() {
                part.push(c.to_ascii_lowercase());
            }
        } else if c.is_alphanumeric() {
            parts.extend([format!("{:x}", u32::from(c)), String::new()]);
        } else {
            parts.push(String::new());
        }
    }
    parts.retain(|part| !part.is_empty());
    if parts.is_empty() {
        parts.push("other".to_owned());
    }
    parts.join("-")
}

#[cfg(test)]
mod tests {
    use super::value_id;

    #[test]
    fn ids_of_values_are_made_of_their_labels() {
        for (label, id) in [
            ("In progress", "in-progress"),
            ("  Não iniciado!", "nao-iniciado"),
            ("5% done", "5-done"),
            ("完成", "5b8c-6210"),
            ("—", "other"),
        ] {
            assert_eq!(value_id(label), id);
        }
    }
}
