//! The tables of a page: those with data, and the cells in them.

use super::blocks::{Reader, heading_level, read};
use super::dom::{Dom, NodeId};
use crate::block::{
    Attached, Block, MERGED_CELLS, WIDEST_CELL, about_header_rows, list, on_one_line,
};
use crate::rich::Rich;

/// The longest number of a list that a table lays out, in characters.
const LONGEST_NUMBER: usize = 8;

impl Reader<'_> {
    /// Returns the blocks of a table that lays out a list: each row has a number and a text.
    pub(super) fn list_in(&mut self, id: NodeId) -> Option<Vec<Block>> {
        let dom = self.dom;
        let mut numbers = Vec::new();
        for row in own_rows(dom, id) {
            let mut cells = cells(dom, row);
            let (Some(number), Some(text), None) = (cells.next(), cells.next(), cells.next())
            else {
                return None;
            };
            // Most tables end here, before their cells are read.
            if self.article.text_of(number).chars().count() > LONGEST_NUMBER {
                return None;
            }
            numbers.push((number, text));
        }
        let rows = numbers.into_iter().map(|(number, text)| {
            [number, text].map(|cell| read(dom, cell, self.article, self.notes, self.links))
        });
        let rows: Vec<_> = rows.collect();
        list(rows.iter().map(<[_; 2]>::as_slice))
    }

    /// Reports whether a table has data, not the layout of a page.
    pub(super) fn is_data(&self, id: NodeId) -> bool {
        let dom = self.dom;
        let below = || dom.below(id).skip(1);
        let is_layout = below().any(|id| {
            heading_level(dom.name(id)).is_some()
                || matches!(dom.name(id), "table" | "article" | "main")
        });
        let rows = below().filter(|&id| dom.name(id) == "tr");
        !is_layout
            && rows
                .map(|row| cells(dom, row).count())
                .any(|cells| cells > 1)
    }

    /// Reads a table; `None` if it has no words. A cell over several columns or rows is the first of
    /// them.
    pub(super) fn table(&mut self, id: NodeId) -> Option<Block> {
        let dom = self.dom;
        let mut rows = Vec::new();
        let (mut is_merged, mut header_rows) = (false, 0);
        // For each column: how many more rows the cell above covers.
        let mut covered: Vec<usize> = Vec::new();
        let shown = |id: &NodeId| dom.name(*id) == "tr" && self.article.shows(*id);
        for row in dom.below(id).filter(shown) {
            let mut parents = dom.ancestors(row);
            header_rows += usize::from(parents.next().is_some_and(|it| dom.name(it) == "thead"));
            let mut texts: Vec<Rich> = Vec::new();
            let mut skip = |texts: &mut Vec<Rich>| {
                while let Some(left) = covered.get_mut(texts.len()).filter(|left| **left > 0) {
                    *left -= 1;
                    texts.push(Rich::default());
                }
            };
            skip(&mut texts);
            let mut spans = Vec::new();
            for cell in cells(dom, row).filter(|&cell| self.article.shows(cell)) {
                let span = |name: &str| {
                    let number = dom
                        .attribute(cell, name)
                        .and_then(|it| it.trim().parse().ok());
                    number.unwrap_or(1_usize).clamp(1, WIDEST_CELL)
                };
                let (columns, height) = (span("colspan"), span("rowspan"));
                is_merged |= columns > 1 || height > 1;
                let blocks = read(dom, cell, self.article, self.notes, self.links);
                spans.push((texts.len(), columns, height));
                texts.push(on_one_line(&blocks));
                texts.extend((1..columns).map(|_| Rich::default()));
                skip(&mut texts);
            }
            for (first, columns, height) in spans {
                let end = first + columns;
                if covered.len() < end {
                    covered.resize(end, 0);
                }
                covered[first..end].fill(height - 1);
            }
            rows.push(texts);
        }
        let mut block = Block::attached(Attached::table(rows)?, dom.line(id));
        if is_merged {
            block = block.doubtful(MERGED_CELLS);
        }
        block.doubts.extend(about_header_rows(header_rows));
        Some(block)
    }
}

/// Returns the rows of a table, but for those of tables in it.
fn own_rows(dom: &Dom, table: NodeId) -> impl Iterator<Item = NodeId> {
    let inside = dom
        .children(table)
        .iter()
        .flat_map(|&child| match dom.name(child) {
            "tr" => vec![child],
            "tbody" | "thead" | "tfoot" => dom.children(child).to_vec(),
            _ => Vec::new(),
        });
    inside.filter(|&id| dom.name(id) == "tr")
}

fn cells(dom: &Dom, row: NodeId) -> impl Iterator<Item = NodeId> {
    let children = dom.children(row).iter().copied();
    children.filter(|&id| matches!(dom.name(id), "td" | "th"))
}
