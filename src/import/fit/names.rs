//! The stems of levels, their names, and the names of divisions without number.

use super::draft::Line;
use crate::language::Language;
use crate::letters::plain;

/// Words of divisions, with the stems of their eIds: by the Akoma Ntoso naming convention where it
/// has one.
const STEMS: &[(&str, &[&str])] = &[
    ("bk", &["编", "編", "book", "libro", "livro", "livre"]),
    ("subbk", &["分编", "分編"]),
    ("part", &["部分", "篇", "part", "parte", "partie", "الجزء"]),
    ("title", &["title", "título", "titulo", "titre", "الباب"]),
    (
        "chp",
        &["章", "chapter", "capítulo", "capitulo", "chapitre", "الفصل"],
    ),
    ("sec", &["节", "節", "section", "sección", "seção", "القسم"]),
    ("subsec", &["目", "subsection"]),
    (
        "art",
        &[
            "条",
            "條",
            "article",
            "art.",
            "artículo",
            "articulo",
            "artigo",
            "المادة",
            "مادة",
            "§",
        ],
    ),
    (
        "goal",
        &["goal", "objetivo", "objectif", "objective", "الهدف"],
    ),
    ("target", &["target", "meta"]),
    ("pillar", &["pillar"]),
    ("axis", &["eje", "eixo", "axe"]),
    ("rule", &["rule"]),
    ("principle", &["principle"]),
    (
        "action",
        &["action", "acción", "actuación", "ação", "行动", "行動"],
    ),
    (
        "measure",
        &["measure", "medida", "mesure", "maßnahme", "措施"],
    ),
    (
        "commitment",
        &[
            "commitment",
            "compromiso",
            "compromisso",
            "engagement",
            "承诺",
        ],
    ),
    (
        "recommendation",
        &[
            "recommendation",
            "recomendación",
            "recomendação",
            "recommandation",
            "建议",
        ],
    ),
    (
        "proposal",
        &["proposal", "propuesta", "proposta", "proposition"],
    ),
    (
        "annex",
        &["annex", "annexe", "anexo", "附件", "附录", "附錄"],
    ),
];

/// Stems of levels whose numbers have no word, and their names by language.
const WITHOUT_WORD: [(&str, &[(&str, &str)]); 5] = [
    (
        "sec",
        &[
            ("zh", "节"),
            ("en", "section"),
            ("es", "sección"),
            ("pt", "seção"),
            ("fr", "section"),
            ("ar", "القسم"),
        ],
    ),
    (
        "subsec",
        &[
            ("zh", "小节"),
            ("en", "subsection"),
            ("es", "subsección"),
            ("pt", "subseção"),
            ("fr", "sous-section"),
        ],
    ),
    ("div", &[]),
    ("subdiv", &[]),
    ("group", &[]),
];

/// Headings of divisions without number, with their names.
const NAMES: &[(&str, &[&str])] = &[
    (
        "preamble",
        &[
            "preamble",
            "preámbulo",
            "preâmbulo",
            "préambule",
            "序言",
            "序",
            "前言",
            "引言",
            "导言",
            "الديباجة",
            "ديباجة",
        ],
    ),
    (
        "annex",
        &[
            "annex",
            "annexe",
            "anexo",
            "appendix",
            "schedule",
            "apéndice",
            "附件",
            "附录",
            "附錄",
            "附表",
            "ملحق",
            "الملحق",
        ],
    ),
    (
        "final",
        &[
            "附则",
            "附則",
            "final",
            "disposición final",
            "disposiciones finales",
        ],
    ),
    (
        "conclusion",
        &["conclusion", "conclusión", "结语", "结束语"],
    ),
];

/// The longest name, in characters.
const LONGEST: usize = 32;

/// Returns the stem of a level whose numbers have this word. Each level has a stem of its own.
pub(super) fn stem(word: Option<&str>, taken: &[&str]) -> &'static str {
    let by_word = word.and_then(|word| STEMS.iter().find(|(_, words)| words.contains(&word)));
    let all = by_word.map(|(stem, _)| *stem).into_iter();
    let mut all = all.chain(WITHOUT_WORD.iter().map(|(stem, _)| *stem));
    all.find(|stem| !taken.contains(stem)).unwrap_or("level")
}

/// Returns the stem of clauses whose numbers have this word, unless it is that of a level.
pub(super) fn of_clauses(word: &str, taken: &[&str]) -> Option<&'static str> {
    // `Medida nº 1.`
    let word = word.split(' ').next().unwrap_or(word);
    let (stem, _) = STEMS.iter().find(|(_, words)| words.contains(&word))?;
    (!taken.contains(stem)).then_some(*stem)
}

/// Returns the name of a level without a word in the text.
pub(super) fn of_level(stem: &str, language: &Language) -> Option<&'static str> {
    let (_, names) = WITHOUT_WORD.iter().find(|(known, _)| *known == stem)?;
    let own = names.iter().find(|(tag, _)| *tag == language.tag);
    own.map(|(_, name)| *name)
}

/// Returns a name for the eId of a division without number.
pub(super) fn of_division(heading: &Line, stem: &str) -> String {
    let mut whole = heading.whole().to_lowercase();
    if whole.contains(crate::text::is_without_spaces) {
        whole.retain(|c| !c.is_whitespace());
    }
    let begins = |word: &&str| {
        let after = whole.strip_prefix(*word);
        after.is_some_and(|after| !after.starts_with(char::is_alphabetic) || is_chinese(word))
    };
    let known = NAMES.iter().find(|(_, words)| words.iter().any(&begins));
    if let Some((name, _)) = known {
        let value = heading.label.as_ref().and_then(|label| label.value);
        return value.map_or((*name).to_owned(), |value| format!("{name}-{value}"));
    }
    let mut name = String::new();
    for word in whole.split(|c: char| !c.is_alphanumeric()) {
        // A word of another script would leave nothing, or only its digits.
        let letters: Option<String> = word.chars().map(plain).collect();
        if let Some(letters) = letters.filter(|letters| !letters.is_empty()) {
            if name.len() + letters.len() > LONGEST {
                break;
            }
            name.extend([if name.is_empty() { "" } else { "-" }, &letters]);
        }
    }
    if name.is_empty() || name == "body" {
        stem.to_owned()
    } else {
        name
    }
}

fn is_chinese(word: &str) -> bool {
    word.chars().all(crate::text::is_without_spaces)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_divisions_by_their_headings() {
        let named = |text: &str| {
            let heading = Line {
                text: text.into(),
                ..Line::default()
            };
            of_division(&heading, "chp")
        };
        assert_eq!(named("PREÁMBULO"), "preamble");
        assert_eq!(named("附则"), "final");
        assert_eq!(named("Título preliminar"), "titulo-preliminar");
        assert_eq!(named("结果"), "chp");
        assert_eq!(named("Annexes of it"), "annexes-of-it");
        assert_eq!(named("Body"), "chp");
    }

    #[test]
    fn gives_each_level_a_stem_of_its_own() {
        assert_eq!(stem(Some("章"), &[]), "chp");
        assert_eq!(stem(Some("章"), &["chp"]), "sec");
        assert_eq!(stem(None, &["sec"]), "subsec");
    }
}
