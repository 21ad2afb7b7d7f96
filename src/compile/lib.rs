//! The compiler from a content folder to a [`plan::Plan`].
//!
//! 1. `source` reads the files. No other module touches the file system.
//! 2. `plan_toml` reads `plan.toml`: languages, numbering, provenance, and the list of facets.
//! 3. `markdown` reads each language's text into headings, paragraphs, tables and quotations, with positions;
//!    `rich` is a text with its markup.
//! 4. `structure` builds the document tree: title, preamble, articles, sections, numbered clauses.
//!    `numbering` reads the numbers; it has a file for each kind of numeral.
//! 5. `glossary` and `translation` compare each translation with the original: the same divisions
//!    and clauses, the same numbers, the glossary's terms.
//! 6. `facets` reads `facets/*.toml` and `facets/*.csv` and tags the clauses, each tag with its evidence.
//! 7. `interface` reads `interface/*.toml`, the words of the widget itself.
//! 8. `columns` reads `columns/*.csv`, the author's own data of single clauses; `ranges` makes facets
//!    of dates and numbers.
//! 9. `assemble` builds the plan from all this, `markup` the structure of its clauses. `folds` finds
//!    the characters that a reader may type in place of characters of the text.
//!
//! Each step reports every problem that it finds and continues, so that one run reports all
//! problems. `diagnostics` turns positions into lines and columns; each message is written in the
//! module that finds the problem, and `toml_table` contains the messages about keys of any TOML
//! file.

mod assemble;
mod characters;
mod clause_eid;
mod columns;
mod diagnostics;
mod facets;
mod figures;
mod folds;
mod glossary;
mod interface;
mod levels;
mod markdown;
mod markup;
mod months;
mod names;
mod near;
mod numbering;
mod numbers;
mod plan_toml;
mod ranges;
mod rich;
mod sheet;
mod slips;
mod source;
mod source_copy;
mod stray;
mod structure;
mod toml_table;
mod translation;
mod translators;

pub use diagnostics::Diagnostic;
pub use interface::{ENGLISH, built_in_words};
pub use numbering::{Found, Numbers};
pub use plan::Content;
pub use source::{README, Source, is_content};
pub use structure::{FoundItem, ItemNumbers};

use diagnostics::{Location, Reporter};
use plan_toml::language::LanguageFile;
use source::Encoding;
use structure::document::Document;
use translation::Pair;

/// The result of compiling a content folder.
#[derive(Clone, Debug)]
pub struct Compiled {
    /// The plan and the words of the widget; `None` if there was any problem.
    pub content: Option<Content>,
    /// All problems, file by file, from top to bottom.
    pub diagnostics: Vec<Diagnostic>,
}

/// Compiles a content folder.
#[must_use]
pub fn compile(source: &Source) -> Compiled {
    let mut reporter = Reporter::new(source);
    for (file, encoding) in source.in_other_encodings() {
        report_encoding(file, *encoding, &mut reporter);
        // Its text would be nothing but mistakes.
        reporter.ignore_rest_of(file);
    }
    let content = compile_reporting(source, &mut reporter);
    let diagnostics = reporter.finish();
    let content = content.filter(|_| diagnostics.is_empty());
    Compiled {
        content,
        diagnostics,
    }
}

fn report_encoding(file: &str, encoding: Encoding, reporter: &mut Reporter<'_>) {
    let (at, found) = match encoding {
        Encoding::Utf16 => (0, "UTF-16"),
        Encoding::Unknown(at) => (at, "an invalid byte"),
    };
    let hint = if file.ends_with(".csv") {
        "save the file as UTF-8; Excel names this format “CSV UTF-8”"
    } else {
        "save the file as UTF-8"
    };
    let message = format!("expected text in UTF-8, found {found}");
    reporter.report(&Location::new(file, at..at), message, hint);
}

/// Runs the steps. Returns `None` if a step has no result that the next step can use.
fn compile_reporting(source: &Source, reporter: &mut Reporter<'_>) -> Option<Content> {
    let mut interfaces = interface::read(source, reporter);
    let mut manifest = plan_toml::read(source, reporter)?;
    let tags = manifest
        .languages
        .iter()
        .map(|language| &*language.language.tag);
    interface::complete(&mut interfaces, tags, reporter);
    let is_unreadable = |file: &str| source.in_other_encodings().contains_key(file);
    // Almost every other check relies on the texts.
    let mut texts = manifest.languages.iter().map(|language| &*language.file.0);
    if is_unreadable(plan_toml::FILE) || texts.any(is_unreadable) {
        return None;
    }
    // Almost every other check relies on the languages and facets that it lists.
    if manifest.is_listed {
        translators::read(source, &mut manifest, reporter);
    }
    let read = |language: &LanguageFile| {
        let levels = &manifest.levels;
        let is_readable = language.is_readable;
        is_readable.then(|| structure::read(source, language, levels, reporter))?
    };
    let documents: Vec<Option<Document>> = manifest.languages.iter().map(read).collect();
    let (Some(original), translations) = documents.split_first()? else {
        return None;
    };
    let is_right = !reporter.has_problems_in(&manifest.languages[0].file.0);
    if !is_right {
        reporter.distrust_original();
    }
    source_copy::check(&mut manifest, original, reporter);
    if !manifest.is_listed {
        return None;
    }
    let glossary = glossary::read(source, &manifest, original, reporter);
    let ends_in = manifest.provenance.ends_in.as_ref();
    let ends_in = ends_in.map(|(eid, _)| eid.as_str());
    // Differences from an original with problems would only follow from those.
    let (first, languages) = manifest.languages.split_first()?;
    let languages = if is_right && first.is_whole {
        languages
    } else {
        &[]
    };
    for (nth, (language, document)) in languages.iter().zip(translations).enumerate() {
        let Some(document) = document.as_ref().filter(|_| language.is_whole) else {
            continue;
        };
        // One wrong number would move every piece behind it.
        if reporter.has_problems_in(&language.file.0) {
            continue;
        }
        let pair = Pair {
            original: (first, original),
            translation: (language, document),
            nth,
        };
        translation::check(pair, &glossary, ends_in, reporter);
        markup::check(original, document, reporter);
    }
    let mut tagged = facets::read(source, &manifest, original, reporter);
    let slips = slips::read(source, &manifest, original, reporter);
    let columns = columns::read(source, &manifest, original, reporter);
    // The rest relies on all texts.
    let documents: Vec<Document> = documents.into_iter().collect::<Option<_>>()?;
    let names = names::read(source, &documents, reporter);
    stray::check(source, &manifest, reporter);
    let columns = ranges::add(columns, &manifest, &mut tagged);
    let plan = assemble::plan(&manifest, &documents, tagged, names, slips, columns);
    Some(Content { plan, interfaces })
}
