//! The cells of a CSV file, with positions.

use csv_core::{ReadFieldResult, Reader, ReaderBuilder};

use crate::characters;
use crate::diagnostics::{Located, Location, Reporter};

/// Returns the cells of each line that is not empty, without the spaces around them.
pub(super) fn lines(text: &str, file: &str, reporter: &mut Reporter<'_>) -> Vec<Vec<Located>> {
    let mut reader = ReaderBuilder::new().delimiter(separator(text)).build();
    let mut lines = vec![Vec::new()];
    let mut start = 0;
    while let Some(cell) = Cell::read(&mut reader, text, start) {
        let location = cell.location(text, file, start);
        report_open_quote(text, &location, reporter);
        let content = String::from_utf8_lossy(&cell.content).trim().to_owned();
        characters::check(&content, &location, reporter);
        if let Some(line) = lines.last_mut() {
            line.push((content, location));
        }
        if cell.is_last {
            lines.push(Vec::new());
        }
        start = cell.end;
    }
    lines.retain(|line| line.iter().any(|(content, _)| !content.is_empty()));
    lines
}

/// Returns the separator that occurs most in the first line that is not empty.
fn separator(text: &str) -> u8 {
    let first = text.lines().find(|line| !line.trim().is_empty());
    let first = first.unwrap_or_default();
    let count = |separator: &u8| first.matches(char::from(*separator)).count();
    // Of several with the same count, the last one: a file with one column has commas.
    let separators = [b'\t', b';', b','];
    separators.into_iter().max_by_key(count).unwrap_or(b',')
}

/// A cell as it is read.
struct Cell {
    content: Vec<u8>,
    /// The first byte after the cell and its separator.
    end: usize,
    /// Whether it is the last cell of its line.
    is_last: bool,
}

impl Cell {
    /// Reads the cell that starts at a byte of the text; `None` at the end of the text.
    fn read(reader: &mut Reader, text: &str, start: usize) -> Option<Self> {
        let mut content = Vec::new();
        let mut end = start;
        let mut part = [0; 256];
        loop {
            let input = text.as_bytes().get(end..).unwrap_or_default();
            let (result, read, written) = reader.read_field(input, &mut part);
            end += read;
            content.extend_from_slice(part.get(..written).unwrap_or_default());
            match result {
                // The next call gets no input, which ends the last cell.
                ReadFieldResult::InputEmpty | ReadFieldResult::OutputFull => {}
                ReadFieldResult::Field { record_end } => {
                    return Some(Self {
                        content,
                        end,
                        is_last: record_end,
                    });
                }
                ReadFieldResult::End => return None,
            }
        }
    }

    /// Returns the range of the cell as it is written, without the spaces around it.
    fn location(&self, text: &str, file: &str, start: usize) -> Location {
        let written = text.get(start..self.end).unwrap_or_default();
        let is_around = |c: char| c.is_whitespace() || matches!(c, ',' | ';' | '\t');
        // A separator before the cell belongs to the cell before; a line break does not.
        let after = written.trim_start_matches(char::is_whitespace);
        let start = self.end - after.len();
        let end = start + after.trim_end_matches(is_around).len();
        Location::new(file, start..end)
    }
}

/// Reports a cell whose quotes do not end, or end before the cell does.
fn report_open_quote(text: &str, location: &Location, reporter: &mut Reporter<'_>) {
    let written = text.get(location.bytes.clone()).unwrap_or_default();
    let quotes = written.matches('"').count();
    if written.starts_with('"') && (quotes % 2 == 1 || !written.ends_with('"')) {
        reporter.report(
            location,
            "expected a quote at the end of a cell that begins with one, found none",
            "add it, and write a quote inside the cell twice",
        );
    }
}
