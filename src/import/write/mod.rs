//! Writes the files of a content folder.

mod content;
mod escape;
mod facet;
mod manifest;

use crate::fit::{Entry, Part, Spot};
use crate::folder::{File, Note};
use crate::language::Language;
pub(crate) use content::{Content, text_file};
use escape::{heading, paragraph};
use manifest::Manifest;

/// Returns the files, and the doubts about their lines.
pub(crate) fn write(content: &Content) -> (Vec<File>, Vec<Note>) {
    let text_file = text_file(&content.language);
    let mut text = Text::new(&text_file);
    text.line(&format!("# {}", heading(&content.title)));
    if let Some(date) = &content.date {
        text.line(date);
    }
    for entry in &content.fitted.preamble {
        text.paragraph(entry);
    }
    for part in &content.fitted.divisions {
        text.part(part);
    }
    let manifest = Manifest::new(content);
    let mut notes = text.notes;
    notes.extend(content.doubts().map(|(spot, doubt)| Note {
        file: match spot {
            Spot::Title => text_file.clone(),
            _ => "plan.toml".to_owned(),
        },
        line: manifest.line_of(*spot),
        origin: None,
        message: doubt.clone(),
    }));
    let mut files = vec![
        ("plan.toml".to_owned(), manifest.text),
        (text_file.clone(), text.markdown),
    ];
    if let Some((tag, words)) = interface(&content.language) {
        files.push((format!("interface/{tag}.toml"), words.to_owned()));
    }
    if content.has_facet() {
        files.push(("facets/part.toml".to_owned(), facet::facet(content)));
    }
    let files = files.into_iter().map(|(path, text)| File { path, text });
    (files.collect(), notes)
}

/// Reports whether there are words of the widget in a language.
pub(crate) fn has_interface(language: &Language) -> bool {
    compile::built_in_words(&language.tag).is_some()
}

/// Returns the words of the widget in a language, or the English ones, with their language.
fn interface(language: &Language) -> Option<(&str, &'static str)> {
    let mut tags = [&*language.tag, compile::ENGLISH].into_iter();
    tags.find_map(|tag| Some((tag, compile::built_in_words(tag)?)))
}

/// The text with one piece on each line, and the notes about these lines.
struct Text<'a> {
    file: &'a str,
    markdown: String,
    /// The number of lines so far.
    lines: usize,
    notes: Vec<Note>,
}

impl<'a> Text<'a> {
    fn new(file: &'a str) -> Self {
        Self {
            file,
            markdown: String::new(),
            lines: 0,
            notes: Vec::new(),
        }
    }

    fn part(&mut self, part: &Part) {
        if let Some(entry) = &part.heading {
            self.note(entry);
            let marks = "#".repeat(part.level + 2);
            let name = part.name.as_ref().map(|name| format!(" {{#{name}}}"));
            let name = name.unwrap_or_default();
            self.line(&format!("{marks} {}{name}", heading(&entry.text)));
        }
        for clause in &part.clauses {
            self.paragraph(clause);
        }
    }

    fn paragraph(&mut self, entry: &Entry) {
        self.note(entry);
        self.line(&paragraph(&entry.text));
    }

    /// Adds a line, with an empty line before it.
    fn line(&mut self, line: &str) {
        if self.lines > 0 {
            self.markdown.push('\n');
            self.lines += 1;
        }
        self.markdown.push_str(line);
        self.markdown.push('\n');
        self.lines += 1;
    }

    /// Adds the doubts about the entry that comes next.
    fn note(&mut self, entry: &Entry) {
        let line = if self.lines == 0 { 1 } else { self.lines + 2 };
        self.notes.extend(entry.doubts.iter().map(|doubt| Note {
            file: self.file.to_owned(),
            line,
            origin: (entry.origin > 0).then_some(entry.origin),
            message: doubt.clone(),
        }));
    }
}
