//! Pages as blocks.

use super::{fragment, read};
use crate::block::{Block, Kind};

fn texts(blocks: &[Block]) -> Vec<(Kind, String)> {
    let text = |block: &Block| block.whole().clean().into_plain();
    blocks
        .iter()
        .map(|block| (block.kind, text(block)))
        .collect()
}

#[test]
fn finds_the_article_and_drops_navigation() {
    let page = "<!doctype html><html lang=en><head><title>Site – Plan</title>
        <link rel=canonical href='https://example.org/plan'><meta property='og:site_name' content='Harbour Board'></head>
        <body class='has-sidebar'><header><a href=/>Home</a></header><nav>Menu words</nav>
        <div class=breadcrumbs>Here</div>
        <main><h1>Plan</h1><ul><li><a href='#a'>A</a><li><a href='#b'>B</a><li><a href='#c'>C</a></ul>
        <h2 id=a>A</h2><p>First
        words.</p></main><aside>News</aside><footer>Imprint</footer><script>x()</script></body></html>";
    let document = read(page).expect("a page");
    assert_eq!(
        texts(&document.blocks),
        [
            (Kind::Heading(1), "Plan".to_owned()),
            (Kind::Heading(2), "A".to_owned()),
            (Kind::Paragraph, "First words.".to_owned()),
        ]
    );
    assert_eq!(document.url.as_deref(), Some("https://example.org/plan"));
    assert_eq!(document.publisher.as_deref(), Some("Harbour Board"));
    assert_eq!(document.language.as_deref(), Some("en"));
    assert_eq!(document.blocks[2].origin, 6);
}

#[test]
fn keeps_text_beside_the_largest_block() {
    let document = read(
        "<title>T</title><div><p>A short introduction before the text.</p><div><p>The text, which is much longer than the introduction before it, and has all of the rest.</p></div></div>").expect("a page");
    assert_eq!(document.blocks.len(), 2);
    assert_eq!(document.title.as_deref(), Some("T"));
}

#[test]
fn reads_lists_tables_and_line_breaks() {
    let blocks = fragment(
        "<ol type=a start=2><li>Two<ul><li>Inner</ul><p>more</p><li>Three</ol>
        <table><tr><th>Year<th>Sum<tr><td>2026<td>10</table>
        <p>One<br>line<br><br>another</p><table><tr><td><h2>In a layout</h2>Text</table><p><b>Bold</b>").expect("a fragment");
    let expected = [
        (Kind::Item(1), "b. Two"),
        (Kind::Item(2), "Inner"),
        (Kind::Continued, "more"),
        (Kind::Item(1), "c. Three"),
        (Kind::Attached, "Year | Sum 2026 | 10"),
        (Kind::Paragraph, "One line"),
        (Kind::Paragraph, "another"),
        (Kind::Heading(2), "In a layout"),
        (Kind::Paragraph, "Text"),
        (Kind::Heading(crate::block::BY_LOOKS), "Bold"),
    ];
    let expected: Vec<_> = expected
        .into_iter()
        .map(|(kind, text)| (kind, text.to_owned()))
        .collect();
    assert_eq!(texts(&blocks), expected);
}

#[test]
fn rejects_what_is_nested_too_deeply() {
    let deep = format!("<p>x</p>\n{}", "<div>".repeat(50_000));
    let problem = read(&deep).expect_err("a problem");
    assert_eq!(problem.found, "more, in line 2");
    let closed = "<div>x</div>".repeat(50_000);
    assert_eq!(read(&closed).expect("a page").blocks.len(), 50_000);
}
