//! CSL-JSON: an item of the Citation Style Language.
//!
//! Written by hand: the only difficulty is quoting, and a JSON library costs 11 KB in brotli.

use std::fmt::Write;

use super::work::{Work, address};

/// Writes the item. A field without a value is left out.
pub(super) fn item(work: &Work<'_>) -> String {
    let title = work.place(work.title);
    let mut item = String::from("{\"type\":\"webpage\"");
    let fields = [
        ("id", work.key.as_str()),
        ("title", title.as_str()),
        ("publisher", work.publisher),
        ("source", work.via),
        ("language", work.language),
        ("URL", &address(&work.link)),
        ("note", &work.notes()),
        ("abstract", &work.words()),
    ];
    for (name, value) in fields {
        if !value.is_empty() {
            item.extend([",\"", name, "\":"]);
            push_string(&mut item, value);
        }
    }
    for (name, date) in [("issued", &work.date), ("accessed", &work.accessed)] {
        // JSON allows no leading zeros.
        let parts = date.iter().filter_map(|part| part.parse::<u16>().ok());
        let parts: Vec<String> = parts.map(|part| part.to_string()).collect();
        if !parts.is_empty() {
            item.extend([
                ",\"",
                name,
                "\":{\"date-parts\":[[",
                &parts.join(","),
                "]]}",
            ]);
        }
    }
    item + "}"
}

/// Appends a JSON string.
fn push_string(to: &mut String, text: &str) {
    to.push('"');
    for c in text.chars() {
        match c {
            '"' | '\\' => to.extend(['\\', c]),
            // Writing to a String cannot fail.
            '\0'..='\x1f' => write!(to, "\\u{:04x}", u32::from(c)).unwrap_or_default(),
            _ => to.push(c),
        }
    }
    to.push('"');
}
