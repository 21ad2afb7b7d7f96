//! Lines that the compiler would take for numbered clauses, or for items, by mistake.

use std::collections::HashMap;

use super::divisions::tokens;
use super::draft::{Draft, Line};
use super::fitted::Items;
use super::items::{DEEPEST, forms};
use super::slot::Slot;
use crate::text::beginning;
use compile::{Found, ItemNumbers, Numbers};

/// Joins misread lines to the lines before them, and returns the numbers of items. Numbers may be
/// missing if more items are right then.
pub(super) fn join_misread(
    divisions: &mut Vec<Draft>,
    slots: &mut Vec<Slot>,
    runs_through: bool,
) -> Items {
    let patterns = forms(divisions);
    let attempt = |items: Option<ItemNumbers>| {
        let (mut divisions, mut slots) = (divisions.clone(), slots.clone());
        let mut reader = Reader {
            items,
            ..Reader::default()
        };
        for at in 0..divisions.len() {
            if !runs_through {
                reader.last.clear();
            }
            let slot = &mut slots[divisions[at].level];
            reader.read(&mut divisions, at, slot);
        }
        (divisions, slots, reader)
    };
    let mut has_gaps = false;
    let mut best = attempt(ItemNumbers::new(&patterns, false));
    if best.2.wrong > 0 {
        let other = attempt(ItemNumbers::new(&patterns, true));
        if other.2.wrong < best.2.wrong {
            (best, has_gaps) = (other, true);
        }
    }
    if best.2.right == 0 {
        best = attempt(None);
    }
    let is_used = best.2.right > 0;
    (*divisions, *slots) = (best.0, best.1);
    Items {
        patterns: if is_used { patterns } else { Vec::new() },
        has_gaps,
    }
}

/// Follows the numbers of clauses and items.
#[derive(Debug, Default)]
struct Reader {
    items: Option<ItemNumbers>,
    /// The last number of the clauses of each pattern.
    last: HashMap<usize, usize>,
    /// Whether a clause of the division has a number.
    has_numbers: bool,
    /// How many items the compiler reads.
    right: usize,
    /// How many items it would read in another way.
    wrong: usize,
}

impl Reader {
    /// Reads the lines of a division.
    fn read(&mut self, divisions: &mut [Draft], at: usize, slot: &mut Slot) {
        let numbers = Numbers::new(&slot.patterns());
        let lines = std::mem::take(&mut divisions[at].lines);
        let outer = tokens(Some(at), divisions);
        let mut kept: Vec<Line> = Vec::new();
        self.has_numbers = false;
        self.begin_clause();
        for line in lines {
            if line.attached.is_some() {
                // A table belongs to the clause before it.
                slot.has_free |= kept.is_empty();
                self.interrupt();
                kept.push(line);
                continue;
            }
            let whole = line.whole();
            let found = numbers.as_ref().and_then(|it| it.read(&whole, &outer));
            match found {
                Some(found)
                    if slot.kind_of_clause(&line).is_some() && found.rest == &*line.text =>
                {
                    self.last.insert(found.pattern, found.value.0);
                    self.has_numbers = true;
                    self.begin_clause();
                    kept.push(line);
                }
                Some(found) if kept.iter().any(|line| line.attached.is_none()) => {
                    if self.is_item_before(&found, &whole, &line) {
                        self.add(&whole);
                        kept.push(line);
                    } else {
                        join(&mut kept, line, "the number of a clause");
                    }
                }
                _ => {
                    let doubt = slot.doubt_about(&line);
                    let is_free = self.read_free(line, &whole, &mut kept);
                    slot.has_free |= is_free;
                    if let Some(last) = kept.last_mut().filter(|_| is_free) {
                        last.doubts.extend(doubt);
                    }
                }
            }
        }
        divisions[at].lines = kept;
    }

    /// Reads a line that is no numbered clause. Returns whether it is a paragraph without a number.
    fn read_free(&mut self, line: Line, whole: &str, kept: &mut Vec<Line>) -> bool {
        let is_first = !kept.iter().any(|line| line.attached.is_none());
        let items = self.items.as_ref().filter(|_| !kept.is_empty());
        match items.and_then(|items| items.read(whole)) {
            Some(item) if item.is_right && line.label.is_some() => {
                self.add(whole);
                kept.push(line);
                return false;
            }
            Some(_) if !is_first => {
                self.wrong += usize::from(line.label.is_some());
                join(kept, line, "the number of an item");
                return false;
            }
            _ if !is_first && is_too_deep(&line) && !self.has_numbers => {
                join(kept, line, "an item of a deeper list");
                return false;
            }
            _ => {}
        }
        if self.has_numbers {
            self.interrupt();
        } else {
            self.begin_clause();
        }
        kept.push(line);
        true
    }

    /// Reports whether a number of a clause is that of an item: after the clause (b), (i) is no ninth
    /// clause.
    fn is_item_before(&self, found: &Found<'_>, whole: &str, line: &Line) -> bool {
        let last = self.last.get(&found.pattern).copied().unwrap_or(0);
        let item = self.items.as_ref().and_then(|items| items.read(whole));
        let is_next = item.is_some_and(|item| item.is_right && item.is_next);
        // A number that is kept as it is printed is always the next one.
        is_next && line.depth > 0 && ![0, last + 1].contains(&found.value.0)
    }

    fn add(&mut self, whole: &str) {
        self.right += 1;
        if let Some(items) = &mut self.items {
            items.add(whole);
        }
    }

    fn begin_clause(&mut self) {
        if let Some(items) = &mut self.items {
            items.clear();
        }
    }

    fn interrupt(&mut self) {
        if let Some(items) = &mut self.items {
            items.interrupt();
        }
    }
}

fn is_too_deep(line: &Line) -> bool {
    line.depth > DEEPEST && line.label.is_some()
}

/// Joins a line to the last paragraph.
fn join(kept: &mut [Line], mut line: Line, what: &str) {
    let doubt = format!(
        "“{}” begins like {what}; it was joined to the paragraph before it",
        beginning(&line.whole())
    );
    line.doubts.push(doubt);
    if let Some(last) = kept.iter_mut().rfind(|line| line.attached.is_none()) {
        last.join(line);
    }
}
