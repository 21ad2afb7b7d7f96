//! Random markup: the compiler accepts what is written, and the plan has every word.

use std::fmt::Write;

use super::docx::{docx, p};
use super::imported_plan;
use super::properties::{NUMBERS, Random};

/// The space between pieces with other marks.
const SPACES: [&str; 3] = ["", " ", "，"];

/// Words with marks of emphasis, links and notes, in the markup of a format.
fn marked(random: &mut Random, marks: &[(&str, &str)], spaces: &[&str]) -> String {
    let mut text = String::new();
    for _ in 0..=random.below(4) {
        let (before, after) = marks[random.below(marks.len())];
        let words = random.of(&[
            "words",
            "两个",
            "（一）",
            "a_b",
            "x | y",
            "“q”",
            ", so",
            "1*2",
            "end.",
            "\\",
            "the following:",
        ]);
        let space = random.of(spaces);
        // In a Word document, only elements have text.
        if before.starts_with("<w:") {
            write!(text, "{before}{words}{space}{after}").expect("a string grows");
        } else {
            write!(text, "{before}{words}{after}{space}").expect("a string grows");
        }
    }
    text
}

/// Returns the words of a text in HTML or in XML. Only tags of these elements are inside words.
fn words_in(markup: &str, inline: &[&str]) -> String {
    let mut words = String::new();
    for (nth, piece) in markup.split('<').enumerate() {
        let (tag, after) = match piece.split_once('>') {
            Some((tag, after)) if nth > 0 => (tag, after),
            _ => ("", piece),
        };
        let name = tag.trim_matches('/').split([' ', '/']).next();
        if !name.is_some_and(|name| inline.contains(&name)) {
            words.push(' ');
        }
        words.push_str(after);
    }
    words
}

#[test]
fn random_markup_in_pages_loses_no_word() {
    const MARKS: [(&str, &str); 7] = [
        ("", ""),
        ("<b>", "</b>"),
        ("<i>", "</i>"),
        ("<b><i>", "</i></b>"),
        ("<a href='https://a.org/b(c)'>", "</a>"),
        ("<a href='/b'><b>", "</b></a>"),
        ("<span class=bold>", "</span>"),
    ];
    const BLOCKS: [(&str, &str); 9] = [
        ("<p>", "</p>"),
        ("<p>", "</p>"),
        ("<h2>", "</h2>"),
        ("<blockquote><p>", "</p></blockquote>"),
        ("<table><tr><td>", "</td><td>x</td></tr></table>"),
        ("<table><tr><td>(a)</td><td>", "</td></tr></table>"),
        (
            "<table><tr><td rowspan=2>",
            "</td><td colspan=2>z</td></tr><tr><td>y</td></tr></table>",
        ),
        ("<ol type=a><li>", "</li></ol>"),
        (
            "<p><a id=r href=#n>1</a> ",
            "</p><p id=n><a href=#r>1</a> The note.</p>",
        ),
    ];
    for seed in 0..150 {
        let mut random = Random(seed);
        let mut page = String::from("<title>T</title><main>");
        let mut has_note = false;
        for _ in 0..=random.below(10) {
            let (before, after) = BLOCKS[random.below(BLOCKS.len())];
            let is_note = before.contains("#n");
            if is_note && has_note {
                continue;
            }
            has_note |= is_note;
            let number = random.of(&NUMBERS);
            let text = marked(&mut random, &MARKS, &SPACES);
            writeln!(page, "{before}{number}{text}{after}").expect("a string grows");
        }
        let words = words_in(&page, &["b", "i", "a", "span"]);
        // The mark of a note is at its reference and at its words, or at one of both.
        imported_plan(
            "random.html",
            page.as_bytes(),
            &words,
            if has_note { "1 1 T" } else { "T" },
        );
    }
}

