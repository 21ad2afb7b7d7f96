//! `plan.toml`: languages, numbering, provenance, and which facets there are.

use super::diagnostic::{Place, Reporter};
use super::numbering::Pattern;
use super::toml_table::Table;
use super::{Placed, Source};
use plan::{Language, Status};

const FILE: &str = "plan.toml";

/// What `plan.toml` says.
#[derive(Debug)]
pub(super) struct Manifest {
    pub(super) id: String,
    /// The original first.
    pub(super) languages: Vec<LanguageFile>,
    /// The ids of the facets, in the order they are shown.
    pub(super) facets: Vec<Placed>,
    /// The ids of the two facets that the overview crosses, rows first; none for no overview.
    pub(super) overview: Vec<Placed>,
    pub(super) publisher: String,
    pub(super) url: String,
    pub(super) notice: String,
    pub(super) ends_in: Option<Placed>,
}

/// A language and the file that holds its text.
#[derive(Debug)]
pub(super) struct LanguageFile {
    pub(super) language: Language,
    pub(super) file: Placed,
    /// The numbers of articles, of sections, of clauses without a section, and of clauses in one.
    pub(super) numbering: [Pattern; 4],
    /// For a translation: the names of the months, January first.
    pub(super) months: Vec<String>,
    /// For a translation: the words that follow a number of millions.
    pub(super) million: Vec<String>,
}

/// Reads the manifest. None if there is no language whose text could be read. What else is missing
/// has been reported and is left empty here, so that the text is checked in the same go.
pub(super) fn read(source: &Source, reporter: &mut Reporter<'_>) -> Option<Manifest> {
    let root = Table::read(source, FILE, reporter)?;
    root.accept(
        &["id", "facets", "overview", "language", "source"],
        reporter,
    );
    let id = root.text("id", reporter);
    if let Some((id, place)) = &id {
        check_id(id, place, reporter);
    }
    let facets = root.texts("facets", reporter);
    let overview = overview(&root, &facets, reporter);
    let provenance = root.table("source", reporter);
    let provenance = provenance
        .map(|table| Provenance::read(&table, reporter))
        .unwrap_or_default();
    let tables = root.tables("language", reporter);
    let languages: Vec<LanguageFile> = tables
        .iter()
        .enumerate()
        .filter_map(|(nth, table)| language(nth, table, reporter))
        .collect();
    for (nth, language) in languages.iter().enumerate() {
        let tag = &language.language.tag;
        let earlier = languages[..nth]
            .iter()
            .any(|earlier| earlier.language.tag == *tag);
        if earlier && !tag.is_empty() {
            let message = format!("expected each language once, found “{tag}” again");
            reporter.report(&language.file.1, message, "give each a tag of its own");
        }
    }
    if languages.is_empty() {
        return None;
    }
    Some(Manifest {
        id: id.map(text_of).unwrap_or_default(),
        languages,
        facets,
        overview,
        publisher: provenance.publisher,
        url: provenance.url,
        notice: provenance.notice,
        ends_in: provenance.ends_in,
    })
}

/// Reports an id that could not stand in an address as it is.
pub(super) fn check_id(id: &str, place: &Place, reporter: &mut Reporter<'_>) {
    let fits = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    if !id.chars().all(fits) || id.starts_with('-') {
        let message =
            format!("expected an id of the letters a to z, digits and hyphens; found “{id}”");
        reporter.report(
            place,
            message,
            "ids stand in addresses, and readers see the label instead",
        );
    }
}

/// The two facets of the overview; none if there is none or it is wrong, which has been reported.
fn overview(root: &Table<'_>, facets: &[Placed], reporter: &mut Reporter<'_>) -> Vec<Placed> {
    let overview = root.optional_texts("overview", reporter);
    let is_known = |id: &str| facets.iter().any(|(facet, _)| facet == id);
    let unknown = overview.iter().find(|(id, _)| !is_known(id));
    let (message, place) = match (overview.as_slice(), unknown) {
        ([], _) => return overview,
        (_, Some((id, place))) => (
            format!("expected a facet that is listed in “facets”, found “{id}”"),
            place,
        ),
        ([(rows, _), (columns, _)], None) if rows != columns => return overview,
        ([(_, place), ..], None) => (
            format!(
                "expected two different facets in “overview”, found {}",
                overview.len()
            ),
            place,
        ),
    };
    let hint = "name the facet of the rows and that of the columns, or leave `overview` out";
    reporter.report(place, message, hint);
    Vec::new()
}

