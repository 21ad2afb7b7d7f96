//! Writes the files of a content folder.

mod content;
mod escape;
mod facet;
mod manifest;
mod marks;
mod markup;
mod text;

use crate::fit::Spot;
use crate::folder::{File, Note};
use crate::language::Language;
pub(crate) use content::{Content, text_file};
use escape::heading;
use manifest::Manifest;
use text::{Text, without_name};

/// Returns the files, and the doubts about their lines.
pub(crate) fn write(content: &Content) -> (Vec<File>, Vec<Note>) {
    let text_file = text_file(&content.language);
    let mut text = Text::new(&text_file, &content.notes);
    text.line(&format!("# {}", heading(&without_name(&content.title))));
    if let Some(date) = &content.date {
        text.line(date);
    }
    for entry in &content.fitted.preamble {
        text.entry(entry);
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
    if !has_interface(&content.language)
        && let Some(words) = compile::built_in_words(compile::ENGLISH)
    {
        let path = format!("interface/{}.toml", compile::ENGLISH);
        files.push((path, words.to_owned()));
    }
    if content.has_facet() {
        let path = format!("facets/{}.toml", content.facet_id());
        files.push((path, facet::facet(content)));
    }
    let files = files.into_iter().map(|(path, text)| File { path, text });
    (files.collect(), notes)
}

/// Reports whether there are words of the widget in a language.
pub(crate) fn has_interface(language: &Language) -> bool {
    compile::built_in_words(&language.tag).is_some()
}
