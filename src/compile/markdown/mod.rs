//! Markdown as headings, paragraphs, tables and quotations, with positions.
//!
//! ```ebnf
//! text      = { words | emphasis | strong | link | reference | escape } ;
//! emphasis  = "*", text, "*" ;
//! strong    = "**", text, "**" ;
//! link      = "[", text, "](", address, ")" | "<", address, ">" ;    (* http, https, mailto *)
//! reference = "[^", mark, "]" ;
//! escape    = "\", character ;
//! note      = "[^", mark, "]:", text ;                               (* a block *)
//! table     = row, dashes, { row } ;                                 (* a block *)
//! row       = "|", cell, "|", { cell, "|" } ;                        (* a line *)
//! quotation = { "> ", text } ;                                       (* a block *)
//! ```
//!
//! The lines of a paragraph are joined: with a space, but with none between two characters of a
//! script that has no spaces. Any other markup is reported, so that no text is lost.

mod block;
mod reader;
mod rows;
mod unclosed;

use pulldown_cmark::{Options, Parser};

use crate::diagnostics::Reporter;
use crate::source::Source;
pub(crate) use block::{Block, Markdown};
use reader::Reader;

/// Reads a Markdown file. Returns `None` for a missing file, which the caller reports.
pub(crate) fn read(source: &Source, file: &str, reporter: &mut Reporter<'_>) -> Option<Markdown> {
    let text = source.text(file)?;
    let options = Options::ENABLE_TABLES | Options::ENABLE_FOOTNOTES;
    let mut reader = Reader::new(text, file, reporter);
    for (event, bytes) in Parser::new_ext(text, options).into_offset_iter() {
        reader.read(event, bytes);
    }
    Some(reader.finish())
}
