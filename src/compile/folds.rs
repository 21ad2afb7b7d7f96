//! Folds: the characters that a reader may type in place of characters of the text.
//!
//! Only the compiler contains the tables of all letters. A plan ships only folds whose target
//! occurs in its text; no other fold can match.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use unicode_normalization::UnicodeNormalization;

use plan::{Folds, InLanguage};

/// Every character with another folded form, and that form. The range covers all scripts in use and
/// rare Chinese characters. It is the same for every plan, so it is computed once.
static ALL: LazyLock<Vec<(char, char)>> = LazyLock::new(|| {
    let pairs = ('\0'..='\u{2ffff}').map(|c| (c, fold(c)));
    pairs.filter(|(c, folded)| c != folded).collect()
});

/// Returns the folds whose target occurs in these texts.
///
/// Letter case, accents, full or half width, and traditional or simplified form make no difference.
pub(crate) fn reaching<'a>(texts: impl Iterator<Item = InLanguage<&'a str>>) -> Folds {
    let characters: BTreeSet<char> = texts.flat_map(|one| one.text.chars()).collect();
    let targets: BTreeSet<char> = characters.into_iter().map(fold).collect();
    let pairs = ALL.iter().filter(|(_, folded)| targets.contains(folded));
    let (from, to): (String, String) = pairs.copied().unzip();
    Folds {
        from: from.into(),
        to: to.into(),
    }
}

/// Returns the common form of all characters that count as the same as `c`.
pub(crate) fn fold(c: char) -> char {
    simplified(lower_case(without_accent(plain_punctuation(fold_width(c)))))
}

/// Replaces typographic apostrophes and hyphens by those of a keyboard.
fn plain_punctuation(c: char) -> char {
    match c {
        '\u{2018}' | '\u{2019}' => '\'',
        '\u{2010}'..='\u{2015}' => '-',
        _ => c,
    }
}

/// Returns the usual form of a half-width or full-width character (Unicode block U+FF00 to U+FFEF),
/// and a plain space for an ideographic or no-break space.
pub(crate) fn fold_width(c: char) -> char {
    match c {
        '\u{3000}' | '\u{a0}' => ' ',
        '\u{ff00}'..='\u{ffef}' => only(std::iter::once(c).nfkc()).unwrap_or(c),
        _ => c,
    }
}

fn lower_case(c: char) -> char {
    only(c.to_lowercase()).unwrap_or(c)
}

/// Returns the base letter of `c` if only combining diacritical marks (U+0300 to U+036F) follow it.
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

/// Returns the item of an iterator with exactly one item.
fn only<T>(mut items: impl Iterator<Item = T>) -> Option<T> {
    let first = items.next();
    first.filter(|_| items.next().is_none())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folds_equivalent_characters_to_one() {
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
    fn folding_twice_equals_folding_once() {
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
    fn keeps_only_folds_whose_target_occurs_in_the_text() {
        let folds = reaching(std::iter::once(InLanguage {
            tag: "zh",
            text: "问5",
        }));
        assert_eq!((folds.from.as_ref(), folds.to.as_ref()), ("問５", "问5"));
    }
}
