//! Large and hostile documents.

use std::fmt::Write;
use std::io::{Cursor, Write as _};
use std::time::{Duration, Instant};

use super::docx::zipped;
use super::{folder, options};
use crate::import;

#[test]
fn long_lists_stay_whole() {
    let mut text = String::from("# Law\n\n");
    for number in 1..=1_260 {
        write!(text, "Article {number}. Words of article {number}.\n\n").expect("a string grows");
    }
    let folder = folder("law.md", text.as_bytes());
    let clauses = |folder: &super::Folder| {
        folder
            .plan
            .content
            .as_ref()
            .map(|content| content.plan.clauses.len())
    };
    assert_eq!(clauses(&folder), Some(1_260));
    let mut text = String::from("# Law\n\n");
    for number in 1..=10_000 {
        write!(text, "## Article {number}\n\nWords.\n\n").expect("a string grows");
    }
    let many = super::folder("articles.md", text.as_bytes());
    assert_eq!(clauses(&many), Some(10_000));
    let mut text = String::from("# Law\n\n");
    for number in 1..=150 {
        write!(text, "## Part {number}\n\n### Section\n\nWords.\n\n").expect("a string grows");
    }
    let folder = super::folder("parts.md", text.as_bytes());
    assert_eq!(clauses(&folder), Some(150));
}

/// Behind three digits, a number without a word is a number only if it is the next one.
#[test]
fn clauses_are_counted_behind_three_digits() {
    let mut text = String::from("# Law\n\n## Article 1\n\n");
    for number in 1..=1_020 {
        write!(text, "{number}. Words of clause {number}.\n\n").expect("a string grows");
    }
    let folder = super::folder("law.md", text.as_bytes());
    let content = folder.plan.content.as_ref();
    assert_eq!(
        content.map(|content| content.plan.clauses.len()),
        Some(1_020)
    );
}

#[test]
fn bombs_are_refused() {
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let options_of_zip = zip::write::SimpleFileOptions::default()
        .compression_method(zip::CompressionMethod::Deflated);
    zip.start_file("word/document.xml", options_of_zip)
        .expect("a part can be started");
    let zeros = vec![b' '; 1 << 20];
    for _ in 0..200 {
        zip.write_all(&zeros).expect("a part can be written");
    }
    let bomb = zip
        .finish()
        .expect("a zip file can be finished")
        .into_inner();
    assert!(bomb.len() < 1 << 20);
    let problem = import("bomb.docx", &bomb, &options()).expect_err("a problem");
    assert!(
        problem.to_string().contains("at most 128 MB when unpacked"),
        "{problem}"
    );
    // Entities of a document type are not expanded.
    let laughs = br#"<!DOCTYPE d [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]><d><body><p><r><t>x&b;&b;</t></r></p></body></d>"#;
    let folder = folder("laughs.docx", &zipped(&[("word/document.xml", laughs)]));
    assert!(!folder.text.contains("ha"));
}

#[test]
fn hostile_text_takes_little_time() {
    let started = Instant::now();
    for text in [
        "(".repeat(200_000),
        "* ".repeat(50_000),
        "> ".repeat(50_000),
        "[".repeat(100_000),
        "1.".repeat(100_000),
        "第".repeat(100_000),
        "a\n".repeat(100_000),
        "1. x\n".repeat(20_000),
    ] {
        // Some of it has no words at all.
        let _ = import("hostile.md", text.as_bytes(), &options());
    }
    assert!(
        started.elapsed() < Duration::from_secs(60),
        "{:?}",
        started.elapsed()
    );
}
