//! The rows of tables, whose cells Markdown would add or drop.

use crate::diagnostics::{Location, Reporter};

/// Reports a row with more or fewer cells than the first one of its table.
pub(super) fn check_row(
    source: &str,
    table: &Location,
    row: &Location,
    reporter: &mut Reporter<'_>,
) {
    let found = cells(source.get(row.bytes.clone()).unwrap_or_default());
    let table = source.get(table.bytes.clone()).unwrap_or_default();
    let first = table.lines().next().map_or(0, cells);
    if found != first {
        let message =
            format!("expected {first} cells in this row, as in the first one, found {found}");
        let hint =
            "write each cell between two `|`, also an empty one, and `\\|` for a `|` in a cell";
        reporter.report(row, message, hint);
    }
}

/// Reports a paragraph that was meant to be a table.
pub(super) fn check_paragraph(source: &str, location: &Location, reporter: &mut Reporter<'_>) {
    let source = source.get(location.bytes.clone()).unwrap_or_default();
    if source.starts_with('|') {
        let dashes = "| --- ".repeat(source.lines().next().map_or(0, cells)) + "|";
        let message =
            "expected a line of dashes below the first row of a table, found none that fits it";
        let hint = format!("write `{dashes}` there, or `\\|` for a `|` that is text");
        reporter.report(location, message, hint);
    }
}

/// Counts the cells of a row.
fn cells(row: &str) -> usize {
    let row = row.trim();
    let mut bars = 0;
    let mut is_escaped = false;
    for c in row.chars() {
        bars += usize::from(c == '|' && !is_escaped);
        is_escaped = c == '\\' && !is_escaped;
    }
    let ends_in_bar = row.ends_with('|') && !row.ends_with("\\|");
    let outer = usize::from(row.starts_with('|')) + usize::from(ends_in_bar && row.len() > 1);
    (bars + 1).saturating_sub(outer)
}

#[cfg(test)]
mod tests {
    use super::cells;

    #[test]
    fn counts_cells_with_and_without_outer_bars() {
        for (row, count) in [
            ("| a | b |", 2),
            ("a | b", 2),
            ("| a |", 1),
            ("| a | b", 2),
            ("| | |", 2),
            ("| a \\| b | c |", 2),
            ("| a | b \\|", 2),
            ("a", 1),
        ] {
            assert_eq!(cells(row), count, "{row}");
        }
    }
}
