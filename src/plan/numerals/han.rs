//! Chinese numerals: 一, 十二, 一千二百六十.

/// The unit above the thousands.
const TEN_THOUSAND: usize = 10_000;

const DIGITS: [char; 10] = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九'];

/// Returns the value of a Chinese numeral with units, such as 一千二百六十, or digit by digit, such
/// as 二〇.
pub(super) fn value(numeral: &str) -> Option<usize> {
    if let Some((above, rest)) = numeral.split_once('万') {
        let above = below_ten_thousand(above)?;
        let below = match rest.strip_prefix(['零', '〇']).unwrap_or(rest) {
            "" => 0,
            rest => below_ten_thousand(rest)?,
        };
        return Some(above * TEN_THOUSAND + below);
    }
    below_ten_thousand(numeral)
}

/// Returns the value of a numeral without 万; digit by digit, it may be larger.
fn below_ten_thousand(numeral: &str) -> Option<usize> {
    if numeral.is_empty() || numeral.chars().count() > 8 {
        return None;
    }
    if !numeral.chars().any(|c| unit(c).is_some()) {
        let mut digits = numeral.chars().map(digit);
        return digits.try_fold(0, |value, digit| Some(value * 10 + digit?));
    }
    let (mut value, mut last, mut smallest) = (0, None, usize::MAX);
    for c in numeral.chars() {
        match (unit(c), digit(c)) {
            (Some(unit), _) if unit < smallest => {
                value += last.take().filter(|&last| last > 0).unwrap_or(1) * unit;
                smallest = unit;
            }
            (None, Some(digit)) if last.is_none_or(|last| last == 0) => last = Some(digit),
            _ => return None,
        }
    }
    Some(value + last.unwrap_or(0))
}

/// Prints a number.
pub(super) fn print(value: usize) -> String {
    let (above, rest) = (value / TEN_THOUSAND, value % TEN_THOUSAND);
    if above > 0 {
        let gap = if (1..1000).contains(&rest) { "零" } else { "" };
        // Inside a number, ten to nineteen begin with 一.
        let one = if (10..20).contains(&rest) { "一" } else { "" };
        return [&print(above), "万", gap, one, &print(rest)].concat();
    }
    let mut numeral = String::new();
    let mut is_gap = false;
    for (unit, name) in [(1000, "千"), (100, "百"), (10, "十"), (1, "")] {
        let digit = value / unit % 10;
        if digit == 0 {
            is_gap = !numeral.is_empty();
            continue;
        }
        if std::mem::take(&mut is_gap) {
            numeral.push('零');
        }
        // Ten to nineteen begin with 十.
        if !(unit == 10 && digit == 1 && value < 20) {
            numeral.push(DIGITS[digit]);
        }
        numeral.push_str(name);
    }
    numeral
}

/// Reports whether a character may be part of a numeral.
pub(super) fn is_part(c: char) -> bool {
    digit(c).is_some() || unit(c).is_some()
}

fn digit(c: char) -> Option<usize> {
    match c {
        '〇' => Some(0),
        '两' => Some(2),
        _ => DIGITS.iter().position(|digit| *digit == c),
    }
}

fn unit(c: char) -> Option<usize> {
    match c {
        '十' => Some(10),
        '百' => Some(100),
        '千' => Some(1000),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_the_numerals_it_prints() {
        for number in (1..TEN_THOUSAND).chain((TEN_THOUSAND..=99_999).step_by(7)) {
            assert_eq!(value(&print(number)), Some(number));
        }
        for (text, number) in [
            ("一千二百六十", 1260),
            ("一百零三", 103),
            ("一万", 10_000),
            ("二万零三十", 20_030),
            ("三万零一十一", 30_011),
            ("九万九千九百", 99_900),
            ("二十", 20),
            ("十", 10),
        ] {
            assert_eq!(value(text), Some(number));
            assert_eq!(print(number), text);
        }
        assert_eq!(value("二〇"), Some(20));
    }

    #[test]
    fn rejects_other_texts() {
        for text in [
            "",
            "甲",
            "十十",
            "一十百",
            "12",
            "1十",
            "万",
            "一万万",
            "一万甲",
        ] {
            assert_eq!(value(text), None, "{text}");
        }
    }
}
