//! Messages about headings and numbers that are not where they should be.

use plan::{Id, LevelId, PartKind};

use super::counter::{Context, Counter};
use crate::diagnostics::Reporter;
use crate::levels::{Levels, Rule, with_article};
use crate::markdown::Block;
use crate::numbering::pattern::Label;

/// The heading level of the outermost divisions; a title is a heading of level 1.
pub(super) const OUTERMOST_HEADING: usize = 2;

/// Reports a heading of a level that the plan does not have.
pub(super) fn report_unexpected_heading(
    levels: &Levels,
    block: &Block,
    heading: usize,
    reporter: &mut Reporter<'_>,
) {
    let levels = levels.divisions.iter();
    let names: Vec<String> = levels.map(|rule| with_article(&rule.name)).collect();
    let expected = names.iter().enumerate();
    let expected =
        expected.map(|(nth, name)| format!("{name} (`{}`)", "#".repeat(nth + OUTERMOST_HEADING)));
    let message = format!(
        "expected {}, found a heading of level {heading}",
        expected.collect::<Vec<_>>().join(" or ")
    );
    let hint = format!(
        "use `#` for the title only, and write only clauses in {}; `[[level]]` in plan.toml names the levels",
        names.last().map_or("", String::as_str)
    );
    reporter.report(&block.location, message, hint);
}

/// Reports a paragraph that begins with the next number of a heading.
pub(super) fn report_lost_heading(
    block: &Block,
    rule: &Rule,
    level: LevelId,
    reporter: &mut Reporter<'_>,
) {
    let marks = "#".repeat(level.index() + OUTERMOST_HEADING);
    let start: String = block.text.chars().take(12).collect();
    let message = format!(
        "expected `{marks}` before “{start}…”, which begins like the next {}, found a paragraph",
        rule.name
    );
    let hint = format!("write `{marks} ` before it; a clause would begin with its own number");
    reporter.report(&block.location, message, hint);
}

/// Reports a heading or a paragraph without the number that it needs.
pub(super) fn report_missing_number(
    block: &Block,
    wanted: &str,
    rule: &Rule,
    reporter: &mut Reporter<'_>,
) {
    let start: String = block.text.chars().take(12).collect();
    let message = format!(
        "expected the number {wanted} of {}, found “{start}…”",
        with_article(&rule.name)
    );
    let hint = if block.heading_level.is_some() {
        format!(
            "start it with {wanted}, or end it with a name such as {{#annex}} if it has no number"
        )
    } else {
        format!("start it with {wanted}, or join it to the paragraph before")
    };
    reporter.report(&block.location, message, hint);
}

/// Reports markup in a heading, or before the first clause of a document or a division.
pub(super) fn report_markup(block: &Block, reporter: &mut Reporter<'_>) {
    let Some(first) = block.parts.first() else {
        return;
    };
    let found = match first.kind {
        PartKind::Emphasis | PartKind::Strong => "emphasis",
        PartKind::Link => "a link",
        PartKind::Note => "a reference to a footnote",
        PartKind::Quotation => "a quotation",
        _ => "a table",
    };
    let (message, hint) = if block.is_attached() {
        (
            format!("expected a clause before {found}, found none in this division"),
            "write the paragraph to which it belongs before it",
        )
    } else if block.heading_level.is_some() {
        (
            format!("expected a heading of plain text, found {found}"),
            "keep only the words; only clauses may have markup",
        )
    } else {
        (
            format!("expected plain text before the first division, found {found}"),
            "keep only the words; only clauses may have markup",
        )
    };
    reporter.report(&block.location, message, hint);
}

/// Reports lines of a paragraph that begin with the next number: an empty line is missing. `items`
/// are the starts of lines that are items.
pub(super) fn report_joined_numbers(
    block: &Block,
    context: &Context<'_>,
    counter: &Counter,
    items: &[usize],
    reporter: &mut Reporter<'_>,
) {
    let lines = block.wraps.iter().filter(|(at, _)| !items.contains(at));
    for (at, location) in lines {
        if let (
            pattern,
            Label::Number {
                number, printed, ..
            },
        ) = context.form.read(&block.text[*at..], context.outer)
            && number.value.base == counter.next(pattern)
        {
            let printed = printed.trim_end();
            let message = format!(
                "expected an empty line before {printed}, the number of a clause, found it in a paragraph"
            );
            let hint = "add an empty line, or move the word to the line before";
            reporter.report(location, message, hint);
        }
    }
}
