//! Whole documents: each is imported, the compiler accepts it, and no word is lost.

mod docx;
mod doubts;
mod facts;
mod failures;
mod kinds;
mod laws;
mod limits;
mod markup;
mod markup_docx;
mod markup_edges;
mod markup_properties;
mod number_words;
mod plans;
mod properties;
mod scripts;
mod shapes;
mod word;
mod words;

use std::collections::BTreeMap;

use crate::{Imported, Note, Options, import};

/// The contents of a folder that was imported without problems.
struct Folder {
    text: String,
    manifest: String,
    notes: Vec<String>,
    plan: compile::Compiled,
}

/// Imports a document, and checks that the compiler accepts the result and that no word is lost.
/// `dropped` are the words that are navigation.
fn imported(name: &str, bytes: &[u8], words: &str, dropped: &str) -> Folder {
    let folder = folder(name, bytes);
    // Marks of emphasis may be inside words.
    let files = folder.text.replace("\\*", " ").replace(['\\', '*'], "");
    assert_no_word_lost(words, &files, dropped);
    folder
}

/// Imports a document as `imported` does, and looks for its words in the plan itself, without markup.
fn imported_plan(name: &str, bytes: &[u8], words: &str, dropped: &str) {
    let folder = folder(name, bytes);
    let Some(content) = &folder.plan.content else {
        return;
    };
    let plan = &content.plan;
    let divisions = plan.divisions.iter();
    let divisions = divisions.flat_map(|it| [&it.number, &it.heading]);
    let clauses = plan.clauses.iter().flat_map(|it| [&it.number, &it.text]);
    let texts = [&plan.title].into_iter().chain(plan.preamble.iter());
    let texts = texts.chain(divisions).chain(clauses);
    let texts = texts.map(|text| text.original().text.to_string());
    let notes = plan.markup.iter().flatten().flat_map(|one| &one.notes);
    let notes = notes.map(|note| note.text.to_string());
    let written: Vec<String> = texts.chain(notes).collect();
    assert_no_word_lost(words, &written.join("\n"), dropped);
}

fn folder(name: &str, bytes: &[u8]) -> Folder {
    let Imported { files, notes } =
        import(name, bytes, &options()).unwrap_or_else(|problem| panic!("{name}: {problem}"));
    let mut source = compile::Source::default();
    let mut text = String::new();
    let mut manifest = String::new();
    for file in &files {
        source.add(&file.path, file.text.as_str());
        if file.path.ends_with(".md") {
            text.clone_from(&file.text);
        }
        if file.path == "plan.toml" {
            manifest.clone_from(&file.text);
        }
    }
    let plan = compile::compile(&source);
    let problems: Vec<String> = plan.diagnostics.iter().map(ToString::to_string).collect();
    assert!(
        problems.is_empty(),
        "{name}: {}\n{manifest}\n{text}",
        problems.join("\n")
    );
    for note in &notes {
        let file = files
            .iter()
            .find(|file| file.path == note.file)
            .expect("notes are about files");
        assert!(
            (1..=file.text.lines().count()).contains(&note.line),
            "{note:?}"
        );
        let line = file.text.lines().nth(note.line - 1).unwrap_or_default();
        assert!(!line.is_empty(), "{note:?} is about an empty line");
    }
    let is_misread = |note: &Note| note.message.starts_with("the compiler does not read");
    assert!(!notes.iter().any(is_misread), "{name}: {notes:?}\n{text}");
    let notes = notes
        .iter()
        .map(|note| format!("{}:{}: {}", note.file, note.line, note.message));
    Folder {
        text,
        manifest,
        notes: notes.collect(),
        plan,
    }
}

fn options() -> Options {
    Options { language: None }
}

/// Checks that each word of a document occurs at least as often in the written text.
fn assert_no_word_lost(document: &str, written: &str, dropped: &str) {
    let (document, mut written) = (words(document), words(written));
    for (word, times) in words(dropped) {
        *written.entry(word).or_default() += times;
    }
    let lost: Vec<_> = document
        .iter()
        .filter(|(word, times)| written.get(*word).unwrap_or(&0) < times)
        .collect();
    assert!(lost.is_empty(), "lost: {lost:?}");
}

/// Counts the words of a text; of a script without spaces, its characters.
fn words(text: &str) -> BTreeMap<String, usize> {
    let mut words = BTreeMap::new();
    let mut add = |word: &str| *words.entry(word.to_owned()).or_default() += 1;
    for word in text
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
    {
        if word.chars().any(crate::text::is_without_spaces) {
            word.chars().for_each(|c| add(&c.to_string()));
        } else {
            add(word);
        }
    }
    words
}
