//! `facets/part.toml`: the outermost divisions as a way to filter.

use super::content::Content;
use super::manifest::quoted;
use crate::text::numbered;

/// Returns the facet. Its file is a model for facets of one's own.
pub(super) fn facet(content: &Content) -> String {
    let tag = quoted(&content.language.tag);
    let mut text = format!(
        "# A way to filter: by the outermost divisions. The name of this file is its key in views: part=part-1.
#
# Add facets of your own beside it, such as facets/sector.toml, and name them in `facets` in plan.toml. A value lists the
# divisions whose clauses carry it (divisions = [\"art_1\", \"art_2__sec_1\"]), or words that justify it (phrases).

label = {{ {tag} = {} }}
",
        quoted(content.language.part)
    );
    for (nth, part) in (1..).zip(&content.fitted.parts) {
        let label = numbered(part.heading.number.trim(), &part.heading.text);
        let value = format!(
            "
[[value]]
id = \"part-{nth}\"
label = {{ {tag} = {} }}
divisions = [\"art_{nth}\"]
",
            quoted(&label)
        );
        text.push_str(&value);
    }
    text
}
