//! Random documents: the compiler accepts what is written, and no word is lost.

use std::fmt::Write;

use super::docx::{docx, p};
use super::{folder, imported, options};
use crate::import;

/// A small generator of random numbers, so that failures can be repeated.
pub(super) struct Random(pub(super) u64);

impl Random {
    pub(super) fn below(&mut self, limit: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap_or(0) % limit
    }

    pub(super) fn of<'a>(&mut self, choices: &[&'a str]) -> &'a str {
        choices[self.below(choices.len())]
    }
}

pub(super) const NUMBERS: [&str; 30] = [
    "",
    "",
    "",
    "",
    "第一章 ",
    "第二章 ",
    "第一条 ",
    "第二条 ",
    "一、",
    "二、",
    "（一）",
    "（二）",
    "1. ",
    "2. ",
    "1) ",
    "(a) ",
    "(b) ",
    "(i) ",
    "I. ",
    "II. ",
    "1.1 ",
    "1.2 ",
    "Article 1. ",
    "Article 2 ",
    "Article 3a ",
    "Chapter I ",
    "Annex ",
    "附件 ",
    "§ 1 ",
    "2026. ",
];

const TEXTS: [&str; 14] = [
    "Scope",
    "GENERAL RULES",
    "总则",
    "为了促进发展，制定本条例。",
    "Words end here.",
    "of the treaty",
    "a *b* [c](d) <e> & `f`",
    "# g",
    "PREAMBLE",
    "前言",
    "x | y",
    "the following:",
    "",
    "\u{200f}مرسوم",
];

fn line(random: &mut Random) -> String {
    let number = random.of(&NUMBERS);
    format!("{number}{}", random.of(&TEXTS))
}

#[test]
fn random_word_documents_lose_no_word() {
    for seed in 0..400 {
        let mut random = Random(seed);
        let (mut body, mut words) = (String::new(), String::new());
        for _ in 0..=random.below(14) {
            let text = line(&mut random);
            let escaped = text.replace('&', "&amp;").replace('<', "&lt;");
            let properties = random.of(&[
                "",
                "",
                "",
                r#"<w:outlineLvl w:val="0"/>"#,
                r#"<w:outlineLvl w:val="1"/>"#,
                r#"<w:outlineLvl w:val="2"/>"#,
                r#"<w:numPr><w:ilvl w:val="0"/><w:numId w:val="2"/></w:numPr>"#,
                r#"<w:numPr><w:ilvl w:val="0"/><w:numId w:val="3"/></w:numPr>"#,
                r#"<w:pStyle w:val="t"/>"#,
            ]);
            body += &p(properties, &escaped);
            writeln!(words, "{text}").expect("a string grows");
        }
        if words.trim().chars().any(char::is_alphanumeric) {
            imported("random.docx", &docx(&body), &words, "");
        }
    }
}

#[test]
fn random_markdown_loses_no_word() {
    const MARKS: [&str; 10] = ["", "", "", "# ", "## ", "### ", "- ", "  - ", "1. ", "> "];
    for seed in 0..400 {
        let mut random = Random(seed);
        let mut text = String::new();
        for _ in 0..=random.below(14) {
            let mark = random.of(&MARKS);
            // Links and HTML have parts that are no words.
            let line = line(&mut random).replace("[c](d) <e> ", "");
            let end = random.of(&["\n", "\n\n"]);
            write!(text, "{mark}{line}{end}").expect("a string grows");
        }
        // The number of an item is printed as its list counts, not as it was typed.
        let is_mark = |c: char| c.is_ascii_digit() || " -#>.)".contains(c);
        let lines = text.lines().map(|line| line.trim_start_matches(is_mark));
        let words = lines.collect::<Vec<_>>().join("\n");
        if words.chars().any(char::is_alphanumeric) {
            imported("random.md", text.as_bytes(), &words, "");
        }
    }
}

