//! Broken contents and their exact diagnostics, with a file for each in `broken/`.
//!
//! A file says in a sentence what is broken, then has the changes to the content of
//! `tests/content/city/` (with the built-in words in `interface/en.toml`), and then the diagnostics, as `check` prints them:
//!
//! ```text
//! A clause lacks its number.
//!
//! @ plan.en.md
//! -(b) Explore a bus line to the harbour.
//! +Explore a bus line to the harbour.
//!
//! Diagnostics:
//!
//! error: …
//! ```
//!
//! `Content: statute` in the second paragraph names other content. The lines of a change that begin with a space or a
//! minus are replaced by those that begin with a space or a plus; without any to be replaced, those
//! with a plus are the whole file. `\u{feff}` in them is that character. `@ FILE: removed`,
//! `@ FILE: UTF-16`, `@ FILE: Latin-1`, `@ FILE: byte order mark` and `@ FILE: CRLF` say how the file
//! is stored; `@ FILE: long` replaces LONG by 25,000 words.

mod messages;
mod recipe;

use std::path::PathBuf;
use std::sync::LazyLock;

use compile::{Compiled, Diagnostic, compile};
use snapbox::assert::{Assert, DEFAULT_ACTION_ENV};
use snapbox::data::DataFormat;
use snapbox::{Data, IntoData};

use crate::content;
use recipe::Recipe;

/// Every broken content, compiled once.
static BROKEN: LazyLock<Vec<Broken>> = LazyLock::new(|| {
    let files = files().into_iter();
    files.map(Broken::compile).collect()
});

/// A broken content and its diagnostics.
struct Broken {
    file: PathBuf,
    recipe: Recipe,
    diagnostics: Vec<Diagnostic>,
}

#[test]
fn broken_contents_get_these_diagnostics() {
    let assert = Assert::new().action_env(DEFAULT_ACTION_ENV);
    assert!(BROKEN.len() >= 100, "{} broken contents", BROKEN.len());
    let mut failures = String::new();
    for broken in BROKEN.iter() {
        let expected = Data::read_from(&broken.file, Some(DataFormat::Text)).raw();
        let actual = broken.text().into_data().raw();
        if let Err(error) = assert.try_eq(Some(&broken.file.display()), actual, expected) {
            failures.push_str(&error.to_string());
        }
    }
    assert!(failures.is_empty(), "{failures}");
}

#[test]
fn the_content_that_is_broken_is_whole() {
    assert_eq!(content::report(&content::document("city")), "");
}

/// Each says what was expected and what was found, where, and what to do.
#[test]
fn diagnostics_say_all_that_an_author_needs() {
    for Broken {
        file, diagnostics, ..
    } in BROKEN.iter()
    {
        assert!(
            !diagnostics.is_empty(),
            "{}: no diagnostics",
            file.display()
        );
        for Diagnostic { message, hint, .. } in diagnostics {
            let is_whole = message.starts_with("expected ") && message.contains("found");
            assert!(is_whole, "{}: {message}", file.display());
            assert!(!hint.is_empty(), "{}: {message}", file.display());
        }
    }
}

impl Broken {
    fn compile(file: PathBuf) -> Self {
        let recipe = Recipe::read(&file);
        let Compiled {
            content,
            diagnostics,
        } = compile(&recipe.source());
        assert!(content.is_none(), "{}: it is not broken", file.display());
        Self {
            file,
            recipe,
            diagnostics,
        }
    }

    /// Returns the file as it should be, with an empty line between diagnostics.
    fn text(&self) -> String {
        let problems = self.diagnostics.iter();
        let problems = problems.map(|problem| format!("\n{problem}\n"));
        self.recipe.text.clone() + &problems.collect::<String>()
    }
}

/// Returns the paths of all broken contents, sorted.
fn files() -> Vec<PathBuf> {
    let folder = content::path("tests/compile/broken");
    let files = folder.read_dir().expect("the folder can be read");
    let files = files.map(|entry| entry.expect("a readable entry").path());
    let mut files: Vec<PathBuf> = files
        .filter(|path| path.extension().is_some_and(|kind| kind == "txt"))
        .collect();
    files.sort();
    files
}
