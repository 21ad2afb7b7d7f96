//! Document structure: which headings are articles and sections, which paragraphs are clauses.
//!
//! ```ebnf
//! plan      = "# " title, [ date ], { preamble }, ( divisions | { paragraph } ) ;
//! divisions = division, { division } ;
//! division  = marks, ( number, [ heading ] | heading, [ name ] ), contents ;
//! marks     = "## " | "### " | "#### " | "##### " | "###### " ;     (* one level each *)
//! name      = "{#", eid, "}" ;            (* in place of a number: ## Annex {#annex} *)
//! contents  = { clause }, { division } ;                           (* of deeper levels *)
//! clause    = paragraph, { paragraph | item | table | quotation } ;
//! paragraph = [ number ], text ;          (* up to an empty line; its lines are joined *)
//! item      = number, text ;              (* a paragraph, or further lines of one *)
//! ```
//!
//! `plan.toml` names the levels (`[[level]]`), and gives the form of each number (`numbering`), such as
//! `第一章`, `Article 1`, `PRIMERO` or `Part One –`. A level may be missing: the marks say which one a
//! heading has. Divisions and clauses are counted from one inside the division that contains them, or
//! through all of them (`runs-through`). A partial translation may skip numbers.
//!
//! A paragraph without number is a clause by its position if `numbering` allows it; after a numbered
//! clause, it continues this clause. An item has a number of the form that `[item]` in `plan.toml`
//! gives. `markdown` describes texts, tables and quotations. A document without headings but its title has one division
//! without number and heading, `body`.

mod builder;
mod counter;
pub(crate) mod document;
mod item_reader;
pub(crate) mod items;
mod place;
mod report;
mod start;

pub use item_reader::{FoundItem, ItemNumbers};

use builder::Builder;
use document::Document;
use plan::{DivisionId, Id, LONGEST_TEXT};

use crate::diagnostics::{Location, Reporter};
use crate::levels::{Levels, with_article};
use crate::markdown::{self, Markdown};
use crate::plan_toml::language::LanguageFile;
use crate::source::Source;

/// Reads the text of a language. Returns `None` if its file is missing.
pub(crate) fn read(
    source: &Source,
    language: &LanguageFile,
    levels: &Levels,
    reporter: &mut Reporter<'_>,
) -> Option<Document> {
    let (file, named_at) = &language.file;
    let Some(Markdown { blocks, notes }) = markdown::read(source, file, reporter) else {
        reporter.report(
            named_at,
            format!("expected a file {file}, found none"),
            "add the file or correct its name",
        );
        return None;
    };
    if blocks.is_empty() {
        reporter.report(
            &Location::start_of(file),
            "expected a title (`# …`) and clauses, found an empty file",
            "write the text of this language, or correct the name of its file in plan.toml",
        );
        return Some(Document {
            levels: levels.clone(),
            ..Document::default()
        });
    }
    let with_gaps = language.is_partial.then(|| levels.with_gaps());
    let levels = with_gaps.as_ref().unwrap_or(levels);
    let mut builder = Builder::new(&language.numbering, levels);
    for block in &blocks {
        builder.add(block, reporter);
    }
    let mut document = builder.finish(reporter);
    document.notes = notes;
    check_parts(&document, language.is_partial, file, reporter);
    check_lengths(&document, file, reporter);
    Some(document)
}

/// Reports texts that are too long for a page.
fn check_lengths(document: &Document, file: &str, reporter: &mut Reporter<'_>) {
    let start = Location::start_of(file);
    let clauses = document.clauses.iter();
    let clauses = clauses.map(|clause| ("a clause", &*clause.text, &clause.location));
    let preamble = document.preamble.iter();
    let preamble = preamble.map(|block| ("the preamble", &*block.text, &block.location));
    let notes = document.notes.values();
    let notes = notes.map(|note| ("a footnote", &*note.text, &start));
    for (name, text, location) in clauses.chain(preamble).chain(notes) {
        // A text has no more units than bytes.
        let is_short = text.len() <= LONGEST_TEXT;
        let length = if is_short {
            0
        } else {
            text.encode_utf16().count()
        };
        if length > LONGEST_TEXT {
            let message =
                format!("expected at most {LONGEST_TEXT} characters in {name}, found {length}");
            let hint = "divide it by numbers or headings, as its document does; a longer text would hang a page";
            reporter.report(location, message, hint);
        }
    }
}

/// Reports a missing title, missing divisions, and divisions without contents. A partial translation
/// needs only a title.
fn check_parts(document: &Document, is_partial: bool, file: &str, reporter: &mut Reporter<'_>) {
    let start = Location::start_of(file);
    if document.title.is_none() {
        reporter.report(
            &start,
            "expected a title (`# …`), found none",
            "write it on the first line",
        );
    }
    if is_partial {
        return;
    }
    if document.divisions.is_empty() {
        let outermost = with_article(&document.levels.divisions[0].name);
        reporter.report(
            &start,
            format!("expected {outermost} (`## …`) or a clause, found none"),
            "add a heading `## …` before the first clause; without headings, write the clauses' numbers, or allow clauses without number in `numbering`",
        );
    }
    // A clause that could not be read is reported.
    if reporter.has_problems_in(file) {
        return;
    }
    if let (Some(first), true) = (document.divisions.first(), document.clauses.is_empty()) {
        let message = "expected clauses below the headings, found none in the whole text";
        let hint = "write each clause as a paragraph below its heading";
        reporter.report(&first.location, message, hint);
        return;
    }
    for division in empty_divisions(document).map(|id| &document.divisions[id]) {
        let message = format!("expected a clause in “{}”, found none", division.title());
        let hint = "add its clauses, or remove the heading";
        reporter.report(&division.location, message, hint);
    }
}

/// Returns the divisions that contain neither a clause nor another division.
fn empty_divisions(document: &Document) -> impl Iterator<Item = DivisionId> {
    let Document {
        divisions, clauses, ..
    } = document;
    let mut has_contents = vec![false; divisions.len()];
    let parents = divisions.iter().filter_map(|division| division.parent);
    for id in parents.chain(clauses.iter().map(|clause| clause.division)) {
        has_contents[id.index()] = true;
    }
    divisions.ids().filter(move |id| !has_contents[id.index()])
}
