//! Numerals: their values, and how they are printed.

/// The kinds of numerals that a number may have.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Numeral {
    Arabic,
    Han,
    UpperRoman,
    LowerRoman,
    UpperLetter,
    LowerLetter,
    Circled,
    /// An ordinal in words, such as PRIMERO.
    Word,
    /// Several numbers with dots between them, such as 2.1.1; how many there are.
    Composite(usize),
}

/// Larger numbers do not occur in plans.
const LARGEST: usize = 9_999;

const HAN_DIGITS: [char; 10] = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九'];

const ROMAN: [(usize, &str); 13] = [
    (1000, "m"),
    (900, "cm"),
    (500, "d"),
    (400, "cd"),
    (100, "c"),
    (90, "xc"),
    (50, "l"),
    (40, "xl"),
    (10, "x"),
    (9, "ix"),
    (5, "v"),
    (4, "iv"),
    (1, "i"),
];

/// Ordinals in words, without accents: 1 to 10 in each language.
const ORDINALS: [[&str; 10]; 7] = [
    [
        "primero", "segundo", "tercero", "cuarto", "quinto", "sexto", "septimo", "octavo",
        "noveno", "decimo",
    ],
    [
        "primera", "segunda", "tercera", "cuarta", "quinta", "sexta", "septima", "octava",
        "novena", "decima",
    ],
    [
        "primeiro", "segundo", "terceiro", "quarto", "quinto", "sexto", "setimo", "oitavo", "nono",
        "decimo",
    ],
    [
        "premier",
        "deuxieme",
        "troisieme",
        "quatrieme",
        "cinquieme",
        "sixieme",
        "septieme",
        "huitieme",
        "neuvieme",
        "dixieme",
    ],
    [
        "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth",
        "tenth",
    ],
    [
        "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
    ],
    [
        "الأولى",
        "الثانية",
        "الثالثة",
        "الرابعة",
        "الخامسة",
        "السادسة",
        "السابعة",
        "الثامنة",
        "التاسعة",
        "العاشرة",
    ],
];

/// Returns every reading of a numeral, the more usual one first: `i` is one, or the ninth letter.
pub(crate) fn readings(numeral: &str) -> Vec<(Numeral, usize)> {
    let all = [
        (Numeral::Arabic, arabic(numeral)),
        (Numeral::Han, han(numeral)),
        (Numeral::UpperRoman, roman(numeral, char::is_uppercase)),
        (Numeral::LowerRoman, roman(numeral, char::is_lowercase)),
        (Numeral::UpperLetter, letter(numeral, 'A')),
        (Numeral::LowerLetter, letter(numeral, 'a')),
        (Numeral::Circled, circled(numeral)),
        (Numeral::Word, ordinal(numeral)),
    ];
    let known = all
        .into_iter()
        .filter_map(|(kind, value)| Some((kind, value?)));
    known
        .filter(|&(_, value)| (1..=LARGEST).contains(&value))
        .collect()
}

/// Prints a number; zero and numbers without a form of this kind are in digits.
pub(crate) fn print(kind: Numeral, value: usize) -> String {
    match kind {
        Numeral::Han if (1..=LARGEST).contains(&value) => print_han(value),
        Numeral::UpperRoman if value > 0 => print_roman(value).to_uppercase(),
        Numeral::LowerRoman if value > 0 => print_roman(value),
        Numeral::UpperLetter if value > 0 => print_letters(value, b'A'),
        Numeral::LowerLetter if value > 0 => print_letters(value, b'a'),
        Numeral::Circled if (1..=20).contains(&value) => {
            let offset = u32::try_from(value - 1).unwrap_or_default();
            char::from_u32('①' as u32 + offset)
                .unwrap_or('①')
                .to_string()
        }
        _ => value.to_string(),
    }
}

fn arabic(numeral: &str) -> Option<usize> {
    let digit = |c: char| match c {
        '0'..='9' => c.to_digit(10),
        '\u{660}'..='\u{669}' => Some(c as u32 - 0x660),
        '\u{6f0}'..='\u{6f9}' => Some(c as u32 - 0x6f0),
        '\u{ff10}'..='\u{ff19}' => Some(c as u32 - 0xff10),
        _ => None,
    };
    let mut value = 0_usize;
    for c in numeral.chars() {
        value = value.checked_mul(10)?.checked_add(digit(c)? as usize)?;
    }
    (!numeral.is_empty()).then_some(value)
}

