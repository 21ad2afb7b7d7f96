//! Makes numbers of one kind alike: all of them are headings, or none.

use std::collections::{HashMap, HashSet};

use super::tree::Node;
use crate::label::{ARTICLE, OWN_HEADING, Style, read};
use crate::rich::Rich;

/// How the articles of a document are printed.
#[derive(Debug, Default)]
struct Articles {
    /// Articles whose number is before a heading.
    headings: usize,
    /// Articles whose number is before a text.
    texts: usize,
    /// Those of them that contain numbered paragraphs.
    with_paragraphs: usize,
}

/// Makes siblings alike: numbers that were taken for headings are texts if others of their kind are
/// texts, or if a text without a heading follows at the same level. Articles are alike in the whole
/// document; those with numbered paragraphs are divisions. Headings of clauses below which is nothing are texts.
pub(super) fn unify(nodes: &mut [Node]) {
    unify_siblings(nodes);
    let mut articles = HashMap::new();
    count(nodes, &mut articles);
    divide(nodes, &articles);
    let mut with_contents = HashSet::new();
    find_with_contents(nodes, &mut with_contents);
    make_texts(nodes, &with_contents);
}

/// Finds the forms of numbers that have something below them.
fn find_with_contents(nodes: &[Node], found: &mut HashSet<String>) {
    for node in nodes {
        if let Some(label) = node.label.as_ref().filter(|_| !node.children.is_empty()) {
            found.insert(label.style.form.clone());
        }
        find_with_contents(&node.children, found);
    }
}

/// Makes texts of headings with the word of clauses, such as “Measure 1. Buses”, if nothing is below any of them.
fn make_texts(nodes: &mut [Node], with_contents: &HashSet<String>) {
    for node in nodes {
        make_texts(&mut node.children, with_contents);
        let label = node.label.as_ref();
        let is_of_clause = label.is_some_and(|label| {
            label.style.rank >= Some(OWN_HEADING) && !with_contents.contains(&label.style.form)
        });
        node.is_division &= !is_of_clause || node.text.is_empty();
    }
}

fn unify_siblings(nodes: &mut [Node]) {
    let is_text = |node: &Node| !node.is_division && node.label.is_some() && !node.text.is_empty();
    let has_text = nodes.iter().any(|node| is_text(node) && !is_article(node));
    for node in nodes.iter_mut() {
        if node.is_guess && has_text && !is_article(node) {
            node.is_division = false;
        }
        unify_siblings(&mut node.children);
    }
}

fn count(nodes: &[Node], articles: &mut HashMap<Style, Articles>) {
    for node in nodes {
        if let Some(label) = node.label.as_ref().filter(|_| is_article(node)) {
            let own = articles.entry(label.style.clone()).or_default();
            if node.is_division {
                own.headings += 1;
            } else if !node.text.is_empty() {
                own.texts += 1;
                own.with_paragraphs += usize::from(has_paragraphs(node));
            }
        }
        count(&node.children, articles);
    }
}

/// Makes divisions of articles if their numbers are alone on a line, if most have headings, or if
/// many have numbered paragraphs. A text after such a number becomes the first paragraph.
fn divide(nodes: &mut [Node], articles: &HashMap<Style, Articles>) {
    for node in nodes {
        divide(&mut node.children, articles);
        let own = node
            .label
            .as_ref()
            .and_then(|label| articles.get(&label.style));
        let Some(own) = own.filter(|_| is_article(node)) else {
            continue;
        };
        let have_headings = own.headings >= own.texts;
        // A heading without contents is the text.
        let is_text = node.is_guess && node.children.is_empty();
        if node.is_division && (have_headings || !node.is_guess) && !is_text {
            continue;
        }
        if !have_headings && own.with_paragraphs * 3 < own.texts {
            node.is_division = false;
            continue;
        }
        if !node.text.is_empty() {
            node.children.insert(0, paragraph(node));
            node.text = Rich::default();
        }
        node.is_division = !node.children.is_empty();
    }
}

/// Returns the text of an article as its first paragraph, with the number that it may have.
fn paragraph(node: &Node) -> Node {
    let beside = node.children.iter().find_map(|child| child.label.as_ref());
    let start = read(&node.text);
    let numbered = start.and_then(|start| {
        let mut readings = start.readings.into_iter();
        let label = readings.find(|own| {
            own.value == Some(1) && beside.is_none_or(|beside| beside.style == own.style)
        });
        Some((label?, node.text.suffix(start.rest.len())))
    });
    let (label, text) = match numbered {
        Some((label, rest)) => (Some(label), rest),
        None => (None, node.text.clone()),
    };
    Node {
        label,
        text,
        origin: node.origin,
        ..Node::default()
    }
}

/// Reports whether an article contains paragraphs with numbers, which are no items after a colon.
fn has_paragraphs(node: &Node) -> bool {
    !node.text.ends_with([':', '：']) && node.children.iter().any(|child| child.label.is_some())
}

fn is_article(node: &Node) -> bool {
    let rank = node.label.as_ref().and_then(|label| label.style.rank);
    rank.is_some_and(|rank| rank >= ARTICLE)
}
