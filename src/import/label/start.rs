//! The number at the start of a text, as data.

use std::ops::Range;

use plan::numerals::{Numeral, readings};

/// The rank of a division that contains all others, such as an annex.
pub(crate) const ANNEX: u8 = 0;
/// The rank of an article. Divisions of a lower rank contain articles.
pub(crate) const ARTICLE: u8 = 7;

/// A number as it is printed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Label {
    /// The number with its word and punctuation, such as `Article 3.`.
    pub(crate) printed: String,
    /// The range of the numeral in `printed`.
    pub(crate) numeral: Range<usize>,
    pub(crate) style: Style,
    /// `None` for an insertion such as `Article 3a`, and for a word without a numeral.
    pub(crate) value: Option<usize>,
}

/// The form that the numbers of one level have in common.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Style {
    /// The form with `%` for the numeral, in half width and lower case.
    pub(crate) form: String,
    pub(crate) numeral: Numeral,
    /// The rank of the word, outermost 0; `None` without a word.
    pub(crate) rank: Option<u8>,
}

impl Label {
    /// Reports whether the numeral may be the Portuguese “of the”, as in “TÍTULO DOS DIREITOS”. `whole` is the
    /// number with its text.
    pub(crate) fn may_be_of_the(&self, whole: &str) -> bool {
        is_of_the(whole, &self.numeral)
    }
}

impl Style {
    /// Reports whether numbers of two styles are of one kind. A word says more than the numeral: title
    /// I follows the first title.
    pub(crate) fn is_like(&self, other: &Self) -> bool {
        let is_same = self.numeral == other.numeral || self.rank.is_some();
        is_same && self.form == other.form && self.rank == other.rank
    }

    /// Returns the word of a number, such as `article` or 条, in lower case.
    pub(crate) fn word(&self) -> Option<String> {
        self.rank?;
        let word = self.form.replace(['%', '第'], "");
        let word = word.trim_matches(|c: char| !c.is_alphabetic() && c != '§' && c != '.');
        (!word.is_empty()).then(|| word.to_owned())
    }
}

/// The start of a text.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Start<'a> {
    /// Every reading of the number, the more usual one first; at least one.
    pub(crate) readings: Vec<Label>,
    /// The text after the number, without the white space between.
    pub(crate) rest: &'a str,
}

/// Returns a start whose numeral is at this range of the text and whose number ends at `end`.
pub(super) fn start(
    text: &str,
    numeral: Range<usize>,
    end: usize,
    rank: Option<u8>,
    is_usual: fn(Numeral) -> bool,
) -> Start<'_> {
    let form = |range: Range<usize>| {
        text[range]
            .to_lowercase()
            .trim()
            .replace(['（', '('], "(")
            .replace(['）', ')'], ")")
            .replace('．', ".")
    };
    // The mark after a number with a word belongs to the text around it, not to the form.
    let after = if rank.is_some_and(|_| !text.starts_with('第')) {
        String::new()
    } else {
        form(numeral.end..end)
    };
    let form = format!("{}%{after}", form(0..numeral.start));
    let label = |(kind, value)| Label {
        printed: text[..end].to_owned(),
        numeral: numeral.clone(),
        style: Style {
            form: form.clone(),
            numeral: kind,
            rank,
        },
        value: Some(value),
    };
    let readings = readings(&text[numeral.clone()]).into_iter();
    Start {
        readings: readings
            .filter(|(kind, _)| is_usual(*kind))
            .map(label)
            .collect(),
        rest: text[end..].trim_start(),
    }
}

/// Reports whether the numeral at this range is “dos” before a word: two in Spanish, or “of the” in Portuguese, as in
/// “Parte dos Estados”.
pub(super) fn is_of_the(text: &str, numeral: &Range<usize>) -> bool {
    let after = text[numeral.end..].trim_start();
    text[numeral.clone()].eq_ignore_ascii_case("dos") && after.starts_with(char::is_alphabetic)
}
