//! `plan.toml`: languages, numbering, provenance, and the list of facets.

pub(crate) mod id;
pub(crate) mod language;
mod levels;
pub(crate) mod numbering;
mod provenance;

use language::LanguageFile;
use plan::Level;
use provenance::Provenance;

use crate::diagnostics::{Located, Reporter};
use crate::levels::Levels;
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
}

impl Manifest {
    /// Returns the tags of the languages, the original's first. A missing tag is an empty text.
    pub(crate) fn tags(&self) -> impl Iterator<Item = &str> + Clone {
        let languages = self.languages.iter();
        languages.map(|language| language.language.tag.as_ref())
    }
}

/// Reads the manifest. Missing values are reported and replaced by empty ones, so that the same run
/// also checks the text. Returns `None` if no language has a readable text.
pub(crate) fn read(source: &Source, reporter: &mut Reporter<'_>) -> Option<Manifest> {
    let root = Table::read(source, FILE, reporter)?;
    root.accept(
        &[
            "id", "facets", "overview", "level", "clause", "language", "source",
        ],
        reporter,
    );
    let id = root.text("id", reporter);
    if let Some((id, location)) = &id {
        id::check(id, location, reporter);
    }
    let facets = root.texts("facets", reporter);
    let overview = overview(&root, &facets, reporter);
    let provenance = root.table("source", reporter);
    let provenance = provenance
        .map(|table| Provenance::read(&table, reporter))
        .unwrap_or_default();
    let levels = levels::read(&root, reporter);
    let languages = language::read_all(&root, &levels, reporter);
    let tags: Vec<&str> = languages.iter().map(|it| &*it.language.tag).collect();
    let own_levels = levels::for_readers(&root, &levels, &tags, reporter);
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
    })
}

/// Returns the two facets of the overview; empty without an overview. A wrong overview is reported,
/// and counts as empty.
fn overview(root: &Table<'_>, facets: &[Located], reporter: &mut Reporter<'_>) -> Vec<Located> {
    let overview = root.optional_texts("overview", reporter);
    let is_known = |id: &str| facets.iter().any(|(facet, _)| facet == id);
    let unknown = overview.iter().find(|(id, _)| !is_known(id));
    let (message, location) = match (overview.as_slice(), unknown) {
        ([], _) => return overview,
        (_, Some((id, location))) => (
            format!("expected a facet that is listed in “facets”, found “{id}”"),
            location,
        ),
        ([(rows, _), (columns, _)], None) if rows != columns => return overview,
        ([(_, location), ..], None) => (
            format!(
                "expected two different facets in “overview”, found {}",
                overview.len()
            ),
            location,
        ),
    };
    let hint = "name the facet of the rows and the facet of the columns, or remove `overview`";
    reporter.report(location, message, hint);
    Vec::new()
}
