//! HTML pages as blocks.

mod article;
mod blocks;
mod dom;
mod list;
mod notes;
mod sink;
mod table;

use crate::block::{self, Block, Document, Kind, Note};
use crate::inline::Links;
use crate::problem::Problem;
use crate::rich::clean;
use crate::text::beginning;
use article::Article;
use dom::{Dom, NodeId, Step};
use notes::Notes;

/// Reads a page: its document, without navigation.
pub(crate) fn read(html: &str) -> Result<Document, Problem> {
    let dom = sink::parse(html)?;
    let mut article = Article::find(&dom, false);
    let found = Notes::find(&dom, &article);
    for (_, element) in &found.all {
        article.drop_node(*element);
    }
    let mut links = Links::default();
    let mut read = |root| blocks::read(&dom, root, &article, &found, &mut links);
    let blocks = read(article.root);
    let all = found.all.iter();
    let notes = all.map(|(mark, element)| note(mark, &read(*element)));
    let notes = notes.collect();
    let mut document = Document {
        title: title(&dom, &article, &blocks),
        date: meta(
            &dom,
            &[
                "article:published_time",
                "dc.date",
                "dcterms.date",
                "date",
                "pubdate",
            ],
        ),
        url: address(&dom),
        publisher: meta(
            &dom,
            &["og:site_name", "dc.publisher", "publisher", "author"],
        ),
        language: element(&dom, "html")
            .and_then(|html| dom.attribute(html, "lang"))
            .map(str::to_owned),
        blocks,
        notes,
        doubts: links.doubt().into_iter().collect(),
    };
    let is_picture = |id: &NodeId| dom.name(*id) == "img";
    let pictures = dom.walk(article.root, |id| article.shows(id));
    let pictures = pictures.filter(|step| matches!(step, Step::Enter(id) if is_picture(id)));
    let pictures = block::about_pictures(pictures.count());
    document.doubts.extend(pictures);
    if article.dropped_words > 0 {
        let outside = article.outside.as_deref().map_or(String::new(), |text| {
            format!(", among them “{}”", beginning(text))
        });
        let words = match article.dropped_words {
            1 => "1 word".to_owned(),
            many => format!("{many} words"),
        };
        document.doubts.push(format!(
            "{words} of navigation, and around the document, were left out{outside}"
        ));
    }
    Ok(document)
}

/// Reads HTML that is part of another document.
pub(crate) fn fragment(html: &str) -> Result<Vec<Block>, Problem> {
    let dom = sink::parse(html)?;
    let article = Article::find(&dom, true);
    let (notes, mut links) = (Notes::default(), Links::default());
    Ok(blocks::read(
        &dom,
        article.root,
        &article,
        &notes,
        &mut links,
    ))
}

/// Returns a note without the mark at its start.
fn note(mark: &str, blocks: &[Block]) -> Note {
    let mut lines = block::as_lines(blocks);
    if let Some(first) = lines.first_mut() {
        let is_bracket = |c: char| c.is_whitespace() || "[]()^".contains(c);
        let text = first.trim_start_matches(is_bracket);
        let rest = text.strip_prefix(mark).unwrap_or(text);
        let is_mark = rest.is_empty() || !rest.starts_with(char::is_alphanumeric);
        if is_mark && rest.len() < text.len() {
            let rest = rest.trim_start_matches(|c: char| is_bracket(c) || ".:".contains(c));
            *first = first.suffix(rest.len());
        }
    }
    lines.retain(|line| !line.is_empty());
    Note {
        mark: mark.to_owned(),
        lines,
    }
}

/// Returns the title: a heading beside the document, or the title of the page if the document has no
/// heading of the first level.
fn title(dom: &Dom, article: &Article<'_>, blocks: &[Block]) -> Option<String> {
    let has_heading = blocks.iter().any(|block| block.kind == Kind::Heading(1));
    let page = || element(dom, "title").map(|id| text_of_title(dom, id));
    let title = if has_heading {
        None
    } else {
        article.heading_outside().or_else(page)
    };
    title
        .map(|title| clean(&title))
        .filter(|title| !title.is_empty())
}

fn text_of_title(dom: &Dom, id: NodeId) -> String {
    let texts = dom.children(id).iter().filter_map(|&id| dom.text(id));
    texts.collect()
}

/// Returns the address of the page, as it names it itself.
fn address(dom: &Dom) -> Option<String> {
    let mut links = dom.below(Dom::ROOT).filter(|&id| dom.name(id) == "link");
    let canonical = links.find(|&id| dom.attribute(id, "rel") == Some("canonical"));
    let canonical = canonical
        .and_then(|id| dom.attribute(id, "href"))
        .map(str::to_owned);
    let address = canonical.or_else(|| meta(dom, &["og:url"]));
    address.filter(|address| address.starts_with("https://") || address.starts_with("http://"))
}

/// Returns the first of these facts about the page.
fn meta(dom: &Dom, names: &[&str]) -> Option<String> {
    let metas: Vec<NodeId> = dom
        .below(Dom::ROOT)
        .filter(|&id| dom.name(id) == "meta")
        .collect();
    let value_of = |name: &&str| {
        let has_name = |id: &&NodeId| {
            let own = dom
                .attribute(**id, "property")
                .or_else(|| dom.attribute(**id, "name"));
            own.is_some_and(|own| own.eq_ignore_ascii_case(name))
        };
        let found = metas.iter().find(has_name)?;
        let content = clean(dom.attribute(*found, "content")?);
        (!content.is_empty()).then_some(content)
    };
    names.iter().find_map(value_of)
}

fn element(dom: &Dom, name: &str) -> Option<NodeId> {
    dom.below(Dom::ROOT).find(|&id| dom.name(id) == name)
}

#[cfg(test)]
mod tests;
