//! The words and phrases of a query, and their matches in a text.

use std::ops::Range;

use plan::Names;
use plan::characters::{is_apostrophe, is_dash, is_quotation_mark, is_separator};

use crate::clause_set::ClauseSet;
use crate::fold::{Folder, is_ignored};
use crate::folded::FoldedText;
use crate::form::{Form, is_whole_in};

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

    /// Reports whether every clause that contains these needles contains `former` ones, too.
    pub(super) fn imply(&self, former: &Self) -> bool {
        let implies = |former: &Needle| self.0.iter().any(|needle| needle.implies(former));
        former.0.iter().all(implies)
    }

    /// Returns the needles that occur in none of the folded texts.
    pub(super) fn missing_in(&self, texts: &[&str]) -> Self {
        let is_missing = |needle: &&Needle| !texts.iter().any(|text| needle.is_in(text));
        Self(self.0.iter().filter(is_missing).cloned().collect())
    }

    /// Reports whether nothing is searched.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Returns the matches in `text`, which is `folded` by a folder, as sorted byte ranges of
    /// `text`. Matches that touch or overlap become one range.
    pub(super) fn hits(&self, text: &str, folded: &str, by: &Folder) -> Vec<Range<usize>> {
        let mut is_hit = vec![false; folded.len()];
        for form in self.0.iter().flat_map(|needle| &needle.0) {
            form.each_in(folded, form.first(), &mut |hit| {
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
        self.0.iter().any(|form| form.is_in(text, form.first()))
    }

    /// Returns the clauses among `clauses` in which the needle occurs in at least one language.
    pub(super) fn matching(&self, texts: &[FoldedText], clauses: &ClauseSet) -> ClauseSet {
        let mut matching = clauses.without_any();
        for form in &self.0 {
            // Latin words are rare in the first language if that is Chinese, and a clause is searched
            // only until it matches.
            let is_last_first = form.text.is_ascii();
            for nth in 0..texts.len() {
                let nth = if is_last_first {
                    texts.len() - 1 - nth
                } else {
                    nth
                };
                let stem = form.stem();
                let mut candidates = clauses.clone();
                candidates.remove(&matching);
                texts[nth].keep_candidates(stem, &mut candidates);
                let probe = texts[nth].rarest(stem);
                candidates.each(&mut |clause| {
                    if form.is_in(texts[nth].of(clause), probe) {
                        matching.insert(clause);
                    }
                });
            }
        }
        matching
    }

    /// Reports whether every text with this needle also has the `former` one: each form has one of its
    /// forms in the part that every match contains.
    fn implies(&self, former: &Self) -> bool {
        self.0.iter().all(|form| {
            let stem = form.stem();
            let is_inside = |former: &Form| !former.is_whole && stem.contains(&*former.text);
            former.0.iter().any(is_inside)
        })
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
