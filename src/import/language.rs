//! The language of a document, by its script and its most usual words.

use std::collections::HashMap;

/// A language with the words that a content folder needs in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Language {
    /// The short tag for views.
    pub(crate) tag: String,
    /// The full tag for browsers.
    pub(crate) html: String,
    /// Its name in itself.
    pub(crate) name: String,
    /// The word for an outermost division.
    pub(crate) part: &'static str,
}

/// The languages whose names we know: tag, name, and word for a part.
const KNOWN: [(&str, &str, &str); 7] = [
    ("zh", "中文", "部分"),
    ("es", "Español", "Parte"),
    ("en", "English", "Part"),
    ("pt", "Português", "Parte"),
    ("fr", "Français", "Partie"),
    ("de", "Deutsch", "Teil"),
    ("ar", "العربية", "الجزء"),
];

/// The most usual words of the languages in Latin letters. A word of several languages counts for each of them.
const USUAL: [(&str, &[&str]); 5] = [
    (
        "en",
        &[
            "the", "of", "and", "to", "in", "for", "shall", "by", "with", "is", "will", "on", "a",
            "are", "all", "be", "from", "that", "this", "our", "its", "we", "or", "as", "city",
        ],
    ),
    (
        "es",
        &[
            "el", "los", "las", "del", "y", "en", "por", "una", "con", "la", "de", "que", "se",
            "para", "un", "al", "su", "sus", "lo", "no", "o", "a", "es", "como", "este", "esta",
            "será", "ciudad", "todos", "uno", "dos", "hará", "entre", "sobre", "más",
        ],
    ),
    (
        "pt",
        &[
            "os", "as", "do", "da", "e", "em", "por", "uma", "com", "ao", "o", "a", "de", "que",
            "se", "para", "um", "dos", "das", "no", "na", "nos", "nas", "não", "é", "à", "são",
            "pela", "pelo", "cidade", "mais", "será",
        ],
    ),
    (
        "de",
        &[
            "der", "die", "das", "und", "des", "den", "für", "ist", "von", "mit", "zu", "im", "in",
            "auf", "ein", "eine", "dem", "wird", "werden", "nicht", "alle", "stadt", "bis", "zur",
            "zum", "an",
        ],
    ),
    (
        "fr",
        &[
            "le", "les", "des", "du", "et", "dans", "par", "une", "aux", "la", "de", "un", "en",
            "pour", "que", "qui", "sur", "au", "à", "est", "avec", "ce", "cette", "sont", "se",
            "ou", "l", "d", "ville", "sera",
        ],
    ),
];

/// Letters and endings of words that one of these languages has and most others have not.
const MARKS: [(&str, &[char], &[&str]); 5] = [
    ("en", &[], &["ing", "tion", "ty", "ness"]),
    (
        "es",
        &['ñ', '¿', '¡'],
        &["ción", "ciones", "dad", "dades", "mente"],
    ),
    (
        "pt",
        &['ã', 'õ'],
        &["ção", "ções", "dade", "dades", "mente"],
    ),
    ("de", &['ß', 'ä'], &["ung", "ungen", "keit", "heit", "lich"]),
    (
        "fr",
        &['è', 'ê', 'œ', 'ù'],
        &["tion", "tions", "té", "tés", "ment", "eux"],
    ),
];

/// Characters that only traditional Chinese has, of those that plans often use.
const TRADITIONAL: &str = "國會條為與發實經濟業務關係應對進開";

/// Returns the language of a tag, such as `fr` or `pt-BR`.
pub(crate) fn of_tag(tag: &str) -> Language {
    let lower = tag.to_lowercase().replace('_', "-");
    let short = lower.split('-').next().unwrap_or_default().to_owned();
    let known = KNOWN.iter().find(|(known, ..)| *known == short);
    let (name, part) = known.map_or((tag, "Part"), |(_, name, part)| (*name, *part));
    Language {
        html: if lower == short && short == "zh" {
            "zh-Hans".to_owned()
        } else {
            tag.replace('_', "-")
        },
        tag: short,
        name: name.to_owned(),
        part,
    }
}

/// Reports whether a text has the form of a language's tag.
pub(crate) fn is_tag(tag: &str) -> bool {
    let mut parts = tag.split(['-', '_']);
    let is_part = |part: &str| {
        (1..=8).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphanumeric())
    };
    let is_language = |part: &str| part.len() > 1 && part.bytes().all(|b| b.is_ascii_alphabetic());
    parts.next().is_some_and(is_language) && parts.all(is_part)
}

