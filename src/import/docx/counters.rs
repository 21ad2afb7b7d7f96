//! Counts what Word numbers by itself, and prints it as Word does.

use std::collections::{HashMap, HashSet};

use super::numbering::{Format, LEVELS, List, Numbering};
use plan::numerals::{Numeral, print};

/// The number of a paragraph.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Printed {
    Number(String),
    /// A number in a form that is not known here.
    Unsure(String),
    Bullet,
    Nothing,
}

/// The numbers of all lists so far.
#[derive(Debug)]
pub(super) struct Counters<'a> {
    numbering: &'a Numbering,
    /// The last number of each level, by definition.
    last: HashMap<String, [Option<usize>; LEVELS]>,
    /// Lists with numbers of their own that have begun, with their levels.
    begun: HashSet<(String, usize)>,
}

impl<'a> Counters<'a> {
    pub(super) fn new(numbering: &'a Numbering) -> Self {
        Self {
            numbering,
            last: HashMap::new(),
            begun: HashSet::new(),
        }
    }

    /// Counts a paragraph of a list and returns its number.
    pub(super) fn next(&mut self, id: &str, level: usize) -> Printed {
        let level = level.min(LEVELS - 1);
        let Some(list) = self.numbering.list(id) else {
            return Printed::Nothing;
        };
        let Some(own) = self.numbering.level(list, level) else {
            return Printed::Nothing;
        };
        let restart = list
            .restarts
            .get(&level)
            .filter(|_| self.begun.insert((id.to_owned(), level)));
        let counts = self.last.entry(list.definition.clone()).or_default();
        let next = match (restart, counts[level]) {
            (Some(first), _) => *first,
            (None, Some(count)) => count.saturating_add(1),
            (None, None) => own.start,
        };
        counts[level] = Some(next);
        for (inner, count) in counts.iter_mut().enumerate().skip(level + 1) {
            // By default, a number of an outer level restarts this one.
            let restart = self
                .numbering
                .level(list, inner)
                .and_then(|inner| inner.restart);
            if restart.is_none_or(|restart| restart > level) {
                *count = None;
            }
        }
        match own.format {
            Format::Bullet => Printed::Bullet,
            _ => self.printed(list, level),
        }
    }

    fn printed(&self, list: &List, level: usize) -> Printed {
        let Some(own) = self.numbering.level(list, level) else {
            return Printed::Nothing;
        };
        let counts = self.last.get(&list.definition).copied().unwrap_or_default();
        let mut is_unsure = false;
        let mut text = String::new();
        let mut rest = own.text.as_str();
        while let Some(at) = rest.find('%') {
            text.push_str(&rest[..at]);
            rest = &rest[at + 1..];
            let nth = rest
                .chars()
                .next()
                .and_then(|c| c.to_digit(10))
                .filter(|nth| *nth > 0);
            let Some(nth) = nth else {
                text.push('%');
                continue;
            };
            rest = &rest[1..];
            let nth = nth as usize - 1;
            let Some(of) = self.numbering.level(list, nth) else {
                continue;
            };
            let value = counts[nth.min(LEVELS - 1)].unwrap_or(of.start);
            let format = if own.is_legal && nth < level {
                Format::Numeral(Numeral::Arabic)
            } else {
                of.format
            };
            match format {
                Format::Numeral(numeral) => text.push_str(&print(numeral, value)),
                Format::TwoDigits => {
                    text.extend([if value < 10 { "0" } else { "" }, &value.to_string()]);
                }
                Format::Unknown => {
                    is_unsure = true;
                    text.push_str(&value.to_string());
                }
                Format::Bullet | Format::None => {}
            }
        }
        text.push_str(rest);
        let text = text.trim().to_owned();
        match (text.is_empty(), is_unsure) {
            (true, _) => Printed::Nothing,
            (false, false) => Printed::Number(text),
            (false, true) => Printed::Unsure(text),
        }
    }
}
