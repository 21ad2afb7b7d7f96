//! The footnotes of a page: links to a text below that leads back to them.

use std::collections::{HashMap, HashSet};

use super::article::Article;
use super::dom::{Dom, NodeId};

/// The longest mark of a footnote, in characters.
const LONGEST_MARK: usize = 6;

/// The longest footnote, in bytes.
const LONGEST: usize = 6_000;

/// Words of `class` and `id` by which pages name their footnotes.
const NAMES: [&str; 7] = [
    "footnote",
    "footnotes",
    "endnote",
    "endnotes",
    "fn",
    "ftn",
    "note",
];

/// The footnotes of a page.
#[derive(Debug, Default)]
pub(super) struct Notes {
    /// Each footnote: its mark, and the element with its words.
    pub(super) all: Vec<(String, NodeId)>,
    /// The footnote of each link to one.
    references: HashMap<NodeId, usize>,
    /// The links in footnotes that lead back.
    back: HashSet<NodeId>,
}

impl Notes {
    /// Finds the footnotes of a document.
    pub(super) fn find(dom: &Dom, article: &Article<'_>) -> Self {
        let mut targets: HashMap<&str, NodeId> = HashMap::new();
        for id in dom.below(Dom::ROOT) {
            for name in ["id", "name"] {
                if let Some(name) = dom.attribute(id, name) {
                    targets.entry(name).or_insert(id);
                }
            }
        }
        let mut notes = Self::default();
        let mut of_element: HashMap<NodeId, usize> = HashMap::new();
        let is_link = |id: &NodeId| dom.name(*id) == "a" && article.shows(*id);
        for link in dom.below(article.root).filter(is_link) {
            let target = |link| {
                let address = dom.attribute(link, "href")?;
                targets.get(address.strip_prefix('#')?).copied()
            };
            let Some(found) = target(link) else {
                continue;
            };
            let Some(mark) = mark(&article.text_of(link)) else {
                continue;
            };
            let Some(element) = element_of(dom, found) else {
                continue;
            };
            let is_around =
                |id: NodeId, inner| inner == id || dom.ancestors(inner).any(|it| it == id);
            let back = |id: NodeId| {
                let leads = target(id).is_some_and(|target| {
                    is_around(target, link)
                        || is_around(link, target)
                        || is_beside(dom, target, link)
                });
                dom.name(id) == "a" && leads
            };
            let is_whole = !is_around(element, link) && element > link;
            let is_short = || article.text_of(element).len() <= LONGEST;
            let leads_back = || dom.below(element).any(back);
            let is_named = || elements_around(dom, element).any(|id| is_named(dom, id));
            if !is_whole || !is_short() || !(leads_back() || is_named()) {
                continue;
            }
            let note = *of_element.entry(element).or_insert_with(|| {
                notes.all.push((mark, element));
                notes.all.len() - 1
            });
            notes.references.insert(link, note);
            notes.back.extend(dom.below(element).filter(|&id| back(id)));
        }
        notes
    }

    /// Returns the note to which a link refers.
    pub(super) fn reference(&self, link: NodeId) -> Option<usize> {
        self.references.get(&link).copied()
    }

    /// Reports whether a link in a note leads back to its reference.
    pub(super) fn is_back(&self, link: NodeId) -> bool {
        self.back.contains(&link)
    }
}

/// Returns the element with the words of a note: its paragraph, or the element around it that has no
/// other note.
fn element_of(dom: &Dom, target: NodeId) -> Option<NodeId> {
    let is_block = |id: &NodeId| {
        let name = dom.name(*id);
        matches!(name, "p" | "li" | "div" | "dd" | "tr" | "aside")
    };
    let mut elements = std::iter::once(target).chain(dom.ancestors(target));
    let element = elements.find(is_block)?;
    let is_jump = |id: &NodeId| {
        let address = dom.attribute(*id, "href").unwrap_or_default();
        address.starts_with('#')
    };
    let parent = dom.ancestors(element).next().filter(|parent| {
        let is_outer = dom.name(element) == "p" && is_block(parent) && is_named(dom, *parent);
        is_outer && dom.below(*parent).filter(is_jump).count() < 2
    });
    parent.or(Some(element))
}

/// Returns the mark of a footnote without its brackets.
fn mark(text: &str) -> Option<String> {
    let mark = text.trim_matches(|c: char| c.is_whitespace() || "[]()（）［］".contains(c));
    let is_mark = |c: char| c.is_ascii_alphanumeric() || "*†‡§¹²³⁴⁵⁶⁷⁸⁹⁰①②③④⑤⑥⑦⑧⑨⑩".contains(c);
    let is_short = (1..=LONGEST_MARK).contains(&mark.chars().count());
    (is_short && mark.chars().all(is_mark)).then(|| mark.to_owned())
}

/// Reports whether two elements are in the same superscript or the like.
fn is_beside(dom: &Dom, one: NodeId, other: NodeId) -> bool {
    let parent = |id: NodeId| dom.ancestors(id).next();
    let is_small = |id: NodeId| matches!(dom.name(id), "sup" | "span");
    parent(one).is_some_and(|outer| parent(other) == Some(outer) && is_small(outer))
}

fn elements_around(dom: &Dom, id: NodeId) -> impl Iterator<Item = NodeId> {
    std::iter::once(id).chain(dom.ancestors(id).take(2))
}

fn is_named(dom: &Dom, id: NodeId) -> bool {
    let names = ["class", "id", "role"].into_iter();
    let names = names.filter_map(|name| dom.attribute(id, name));
    let mut words = names.flat_map(|value| value.split(|c: char| !c.is_alphabetic()));
    words.any(|word| NAMES.contains(&word.to_lowercase().as_str()))
}
