//! The kind of a file, by its first bytes and its name.

use crate::problem::Problem;

/// A kind of document that can be imported.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum FileKind {
    Docx,
    Html,
    Markdown,
}

const EXPECTED: &str = "a docx, HTML or Markdown file";

/// Returns the kind of a file. A file that is none of them is a problem, with the way to one that is.
pub(crate) fn of(name: &str, bytes: &[u8]) -> Result<FileKind, Problem> {
    let unfit = |found: &str, hint: &str| {
        Err(Problem {
            expected: EXPECTED.to_owned(),
            found: found.to_owned(),
            hint: hint.to_owned(),
        })
    };
    match bytes {
        [] => {
            return unfit(
                "an empty file",
                "save the document again, or choose another file",
            );
        }
        [b'P', b'K', 3 | 5, ..] => return Ok(FileKind::Docx),
        [0xd0, 0xcf, 0x11, 0xe0, ..] => {
            return unfit(
                "a file in the old format of Word (.doc), or an encrypted one",
                "open it in Word or LibreOffice and save it as .docx, without a password",
            );
        }
        [b'{', b'\\', b'r', b't', b'f', ..] => {
            return unfit(
                "an RTF file",
                "open it in Word or LibreOffice and save it as .docx",
            );
        }
        [0xff, 0xfe, ..] | [0xfe, 0xff, ..] => {
            return unfit("text in UTF-16", "save the file as UTF-8");
        }
        _ => {}
    }
    if bytes[..bytes.len().min(1024)]
        .windows(5)
        .any(|window| window == b"%PDF-")
    {
        return unfit(
            "a PDF, which has lines at places of a page, but no paragraphs, headings or numbers",
            "ask the publisher for the docx; or open the PDF in Word (File > Open), or in Google Docs (Open with > Google Docs), look it through, and save it as .docx",
        );
    }
    if bytes.contains(&0) {
        return unfit(
            "a file that is no text",
            "save the document as .docx, HTML or Markdown",
        );
    }
    let name = name.to_lowercase();
    let ends_with = |endings: &[&str]| endings.iter().any(|ending| name.ends_with(ending));
    if ends_with(&[".html", ".htm", ".xhtml"]) || begins_as_html(bytes) {
        Ok(FileKind::Html)
    } else if ends_with(&[".md", ".markdown", ".mdown", ".txt", ".text"]) {
        Ok(FileKind::Markdown)
    } else if ends_with(&[".docx"]) {
        unfit(
            "a file that is no docx, though its name says so",
            "open the document in Word or LibreOffice and save it again as .docx",
        )
    } else {
        unfit(
            "a file of another kind",
            "save the document as .docx, HTML or Markdown; the name must end in .docx, .html or .md",
        )
    }
}

/// Returns the text of a file.
pub(crate) fn text(bytes: &[u8]) -> Result<&str, Problem> {
    let bytes = bytes.strip_prefix(&[0xef, 0xbb, 0xbf]).unwrap_or(bytes);
    std::str::from_utf8(bytes).map_err(|error| {
        let before = &bytes[..error.valid_up_to()];
        let line = before.split(|byte| *byte == b'\n').count();
        Problem {
            expected: "text in UTF-8".to_owned(),
            found: format!("an invalid byte in line {line}"),
            hint: "save the file as UTF-8: in a text editor, choose the encoding when saving"
                .to_owned(),
        }
    })
}

fn begins_as_html(bytes: &[u8]) -> bool {
    let start = String::from_utf8_lossy(&bytes[..bytes.len().min(512)]).to_lowercase();
    let start = start.trim_start_matches('\u{feff}').trim_start();
    ["<!doctype html", "<html", "<?xml"]
        .iter()
        .any(|mark| start.starts_with(mark))
        && start.contains("html")
}
