//! Everything that the files say, as data.

use crate::block::Note;
use crate::fit::{Fitted, Part, Spot};
use crate::language::Language;

/// The most values of a facet that readers can overlook.
const MOST_VALUES: usize = 30;

/// A document that is ready to be written.
#[derive(Debug)]
pub(crate) struct Content {
    pub(crate) id: String,
    pub(crate) title: String,
    /// May be missing.
    pub(crate) date: Option<String>,
    pub(crate) publisher: String,
    /// May be missing.
    pub(crate) url: Option<String>,
    pub(crate) language: Language,
    pub(crate) fitted: Fitted,
    /// Footnotes and endnotes; texts refer to them by their index.
    pub(crate) notes: Vec<Note>,
    /// Whether the outermost divisions are no way to filter, because the compiler does not accept them as one.
    pub(crate) is_without_facet: bool,
    /// Doubts about the facts.
    pub(crate) doubts: Vec<(Spot, String)>,
}

impl Content {
    /// Reports whether filtering by the outermost divisions is of use.
    pub(super) fn has_facet(&self) -> bool {
        !self.is_without_facet && (2..=MOST_VALUES).contains(&self.parts().count())
    }

    /// Returns the key of the facet by the outermost divisions: another one than that of a level.
    pub(super) fn facet_id(&self) -> &'static str {
        let mut levels = self.fitted.levels.iter();
        if levels.any(|level| level.stem == "part") {
            "parts"
        } else {
            "part"
        }
    }

    /// Returns the divisions that are in no other.
    pub(super) fn parts(&self) -> impl Iterator<Item = &Part> {
        let mut outermost = usize::MAX;
        let divisions = self.fitted.divisions.iter();
        divisions.filter(move |part| {
            let is_outermost = part.level <= outermost;
            outermost = outermost.min(part.level);
            is_outermost && part.heading.is_some()
        })
    }

    /// Returns the doubts that are about no line of the text.
    pub(crate) fn doubts(&self) -> impl Iterator<Item = &(Spot, String)> {
        self.doubts.iter().chain(&self.fitted.doubts)
    }
}

/// Returns the name of the file with the text.
pub(crate) fn text_file(language: &Language) -> String {
    format!("plan.{}.md", language.tag)
}
