//! `[[language]]` in `plan.toml`: the languages, the files of their texts, and their numbering.

use std::collections::BTreeSet;

use plan::{LEVELS, Language, Status};

use super::id;
use crate::diagnostics::{Located, Reporter};
use crate::level_names::with_article;
use crate::numbering::pattern::Pattern;
use crate::toml_table::Table;

/// A language and the file with its text.
#[derive(Debug)]
pub(crate) struct LanguageFile {
    pub(crate) language: Language,
    pub(crate) file: Located,
    pub(crate) numbering: Numbering,
    /// For a translation: the names of the months, January first.
    pub(crate) months: Vec<String>,
    /// For a translation: the words that follow a number of millions.
    pub(crate) million: Vec<String>,
}

/// How the divisions and clauses of a language are numbered.
#[derive(Debug)]
pub(crate) struct Numbering {
    /// One pattern for each of [`LEVELS`].
    pub(crate) divisions: [Pattern; LEVELS.len()],
    /// The patterns of the clauses directly in a division, one for each of [`LEVELS`].
    pub(crate) clauses: [Pattern; LEVELS.len()],
}

/// Reads all languages whose text can be read; the others are reported.
pub(super) fn read_all(root: &Table<'_>, reporter: &mut Reporter<'_>) -> Vec<LanguageFile> {
    let tables = root.tables("language", reporter);
    let languages: Vec<LanguageFile> = tables
        .iter()
        .enumerate()
        .filter_map(|(nth, table)| read(nth, table, reporter))
        .collect();
    let mut tags = BTreeSet::new();
    for LanguageFile { language, file, .. } in &languages {
        let tag = language.tag.as_ref();
        if !tag.is_empty() && !tags.insert(tag) {
            let message = format!("expected each language once, found “{tag}” again");
            reporter.report(&file.1, message, "give each language a tag of its own");
        }
    }
    languages
}

/// Reads a language. Returns `None` without the file's name or the numbering, which the text needs.
fn read(nth: usize, table: &Table<'_>, reporter: &mut Reporter<'_>) -> Option<LanguageFile> {
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
    let is_translation = nth > 0;
    let tag = table.text("tag", reporter);
    if let Some((tag, location)) = &tag {
        id::check(tag, location, reporter);
    }
    let html = table.text("html", reporter);
    let name = table.text("name", reporter);
    let status = status(is_translation, table, reporter);
    let file = table.text("text", reporter);
    let numbering = numbering(table, reporter);
    let (months, million) = if is_translation {
        (months(table, reporter), table.texts("million", reporter))
    } else {
        Default::default()
    };
    let text = |located: Option<Located>| located.map(|(text, _)| text).unwrap_or_default();
    let language = Language {
        tag: text(tag).into(),
        html: text(html).into(),
        name: text(name).into(),
        status,
        translation: None,
    };
    let texts = |located: Vec<Located>| located.into_iter().map(|(text, _)| text).collect();
    Some(LanguageFile {
        language,
        file: file?,
        numbering: numbering?,
        months: texts(months),
        million: texts(million),
    })
}

fn status(is_translation: bool, table: &Table<'_>, reporter: &mut Reporter<'_>) -> Status {
    let (expected, status) = if is_translation {
        ("unofficial", Status::Unofficial)
    } else {
        ("authoritative", Status::Authoritative)
    };
    if let Some((found, location)) = table.text("status", reporter)
        && found != expected
    {
        let message = format!("expected “{expected}”, found “{found}”");
        let hint =
            "list the original first, as authoritative, and every other language as unofficial";
        reporter.report(&location, message, hint);
    }
    status
}

fn numbering(table: &Table<'_>, reporter: &mut Reporter<'_>) -> Option<Numbering> {
    let printed = table.texts("numbering", reporter);
    let patterns: Vec<Pattern> = printed
        .iter()
        .filter_map(|printed| pattern(printed, reporter))
        .collect();
    let expected = 2 * LEVELS.len();
    if patterns.len() == printed.len() && printed.len() != expected && !printed.is_empty() {
        let levels = || LEVELS.iter().map(|level| with_article(level.name));
        let divisions = levels().map(|level| format!("of {level}"));
        let clauses = levels().map(|level| format!("of a clause directly in {level}"));
        let numbers: Vec<String> = divisions.chain(clauses).collect();
        reporter.report(
            &table.location,
            format!(
                "expected {expected} patterns in “numbering”, found {}",
                printed.len()
            ),
            format!("list the first number {}", numbers.join(", ")),
        );
    }
    let mut patterns = patterns.into_iter();
    let mut next_of_each_level = || {
        let next: Vec<Pattern> = patterns.by_ref().take(LEVELS.len()).collect();
        next.try_into().ok()
    };
    let numbering = Numbering {
        divisions: next_of_each_level()?,
        clauses: next_of_each_level()?,
    };
    patterns.next().is_none().then_some(numbering)
}

fn pattern((printed, location): &Located, reporter: &mut Reporter<'_>) -> Option<Pattern> {
    let pattern = Pattern::new(printed);
    let pattern = pattern.map_err(|expected| {
        let message = format!("expected {expected}, found “{printed}”");
        let hint = "write the first number as the text prints it, such as “第一条” or “Article 1.”";
        reporter.report(location, message, hint);
    });
    pattern.ok()
}

fn months(table: &Table<'_>, reporter: &mut Reporter<'_>) -> Vec<Located> {
    let months = table.texts("months", reporter);
    if let Some((_, location)) = months.first().filter(|_| months.len() != 12) {
        let message = format!(
            "expected the names of twelve months in “months”, found {}",
            months.len()
        );
        reporter.report(location, message, "name each month once, January first");
    }
    months
}
