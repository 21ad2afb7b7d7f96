//! HTML pages as blocks.

mod article;
mod blocks;
mod dom;
mod sink;

use crate::block::{Block, Document, Kind};
use crate::problem::Problem;
use crate::text::{beginning, clean};
use article::Article;
use dom::{Dom, NodeId};

/// Reads a page: its document, without navigation.
pub(crate) fn read(html: &str) -> Result<Document, Problem> {
    let dom = sink::parse(html)?;
    let article = Article::find(&dom, false);
    let (blocks, has_links) = blocks::blocks(&dom, &article);
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
        doubts: Vec::new(),
    };
    if has_links {
        document
            .doubts
            .push("links were kept as words, without their addresses".to_owned());
    }
    if article.dropped_words > 0 {
        let outside = article.outside.as_deref().map_or(String::new(), |text| {
            format!(", among them “{}”", beginning(text))
        });
        document.doubts.push(format!(
            "{} words of navigation, and around the document, were left out{outside}",
            article.dropped_words
        ));
    }
    Ok(document)
}

/// Reads HTML that is part of another document.
pub(crate) fn fragment(html: &str) -> Result<Vec<Block>, Problem> {
    let dom = sink::parse(html)?;
    let article = Article::find(&dom, true);
    Ok(blocks::blocks(&dom, &article).0)
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
