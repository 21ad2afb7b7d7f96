//! `facets/part.toml`, or `facets/parts.toml` beside a level `part`: the outermost divisions as a way to filter.

use super::content::Content;
use super::manifest::quoted;

/// Returns the facet. Its file is a model for facets of one's own.
pub(super) fn facet(content: &Content) -> String {
    let tag = quoted(&content.language.tag);
    let mut text = format!(
        "# A way to filter: by the outermost divisions. The name of this file is its key in views: {}=part-1.
#
# Add facets of your own beside it, such as facets/sector.toml, and name them in `facets` in plan.toml. A value lists the
# divisions whose clauses carry it (divisions = [\"…\"], by their eIds), or words that justify it (phrases).

label = {{ {tag} = {} }}
",
        content.facet_id(),
        quoted(content.language.part)
    );
    for (nth, part) in (1..).zip(content.parts()) {
        let label = part
            .heading
            .as_ref()
            .map_or("", |heading| heading.text.trim());
        let value = format!(
            "
[[value]]
id = \"part-{nth}\"
label = {{ {tag} = {} }}
divisions = [{}]
",
            quoted(label),
            quoted(&part.eid)
        );
        text.push_str(&value);
    }
    text
}
