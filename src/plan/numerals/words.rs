//! Numbers in words: the ordinals PRIMERO, Primera and First, and the cardinals One, Uno and Um.

mod cardinals;
mod ordinals;
mod table;

use cardinals::CARDINALS;
use ordinals::ORDINALS;
use table::{Words, plain};

/// The letters of the shortest word, `um`.
const SHORTEST: usize = 2;

/// Returns the value of a number word in any language, accents and letter case aside.
pub(super) fn value(word: &str) -> Option<usize> {
    // Most texts that are asked for are short numerals.
    if word.chars().nth(SHORTEST - 1).is_none() || !word.starts_with(char::is_alphabetic) {
        return None;
    }
    let plain: String = plain(word).collect();
    all().find_map(|words| words.value(&plain))
}

/// Returns the word for a value in the language, the kind, the gender and the letter case of another
/// one. Returns `None` if there is no word for it here.
pub(super) fn print_like(model: &str, value: usize) -> Option<String> {
    let known: String = plain(model).collect();
    let words = all().find(|words| words.value(&known).is_some())?;
    let word = words.print(value, words.form_of(&known))?;
    let mut letters = model.chars();
    let is_upper = |c: Option<char>| c.is_some_and(char::is_uppercase);
    Some(match (is_upper(letters.next()), is_upper(letters.next())) {
        (true, true) => word.to_uppercase(),
        (true, false) => {
            let mut rest = word.chars();
            let first = rest.next().into_iter().flat_map(char::to_uppercase);
            first.chain(rest).collect()
        }
        _ => word,
    })
}

fn all() -> impl Iterator<Item = &'static Words> {
    ORDINALS.iter().chain(&CARDINALS)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_the_words_it_prints() {
        for (model, longest) in [
            ("primero", 99),
            ("primera", 99),
            ("primeiro", 99),
            ("first", 99),
            ("premier", 16),
            ("الأولى", 10),
            ("الأول", 10),
            ("one", 99),
            ("uno", 20),
            ("una", 20),
            ("um", 20),
            ("uma", 20),
        ] {
            for number in 1..=longest {
                let printed = print_like(model, number).expect("a word");
                assert_eq!(value(&printed), Some(number), "{printed}");
            }
            assert_eq!(print_like(model, 1).as_deref(), Some(model));
            assert_eq!(print_like(model, 100), None);
        }
    }

    #[test]
    fn keeps_letter_case_and_ignores_accents() {
        assert_eq!(
            print_like("PRIMERO", 21).as_deref(),
            Some("VIGÉSIMO PRIMERO")
        );
        assert_eq!(print_like("First", 12).as_deref(), Some("Twelfth"));
        assert_eq!(print_like("UMA", 2).as_deref(), Some("DUAS"));
        assert_eq!(print_like("Dois", 1).as_deref(), Some("Um"));
        assert_eq!(value("decima"), Some(10));
        assert_eq!(value("Vigésima-primera"), Some(21));
        assert_eq!(value("primero segundo"), None);
        assert_eq!(value("TRÊS"), Some(3));
        assert_eq!(value("Quatorze"), Some(14));
        assert_eq!(value("ones"), None);
    }
}
