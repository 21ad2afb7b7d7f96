//! Searching the notes to clauses.

use plan::{ClauseId, Id};

use super::eids;
use crate::Index;

/// A note is no part of the text that it is about, and neither are its matches.
#[test]
fn finds_clauses_by_their_notes() {
    let mut plan = fixture::plan();
    let note = |text: &str| plan::Note {
        mark: "1".into(),
        text: text.to_owned().into(),
        parts: Vec::new(),
    };
    let markup = |language: &'static str, text: &str| plan::Markup {
        clause: ClauseId::new(1),
        language: language.into(),
        parts: Vec::new(),
        notes: vec![note(text)],
    };
    plan.markup = Some(vec![
        markup("zh", "脚注甲"),
        markup("en", "Zymurgy, as brewers say"),
    ]);
    let index = Index::new(plan);
    for query in ["脚注", "zymurgy", "\"brewers say\""] {
        assert_eq!(
            eids(&format!("q={query}"), &index),
            ["art_1__para_2"],
            "{query}"
        );
    }
    let needles = index.needles("zymurgy");
    assert!(index.hits(ClauseId::new(1), "en", &needles).is_empty());
    assert_eq!(index.hits_in_note("On zymurgy", &needles)[0], 3..10);
    let elsewhere = index.elsewhere(ClauseId::new(1), &["zh"], &needles);
    assert_eq!(elsewhere[0].excerpt, "Zymurgy, as brewers say");
    let shown = index.elsewhere(ClauseId::new(1), &["en"], &needles);
    assert_eq!(shown, []);
}
