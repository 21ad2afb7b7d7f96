//! The line that names the copy from which the text was taken.

use crate::document::Source;
use crate::interface::{Interface, fill};

impl Source {
    /// Returns the publisher and the date, in the words of a language. Nothing follows a publisher
    /// without a date.
    #[must_use]
    pub fn line(&self, words: &Interface) -> String {
        let values = [
            ("publisher", &*self.publisher),
            ("published", &self.published),
        ];
        let line = fill(&words.source, &values);
        line.trim_end_matches([',', '，', '،', ' ']).to_owned()
    }
}
