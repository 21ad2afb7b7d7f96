//! The sizes and positions of the overview's parts, in SVG units.

use super::measure::{bold, width, wrap};

/// Outer margin.
pub(super) const MARGIN: usize = 40;
/// Body font size.
pub(super) const SIZE: usize = 15;
/// Line height of body text.
pub(super) const LINE: usize = 20;
pub(super) const TITLE_SIZE: usize = 26;
pub(super) const FOOT_SIZE: usize = 13;
/// Largest width of a line in the label of a row.
const WIDEST_ROW: usize = 300;
/// Largest width of a line in the label of a column.
const WIDEST_COLUMN: usize = 220;
/// Space before the column of totals.
const GAP: usize = 10;

/// A label, broken into lines.
pub(super) type Label = Vec<String>;

/// The table's labels and geometry.
pub(super) struct Layout {
    pub(super) rows: Vec<Label>,
    pub(super) columns: Vec<Label>,
    pub(super) total: String,
    /// Width and height of a cell.
    pub(super) cell: [usize; 2],
    /// Height of the slanted column labels.
    pub(super) slant: usize,
    /// Left edge of the cells.
    left: usize,
    /// Right edge of the table.
    pub(super) right: usize,
    /// Width of the page.
    pub(super) page: usize,
}

impl Layout {
    pub(super) fn new<'a>(
        rows: impl Iterator<Item = &'a str>,
        columns: impl Iterator<Item = &'a str>,
        total: &str,
    ) -> Self {
        let rows: Vec<Label> = rows.map(|label| wrap(label, SIZE, WIDEST_ROW)).collect();
        let columns: Vec<Label> = columns
            .map(|label| wrap(label, SIZE, WIDEST_COLUMN))
            .collect();
        let total_width = width(total, bold(SIZE));
        // Column labels slant by 45°: a label extends upwards and to the right by seven tenths of
        // its width, and its lines need fourteen tenths of their height.
        let cell = [
            (most_lines(&columns) * LINE * 14 / 10 + 10).max(54),
            (most_lines(&rows) * LINE + 18).max(42),
        ];
        let slant = (widest(&columns).max(total_width) + LINE) * 7 / 10;
        let left = MARGIN + widest(&rows).max(total_width) + 20;
        let right = left + cell[0] * (columns.len() + 1) + GAP;
        let ends = columns.iter().enumerate().map(|(nth, label)| {
            let label = widest(std::slice::from_ref(label)) + LINE;
            left + cell[0] * nth + cell[0] / 2 + label * 7 / 10
        });
        let total_end = right - cell[0] / 2 + (total_width + LINE) * 7 / 10;
        let page = ends.fold(total_end.max(right), usize::max) + MARGIN;
        Self {
            rows,
            columns,
            total: total.to_owned(),
            cell,
            slant,
            left,
            right,
            page,
        }
    }

    /// Returns the left edge of a column, counted from 0.
    pub(super) fn column(&self, nth: usize) -> usize {
        self.left + self.cell[0] * nth
    }

    /// Returns the left edge of the column of totals.
    pub(super) fn totals(&self) -> usize {
        self.right - self.cell[0]
    }

    /// Returns the largest width of text between the margins.
    pub(super) fn text_width(&self) -> usize {
        self.page - 2 * MARGIN
    }
}

fn most_lines(labels: &[Label]) -> usize {
    labels.iter().map(Vec::len).max().unwrap_or(0)
}

fn widest(labels: &[Label]) -> usize {
    let widths = labels.iter().flatten().map(|line| width(line, SIZE));
    widths.max().unwrap_or(0)
}
