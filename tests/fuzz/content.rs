//! The files of a content folder.

use std::path::Path;
use std::sync::LazyLock;

use compile::{Compiled, Source, compile};
use publish::site::prerender;

use crate::plan_use::use_if_valid;

/// Compiles the small plan of the tests with one file replaced: the first line is the file's path,
/// and the rest its text.
///
/// # Panics
/// If a diagnostic points outside its file or says nothing, a content without diagnostics has no
/// plan, or its plan is invalid.
pub fn content(bytes: &[u8]) {
    let input = String::from_utf8_lossy(bytes);
    let (path, text) = input.split_once('\n').unwrap_or((&input, ""));
    let mut source = small();
    source.add(path.trim_end(), text);
    let Compiled {
        content,
        diagnostics,
    } = compile(&source);
    for found in &diagnostics {
        let is_said = !found.message.is_empty() && !found.hint.is_empty();
        assert!(is_said, "{found}");
        let text = source.text(&found.file).unwrap_or("");
        let line = text.split('\n').nth(found.line - 1);
        let is_inside = line.is_some_and(|line| found.column <= line.chars().count() + 1);
        assert!(is_inside, "{found}\nis outside of\n{text}");
    }
    assert_eq!(content.is_some(), diagnostics.is_empty());
    if let Some(content) = content {
        assert_eq!(content.plan.validate(), Ok(()));
        for language in &content.plan.languages {
            let _ = prerender::in_language(&content, &language.tag);
        }
        use_if_valid(content.plan);
    }
}

pub(crate) fn small() -> Source {
    static SMALL: LazyLock<Source> = LazyLock::new(|| {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../content/small");
        Source::read(&folder).expect("the content folder can be read")
    });
    SMALL.clone()
}
