//! The text of a document: paragraphs and quotations, with tracked changes accepted.

use std::collections::HashMap;

use super::counters::{Counters, Printed};
use super::fields::Fields;
use super::line::{Line, Part, alternative, is_contents, is_skipped};
use super::numbering::Numbering;
use super::styles::{Role, Styles};
use super::xml::Element;
use crate::block::{self, Attached, BOLD_LINE, BY_LOOKS, Block, Document, Kind, Note};
use crate::inline::{Inline, Links};
use crate::label;
use crate::rich::{Mark, Rich};
use crate::text::ends_as_sentence;

/// Reads the text of a document.
pub(super) struct Reader<'a> {
    counters: Counters<'a>,
    pub(super) parts: Parts<'a>,
    /// The part that is read.
    pub(super) part: Part,
    /// Footnotes and endnotes by their ids.
    pub(super) elements: HashMap<(Part, &'a str), &'a Element>,
    /// The notes to which the text refers.
    pub(super) notes: Vec<Note>,
    /// Their indices.
    pub(super) indices: HashMap<(Part, &'a str), usize>,
    pub(super) blocks: Vec<Block>,
    /// The number of the last paragraph.
    pub(super) last_paragraph: usize,
    /// Text whose paragraph mark was deleted; it begins the next paragraph.
    joined: Rich,
    contents_entries: usize,
    pub(super) pictures: usize,
    pub(super) links: Links,
    pub(super) fields: Fields,
    /// The mark of the link that is open.
    pub(super) link: Option<Mark>,
}

/// The parts of a file that its text refers to.
pub(super) struct Parts<'a> {
    pub(super) styles: &'a Styles,
    pub(super) numbering: &'a Numbering,
    pub(super) footnotes: Option<&'a Element>,
    pub(super) endnotes: Option<&'a Element>,
    /// The addresses of the links in each part, by their ids.
    pub(super) addresses: HashMap<Part, HashMap<String, String>>,
}

impl<'a> Reader<'a> {
    pub(super) fn new(parts: Parts<'a>) -> Self {
        let all = [
            (Part::Footnotes, parts.footnotes),
            (Part::Endnotes, parts.endnotes),
        ];
        let elements = all.into_iter().flat_map(|(kind, part)| {
            let notes = part.into_iter().flat_map(Element::children);
            notes.filter_map(move |note| Some(((kind, note.attribute("id")?), note)))
        });
        Self {
            counters: Counters::new(parts.numbering),
            elements: elements.collect(),
            parts,
            part: Part::Body,
            notes: Vec::new(),
            indices: HashMap::new(),
            blocks: Vec::new(),
            last_paragraph: 0,
            joined: Rich::default(),
            contents_entries: 0,
            pictures: 0,
            links: Links::default(),
            fields: Fields::default(),
            link: None,
        }
    }

    pub(super) fn read(mut self, document: &'a Element) -> Document {
        self.body(document);
        self.end_joined();
        let mut doubts = Vec::new();
        if self.contents_entries > 0 {
            doubts.push("a table of contents was left out".to_owned());
        }
        doubts.extend(block::about_pictures(self.pictures));
        doubts.extend(self.links.doubt());
        Document {
            blocks: self.blocks,
            notes: self.notes,
            doubts,
            ..Document::default()
        }
    }

    pub(super) fn body(&mut self, element: &'a Element) {
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
            .parts
            .styles
            .used(property("pStyle").and_then(|style| style.attribute("val")));
        let own_level = properties.and_then(|properties| properties.number_of("outlineLvl"));
        let role = self.parts.styles.role(style, own_level);
        let (is_bold, is_italic) = self.parts.styles.emphasis(style);
        // The style of quotations is italic in itself.
        let is_plain = role == Role::Quotation;
        let of_style = |is_on: Option<bool>| is_on.unwrap_or(false) && !is_plain;
        let mut line = Line {
            style: (of_style(is_bold), of_style(is_italic)),
            ..Line::default()
        };
        line.inline = Inline {
            strong: usize::from(line.style.0),
            emphasis: usize::from(line.style.1),
            ..Inline::default()
        };
        self.inline(element, &mut line);
        let is_mark_deleted = property("rPr")
            .is_some_and(|run| run.child("del").is_some() || run.child("moveFrom").is_some());
        if is_mark_deleted {
            self.joined.push(&line.text);
            return;
        }
        if role == Role::Contents {
            self.contents_entries += 1;
            return;
        }
        let mut text = std::mem::take(&mut self.joined);
        text.push(&line.text);
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
                block.doubts.push(BOLD_LINE.to_owned());
            }
            _ => {}
        }
        let is_quotation =
            role == Role::Quotation && block.number.is_none() && label::read(&block.text).is_none();
        let has_note = block.text.notes().next().is_some();
        if is_quotation && !is_empty {
            self.quote(block);
        } else if !is_empty || has_note || block.number.is_some() {
            self.blocks.push(block);
        }
        for (index, part, note) in line.notes {
            self.note(index, part, note);
        }
        for text_box in line.boxes {
            let first = self.blocks.len();
            self.body(text_box);
            if let Some(block) = self.blocks.get_mut(first) {
                let doubt = "the words of a text box; they are after the paragraph that has it";
                block.doubts.push(doubt.to_owned());
            }
        }
    }

    /// Adds a paragraph to the quotation before it, or begins one.
    fn quote(&mut self, block: Block) {
        let lines = block::as_lines(std::slice::from_ref(&block));
        if let Some(Block {
            attached: Some(Attached::Quotation(before)),
            doubts,
            ..
        }) = self.blocks.last_mut()
        {
            before.extend(lines);
            doubts.extend(block.doubts);
        } else {
            let mut quotation = Block::attached(Attached::Quotation(lines), block.origin);
            quotation.doubts = block.doubts;
            self.blocks.push(quotation);
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
        let (styled_list, styled_level) = self.parts.styles.number(style);
        let own_list = own.and_then(|own| own.value_of("numId"));
        let id = own_list
            .map(str::to_owned)
            .or(styled_list)
            .filter(|id| id != "0")?;
        let list = self.parts.numbering.list(&id)?;
        let own_level = own.and_then(|own| own.number_of("ilvl"));
        let by_style = || self.parts.numbering.level_of_style(list, style);
        let level = own_level.or_else(by_style).or(styled_level).unwrap_or(0);
        Some((id, level))
    }

    /// Makes a paragraph of text whose paragraph mark was deleted and that no paragraph follows.
    pub(super) fn end_joined(&mut self) {
        let text = std::mem::take(&mut self.joined);
        if !text.trim().is_empty() {
            self.blocks
                .push(Block::new(Kind::Paragraph, text, self.last_paragraph));
        }
    }
}

/// Reports whether a bold paragraph is short and no sentence.
fn looks_like_heading(text: &str) -> bool {
    text.chars().count() <= 100 && !ends_as_sentence(text.trim_end())
}
