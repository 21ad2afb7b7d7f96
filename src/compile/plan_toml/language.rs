//! `[[language]]` in `plan.toml`: the languages, the files of their texts, and their numbering.

use std::collections::{BTreeMap, BTreeSet};

use plan::{Language, Status};

use super::number_words::{self, NumberWords};
use super::numbering::Numbering;
use super::{id, numbering};
use crate::diagnostics::{Located, Location, Reporter};
use crate::levels::Levels;
use crate::toml_table::Table;

/// A language and the file with its text.
#[derive(Debug)]
pub(crate) struct LanguageFile {
    pub(crate) language: Language,
    pub(crate) file: Located,
    pub(crate) numbering: Numbering,
    /// Whether the file is named and the numbering is known, so that the text can be read.
    pub(crate) is_readable: bool,
    /// Whether nothing in its table is wrong, so that the text can be compared with others.
    pub(crate) is_whole: bool,
    /// Whether this is a translation that may lack pieces. Readers get the original in their place.
    pub(crate) is_partial: bool,
    pub(crate) words: NumberWords,
    /// For a translation: the keys of pieces whose numbers may differ from those of the original.
    pub(crate) excused_numbers: BTreeMap<String, Location>,
}

/// Reads all languages. Also returns whether the tags of all of them are known.
pub(super) fn read_all(
    root: &Table<'_>,
    levels: &Levels,
    reporter: &mut Reporter<'_>,
) -> (Vec<LanguageFile>, bool) {
    let mut are_known = true;
    let before = reporter.count();
    let tables = root.tables("language", reporter);
    are_known &= reporter.count() == before;
    let mut languages = Vec::new();
    for (nth, table) in tables.iter().enumerate() {
        let before = reporter.count();
        let tag = table.text("tag", reporter);
        if let Some((tag, location)) = &tag {
            id::check_tag(tag, location, reporter);
        }
        are_known &= reporter.count() == before;
        let tag = tag.map(|(tag, _)| tag).unwrap_or_default();
        let mut language = read(nth, tag, table, levels, reporter);
        language.is_whole = reporter.count() == before;
        languages.push(language);
    }
    let mut tags = BTreeSet::new();
    for LanguageFile { language, file, .. } in &languages {
        let tag = language.tag.as_ref();
        if !tag.is_empty() && !tags.insert(tag) {
            let message = format!("expected each language once, found “{tag}” again");
            reporter.report(&file.1, message, "give each language a tag of its own");
            are_known = false;
        }
    }
    (languages, are_known)
}

fn read(
    nth: usize,
    tag: String,
    table: &Table<'_>,
    levels: &Levels,
    reporter: &mut Reporter<'_>,
) -> LanguageFile {
    let is_translation = nth > 0;
    let own = [
        "tag",
        "html",
        "name",
        "status",
        "text",
        "numbering",
        "partial",
    ];
    let excused = is_translation.then_some("excused-numbers");
    let keys: Vec<&str> = own
        .into_iter()
        .chain(number_words::KEYS)
        .chain(excused)
        .collect();
    table.accept(&keys, reporter);
    let html = table.text("html", reporter);
    let name = table.text("name", reporter);
    let status = status(is_translation, table, reporter);
    let file = table.text("text", reporter);
    let numbering = numbering::read(table, levels, reporter);
    let is_partial = partial(is_translation, table, reporter);
    let words = NumberWords::read(table, &tag, is_translation, reporter);
    let excused_numbers = if is_translation {
        number_words::excused(table, reporter)
    } else {
        BTreeMap::new()
    };
    let text = |located: Option<Located>| located.map(|(text, _)| text).unwrap_or_default();
    let language = Language {
        tag: tag.into(),
        html: text(html).into(),
        name: text(name).into(),
        status,
        translation: None,
    };
    LanguageFile {
        language,
        is_readable: file.is_some() && numbering.is_some(),
        file: file.unwrap_or_else(|| (String::new(), table.location.clone())),
        numbering: numbering.unwrap_or_default(),
        is_whole: true,
        is_partial,
        words,
        excused_numbers,
    }
}

/// Reads the legal status. Several texts may be authoritative, and the first always is.
fn status(is_translation: bool, table: &Table<'_>, reporter: &mut Reporter<'_>) -> Status {
    let known = [
        ("authoritative", Status::Authoritative),
        ("unofficial", Status::Unofficial),
    ];
    let known = &known[..=usize::from(is_translation)];
    let Some((found, location)) = table.text("status", reporter) else {
        return Status::Authoritative;
    };
    if let Some((_, status)) = known.iter().find(|(word, _)| *word == found) {
        return *status;
    }
    let expected = if is_translation {
        "“authoritative” or “unofficial”"
    } else {
        "“authoritative”"
    };
    let message = format!("expected {expected}, found “{found}”");
    let hint = "list the original first, as authoritative, and a language without legal force as unofficial";
    reporter.report(&location, message, hint);
    Status::Authoritative
}

fn partial(is_translation: bool, table: &Table<'_>, reporter: &mut Reporter<'_>) -> bool {
    let is_partial = table.flag("partial", reporter);
    if is_partial && !is_translation {
        reporter.report(
            &table.location,
            "expected a whole original, found `partial = true`",
            "remove `partial`: only a translation may lack pieces",
        );
    }
    is_partial && is_translation
}
