//! Labels, descriptions and reasons: texts in every language of the plan.

use plan::{InLanguage, Localized, Text};

use crate::diagnostics::Reporter;
use crate::plan_toml::Manifest;
use crate::toml_table::Table;

/// Returns a text in the language of the original alone.
pub(crate) fn in_original(text: &str, manifest: &Manifest) -> Localized {
    let tag = manifest.tags().next().unwrap_or_default();
    let text = Text::from(text.to_owned());
    Localized(vec![InLanguage {
        tag: tag.to_owned().into(),
        text,
    }])
}

/// Returns a label made of an id: `end-date` is “End date”.
pub(crate) fn from_id(id: &str, manifest: &Manifest) -> Localized {
    let mut label = id.replace('-', " ");
    if let Some(first) = label.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    in_original(&label, manifest)
}

/// Reads a text in every language of the plan.
pub(crate) fn localized(
    table: &Table<'_>,
    manifest: &Manifest,
    reporter: &mut Reporter<'_>,
) -> Localized {
    let tags: Vec<&str> = manifest.tags().collect();
    table.localized(&tags, reporter)
}
