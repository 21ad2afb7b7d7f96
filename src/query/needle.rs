//! The words and phrases of a query, and their matches in a text.

use std::ops::Range;

use plan::Names;
use plan::characters::{is_apostrophe, is_dash, is_of_a_word, is_quotation_mark, is_separator};

use crate::fold::{Folder, is_ignored};
use crate::plural::{LONGEST_ENDING, are_forms};

/// The number of characters that are searched of a query, with each of its words once. It bounds the
/// time for a whole text that was pasted, or for a hostile link; a sentence is far shorter.
pub const LONGEST_QUERY: usize = 500;

/// Reports whether a query is longer than what is searched of it.
#[must_use]
pub fn is_too_long(query: &str) -> bool {
    searched(query).1
}

/// The folded words and phrases of a query. A clause must contain all of them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Needles(Vec<Needle>);

/// A word or phrase of a query: the forms in which it may occur in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Needle(Vec<Form>);

/// A folded word or phrase.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Form {
    text: String,
    /// The byte index of the last word in `text`.
    last: usize,
    /// The number of bytes that the text has in common with its plural or singular; all if the last
    /// word is short or not in Latin script.
    stem: usize,
    /// Whether only whole words match. A short name would occur inside many words.
    is_whole: bool,
}

impl Needles {
    /// Returns the words and phrases of a query. `things` has the folded names of each thing.
    pub(super) fn new(query: &str, folder: &Folder, things: &[Vec<String>]) -> Self {
        let words = words(query);
        let mut needles: Vec<Needle> = words.iter().map(|word| Needle::new(word, folder)).collect();
        for names in things {
            for name in names {
                add_names(&mut needles, name, names);
            }
        }
        Self(needles)
    }

    pub(super) fn as_slice(&self) -> &[Needle] {
        &self.0
    }

    /// Reports whether each needle occurs in at least one of the folded texts.
    pub(super) fn all_in(&self, texts: &[String]) -> bool {
        self.0
            .iter()
            .all(|needle| texts.iter().any(|text| needle.is_in(text)))
    }

    /// Returns the needles that occur in none of the folded texts.
    pub(super) fn missing_in(&self, texts: &[&String]) -> Self {
        let is_missing = |needle: &&Needle| !texts.iter().any(|text| needle.is_in(text));
        Self(self.0.iter().filter(is_missing).cloned().collect())
    }

    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Returns the matches in `text`, which is `folded` by a folder, as sorted byte ranges of
    /// `text`. Matches that touch or overlap become one range.
    pub(super) fn hits(&self, text: &str, folded: &str, by: &Folder) -> Vec<Range<usize>> {
        let mut is_hit = vec![false; folded.len()];
        for form in self.0.iter().flat_map(|needle| &needle.0) {
            form.each_in(folded, &mut |hit| {
                is_hit[hit].fill(true);
                true
            });
        }
        let mut hits: Vec<Range<usize>> = Vec::new();
        let mut folded_at = 0;
        let mut follows_hit = false;
        by.each(text, &mut |at, c| {
            if is_hit[folded_at] {
                let ignored = text[at..].chars().skip(1).take_while(|&c| is_ignored(c));
                let own = text[at..].chars().take(1);
                let end = at + own.chain(ignored).map(char::len_utf8).sum::<usize>();
                match hits.last_mut() {
                    Some(last) if follows_hit || last.end >= at => last.end = end,
                    _ => hits.push(at..end),
                }
            }
            follows_hit = is_hit[folded_at];
            folded_at += c.len_utf8();
        });
        hits
    }
}

impl Needle {
    fn new(word: &str, folder: &Folder) -> Self {
        let mut forms = vec![Form::new(folder.fold(word))];
        // A document may have parted a word at the end of a line.
        if word.contains(is_dash) && !word.contains(ends_word) {
            forms.push(Form::new(folder.fold(&word.replace(is_dash, ""))));
        }
        Self(forms)
    }

    /// Reports whether the needle occurs in a folded text.
    pub(super) fn is_in(&self, text: &str) -> bool {
        let mut is_found = false;
        for form in &self.0 {
            form.each_in(text, &mut |_| {
                is_found = true;
                false
            });
        }
        is_found
    }
}

impl Form {
    fn new(text: String) -> Self {
        let letters = text.bytes().rev().take_while(u8::is_ascii_lowercase);
        let last = text.len() - letters.count();
        let is_word = text.len() - last >= LONGEST_ENDING && !text[..last].ends_with(is_of_a_word);
        let stem = if is_word {
            // At least the first letter of a word stays.
            (text.len() - LONGEST_ENDING).max(last + 1)
        } else {
            text.len()
        };
        Self {
            text,
            last,
            stem,
            is_whole: false,
        }
    }

    /// Returns the form with another name in its place.
    fn of_name(text: String) -> Self {
        Self {
            is_whole: true,
            ..Self::new(text)
        }
    }

