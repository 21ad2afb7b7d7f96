//! JSON by hand: quoting is all there is to what is written here, and a library for it weighs 11 KB in brotli.

use std::fmt::Write;

/// Adds a JSON string.
pub(crate) fn push(to: &mut String, text: &str) {
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
