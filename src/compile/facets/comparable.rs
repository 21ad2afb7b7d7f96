//! Texts as phrases are compared with them: letter case, the form of apostrophes and quotation marks,
//! and no-break spaces make no difference. Accents do: `él` is another word than `el`.

use std::ops::Range;

use plan::characters::{is_invisible, is_of_a_bounded_word};

use crate::folds::{lower_case, plain_apostrophe};

/// A text with the common form of each character.
#[derive(Debug)]
pub(super) struct Comparable {
    pub(super) text: String,
    /// For each byte of `text`, the byte of the original at which its character begins; then the length
    /// of the original.
    origins: Vec<usize>,
}

impl Comparable {
    /// Returns a text in the form in which phrases are compared.
    pub(super) fn new(original: &str) -> Self {
        Self::folded(original, common)
    }

    /// Returns a text in which `fold` has replaced each character.
    pub(super) fn folded(original: &str, fold: impl Fn(char) -> char) -> Self {
        let mut text = String::with_capacity(original.len());
        let mut origins = Vec::with_capacity(original.len() + 1);
        for (at, c) in original.char_indices() {
            text.push(fold(c));
            origins.resize(text.len(), at);
        }
        origins.push(original.len());
        Self { text, origins }
    }

    /// Returns a range of this text in the original.
    pub(super) fn in_original(&self, range: &Range<usize>) -> Range<usize> {
        self.origins[range.start]..self.origins[range.end]
    }

    /// Returns a range, extended to the ends of the words in which it begins and ends. In scripts without
    /// spaces, a word may end everywhere.
    pub(super) fn to_whole_words(&self, Range { start, end }: Range<usize>) -> Range<usize> {
        let (before, rest) = self.text.split_at(start);
        let (inside, after) = rest.split_at(end - start);
        let is_part = |c: &char| is_of_a_bounded_word(*c) || is_invisible(*c);
        let length = |more: &mut dyn Iterator<Item = char>, edge: Option<char>| {
            if !edge.is_some_and(is_of_a_bounded_word) {
                return 0;
            }
            let more: Vec<char> = more.take_while(is_part).collect();
            // Invisible characters belong to a word only between letters.
            let last = more.iter().rposition(|c| is_of_a_bounded_word(*c));
            let more = &more[..last.map_or(0, |last| last + 1)];
            more.iter().map(|c| c.len_utf8()).sum()
        };
        let first = length(&mut before.chars().rev(), inside.chars().next());
        let last = length(&mut after.chars(), inside.chars().next_back());
        start - first..end + last
    }
}

/// Returns the character that stands for all that count as the same in a phrase.
fn common(c: char) -> char {
    match plain_apostrophe(c) {
        '“' | '”' | '„' | '‟' | '″' => '"',
        '‚' | '‛' => '\'',
        '\u{a0}' | '\u{202f}' => ' ',
        c => lower_case(c),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn whole(text: &str, phrase: &str) -> String {
        let comparable = Comparable::new(text);
        let wanted = Comparable::new(phrase).text;
        let start = comparable.text.find(&wanted).expect("the phrase");
        let range = comparable.to_whole_words(start..start + wanted.len());
        text[comparable.in_original(&range)].to_owned()
    }

    #[test]
    fn extends_to_the_words_of_scripts_with_spaces() {
        for (text, phrase, expected) in [
            ("An Opportunity.", "port", "Opportunity"),
            ("Port Verane", "port v", "Port Verane"),
            ("l’Port’s", "PORT", "Port"),
            (
                "the Commission’s “own”",
                "commission's \"own\"",
                "Commission’s “own”",
            ),
            ("opp\u{ad}ort\u{ad}", "ort", "opp\u{ad}ort"),
            ("加强合作", "强合", "强合"),
            ("5G网络", "g网", "5G网"),
            ("항구를", "항구", "항구"),
            ("ท่าเรือใหม่", "ท่าเรือ", "ท่าเรือ"),
            ("всего порта", "порт", "порта"),
        ] {
            assert_eq!(whole(text, phrase), expected);
        }
    }
}
