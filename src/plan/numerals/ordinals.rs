//! Ordinals in words: PRIMERO, Primera, First.

/// The ordinals of a language, or of a gender in it.
struct Ordinals {
    /// From 1. At least ten.
    words: &'static [&'static str],
    /// The round numbers by themselves, from twenty.
    round: &'static [&'static str],
    /// The round numbers before one of the first nine, from ten or twenty. Empty if a language joins
    /// them in another way.
    tens: &'static [&'static str],
    /// The first of `tens`, divided by ten.
    first_ten: usize,
    joint: char,
}

const SPANISH_MASCULINE: [&str; 9] = [
    "décimo",
    "vigésimo",
    "trigésimo",
    "cuadragésimo",
    "quincuagésimo",
    "sexagésimo",
    "septuagésimo",
    "octogésimo",
    "nonagésimo",
];
const SPANISH_FEMININE: [&str; 9] = [
    "décima",
    "vigésima",
    "trigésima",
    "cuadragésima",
    "quincuagésima",
    "sexagésima",
    "septuagésima",
    "octogésima",
    "nonagésima",
];
const PORTUGUESE: [&str; 9] = [
    "décimo",
    "vigésimo",
    "trigésimo",
    "quadragésimo",
    "quinquagésimo",
    "sexagésimo",
    "septuagésimo",
    "octogésimo",
    "nonagésimo",
];

const ALL: [Ordinals; 8] = [
    Ordinals {
        words: &[
            "primero",
            "segundo",
            "tercero",
            "cuarto",
            "quinto",
            "sexto",
            "séptimo",
            "octavo",
            "noveno",
            "décimo",
            "undécimo",
            "duodécimo",
            "decimotercero",
            "decimocuarto",
            "decimoquinto",
            "decimosexto",
            "decimoséptimo",
            "decimoctavo",
            "decimonoveno",
        ],
        round: SPANISH_MASCULINE.split_at(1).1,
        tens: &SPANISH_MASCULINE,
        first_ten: 1,
        joint: ' ',
    },
    Ordinals {
        words: &[
            "primera",
            "segunda",
            "tercera",
            "cuarta",
            "quinta",
            "sexta",
            "séptima",
            "octava",
            "novena",
            "décima",
            "undécima",
            "duodécima",
            "decimotercera",
            "decimocuarta",
            "decimoquinta",
            "decimosexta",
            "decimoséptima",
            "decimoctava",
            "decimonovena",
        ],
        round: SPANISH_FEMININE.split_at(1).1,
        tens: &SPANISH_FEMININE,
        first_ten: 1,
        joint: ' ',
    },
    Ordinals {
        words: &[
            "primeiro", "segundo", "terceiro", "quarto", "quinto", "sexto", "sétimo", "oitavo",
            "nono", "décimo",
        ],
        round: PORTUGUESE.split_at(1).1,
        tens: &PORTUGUESE,
        first_ten: 1,
        joint: ' ',
    },
    Ordinals {
        words: &[
            "premier",
            "deuxième",
            "troisième",
            "quatrième",
            "cinquième",
            "sixième",
            "septième",
            "huitième",
            "neuvième",
            "dixième",
            "onzième",
            "douzième",
            "treizième",
            "quatorzième",
            "quinzième",
            "seizième",
        ],
        round: &["vingtième"],
        tens: &[],
        first_ten: 2,
        joint: '-',
    },
    Ordinals {
        words: &[
            "first",
            "second",
            "third",
            "fourth",
            "fifth",
            "sixth",
            "seventh",
            "eighth",
            "ninth",
            "tenth",
            "eleventh",
            "twelfth",
            "thirteenth",
            "fourteenth",
            "fifteenth",
            "sixteenth",
            "seventeenth",
            "eighteenth",
            "nineteenth",
        ],
        round: &[
            "twentieth",
            "thirtieth",
            "fortieth",
            "fiftieth",
            "sixtieth",
            "seventieth",
            "eightieth",
            "ninetieth",
        ],
        tens: &[
            "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety",
        ],
        first_ten: 2,
        joint: '-',
    },
    Ordinals {
        words: &[
            "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
        ],
        round: &[],
        tens: &[],
        first_ten: 2,
        joint: '-',
    },
    Ordinals {
        words: &[
            "الأولى",
            "الثانية",
            "الثالثة",
            "الرابعة",
            "الخامسة",
            "السادسة",
            "السابعة",
            "الثامنة",
            "التاسعة",
            "العاشرة",
        ],
        round: &[],
        tens: &[],
        first_ten: 2,
        joint: ' ',
    },
    Ordinals {
        words: &[
            "الأول",
            "الثاني",
            "الثالث",
            "الرابع",
            "الخامس",
            "السادس",
            "السابع",
            "الثامن",
            "التاسع",
            "العاشر",
        ],
        round: &[],
        tens: &[],
        first_ten: 2,
        joint: ' ',
    },
];

