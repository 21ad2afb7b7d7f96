//! Assembles the plan from the text of each language and from the facets.

use std::collections::BTreeMap;

use plan::{
    ById, Clause, Column, Division, EId, Facet, FacetId, Folds, InLanguage, Localized, Overview,
    Plan, Slip, Source, Text,
};

use crate::facets::Tagged;
use crate::folds;
use crate::markup;
use crate::plan_toml::Manifest;
use crate::structure::document::{ClauseDraft, DivisionDraft, Document, Key, preamble_key};

/// Returns the plan in all its languages. The original, which is the first document, decides which
/// divisions and clauses there are.
pub(crate) fn plan(
    manifest: &Manifest,
    documents: &[Document],
    tagged: Tagged,
    names: Vec<Vec<Text>>,
    mut slips: BTreeMap<String, Slip>,
    columns: Vec<Column>,
) -> Plan {
    let texts = documents.iter().map(|document| {
        let pieces = document.pieces();
        pieces.map(|piece| (piece.key, piece.text)).collect()
    });
    let texts: Vec<TextsByKey<'_>> = texts.collect();
    let numbers = documents
        .iter()
        .map(|document| document.numbers().collect());
    let numbers: Vec<TextsByKey<'_>> = numbers.collect();
    let text = |key: &str| localized(manifest, &texts, key);
    let number = |eid: &EId| localized(manifest, &numbers, eid.as_str());
    let original = &documents[0];
    let division = |draft: &DivisionDraft| Division {
        heading: text(draft.eid.as_str()),
        eid: draft.eid.clone(),
        parent: draft.parent,
        number: number(&draft.eid),
        level: (draft.level != draft.usual_level(original)).then_some(draft.level),
    };
    let mut clause = |(draft, tags): (&ClauseDraft, _)| Clause {
        text: text(draft.eid.as_str()),
        eid: draft.eid.clone(),
        division: draft.division,
        number: number(&draft.eid),
        tags,
        slip: slips.remove(draft.eid.as_str()),
    };
    let mut plan = Plan {
        id: manifest.id.clone().into(),
        languages: manifest
            .languages
            .iter()
            .map(|it| it.language.clone())
            .collect(),
        title: text("title"),
        preamble: (1..=original.preamble.len())
            .map(|nth| text(&preamble_key(nth)))
            .collect(),
        divisions: original.divisions.iter().map(division).collect(),
        clauses: original
            .clauses
            .iter()
            .zip(tagged.tags)
            .map(&mut clause)
            .collect(),
        overview: overview(manifest, &tagged.facets),
        facets: tagged.facets,
        source: source(manifest, original),
        folds: Folds::default(),
        own_levels: manifest.own_levels.clone(),
        names: Some(names).filter(|names| !names.is_empty()),
        columns: Some(columns).filter(|columns| !columns.is_empty()),
        markup: Some(markup::of(manifest, documents)).filter(|all| !all.is_empty()),
        members: Vec::new(),
    };
    let texts = plan.clauses.iter().flat_map(|clause| clause.text.iter());
    let texts = texts.map(|one| one.text);
    let names = plan.names.iter().flatten().flatten();
    let notes = markup::note_texts(plan.markup.as_deref().unwrap_or_default());
    plan.folds = folds::reaching(texts.chain(names.map(|name| &**name)).chain(notes));
    plan
}

fn source(manifest: &Manifest, original: &Document) -> Source {
    let provenance = &manifest.provenance;
    let ends_in = provenance.ends_in.as_ref();
    Source {
        publisher: provenance.publisher.clone().into(),
        url: provenance.url.clone().into(),
        published: original.published.clone().into(),
        notice: provenance.notice.clone().into(),
        ends_in: ends_in.map(|(eid, _)| EId(eid.clone().into())),
    }
}

/// Returns the facets that the overview crosses. `None` if there is no overview, or if one of them
/// could not be read.
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
type TextsByKey<'a> = BTreeMap<Key<'a>, &'a str>;

/// Returns the text of this key in every language that has it. `texts` are in the order of the
/// languages.
fn localized(manifest: &Manifest, texts: &[TextsByKey<'_>], key: &str) -> Localized {
    let languages = manifest.languages.iter().zip(texts);
    languages
        .filter_map(|(language, texts)| {
            let text = (*texts.get(key)?).to_owned();
            Some(InLanguage {
                tag: language.language.tag.clone(),
                text: Text::from(text),
            })
        })
        .collect()
}
