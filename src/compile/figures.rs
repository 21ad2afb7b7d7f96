//! Numbers in figures, as languages write them: `1000`, `1,000`, `1.000`, `10 000`; `2.5`, `2,5`.
//!
//! A mark before exactly three digits separates thousands; before one or two digits it is the
//! decimal mark. Texts rarely write other decimals, and a number that is read in this way is the
//! same number in the original and in its translation. A chain such as 3.12.2021 or 1.2.3 is
//! several numbers.

use std::fmt;

/// A number that is not negative.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Number {
    hundredths: u128,
}

/// A number with the text before and after it.
#[derive(Debug)]
pub(crate) struct Figure<'a> {
    pub(crate) number: Number,
    pub(crate) before: &'a str,
    pub(crate) after: &'a str,
}

/// Returns every number in figures. Numbers of more than 20 digits are left out.
pub(crate) fn figures(text: &str) -> impl Iterator<Item = Figure<'_>> {
    let mut from = 0;
    std::iter::from_fn(move || {
        loop {
            let start = from + text[from..].find(|c: char| c.is_ascii_digit())?;
            let (number, length) = number(&text[start..]);
            from = start + length;
            if let Some(number) = number {
                return Some(Figure {
                    number,
                    before: &text[..start],
                    after: &text[from..],
                });
            }
        }
    })
}

impl Number {
    pub(crate) fn whole(number: u64) -> Self {
        Self {
            hundredths: u128::from(number) * 100,
        }
    }

    pub(crate) fn times(self, scale: u64) -> Self {
        Self {
            hundredths: self.hundredths.saturating_mul(scale.into()),
        }
    }

    /// Returns the number if it is a whole one.
    pub(crate) fn as_whole(self) -> Option<usize> {
        let whole = self.hundredths / 100;
        (whole * 100 == self.hundredths)
            .then(|| whole.try_into().ok())
            .flatten()
    }
}

impl fmt::Display for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (whole, rest) = (self.hundredths / 100, self.hundredths % 100);
        match (rest / 10, rest % 10) {
            (0, 0) => write!(f, "{whole}"),
            (tenths, 0) => write!(f, "{whole}.{tenths}"),
            _ => write!(f, "{whole}.{rest:02}"),
        }
    }
}

/// Returns the number at the start of a text, unless it is too long, and its length in bytes.
fn number(text: &str) -> (Option<Number>, usize) {
    let mut length = digits(text);
    let mut written = text[..length].to_owned();
    let mut separator = None;
    // 0 and numbers of four digits have no separator of thousands.
    while length <= 3 && !text.starts_with('0') || separator.is_some() {
        match mark(&text[length..]) {
            Some((c, end, 3)) if separator.is_none_or(|known| known == c) => {
                written.push_str(&text[length + end..length + end + 3]);
                length += end + 3;
                separator = Some(c);
            }
            _ => break,
        }
    }
    let mut decimals = 0;
    if let Some((c @ ('.' | ','), end, count @ 1..=2)) = mark(&text[length..])
        && separator != Some(c)
        && mark(&text[length + end + count..]).is_none_or(|(next, ..)| next != c)
    {
        written.push_str(&text[length + end..length + end + count]);
        length += end + count;
        decimals = count;
    }
    let value = written.parse::<u128>().ok().filter(|_| written.len() <= 20);
    let scale = [100, 10, 1][decimals];
    let number = value.map(|value| Number {
        hundredths: value * scale,
    });
    (number, length)
}

/// Returns the mark between digits at the start of a text, its length in bytes, and the number of
/// digits after it.
fn mark(text: &str) -> Option<(char, usize, usize)> {
    let mark = text.chars().next()?;
    let is_mark = matches!(
        mark,
        '.' | ',' | ' ' | '\'' | '’' | '\u{a0}' | '\u{2009}' | '\u{202f}'
    );
    let count = digits(&text[mark.len_utf8()..]);
    (is_mark && count > 0).then_some((mark, mark.len_utf8(), count))
}

fn digits(text: &str) -> usize {
    text.find(|c: char| !c.is_ascii_digit())
        .unwrap_or(text.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn numbers(text: &str) -> Vec<String> {
        figures(text)
            .map(|figure| figure.number.to_string())
            .collect()
    }

    #[test]
    fn reads_thousands_and_decimals_in_the_style_of_each_language() {
        for text in [
            "10000",
            "10,000",
            "10.000",
            "10 000",
            "10’000",
            "10\u{202f}000",
        ] {
            assert_eq!(numbers(text), ["10000"], "{text}");
        }
        for text in ["1234567.5", "1,234,567.5", "1.234.567,5", "1 234 567,50"] {
            assert_eq!(numbers(text), ["1234567.5"], "{text}");
        }
        assert_eq!(numbers("0.05, 2.25 and 2,5"), ["0.05", "2.25", "2.5"]);
    }

    #[test]
    fn keeps_chains_and_lists_apart() {
        assert_eq!(numbers("3.12.2021"), ["3", "12", "2021"]);
        assert_eq!(numbers("2022, 2023 and 2024"), ["2022", "2023", "2024"]);
        assert_eq!(numbers("in 2021 100 towns"), ["2021", "100"]);
        assert_eq!(numbers("1540. Then 7."), ["1540", "7"]);
        assert_eq!(numbers("9".repeat(30).as_str()), [""; 0]);
    }
}
