//! Letters as ids have them: a to z and digits.

use plan::characters::is_accent;
use unicode_normalization::UnicodeNormalization;

/// The longest id, in bytes.
const LONGEST: usize = 48;

/// Letters that are no letter with an accent, and those that they are written as.
const WRITTEN_AS: [(&str, &str); 13] = [
    ("æ", "ae"),
    ("đð", "d"),
    ("ħ", "h"),
    ("ı", "i"),
    ("ŀł", "l"),
    ("ŋ", "n"),
    ("ø", "o"),
    ("œ", "oe"),
    ("ß", "ss"),
    ("ŧ", "t"),
    ("þ", "th"),
    ("ª", "a"),
    ("º", "o"),
];

/// Returns a text as an id: its words, with hyphens between them. Empty if it has no such letters.
pub(crate) fn id(text: &str) -> String {
    let lower = text.to_lowercase();
    let plain = lower
        .chars()
        .map(|c| plain(c).unwrap_or_else(|| " ".to_owned()));
    let plain: String = plain.collect();
    let mut id = String::new();
    for word in plain.split(' ').filter(|word| !word.is_empty()) {
        if !id.is_empty() && id.len() + word.len() >= LONGEST {
            break;
        }
        id.extend([if id.is_empty() { "" } else { "-" }, word]);
    }
    id.truncate(LONGEST);
    id
}

/// Returns a small letter without its accent, or a digit; nothing for an accent of its own, as in names of files on some
/// machines; `None` for a letter of another script and for any other character.
pub(crate) fn plain(c: char) -> Option<String> {
    let mut written = WRITTEN_AS.iter();
    if let Some((_, written)) = written.find(|(letters, _)| letters.contains(c)) {
        return Some((*written).to_owned());
    }
    if is_accent(c) {
        return Some(String::new());
    }
    // The 2 of CO₂ is a digit, too.
    let mut parts = std::iter::once(c).nfkd();
    let base = parts.next().filter(|_| parts.all(is_accent));
    let base = base.filter(|base| base.is_ascii_lowercase() || base.is_ascii_digit());
    base.map(String::from)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keeps_the_letters_of_accented_words() {
        for (text, expected) in [
            ("Plan climático de Ñuñoa", "plan-climatico-de-nunoa"),
            ("acci\u{301}on", "accion"),
            ("Straße_Łódź", "strasse-lodz"),
            ("CO₂ per m³", "co2-per-m3"),
            ("气候计划", ""),
            ("气候 2026", "2026"),
        ] {
            assert_eq!(id(text), expected);
        }
        assert!(id(&"word ".repeat(40)).len() <= LONGEST);
    }
}
