//! Numerals: their values, and how they are printed. The compiler and the importer use them; the
//! engine does not.

mod han;
mod words;

/// The kinds of numerals that a number may have.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Numeral {
    /// 1, 2, or the digits of other scripts.
    Arabic,
    /// 一, 二.
    Han,
    /// I, II.
    UpperRoman,
    /// i, ii.
    LowerRoman,
    /// A, B.
    UpperLetter,
    /// a, b.
    LowerLetter,
    /// ①, ②.
    Circled,
    /// An ordinal or a cardinal number in words, such as PRIMERO or One.
    Word,
    /// Several numbers with dots between them, such as 2.1.1; how many there are.
    Composite(usize),
}

/// The largest number. Larger ones do not occur in plans.
pub const LARGEST: usize = 99_999;

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

/// Returns every reading of a numeral, the more usual one first: `i` is one, or the ninth letter.
#[must_use]
pub fn readings(numeral: &str) -> Vec<(Numeral, usize)> {
    let kinds = [
        Numeral::Arabic,
        Numeral::Han,
        Numeral::UpperRoman,
        Numeral::LowerRoman,
        Numeral::UpperLetter,
        Numeral::LowerLetter,
        Numeral::Circled,
        Numeral::Word,
    ];
    let known = kinds
        .into_iter()
        .filter_map(|kind| Some((kind, value(kind, numeral)?)));
    known.collect()
}

/// Returns the value of a numeral of one kind, from 1 to [`LARGEST`].
#[must_use]
pub fn value(kind: Numeral, numeral: &str) -> Option<usize> {
    let value = match kind {
        Numeral::Arabic => arabic(numeral),
        Numeral::Han => han::value(numeral),
        Numeral::UpperRoman => roman(numeral, char::is_uppercase),
        Numeral::LowerRoman => roman(numeral, char::is_lowercase),
        Numeral::UpperLetter => letter(numeral, 'A'),
        Numeral::LowerLetter => letter(numeral, 'a'),
        Numeral::Circled => circled(numeral),
        Numeral::Word => words::value(numeral),
        Numeral::Composite(_) => None,
    };
    value.filter(|value| (1..=LARGEST).contains(value))
}

/// Returns a number word in the language, the kind, the gender and the letter case of another one,
/// such as PRIMERO or One; digits if no word for the value is known.
#[must_use]
pub fn print_word(model: &str, value: usize) -> String {
    words::print_like(model, value).unwrap_or_else(|| value.to_string())
}

/// Reports whether a character may be part of a Chinese numeral.
#[must_use]
pub fn is_han(c: char) -> bool {
    han::is_part(c)
}

/// Prints a number; zero and numbers without a form of this kind are in digits.
#[must_use]
pub fn print(kind: Numeral, value: usize) -> String {
    match kind {
        Numeral::Han if (1..=LARGEST).contains(&value) => han::print(value),
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

/// Returns the value of a digit: of ASCII, of Arabic, of Persian, or of full width.
#[must_use]
pub fn digit(c: char) -> Option<u32> {
    let zero = match c {
        '0'..='9' => '0',
        '\u{660}'..='\u{669}' => '\u{660}',
        '\u{6f0}'..='\u{6f9}' => '\u{6f0}',
        '\u{ff10}'..='\u{ff19}' => '\u{ff10}',
        _ => return None,
    };
    Some(c as u32 - zero as u32)
}

fn arabic(numeral: &str) -> Option<usize> {
    let mut value = 0_usize;
    for c in numeral.chars() {
        value = value.checked_mul(10)?.checked_add(digit(c)? as usize)?;
    }
    (!numeral.is_empty()).then_some(value)
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
