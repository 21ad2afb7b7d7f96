//! The text of one paragraph, and the elements that a reader skips.

use super::xml::Element;
use crate::inline::Inline;
use crate::rich::Rich;

/// The text of one paragraph.
#[derive(Default)]
pub(super) struct Line<'a> {
    pub(super) text: Rich,
    /// The numbers of visible characters, and of those in bold.
    pub(super) characters: usize,
    pub(super) bold_characters: usize,
    /// Whether the text of the present run is hidden, and its marks.
    pub(super) is_hidden: bool,
    pub(super) inline: Inline,
    /// The script of an equation's part around the runs.
    pub(super) script: Script,
    /// Whether its style is bold, and whether it is italic.
    pub(super) style: (bool, bool),
    pub(super) has_hidden: bool,
    /// Indices, parts and elements of the notes to which it refers.
    pub(super) notes: Vec<(usize, Part, &'a Element)>,
    /// Text boxes in it.
    pub(super) boxes: Vec<&'a Element>,
    pub(super) doubts: Vec<String>,
}

impl Line<'_> {
    pub(super) fn push(&mut self, text: &str) {
        if self.is_hidden {
            self.has_hidden |= !text.trim().is_empty();
            return;
        }
        let characters = text.trim().chars().count();
        self.characters += characters;
        self.bold_characters += if self.inline.strong > 0 {
            characters
        } else {
            0
        };
        self.text.push_marked(text, &self.inline.marks());
    }

    /// Adds a character that the document names by its font and number.
    pub(super) fn push_symbol(&mut self, element: &Element) {
        let number = element
            .attribute("char")
            .and_then(|number| u32::from_str_radix(number, 16).ok());
        // Symbol fonts use the private area, where a character means what the font shows.
        match number
            .filter(|number| !(0xe000..0xf900).contains(number))
            .and_then(char::from_u32)
        {
            Some(symbol) => self.push(&symbol.to_string()),
            None => self
                .doubts
                .push("a character of a symbol font was left out".to_owned()),
        }
    }
}

/// The height of words on their line.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Script {
    #[default]
    Baseline,
    Raised,
    Lowered,
}

impl Script {
    /// Reads the property `vertAlign` of a run.
    pub(super) fn of(properties: Option<&Element>) -> Option<Self> {
        Some(match properties?.value_of("vertAlign")? {
            "superscript" => Self::Raised,
            "subscript" => Self::Lowered,
            _ => Self::Baseline,
        })
    }
}

/// A part of the file with text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Part {
    Body,
    Footnotes,
    Endnotes,
}

/// Reports whether an element has no text of the document: deleted text, properties, codes of
/// fields. Old properties, in `pPrChange` and the like, are inside properties.
pub(super) fn is_skipped(name: &str) -> bool {
    matches!(
        name,
        "del"
            | "moveFrom"
            | "delText"
            | "delInstrText"
            | "instrText"
            | "pPr"
            | "rPr"
            | "tblPr"
            | "trPr"
            | "tcPr"
            | "sectPr"
            | "sdtPr"
            | "sdtEndPr"
            | "tblGrid"
            | "rubyPr"
            | "Fallback"
    )
}

pub(super) fn is_contents(element: &Element) -> bool {
    let kind = element
        .child("sdtPr")
        .and_then(|properties| properties.child("docPartObj"));
    kind.and_then(|kind| kind.value_of("docPartGallery"))
        .is_some_and(|kind| kind == "Table of Contents")
}

/// Returns one of several forms of the same content.
pub(super) fn alternative(element: &Element) -> Option<&Element> {
    element
        .child("Choice")
        .or_else(|| element.child("Fallback"))
}

/// Collects elements of a name, also inside content controls and tracked insertions.
pub(super) fn collect<'a>(element: &'a Element, name: &str, found: &mut Vec<&'a Element>) {
    for child in element.children() {
        if child.name == name {
            found.push(child);
        } else if !is_skipped(&child.name) && child.name != "tbl" && child.name != "p" {
            collect(child, name, found);
        }
    }
}
