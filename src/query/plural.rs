//! Singular and plural in English, Spanish and Portuguese, by their endings.
//!
//! Two words are forms of each other if they share a singular. A rule may make a singular that is
//! no word; then no text has it. So the rules are few, and each excludes only what would match
//! frequent words: `news` is no plural of `new`, nor `doses` of `dos`.

/// Endings of plurals, of the singulars in their place, without accents, and the number of letters
/// of the shortest singular.
const ENDINGS: [(&str, &str, usize); 16] = [
    ("s", "", 3),
    ("es", "", 4),
    ("xes", "x", 3),
    ("yes", "y", 3),
    ("ies", "y", 4),
    ("ces", "z", 4),
    ("ses", "sis", 4),
    ("oes", "ao", 4),
    ("aes", "ao", 4),
    ("ais", "al", 4),
    ("eis", "el", 4),
    ("eis", "il", 4),
    ("ois", "ol", 4),
    ("uis", "ul", 4),
    ("is", "il", 5),
    ("ns", "m", 4),
];

/// The number of letters at the end of a word in which its forms may differ.
pub(super) const LONGEST_ENDING: usize = 3;

/// Reports whether two folded words share a singular.
pub(super) fn are_forms(one: &str, other: &str) -> bool {
    // An ending and its singular differ by at most two letters.
    if one.len().abs_diff(other.len()) > 2 {
        return false;
    }
    let others = singulars(other);
    singulars(one).iter().any(|one| others.contains(one))
}

/// Returns the number of letters at the beginning of a folded word that all its forms have.
pub(super) fn common_stem(word: &str) -> usize {
    let mut common = word.len();
    for singular in singulars(word) {
        for (plural, end, _) in ENDINGS.iter().chain(&[("", "", 0)]) {
            let stem = singular.strip_suffix(end).unwrap_or(word);
            let form = [stem, plural].concat();
            while !form.starts_with(&word[..common]) && are_forms(word, &form) {
                common -= 1;
            }
        }
    }
    common
}

/// Returns the folded word and the singulars that it may have.
fn singulars(word: &str) -> Vec<String> {
    let mut singulars = vec![word.to_owned()];
    for (plural, singular, shortest) in ENDINGS {
        let stem = word.strip_suffix(plural).unwrap_or_default();
        let is_excluded = plural == "s" && (stem.ends_with('s') || stem == "new");
        if stem.len() + singular.len() >= shortest && !stem.is_empty() && !is_excluded {
            singulars.push([stem, singular].concat());
        }
    }
    singulars
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn singulars_and_plurals_are_forms_of_each_other() {
        for (singular, plural) in [
            ("forum", "forums"),
            ("country", "countries"),
            ("tax", "taxes"),
            ("law", "laws"),
            ("process", "processes"),
            ("analysis", "analyses"),
            ("energy", "energies"),
            ("inversion", "inversiones"),
            ("nacion", "naciones"),
            ("pais", "paises"),
            ("ley", "leyes"),
            ("capaz", "capaces"),
            ("papel", "papeles"),
            ("papel", "papeis"),
            ("acao", "acoes"),
            ("nacao", "nacoes"),
            ("alemao", "alemaes"),
            ("cidadao", "cidadaos"),
            ("nacional", "nacionais"),
            ("nivel", "niveis"),
            ("facil", "faceis"),
            ("civil", "civis"),
            ("espanhol", "espanhois"),
            ("azul", "azuis"),
            ("ordem", "ordens"),
            ("setor", "setores"),
        ] {
            assert!(are_forms(singular, plural), "{singular}, {plural}");
            assert!(are_forms(plural, singular), "{plural}, {singular}");
            for (one, other) in [(singular, plural), (plural, singular)] {
                assert!(
                    other.starts_with(&one[..common_stem(one)]),
                    "{one}, {other}"
                );
            }
        }
        // Both are plurals of “papel”.
        assert!(are_forms("papeles", "papeis"));
    }

    #[test]
    fn other_words_are_no_forms_of_each_other() {
        for (one, other) in [
            ("news", "new"),
            ("mass", "mas"),
            ("doses", "dos"),
            ("andes", "and"),
            ("gas", "ga"),
            ("mais", "mal"),
            ("mais", "mail"),
            ("comes", "com"),
            ("cones", "con"),
            ("foes", "fao"),
            ("nation", "national"),
            ("port", "support"),
        ] {
            assert!(!are_forms(one, other), "{one}, {other}");
            assert!(!are_forms(other, one), "{other}, {one}");
        }
    }

    #[test]
    fn forms_differ_only_in_their_endings() {
        for (plural, singular, _) in ENDINGS {
            assert!(plural.len().max(singular.len()) <= LONGEST_ENDING);
        }
    }
}
