//! The tables of a document.

use super::document::Reader;
use super::line::collect;
use super::xml::Element;
use crate::block::{
    Attached, BOLD_LINE, BY_LOOKS, Block, Kind, MERGED_CELLS, WIDEST_CELL, about_header_rows, list,
    on_one_line,
};
use crate::rich::Rich;

/// A cell: its blocks, and how many columns it covers.
type Cell = (Vec<Block>, usize);

impl<'a> Reader<'a> {
    /// Reads a table. One with headings, or with one column, only lays out the text.
    pub(super) fn table(&mut self, element: &'a Element) {
        self.end_joined();
        let mut rows = Vec::new();
        collect(element, "tr", &mut rows);
        let before = std::mem::take(&mut self.blocks);
        let mut read: Vec<Vec<Cell>> = Vec::new();
        let (mut is_merged, mut header_rows) = (false, 0);
        for row in rows {
            let properties = row.child("trPr");
            if properties.is_some_and(|row| row.child("del").is_some()) {
                continue;
            }
            // Header rows are the first ones.
            let is_header = properties.is_some_and(|row| row.is_on("tblHeader"));
            header_rows += usize::from(is_header && header_rows == read.len());
            let mut cells = Vec::new();
            collect(row, "tc", &mut cells);
            let cells = cells.into_iter().map(|cell| {
                self.body(cell);
                self.end_joined();
                let properties = cell.child("tcPr");
                let columns = properties.and_then(|it| it.number_of("gridSpan"));
                let columns = columns.unwrap_or(1).clamp(1, WIDEST_CELL);
                is_merged |=
                    columns > 1 || properties.is_some_and(|it| it.child("vMerge").is_some());
                (std::mem::take(&mut self.blocks), columns)
            });
            read.push(cells.collect());
        }
        self.blocks = before;
        let texts = read
            .iter()
            .map(|row| row.iter().map(|(blocks, _)| blocks.clone()).collect());
        let texts: Vec<Vec<Vec<Block>>> = texts.collect();
        if let Some(list) = list(texts.iter().map(Vec::as_slice)) {
            self.blocks.extend(list);
            return;
        }
        let blocks = || read.iter().flatten().flat_map(|(blocks, _)| blocks);
        let is_layout = read.iter().all(|cells| cells.len() < 2)
            || blocks().any(|block| {
                block.kind == Kind::Title
                    || matches!(block.kind, Kind::Heading(level) if level < BY_LOOKS)
            });
        if is_layout {
            let blocks = read.into_iter().flatten().flat_map(|(blocks, _)| blocks);
            self.blocks.extend(blocks);
            return;
        }
        let first = blocks()
            .next()
            .map_or(self.last_paragraph, |block| block.origin);
        let doubts = blocks().flat_map(|block| &block.doubts);
        let mut doubts: Vec<String> = doubts
            .filter(|doubt| *doubt != BOLD_LINE)
            .cloned()
            .collect();
        if is_merged {
            doubts.push(MERGED_CELLS.to_owned());
        }
        doubts.extend(about_header_rows(header_rows));
        if blocks().any(|block| matches!(block.attached, Some(Attached::Table(_)))) {
            doubts.push("a table inside a table: its words are in one cell".to_owned());
        }
        let texts = read.iter().map(|row| {
            let cells = row.iter().flat_map(|(blocks, columns)| {
                let further = (1..*columns).map(|_| Rich::default());
                std::iter::once(on_one_line(blocks)).chain(further)
            });
            cells.collect()
        });
        let Some(table) = Attached::table(texts.collect()) else {
            return;
        };
        let mut block = Block::attached(table, first);
        block.doubts = doubts;
        self.blocks.push(block);
    }
}