/// The fewest words of a text whose single letters are words.
const FEWEST: usize = 20;

/// A language that a text shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Shown {
    pub(crate) language: Language,
    /// Whether another language fits nearly as well.
    pub(crate) is_unsure: bool,
}

/// Returns the language of a text; `None` if nothing shows it.
pub(crate) fn of_text(text: &str) -> Option<Shown> {
    let sure = |language| {
        Some(Shown {
            language,
            is_unsure: false,
        })
    };
    let count = |is_in: fn(char) -> bool| text.chars().filter(|&c| is_in(c)).count();
    let han = count(|c| matches!(c, '\u{4e00}'..='\u{9fff}'));
    let kana = count(|c| matches!(c, '\u{3040}'..='\u{30ff}'));
    let arabic = count(|c| matches!(c, '\u{620}'..='\u{6ff}'));
    let latin = count(|c| c.is_alphabetic() && c < '\u{250}');
    // A Chinese character is about as much text as three letters.
    if han * 3 > latin && han > arabic && kana * 10 < han {
        let mut language = of_tag("zh");
        if count(|c| TRADITIONAL.contains(c)) * 50 > han {
            "zh-Hant".clone_into(&mut language.html);
        }
        return sure(language);
    }
    if arabic > latin {
        return sure(of_tag("ar"));
    }
    let mut words: HashMap<String, usize> = HashMap::new();
    for word in text
        .split(|c: char| !c.is_alphabetic())
        .filter(|word| !word.is_empty())
    {
        *words.entry(word.to_lowercase()).or_default() += 1;
    }
    // In few words, a single letter may be a number or a name.
    let is_long = words.values().sum::<usize>() >= FEWEST;
    let score = |tag: &str, usual: &[&str]| {
        let usual = usual
            .iter()
            .filter(|word| is_long || word.chars().count() > 1);
        let usual: usize = usual.filter_map(|word| words.get(*word)).sum();
        let (_, letters, endings) = MARKS.iter().find(|(known, ..)| *known == tag)?;
        let shows = |word: &str| {
            word.contains(*letters)
                || word.chars().count() > 4 && endings.iter().any(|end| word.ends_with(end))
        };
        let marks: usize = words
            .iter()
            .filter(|(word, _)| shows(word))
            .map(|(_, times)| times)
            .sum();
        Some(usual * 2 + marks)
    };
    let mut scores = USUAL.map(|(tag, usual)| (score(tag, usual).unwrap_or_default(), tag));
    scores.sort_by_key(|(score, _)| std::cmp::Reverse(*score));
    let [(most, tag), (next, _), ..] = scores;
    (most > 0).then(|| Shown {
        language: of_tag(tag),
        is_unsure: next * 5 > most * 4,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn recognises_languages() {
        for (text, tag, html) in [
            ("第一条 为了促进发展，制定本法。ICT", "zh", "zh-Hans"),
            ("第一條 為促進經濟發展，制定本條例。", "zh", "zh-Hant"),
            (
                "The Parties shall cooperate in the field of energy.",
                "en",
                "en",
            ),
            (
                "Los Estados promoverán la cooperación en materia de energía y las artes.",
                "es",
                "es",
            ),
            (
                "As partes promovem a cooperação em matéria de energia e as artes do país.",
                "pt",
                "pt",
            ),
            (
                "Les parties favorisent la coopération dans le domaine de l'énergie et des arts.",
                "fr",
                "fr",
            ),
            ("Plan de la ciudad: medidas", "es", "es"),
            ("Plano da cidade", "pt", "pt"),
            ("Plan de la ville", "fr", "fr"),
            ("Plan of the city", "en", "en"),
            ("Se hará uno. Se hará dos. Movilidad. Energía.", "es", "es"),
            ("تتعاون الأطراف في مجال الطاقة.", "ar", "ar"),
        ] {
            let shown = of_text(text).expect("a language");
            assert!(!shown.is_unsure, "{text}");
            let language = shown.language;
            assert_eq!((language.tag.as_str(), language.html.as_str()), (tag, html));
        }
        assert_eq!(of_text("123"), None);
        assert_eq!(of_text("Chapter 1: A. 1.1 a; x, y"), None);
        assert!(of_text("plan de la").expect("a language").is_unsure);
        assert_eq!(of_tag("pt-BR").html, "pt-BR");
        assert_eq!(of_tag("pt-BR").tag, "pt");
        assert!(is_tag("zh-Hans-CN") && !is_tag("e") && !is_tag("en glish") && !is_tag("../x"));
    }
}
