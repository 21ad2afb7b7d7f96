//! Everything that the files say, as data.

use crate::fit::Fitted;
use crate::language::Language;

/// A document that is ready to be written.
#[derive(Debug)]
pub(crate) struct Content {
    pub(crate) id: String,
    pub(crate) title: String,
    pub(crate) date: String,
    pub(crate) publisher: String,
    pub(crate) url: String,
    pub(crate) language: Language,
    pub(crate) fitted: Fitted,
}

/// Returns the name of the file with the text.
pub(crate) fn text_file(language: &Language) -> String {
    format!("plan.{}.md", language.tag)
}
