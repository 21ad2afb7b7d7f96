//! Labels, descriptions and reasons: texts in every language of the plan.

use plan::{InLanguage, Localized};

use crate::diagnostics::Reporter;
use crate::plan_toml::Manifest;
use crate::toml_table::Table;

/// Reads a text in every language of the plan.
pub(crate) fn localized(
    table: &Table<'_>,
    manifest: &Manifest,
    reporter: &mut Reporter<'_>,
) -> Localized {
    let tags: Vec<&str> = manifest.tags().filter(|tag| !tag.is_empty()).collect();
    for tag in &tags {
        table.text(tag, reporter);
    }
    table.accept(&tags, reporter);
    let texts = table.all_texts(reporter).into_iter();
    texts
        .map(|((tag, _), (text, _))| InLanguage {
            tag: tag.into(),
            text: text.into(),
        })
        .collect()
}
