//! Kinds of characters: one table for search, quotes and the compiler.
//!
//! Matched by ranges, not by Unicode's tables, which would cost the engine more than all of search.

/// Invisible characters, which pasted text often contains: soft hyphens, zero-width characters,
/// byte order marks, direction marks, variation selectors, and what stands for an image.
#[must_use]
pub fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{61c}' | '\u{180b}'..='\u{180f}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{fff9}'..='\u{fffc}' | '\u{e0000}'..='\u{e0fff}')
}

/// Characters of Unicode's bidirectional algorithm that change the order in which text is shown.
#[must_use]
pub fn is_reordering(c: char) -> bool {
    matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// Characters that must not occur in a text: control characters other than white space, and those
/// that reorder text. With them, readers would see another text than the one that is searched.
#[must_use]
pub fn is_forbidden(c: char) -> bool {
    is_reordering(c) || c.is_control() && !matches!(c, '\t' | '\n' | '\r')
}

/// Combining accents, such as the one after the `e` of a decomposed `é`.
#[must_use]
pub fn is_accent(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}')
}

/// Hyphens, dashes and minus signs.
#[must_use]
pub fn is_dash(c: char) -> bool {
    matches!(
        c,
        '-' | '\u{2010}'
            ..='\u{2015}' | '\u{2043}' | '\u{2212}' | '\u{fe58}' | '\u{fe63}' | '\u{ff0d}'
    )
}

/// Characters that a search treats as the space between two words: white space, dashes, and
/// ellipses.
#[must_use]
pub fn is_separator(c: char) -> bool {
    c.is_whitespace() || is_dash(c) || matches!(c, '…' | '⋯')
}

/// Returns the letters of a ligature, which printed documents contain; nothing for other characters.
#[must_use]
pub fn ligature(c: char) -> Option<&'static str> {
    const LIGATURES: [&str; 7] = ["ff", "fi", "fl", "ffi", "ffl", "st", "st"];
    let nth = u32::from(c).checked_sub(0xfb00)?;
    LIGATURES.get(usize::try_from(nth).ok()?).copied()
}

/// Quotation marks: straight, curly, full width, angled and Chinese, and those around names of
/// works.
#[must_use]
pub fn is_quotation_mark(c: char) -> bool {
    matches!(c, '"' | '＂' | '\'' | '＇' | '‘'..='‟' | '«' | '»' | '‹' | '›' | '〈'..='』' | '〝'..='〟' | '﹁'..='﹄' | '｢' | '｣')
}

/// Quotation marks that are also apostrophes, so they may occur inside a word.
#[must_use]
pub fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '＇' | '‘' | '’' | '‚' | '‛')
}

/// Chinese characters, their punctuation, and full-width forms.
#[must_use]
pub fn is_chinese(c: char) -> bool {
    matches!(c, '\u{2e80}'..='\u{a4cf}' | '\u{f900}'..='\u{faff}' | '\u{ff00}'..='\u{ffef}' | '\u{20000}'..)
}

/// Letters, digits, and Chinese characters, but no punctuation.
#[must_use]
pub fn is_letter(c: char) -> bool {
    c.is_ascii_alphanumeric()
        || c >= '\u{c0}'
            && !matches!(c, '×' | '÷' | '\u{1680}' | '\u{2000}'..='\u{2bff}' | '\u{3000}'..='\u{3004}' | '\u{3008}'..='\u{303f}'
                | '\u{fe00}'..='\u{fe6f}' | '\u{ff00}'..='\u{ff0f}' | '\u{ff1a}'..='\u{ff20}' | '\u{ff3b}'..='\u{ff40}' | '\u{ff5b}'..='\u{ff65}')
}

/// Letters and digits of words that are separated by spaces. Chinese characters are not: Chinese has
/// no spaces between words.
#[must_use]
pub fn is_of_a_word(c: char) -> bool {
    is_letter(c) && !is_chinese(c)
}

/// Letters and digits of words that begin and end at spaces or marks, for phrases. Those of Thai, Lao,
/// Tibetan, Burmese and Khmer do not, and Korean joins its particles to words.
#[must_use]
pub fn is_of_a_bounded_word(c: char) -> bool {
    is_of_a_word(c)
        && !matches!(c, '\u{e00}'..='\u{109f}' | '\u{1100}'..='\u{11ff}' | '\u{1780}'..='\u{17ff}' | '\u{ac00}'..='\u{d7ff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reordering_characters_are_invisible() {
        let reordering: Vec<char> = ('\0'..=char::MAX).filter(|&c| is_reordering(c)).collect();
        assert_eq!(reordering.len(), 9);
        assert!(reordering.into_iter().all(is_invisible));
    }

    #[test]
    fn apostrophes_are_quotation_marks() {
        let apostrophes: Vec<char> = ('\0'..=char::MAX).filter(|&c| is_apostrophe(c)).collect();
        assert_eq!(apostrophes, ['\'', '‘', '’', '‚', '‛', '＇']);
        assert!(apostrophes.into_iter().all(is_quotation_mark));
    }

    #[test]
    fn ligatures_have_letters() {
        let letters: Vec<&str> = ('\0'..=char::MAX).filter_map(ligature).collect();
        assert_eq!(letters, ["ff", "fi", "fl", "ffi", "ffl", "st", "st"]);
    }

    #[test]
    fn separators_are_visible_and_no_letters() {
        for c in ('\0'..=char::MAX).filter(|&c| is_separator(c)) {
            assert!(!is_invisible(c) && !is_accent(c) && !is_letter(c), "{c:?}");
            assert!(!is_quotation_mark(c), "{c:?}");
        }
    }

    #[test]
    fn punctuation_is_not_a_letter() {
        for c in "aZ9éñ核〇年５Ａ".chars() {
            assert!(is_letter(c), "{c}");
        }
        for c in "-’“。，（）《》×—…".chars() {
            assert!(!is_letter(c), "{c}");
        }
    }
}
