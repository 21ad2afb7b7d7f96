//! A table as CSV (RFC 4180), for spreadsheets.
//!
//! It uses no CSV library, because a library would make the engine larger.

use plan::characters::is_invisible;
use plan::interface::Interface;

/// Writes rows with a separator.
///
/// The text begins with a byte order mark. Without it, Excel reads the file in the local encoding
/// of the computer and garbles Chinese. Programs that expect UTF-8 skip the mark.
#[must_use]
pub fn csv(rows: &[Vec<String>], separator: char) -> String {
    let mut table = String::from("\u{feff}");
    for row in rows {
        for (nth, cell) in row.iter().enumerate() {
            if nth > 0 {
                table.push(separator);
            }
            push_cell(&mut table, cell);
        }
        table.push_str("\r\n");
    }
    table
}

/// Returns the separator that spreadsheets expect in the language of an interface. Languages with a
/// decimal comma, which have no comma between thousands, use the semicolon.
#[must_use]
pub fn separator(interface: &Interface) -> char {
    if interface.digits.separator == "," {
        ','
    } else {
        ';'
    }
}

/// Appends a cell that no spreadsheet runs as a formula. A cell that begins with one of these
/// characters would be a formula; an apostrophe before it makes it text. Some spreadsheets skip
/// spaces and invisible characters in front of a formula.
fn push_cell(table: &mut String, cell: &str) {
    // With any separator, because a program may guess another one.
    let is_quoted = cell.contains(['"', ',', ';', '\n', '\r']);
    if is_quoted {
        table.push('"');
    }
    let is_skipped = |c: char| c.is_whitespace() || c.is_control() || is_invisible(c);
    let start = cell.trim_start_matches(is_skipped);
    let is_formula = start.starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠']);
    if is_formula || cell.starts_with(['\t', '\r']) {
        table.push('\'');
    }
    for c in cell.chars() {
        if c == '"' {
            table.push('"');
        }
        table.push(c);
    }
    if is_quoted {
        table.push('"');
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cell(text: &str) -> String {
        let mut cell = String::new();
        push_cell(&mut cell, text);
        cell
    }

    #[test]
    fn cells_cannot_be_formulas() {
        assert_eq!(cell("=HYPERLINK(\"x\")"), "\"'=HYPERLINK(\"\"x\"\")\"");
        assert_eq!(["+1", "-1", "@x"].map(cell), ["'+1", "'-1", "'@x"]);
        assert_eq!(cell("＝1"), "'＝1");
        for hidden in [
            " ",
            "\t",
            "\n",
            "\u{a0}",
            "\u{3000}",
            "\u{feff}",
            "\u{200b}",
            "\u{202e}",
            "\u{ad}",
            "\0 \u{2060}",
        ] {
            for sign in ["=", "+", "-", "@", "＝", "＋", "－", "＠"] {
                let formula = format!("{hidden}{sign}1");
                assert!(
                    cell(&formula).trim_start_matches('"').starts_with('\''),
                    "{formula:?}"
                );
            }
            assert!(!cell(&format!("a{hidden}=1")).contains('\''), "{hidden:?}");
        }
        // Without the apostrophe, the cell is the text again.
        let mut rows = ::csv::ReaderBuilder::new();
        let mut rows = rows.has_headers(false).from_reader("\"'\n=1\"".as_bytes());
        let row = rows.records().next().expect("a row").expect("a valid row");
        assert_eq!(row[0].strip_prefix('\''), Some("\n=1"));
        assert_eq!(cell("一、加强合作。"), "一、加强合作。");
    }

    #[test]
    fn parsers_read_the_same_cells_with_either_separator() {
        let rows = [["a;b", "c, d"], ["e \"f\"\ng", "\u{0}"]];
        let rows = rows.map(|row| row.map(str::to_owned).to_vec());
        for separator in [',', ';'] {
            let text = csv(&rows, separator);
            let text = text.strip_prefix('\u{feff}').expect("a byte order mark");
            let mut reader = ::csv::ReaderBuilder::new();
            let delimiter = u8::try_from(separator).expect("ASCII");
            let reader = reader.has_headers(false).delimiter(delimiter);
            let mut reader = reader.from_reader(text.as_bytes());
            let read: Vec<Vec<String>> = reader
                .records()
                .map(|row| row.expect("a row").iter().map(str::to_owned).collect())
                .collect();
            assert_eq!(read, rows);
            assert!(text.contains("\"a;b\"") && text.contains("\"c, d\""));
        }
    }

    #[test]
    fn languages_with_a_decimal_comma_have_semicolons() {
        let interfaces = &fixture::content().interfaces;
        let separators = interfaces
            .iter()
            .map(|words| (&*words.tag, separator(words)));
        let separators: Vec<_> = separators.collect();
        for (tag, expected) in [("zh", ','), ("en", ','), ("es", ';'), ("pt", ';')] {
            assert!(separators.contains(&(tag, expected)), "{separators:?}");
        }
    }
}
