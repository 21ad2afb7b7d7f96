//! The matches to mark in a clause, and excerpts for matches in hidden languages.

use std::ops::Range;

use plan::{ClauseId, InLanguage};

use crate::index::Index;
use crate::needle::Needles;

/// An excerpt in a hidden language that explains why a clause matched.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Elsewhere {
    /// The language's tag.
    pub tag: String,
    /// The text around the first match.
    pub excerpt: String,
    /// The matches to mark, as byte ranges of the excerpt.
    pub hits: Vec<Range<usize>>,
}

impl Index {
    /// Returns the matches in a clause's text in the language `tag`, as byte ranges of the shown
    /// text, sorted and without overlaps.
    #[must_use]
    pub fn hits(&self, clause: ClauseId, tag: &str, needles: &Needles) -> Vec<Range<usize>> {
        let mut in_language = self.texts(clause).filter(|(one, _)| one.tag == tag);
        in_language.next().map_or_else(Vec::new, |(one, folded)| {
            needles.hits(one.text, folded, &self.folder)
        })
    }

    /// Returns the matches in the text of a note, as [`Index::hits`] does.
    #[must_use]
    pub fn hits_in_note(&self, text: &str, needles: &Needles) -> Vec<Range<usize>> {
        needles.hits(text, &self.folder.fold(text), &self.folder)
    }

    /// Returns excerpts in hidden languages for the needles that match in none of the shown
    /// languages of a clause.
    #[must_use]
    pub fn elsewhere(&self, clause: ClauseId, shown: &[&str], needles: &Needles) -> Vec<Elsewhere> {
        let in_shown = self
            .texts(clause)
            .filter(|(one, _)| shown.contains(&one.tag))
            .map(|(_, folded)| folded);
        let mut missing = needles.missing_in(&in_shown.collect::<Vec<_>>());
        let mut lines = Vec::new();
        for (InLanguage { tag, text }, folded) in self.texts(clause) {
            let mut found = (text, missing.hits(text, folded, &self.folder));
            for note in self.plan.notes(clause, tag) {
                if found.1.is_empty() {
                    found = (&note.text, self.hits_in_note(&note.text, &missing));
                }
            }
            let (text, hits) = found;
            if let Some(first) = hits.first() {
                lines.push(excerpt(tag, text, first.clone(), &hits));
                missing = missing.missing_in(&[folded]);
            }
            if missing.is_empty() {
                break;
            }
        }
        lines
    }
}

/// The number of characters on either side of the first match in an excerpt.
const AROUND: usize = 32;

fn excerpt(tag: &str, text: &str, first: Range<usize>, hits: &[Range<usize>]) -> Elsewhere {
    let start = text[..first.start]
        .char_indices()
        .rev()
        .nth(AROUND - 1)
        .map_or(0, |(at, _)| at);
    let end = text[first.end..]
        .char_indices()
        .nth(AROUND)
        .map_or(text.len(), |(at, _)| first.end + at);
    let before = if start > 0 { "…" } else { "" };
    let after = if end < text.len() { "…" } else { "" };
    let inside = hits
        .iter()
        .filter(|hit| hit.start >= start && hit.end <= end);
    let shifted = |at: usize| at - start + before.len();
    Elsewhere {
        tag: tag.to_owned(),
        excerpt: format!("{before}{}{after}", &text[start..end]),
        hits: inside
            .map(|hit| shifted(hit.start)..shifted(hit.end))
            .collect(),
    }
}
