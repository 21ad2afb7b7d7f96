//! The text of a document: paragraphs, tables and notes, with tracked changes accepted.

use std::collections::HashMap;

use super::counters::{Counters, Printed};
use super::line::{Line, alternative, collect, is_contents, is_skipped};
use super::numbering::Numbering;
use super::styles::{Role, Styles};
use super::xml::Element;
use crate::block::{BY_LOOKS, Block, Document, Kind};
use crate::text::{clean, ends_as_sentence};

/// Reads the text of a document.
pub(super) struct Reader<'a> {
    styles: &'a Styles,
    numbering: &'a Numbering,
    counters: Counters<'a>,
    /// Footnotes and endnotes, by the name of their reference and their id.
    notes: HashMap<(&'static str, &'a str), &'a Element>,
    /// The number of the last note.
    last_note: usize,
    blocks: Vec<Block>,
    /// The number of the last paragraph.
    last_paragraph: usize,
    /// Text whose paragraph mark was deleted; it begins the next paragraph.
    joined: String,
    contents_entries: usize,
    pictures: usize,
    has_links: bool,
}

impl<'a> Reader<'a> {
    pub(super) fn new(
        styles: &'a Styles,
        numbering: &'a Numbering,
        notes: [Option<&'a Element>; 2],
    ) -> Self {
        let kinds = ["footnoteReference", "endnoteReference"];
        let all = kinds.into_iter().zip(notes);
        let notes = all.flat_map(|(kind, part)| {
            let notes = part.into_iter().flat_map(Element::children);
            notes.filter_map(move |note| Some(((kind, note.attribute("id")?), note)))
        });
        Self {
            styles,
            numbering,
            counters: Counters::new(numbering),
            notes: notes.collect(),
            last_note: 0,
            blocks: Vec::new(),
            last_paragraph: 0,
            joined: String::new(),
            contents_entries: 0,
            pictures: 0,
            has_links: false,
        }
    }

    pub(super) fn read(mut self, document: &'a Element) -> Document {
        self.body(document);
        self.end_joined();
        let mut doubts = Vec::new();
        if self.contents_entries > 0 {
            doubts.push("a table of contents was left out".to_owned());
        }
        if self.pictures > 0 {
            doubts.push(format!(
                "{} pictures were left out; write down the words in them",
                self.pictures
            ));
        }
        if self.has_links {
            doubts.push("links were kept as words, without their addresses".to_owned());
        }
        Document {
            blocks: self.blocks,
            doubts,
            ..Document::default()
        }
    }

    fn body(&mut self, element: &'a Element) {
        for child in element.children() {
            match child.name.as_str() {
                "p" => self.paragraph(child),
                "tbl" => self.table(child),
                "sdt" if is_contents(child) => self.contents_entries += 1,
                "AlternateContent" => self.body_of_alternative(child),
                name if is_skipped(name) => {}
                _ => self.body(child),
            }
        }
    }

    fn body_of_alternative(&mut self, element: &'a Element) {
        if let Some(choice) = alternative(element) {
            self.body(choice);
        }
    }

    fn paragraph(&mut self, element: &'a Element) {
        self.last_paragraph += 1;
        let origin = self.last_paragraph;
        let properties = element.child("pPr");
        let property = |name: &str| properties.and_then(|properties| properties.child(name));
        let style = self
            .styles
            .used(property("pStyle").and_then(|style| style.attribute("val")));
        let mut line = Line {
            is_run_bold: self.styles.is_bold(style),
            ..Line::default()
        };
        self.inline(element, &mut line, self.styles.is_bold(style));
        let own_level = properties.and_then(|properties| properties.number_of("outlineLvl"));
        let role = self.styles.role(style, own_level);
        let is_mark_deleted = property("rPr")
            .is_some_and(|run| run.child("del").is_some() || run.child("moveFrom").is_some());
        if is_mark_deleted {
            self.joined.push_str(&line.text);
            return;
        }
        if role == Role::Contents {
            self.contents_entries += 1;
            return;
        }
        let text = std::mem::take(&mut self.joined) + &line.text;
        let printed = self.number(property("numPr"), style);
        let is_empty = text.trim().is_empty();
        let mut block = Block::new(Kind::Paragraph, text, origin);
        block.doubts = std::mem::take(&mut line.doubts);
        if line.has_hidden {
            block.doubts.push("hidden text was left out".to_owned());
        }
        let level = self
            .list_of(property("numPr"), style)
            .map_or(0, |(_, level)| level);
        match printed {
            Printed::Number(number) => block.number = Some(number),
            Printed::Unsure(number) => {
                block.doubts.push(format!(
                    "{number}: a kind of number that the importer does not know; it is in digits"
                ));
                block.number = Some(number);
            }
            Printed::Bullet if !is_empty => {
                block.kind = Kind::Item(u8::try_from(level + 1).unwrap_or(u8::MAX));
            }
            Printed::Bullet | Printed::Nothing => {}
        }
        let is_bold = line.characters > 0 && line.bold_characters == line.characters;
        match role {
            Role::Title => block.kind = Kind::Title,
            Role::Heading(level) => block.kind = Kind::Heading(level),
            _ if is_bold && block.kind == Kind::Paragraph && looks_like_heading(&block.text) => {
                block.kind = Kind::Heading(BY_LOOKS);
                block
                    .doubts
                    .push("a bold line; it was read as a heading".to_owned());
            }
            _ => {}
        }
        if !is_empty || block.number.is_some() {
            self.blocks.push(block);
        }
        for (number, note) in line.notes {
            self.note(number, note);
        }
        for text_box in line.boxes {
            self.body(text_box);
        }
    }

    /// Collects the text of a paragraph, or of a part of it.
    fn inline(&mut self, element: &'a Element, line: &mut Line<'a>, is_bold: bool) {
        for child in element.children() {
            match child.name.as_str() {
                "r" => {
                    let properties = child.child("rPr");
                    let has_own = properties.is_some_and(|run| run.child("b").is_some());
                    line.is_run_bold = if has_own {
                        properties.is_some_and(|run| run.is_on("b"))
                    } else {
                        is_bold
                    };
                    line.is_hidden = properties.is_some_and(|run| run.is_on("vanish"));
                    self.inline(child, line, is_bold);
                    line.is_hidden = false;
                }
                "t" => line.push(&child.text()),
                "tab" | "ptab" => line.push(" "),
                "br" | "cr" => line.push("\n"),
                "noBreakHyphen" => line.push("\u{2011}"),
                "sym" => line.push_symbol(child),
                "footnoteReference" => self.reference("footnoteReference", child, line),
                "endnoteReference" => self.reference("endnoteReference", child, line),
                "txbxContent" => line.boxes.push(child),
                "blip" | "imagedata" => self.pictures += 1,
                "ruby" => {
                    for (name, after) in [("rubyBase", "("), ("rt", ")")] {
                        if let Some(part) = child.child(name) {
                            self.inline(part, line, is_bold);
                        }
                        line.push(after);
                    }
                }
                "AlternateContent" => {
                    if let Some(choice) = alternative(child) {
                        self.inline(choice, line, is_bold);
                    }
                }
                name if is_skipped(name) => {}
                name => {
                    self.has_links |= name == "hyperlink" && child.attribute("id").is_some();
                    self.inline(child, line, is_bold);
                }
            }
        }
    }

    fn reference(&mut self, kind: &'static str, element: &'a Element, line: &mut Line<'a>) {
        let id = element.attribute("id").unwrap_or_default();
        if let Some(note) = self.notes.get(&(kind, id)) {
            self.last_note += 1;
            line.push(&format!("[{}]", self.last_note));
            line.notes.push((self.last_note, note));
        }
    }

    /// Adds the text of a note to the block that refers to it, or after a heading that does.
    fn note(&mut self, number: usize, note: &'a Element) {
        let blocks = std::mem::take(&mut self.blocks);
        self.body(note);
        let note = std::mem::replace(&mut self.blocks, blocks);
        let text = format!("[{number}: {}]", joined(&note));
        match self.blocks.last_mut() {
            Some(block) if !block.is_heading() && block.kind != Kind::Title => {
                block.text.push(' ');
                block.text.push_str(&text);
            }
            _ => self
                .blocks
                .push(Block::new(Kind::Paragraph, text, self.last_paragraph)),
        }
    }

    /// Counts a paragraph if it is numbered.
    fn number(&mut self, own: Option<&Element>, style: Option<&str>) -> Printed {
        match self.list_of(own, style) {
            Some((list, level)) => self.counters.next(&list, level),
            None => Printed::Nothing,
        }
    }

    /// Returns the list of a paragraph and its level there. List 0 is none.
    fn list_of(&self, own: Option<&Element>, style: Option<&str>) -> Option<(String, usize)> {
        let (styled_list, styled_level) = self.styles.number(style);
        let own_list = own.and_then(|own| own.value_of("numId"));
        let id = own_list
            .map(str::to_owned)
            .or(styled_list)
            .filter(|id| id != "0")?;
        let list = self.numbering.list(&id)?;
        let own_level = own.and_then(|own| own.number_of("ilvl"));
        let by_style = || self.numbering.level_of_style(list, style);
        let level = own_level.or_else(by_style).or(styled_level).unwrap_or(0);
        Some((id, level))
    }

    fn table(&mut self, element: &'a Element) {
        self.end_joined();
        let mut rows = Vec::new();
        collect(element, "tr", &mut rows);
        let blocks = std::mem::take(&mut self.blocks);
        let mut read = Vec::new();
        for row in rows {
            let is_deleted = row
                .child("trPr")
                .is_some_and(|row| row.child("del").is_some());
            if is_deleted {
                continue;
            }
            let mut cells = Vec::new();
            collect(row, "tc", &mut cells);
            let cells = cells.into_iter().map(|cell| {
                self.body(cell);
                self.end_joined();
                std::mem::take(&mut self.blocks)
            });
            read.push(cells.collect::<Vec<_>>());
        }
        self.blocks = blocks;
        let is_layout = read.iter().all(|cells| cells.len() < 2)
            || read.iter().flatten().flatten().any(|block| {
                block.kind == Kind::Title
                    || matches!(block.kind, Kind::Heading(level) if level < BY_LOOKS)
            });
        if is_layout {
            self.blocks.extend(read.into_iter().flatten().flatten());
            return;
        }
        for cells in read {
            let texts: Vec<String> = cells
                .iter()
                .map(|cell| joined(cell))
                .filter(|text| !text.is_empty())
                .collect();
            let first = cells
                .iter()
                .flatten()
                .next()
                .map_or(self.last_paragraph, |block| block.origin);
            if !texts.is_empty() {
                self.blocks
                    .push(Block::new(Kind::Row, texts.join(" | "), first));
            }
        }
    }

    /// Makes a paragraph of text whose paragraph mark was deleted and that no paragraph follows.
    fn end_joined(&mut self) {
        let text = std::mem::take(&mut self.joined);
        if !text.trim().is_empty() {
            self.blocks
                .push(Block::new(Kind::Paragraph, text, self.last_paragraph));
        }
    }
}

/// Returns the text of some blocks on one line, with their numbers.
fn joined(blocks: &[Block]) -> String {
    let texts = blocks.iter().map(|block| {
        let number = block.number.as_ref().map(|number| format!("{number} "));
        clean(&(number.unwrap_or_default() + &block.text))
    });
    texts.collect::<Vec<_>>().join(" ")
}

/// Reports whether a bold paragraph is short and no sentence.
fn looks_like_heading(text: &str) -> bool {
    text.chars().count() <= 100 && !ends_as_sentence(text.trim_end())
}
