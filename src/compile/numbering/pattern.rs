//! Patterns: how one kind of number is printed, and the number at the start of a line.

use std::ops::Range;

use plan::numerals::{self, Numeral};

use super::number::{Insertion, Number, Value, chinese_insertion, insertions};
use crate::folds::fold_width;

/// How one kind of number is printed.
#[derive(Clone, Debug)]
pub(crate) struct Pattern {
    before: String,
    /// How many numbers of the divisions around it begin the number: one in `2.1`, two in `2.1.3`.
    pub(crate) outer: usize,
    numeral: Kind,
    after: String,
}

#[derive(Clone, Debug)]
enum Kind {
    /// A numeral, with that of one as the pattern prints it.
    Numeral(Numeral, String),
    /// Any characters without a space. The pattern has `*` for them.
    AsPrinted,
}

/// The start of a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Label<'a> {
    /// A number in the pattern's form.
    Number {
        number: Number,
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

/// How many characters are searched for the end of a numeral.
const REACH: usize = 28;

/// How many characters are searched for the end of something in place of a numeral. Few, because 、
/// is also the comma of Chinese enumerations.
const SHORT_REACH: usize = 4;

/// The mark of numbers without arithmetic in a pattern.
const ANY: char = '*';

impl Pattern {
    /// Reads a pattern.
    ///
    /// # Errors
    /// Returns what was expected, as a phrase to write after “expected”.
    pub(crate) fn new(printed: &str) -> Result<Self, String> {
        let (numeral, outer, range) = first_number(printed).ok_or_else(|| {
            format!("a pattern with the first number (1, 一, I, i, A, a, ①, First, One) or {ANY}")
        })?;
        Ok(Self {
            before: printed[..range.start].into(),
            outer,
            numeral,
            after: printed[range.end..].into(),
        })
    }

    /// Reports whether a word begins the number, as in `Article 1`.
    pub(crate) fn has_word(&self) -> bool {
        self.before.contains(char::is_alphabetic)
    }

    /// Returns the number `value` in this pattern, for messages. `outer` has the numbers of the
    /// divisions around it, innermost last.
    pub(crate) fn print(&self, value: usize, outer: &[&str]) -> String {
        let numeral = match &self.numeral {
            Kind::Numeral(Numeral::Word, one) => numerals::print_word(one, value),
            Kind::Numeral(kind, _) => numerals::print(*kind, value),
            Kind::AsPrinted => ANY.to_string(),
        };
        format!("{}{numeral}{}", self.start(outer), self.after)
    }

    /// Reads the number at the start of a line.
    pub(crate) fn read<'a>(&self, line: &'a str, outer: &[&str]) -> Label<'a> {
        let Some(inside) = strip_in_any_width(line, &self.start(outer)) else {
            return Label::None;
        };
        let ends = inside.char_indices().map(|(at, c)| at + c.len_utf8());
        let longest = ends
            .take(REACH)
            .filter_map(|end| self.ending_at(end, inside));
        if let Some((number, rest)) = longest.last() {
            return Label::Number {
                number,
                printed: &line[..line.len() - rest.len()],
                rest: rest.trim_start(),
            };
        }
        let found = if self.after.is_empty() {
            let end = inside.find(char::is_whitespace).unwrap_or(inside.len());
            let is_certain = self.before.chars().any(char::is_alphabetic) && end > 0;
            is_certain.then_some((end, &inside[end..]))
        } else {
            let mut ends = inside
                .char_indices()
                .map(|(at, _)| at)
                .skip(1)
                .take(SHORT_REACH);
            ends.find_map(|at| Some((at, self.strip_end(&inside[at..])?)))
        };
        found.map_or(Label::None, |(end, rest)| Label::UnknownNumeral {
            found: &inside[..end],
            rest: rest.trim_start(),
        })
    }

    /// Returns what is printed before the numeral.
    fn start(&self, outer: &[&str]) -> String {
        let mut start = self.before.clone();
        for number in &outer[outer.len().saturating_sub(self.outer)..] {
            start.extend([number, "."]);
        }
        start
    }

    /// Returns the number whose numeral ends there, and the text after the number.
    fn ending_at<'a>(&self, end: usize, inside: &'a str) -> Option<(Number, &'a str)> {
        let (numeral, rest) = inside.split_at(end);
        let Kind::Numeral(kind, _) = &self.numeral else {
            let rest = self.end(rest)?;
            let is_whole = !numeral.contains(char::is_whitespace);
            return is_whole.then(|| (as_printed(numeral), rest));
        };
        // A cheap check first: there are many words.
        if *kind == Numeral::Word && self.end(rest).is_none() {
            return None;
        }
        let base = numerals::value(*kind, numeral)?;
        let (insertion, rest) = self.end(rest).map_or_else(
            || self.inserted(*kind, rest),
            |rest| Some(chinese(&self.after, rest).unwrap_or((None, rest))),
        )?;
        let own = match kind {
            Numeral::UpperLetter | Numeral::LowerLetter => numeral.to_lowercase(),
            _ => base.to_string(),
        };
        let number = Number {
            value: Value {
                base,
                insertion: insertion.as_ref().map_or(0, |one| one.value),
            },
            token: own + insertion.as_ref().map_or("", |one| &*one.token),
        };
        Some((number, rest))
    }

    /// Returns the insertion between a numeral and the end of the number, and the text after it.
    fn inserted<'a>(&self, kind: Numeral, rest: &'a str) -> Option<(Option<Insertion>, &'a str)> {
        let is_usual = matches!(
            kind,
            Numeral::Arabic | Numeral::UpperRoman | Numeral::LowerRoman
        );
        // A fourth stroke is a slip, and no insertion: IIII.
        let stroke = rest
            .chars()
            .next()
            .filter(|c| "IVXLCDMivxlcdm".contains(*c));
        let is_roman = matches!(kind, Numeral::UpperRoman | Numeral::LowerRoman);
        let is_slip =
            is_roman && stroke.is_some_and(|c| c.is_uppercase() == (kind == Numeral::UpperRoman));
        let mut found = insertions(rest)
            .filter(|(one, _)| !(is_slip && one.token.len() == 1))
            .filter_map(|(one, rest)| Some((one, self.end(rest)?)));
        let (insertion, rest) = found.next().filter(|_| is_usual)?;
        Some((Some(insertion), rest))
    }

    /// Returns the text after the end of a number, if the number ends here.
    fn end<'a>(&self, rest: &'a str) -> Option<&'a str> {
        if self.after.is_empty() {
            let is_apart = matches!(self.numeral, Kind::Numeral(Numeral::Circled, _));
            let next = rest.chars().next();
            return (is_apart || next.is_none_or(char::is_whitespace)).then_some(rest);
        }
        // At the end of a heading without text, the space after a number is gone.
        let is_only_space = rest.is_empty() && self.after.trim().is_empty();
        self.strip_end(rest).or(is_only_space.then_some(rest))
    }

    /// Returns the text after the end of the pattern.
    fn strip_end<'a>(&self, rest: &'a str) -> Option<&'a str> {
        let text = strip_in_any_width(rest, &self.after)?;
        // 1.5 is an amount, not the number 1.
        let is_amount = self.after.ends_with('.') && text.starts_with(|c: char| c.is_ascii_digit());
        (!is_amount).then_some(text)
    }
}

