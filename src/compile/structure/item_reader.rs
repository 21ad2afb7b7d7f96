//! The numbers of items as the compiler reads them, for programs that write content folders.

use super::items::Items;
use crate::diagnostics::{Location, Reporter};
use crate::levels::Levels;
use crate::numbering::form::Form;
use crate::numbering::pattern::Pattern;
use crate::source::Source;

/// The numbers of the items in one clause.
#[derive(Clone, Debug)]
pub struct ItemNumbers {
    levels: Levels,
    items: Items,
}

/// An item at the start of a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FoundItem {
    /// 0 for an item directly in the clause.
    pub depth: usize,
    /// Whether the compiler accepts its number.
    pub is_right: bool,
    /// Whether its number continues its list, or begins one. With gaps, others are right too.
    pub is_next: bool,
}

impl ItemNumbers {
    /// Returns the numbers of a clause without items so far. `patterns` are those of each depth;
    /// `None` if one of them has no first number.
    #[must_use]
    pub fn new(patterns: &[Vec<String>], has_gaps: bool) -> Option<Self> {
        let form = |patterns: &Vec<String>| {
            let patterns = patterns.iter().map(|one| Pattern::new(one).ok());
            Some(Form {
                patterns: patterns.collect::<Option<_>>()?,
                may_lack: false,
            })
        };
        let mut levels = Levels {
            items: patterns.iter().map(form).collect::<Option<_>>()?,
            ..Levels::default()
        };
        levels.item.has_gaps = has_gaps;
        Some(Self {
            levels,
            items: Items::default(),
        })
    }

    /// Begins another clause.
    pub fn clear(&mut self) {
        self.items = Items::default();
    }

    /// Says that a line which is no item follows.
    pub fn interrupt(&mut self) {
        self.items.interrupt();
    }

    /// Reads the number of an item at the start of a line.
    #[must_use]
    pub fn read(&self, line: &str) -> Option<FoundItem> {
        self.placed(line).map(|(found, _)| found)
    }

    /// Makes the item at the start of a line the last one, if its number is right.
    pub fn add(&mut self, line: &str) {
        if let Some((found, items)) = self.placed(line)
            && found.is_right
        {
            self.items = items;
        }
    }

    fn placed(&self, line: &str) -> Option<(FoundItem, Items)> {
        let start = self.items.read(&self.levels, line)?;
        let (source, location) = (Source::default(), Location::start_of(""));
        let mut reporter = Reporter::new(&source);
        let mut items = self.items.clone();
        let item = items.add(&start, &self.levels, &location, &mut reporter);
        let found = FoundItem {
            depth: item.depth,
            is_right: !reporter.has_problems_in(""),
            is_next: start.is_next,
        };
        Some((found, items))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_items_as_the_compiler_does() {
        let forms = [vec!["(a)".to_owned()], vec!["(i)".to_owned()]];
        let mut numbers = ItemNumbers::new(&forms, false).expect("patterns");
        let mut read = |line| {
            let found = numbers.read(line);
            numbers.add(line);
            found.map(|it| (it.depth, it.is_right))
        };
        assert_eq!(read("(b) x"), None);
        assert_eq!(read("(a) x"), Some((0, true)));
        assert_eq!(read("(i) x"), Some((1, true)));
        assert_eq!(read("words"), None);
        assert_eq!(read("(d) x"), Some((0, false)));
        assert_eq!(read("(b) x"), Some((0, true)));
        numbers.clear();
        assert_eq!(numbers.read("(b) x"), None);
        assert!(ItemNumbers::new(&[vec!["Article".to_owned()]], true).is_none());
    }
}
