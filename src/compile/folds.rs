//! Folds: the characters that a reader may type in place of characters of the text.
//!
//! Only the compiler contains the tables of all letters. A plan ships only folds whose target
//! occurs in its text; no other fold can match.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use unicode_normalization::UnicodeNormalization;

use plan::Folds;
use plan::characters::{is_invisible, is_separator, ligature};

/// Every character with another folded form, and that form. The range covers all scripts in use and
/// rare Chinese characters. It is the same for every plan, so it is computed once. The engine knows
/// separators, ligatures and invisible characters by itself.
static ALL: LazyLock<Vec<(char, char)>> = LazyLock::new(|| {
    let is_listed = |c: &char| !is_separator(*c) && !is_invisible(*c) && ligature(*c).is_none();
    let pairs = ('\0'..='\u{2ffff}').filter(is_listed).map(|c| (c, fold(c)));
    pairs.filter(|(c, folded)| c != folded).collect()
});

/// The ideographs of the block “CJK Radicals Supplement” in its order, by Unicode's table of
/// equivalent ideographs. Normalization knows only two of them. Printed documents often contain
/// radicals in place of ideographs.
const RADICALS: &str = "　厂乛乚乙亻冂𠘨刀刂卜㔾小小兀尣尢𡯂巳幺彑彐忄心扌攵　旡日月歺母民氵氺灬爫爫丬牛犭王𤴔目示礻𥫗糹纟罓罒㓁冗𦉫羊𦍌𦍋耂肀聿肉𦥑艹艹艹虎衤覀西见角𧢲讠贝𧾷车辶辶辶邑钅長镸长门𨸏阝雨青韦页风飞食𩙿飠饣𩠐马骨鬼鱼鸟卤麦黄黾斉齐歯齿竜龙龜亀龟";

/// Pairs of a variant and its common form that the table of traditional characters lacks: Taiwan's
/// and Hong Kong's characters, and older forms that some typefaces print.
const VARIANTS: &str = "冨富卽即嚐尝塡填妳你峯峰幷并徧遍戸户敎教旣既査查歩步歴历淸清牠它畧略眞真硏研祇只緖绪羣群菓果襾西覩睹諮咨谘咨邨村鎗枪鎭镇鑛矿凖准値值靑青飜翻";

/// Pairs of a traditional character and its less frequent simplified form. It counts where the
/// plan's text lacks the frequent one: `計畫` is `计划`, while `繪畫` would be `绘画`.
const SECOND_FORMS: [(char, char); 1] = [('畫', '划')];

/// Returns the folds whose target occurs in these texts.
///
/// Letter case, accents, full or half width, radical or ideograph, and traditional or simplified
/// form make no difference.
pub(crate) fn reaching<'a>(texts: impl Iterator<Item = &'a str>) -> Folds {
    let characters: BTreeSet<char> = texts.flat_map(str::chars).collect();
    let targets: BTreeSet<char> = characters.iter().copied().map(fold).collect();
    let pairs = ALL.iter().chain(&SECOND_FORMS).copied();
    // Few plans have superscripts; the others need no folds for them.
    let occurs = |c: char| on_the_line(c) == c || characters.contains(&c);
    let reaching: BTreeMap<char, char> = pairs
        .filter(|&(from, folded)| targets.contains(&folded) && occurs(from))
        .rev()
        .collect();
    let (from, to): (String, String) = reaching.into_iter().unzip();
    Folds {
        from: from.into(),
        to: to.into(),
    }
}

/// Returns the common form of all characters that count as the same as `c`.
pub(crate) fn fold(c: char) -> char {
    let usual = plain_apostrophe(without_accent(fold_width(on_the_line(c))));
    simplified(without_variants(ideograph(lower_case(usual))))
}

/// Replaces typographic apostrophes, and accents in place of them, by that of a keyboard.
pub(crate) fn plain_apostrophe(c: char) -> char {
    match c {
        '\u{2018}' | '\u{2019}' | '\u{2bc}' | '\u{2032}' | '`' | '´' => '\'',
        _ => c,
    }
}

/// Returns the character that a superscript or a subscript raises or lowers: the 3 of `m³`.
fn on_the_line(c: char) -> char {
    match c {
        '²' | '³' | '¹' | 'ᵢ' | 'ⱼ' | '\u{2070}'..='\u{209c}' => {
            only(std::iter::once(c).nfkc()).unwrap_or(c)
        }
        _ => c,
    }
}

/// Returns the ideograph of a radical.
fn ideograph(c: char) -> char {
    let found = match c {
        '\u{2e80}'..='\u{2ef3}' => {
            let nth = u32::from(c) - 0x2e80;
            let found = RADICALS.chars().nth(nth as usize);
            found.filter(|found| !found.is_whitespace())
        }
        '\u{2f00}'..='\u{2fd5}' => only(std::iter::once(c).nfkc()),
        _ => None,
    };
    found.unwrap_or(c)
}

/// Returns the common form of a variant.
fn without_variants(c: char) -> char {
    let mut all = VARIANTS.chars();
    let mut pairs = std::iter::from_fn(|| all.next().zip(all.next()));
    let found = pairs.find(|&(variant, _)| variant == c);
    found.map_or(c, |(_, common)| common)
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

/// Returns the small letter of a letter.
pub(crate) fn lower_case(c: char) -> char {
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
            ("金⾦", '金'),
            ("长⻑⻓長", '长'),
            ("西⻄⾑", '西'),
            ("户⼾戶戸", '户'),
            ("都\u{fa26}", '都'),
            ("3³₃３", '3'),
            ("nⁿₙ", 'n'),
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
        let folds = reaching(std::iter::once("问5"));
        assert_eq!((folds.from.as_ref(), folds.to.as_ref()), ("問５", "问5"));
    }

    #[test]
    fn superscripts_are_folded_where_they_occur() {
        let folds = |text| reaching(std::iter::once(text));
        assert!(!folds("10 m3").from.contains('³'));
        assert!(folds("10 m³ of CO₂").from.contains('³'));
        assert!(folds("10 m³ of CO₂").from.contains('₂'));
        assert!(!folds("10 m³ of CO₂").from.contains('²'));
    }

    #[test]
    fn every_radical_has_an_ideograph() {
        assert_eq!(RADICALS.chars().count(), 0x74);
        let is_unassigned = |c: char| matches!(c, '\u{2e80}' | '\u{2e9a}');
        for c in ('\u{2e80}'..='\u{2ef3}').chain('\u{2f00}'..='\u{2fd5}') {
            assert_eq!(fold(c) == c, is_unassigned(c), "{c}");
        }
    }

    #[test]
    fn a_second_form_counts_where_the_first_is_missing() {
        let folded = |text| {
            let folds = reaching(std::iter::once(text));
            let mut pairs = folds.from.chars().zip(folds.to.chars());
            pairs.find(|&(from, _)| from == '畫').map(|(_, to)| to)
        };
        assert_eq!(folded("计划"), Some('划'));
        assert_eq!(folded("计划和绘画"), Some('画'));
        assert_eq!(folded("绘画"), Some('画'));
        assert_eq!(folded("论坛"), None);
    }
}
