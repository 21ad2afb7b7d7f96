//! The lists of a document: how each level of a list is numbered.

use std::collections::HashMap;

use super::xml::Element;
use plan::numerals::Numeral;

/// Lists have nine levels.
pub(super) const LEVELS: usize = 9;

/// The lists of a document, by the ids that paragraphs use.
#[derive(Debug, Default)]
pub(super) struct Numbering {
    lists: HashMap<String, List>,
    definitions: HashMap<String, HashMap<usize, Level>>,
    /// The level of each style that a list names.
    by_style: HashMap<(String, String), usize>,
}

/// A list that paragraphs use.
#[derive(Clone, Debug, Default)]
pub(super) struct List {
    /// The id of its definition. Lists with one definition count on from each other.
    pub(super) definition: String,
    /// The first number of a level, where the list has its own.
    pub(super) restarts: HashMap<usize, usize>,
    levels: HashMap<usize, Level>,
}

/// A level of a list.
#[derive(Clone, Debug)]
pub(super) struct Level {
    pub(super) start: usize,
    pub(super) format: Format,
    /// The printed form, with `%1` for the number of the outermost level.
    pub(super) text: String,
    /// Whether the numbers of the levels around are in digits here.
    pub(super) is_legal: bool,
    /// The level, from 1, whose next number restarts this one: by default, any outer level. 0: none.
    pub(super) restart: Option<usize>,
}

/// How a number is printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Format {
    Numeral(Numeral),
    /// With a zero before a single digit.
    TwoDigits,
    Bullet,
    None,
    /// A form that is not known here; it is in digits.
    Unknown,
}

impl Numbering {
    pub(super) fn read(part: Option<&Element>) -> Self {
        let mut numbering = Self::default();
        let Some(part) = part else {
            return numbering;
        };
        // A definition may only name a style, whose list has the levels.
        let mut links = HashMap::new();
        let mut owners = HashMap::new();
        for element in part
            .children()
            .filter(|element| element.name == "abstractNum")
        {
            let id = element
                .attribute("abstractNumId")
                .unwrap_or_default()
                .to_owned();
            if let Some(style) = element.value_of("numStyleLink") {
                links.insert(id.clone(), style.to_owned());
            }
            if let Some(style) = element.value_of("styleLink") {
                owners.insert(style.to_owned(), id.clone());
            }
            let levels = element.children().filter(|child| child.name == "lvl");
            let mut defined = HashMap::new();
            for (position, level) in levels.take(LEVELS).enumerate() {
                let own = level.attribute("ilvl").and_then(|own| own.parse().ok());
                let nth = own.unwrap_or(position);
                if let Some(style) = level.value_of("pStyle") {
                    numbering
                        .by_style
                        .insert((id.clone(), style.to_owned()), nth);
                }
                defined.insert(nth, Level::read(level));
            }
            numbering.definitions.insert(id, defined);
        }
        for element in part.children().filter(|element| element.name == "num") {
            let definition = element.value_of("abstractNumId").unwrap_or_default();
            let linked = links.get(definition).and_then(|style| owners.get(style));
            let mut list = List {
                definition: linked.map_or(definition, |linked| linked).to_owned(),
                ..List::default()
            };
            for change in element
                .children()
                .filter(|child| child.name == "lvlOverride")
            {
                let level = change
                    .attribute("ilvl")
                    .and_then(|level| level.parse().ok())
                    .unwrap_or(0);
                if let Some(start) = change.number_of("startOverride") {
                    list.restarts.insert(level, start);
                }
                if let Some(changed) = change.child("lvl") {
                    list.levels.insert(level, Level::read(changed));
                }
            }
            numbering.lists.insert(
                element.attribute("numId").unwrap_or_default().to_owned(),
                list,
            );
        }
        numbering
    }

    pub(super) fn list(&self, id: &str) -> Option<&List> {
        self.lists.get(id)
    }

    /// Returns a level of a list.
    pub(super) fn level<'a>(&'a self, list: &'a List, level: usize) -> Option<&'a Level> {
        let defined = || self.definitions.get(&list.definition)?.get(&level);
        list.levels.get(&level).or_else(defined)
    }

    /// Returns the level that a list gives to a style.
    pub(super) fn level_of_style(&self, list: &List, style: Option<&str>) -> Option<usize> {
        let key = (list.definition.clone(), style?.to_owned());
        self.by_style.get(&key).copied()
    }
}

impl Level {
    fn read(element: &Element) -> Self {
        let format = match element.value_of("numFmt").unwrap_or("decimal") {
            "decimal" | "decimalFullWidth" | "decimalHalfWidth" | "hindiNumbers"
            | "arabicFullWidth" => Format::Numeral(Numeral::Arabic),
            "upperRoman" => Format::Numeral(Numeral::UpperRoman),
            "lowerRoman" => Format::Numeral(Numeral::LowerRoman),
            "upperLetter" => Format::Numeral(Numeral::UpperLetter),
            "lowerLetter" => Format::Numeral(Numeral::LowerLetter),
            "chineseCounting"
            | "chineseCountingThousand"
            | "japaneseCounting"
            | "taiwaneseCounting"
            | "taiwaneseCountingThousand"
            | "ideographDigital"
            | "japaneseDigitalTenThousand"
            | "taiwaneseDigital" => Format::Numeral(Numeral::Han),
            "decimalEnclosedCircle" | "decimalEnclosedCircleChinese" => {
                Format::Numeral(Numeral::Circled)
            }
            "decimalZero" => Format::TwoDigits,
            "bullet" => Format::Bullet,
            "none" => Format::None,
            _ => Format::Unknown,
        };
        Self {
            start: element.number_of("start").unwrap_or(1),
            format,
            text: element.value_of("lvlText").unwrap_or_default().to_owned(),
            is_legal: element.is_on("isLgl"),
            restart: element.number_of("lvlRestart"),
        }
    }
}
