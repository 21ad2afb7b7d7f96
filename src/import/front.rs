//! The facts about a document: title, date, language, publisher, address.

use crate::block::{Block, Document, Kind};
use crate::date;
use crate::fit::{Spot, fit};
use crate::folder::Options;
use crate::label::Words;
use crate::language::{self, Language};
use crate::letters;
use crate::outline::outline;
use crate::rich::{Rich, clean};
use crate::settle::settle;
use crate::text::ends_as_sentence;
use crate::write::{Content, has_interface};

/// The publisher of documents that name none.
const NO_PUBLISHER: &str = "example.org";

/// The longest title, in characters.
const LONGEST_TITLE: usize = 200;

/// Returns the content of a document.
pub(crate) fn content(
    name: &str,
    mut document: Document,
    words: &Words,
    options: &Options,
) -> Content {
    let (language, certainty) = language(&document, options);
    let mut doubts = Vec::new();
    let mut doubt = |spot: Spot, message: String| doubts.push((spot, message));
    let tag = &language.tag;
    match certainty {
        Certainty::Sure => {}
        Certainty::Unsure => doubt(
            Spot::Language,
            format!(
                "the text shows its language weakly; “{tag}” was written. Use --lang to name another one"
            ),
        ),
        Certainty::Guess => doubt(
            Spot::Language,
            format!("the language was not recognised; “{tag}” was written. Use --lang to name it"),
        ),
    }
    if !has_interface(&language) {
        doubt(
            Spot::Language,
            format!(
                "the words of the widget are in English; to have them in {0}, write interface/{1}.toml after the model of interface/en.toml",
                language.name, language.tag
            ),
        );
    }
    let (mut title, about_title) = title(&mut document, words, name);
    if let Some(about) = about_title {
        doubt(Spot::Title, about);
    }
    let (date, about_date) = date(&mut document);
    if let Some(about) = about_date {
        doubt(Spot::Title, about);
    }
    let url = document.url.filter(|url| is_address(url));
    match (&document.publisher, &url) {
        (None, _) => doubt(
            Spot::Publisher,
            format!(
                "the file names no publisher; write the one of the copy in place of {NO_PUBLISHER}"
            ),
        ),
        (Some(_), None) => doubt(
            Spot::Publisher,
            "the file has no address; if readers find the copy at one, add it as `url`".to_owned(),
        ),
        _ => {}
    }
    for about in document.doubts {
        doubt(Spot::Title, about);
    }
    let mut fitted = fit(outline(&document.blocks, words), &title, &language);
    settle(&mut title, &mut fitted, &document.notes);
    Content {
        id: id(name, &title),
        title: title.into_plain(),
        date,
        publisher: document
            .publisher
            .unwrap_or_else(|| NO_PUBLISHER.to_owned()),
        url,
        language,
        fitted,
        notes: document.notes,
        is_without_facet: false,
        doubts,
    }
}

/// How a language was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Certainty {
    Sure,
    /// The text is short, or another language fits nearly as well.
    Unsure,
    /// Nothing shows it.
    Guess,
}

/// Returns the language, and how it was found. The file's own
/// tag decides only where the text does not.
fn language(document: &Document, options: &Options) -> (Language, Certainty) {
    if let Some(tag) = &options.language {
        return (language::of_tag(tag), Certainty::Sure);
    }
    let texts = document.blocks.iter().map(Block::whole);
    let title = document.title.iter().cloned();
    let text: Vec<String> = title.chain(texts.map(Rich::into_plain)).collect();
    let shown = language::of_text(&text.join("\n"));
    let named = document
        .language
        .as_deref()
        .filter(|tag| language::is_tag(tag));
    match (shown, named) {
        (Some(shown), _) if !shown.is_unsure => (shown.language, Certainty::Sure),
        (Some(shown), None) => (shown.language, Certainty::Unsure),
        (_, Some(tag)) => (language::of_tag(tag), Certainty::Unsure),
        (None, None) => (language::of_tag("en"), Certainty::Guess),
    }
}

