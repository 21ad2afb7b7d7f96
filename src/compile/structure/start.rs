//! The start of a heading or a paragraph: its number, if it has one.

use super::counter::{Context, Counter};
use super::report::report_missing_number;
use crate::diagnostics::{Location, Reporter};
use crate::levels::with_article;
use crate::markdown::Block;
use crate::numbering::number::{Number, Value};
use crate::numbering::pattern::Label;

/// Reads the number at the start of a block, counts it, and reports a wrong one. A heading without
/// its number counts as the next one, so that its clauses are not joined to those before it.
pub(super) fn start(
    block: &Block,
    context: &Context<'_>,
    counter: &mut Counter,
    reporter: &mut Reporter<'_>,
) -> Start {
    let Context { form, rule, .. } = context;
    let (pattern, label) = form.read(&block.text, context.outer);
    let next = |counter: &Counter| {
        let base = counter.next(pattern);
        let number = Number {
            value: Value { base, insertion: 0 },
            token: base.to_string(),
        };
        let printed = form.patterns.get(pattern);
        let printed = printed.map_or(String::new(), |it| it.print(base, context.outer));
        (number, printed)
    };
    let is_complete = || {
        let pattern = form.patterns.get(pattern);
        pattern.is_some_and(|pattern| pattern.outer > 0)
    };
    match label {
        Label::Number {
            number,
            printed,
            rest,
        } => {
            let number = counter.placed(pattern, number);
            let start = context.location.bytes.start;
            let end = start + printed.trim_end().len();
            let location = Location::new(&context.location.file, start..end);
            let of_number = Context {
                location: &location,
                ..*context
            };
            let is_right = counter.count(pattern, &number, printed, &of_number, reporter);
            Start::Number(Numbered {
                is_reported: !is_right,
                number,
                printed: printed.trim_end().to_owned(),
                rest: rest.to_owned(),
                is_complete: is_complete(),
            })
        }
        _ if form.may_lack => Start::Free,
        Label::UnknownNumeral { found, rest } => {
            let (number, wanted) = next(counter);
            let message = format!(
                "expected the number {wanted} of {}, found “{found}” in place of the numeral",
                with_article(&rule.name)
            );
            let largest = plan::numerals::LARGEST;
            let hint = format!(
                "write a numeral from 1 to {largest} in the form of `numbering` in plan.toml"
            );
            reporter.report(context.location, message, hint);
            counter.count(pattern, &number, &wanted, context, reporter);
            Start::Number(Numbered {
                is_reported: true,
                number,
                printed: wanted,
                rest: rest.to_owned(),
                is_complete: is_complete(),
            })
        }
        Label::None => {
            if !context.is_follow_on {
                report_missing_number(block, &counter.wanted(context), rule, reporter);
            }
            if block.heading_level.is_none() {
                counter.miss();
                return Start::Wrong;
            }
            let (number, printed) = next(counter);
            counter.miss();
            Start::Number(Numbered {
                is_reported: true,
                number,
                printed,
                rest: block.text.clone(),
                is_complete: is_complete(),
            })
        }
    }
}

/// A number at the start of a block, and the text after it.
pub(super) struct Numbered {
    pub(super) number: Number,
    pub(super) printed: String,
    pub(super) rest: String,
    /// Whether it is complete without the numbers of the divisions around it.
    pub(super) is_complete: bool,
    /// Whether the number is wrong, which was reported.
    pub(super) is_reported: bool,
}

/// The start of a block.
pub(super) enum Start {
    Number(Numbered),
    /// It has no number, and needs none.
    Free,
    /// A wrong start, which was reported.
    Wrong,
}
