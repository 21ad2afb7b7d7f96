//! Outlines of short documents.

use super::{Node, outline};
use crate::block::{Block, Kind};
use crate::label::Words;

/// Returns the outline of paragraphs, an entry a line; `#` marks headings, spaces the depth.
fn of(blocks: &[(Kind, &str)]) -> Vec<String> {
    let blocks = (1..)
        .zip(blocks)
        .map(|(nth, (kind, text))| Block::new(*kind, *text, nth));
    let mut lines = Vec::new();
    for node in outline(&blocks.collect::<Vec<_>>(), &Words::default()) {
        list(&node, 0, &mut lines);
    }
    lines
}

fn list(node: &Node, depth: usize, lines: &mut Vec<String>) {
    let label = node.label.as_ref().map_or("", |label| &label.printed);
    let mark = if node.is_division { "#" } else { "" };
    lines.push(format!(
        "{}{mark}[{label}]{}",
        " ".repeat(depth),
        &*node.text
    ));
    for child in &node.children {
        list(child, depth + 1, lines);
    }
}

fn paragraphs(texts: &[&str]) -> Vec<String> {
    let blocks: Vec<_> = texts.iter().map(|text| (Kind::Paragraph, *text)).collect();
    of(&blocks)
}

#[test]
fn finds_the_levels_of_a_statute_without_headings() {
    let found = paragraphs(&[
        "第一章 总则",
        "第一条 为了发展，制定本法。",
        "第二条 国家支持下列事项：",
        "（一）贸易；",
        "（二）投资。",
        "其他事项另行规定。",
        "第二章 管理",
        "第三条 主管部门负责。",
    ]);
    assert_eq!(
        found,
        [
            "#[第一章]总则",
            " [第一条]为了发展，制定本法。",
            " [第二条]国家支持下列事项：",
            "  [（一）]贸易；",
            "  [（二）]投资。",
            "  []其他事项另行规定。",
            "#[第二章]管理",
            " [第三条]主管部门负责。",
        ]
    );
}

#[test]
fn joins_a_number_with_the_heading_below_it() {
    let found = paragraphs(&[
        "CHAPTER I",
        "General provisions",
        "Article 1",
        "Scope",
        "1. This treaty applies to ports.",
        "2. It does not apply to:",
        "(a) yachts;",
        "(b) rafts.",
        "Article 2 of the old treaty stays in force.",
    ]);
    assert_eq!(
        found,
        [
            "#[CHAPTER I]General provisions",
            " #[Article 1]Scope",
            "  [1.]This treaty applies to ports.",
            "  [2.]It does not apply to:",
            "   [(a)]yachts;",
            "   [(b)]rafts.",
            "  []Article 2 of the old treaty stays in force.",
        ]
    );
}

#[test]
fn puts_articles_below_chapters_of_the_same_heading_level() {
    let heading = Kind::Heading(2);
    let found = of(&[
        (heading, "Chapter I. Rights"),
        (heading, "Article 1. Life"),
        (Kind::Paragraph, "All may live."),
        (heading, "Chapter II. Duties"),
    ]);
    assert_eq!(
        found,
        [
            "#[Chapter I.]Rights",
            " #[Article 1.]Life",
            "  []All may live.",
            "#[Chapter II.]Duties"
        ]
    );
}

#[test]
fn keeps_the_order_of_the_text() {
    let found = paragraphs(&[
        "1. One.",
        "Further words.",
        "(a) A.",
        "(b) B.",
        "2. Two.",
        "1.5 million people.",
    ]);
    assert_eq!(
        found,
        [
            "[1.]One.",
            "[]Further words.",
            "[(a)]A.",
            "[(b)]B.",
            "[2.]Two.",
            "[]1.5 million people."
        ]
    );
}

#[test]
fn nests_lists_by_their_depth() {
    let found = of(&[
        (Kind::Heading(1), "Transport"),
        (Kind::Item(1), "Build lanes"),
        (Kind::Item(2), "in the north"),
        (Kind::Item(1), "Plant trees"),
        (Kind::Continued, "along the river."),
    ]);
    assert_eq!(
        found,
        [
            "#[]Transport",
            " []Build lanes",
            "  []in the north",
            " []Plant trees",
            "  []along the river."
        ]
    );
}
