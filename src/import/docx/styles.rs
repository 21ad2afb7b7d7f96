//! The styles of paragraphs: which ones are headings, titles or entries of a table of contents.

use std::collections::HashMap;

use super::line::Script;
use super::xml::Element;

/// A style may build on others; longer chains are circles.
const LONGEST_CHAIN: usize = 32;

/// The styles of a document.
#[derive(Debug, Default)]
pub(super) struct Styles {
    styles: HashMap<String, Style>,
    /// The style of paragraphs that name none.
    default: Option<String>,
}

#[derive(Debug, Default)]
struct Style {
    /// The name, in lower case. Word keeps English names in files of every language.
    name: String,
    based_on: Option<String>,
    outline_level: Option<usize>,
    number: Option<(Option<String>, Option<usize>)>,
    is_bold: Option<bool>,
    is_italic: Option<bool>,
    script: Option<Script>,
}

/// The role of a paragraph.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    Title,
    /// A heading of this level, outermost 1.
    Heading(u8),
    /// An entry of a table of contents.
    Contents,
    Quotation,
    Text,
}

impl Styles {
    pub(super) fn read(part: Option<&Element>) -> Self {
        let mut styles = Self::default();
        let all = part.into_iter().flat_map(Element::children);
        for element in all.filter(|element| element.name == "style") {
            let Some(id) = element.attribute("styleId") else {
                continue;
            };
            let is_paragraph = element
                .attribute("type")
                .is_none_or(|kind| kind == "paragraph");
            let is_default = matches!(element.attribute("default"), Some("1" | "true" | "on"));
            if is_paragraph && is_default {
                styles.default = Some(id.to_owned());
            }
            let properties = element.child("pPr");
            let number = properties.and_then(|properties| properties.child("numPr"));
            let run = element.child("rPr");
            let switch = |name: &str| {
                let run = run.filter(|run| run.child(name).is_some());
                run.map(|run| run.is_on(name))
            };
            let style = Style {
                name: element.value_of("name").unwrap_or(id).to_lowercase(),
                based_on: element.value_of("basedOn").map(str::to_owned),
                outline_level: properties.and_then(|properties| properties.number_of("outlineLvl")),
                number: number.map(|number| {
                    (
                        number.value_of("numId").map(str::to_owned),
                        number.number_of("ilvl"),
                    )
                }),
                is_bold: switch("b"),
                is_italic: switch("i"),
                script: Script::of(run),
            };
            styles.styles.insert(id.to_owned(), style);
        }
        styles
    }

    /// Returns the style that a paragraph uses.
    pub(super) fn used<'a>(&'a self, named: Option<&'a str>) -> Option<&'a str> {
        named.or(self.default.as_deref())
    }

    /// Returns the role of a paragraph with this style, and with this outline level of its own.
    pub(super) fn role(&self, style: Option<&str>, own_level: Option<usize>) -> Role {
        let level = |level: usize| (level < 9).then(|| u8::try_from(level + 1).unwrap_or(9));
        if let Some(own) = own_level {
            return level(own).map_or(Role::Text, Role::Heading);
        }
        for style in self.chain(style) {
            let name = style.name.as_str();
            if name == "title" {
                return Role::Title;
            }
            if name.starts_with("toc ") || name == "toc heading" || name == "table of figures" {
                return Role::Contents;
            }
            if matches!(
                name,
                "quote" | "intense quote" | "quotations" | "block text"
            ) {
                return Role::Quotation;
            }
            let number = name
                .strip_prefix("heading ")
                .and_then(|number| number.trim().parse::<u8>().ok());
            if let Some(number) = number.filter(|number| (1..=9).contains(number)) {
                return Role::Heading(number);
            }
            if let Some(own) = style.outline_level {
                return level(own).map_or(Role::Text, Role::Heading);
            }
        }
        Role::Text
    }

    /// Returns the list and the level by which a style numbers its paragraphs.
    pub(super) fn number(&self, style: Option<&str>) -> (Option<String>, Option<usize>) {
        let (mut list, mut level) = (None, None);
        for (own_list, own_level) in self.chain(style).filter_map(|style| style.number.clone()) {
            list = list.or(own_list);
            level = level.or(own_level);
        }
        (list, level)
    }

    /// Returns whether a style is bold, and whether it is italic; `None` if it does not say so.
    pub(super) fn emphasis(&self, style: Option<&str>) -> (Option<bool>, Option<bool>) {
        (
            self.chain(style).find_map(|style| style.is_bold),
            self.chain(style).find_map(|style| style.is_italic),
        )
    }

    /// Returns the height of a style's words; `None` if it does not say so.
    pub(super) fn script(&self, style: Option<&str>) -> Option<Script> {
        self.chain(style).find_map(|style| style.script)
    }

    /// Returns a style and those on which it builds.
    fn chain(&self, style: Option<&str>) -> impl Iterator<Item = &Style> {
        let first = style.and_then(|id| self.styles.get(id));
        let next = |style: &&Style| self.styles.get(style.based_on.as_ref()?);
        std::iter::successors(first, next).take(LONGEST_CHAIN)
    }
}
