//! The glosses of a plan's phrases, as the table that the widget reads.

use std::collections::BTreeSet;

use plan::Plan;

/// Returns a line for each phrase and a column for each language, separated by tabs. The first line
/// has the tags of the languages.
pub(super) fn table(plan: &Plan) -> String {
    let tags: Vec<&str> = plan
        .languages
        .iter()
        .map(|language| &*language.tag)
        .collect();
    let values = plan.facets.iter().flat_map(|facet| facet.values.iter());
    let mut lines = vec![tags.join("\t")];
    let mut written = BTreeSet::new();
    for phrase in values.flat_map(|value| &value.phrases) {
        let gloss = |tag: &&str| cell(phrase.translation(tag).unwrap_or_default());
        let glosses = tags.iter().skip(1).map(gloss);
        let line: Vec<String> = [cell(phrase.original().text)]
            .into_iter()
            .chain(glosses)
            .collect();
        let line = line.join("\t");
        if written.insert(line.clone()) {
            lines.push(line);
        }
    }
    lines.join("\n")
}

/// Returns a text without the characters that separate cells and lines.
fn cell(text: &str) -> String {
    text.replace(['\t', '\n', '\r'], " ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn writes_each_phrase_once_with_its_glosses() {
        let table = table(&fixture::content().plan);
        assert!(table.starts_with("zh\ten\tes\tpt\n"), "{table}");
        let of = |phrase: &str| {
            table
                .lines()
                .filter(|line| line.starts_with(phrase))
                .count()
        };
        assert_eq!(
            of("电子商务\te-commerce\tcomercio electrónico\tcomércio eletrônico"),
            1
        );
        assert!(
            table.lines().all(|line| line.split('\t').count() == 4),
            "{table}"
        );
    }

    #[test]
    fn keeps_cells_apart() {
        assert_eq!(cell("a\tb\nc"), "a b c");
    }
}
