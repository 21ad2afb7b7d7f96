//! Scripts, ends of sentences and invisible characters in imported text.

/// Reports whether a character belongs to a script that writes no spaces between words.
pub(crate) fn is_without_spaces(c: char) -> bool {
    matches!(c, '\u{2e80}'..='\u{30ff}' | '\u{31c0}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{ff00}'..='\u{ffef}' | '\u{20000}'..='\u{3ffff}')
}

/// Reports whether a text ends as a sentence does.
pub(crate) fn ends_as_sentence(text: &str) -> bool {
    let text = text.trim_end_matches(['”', '"', '’', '»', '」', ')', '）']);
    text.ends_with([
        '.', '。', ';', '；', ':', '：', '!', '！', '?', '？', '؟', '؛', ',', '，',
    ])
}

/// Reports whether a text has only the figures of a date or of other numbers. The compiler reads such a line below the title
/// as the date of the copy.
pub(crate) fn is_figures(text: &str) -> bool {
    text.chars()
        .all(|c| c.is_ascii_digit() || "-: ".contains(c))
}

/// Returns the beginning of a text, for messages.
pub(crate) fn beginning(text: &str) -> String {
    const LONGEST: usize = 24;
    let mut start: String = text.chars().take(LONGEST).collect();
    if text.chars().nth(LONGEST).is_some() {
        start.push('…');
    }
    start
}

/// Reports whether a character is one that only lays out a text: soft hyphens, zero-width spaces,
/// direction marks, control characters, and the stand-in for an image. Joiners stay, because some
/// scripts spell words with them.
pub(crate) fn is_dropped(c: char) -> bool {
    c.is_control() && !c.is_whitespace()
        || matches!(c, '\u{1c}'..='\u{1f}' | '\u{ad}' | '\u{61c}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffc}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn knows_the_ends_of_sentences() {
        assert!(ends_as_sentence("He said “yes.”"));
        assert!(ends_as_sentence("制定本法。"));
        assert!(!ends_as_sentence("总则"));
    }
}
