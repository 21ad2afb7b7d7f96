//! `import`.

use std::fs;

use snapbox::{assert_data_eq, str};

use super::{path, run, run_in, text};

const STATEMENT: &str = "---
date: 2026-01-15
---

# Harbour statement

## Article 1. Ships

(1) We welcome ships.

(3) We thank the crews.

(4) We thank the cooks.
";

#[test]
fn writes_a_folder_that_check_accepts_and_lists_doubts() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    fs::write(folder.path().join("statement.md"), STATEMENT).expect("a file can be written");
    let arguments = ["import", "statement.md", "--out", "plan", "--lang", "en"];
    let output = run_in(folder.path(), &arguments);
    assert_data_eq!(
        text(&output.stdout),
        str![[r#"
plan/plan.en.md:1: the date 2026-01-15 is in the properties of the file, not in its text; correct it if the copy has another one, or leave it out
plan/plan.en.md:9: (3) does not follow the number before it; it was kept as it is (line 11 of statement.md)
plan/plan.toml:25: some numbers of clauses such as “(1)” are missing, inserted or printed in another way; `gaps = true` allows it
plan/plan.toml:29: the file names no publisher; write the one of the copy in place of example.org

wrote plan/: 3 clauses in 1 division; look at the 4 notes above
next: edit the files (README.md there is the guide), then start this program again with `check --content plan`
      and with `serve --content plan` to look at it, or `build --content plan --out DIR` for a web server

"#]]
    );
    assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
    let plan = folder.path().join("plan");
    let output = run(&["check", "--content", path(&plan)]);
    assert_eq!(
        text(&output.stdout),
        "statement: 3 clauses in 1 division\n",
        "{}",
        text(&output.stderr)
    );
    // A second import overwrites nothing.
    let output = run_in(folder.path(), &arguments);
    assert_eq!(output.status.code(), Some(2));
    assert_data_eq!(
        text(&output.stderr),
        str![[r#"
error: expected a new or empty folder at plan, found files in it; name another folder

"#]]
    );
}

#[test]
fn explains_files_that_cannot_be_imported() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    for (name, bytes) in [
        ("plan.pdf", &b"%PDF-1.7"[..]),
        ("plan.docx", b"PK\x03\x04 and no more"),
        ("plan.md", b""),
    ] {
        fs::write(folder.path().join(name), bytes).expect("a file can be written");
    }
    let mut messages = String::new();
    for name in ["plan.pdf", "plan.docx", "plan.md", "no.md"] {
        let output = run_in(folder.path(), &["import", name, "--out", "plan"]);
        assert_eq!(output.status.code(), Some(2), "{name}");
        assert!(!folder.path().join("plan").exists(), "{name}");
        messages += &text(&output.stderr);
    }
    assert_data_eq!(
        messages,
        str![[r#"
error: plan.pdf: expected a docx, HTML or Markdown file, found a PDF, which has lines at places of a page, but no paragraphs, headings or numbers; ask the publisher for the docx; or open the PDF in Word (File > Open), or in Google Docs (Open with > Google Docs), look it through, and save it as .docx
error: plan.docx: expected a docx, which is a zip file, found a broken one (invalid Zip archive: Could not find EOCD); open the file in Word or LibreOffice and save it again as .docx
error: plan.md: expected a docx, HTML or Markdown file, found an empty file; save the document again, or choose another file
error: expected a docx, HTML or Markdown file at no.md, but: No such file or directory (os error 2); correct the path

"#]]
    );
}
