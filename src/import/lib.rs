//! The importer: makes a content folder from a document.
//!
//! 1. `kind` finds out what kind of file it is.
//! 2. `docx`, `html` and `markdown` read it into blocks: headings, paragraphs, items, tables and quotations,
//!    whose texts are `rich`: they have emphasis, links and references to notes.
//!    `scripts` writes superscript and subscript, which clauses have not, as characters.
//! 3. `lines` separates blocks whose lines are clauses, and `contents` removes a table of contents.
//! 4. `outline` finds the levels, by headings and by numbers (`label`, `sequence`).
//! 5. `fit` finds how levels and clauses are numbered, in the forms that the compiler reads.
//! 6. `settle` moves footnotes from headings to clauses, because headings have no markup.
//! 7. `write` writes the files, and gives each doubt its line.
//! 8. The compiler reads them. If it reports a problem, the numbers of items become part of the text, and then all numbers.
//!
//! No word of the document is lost but navigation and a table of contents. It is pure: bytes in, texts out.

mod block;
mod contents;
mod date;
mod docx;
mod fit;
mod folder;
mod front;
mod html;
mod inline;
mod kind;
mod label;
mod language;
mod letters;
mod lines;
mod lists;
mod markdown;
mod outline;
mod problem;
mod rich;
mod scripts;
mod sequence;
mod settle;
mod text;
mod write;

pub use folder::{File, Imported, Note, Options};
pub use problem::Problem;

use kind::FileKind;

/// The largest file, in bytes.
pub const LARGEST: u64 = 64 << 20;

/// Imports a document. `name` is the name of its file.
///
/// # Errors
/// If the file is of a kind that cannot be imported, is broken, or has no text.
pub fn import(name: &str, bytes: &[u8], options: &Options) -> Result<Imported, Problem> {
    if u64::try_from(bytes.len()).is_ok_and(|length| length > LARGEST) {
        return Err(Problem {
            expected: format!("a file of at most {} MB", LARGEST >> 20),
            found: "a larger one".to_owned(),
            hint: "remove the pictures, or divide the document".to_owned(),
        });
    }
    if let Some(tag) = options
        .language
        .as_deref()
        .filter(|tag| !language::is_tag(tag))
    {
        return Err(Problem {
            expected: "the tag of a language".to_owned(),
            found: format!("“{tag}”"),
            hint: "write it like en, fr or pt-BR".to_owned(),
        });
    }
    let mut document = match kind::of(name, bytes)? {
        FileKind::Docx => docx::read(bytes)?,
        FileKind::Html => html::read(kind::text(bytes)?)?,
        FileKind::Markdown => markdown::read(kind::text(bytes)?)?,
    };
    scripts::write(&mut document);
    let words = label::Words::learn(&document.blocks);
    let (blocks, about_bullets) = lines::split(document.blocks, &words);
    document.blocks = blocks;
    document.doubts.extend(about_bullets);
    if contents::remove(&mut document.blocks) {
        let doubt = "a table of contents was left out";
        document.doubts.push(doubt.to_owned());
    }
    if document.blocks.is_empty() {
        return Err(Problem {
            expected: "a document with text".to_owned(),
            found: "none".to_owned(),
            hint: "choose another file; text in pictures cannot be read".to_owned(),
        });
    }
    let mut content = front::content(name, document, &words, options);
    let (mut files, mut notes) = write::write(&content);
    for without in [fit::without_items, fit::without_numbers] {
        if !is_accepted(&files) {
            content.fitted = without(content.fitted);
            (files, notes) = write::write(&content);
        }
    }
    if !is_accepted(&files) {
        content.is_without_facet = true;
        let doubt = "the compiler does not accept the outermost divisions as a way to filter; no facet was written";
        content
            .doubts
            .push((fit::Spot::Numbering, doubt.to_owned()));
        (files, notes) = write::write(&content);
    }
    notes.sort_by(|one, other| (&one.file, one.line).cmp(&(&other.file, other.line)));
    Ok(Imported { files, notes })
}

/// Reports whether the compiler accepts a content folder.
fn is_accepted(files: &[File]) -> bool {
    let mut source = compile::Source::default();
    for file in files {
        source.add(&file.path, file.text.as_str());
    }
    compile::compile(&source).content.is_some()
}

#[cfg(test)]
mod tests;
