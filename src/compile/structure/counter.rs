//! Counts numbers, and reports those that do not continue the count.

use std::collections::BTreeMap;

use crate::diagnostics::{Location, Reporter};
use crate::levels::{Rule, with_article};
use crate::numbering::form::Form;
use crate::numbering::number::{Number, Value};

/// The numbers so far of the divisions of one level, or of the clauses.
#[derive(Clone, Debug, Default)]
pub(super) struct Counter {
    /// The last number of each pattern, by the pattern's index: its value, and as printed.
    last: BTreeMap<usize, (Value, String)>,
    /// How many have been counted by their position, because they have no number.
    positions: usize,
    /// How many numbers could not be read since the last one, so that the next one may skip them.
    missed: usize,
}

/// A number in its context, for checks and messages.
pub(super) struct Context<'a> {
    pub(super) form: &'a Form,
    pub(super) rule: &'a Rule,
    /// The numbers of the divisions around it, which may begin it.
    pub(super) outer: &'a [&'a str],
    /// Whether a wrong start only follows from another problem.
    pub(super) is_follow_on: bool,
    pub(super) location: &'a Location,
}

impl Counter {
    /// Counts something without a number, and returns its position from 1.
    pub(super) fn next_position(&mut self) -> usize {
        self.positions += 1;
        self.positions
    }

    /// Returns the whole number that comes next in a pattern.
    pub(super) fn next(&self, pattern: usize) -> usize {
        self.last(pattern).next() + self.missed
    }

    /// Counts a number that could not be read, and was reported.
    pub(super) fn miss(&mut self) {
        self.missed += 1;
    }

    /// Gives a number without arithmetic its position, and a mark for eIds if it has none.
    pub(super) fn placed(&self, pattern: usize, number: Number) -> Number {
        let Number { value, token } = number;
        if value.base > 0 {
            return Number { value, token };
        }
        let base = self.next(pattern);
        Number {
            value: Value { base, insertion: 0 },
            token: if token.is_empty() {
                base.to_string()
            } else {
                token
            },
        }
    }

    /// Returns the next number of each pattern as it would be printed.
    pub(super) fn wanted(&self, context: &Context<'_>) -> String {
        let next = |pattern| self.next(pattern);
        context.form.print(next, context.outer)
    }

    /// Makes a number the last one, and reports it if it does not continue the count. It may skip
    /// those that could not be read. Returns whether the number is right.
    pub(super) fn count(
        &mut self,
        pattern: usize,
        number: &Number,
        printed: &str,
        context: &Context<'_>,
        reporter: &mut Reporter<'_>,
    ) -> bool {
        let most = self.next(pattern);
        let first = most - std::mem::take(&mut self.missed);
        let wanted = context.form.patterns[pattern].print(most, context.outer);
        let name = with_article(&context.rule.name);
        let before = self
            .last
            .insert(pattern, (number.value, printed.trim_end().to_owned()));
        let last = before
            .as_ref()
            .map_or(Value::default(), |(value, _)| *value);
        let last_printed = before.map_or(String::new(), |(_, printed)| printed);
        let printed = printed.trim_end();
        let mut is_right = true;
        let mut report = |message: String, hint: String| {
            is_right = false;
            reporter.report(context.location, message, hint);
        };
        let Value { base, insertion } = number.value;
        if context.rule.has_gaps {
            if number.value == last {
                report(
                    format!("expected each number of {name} once, found {printed} again"),
                    "number it differently, or remove it if it is a duplicate".to_owned(),
                );
            } else if number.value < last {
                report(
                    format!("expected a number of {name} after {last_printed}, found {printed}"),
                    "put the numbers in ascending order".to_owned(),
                );
            }
        } else if insertion > 0 {
            report(
                format!("expected the number {wanted} of {name}, found {printed}: an insertion"),
                format!(
                    "if the text has insertions, write `gaps = true` for “{}” in plan.toml",
                    context.rule.stem
                ),
            );
        } else if base < first {
            report(
                format!(
                    "expected the number {wanted} of {name}, found {printed} after {last_printed}"
                ),
                format!("number it {wanted}, or remove it if it is a duplicate"),
            );
        } else if base > most {
            report(
                format!("expected the number {wanted} of {name}, found {printed}: a gap"),
                format!("number it {wanted}, or restore what is missing before it"),
            );
        }
        is_right
    }

    fn last(&self, pattern: usize) -> Value {
        let last = self.last.get(&pattern);
        last.map_or(Value::default(), |(value, _)| *value)
    }
}
