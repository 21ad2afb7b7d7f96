//! CSL-JSON: an item of the Citation Style Language.
//!
//! Written by hand: the only difficulty is quoting, and a JSON library costs 11 KB in brotli.

use std::fmt::Write;

use super::work::{Work, address};

/// Writes the item. A field without a value is left out.
pub(super) fn item(work: &Work<'_>) -> String {
    let title = format!("{}, {}", work.title, work.number);
    // A part that is not a number is left out, and JSON allows no leading zeros.
    let date: Vec<String> = work
        .date
        .iter()
        .filter_map(|part| part.parse::<u16>().ok())
        .map(|part| part.to_string())
        .collect();
    let mut item = String::from("{\"type\":\"webpage\"");
    let fields = [
        ("id", work.key.as_str()),
        ("title", title.as_str()),
        ("publisher", work.publisher),
        ("source", work.via),
        ("language", work.language),
        ("URL", &address(&work.link)),
        ("note", &work.notes()),
    ];
    for (name, value) in fields {
        if !value.is_empty() {
            item.extend([",\"", name, "\":"]);
            push_string(&mut item, value);
        }
    }
    if !date.is_empty() {
        let date = date.join(",");
        // Writing to a String cannot fail.
        write!(item, ",\"issued\":{{\"date-parts\":[[{date}]]}}").unwrap_or_default();
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
