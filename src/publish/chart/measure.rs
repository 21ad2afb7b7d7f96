//! Text width and line breaks, without a font.
//!
//! Widths are estimates for common fonts. They are more often too wide than too narrow.

/// Estimates the width of a text in SVG units.
pub(super) fn width(text: &str, size: usize) -> usize {
    let thousandths = text.chars().map(|c| match c {
        c if is_wide(c) => 1000,
        'f' | 'i' | 'j' | 'l' | 'r' | 't' | 'I' | ' ' | '.' | ',' | ':' | ';' | '\'' | '!'
        | '(' | ')' | '-' | '/' | '|' => 420,
        'm' | 'w' | 'M' | 'W' | '%' | '@' => 1000,
        'A'..='Z' => 760,
        _ => 640,
    });
    (thousandths.sum::<usize>() * size).div_ceil(1000)
}

/// Returns the size at which a normal text is as wide as a bold text of this size.
pub(super) fn bold(size: usize) -> usize {
    size * 9 / 8
}

/// Breaks a text into lines that are at most `widest` wide: at a space, between Chinese characters,
/// or anywhere if the text has neither.
pub(super) fn wrap(text: &str, size: usize, widest: usize) -> Vec<String> {
    let mut lines = Vec::new();
    let mut line = String::new();
    // The last byte of the line at which it may break, or 0.
    let mut chance = 0;
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    for c in text.chars() {
        let before = line.chars().next_back();
        if before.is_some_and(|before| may_break(before, c)) {
            chance = line.len();
        }
        line.push(c);
        if width(line.trim_end(), size) > widest && before.is_some() {
            let at = if chance > 0 {
                chance
            } else {
                line.len() - c.len_utf8()
            };
            let rest = line.split_off(at);
            lines.push(line.trim_end().to_owned());
            line = rest;
            chance = 0;
        }
    }
    if !line.is_empty() {
        lines.push(line);
    }
    lines
}

fn may_break(before: char, after: char) -> bool {
    let is_closing = matches!(
        after,
        ' ' | ',' | '.' | ')' | '，' | '。' | '、' | '；' | '：' | '）' | '》' | '”' | '—'
    );
    let is_opening = matches!(before, '(' | '（' | '《' | '“' | '—');
    !is_closing && !is_opening && (before == ' ' || is_wide(before) || is_wide(after))
}

/// Reports whether a character fills a square: Chinese characters with their punctuation, dashes,
/// and every character that this estimate does not know.
fn is_wide(c: char) -> bool {
    matches!(c, '\u{2014}' | '\u{2026}') || c >= '\u{2e80}'
}

#[cfg(test)]
mod tests {
    use super::*;

    const SIZE: usize = 15;

    #[test]
    fn wraps_at_allowed_breaks_and_keeps_every_character() {
        assert_eq!(wrap("", SIZE, 100), [""; 0]);
        assert_eq!(
            wrap("Energy and resources", SIZE, 100),
            ["Energy and", "resources"]
        );
        assert_eq!(wrap("能源资源，其他", SIZE, 62), ["能源资", "源，其他"]);
        let address = "https://example.org/".repeat(4);
        for (text, widest) in [
            (&*address, 100),
            ("一二三", 1),
            ("a b", 0),
            ("深化 cooperation", 40),
        ] {
            let lines = wrap(text, SIZE, widest);
            let squeezed = |text: &str| text.replace(' ', "");
            assert_eq!(squeezed(&lines.concat()), squeezed(text));
            let fits = |line: &String| width(line, SIZE) <= widest || line.chars().count() == 1;
            assert!(lines.iter().all(fits), "{lines:?}");
        }
    }
}
