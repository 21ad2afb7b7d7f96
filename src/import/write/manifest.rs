//! `plan.toml`.

use super::content::{Content, text_file};

/// The line of the tag.
pub(crate) const TAG_LINE: usize = 10;
/// The line of the first number patterns, for notes. `manifest_has_the_lines_of_notes` checks these
/// lines.
pub(crate) const NUMBERING_LINE: usize = 16;
/// The line of the publisher.
pub(crate) const PUBLISHER_LINE: usize = 20;
/// The line of the address.
pub(crate) const URL_LINE: usize = 21;

/// Returns the manifest.
pub(super) fn manifest(content: &Content) -> String {
    let numbering: Vec<String> = content
        .fitted
        .numbering
        .iter()
        .map(|first| quoted(first))
        .collect();
    format!(
        "# Facts about the plan that its text does not state. The text is in a file of its own.

# A short name for files and addresses, of the letters a to z, digits and hyphens.
id = {id}

# The ways to filter, in the order they are shown. Each is a file in facets/.
facets = [\"part\"]

[[language]]
tag = {tag}
html = {html}
name = {name}
status = \"authoritative\"
text = {file}
# The first number of an article, of a section, of a clause directly in an article, and of a clause directly in a section.
numbering = [{numbering}]

# The copy that the text was taken from, with a link for readers.
[source]
publisher = {publisher}
url = {url}
",
        id = quoted(&content.id),
        tag = quoted(&content.language.tag),
        html = quoted(&content.language.html),
        name = quoted(&content.language.name),
        file = quoted(&text_file(&content.language)),
        numbering = numbering.join(", "),
        publisher = quoted(&content.publisher),
        url = quoted(&content.url),
    )
}

/// Returns a text as a string of TOML.
pub(super) fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
}
