//! Numbers in figures, as languages write them: `1000`, `1,000`, `1.000`, `10 000`; `2.5`, `2,5`.
//!
//! A mark before exactly three digits separates thousands; before one or two digits it is the
//! decimal mark. Texts rarely write other decimals, and a number that is read in this way is the
//! same number in the original and in its translation. A chain such as 3.12.2021 or 1.2.3 is
//! several numbers.

use std::fmt;

use plan::numerals;

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

/// Returns every number in figures: in the digits of ASCII, of full width, of Arabic or of Persian.
/// Numbers of more than 20 digits are left out.
pub(crate) fn figures(text: &str) -> impl Iterator<Item = Figure<'_>> {
    let mut from = 0;
    std::iter::from_fn(move || {
        loop {
            let start = from + text[from..].find(|c: char| digit(c).is_some())?;
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
    let mut written = digits(text);
    let mut length = length_of(&written, text);
    let mut separator = None;
    // 0 and numbers of four digits have no separator of thousands.
    while separator.is_some() || written.len() <= 3 && !written.starts_with('0') {
        match Group::at(&text[length..]) {
            Some(group)
                if group.digits.len() == 3 && separator.is_none_or(|known| known == group.mark) =>
            {
                written.push_str(&group.digits);
                length += group.length;
                separator = Some(group.mark);
            }
            _ => break,
        }
    }
    let mut decimals = 0;
    if let Some(group) = Group::at(&text[length..])
        && group.is_decimal()
        && separator != Some(group.mark)
        && Group::at(&text[length + group.length..]).is_none_or(|next| next.mark != group.mark)
    {
        written.push_str(&group.digits);
        length += group.length;
        decimals = group.digits.len();
    }
    let value = written.parse::<u128>().ok().filter(|_| written.len() <= 20);
    let scale = [100, 10, 1][decimals];
    let number = value.map(|value| Number {
        hundredths: value * scale,
    });
    (number, length)
}

/// A mark inside a number with the digits after it.
struct Group {
    mark: char,
    /// In ASCII.
    digits: String,
    /// In bytes, with the mark.
    length: usize,
}

impl Group {
    /// Returns the group at the start of a text.
    fn at(text: &str) -> Option<Self> {
        let mark = text.chars().next()?;
        let after = &text[mark.len_utf8()..];
        let digits = digits(after);
        let is_mark = ".,'’ \u{a0}\u{2009}\u{202f}٬٫".contains(mark);
        (is_mark && !digits.is_empty()).then(|| Self {
            length: mark.len_utf8() + length_of(&digits, after),
            mark,
            digits,
        })
    }

    fn is_decimal(&self) -> bool {
        ".,٫".contains(self.mark) && self.digits.len() <= 2
    }
}

/// Returns the digits at the start of a text, in ASCII.
fn digits(text: &str) -> String {
    text.chars().map_while(digit).collect()
}

/// Returns the bytes that some digits take at the start of a text.
fn length_of(digits: &str, text: &str) -> usize {
    text.chars().take(digits.len()).map(char::len_utf8).sum()
}

/// Returns the digit of a character in ASCII.
fn digit(c: char) -> Option<char> {
    char::from_digit(numerals::digit(c)?, 10)
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
        for text in ["١٬٢٣٤٫٥", "۱۲۳۴٫۵", "１２３４.５"] {
            assert_eq!(numbers(text), ["1234.5"], "{text}");
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
