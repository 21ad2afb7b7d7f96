//! Wikipedia: a `{{cite web}}` template, or `{{citation}}` for a work without an address.

use std::fmt::Write;

use super::work::{Original, Work, address, line};

/// Writes the template, with the notes behind it. The original is the cited work, with its
/// translation in the parameters for that. A parameter without a value is left out.
pub(super) fn template(work: &Work<'_>) -> String {
    // The template for web pages requires an address.
    let name = if work.link.is_empty() {
        "{{citation"
    } else {
        "{{cite web"
    };
    let mut template = name.to_owned();
    let date = work.date.join("-");
    let Original {
        title,
        quote,
        language,
    } = &work.original;
    let translation = |text| if work.is_translation { text } else { "" };
    let fields = [
        ("url", address(&work.link)),
        ("title", escaped(title)),
        ("trans-title", escaped(translation(work.title))),
        ("at", escaped(&work.number)),
        ("date", escaped(&date)),
        ("publisher", escaped(work.publisher)),
        ("via", escaped(work.via)),
        ("access-date", work.accessed.join("-")),
        ("language", escaped(language)),
        ("quote", escaped(quote)),
        ("trans-quote", escaped(translation(&work.quote))),
    ];
    for (name, value) in fields {
        if !value.is_empty() {
            // Writing to a String cannot fail.
            write!(template, " |{name}={value}").unwrap_or_default();
        }
    }
    template.push_str("}}");
    for note in [work.note, work.breaks_off] {
        if !note.is_empty() {
            template.push(' ');
            template.push_str(&escaped(note));
        }
    }
    template
}

/// Escapes the characters that mean something in a template's parameter.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in line(text).chars() {
        match c {
            '|' => escaped.push_str("{{!}}"),
            '{' | '}' | '[' | ']' | '<' | '>' | '&' | '~' | '\'' => {
                // Writing to a String cannot fail.
                write!(escaped, "&#{};", u32::from(c)).unwrap_or_default();
            }
            _ => escaped.push(c),
        }
    }
    escaped
}