    /// Calls `each` with every match in a folded text, until it returns false: the text itself, and
    /// the text with a whole word in place of its last word, if one is the other's singular or
    /// plural.
    fn each_in(&self, text: &str, each: &mut dyn FnMut(Range<usize>) -> bool) {
        for (start, stem) in text.match_indices(&self.text[..self.stem]) {
            let (before, word) = text.split_at(start + self.last);
            let letters = word.bytes().take_while(u8::is_ascii_lowercase).count();
            let mut end = start + stem.len();
            let is_whole = || {
                let (word, after) = word.split_at(letters);
                !before.ends_with(is_of_a_word)
                    && !after.starts_with(is_of_a_word)
                    && are_forms(&self.text[self.last..], word)
            };
            if text[end..].starts_with(&self.text[self.stem..]) {
                end = start + self.text.len();
            } else if self.stem < self.text.len() && is_whole() {
                end = start + self.last + letters;
            } else {
                continue;
            }
            if self.is_whole && !is_whole_in(text, &(start..end)) {
                continue;
            }
            if !each(start..end) {
                return;
            }
        }
    }
}

/// Adds the other names of a thing as forms of each needle that contains the name, and of needles that
/// are its words one after the other.
fn add_names(needles: &mut [Needle], name: &str, names: &[String]) {
    for start in 0..needles.len() {
        let mut words = String::new();
        for end in start..needles.len() {
            words.push_str(&needles[end].0[0].text);
            let found = words.find(name).filter(|&at| {
                let is_whole = is_whole_in(&words, &(at..at + name.len()));
                is_whole && (start == end || words.len() == name.len())
            });
            if let Some(at) = found {
                let (before, after) = (&words[..at], &words[at + name.len()..]);
                for other in names.iter().filter(|other| *other != name) {
                    let text = [before, other, after].concat();
                    for needle in &mut needles[start..=end] {
                        needle.0.push(Form::of_name(text.clone()));
                    }
                }
            }
            if words.len() >= name.len() {
                break;
            }
            words.push(' ');
        }
    }
}

/// Reports whether a range of a folded text neither begins nor ends inside a word.
fn is_whole_in(text: &str, range: &Range<usize>) -> bool {
    [range.start, range.end].iter().all(|&at| {
        let (before, after) = text.split_at(at);
        !before.ends_with(is_of_a_word) || !after.starts_with(is_of_a_word)
    })
}

/// Returns the words and phrases as the reader typed them, each once, without quotation marks and
/// invisible characters. Those behind [`LONGEST_QUERY`] are left out.
///
/// White space and ellipses separate words; a dash inside a word counts as the space of a phrase. Quotation marks enclose a phrase: straight, full-width, curly or
/// Chinese ones, since an input method may write any of them. An unclosed phrase extends to the
/// end, so that the results do not jump while it is typed.
pub(super) fn words(query: &str) -> Vec<String> {
    searched(query).0
}

/// Returns the words and phrases that are searched, and whether others are left out.
fn searched(query: &str) -> (Vec<String>, bool) {
    let mut all = Vec::new();
    for (nth, piece) in query.split(is_phrase_mark).enumerate() {
        let is_phrase = nth % 2 == 1;
        let visible: String = piece.chars().filter(|&c| !is_ignored(c)).collect();
        let is_end = |c: char| !is_phrase && ends_word(c);
        let pieces = visible.split(is_end);
        all.extend(pieces.map(|piece| piece.trim_matches(is_around).to_owned()));
    }
    let mut seen = Names::with_capacity(all.len());
    let mut words = Vec::new();
    let mut left = LONGEST_QUERY;
    for word in all.iter().filter(|word| !word.is_empty()) {
        if !seen.insert(word) {
            continue;
        }
        let beginning: String = word.chars().take(left).collect();
        left -= beginning.chars().count();
        let is_whole = beginning.len() == word.len();
        if !beginning.is_empty() {
            words.push(beginning);
        }
        if !is_whole {
            return (words, true);
        }
    }
    (words, false)
}

/// Returns a query with exactly these words and phrases.
pub(super) fn join(words: &[String]) -> String {
    let quote = |word: &String| {
        if word.contains(ends_word) {
            format!("\"{word}\"")
        } else {
            word.clone()
        }
    };
    words.iter().map(quote).collect::<Vec<_>>().join(" ")
}

/// Reports whether a character encloses phrases. Apostrophes do not: they occur inside words.
fn is_phrase_mark(c: char) -> bool {
    is_quotation_mark(c) && !is_apostrophe(c)
}

/// Reports whether a character separates the words of a query. A dash does not.
fn ends_word(c: char) -> bool {
    is_separator(c) && !is_dash(c)
}

/// Reports whether a character around a word or a phrase does not belong to it.
fn is_around(c: char) -> bool {
    is_separator(c) || is_quotation_mark(c)
}
