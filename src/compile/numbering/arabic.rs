//! Arabic numerals: 1, 2 … 99.

use super::numerals::{LARGEST, Numerals};

/// Numerals in digits, as in `Article 1.`.
pub(crate) const ARABIC: Numerals = Numerals {
    one: '1',
    reach: 4,
    value,
    print,
};

fn value(numeral: &str) -> Option<usize> {
    let value = numeral.parse().ok()?;
    (1..=LARGEST).contains(&value).then_some(value)
}

fn print(value: usize) -> String {
    value.to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_the_numerals_it_prints() {
        for number in 1..=LARGEST {
            assert_eq!(value(&print(number)), Some(number));
        }
    }

    #[test]
    fn rejects_other_texts() {
        for text in ["", "0", "100", "-1", "一", "1a"] {
            assert_eq!(value(text), None, "{text}");
        }
    }
}