/// Returns `之一` after a number that ends in a letter, as in 第二十条之一.
fn chinese<'a>(after: &str, rest: &'a str) -> Option<(Option<Insertion>, &'a str)> {
    after.ends_with(char::is_alphabetic).then_some(())?;
    chinese_insertion(rest).map(|(insertion, rest)| (Some(insertion), rest))
}

/// Returns a number without arithmetic. Its token is empty if it cannot be part of an eId.
fn as_printed(numeral: &str) -> Number {
    let numeral = numeral.trim_matches(|c: char| !c.is_alphanumeric());
    // 3º-A is 3-a.
    let numeral = numeral.replace(['º', 'ª'], "");
    let is_token = numeral
        .chars()
        .all(|c| c.is_ascii_alphanumeric() || ".-".contains(c));
    Number {
        value: Value::default(),
        token: if is_token {
            numeral.to_ascii_lowercase().replace('.', "-")
        } else {
            String::new()
        },
    }
}

/// Finds the first number in a pattern: its kind, how many outer numbers begin it, and the range of
/// them all.
fn first_number(printed: &str) -> Option<(Kind, usize, Range<usize>)> {
    if let Some(at) = printed.find(ANY) {
        return Some((Kind::AsPrinted, 0, at..at + 1));
    }
    let inside_a_word = |one: char, kind| {
        let at = printed.find(one)?;
        let numeral = Kind::Numeral(kind, one.to_string());
        Some((numeral, 0, at..at + one.len_utf8()))
    };
    let found = inside_a_word('一', Numeral::Han).or(inside_a_word('①', Numeral::Circled));
    if found.is_some() {
        return found;
    }
    let kinds = [
        Numeral::Arabic,
        Numeral::Word,
        Numeral::UpperRoman,
        Numeral::LowerRoman,
        Numeral::UpperLetter,
        Numeral::LowerLetter,
    ];
    for kind in kinds {
        for token in tokens(printed) {
            let (outer, own) = match printed[token.clone()].rsplit_once('.') {
                Some((outer, _)) => (outer, token.start + outer.len() + 1..token.end),
                None => ("", token.clone()),
            };
            let mut parts = outer.split('.').filter(|part| !part.is_empty());
            let is_first = numerals::value(kind, &printed[own.clone()]) == Some(1);
            if is_first && parts.clone().all(|part| part == "1") {
                let one = printed[own].to_owned();
                return Some((Kind::Numeral(kind, one), parts.by_ref().count(), token));
            }
        }
    }
    inside_a_word('1', Numeral::Arabic)
}

/// Returns the ranges of words. Several numerals with dots between them are one.
fn tokens(printed: &str) -> Vec<Range<usize>> {
    let mut tokens: Vec<Range<usize>> = Vec::new();
    for (at, c) in printed.char_indices().filter(|(_, c)| c.is_alphanumeric()) {
        let end = at + c.len_utf8();
        match tokens.last_mut() {
            Some(last) if ["", "."].contains(&&printed[last.end..at]) => last.end = end,
            _ => tokens.push(at..end),
        }
    }
    tokens
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
mod tests;