#[test]
fn random_markup_in_word_documents_loses_no_word() {
    const MARKS: [(&str, &str); 5] = [
        ("<w:r><w:t xml:space='preserve'>", "</w:t></w:r>"),
        (
            "<w:r><w:rPr><w:b/></w:rPr><w:t xml:space='preserve'>",
            "</w:t></w:r>",
        ),
        (
            "<w:r><w:rPr><w:b/><w:i/></w:rPr><w:t xml:space='preserve'>",
            "</w:t></w:r>",
        ),
        (
            "<w:fldSimple w:instr='HYPERLINK https://a.org/b(c)'><w:r><w:t>",
            "</w:t></w:r></w:fldSimple>",
        ),
        (
            "<w:r><w:footnoteReference w:id='5'/><w:t xml:space='preserve'>",
            "</w:t></w:r>",
        ),
    ];
    const BLOCKS: [(&str, &str); 5] = [
        ("<w:p>", "</w:p>"),
        ("<w:p>", "</w:p>"),
        ("<w:p><w:pPr><w:outlineLvl w:val='1'/></w:pPr>", "</w:p>"),
        (
            "<w:p><w:pPr><w:numPr><w:ilvl w:val='0'/><w:numId w:val='2'/></w:numPr></w:pPr>",
            "</w:p>",
        ),
        (
            "<w:tbl><w:tr><w:tc><w:p>",
            "</w:p></w:tc><w:tc><w:tcPr><w:gridSpan w:val='2'/></w:tcPr><w:p><w:r><w:t>x</w:t></w:r></w:p></w:tc></w:tr></w:tbl>",
        ),
    ];
    for seed in 0..150 {
        let mut random = Random(seed);
        let mut body = String::new();
        for _ in 0..=random.below(10) {
            let (before, after) = BLOCKS[random.below(BLOCKS.len())];
            let number = p("", random.of(&NUMBERS)).replace("<w:p><w:pPr></w:pPr>", "");
            let number = number.replace("</w:p>", "");
            let text = marked(&mut random, &MARKS, &SPACES);
            write!(body, "{before}{number}{text}{after}").expect("a string grows");
        }
        let note = if body.contains("footnoteReference") {
            "As of 2025"
        } else {
            ""
        };
        let inline = [
            "w:r",
            "w:t",
            "w:rPr",
            "w:b",
            "w:i",
            "w:fldSimple",
            "w:footnoteReference",
        ];
        let words = format!("{} {note}", words_in(&body, &inline));
        imported_plan("random.docx", &docx(&body), &words, "");
    }
}

#[test]
fn random_markup_in_markdown_loses_no_word() {
    const MARKS: [(&str, &str); 6] = [
        ("", ""),
        ("**", "**"),
        ("*", "*"),
        ("***", "***"),
        ("[", "](https://a.org)"),
        ("[^1]", ""),
    ];
    const BLOCKS: [(&str, &str); 7] = [
        ("", "\n\n"),
        ("## ", "\n\n"),
        ("> ", "\n\n"),
        ("| a | ", " |\n|---|---|\n| b | c |\n\n"),
        ("1. ", "\n\n   (a) inner\n\n"),
        ("- ", "\n\n"),
        ("\n\n", "\n"),
    ];
    for seed in 0..150 {
        let mut random = Random(seed);
        let mut text = String::new();
        for _ in 0..=random.below(10) {
            let (before, after) = BLOCKS[random.below(BLOCKS.len())];
            let mut words = marked(&mut random, &MARKS, &SPACES[1..])
                .replace('\\', "")
                .replace("1*2", "a1");
            if before.starts_with('|') {
                words = words.replace('|', "\\|");
            }
            write!(text, "{before}{words}{after}").expect("a string grows");
        }
        text.push_str("\n\n[^1]: The note.\n");
        let words = text.replace("1. ", "").replace("https://a.org", "");
        let words = words
            .replace("[^1]", "")
            .replace("1*2", "")
            .replace('*', "");
        imported_plan("random.md", text.as_bytes(), &words, "");
    }
}
