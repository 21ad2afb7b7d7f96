//! Fields of Word: only those that are links have a meaning here.

use crate::rich::Mark;

/// The fields that are open, outermost first.
#[derive(Debug, Default)]
pub(super) struct Fields(Vec<Field>);

#[derive(Debug, Default)]
struct Field {
    /// Its code so far, such as `HYPERLINK "https://example.org"`.
    code: String,
    /// Whether its result has begun.
    has_result: bool,
    link: Option<Mark>,
}

impl Fields {
    pub(super) fn begin(&mut self) {
        self.0.push(Field::default());
    }

    /// Adds a piece of the code of a field.
    pub(super) fn push_code(&mut self, code: &str) {
        if let Some(field) = self.0.last_mut().filter(|field| !field.has_result) {
            field.code.push_str(code);
        }
    }

    /// Returns the code of the innermost field.
    pub(super) fn code(&self) -> &str {
        self.0.last().map_or("", |field| &field.code)
    }

    /// Begins the result of the innermost field, which is a link or not.
    pub(super) fn begin_result(&mut self, link: Option<Mark>) {
        if let Some(field) = self.0.last_mut() {
            field.has_result = true;
            field.link = link;
        }
    }

    pub(super) fn end(&mut self) {
        self.0.pop();
    }

    /// Returns the mark of the innermost link.
    pub(super) fn link(&self) -> Option<Mark> {
        self.0.iter().rev().find_map(|field| field.link.clone())
    }
}

/// Returns the address in the code of a field, if it is a link to another document.
pub(super) fn address(code: &str) -> Option<String> {
    let code = code.trim_start();
    let start = code.get(..HYPERLINK.len())?;
    let arguments = start
        .eq_ignore_ascii_case(HYPERLINK)
        .then(|| &code[HYPERLINK.len()..])?;
    let (mut address, mut anchor) = (None, None);
    let mut is_anchor = false;
    for argument in split(arguments) {
        if argument.eq_ignore_ascii_case("\\l") {
            is_anchor = true;
        } else if is_anchor {
            is_anchor = false;
            anchor = Some(argument);
        } else if !argument.starts_with('\\') && address.is_none() {
            address = Some(argument);
        }
    }
    address.map(|address| with_anchor(address, anchor))
}

/// Returns the address of a place in another document.
pub(super) fn with_anchor(address: &str, anchor: Option<&str>) -> String {
    match anchor {
        Some(anchor) if !address.contains('#') => format!("{address}#{anchor}"),
        _ => address.to_owned(),
    }
}

const HYPERLINK: &str = "HYPERLINK";

/// Returns the arguments of a field, without their quotation marks.
fn split(arguments: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let mut rest = arguments.trim_start();
    while !rest.is_empty() {
        let (argument, after) = match rest.strip_prefix('"') {
            Some(quoted) => quoted.split_once('"').unwrap_or((quoted, "")),
            None => rest.split_once(char::is_whitespace).unwrap_or((rest, "")),
        };
        found.push(argument);
        rest = after.trim_start();
    }
    found
}

#[cfg(test)]
mod tests {
    use super::address;

    #[test]
    fn reads_the_addresses_of_links() {
        for (code, expected) in [
            (r#" HYPERLINK "https://a.org/b" "#, Some("https://a.org/b")),
            (
                r#"hyperlink "https://a.org" \l "c" \h"#,
                Some("https://a.org#c"),
            ),
            (r#"HYPERLINK \l "_Toc1" \h"#, None),
            (r#"HYPERLINK \o "tip" "https://a.org""#, Some("tip")),
            ("HYPERLINK mailto:a@b.org", Some("mailto:a@b.org")),
            ("REF x", None),
            ("链接", None),
        ] {
            assert_eq!(address(code).as_deref(), expected, "{code}");
        }
    }
}
