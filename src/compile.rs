//! The compiler from `content/` to a [`Plan`], native only.
//!
//! 1. `manifest` reads `plan.toml`: languages, numbering, provenance, which facets there are.
//! 2. `blocks` reads each language's Markdown into headings and paragraphs, with positions.
//! 3. `structure` gives them their rooms: title, preamble, articles, sections, numbered clauses.
//! 4. `facets` reads `facets/*.toml` and tags the clauses.
//! 5. `interface` reads `interface/*.toml`, the words of the widget itself.
//! 6. `folds` finds the characters a reader may type in place of the text's.
//!
//! Each phase reports what it finds wrong and goes on with what is right, so that one run tells
//! everything. No phase opens a file: [`Source`] has read them all.

mod blocks;
mod diagnostic;
mod facets;
mod folds;
mod interface;
mod manifest;
mod numbering;
mod source;
mod structure;
mod toml_table;

pub use diagnostic::Diagnostic;
pub use source::Source;

use crate::interface::Interface;
use crate::plan::{Clause, Division, EId, Localized, Plan, Text};
use diagnostic::{Place, Reporter};
use manifest::Manifest;
use structure::Document;

/// What became of a content folder.
#[derive(Clone, Debug)]
pub struct Compiled {
    /// The plan and the words of the widget; only if nothing was wrong.
    pub content: Option<Content>,
    /// Everything that was wrong, file by file, from top to bottom.
    pub diagnostics: Vec<Diagnostic>,
}

/// What a content folder holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Content {
    /// The plan.
    pub plan: Plan,
    /// The words of the widget, one for each language, in the order of the tags.
    pub interfaces: Vec<Interface>,
}

/// Compiles a content folder.
#[must_use]
pub fn compile(source: &Source) -> Compiled {
    let mut reporter = Reporter::new(source);
    let content = compile_reporting(source, &mut reporter);
    let diagnostics = reporter.finish();
    let content = content.filter(|_| diagnostics.is_empty());
    Compiled {
        content,
        diagnostics,
    }
}

fn compile_reporting(source: &Source, reporter: &mut Reporter<'_>) -> Option<Content> {
    let interfaces = interface::read(source, reporter);
    let manifest = manifest::read(source, reporter)?;
    let original = manifest.languages.first()?;
    let document = structure::read(source, original, reporter)?;
    let facets = facets::read(source, &manifest, &document, reporter);
    check_end(&manifest, &document, reporter);
    let mut plan = assemble(&manifest, document);
    let tags = facets::tags(&facets, &plan);
    for (clause, tags) in plan.clauses.to_mut().iter_mut().zip(tags) {
        clause.tags = tags.into();
    }
    plan.facets = facets.into_iter().map(|facet| facet.facet).collect();
    plan.folds = folds::reaching(plan.clauses.iter().flat_map(|clause| clause.text.iter()));
    Some(Content { plan, interfaces })
}

/// The plan in its original language, yet without facets.
fn assemble(manifest: &Manifest, document: Document) -> Plan {
    let tag = Text::from(manifest.languages[0].language.tag.to_string());
    let localized = |text: String| Localized(vec![(tag.clone(), Text::from(text))].into());
    let ends_in = manifest
        .ends_in
        .as_ref()
        .map(|(eid, _)| EId(eid.clone().into()));
    let mut divisions: Vec<Division> = Vec::new();
    for draft in document.divisions {
        divisions.push(Division {
            eid: draft.eid,
            parent: draft.parent,
            number: draft.number.into(),
            heading: localized(draft.heading),
        });
    }
    let mut clauses = Vec::new();
    for draft in document.clauses {
        clauses.push(Clause {
            truncated: ends_in.as_ref() == Some(&draft.eid),
            eid: draft.eid,
            division: draft.division,
            number: draft.number.into(),
            text: localized(draft.text),
            tags: Vec::new().into(),
        });
    }
    Plan {
        id: manifest.id.clone().into(),
        languages: manifest
            .languages
            .iter()
            .map(|l| l.language.clone())
            .collect(),
        title: localized(document.title),
        preamble: document.preamble.into_iter().map(localized).collect(),
        divisions: divisions.into(),
        clauses: clauses.into(),
        facets: Vec::new().into(),
        source: crate::plan::Source {
            publisher: manifest.publisher.clone().into(),
            url: manifest.url.clone().into(),
            published: document.published.into(),
            notice: manifest.notice.clone().into(),
            ends_in,
        },
        folds: crate::plan::Folds::default(),
    }
}

/// Only the last clause can be the one in which the source breaks off.
fn check_end(manifest: &Manifest, document: &Document, reporter: &mut Reporter<'_>) {
    let (Some((eid, place)), Some(last)) = (&manifest.ends_in, document.clauses.last()) else {
        return;
    };
    if last.eid.as_str() != eid {
        reporter.report(
            place,
            format!("expected the eId of the last clause, “{}”, found “{eid}”", last.eid),
            "a source can break off only inside its last clause; leave `ends-in` out if the text is whole",
        );
    }
}

/// A piece of text and where it stands.
type Placed = (String, Place);
