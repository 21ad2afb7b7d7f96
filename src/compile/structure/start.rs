//! The start of a heading or a paragraph: its number, if it has one.

use super::counter::{Context, Counter};
use super::report::report_missing_number;
use crate::diagnostics::Reporter;
use crate::levels::{Rule, with_article};
use crate::markdown::Block;
use crate::numbering::form::Form;
use crate::numbering::number::{Number, Value};
use crate::numbering::pattern::Label;

/// Reads the number at the start of a block, counts it, and reports a wrong one. `is_unsure` says
/// whether a number that could not be read was reported, so that the next one may skip it.
pub(super) fn start(
    block: &Block,
    form: &Form,
    rule: &Rule,
    outer: &[String],
    counter: &mut Counter,
    is_unsure: &mut bool,
    reporter: &mut Reporter<'_>,
) -> Start {
    let outer: Vec<&str> = outer.iter().map(String::as_str).collect();
    let context = Context {
        form,
        rule,
        outer: &outer,
        location: &block.location,
    };
    let name = || with_article(&rule.name);
    let (pattern, label) = form.read(&block.text, &outer);
    let is_complete = |pattern: usize| form.patterns[pattern].outer > 0;
    match label {
        Label::Number {
            number,
            printed,
            rest,
        } => {
            let number = counter.placed(pattern, number);
            let may_skip = std::mem::take(is_unsure);
            let is_right = counter.count(pattern, &number, printed, may_skip, &context, reporter);
            Start::Number(Numbered {
                is_reported: !is_right,
                number,
                printed: printed.trim_end().to_owned(),
                rest: rest.to_owned(),
                is_complete: is_complete(pattern),
            })
        }
        _ if form.may_lack => Start::Free,
        Label::UnknownNumeral { found, rest } => {
            let base = counter.next(pattern);
            let wanted = form.patterns[pattern].print(base, &outer);
            *is_unsure = false;
            let name = name();
            let message = format!(
                "expected the number {wanted} of {name}, found “{found}” in place of the numeral"
            );
            let largest = plan::numerals::LARGEST;
            let hint = format!(
                "write a numeral from 1 to {largest} in the form of `numbering` in plan.toml"
            );
            reporter.report(&block.location, message, hint);
            let number = Number {
                value: Value { base, insertion: 0 },
                token: base.to_string(),
            };
            counter.count(pattern, &number, &wanted, false, &context, reporter);
            Start::Number(Numbered {
                is_reported: true,
                number,
                printed: wanted,
                rest: rest.to_owned(),
                is_complete: is_complete(pattern),
            })
        }
        Label::None => {
            report_missing_number(block, &counter.wanted(&context), rule, reporter);
            *is_unsure = true;
            Start::Wrong
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
