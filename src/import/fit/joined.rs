//! Lines that the compiler would take for numbered clauses, or for items, by mistake.

use super::divisions::tokens;
use super::draft::{Draft, Line};
use super::fitted::Items;
use super::items::{DEEPEST, forms};
use super::slot::Slot;
use crate::text::beginning;
use compile::{ItemNumbers, Numbers};

/// How many items the compiler reads, and how many it would read in another way.
#[derive(Clone, Copy, Debug, Default)]
struct Count {
    right: usize,
    joined: usize,
}

/// Joins misread lines to the lines before them, and returns the numbers of items. Numbers may be
/// missing if more items are right then.
pub(super) fn join_misread(divisions: &mut Vec<Draft>, slots: &mut Vec<Slot>) -> Items {
    let patterns = forms(divisions);
    let attempt = |numbers: Option<ItemNumbers>| {
        let (mut divisions, mut slots) = (divisions.clone(), slots.clone());
        let mut count = Count::default();
        let mut numbers = numbers;
        for at in 0..divisions.len() {
            let level = divisions[at].level;
            join_in(
                &mut divisions,
                at,
                &mut slots[level],
                &mut numbers,
                &mut count,
            );
        }
        (divisions, slots, count)
    };
    let mut has_gaps = false;
    let mut best = attempt(ItemNumbers::new(&patterns, false));
    if best.2.joined > 0 {
        let other = attempt(ItemNumbers::new(&patterns, true));
        if other.2.joined < best.2.joined {
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

fn join_in(
    divisions: &mut [Draft],
    at: usize,
    slot: &mut Slot,
    items: &mut Option<ItemNumbers>,
    count: &mut Count,
) {
    let numbers = Numbers::new(&slot.patterns());
    let lines = std::mem::take(&mut divisions[at].lines);
    let outer = tokens(Some(at), divisions);
    let mut kept: Vec<Line> = Vec::new();
    let mut has_numbers = false;
    if let Some(items) = items {
        items.clear();
    }
    for line in lines {
        if line.attached.is_some() {
            // A table belongs to the clause before it.
            slot.has_free |= kept.is_empty();
            if let Some(items) = items {
                items.interrupt();
            }
            kept.push(line);
            continue;
        }
        let whole = line.whole();
        let found = numbers.as_ref().and_then(|it| it.read(&whole, &outer));
        let is_own = found
            .as_ref()
            .is_some_and(|found| slot.kind_of_clause(&line).is_some() && found.rest == &*line.text);
        if is_own {
            has_numbers = true;
            if let Some(items) = items {
                items.clear();
            }
            kept.push(line);
            continue;
        }
        let has_clause = kept.iter().any(|line| line.attached.is_none());
        if found.is_some() && has_clause {
            join(&mut kept, line, "the number of a clause");
            continue;
        }
        let before = items.clone();
        let item = items.as_mut().filter(|_| !kept.is_empty());
        match item.and_then(|items| items.read(&whole)) {
            Some(item) if item.is_right && line.label.is_some() => {
                count.right += 1;
                kept.push(line);
            }
            Some(_) if has_clause => {
                *items = before;
                count.joined += usize::from(line.label.is_some());
                join(&mut kept, line, "the number of an item");
            }
            _ if has_clause && is_too_deep(&line) && !has_numbers => {
                join(&mut kept, line, "an item of a deeper list");
            }
            _ => {
                slot.has_free = true;
                match items {
                    Some(items) if has_numbers => items.interrupt(),
                    Some(items) => items.clear(),
                    None => {}
                }
                kept.push(line);
            }
        }
    }
    divisions[at].lines = kept;
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
