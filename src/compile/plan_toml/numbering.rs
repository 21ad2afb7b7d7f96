//! `numbering` of a language in `plan.toml`: the forms of its numbers.
//!
//! First one pattern for each level of divisions, outermost first, then one for the clauses directly
//! in each; or one for all clauses. An entry may be a list of patterns, each of which counts for
//! itself (`["1.1", "1.a"]`). `""` stands for no number, or, in a list for clauses, allows some
//! of them to lack one.

use crate::diagnostics::{Located, Reporter};
use crate::levels::{Levels, with_article};
use crate::numbering::form::Form;
use crate::numbering::pattern::Pattern;
use crate::toml_table::Table;

/// How the divisions and clauses of a language are numbered.
#[derive(Debug, Default)]
pub(crate) struct Numbering {
    /// The forms of divisions, one for each level.
    pub(crate) divisions: Vec<Form>,
    /// The forms of the clauses directly in a division, one for each level.
    pub(crate) clauses: Vec<Form>,
}

/// Returns the forms of numbers; reports those that cannot be read, and returns `None`.
pub(super) fn read(
    table: &Table<'_>,
    levels: &Levels,
    reporter: &mut Reporter<'_>,
) -> Option<Numbering> {
    if !table.has("numbering") && levels.is_whole {
        let message = "expected the key “numbering”, found none";
        let hint = format!("add `numbering = [\"…\", …]`: {}", first_numbers(levels));
        reporter.report(&table.location, message, hint);
        return None;
    }
    let printed = table.lists("numbering", reporter);
    let count = levels.divisions.len();
    if !printed.is_empty() && ![count + 1, 2 * count].contains(&printed.len()) {
        if levels.is_whole {
            report_count(table, levels, printed.len(), reporter);
        }
        return None;
    }
    let mut forms = Vec::new();
    for (nth, patterns) in printed.iter().enumerate() {
        forms.push(form(patterns, nth < count, reporter)?);
    }
    let clauses = forms.split_off(count.min(forms.len()));
    let for_all = clauses.first().filter(|_| clauses.len() == 1).cloned();
    let clauses = for_all.map_or(clauses, |form| vec![form; count]);
    (clauses.len() == count).then_some(Numbering {
        divisions: forms,
        clauses,
    })
}

/// Returns the forms of the numbers of items, outermost first; reports those that cannot be read, and
/// returns none.
pub(super) fn items(table: &Table<'_>, reporter: &mut Reporter<'_>) -> Vec<Form> {
    let printed = if table.is_text("numbering") {
        let one = table.optional_text("numbering", reporter);
        vec![one.into_iter().collect()]
    } else {
        table.lists("numbering", reporter)
    };
    if let Some((_, location)) = printed.get(DEEPEST_ITEM).and_then(|it| it.first()) {
        let message = format!("expected at most {DEEPEST_ITEM} depths of items, found another one");
        let hint = "join the innermost items with those around them";
        reporter.report(location, message, hint);
        return Vec::new();
    }
    let mut forms = Vec::new();
    for patterns in &printed {
        let Some(form) = form(patterns, true, reporter) else {
            return Vec::new();
        };
        if let Some((_, location)) = patterns.first().filter(|_| form.may_lack) {
            let message = "expected the first number of an item, found “”";
            let hint = "write it as the text prints it, such as “(a)” or “（一）”";
            reporter.report(location, message, hint);
        }
        forms.push(form);
    }
    forms
}

/// How deep items may be inside of each other.
const DEEPEST_ITEM: usize = 2;

fn form(printed: &[Located], is_for_division: bool, reporter: &mut Reporter<'_>) -> Option<Form> {
    let mut form = Form {
        patterns: Vec::new(),
        may_lack: false,
    };
    let mut is_right = true;
    for (one, location) in printed {
        if one.is_empty() {
            form.may_lack = true;
            if is_for_division && printed.len() > 1 {
                let message =
                    "expected a number in every division of a level or in none, found “” in a list";
                let hint = "remove “”; a heading without a number ends with a name, such as `## Annex {#annex}`";
                reporter.report(location, message, hint);
                is_right = false;
            }
            continue;
        }
        match Pattern::new(one) {
            Ok(pattern) => form.patterns.push(pattern),
            Err(expected) => {
                let message = format!("expected {expected}, found “{one}”");
                let hint = "write the first number as the text prints it, such as “第一条” or “Article 1.”; write “” for no number";
                reporter.report(location, message, hint);
                is_right = false;
            }
        }
    }
    is_right.then_some(form)
}

fn report_count(table: &Table<'_>, levels: &Levels, found: usize, reporter: &mut Reporter<'_>) {
    let count = levels.divisions.len();
    let expected = if count == 1 {
        "2".to_owned()
    } else {
        format!("{} or {}", count + 1, 2 * count)
    };
    reporter.report(
        &table.location,
        format!("expected {expected} patterns in “numbering”, found {found}"),
        first_numbers(levels),
    );
}

/// Returns what the list has to have.
fn first_numbers(levels: &Levels) -> String {
    let names = || levels.divisions.iter().map(|rule| with_article(&rule.name));
    let divisions = names().map(|name| format!("of {name}"));
    let clauses = names().map(|name| format!("of a clause directly in {name}"));
    let numbers: Vec<String> = divisions.chain(clauses).collect();
    format!(
        "list the first number {}; or one for all clauses",
        numbers.join(", ")
    )
}
