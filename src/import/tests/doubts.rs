//! Notes about losses that are easily overlooked.

use super::docx::{docx, p};
use super::{Folder, imported};

/// Returns the notes about the text that contain these words.
fn notes<'a>(folder: &'a Folder, words: &str) -> Vec<&'a str> {
    let notes = folder.notes.iter().map(String::as_str);
    notes.filter(|note| note.contains(words)).collect()
}

#[test]
fn numbers_that_do_not_fit_their_division_are_noted() {
    let text = "# Plan

## 1 Ports

1.1 The ports are open.

1.2 The ports are free.

## 2 Rivers

2.1 The rivers are open.

### Crossing

2.2 The rivers are free.

## 3 Lakes

3.1 The lakes are open.
";
    let folder = imported("plan.md", text.as_bytes(), text, "");
    let expected = "plan.en.md:15: “2.2” is part of the text, because such numbers do not count on in this division";
    assert_eq!(notes(&folder, "count on"), [expected]);
}

#[test]
fn numbers_with_one_note_for_all_have_no_further_ones() {
    let text = "# Plan\n\n## Ports\n\n1. One.\n\n2. Two.\n\nWords.\n\n1. Three.\n\n2. Four.\n";
    let folder = imported("plan.md", text.as_bytes(), "", "");
    let notes: Vec<&str> = notes(&folder, "part of the text");
    assert_eq!(notes.len(), 1, "{notes:?}");
    assert!(notes[0].starts_with("plan.toml:"), "{notes:?}");
}

#[test]
fn further_header_rows_of_tables_are_noted() {
    let row = |properties: &str, cells: [&str; 2]| {
        let cells = cells.map(|cell| format!("<w:tc>{}</w:tc>", p("", cell)));
        format!(
            "<w:tr><w:trPr>{properties}</w:trPr>{}</w:tr>",
            cells.concat()
        )
    };
    let header = "<w:tblHeader/>";
    let table = |second: &str| {
        let rows = [
            row(header, ["Port", "Fee"]),
            row(second, ["", "€"]),
            row("", ["A", "5"]),
            row(header, ["B", "6"]),
        ];
        docx(&format!(
            "{}<w:tbl>{}</w:tbl>",
            p("", "Fees:"),
            rows.concat()
        ))
    };
    let doubt = "plan.en.md:5: a table with 2 header rows: the content format has one, so the others are ordinary rows";
    let two = imported("plan.docx", &table(header), "Port Fee € A 5 B 6", "");
    assert_eq!(notes(&two, "header rows"), [doubt]);
    let one = imported("plan.docx", &table(r#"<w:tblHeader w:val="0"/>"#), "", "");
    assert_eq!(notes(&one, "header rows").len(), 0);
    let page = "<h1>Plan</h1><p>Fees:</p><table><thead><tr><th>Port</th><th>Fee</th></tr><tr><th></th><th>€</th></tr></thead><tbody><tr><td>A</td><td>5</td></tr></tbody></table>";
    let folder = imported("plan.html", page.as_bytes(), "", "");
    assert_eq!(notes(&folder, "header rows"), [doubt]);
}