#[test]
fn broken_files_cause_no_panic() {
    let page = b"<main><h1>T</h1><ol type=a><li>x<table><tr><td>1<td>2</table></ol><p><b>B</b><br><br>(a) y</main>";
    let plan = "# T\n\n## Article 1. A\n\n1. x\n   * y\n\n| a | b |\n|---|---|\n| c | d |\n\nz[^1]\n\n[^1]: n\n<div>h</div>\n";
    let body = p(
        r#"<w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr>"#,
        "x",
    );
    let numbered = docx(&body);
    let samples = [
        ("page.html", &page[..]),
        ("plan.md", plan.as_bytes()),
        ("plan.docx", &numbered),
    ];
    let mut random = Random(7);
    for (name, sample) in samples {
        for _ in 0..1_500 {
            let mut bytes = sample.to_vec();
            for _ in 0..=random.below(4) {
                let at = random.below(bytes.len());
                match random.below(3) {
                    0 => bytes[at] = u8::try_from(random.below(256)).unwrap_or_default(),
                    1 => bytes.truncate(at + 1),
                    _ => {
                        let piece = bytes[at..(at + 9).min(bytes.len())].to_vec();
                        bytes.splice(at..at, piece);
                    }
                }
            }
            // Most of them are refused; a panic fails the test.
            let _ = import(name, &bytes, &options());
        }
    }
}

#[test]
fn broken_parts_cause_no_panic() {
    let parts = [
        r#"<w:p><w:pPr><w:pStyle w:val="own"/><w:numPr><w:ilvl w:val="99"/><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>x</w:t></w:r></w:p>"#,
        r#"<w:p><w:pPr><w:numPr><w:ilvl w:val="-1"/><w:numId w:val="77"/></w:numPr><w:outlineLvl w:val="x"/></w:pPr><w:r><w:t>y</w:t></w:r></w:p>"#,
        r#"<w:p><w:r><w:footnoteReference w:id="404"/><w:footnoteReference/><w:sym w:char="zz"/><w:t>z</w:t></w:r></w:p>"#,
        "<w:tbl><w:tr/><w:tr><w:tc/></w:tr></w:tbl><w:p/><w:sdt/><mc:AlternateContent/>",
    ];
    let words = "Chapter x y z";
    imported("odd.docx", &docx(&parts.concat()), words, "Chapter");
}

#[test]
fn random_headings_make_a_folder_that_the_compiler_accepts() {
    const WORDS: [&str; 16] = [
        "Chapter",
        "CHAPTER",
        "Capítulo",
        "Annex",
        "Anexo",
        "Part",
        "Goal",
        "Measure",
        "Medida nº",
        "Commitment",
        "第",
        "附件",
        "措施",
        "M",
        "",
        "",
    ];
    const NUMERALS: [&str; 12] = [
        " 1", " 2", " 3", " I", " II", " 1.1", "一章", "1", "2", " 3a", "", "",
    ];
    const MARKS: [&str; 7] = [":", ".", "", " –", "：", ")", " :"];
    const TAILS: [&str; 18] = [
        "",
        " A",
        " Energy",
        " {#hack}",
        " {#Hack it}",
        " x}",
        " {#",
        " {#annex}",
        " \"quoted\"",
        " back\\slash",
        " ## C#",
        " #",
        " *b* _c_",
        " &amp;amp; &lt;x>",
        " body",
        " Ñandú 气候",
        " 🚲",
        " [x](y)",
    ];
    for seed in 0..250 {
        let mut random = Random(seed);
        let mut body = p(
            r#"<w:pStyle w:val="t"/>"#,
            &format!("Plan{}", random.of(&TAILS)),
        );
        for _ in 0..=random.below(6) {
            let heading = [
                random.of(&WORDS),
                random.of(&NUMERALS),
                random.of(&MARKS),
                random.of(&TAILS),
            ]
            .concat();
            let level = random.below(3);
            body += &p(&format!(r#"<w:outlineLvl w:val="{level}"/>"#), &heading);
            for _ in 0..random.below(3) {
                body += &p(
                    "",
                    &line(&mut random).replace('&', "&amp;").replace('<', "&lt;"),
                );
            }
        }
        folder("random.docx", &docx(&body));
    }
}
