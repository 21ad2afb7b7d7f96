//! The facts above the text of a Markdown file.

use crate::block::Document;
use crate::rich::clean;

/// Reads the lines of the front matter. Other keys than these are about a site, not the document.
pub(super) fn read(text: &str, document: &mut Document) {
    for line in text.lines() {
        let Some((key, value)) = line.split_once([':', '=']) else {
            continue;
        };
        let value = clean(value).trim_matches(['"', '\'']).to_owned();
        let known = match key.trim() {
            "title" => &mut document.title,
            "date" => &mut document.date,
            "lang" | "language" => &mut document.language,
            "author" | "publisher" => &mut document.publisher,
            "url" | "source" => &mut document.url,
            _ => continue,
        };
        *known = Some(value).filter(|value| !value.is_empty());
    }
}
