//! The words of a paragraph: runs, links, fields, and references to notes.

use super::document::Reader;
use super::fields;
use super::line::{Line, Part, Script, alternative, is_skipped};
use super::xml::Element;
use crate::block::{self, Note};
use crate::rich::Mark;

impl<'a> Reader<'a> {
    /// Collects the text of a paragraph, or of a part of it.
    pub(super) fn inline(&mut self, element: &'a Element, line: &mut Line<'a>) {
        for child in element.children() {
            match child.name.as_str() {
                "r" => self.run(child, line),
                // Parts of equations.
                "sup" => self.script(Script::Raised, child, line),
                "sub" => self.script(Script::Lowered, child, line),
                "t" => self.push(&child.text(), line),
                "tab" | "ptab" => self.push(" ", line),
                "br" | "cr" => self.push("\n", line),
                "noBreakHyphen" => self.push("\u{2011}", line),
                "sym" => line.push_symbol(child),
                "footnoteReference" => self.refer(Part::Footnotes, child, line),
                "endnoteReference" => self.refer(Part::Endnotes, child, line),
                "txbxContent" => line.boxes.push(child),
                "blip" | "imagedata" => self.pictures += 1,
                "ruby" => {
                    for (name, after) in [("rubyBase", "("), ("rt", ")")] {
                        if let Some(part) = child.child(name) {
                            self.inline(part, line);
                        }
                        self.push(after, line);
                    }
                }
                "AlternateContent" => {
                    if let Some(choice) = alternative(child) {
                        self.inline(choice, line);
                    }
                }
                "fldChar" => self.field(child),
                "instrText" => self.fields.push_code(&child.text()),
                "fldSimple" => {
                    let address = fields::address(child.attribute("instr").unwrap_or_default());
                    let mark = address.and_then(|address| self.links.mark(&address));
                    self.linked(child, mark, line);
                }
                "hyperlink" => {
                    let mark = self.target(child);
                    self.linked(child, mark, line);
                }
                name if is_skipped(name) => {}
                _ => self.inline(child, line),
            }
        }
    }

    fn push(&mut self, text: &str, line: &mut Line<'a>) {
        line.inline.link = self.link.clone().or_else(|| self.fields.link());
        line.push(text);
    }

    /// Reads a run. Its own properties come before those of its style, and those of the paragraph.
    fn run(&mut self, element: &'a Element, line: &mut Line<'a>) {
        let properties = element.child("rPr");
        let own = |name: &str| {
            let properties = properties.filter(|run| run.child(name).is_some());
            properties.map(|run| run.is_on(name))
        };
        let style = properties.and_then(|run| run.value_of("rStyle"));
        let (bold, italic) = self.parts.styles.emphasis(style);
        let is_bold = own("b").or(bold).unwrap_or(line.style.0);
        let is_italic = own("i").or(italic).unwrap_or(line.style.1);
        line.inline.strong = usize::from(is_bold);
        line.inline.emphasis = usize::from(is_italic);
        let script = Script::of(properties).or(self.parts.styles.script(style));
        let script = script.unwrap_or(line.script);
        line.inline.raised = usize::from(script == Script::Raised);
        line.inline.lowered = usize::from(script == Script::Lowered);
        line.is_hidden = properties.is_some_and(|run| run.is_on("vanish"));
        self.inline(element, line);
        line.is_hidden = false;
    }

    fn script(&mut self, script: Script, element: &'a Element, line: &mut Line<'a>) {
        let before = std::mem::replace(&mut line.script, script);
        self.inline(element, line);
        line.script = before;
    }

    fn linked(&mut self, element: &'a Element, mark: Option<Mark>, line: &mut Line<'a>) {
        let before = std::mem::replace(&mut self.link, mark);
        self.inline(element, line);
        self.link = before;
    }

    /// Returns the mark of a link whose address is in the relations of its part.
    fn target(&mut self, link: &Element) -> Option<Mark> {
        let addresses = self.parts.addresses.get(&self.part)?;
        let address = addresses.get(link.attribute("id")?)?;
        let address = fields::with_anchor(address, link.attribute("anchor"));
        self.links.mark(&address)
    }

    fn field(&mut self, element: &Element) {
        match element.attribute("fldCharType") {
            Some("begin") => self.fields.begin(),
            Some("separate") => {
                let link = fields::address(self.fields.code());
                let link = link.and_then(|address| self.links.mark(&address));
                self.fields.begin_result(link);
            }
            Some("end") => self.fields.end(),
            _ => {}
        }
    }

    fn refer(&mut self, part: Part, element: &'a Element, line: &mut Line<'a>) {
        let id = element.attribute("id").unwrap_or_default();
        let Some(note) = self.elements.get(&(part, id)) else {
            return;
        };
        let next = self.notes.len();
        let index = *self.indices.entry((part, id)).or_insert(next);
        if index == next {
            self.notes.push(Note::default());
            line.notes.push((index, part, note));
        }
        line.text.refer(index);
    }

    /// Reads a note.
    pub(super) fn note(&mut self, index: usize, part: Part, element: &'a Element) {
        let blocks = std::mem::take(&mut self.blocks);
        let outer = std::mem::replace(&mut self.part, part);
        self.body(element);
        self.end_joined();
        self.part = outer;
        let note = std::mem::replace(&mut self.blocks, blocks);
        self.notes[index].lines = block::as_lines(&note);
    }
}
