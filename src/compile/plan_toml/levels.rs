//! `[[level]]`, `[clause]` and `[item]` in `plan.toml`: the levels of divisions, the clauses, and the items inside them.
//!
//! ```toml
//! [[level]]                # outermost first; without any, a plan has articles and sections
//! stem = "chp"             # begins the eIds: chp_2
//! name = { zh = "章" }     # for readers; optional
//!
//! [[level]]
//! stem = "art"
//! runs-through = true      # numbers do not restart in each chapter; false if it is absent
//! gaps = true              # numbers may be missing or inserted (第二十条之一); false if absent
//!
//! [clause]                 # the same keys but `name`; without it, the stem is `para`
//! stem = "para"
//!
//! [item]                   # numbered parts of clauses; without it, clauses have none
//! numbering = ["(a)", "(i)"]   # the first number of each depth, two at most
//! stem = "point"           # also `gaps`, as above
//! ```

use std::collections::BTreeSet;

use plan::{Level, Localized, MOST_LEVELS};

use super::numbering;
use crate::diagnostics::{Located, Reporter};
use crate::levels::{Levels, Rule};
use crate::toml_table::Table;

/// The names of levels in data, by the stems of the Akoma Ntoso naming convention. Any other stem is
/// its own name.
const NAMES: [(&str, &str); 15] = [
    ("art", "article"),
    ("bk", "book"),
    ("chp", "chapter"),
    ("cl", "clause"),
    ("div", "division"),
    ("para", "paragraph"),
    ("prov", "proviso"),
    ("sec", "section"),
    ("subchp", "subchapter"),
    ("subcl", "subclause"),
    ("subdiv", "subdivision"),
    ("subpara", "subparagraph"),
    ("subsec", "subsection"),
    ("att", "attachment"),
    ("trans", "transitional"),
];

/// Keys of a clause's data beside its levels.
const TAKEN: [&str; 7] = [
    "eid",
    "number",
    "path",
    "text",
    "facets",
    "annotations",
    "url",
];

/// Reads how levels and clauses are named and counted. A plan without `[[level]]` has articles and
/// sections.
pub(super) fn read(root: &Table<'_>, reporter: &mut Reporter<'_>) -> Levels {
    let mut levels = Levels::default();
    let before = reporter.count();
    let tables = root.optional_tables("level", reporter);
    let mut known = BTreeSet::new();
    let mut divisions = Vec::new();
    for (nth, table) in tables.iter().enumerate() {
        table.accept(&["stem", "name", "runs-through", "gaps"], reporter);
        let Some((stem, location)) = table.text("stem", reporter) else {
            continue;
        };
        check_stem(&(stem.clone(), location.clone()), reporter);
        if !known.insert(stem.clone()) {
            let message = format!("expected a stem for each level, found “{stem}” again");
            reporter.report(&location, message, "give each level a stem of its own");
            continue;
        }
        if nth == MOST_LEVELS {
            let message = format!("expected at most {MOST_LEVELS} levels, found another one");
            let hint = "join the innermost levels; a heading of Markdown has at most six `#`";
            reporter.report(&table.location, message, hint);
            continue;
        }
        divisions.push(rule(stem, table, reporter));
    }
    if !divisions.is_empty() {
        levels.divisions = divisions;
    }
    if let Some(table) = root.optional_table("clause", reporter) {
        table.accept(&["stem", "runs-through", "gaps"], reporter);
        levels.clause = named_rule(levels.clause, &table, reporter);
    }
    if let Some(table) = root.optional_table("item", reporter) {
        table.accept(&["stem", "gaps", "numbering"], reporter);
        levels.item = named_rule(levels.item, &table, reporter);
        levels.items = numbering::items(&table, reporter);
    }
    levels.is_whole = reporter.count() == before && !root.is_misspelt("level");
    levels
}

/// Returns the levels as data, with their names for readers. `None` if the plan has no `[[level]]`.
pub(super) fn for_readers(
    root: &Table<'_>,
    levels: &Levels,
    tags: &[&str],
    reporter: &mut Reporter<'_>,
) -> Option<Vec<Level>> {
    let tables = root.optional_tables("level", reporter);
    let mut names = tables.iter().map(|table| {
        let name = table.optional_table("name", reporter);
        name.map_or(Localized::default(), |name| name.localized(tags, reporter))
    });
    let level = |rule: &Rule| Level {
        stem: rule.stem.clone().into(),
        key: rule.name.clone().into(),
        name: names.next().unwrap_or_default(),
    };
    let levels: Vec<Level> = levels.divisions.iter().map(level).collect();
    (!tables.is_empty()).then_some(levels)
}

/// Returns a rule that keeps its usual name in data, and its usual stem unless the table has another one.
fn named_rule(usual: Rule, table: &Table<'_>, reporter: &mut Reporter<'_>) -> Rule {
    let stem = table.optional_text("stem", reporter);
    if let Some(stem) = &stem {
        check_stem(stem, reporter);
    }
    let stem = stem.map_or(usual.stem, |(stem, _)| stem);
    Rule {
        name: usual.name,
        ..rule(stem, table, reporter)
    }
}

fn rule(stem: String, table: &Table<'_>, reporter: &mut Reporter<'_>) -> Rule {
    let name = NAMES.iter().find(|(known, _)| *known == stem);
    Rule {
        name: name.map_or(stem.clone(), |(_, name)| (*name).to_owned()),
        stem,
        runs_through: table.flag("runs-through", reporter),
        has_gaps: table.flag("gaps", reporter),
    }
}

fn check_stem((stem, location): &Located, reporter: &mut Reporter<'_>) {
    if !stem.chars().all(|c| c.is_ascii_lowercase()) {
        let message = format!("expected a stem of the letters a to z, found “{stem}”");
        let hint = "write it like art, chp or goal; it begins eIds";
        reporter.report(location, message, hint);
    } else if TAKEN.contains(&stem.as_str()) {
        let message = format!("expected a stem that is no key of a clause's data, found “{stem}”");
        let hint = format!(
            "write another one, such as art, chp or goal; these are taken: {}",
            TAKEN.join(", ")
        );
        reporter.report(location, message, hint);
    }
}
