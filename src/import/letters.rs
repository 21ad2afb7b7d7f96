//! Letters as ids have them: a to z and digits.

/// The longest id, in bytes.
const LONGEST: usize = 48;

/// Letters with accents, and those that they are written as.
const PLAIN: [(&str, &str); 26] = [
    ("àáâãäåāăąǎ", "a"),
    ("æ", "ae"),
    ("çćčĉċ", "c"),
    ("ďđð", "d"),
    ("èéêëēĕėęě", "e"),
    ("ĝğġģ", "g"),
    ("ĥħ", "h"),
    ("ìíîïĩīĭįıǐ", "i"),
    ("ĵ", "j"),
    ("ķ", "k"),
    ("ĺļľŀł", "l"),
    ("ñńņňŋ", "n"),
    ("òóôõöøōŏőǒ", "o"),
    ("œ", "oe"),
    ("ŕŗř", "r"),
    ("śŝşšș", "s"),
    ("ß", "ss"),
    ("ţťŧț", "t"),
    ("þ", "th"),
    ("ùúûüũūŭůűųǔ", "u"),
    ("ŵ", "w"),
    ("ýÿŷ", "y"),
    ("źżž", "z"),
    ("ª", "a"),
    ("º", "o"),
    // Accents of their own, as in names of files on some machines.
    (
        "\u{300}\u{301}\u{302}\u{303}\u{304}\u{306}\u{307}\u{308}\u{30a}\u{30b}\u{30c}\u{327}\u{328}",
        "",
    ),
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

/// Returns a small letter without its accent, or a digit; `None` for a letter of another script and for any other
/// character.
pub(crate) fn plain(c: char) -> Option<String> {
    if c.is_ascii_lowercase() || c.is_ascii_digit() {
        return Some(c.to_string());
    }
    let (_, plain) = PLAIN.iter().find(|(accented, _)| accented.contains(c))?;
    Some((*plain).to_owned())
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
            ("气候计划", ""),
            ("气候 2026", "2026"),
        ] {
            assert_eq!(id(text), expected);
        }
        assert!(id(&"word ".repeat(40)).len() <= LONGEST);
    }
}