/// The letters of the shortest ordinal, `nono`.
const SHORTEST: usize = 4;

/// Returns the value of an ordinal in any language, accents and letter case aside.
pub(super) fn value(word: &str) -> Option<usize> {
    // Most texts that are asked for are short numerals.
    if word.chars().nth(SHORTEST - 1).is_none() || !word.starts_with(char::is_alphabetic) {
        return None;
    }
    let plain = plain(word);
    ALL.iter().find_map(|ordinals| ordinals.value(&plain))
}

/// Returns the ordinal of a value in the language, the gender and the letter case of another one.
/// Returns `None` if there is no word for it here.
pub(super) fn print_like(model: &str, value: usize) -> Option<String> {
    let known = plain(model);
    let ordinals = ALL
        .iter()
        .find(|ordinals| ordinals.value(&known).is_some())?;
    let word = ordinals.print(value)?;
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

impl Ordinals {
    fn value(&self, plain_word: &str) -> Option<usize> {
        let position =
            |words: &[&str], word: &str| words.iter().position(|known| plain(known) == word);
        if let Some(nth) = position(self.words, plain_word) {
            return Some(nth + 1);
        }
        if let Some(nth) = position(self.round, plain_word) {
            return Some((nth + 2) * 10);
        }
        let (tens, ones) = plain_word.rsplit_once([' ', '-'])?;
        let tens = position(self.tens, tens.trim_end())? + self.first_ten;
        let ones = position(&self.words[..9], ones)? + 1;
        Some(tens * 10 + ones)
    }

    fn print(&self, value: usize) -> Option<String> {
        if let Some(word) = self.words.get(value.checked_sub(1)?) {
            return Some((*word).to_owned());
        }
        let (tens, ones) = (value / 10, value % 10);
        if ones == 0 {
            return Some((*self.round.get(tens.checked_sub(2)?)?).to_owned());
        }
        let tens = self.tens.get(tens.checked_sub(self.first_ten)?)?;
        Some(format!("{tens}{}{}", self.joint, self.words[ones - 1]))
    }
}

fn plain(word: &str) -> String {
    let accent = |c: char| match c {
        'é' | 'è' => 'e',
        'á' => 'a',
        'í' => 'i',
        'ó' => 'o',
        _ => c,
    };
    word.to_lowercase().chars().map(accent).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_the_ordinals_it_prints() {
        for (model, longest) in [
            ("primero", 99),
            ("primera", 99),
            ("primeiro", 99),
            ("first", 99),
            ("premier", 16),
            ("الأولى", 10),
            ("الأول", 10),
        ] {
            for number in 1..=longest {
                let printed = print_like(model, number).expect("an ordinal");
                assert_eq!(value(&printed), Some(number), "{printed}");
            }
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
        assert_eq!(value("decima"), Some(10));
        assert_eq!(value("Vigésima-primera"), Some(21));
        assert_eq!(value("primero segundo"), None);
    }
}
