//! The numbers that a plan's text prints before articles, sections and clauses.
//!
//! A pattern is the printed form of the first one: `第一条`, `一、`, `(一)` with Chinese numerals, or
//! `Article 1.`, `(1)` with digits. Half-width and full-width characters are the same.

use super::folds::fold_width;

/// How one level of a plan is numbered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Pattern {
    before: String,
    numerals: Numerals,
    after: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Numerals {
    /// 一, 二 … 九十九.
    Han,
    /// 1, 2 … 99.
    Digits,
}

/// What stands at the start of a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Label<'a> {
    /// A number in the pattern's form.
    Number {
        /// Its value, from 1.
        value: usize,
        /// It as printed.
        printed: &'a str,
        /// What follows it, without the white space between.
        rest: &'a str,
    },
    /// The pattern's form with something in it that is no numeral.
    UnknownNumeral {
        /// What stands in the numeral's place.
        found: &'a str,
        /// What follows.
        rest: &'a str,
    },
    /// Nothing in the pattern's form.
    None,
}

/// The longest numeral: 九十九.
const LONGEST_NUMERAL: usize = 3;

impl Pattern {
    /// Reads a pattern, or tells what it lacks.
    pub(super) fn new(printed: &str) -> Result<Self, &'static str> {
        let (before, first, after) = match (printed.split_once('一'), printed.split_once('1')) {
            (Some((before, after)), _) => (before, Numerals::Han, after),
            (None, Some((before, after))) => (before, Numerals::Digits, after),
            (None, None) => return Err("the numeral 一 or 1 in it"),
        };
        if after.is_empty() {
            return Err("something after the numeral");
        }
        Ok(Self {
            before: before.into(),
            numerals: first,
            after: after.into(),
        })
    }

    /// The number `value` in this pattern, for messages.
    pub(super) fn print(&self, value: usize) -> String {
        let numeral = match self.numerals {
            Numerals::Han => han_numeral(value),
            Numerals::Digits => value.to_string(),
        };
        format!("{}{numeral}{}", self.before, self.after)
    }

    /// Reads the number at the start of a line.
    pub(super) fn read<'a>(&self, line: &'a str) -> Label<'a> {
        let Some(inside) = strip_like(line, &self.before) else {
            return Label::None;
        };
        // The end is looked for near by, since 、 is also the comma of Chinese enumerations.
        let ends = inside
            .char_indices()
            .take(LONGEST_NUMERAL + 2)
            .map(|(at, _)| at);
        let found = ends
            .filter(|&at| at > 0)
            .find_map(|at| Some((at, strip_like(&inside[at..], &self.after)?)));
        let Some((end, rest)) = found else {
            return Label::None;
        };
        let numeral = &inside[..end];
        let printed = &line[..line.len() - rest.len()];
        let value = match self.numerals {
            Numerals::Han => han_value(numeral),
            Numerals::Digits => numeral
                .parse()
                .ok()
                .filter(|value| (1..100).contains(value)),
        };
        match value {
            Some(value) => Label::Number {
                value,
                printed,
                rest: rest.trim_start(),
            },
            None => Label::UnknownNumeral {
                found: numeral,
                rest: rest.trim_start(),
            },
        }
    }
}

/// `line` without `start`, which may differ in width only.
fn strip_like<'a>(line: &'a str, start: &str) -> Option<&'a str> {
    let mut rest = line.chars();
    for wanted in start.chars() {
        if rest.next().map(fold_width) != Some(fold_width(wanted)) {
            return None;
        }
    }
    Some(rest.as_str())
}

const DIGITS: [char; 10] = ['〇', '一', '二', '三', '四', '五', '六', '七', '八', '九'];

/// The value of a Chinese numeral from 一 (1) to 九十九 (99).
fn han_value(numeral: &str) -> Option<usize> {
    let digit = |text: &str| {
        let place = DIGITS
            .iter()
            .position(|digit| text.strip_prefix(*digit) == Some(""));
        place.filter(|&value| value > 0)
    };
    match numeral.split_once('十') {
        None => digit(numeral),
        Some((tens, ones)) => {
            let tens = if tens.is_empty() { 1 } else { digit(tens)? };
            let ones = if ones.is_empty() { 0 } else { digit(ones)? };
            Some(tens * 10 + ones)
        }
    }
}

/// A number from 1 to 99 as a Chinese numeral.
pub(super) fn han_numeral(value: usize) -> String {
    let (tens, ones) = (value / 10, value % 10);
    let mut numeral = String::new();
    if tens > 1 {
        numeral.push(DIGITS[tens % 10]);
    }
    if tens > 0 {
        numeral.push('十');
    }
    if ones > 0 {
        numeral.push(DIGITS[ones]);
    }
    numeral
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numerals_go_there_and_back() {
        for value in 1..=99 {
            assert_eq!(han_value(&han_numeral(value)), Some(value));
        }
        for no_numeral in ["", "〇", "甲", "一一", "十十", "一百", "12", "二十〇"] {
            assert_eq!(han_value(no_numeral), None, "{no_numeral}");
        }
    }

    #[test]
    fn a_number_is_read_in_either_width() {
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
    fn an_enumeration_is_no_number() {
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
    fn a_pattern_needs_a_numeral_and_an_end() {
        assert!(Pattern::new("第条").is_err());
        assert!(Pattern::new("第一").is_err());
        assert!(Pattern::new("Article").is_err());
    }

    #[test]
    fn numbers_may_be_in_digits() {
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
