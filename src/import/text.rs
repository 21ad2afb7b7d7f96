//! White space, line breaks and invisible characters in imported text.

/// Returns a text on one line: runs of white space are one space, and invisible marks are gone.
pub(crate) fn clean(text: &str) -> String {
    let mut cleaned = String::with_capacity(text.len());
    for line in text.lines() {
        push_joined(&mut cleaned, &clean_line(line));
    }
    cleaned
}

/// Returns a text whose lines are clean and not empty. Only `\n` separates them.
pub(crate) fn clean_lines(text: &str) -> String {
    let lines = text.lines().map(clean_line);
    let lines: Vec<String> = lines.filter(|line| !line.is_empty()).collect();
    lines.join("\n")
}

/// Appends a line to a text. There is no space between two characters of a script without spaces.
pub(crate) fn push_joined(text: &mut String, line: &str) {
    let needs_space = match (text.chars().last(), line.chars().next()) {
        (Some(last), Some(first)) => !(is_without_spaces(last) && is_without_spaces(first)),
        _ => false,
    };
    if needs_space {
        text.push(' ');
    }
    text.push_str(line);
}

/// Returns a number and a text with a space between them, unless the number ends in 、 or another
/// mark that is as wide as a character.
pub(crate) fn numbered(number: &str, text: &str) -> String {
    if number.is_empty() || text.is_empty() || number.ends_with(['、', '）', '．', '：', ' ']) {
        format!("{number}{text}")
    } else {
        format!("{number} {text}")
    }
}

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

/// Returns the beginning of a text, for messages.
pub(crate) fn beginning(text: &str) -> String {
    const LONGEST: usize = 24;
    let mut start: String = text.chars().take(LONGEST).collect();
    if text.chars().nth(LONGEST).is_some() {
        start.push('…');
    }
    start
}

fn clean_line(line: &str) -> String {
    let visible: String = line.chars().filter(|&c| !is_dropped(c)).collect();
    let words: Vec<&str> = visible.split_whitespace().collect();
    words.join(" ")
}

/// Reports whether a character is one that only lays out a text: soft hyphens, zero-width spaces,
/// direction marks, control characters, and the stand-in for an image. Joiners stay, because some
/// scripts spell words with them.
fn is_dropped(c: char) -> bool {
    c.is_control() && !c.is_whitespace()
        || matches!(c, '\u{1c}'..='\u{1f}' | '\u{ad}' | '\u{61c}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffc}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn joins_lines_as_their_script_does() {
        assert_eq!(clean("为了\n发展 "), "为了发展");
        assert_eq!(clean("two\r\n  words\u{200b}"), "two words");
        assert_eq!(clean_lines(" a \n\n b"), "a\nb");
    }

    #[test]
    fn knows_the_ends_of_sentences() {
        assert!(ends_as_sentence("He said “yes.”"));
        assert!(ends_as_sentence("制定本法。"));
        assert!(!ends_as_sentence("总则"));
    }
}
