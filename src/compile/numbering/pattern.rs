//! Patterns: how one kind of number is printed, and the number at the start of a line.

use super::arabic::ARABIC;
use super::han::HAN;
use super::numerals::Numerals;
use crate::folds::fold_width;

/// The kinds of numerals that a pattern may use.
const KINDS: [&Numerals; 2] = [&HAN, &ARABIC];

/// How one kind of number is printed.
#[derive(Clone, Debug)]
pub(crate) struct Pattern {
    before: String,
    numerals: &'static Numerals,
    after: String,
}

/// The start of a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Label<'a> {
    /// A number in the pattern's form.
    Number {
        /// Its value, from 1.
        value: usize,
        /// The number as printed.
        printed: &'a str,
        /// The text after it, without the white space between.
        rest: &'a str,
    },
    /// The pattern's form, with something else in place of the numeral.
    UnknownNumeral {
        /// The text in place of the numeral.
        found: &'a str,
        /// The text after it.
        rest: &'a str,
    },
    /// The start does not have the pattern's form.
    None,
}

impl Pattern {
    /// Reads a pattern.
    ///
    /// # Errors
    /// Returns what was expected, as a phrase to write after “expected”.
    pub(crate) fn new(printed: &str) -> Result<Self, String> {
        let split = |numerals: &'static Numerals| {
            let (before, after) = printed.split_once(numerals.one)?;
            Some((before, numerals, after))
        };
        let Some((before, numerals, after)) = KINDS.into_iter().find_map(split) else {
            let ones = KINDS.map(|numerals| numerals.one.to_string());
            return Err(format!("a pattern with the numeral {}", ones.join(" or ")));
        };
        if after.is_empty() {
            return Err("a pattern with a character after the numeral".to_owned());
        }
        Ok(Self {
            before: before.into(),
            numerals,
            after: after.into(),
        })
    }

    /// Returns the number `value` in this pattern, for messages.
    pub(crate) fn print(&self, value: usize) -> String {
        let numeral = (self.numerals.print)(value);
        format!("{}{numeral}{}", self.before, self.after)
    }

    /// Reads the number at the start of a line.
    pub(crate) fn read<'a>(&self, line: &'a str) -> Label<'a> {
        let Some(inside) = strip_in_any_width(line, &self.before) else {
            return Label::None;
        };
        let ends = inside.char_indices().map(|(at, _)| at).skip(1);
        let found = ends
            .take(self.numerals.reach)
            .find_map(|at| Some((at, strip_in_any_width(&inside[at..], &self.after)?)));
        let Some((end, rest)) = found else {
            return Label::None;
        };
        let numeral = &inside[..end];
        let printed = &line[..line.len() - rest.len()];
        let rest = rest.trim_start();
        match (self.numerals.value)(numeral) {
            Some(value) => Label::Number {
                value,
                printed,
                rest,
            },
            None => Label::UnknownNumeral {
                found: numeral,
                rest,
            },
        }
    }
}

/// Returns `line` without `start`, which may differ in width only.
fn strip_in_any_width<'a>(line: &'a str, start: &str) -> Option<&'a str> {
    let mut rest = line.chars();
    for wanted in start.chars() {
        if rest.next().map(fold_width) != Some(fold_width(wanted)) {
            return None;
        }
    }
    Some(rest.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_numbers_in_half_and_full_width() {
        let pattern = Pattern::new("(一)").expect("a pattern");
        let number = |value, printed, rest| Label::Number {
            value,
            printed,
            rest,
        };
        assert_eq!(pattern.read("(四) 推动节能"), number(4, "(四)", "推动节能"));
        assert_eq!(
            pattern.read("（十二）推动节能"),
            number(12, "（十二）", "推动节能")
        );
        assert_eq!(
            pattern.read("(甲) 推动节能"),
            Label::UnknownNumeral {
                found: "甲",
                rest: "推动节能"
            }
        );
        assert_eq!(pattern.read("推动节能"), Label::None);
    }

    #[test]
    fn ignores_enumerations_inside_a_sentence() {
        let pattern = Pattern::new("一、").expect("a pattern");
        assert_eq!(pattern.read("促进双方贸易、投资"), Label::None);
        assert_eq!(
            pattern.read("贸易、投资"),
            Label::UnknownNumeral {
                found: "贸易",
                rest: "投资"
            }
        );
    }

    #[test]
    fn rejects_patterns_without_numeral_or_end() {
        assert!(Pattern::new("第条").is_err());
        assert!(Pattern::new("第一").is_err());
        assert!(Pattern::new("Article").is_err());
    }

    #[test]
    fn reads_numbers_in_digits() {
        let pattern = Pattern::new("Article 1.").expect("a pattern");
        let number = Label::Number {
            value: 12,
            printed: "Article 12.",
            rest: "Health",
        };
        assert_eq!(pattern.read("Article 12. Health"), number);
        assert_eq!(pattern.print(3), "Article 3.");
        assert_eq!(
            pattern.read("Article 0. Health"),
            Label::UnknownNumeral {
                found: "0",
                rest: "Health"
            }
        );
    }
}
