//! `plan.toml`: languages, numbering, provenance, and the list of facets.

pub(crate) mod id;
pub(crate) mod language;
mod levels;
pub(crate) mod number_words;
pub(crate) mod numbering;
mod provenance;

use language::LanguageFile;
use plan::Level;
use provenance::Provenance;

use crate::diagnostics::{Located, Reporter};
use crate::levels::Levels;
use crate::near;
use crate::source::Source;
use crate::toml_table::Table;

/// The name of the file.
pub(crate) const FILE: &str = "plan.toml";

/// The contents of `plan.toml`.
#[derive(Debug)]
pub(crate) struct Manifest {
    pub(crate) id: String,
    pub(crate) levels: Levels,
    /// The levels as data, unless they are the usual ones.
    pub(crate) own_levels: Option<Vec<Level>>,
    /// The original first.
    pub(crate) languages: Vec<LanguageFile>,
    /// The ids of the facets, in the order they are shown.
    pub(crate) facets: Vec<Located>,
    /// The ids of the two facets that the overview crosses, rows first; empty for no overview.
    pub(crate) overview: Vec<Located>,
    pub(crate) provenance: Provenance,
    /// Whether its lists of languages and facets are right, although a language may lack something, so that other files
    /// can be checked against them.
    pub(crate) is_listed: bool,
}

impl Manifest {
    /// Returns the tags of the languages, the original's first. A missing tag is an empty text.
    pub(crate) fn tags(&self) -> impl Iterator<Item = &str> + Clone {
        let languages = self.languages.iter();
        languages.map(|language| language.language.tag.as_ref())
    }
}

/// Reads the manifest. Missing values are reported and replaced by empty ones, so that the same run
/// also checks the text. Returns `None` without languages.
pub(crate) fn read(source: &Source, reporter: &mut Reporter<'_>) -> Option<Manifest> {
    let at_start = reporter.count();
    let root = Table::read(source, FILE, reporter)?;
    root.accept(
        &[
            "id", "facets", "overview", "level", "clause", "item", "language", "source",
        ],
        reporter,
    );
    let id = root.text("id", reporter);
    if let Some((id, location)) = &id {
        id::check(id, location, reporter);
    }
    let before = reporter.count();
    let facets = root.texts("facets", reporter);
    let are_read = reporter.count() == before && !root.is_misspelt("facets");
    let mut overview = root.optional_texts("overview", reporter);
    if are_read {
        check_overview(&mut overview, &facets, reporter);
    }
    let provenance = root.table("source", reporter);
    let provenance = provenance
        .map(|table| Provenance::read(&table, reporter))
        .unwrap_or_default();
    let levels = levels::read(&root, reporter);
    let are_others_right = reporter.count() == at_start;
    let (languages, are_tags_known) = language::read_all(&root, &levels, reporter);
    let tags: Vec<&str> = languages.iter().map(|it| &*it.language.tag).collect();
    // The names of levels are in all languages.
    let own_levels = if are_tags_known && levels.is_whole {
        levels::for_readers(&root, &levels, &tags, reporter)
    } else {
        None
    };
    if languages.is_empty() {
        return None;
    }
    Some(Manifest {
        id: id.map(|(id, _)| id).unwrap_or_default(),
        levels,
        own_levels,
        languages,
        facets,
        overview,
        provenance,
        is_listed: are_others_right && are_tags_known,
    })
}

/// Reports a wrong overview, and empties it.
fn check_overview(overview: &mut Vec<Located>, facets: &[Located], reporter: &mut Reporter<'_>) {
    let is_known = |id: &str| facets.iter().any(|(facet, _)| facet == id);
    let unknown = overview.iter().find(|(id, _)| !is_known(id));
    let (message, location) = match (overview.as_slice(), unknown) {
        ([], _) => return,
        (_, Some((id, location))) => (
            format!("expected a facet that is listed in “facets”, found “{id}”"),
            location,
        ),
        ([(rows, _), (columns, _)], None) if rows != columns => return,
        ([(_, location), ..], None) => (
            format!(
                "expected two different facets in “overview”, found {}",
                overview.len()
            ),
            location,
        ),
    };
    let otherwise = "name the facet of the rows and the facet of the columns, or remove `overview`";
    let found = unknown.map_or("", |(id, _)| id);
    let known = facets.iter().map(|(id, _)| id.as_str());
    let hint = near::hint(found, known, otherwise);
    reporter.report(location, message, hint);
    overview.clear();
}
