//! The compiler from `content/` to a [`Plan`], native only.
//!
//! 1. `manifest` reads `plan.toml`: languages, numbering, provenance, which facets there are.
//! 2. `blocks` reads each language's Markdown into headings and paragraphs, with positions.
//! 3. `structure` gives them their rooms: title, preamble, articles, sections, numbered clauses.
//! 4. `glossary` and `translation` hold each translation against the original: the same divisions and
//!    clauses, the same numbers, the fixed terms.
//! 5. `facets` reads `facets/*.toml` and tags the clauses, each tag with its evidence.
//! 6. `interface` reads `interface/*.toml`, the words of the widget itself.
//! 7. `folds` finds the characters a reader may type in place of the text's.
//!
//! Each phase reports what it finds wrong and goes on with what is right, so that one run tells
//! everything. No phase opens a file: [`Source`] has read them all.

mod blocks;
mod characters;
mod diagnostic;
mod facets;
mod folds;
mod glossary;
mod interface;
mod manifest;
mod numbering;
mod source;
mod structure;
mod toml_table;
mod translation;

pub use diagnostic::Diagnostic;
pub use source::Source;

use std::collections::BTreeMap;

use diagnostic::{Place, Reporter};
use manifest::{LanguageFile, Manifest};
pub use plan::Content;
use plan::{
    ById, Clause, Division, EId, Facet, FacetId, Folds, InLanguage, Localized, Overview, Plan, Text,
};
use structure::{ClauseDraft, DivisionDraft, Document};

/// What became of a content folder.
#[derive(Clone, Debug)]
pub struct Compiled {
    /// The plan and the words of the widget; only if nothing was wrong.
    pub content: Option<Content>,
    /// Everything that was wrong, file by file, from top to bottom.
    pub diagnostics: Vec<Diagnostic>,
}

/// Compiles a content folder.
#[must_use]
pub fn compile(source: &Source) -> Compiled {
    let mut reporter = Reporter::new(source);
    for (file, valid) in source.undecodable() {
        let place = Place::new(file, *valid..*valid);
        reporter.report(
            &place,
            "expected text in UTF-8, found a byte that is none",
            "save the file as UTF-8",
        );
    }
    let content = compile_reporting(source, &mut reporter);
    let diagnostics = reporter.finish();
    let content = content.filter(|_| diagnostics.is_empty());
    Compiled {
        content,
        diagnostics,
    }
}

/// Runs the phases. None if one of them found nothing that the next could work with.
fn compile_reporting(source: &Source, reporter: &mut Reporter<'_>) -> Option<Content> {
    let interfaces = interface::read(source, reporter);
    let manifest = manifest::read(source, reporter)?;
    let mut documents = Vec::new();
    for language in &manifest.languages {
        documents.push(structure::read(source, language, reporter)?);
    }
    let (original, translations) = documents.split_first()?;
    let glossary = glossary::read(source, &manifest, original, reporter);
    for (nth, (language, document)) in manifest.languages[1..].iter().zip(translations).enumerate()
    {
        translation::check(language, nth, original, document, &glossary, reporter);
    }
    let tagged = facets::read(source, &manifest, original, reporter);
    check_end(&manifest, original, reporter);
    if original.published.is_empty() {
        let place = Place::new(&manifest.languages[0].file.0, 0..0);
        let message =
            "expected the date of the copy on a line of its own below the title, found none";
        reporter.report(
            &place,
            message,
            "write it in figures, such as 2021-12-07 or 2021-12-07 15:19",
        );
    }
    let mut plan = assemble(&manifest, &documents);
    for (clause, tags) in plan.clauses.iter_mut().zip(tagged.tags) {
        clause.tags = tags;
    }
    plan.overview = overview(&manifest, &tagged.facets);
    plan.facets = tagged.facets;
    plan.folds = folds::reaching(plan.clauses.iter().flat_map(|clause| clause.text.iter()));
    Some(Content { plan, interfaces })
}

/// The plan in all its languages, yet without facets. Its frame is the original's.
fn assemble(manifest: &Manifest, documents: &[Document]) -> Plan {
    let texts: Vec<Keyed<'_>> = documents
        .iter()
        .map(|document| {
            document
                .pieces()
                .map(|(key, text, _)| (key, text))
                .collect()
        })
        .collect();
    let numbers: Vec<Keyed<'_>> = documents
        .iter()
        .map(|document| document.numbers().collect())
        .collect();
    let localized = |key: &str| localize(manifest, &texts, key);
    let number = |eid: &EId| localize(manifest, &numbers, eid.as_str());
    let original = &documents[0];
    let ends_in = manifest
        .ends_in
        .as_ref()
        .map(|(eid, _)| EId(eid.clone().into()));
    let division = |draft: &DivisionDraft| Division {
        heading: localized(draft.eid.as_str()),
        eid: draft.eid.clone(),
        parent: draft.parent,
        number: number(&draft.eid),
    };
    let clause = |draft: &ClauseDraft| Clause {
        text: localized(draft.eid.as_str()),
        eid: draft.eid.clone(),
        division: draft.division,
        number: number(&draft.eid),
        tags: Vec::new(),
    };
    Plan {
        id: manifest.id.clone().into(),
        languages: manifest
            .languages
            .iter()
            .map(|l| l.language.clone())
            .collect(),
        title: localized("title"),
        preamble: (1..=original.preamble.len())
            .map(|nth| localized(&format!("preamble_{nth}")))
            .collect(),
        divisions: original.divisions.iter().map(division).collect(),
        clauses: original.clauses.iter().map(clause).collect(),
        facets: ById::default(),
        overview: None,
        source: plan::Source {
            publisher: manifest.publisher.clone().into(),
            url: manifest.url.clone().into(),
            published: original.published.clone().into(),
            notice: manifest.notice.clone().into(),
            ends_in,
        },
        folds: Folds::default(),
    }
}

/// The facets that the overview crosses. None if one of them could not be read.
fn overview(manifest: &Manifest, facets: &ById<FacetId, Facet>) -> Option<Overview> {
    let facet = |nth: usize| {
        let (id, _) = manifest.overview.get(nth)?;
        facets.id_of(|facet| facet.id == *id)
    };
    Some(Overview {
        rows: facet(0)?,
        columns: facet(1)?,
    })
}

/// Texts of one language by their keys.
type Keyed<'a> = BTreeMap<String, &'a str>;

/// The text of this key in every language that has it; `texts` are in the order of the languages.
fn localize(manifest: &Manifest, texts: &[Keyed<'_>], key: &str) -> Localized {
    let languages = manifest.languages.iter().zip(texts);
    let pair = |(language, texts): (&LanguageFile, &Keyed<'_>)| {
        let text = (*texts.get(key)?).to_owned();
        Some(InLanguage {
            tag: language.language.tag.clone(),
            text: Text::from(text),
        })
    };
    languages.filter_map(pair).collect()
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
