//! Glosses that arrive after the plan.
//!
//! The plan in the wasm has none, because they are needed only when a reader opens a tag: they would make a first use
//! 6 KB larger. They are in the module of rare features, which the class of the element loads when it is ready.

use std::cell::RefCell;

use plan::Localized;

thread_local! {
    static GLOSSES: RefCell<String> = const { RefCell::new(String::new()) };
}

/// Keeps the glosses: a table with a line for each phrase and a column for each language, separated by tabs. The first
/// line has the tags of the languages; the first column is the original.
pub(crate) fn keep(table: String) {
    GLOSSES.set(table);
}

/// Returns the gloss of a phrase in the language `tag`; empty if this is the original, or has none.
pub(crate) fn gloss(phrase: &Localized, tag: &str) -> String {
    if let Some(own) = phrase.translation(tag) {
        return own.to_owned();
    }
    GLOSSES.with_borrow(|table| {
        find(table, phrase.original().text, tag)
            .unwrap_or_default()
            .to_owned()
    })
}

fn find<'a>(table: &'a str, phrase: &str, tag: &str) -> Option<&'a str> {
    let mut lines = table.split('\n');
    let column = lines.next()?.split('\t').position(|known| known == tag)?;
    let mut line = lines
        .find(|line| line.split('\t').next() == Some(phrase))?
        .split('\t');
    line.nth(column).filter(|_| column > 0)
}

#[cfg(test)]
mod tests {
    use plan::InLanguage;

    use super::*;

    fn localized(texts: &[(&'static str, &'static str)]) -> Localized {
        let texts = texts.iter().map(|&(tag, text)| InLanguage {
            tag: tag.into(),
            text: text.into(),
        });
        texts.collect()
    }

    #[test]
    fn finds_the_gloss_of_a_phrase_in_a_language() {
        keep("zh\ten\tes\n重申\treaffirm\treafirmar\n举办\thold\t\n".to_owned());
        let phrase = localized(&[("zh", "重申")]);
        let found = ["en", "es", "zh", "fr", ""].map(|tag| gloss(&phrase, tag));
        assert_eq!(found, ["reaffirm", "reafirmar", "", "", ""]);
        assert_eq!(gloss(&localized(&[("zh", "举办")]), "es"), "");
        assert_eq!(gloss(&localized(&[("zh", "举行")]), "en"), "");
        // A plan from elsewhere has its own.
        let own = localized(&[("zh", "重申"), ("en", "confirm again")]);
        assert_eq!(gloss(&own, "en"), "confirm again");
        keep(String::new());
        assert_eq!(gloss(&phrase, "en"), "");
    }
}
