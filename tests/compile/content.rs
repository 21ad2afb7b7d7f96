//! Content folders that the tests compile.

use std::path::{Path, PathBuf};

use compile::{Compiled, Diagnostic, Source, compile};
use plan::Plan;

/// Returns the path of a folder of the project.
pub(crate) fn path(folder: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(folder)
}

/// Returns the project's own content.
pub(crate) fn real_content() -> Source {
    Source::read(&path("content")).expect("the content can be read")
}

/// Returns a document of `tests/content/`.
pub(crate) fn document(name: &str) -> Source {
    let folder = path("tests/content").join(name);
    Source::read(&folder).expect("the document can be read")
}

/// Returns the problems of a document of `tests/content/` after a replacement in its text or, if the
/// text does not have the words, in `plan.toml`.
pub(crate) fn problems_of(name: &str, from: &str, to: &str) -> String {
    let mut source = document(name);
    let texts = ["plan.zh.md", "plan.es.md", "plan.en.md"];
    let has = |file: &&str| source.text(file).is_some_and(|text| text.contains(from));
    let file = texts.into_iter().find(has).unwrap_or("plan.toml");
    replace(&mut source, file, from, to);
    report(&source)
}

/// Returns the small plan after these replacements, each in one file.
pub(crate) fn small_plan(edits: &[(&str, &str, &str)]) -> Source {
    let folder = path("tests/content/small");
    let mut source = Source::read(&folder).expect("the small plan can be read");
    for (file, from, to) in edits {
        replace(&mut source, file, from, to);
    }
    source
}

/// Replaces the first occurrence of `from` in a file, which must contain it.
pub(crate) fn replace(source: &mut Source, file: &str, from: &str, to: &str) {
    let text = source.text(file).expect("an edit names an existing file");
    assert!(text.contains(from), "{file} does not contain {from}");
    let text = text.replacen(from, to, 1);
    source.add(file, text);
}

/// Returns the plan of a content folder without problems.
pub(crate) fn compiled(source: &Source) -> Plan {
    let content = compile(source).content;
    content.unwrap_or_else(|| panic!("{}", report(source))).plan
}

/// Returns the problems that the compiler reports about the small plan after these replacements.
pub(crate) fn problems(edits: &[(&str, &str, &str)]) -> String {
    report(&small_plan(edits))
}

/// Returns the problems that the compiler reports, with two lines for each problem.
pub(crate) fn report(source: &Source) -> String {
    let Compiled {
        content,
        diagnostics,
    } = compile(source);
    assert_eq!(content.is_some(), diagnostics.is_empty());
    let lines = |d: &Diagnostic| {
        format!(
            "{}:{}:{}: {}\n  {}\n",
            d.file, d.line, d.column, d.message, d.hint
        )
    };
    diagnostics.iter().map(lines).collect()
}