/// Returns the value of a Chinese numeral with units, such as 一千二百六十, or digit by digit, such
/// as 二〇.
fn han(numeral: &str) -> Option<usize> {
    let digit = |c: char| match c {
        '〇' => Some(0),
        '两' => Some(2),
        _ => HAN_DIGITS.iter().position(|digit| *digit == c),
    };
    let unit = |c: char| match c {
        '十' => Some(10),
        '百' => Some(100),
        '千' => Some(1000),
        _ => None,
    };
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

fn print_han(value: usize) -> String {
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
            numeral.push(HAN_DIGITS[digit]);
        }
        numeral.push_str(name);
    }
    numeral
}

fn roman(numeral: &str, is_case: fn(char) -> bool) -> Option<usize> {
    if numeral.is_empty() || numeral.len() > 15 || !numeral.chars().all(is_case) {
        return None;
    }
    let lower = numeral.to_lowercase();
    let mut rest = lower.as_str();
    let mut value = 0;
    for (worth, letters) in ROMAN {
        while let Some(after) = rest.strip_prefix(letters) {
            value += worth;
            rest = after;
        }
    }
    // Printing it again rejects forms such as `iiii`.
    (rest.is_empty() && print_roman(value) == lower).then_some(value)
}

fn print_roman(value: usize) -> String {
    let mut numeral = String::new();
    let mut rest = value.min(LARGEST);
    for (worth, letters) in ROMAN {
        while rest >= worth {
            numeral.push_str(letters);
            rest -= worth;
        }
    }
    numeral
}

fn letter(numeral: &str, first: char) -> Option<usize> {
    let mut letters = numeral.chars();
    let (Some(letter), None) = (letters.next(), letters.next()) else {
        return None;
    };
    let value = (letter as usize).checked_sub(first as usize)? + 1;
    (value <= 26).then_some(value)
}

/// a to z, then aa, bb and so on, as word processors print them.
fn print_letters(value: usize, first: u8) -> String {
    let letter = first + u8::try_from((value - 1) % 26).unwrap_or_default();
    let times = (value - 1) / 26 + 1;
    char::from(letter).to_string().repeat(times.min(30))
}

fn circled(numeral: &str) -> Option<usize> {
    let mut letters = numeral.chars();
    match (letters.next(), letters.next()) {
        (Some(c @ '①'..='⑳'), None) => Some(c as usize - '①' as usize + 1),
        _ => None,
    }
}

fn ordinal(numeral: &str) -> Option<usize> {
    let accent = |c: char| match c {
        'é' | 'è' => 'e',
        'á' => 'a',
        'í' => 'i',
        'ó' => 'o',
        _ => c,
    };
    let plain: String = numeral.to_lowercase().chars().map(accent).collect();
    let position = |words: &[&str; 10]| words.iter().position(|word| *word == plain);
    ORDINALS.iter().find_map(position).map(|nth| nth + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_the_numerals_it_prints() {
        for value in (1..=LARGEST).step_by(7).chain(1..30) {
            for kind in [Numeral::Arabic, Numeral::Han, Numeral::UpperRoman] {
                // Ten thousands have no Roman numeral without marks above the letters.
                if kind == Numeral::UpperRoman && value > 3999 {
                    continue;
                }
                let printed = print(kind, value);
                assert!(readings(&printed).contains(&(kind, value)), "{printed}");
            }
        }
        for (text, value) in [
            ("一千二百六十", 1260),
            ("一百零三", 103),
            ("二十", 20),
            ("十", 10),
        ] {
            assert_eq!(han(text), Some(value));
            assert_eq!(print_han(value), text);
        }
        assert_eq!(han("二〇"), Some(20));
        assert_eq!(print(Numeral::LowerLetter, 28), "bb");
        assert_eq!(readings("TERCERO"), [(Numeral::Word, 3)]);
        assert_eq!(readings("٣"), [(Numeral::Arabic, 3)]);
    }

    #[test]
    fn rejects_other_texts() {
        for text in [
            "",
            "0",
            "iiii",
            "一十百",
            "vx",
            "甲",
            "-1",
            "99999999999999999999999",
        ] {
            assert!(readings(text).is_empty(), "{text}");
        }
    }
}
