//! Whether a number continues those before it. A number that does not may be a year, an amount, or
//! part of a sentence.

use std::collections::HashMap;

use crate::label::{Label, Start, Style, Words, read_large};

/// How a number relates to the last one of its style, the best relation first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Relation {
    /// It is the next one.
    Next,
    /// It is the first one, or it has no value of its own.
    First,
    /// There is a gap before it.
    Gap,
    /// It neither begins nor continues anything.
    Unrelated,
}

/// The last number of each style.
#[derive(Debug, Default)]
pub(crate) struct Sequence {
    last: HashMap<Style, usize>,
}

impl Sequence {
    /// Returns the reading that continues the text best.
    pub(crate) fn best(&self, readings: Vec<Label>) -> Option<(Label, Relation)> {
        let related = readings.into_iter().map(|label| {
            let relation = self.relation(&label);
            (label, relation)
        });
        related.min_by_key(|(_, relation)| *relation)
    }

    /// Reads the number at the start of a text. Without a word, one above 999 is the next one, or none.
    pub(crate) fn read<'a>(&self, text: &'a str, words: &Words) -> Option<Start<'a>> {
        let is_next = |label: &Label| self.relation(label) == Relation::Next;
        let next = || read_large(text).filter(|start| start.readings.iter().any(is_next));
        words.read(text).or_else(next)
    }

    /// Makes a number the last one of its style.
    pub(crate) fn accept(&mut self, label: &Label) {
        if let Some(value) = label.value {
            self.last.insert(label.style.clone(), value);
        }
    }

    /// Returns the last number of a style.
    pub(crate) fn last(&self, style: &Style) -> Option<usize> {
        self.last.get(style).copied()
    }

    fn relation(&self, label: &Label) -> Relation {
        let last = self.last(&label.style);
        match (label.value, last) {
            (Some(value), Some(last)) if value == last + 1 => Relation::Next,
            (Some(1) | None, _) => Relation::First,
            (Some(value), Some(last)) if value > last => Relation::Gap,
            _ => Relation::Unrelated,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::label::read;
    use plan::numerals::Numeral;

    #[test]
    fn chooses_the_reading_that_continues() {
        let mut sequence = Sequence::default();
        let mut next = |text| {
            let start = read(text).expect("a number");
            let (label, relation) = sequence.best(start.readings).expect("a reading");
            sequence.accept(&label);
            (label.style.numeral, relation)
        };
        assert_eq!(next("(i) x"), (Numeral::LowerRoman, Relation::First));
        assert_eq!(next("(g) x"), (Numeral::LowerLetter, Relation::Unrelated));
        assert_eq!(next("(h) x"), (Numeral::LowerLetter, Relation::Next));
        assert_eq!(next("(i) x"), (Numeral::LowerLetter, Relation::Next));
        assert_eq!(next("(k) x"), (Numeral::LowerLetter, Relation::Gap));
    }
}