/// Takes the title from the blocks, or from the file's own facts. Returns it with a doubt.
fn title(document: &mut Document, words: &Words, name: &str) -> (Rich, Option<String>) {
    if let Some(at) = position_of_title(&document.blocks, words) {
        let block = document.blocks.remove(at);
        if document.blocks.is_empty() {
            // A plan needs a clause.
            let clause = Block {
                kind: Kind::Paragraph,
                ..block.clone()
            };
            document
                .blocks
                .push(clause.doubtful("the document has no text but its title"));
        }
        let doubt = (block.kind == Kind::Paragraph)
            .then(|| "the first paragraph was read as the title".to_owned());
        return (block.whole(), doubt);
    }
    if let Some(title) = document
        .title
        .as_deref()
        .map(clean)
        .filter(|title| !title.is_empty())
    {
        return (
            title.into(),
            Some("the text has no title; this one is from the properties of the file".to_owned()),
        );
    }
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    let title = clean(&stem.replace(['-', '_'], " "));
    let title = if title.is_empty() {
        "Plan".to_owned()
    } else {
        title
    };
    (
        title.into(),
        Some("the text has no title; this one is the name of the file".to_owned()),
    )
}

/// Returns the position of the block with the title: one in the style of titles, a single heading
/// of the outermost level that comes first, or a first paragraph that is short and no sentence.
fn position_of_title(blocks: &[Block], words: &Words) -> Option<usize> {
    let is_whole = |block: &Block| {
        block.number.is_none()
            && words.read(&block.text).is_none()
            && block.text.chars().count() <= LONGEST_TITLE
    };
    if let Some(at) = blocks.iter().position(|block| block.kind == Kind::Title) {
        return Some(at);
    }
    let level = |block: &Block| match block.kind {
        Kind::Heading(level) => Some(level),
        _ => None,
    };
    let outermost = blocks.iter().filter_map(level).min();
    let mut headings = blocks.iter().filter(|block| block.is_heading());
    let first = headings.next();
    // Beside others of its level, it is the title if only they have numbers.
    let is_alone = headings.all(|other| level(other) != outermost || !is_whole(other));
    if let Some(first) = first.filter(|first| level(first) == outermost && is_whole(first))
        && is_alone
    {
        return blocks.iter().position(|block| std::ptr::eq(block, first));
    }
    let first = blocks.first().filter(|_| blocks.len() > 1)?;
    let is_title =
        first.kind == Kind::Paragraph && is_whole(first) && !ends_as_sentence(&first.text);
    is_title.then_some(0)
}

/// Returns the day of the document with a doubt. Days in the properties of a Word file are not read: they are those of a
/// template, or of the last time that somebody saved it.
fn date(document: &mut Document) -> (Option<String>, Option<String>) {
    if let Some(date) = date::take_printed(&mut document.blocks) {
        return (Some(date), None);
    }
    if let Some((date, words)) = date::stated(&document.blocks) {
        let doubt = format!(
            "the date {date} is that in “{words}”; correct it if the copy has another one, or leave it out"
        );
        return (Some(date), Some(doubt));
    }
    if let Some(date) = document.date.as_deref().and_then(date::day) {
        let doubt = format!(
            "the date {date} is in the properties of the file, not in its text; correct it if the copy has another one, or leave it out"
        );
        return (Some(date), Some(doubt));
    }
    let doubt = "the text names no date; write the date of the copy below the title, such as 2026-01-31, or leave it out";
    (None, Some(doubt.to_owned()))
}

/// Returns an id for the plan from the name of its file, or from the title if the name is in another script.
fn id(name: &str, title: &str) -> String {
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    let has_letters = |id: &str| id.contains(|c: char| c.is_ascii_lowercase());
    let (own, of_title) = (letters::id(stem), letters::id(title));
    if has_letters(&own) || stem.is_ascii() && !own.is_empty() {
        own
    } else if has_letters(&of_title) {
        of_title
    } else if own.is_empty() {
        "plan".to_owned()
    } else {
        format!("plan-{own}")
    }
}

fn is_address(url: &str) -> bool {
    url.starts_with("https://") || url.starts_with("http://")
}
