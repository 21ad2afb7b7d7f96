//! Chinese numerals: 一, 二 … 九十九.

use super::numerals::Numerals;

/// Numerals in Chinese characters, as in `第一条`.
pub(crate) const HAN: Numerals = Numerals {
    one: '一',
    reach: 4,
    value,
    print,
};

const DIGITS: [char; 10] = ['〇', '一', '二', '三', '四', '五', '六', '七', '八', '九'];

/// Returns a number from 1 to 99 as a Chinese numeral.
pub(crate) fn print(value: usize) -> String {
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

fn value(numeral: &str) -> Option<usize> {
    let digit = |text: &str| {
        let value = DIGITS
            .iter()
            .position(|digit| text.strip_prefix(*digit) == Some(""));
        value.filter(|&value| value > 0)
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::numbering::numerals::LARGEST;

    #[test]
    fn reads_the_numerals_it_prints() {
        for number in 1..=LARGEST {
            assert_eq!(value(&print(number)), Some(number));
        }
    }

    #[test]
    fn rejects_other_texts() {
        for text in ["", "〇", "甲", "一一", "十十", "一百", "12", "二十〇"] {
            assert_eq!(value(text), None, "{text}");
        }
    }
}
