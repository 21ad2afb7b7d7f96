//! Checks of byte ranges of a text.

use std::ops::Range;

use plan::characters::ligature;

/// Checks that ranges are not empty, lie on characters, and follow one another without overlaps.
pub(crate) fn check_ranges(ranges: &[Range<usize>], text: &str) {
    let mut end = 0;
    for range in ranges {
        assert!(range.start >= end, "{ranges:?} is not in order");
        let words = text.get(range.clone());
        assert!(
            words.is_some_and(|words| !words.is_empty()),
            "{range:?} is no words of {text:?}"
        );
        end = range.end;
    }
}

/// Returns the letters and digits of a text, which no normalization of white space changes, with
/// the letters of ligatures.
pub(crate) fn letters(text: &str) -> String {
    let mut letters = String::new();
    for c in text.chars().filter(|c| c.is_alphanumeric()) {
        match ligature(c) {
            Some(parts) => letters.push_str(parts),
            None => letters.push(c),
        }
    }
    letters
}
