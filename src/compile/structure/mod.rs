//! Document structure: which headings are articles and sections, which paragraphs are clauses.
//!
//! ```ebnf
//! plan    = "# " title, [ date ], { preamble }, article, { article } ;
//! article = "## " number heading, { clause | section } ;
//! section = "### " number heading, clause, { clause } ;
//! clause  = number text ;                     (* one paragraph *)
//! ```
//!
//! `plan::LEVELS` has the levels of divisions, outermost first: the first is a heading `##`, each
//! further one has a `#` more. `plan.toml` gives the form of each number (`numbering`). Divisions
//! and clauses are counted from one inside the division that contains them.

mod builder;
pub(crate) mod document;

use builder::Builder;
use document::Document;
use plan::{DivisionId, Id, LEVELS};

use crate::diagnostics::{Location, Reporter};
use crate::level_names::with_article;
use crate::markdown;
use crate::plan_toml::language::LanguageFile;
use crate::source::Source;

/// Reads the text of a language. Returns `None` if its file is missing.
pub(crate) fn read(
    source: &Source,
    language: &LanguageFile,
    reporter: &mut Reporter<'_>,
) -> Option<Document> {
    let (file, named_at) = &language.file;
    let Some(blocks) = markdown::read(source, file, reporter) else {
        reporter.report(
            named_at,
            format!("expected a file {file}, found none"),
            "add the file or correct its name",
        );
        return None;
    };
    let mut builder = Builder::new(&language.numbering);
    for block in &blocks {
        builder.add(block, reporter);
    }
    let document = builder.finish();
    check_parts(&document, file, reporter);
    Some(document)
}

/// Reports a missing title, missing divisions, and divisions without contents.
fn check_parts(document: &Document, file: &str, reporter: &mut Reporter<'_>) {
    let start = Location::start_of(file);
    if document.title.is_none() {
        reporter.report(
            &start,
            "expected a title (`# …`), found none",
            "write it on the first line",
        );
    }
    if document.divisions.is_empty() {
        let outermost = with_article(LEVELS[0].name);
        reporter.report(
            &start,
            format!("expected {outermost} (`## …`), found none"),
            "add a heading `## …` before the first clause",
        );
    }
    for division in empty_divisions(document).map(|id| &document.divisions[id]) {
        let message = format!(
            "expected a clause in “{} {}”, found none",
            division.number, division.heading
        );
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