fn text_of((text, _): Placed) -> String {
    text
}

#[derive(Default)]
struct Provenance {
    publisher: String,
    url: String,
    notice: String,
    ends_in: Option<Placed>,
}

impl Provenance {
    fn read(table: &Table<'_>, reporter: &mut Reporter<'_>) -> Self {
        table.accept(&["publisher", "url", "notice", "ends-in"], reporter);
        let publisher = table.text("publisher", reporter);
        let url = table.text("url", reporter);
        if let Some((url, place)) = &url
            && !(url.starts_with("https://") || url.starts_with("http://"))
        {
            let message =
                format!("expected an address that starts with https:// or http://, found “{url}”");
            reporter.report(
                place,
                message,
                "write the whole address; readers are sent there",
            );
        }
        let notice = table.optional_text("notice", reporter);
        let ends_in = table.optional_text("ends-in", reporter);
        let text = |placed: Option<Placed>| placed.map(text_of).unwrap_or_default();
        Self {
            publisher: text(publisher),
            url: text(url),
            notice: text(notice),
            ends_in,
        }
    }
}

/// None if the text could not be read for want of its file's name or its numbering.
fn language(nth: usize, table: &Table<'_>, reporter: &mut Reporter<'_>) -> Option<LanguageFile> {
    table.accept(
        &[
            "tag",
            "html",
            "name",
            "status",
            "text",
            "numbering",
            "months",
            "million",
        ],
        reporter,
    );
    let tag = table.text("tag", reporter);
    if let Some((tag, place)) = &tag {
        check_id(tag, place, reporter);
    }
    let html = table.text("html", reporter);
    let name = table.text("name", reporter);
    let expected = if nth == 0 {
        ("authoritative", Status::Authoritative)
    } else {
        ("unofficial", Status::Unofficial)
    };
    if let Some((status, place)) = table.text("status", reporter)
        && status != expected.0
    {
        let message = format!("expected “{}”, found “{status}”", expected.0);
        reporter.report(
            &place,
            message,
            "the original comes first and is authoritative; every other language is unofficial",
        );
    }
    let file = table.text("text", reporter);
    let printed = table.texts("numbering", reporter);
    let patterns: Vec<Pattern> = printed
        .iter()
        .filter_map(|pattern| numbering(pattern, reporter))
        .collect();
    if patterns.len() == printed.len() && printed.len() != 4 && !printed.is_empty() {
        reporter.report(
            &table.place,
            format!(
                "expected four patterns in “numbering”, found {}",
                printed.len()
            ),
            "give the first number of an article, of a section, of a clause without a section, and of a clause in one",
        );
    }
    let is_translation = nth > 0;
    let mut words = |key: &str| {
        if is_translation {
            table.texts(key, reporter)
        } else {
            Vec::new()
        }
    };
    let (months, million) = (words("months"), words("million"));
    if let Some((_, place)) = months.first().filter(|_| months.len() != 12) {
        let message = format!(
            "expected the names of twelve months in “months”, found {}",
            months.len()
        );
        reporter.report(place, message, "name each month once, January first");
    }
    let [months, million] = [months, million].map(|words| words.into_iter().map(text_of).collect());
    let text = |placed: Option<Placed>| placed.map(text_of).unwrap_or_default().into();
    let language = Language {
        tag: text(tag),
        html: text(html),
        name: text(name),
        status: expected.1,
    };
    Some(LanguageFile {
        language,
        file: file?,
        numbering: patterns.try_into().ok()?,
        months,
        million,
    })
}

fn numbering((printed, place): &Placed, reporter: &mut Reporter<'_>) -> Option<Pattern> {
    let pattern = Pattern::new(printed);
    let pattern = pattern.map_err(|expected| {
        let message = format!("expected {expected}, found “{printed}”");
        reporter.report(
            place,
            message,
            "write the number as the text prints the first one, such as “第一条”",
        );
    });
    pattern.ok()
}
