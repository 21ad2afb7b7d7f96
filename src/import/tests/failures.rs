//! Files that cannot be imported, and odd ones that can.

use snapbox::{assert_data_eq, str};

use super::docx::zipped;
use super::{folder, options};
use crate::{Options, import};

fn problem(name: &str, bytes: &[u8]) -> String {
    let problem = import(name, bytes, &options()).expect_err(name);
    format!("{name}: {problem}\n")
}

#[test]
fn says_what_is_wrong_with_a_file() {
    let document = |xml: &str| zipped(&[("word/document.xml", xml.as_bytes())]);
    let deep = format!("<d>{}", "<p>".repeat(300));
    let messages = [
        problem("empty.md", b""),
        problem("blank.md", b" \n\n"),
        problem("plan.pdf", b"%PDF-1.4\n\x00"),
        problem("plan.doc", b"\xd0\xcf\x11\xe0\xa1\xb1"),
        problem("plan.rtf", b"{\\rtf1 x}"),
        problem("plan.md", b"# Title\n\nna\xefve"),
        problem("wide.md", b"\xff\xfe#\x00"),
        problem("plan.docx", b"only text"),
        problem("plan", b"only text"),
        problem("plan.bin", b"\x00\x01"),
        problem("cut.docx", &document("<a/>")[..40]),
        problem("sheet.docx", &zipped(&[("xl/workbook.xml", b"<a/>")])),
        problem("other.zip", &zipped(&[("x", b"<a/>")])),
        problem("half.docx", &document("<w:document><w:body>")),
        problem("crossed.docx", &document("<a><b></a></b>")),
        problem("deep.docx", &document(&deep)),
        problem(
            "bytes.docx",
            &zipped(&[("word/document.xml", b"<a>\xff</a>")]),
        ),
        problem(
            "nothing.docx",
            &document("<w:document><w:body/></w:document>"),
        ),
    ];
    assert_data_eq!(
        messages.concat(),
        str![[r#"
empty.md: expected a docx, HTML or Markdown file, found an empty file; save the document again, or choose another file
blank.md: expected a document with text, found none; choose another file; text in pictures cannot be read
plan.pdf: expected a docx, HTML or Markdown file, found a PDF, which has lines at places of a page, but no paragraphs, headings or numbers; ask the publisher for the docx; or open the PDF in Word (File > Open), or in Google Docs (Open with > Google Docs), look it through, and save it as .docx
plan.doc: expected a docx, HTML or Markdown file, found a file in the old format of Word (.doc), or an encrypted one; open it in Word or LibreOffice and save it as .docx, without a password
plan.rtf: expected a docx, HTML or Markdown file, found an RTF file; open it in Word or LibreOffice and save it as .docx
plan.md: expected text in UTF-8, found an invalid byte in line 3; save the file as UTF-8: in a text editor, choose the encoding when saving
wide.md: expected a docx, HTML or Markdown file, found text in UTF-16; save the file as UTF-8
plan.docx: expected a docx, HTML or Markdown file, found a file that is no docx, though its name says so; open the document in Word or LibreOffice and save it again as .docx
plan: expected a docx, HTML or Markdown file, found a file of another kind; save the document as .docx, HTML or Markdown; the name must end in .docx, .html or .md
plan.bin: expected a docx, HTML or Markdown file, found a file that is no text; save the document as .docx, HTML or Markdown
cut.docx: expected a docx, which is a zip file, found a broken one (invalid Zip archive: Could not find EOCD); open the file in Word or LibreOffice and save it again as .docx
sheet.docx: expected a docx, HTML or Markdown file, found an Excel file; save the document as .docx, with Word or LibreOffice
other.zip: expected a docx, HTML or Markdown file, found a zip file without a Word document in it; save the document as .docx, with Word or LibreOffice
half.docx: expected XML in the part word/document.xml, found no element, or one that does not end; open the file in Word or LibreOffice and save it again as .docx
crossed.docx: expected XML in the part word/document.xml, found ill-formed document: expected `</b>`, but `</a>` was found, at byte 6; open the file in Word or LibreOffice and save it again as .docx
deep.docx: expected XML in the part word/document.xml, found elements nested more than 256 deep, at byte 765; open the file in Word or LibreOffice and save it again as .docx
bytes.docx: expected XML in the part word/document.xml, found bytes that are no text; open the file in Word or LibreOffice and save it again as .docx
nothing.docx: expected a document with text, found none; choose another file; text in pictures cannot be read

"#]]
    );
}

#[test]
fn rejects_tags_that_are_none() {
    let options = Options {
        language: Some("../x".to_owned()),
    };
    let problem = import("plan.md", b"Words.", &options).expect_err("a problem");
    assert_data_eq!(
        problem.to_string(),
        str!["expected the tag of a language, found “../x”; write it like en, fr or pt-BR"]
    );
}

#[test]
fn accepts_the_smallest_documents() {
    for (name, text) in [
        ("word.md", "word"),
        ("title.md", "# Title"),
        ("headings.md", "# A\n\n## B\n\n## C"),
        ("article.txt", "第一条"),
        ("rows.md", "| a | b |\n| - | - |\n| c | d |"),
        ("page.html", "<p>Words.</p>"),
        (
            "quotes.md",
            "# Say \"no\" \\\\ and yes\n\n## Part \"A\"\n\nText \u{202e}turned\u{7} round.\n",
        ),
        ("footnote.md", "Text[^a].\n\n[^a]: Note.\n\n[^b]: Alone."),
        (
            "html.md",
            "# T\n\n<div>In <b>HTML</b></div>\n\n- item\n\n  <p>more</p>\n",
        ),
        ("中文.md", "中文"),
    ] {
        folder(name, text.as_bytes());
    }
}
