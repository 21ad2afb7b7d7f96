//! Which characters a reader may type in place of those of the text.
//!
//! The tables of all letters stay here, in the native compiler. A plan takes along only what can
//! reach one of its own characters: anything else could not match anyway.

use std::collections::BTreeSet;

use unicode_normalization::UnicodeNormalization;

use plan::{Folds, InLanguage};

/// The folds that lead to a character of these texts.
///
/// Blind to letter case, accents, full and half width, and traditional or simplified form.
pub(super) fn reaching<'a>(texts: impl Iterator<Item = InLanguage<&'a str>>) -> Folds {
    let alphabet: BTreeSet<char> = texts.flat_map(|one| one.text.chars()).map(fold).collect();
    // The planes of all scripts in use and of rare Chinese characters.
    let pairs = ('\0'..='\u{2ffff}').map(|c| (c, fold(c)));
    let (from, to): (String, String) = pairs
        .filter(|(c, folded)| c != folded && alphabet.contains(folded))
        .unzip();
    Folds {
        from: from.into(),
        to: to.into(),
    }
}

/// The character that stands for all that count as the same as `c`.
pub(super) fn fold(c: char) -> char {
    simplified(lower_case(without_accent(plain_punctuation(fold_width(c)))))
}

/// The apostrophe and the hyphen that keyboards have, for those that print has.
fn plain_punctuation(c: char) -> char {
    match c {
        '\u{2018}' | '\u{2019}' => '\'',
        '\u{2010}'..='\u{2015}' => '-',
        _ => c,
    }
}

/// The usual form of a half-width or full-width character (Unicode block U+FF00 to U+FFEF), and the
/// plain space for the ideographic and the no-break one.
pub(super) fn fold_width(c: char) -> char {
    match c {
        '\u{3000}' | '\u{a0}' => ' ',
        '\u{ff00}'..='\u{ffef}' => only(std::iter::once(c).nfkc()).unwrap_or(c),
        _ => c,
    }
}

fn lower_case(c: char) -> char {
    only(c.to_lowercase()).unwrap_or(c)
}

/// The base letter, if all else about `c` is combining diacritical marks (U+0300 to U+036F).
fn without_accent(c: char) -> char {
    let mut parts = std::iter::once(c).nfd();
    let base = parts.next().unwrap_or(c);
    if parts.all(|mark| ('\u{300}'..='\u{36f}').contains(&mark)) {
        base
    } else {
        c
    }
}

fn simplified(c: char) -> char {
    let mut buffer = [0; 4];
    let simple = fast2s::convert(c.encode_utf8(&mut buffer));
    only(simple.chars()).unwrap_or(c)
}

/// The item of an iterator that has just one.
fn only<T>(mut items: impl Iterator<Item = T>) -> Option<T> {
    let first = items.next();
    first.filter(|_| items.next().is_none())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_character_stands_for_all_that_count_as_the_same() {
        for (same, folded) in [
            ("Aaａ", 'a'),
            ("5５", '5'),
            ("éÉeè", 'e'),
            ("ñÑ", 'n'),
            ("問问", '问'),
            ("發髮发", '发'),
            ("（(", '('),
            ("’‘'", '\''),
            ("—–‑-", '-'),
            ("\u{3000}\u{a0} ", ' '),
        ] {
            for c in same.chars() {
                assert_eq!(fold(c), folded, "{c}");
            }
        }
    }

    #[test]
    fn folding_twice_changes_nothing_more() {
        let unstable: Vec<char> = ('\0'..='\u{2ffff}')
            .filter(|&c| fold(fold(c)) != fold(c))
            .collect();
        assert!(
            unstable.is_empty(),
            "{:?}",
            unstable
                .iter()
                .map(|&c| (c, fold(c), fold(fold(c))))
                .collect::<Vec<_>>()
        );
    }

    #[test]
    fn a_plan_takes_along_only_what_reaches_its_text() {
        let folds = reaching(std::iter::once(InLanguage {
            tag: "zh",
            text: "问5",
        }));
        assert_eq!((folds.from.as_ref(), folds.to.as_ref()), ("問５", "问5"));
    }
}
