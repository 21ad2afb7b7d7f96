//! Kinds of characters: one table for search, quotes and the compiler.
//!
//! Matched by ranges, not by Unicode's tables, which would cost the engine more than all of search.

/// Invisible characters, which pasted text often contains: soft hyphens, zero-width characters,
/// byte order marks, and direction marks.
#[must_use]
pub fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
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

/// Quotation marks: straight, curly, full width, angled and Chinese. Not 《 and 》, which belong to
/// the names that they enclose.
#[must_use]
pub fn is_quotation_mark(c: char) -> bool {
    matches!(c, '"' | '＂' | '\'' | '‘'..='‟' | '«' | '»' | '‹' | '›' | '「'..='』')
}

/// Quotation marks that are also apostrophes, so they may occur inside a word.
#[must_use]
pub fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '‘' | '’' | '‚' | '‛')
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
            && !matches!(c, '×' | '÷' | '\u{2000}'..='\u{2bff}' | '\u{3000}'..='\u{3004}' | '\u{3008}'..='\u{303f}'
                | '\u{ff00}'..='\u{ff0f}' | '\u{ff1a}'..='\u{ff20}' | '\u{ff3b}'..='\u{ff40}' | '\u{ff5b}'..='\u{ff65}')
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
        assert_eq!(apostrophes, ['\'', '‘', '’', '‚', '‛']);
        assert!(apostrophes.into_iter().all(is_quotation_mark));
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
