//! `[source]` in `plan.toml`: where the text was taken from, and where the copy breaks off. A copy
//! needs no address.

use crate::diagnostics::{Located, Reporter};
use crate::toml_table::Table;

/// Where the text was taken from.
#[derive(Debug, Default)]
pub(crate) struct Provenance {
    pub(crate) publisher: String,
    pub(crate) url: String,
    pub(crate) notice: String,
    /// The eId of the clause in which the copy breaks off, if it does.
    pub(crate) ends_in: Option<Located>,
}

impl Provenance {
    pub(super) fn read(table: &Table<'_>, reporter: &mut Reporter<'_>) -> Self {
        table.accept(&["publisher", "url", "notice", "ends-in"], reporter);
        let publisher = table.text("publisher", reporter);
        let url = table.optional_text("url", reporter);
        if let Some((url, location)) = &url
            && !(url.starts_with("https://") || url.starts_with("http://"))
        {
            let message =
                format!("expected an address that starts with https:// or http://, found “{url}”");
            let hint =
                "write the whole address, which readers follow to the source, or remove the key";
            reporter.report(location, message, hint);
        }
        let notice = table.optional_text("notice", reporter);
        let ends_in = table.optional_text("ends-in", reporter);
        let text = |located: Option<Located>| located.map(|(text, _)| text).unwrap_or_default();
        Self {
            publisher: text(publisher),
            url: text(url),
            notice: text(notice),
            ends_in,
        }
    }
}
