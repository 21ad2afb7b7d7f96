//! Items: numbered parts of a clause, such as (a) and (i), each on a line of its own.

use plan::{Part, PartKind};

use super::counter::{Context, Counter};
use crate::diagnostics::{Location, Reporter};
use crate::levels::Levels;
use crate::numbering::number::Number;
use crate::numbering::pattern::Label;
use crate::rich::part;

/// An item of a clause.
#[derive(Clone, Debug)]
pub(crate) struct ItemDraft {
    /// 0 for an item directly in the clause.
    pub(crate) depth: usize,
    /// Its eId behind that of the clause, such as `list_1__point_a`.
    pub(crate) own: String,
    /// Its number as printed.
    pub(crate) number: String,
    /// The range of its line in the clause's text.
    pub(crate) start: usize,
    pub(crate) end: usize,
}

/// The number of an item at the start of a line.
pub(super) struct ItemStart {
    /// Whether it continues its list, or begins one.
    pub(super) is_next: bool,
    depth: usize,
    pattern: usize,
    number: Number,
    printed: String,
}

/// The items of a clause so far.
#[derive(Clone, Debug, Default)]
pub(super) struct Items {
    /// For each depth: its numbers so far, how many lists began, and the eId of the last item.
    depths: [Depth; 2],
    /// The depth of the last item.
    last: Option<usize>,
    /// Whether the last line is no item.
    is_interrupted: bool,
}

#[derive(Clone, Debug, Default)]
struct Depth {
    counter: Counter,
    lists: usize,
    own: String,
}

impl Items {
    /// Reads the number of an item at the start of a line. A number continues its list if it can, and
    /// else begins one.
    pub(super) fn read(&self, levels: &Levels, line: &str) -> Option<ItemStart> {
        let found = |depth: usize| {
            let form = levels.items.get(depth)?;
            // There is no inner item without one around it.
            let is_possible = depth == 0 || self.last.is_some();
            let (pattern, label) = form.read(line, &[]);
            match label {
                Label::Number {
                    number, printed, ..
                } if is_possible => Some(ItemStart {
                    is_next: true,
                    depth,
                    pattern,
                    number: self.depths[depth].counter.placed(pattern, number),
                    printed: printed.trim_end().to_owned(),
                }),
                _ => None,
            }
        };
        let expected = |start: &ItemStart| self.depths[start.depth].counter.next(start.pattern);
        let continues = |start: &Option<ItemStart>| {
            let is_known = |start: &ItemStart| self.last.is_some_and(|last| start.depth <= last);
            let mut start = start.iter().filter(|start| is_known(start));
            start.any(|start| start.number.value.base == expected(start))
        };
        // A list begins inside an item, or behind a line that is none.
        let begins = |start: &Option<ItemStart>| {
            let may_begin = |depth: usize| self.depths[depth].lists == 0 || self.is_interrupted;
            let mut start = start.iter().filter(|start| may_begin(start.depth));
            start.any(|start| start.number.value.base == 1)
        };
        let [outer, inner] = [0, 1].map(found);
        // The ninth letter after the eighth is a letter, not the Roman numeral of one.
        let [own, other] = if self.last == Some(1) {
            [inner, outer]
        } else {
            [outer, inner]
        };
        if continues(&own) {
            own
        } else if continues(&other) || begins(&other) {
            other
        } else if begins(&own) {
            own
        } else if self.last.is_some() || levels.item.has_gaps {
            // A wrong number, which is probably near the right one.
            let distance = |start: &ItemStart| start.number.value.base.abs_diff(expected(start));
            let nearest = own.into_iter().chain(other).min_by_key(distance);
            nearest.map(|start| ItemStart {
                is_next: false,
                ..start
            })
        } else {
            None
        }
    }

    /// Says that a line which is no item follows.
    pub(super) fn interrupt(&mut self) {
        self.is_interrupted = true;
    }

    /// Adds an item, and reports a number that does not continue its list. Returns the item, with its
    /// line still to come.
    pub(super) fn add(
        &mut self,
        start: &ItemStart,
        levels: &Levels,
        location: &Location,
        reporter: &mut Reporter<'_>,
    ) -> ItemDraft {
        let &ItemStart { depth, pattern, .. } = start;
        let is_first = start.number.value.base == 1 && start.number.value.insertion == 0;
        let is_restart = std::mem::take(&mut self.is_interrupted) && is_first;
        let outer = if depth > 0 {
            format!("{}__", self.depths[depth - 1].own)
        } else {
            String::new()
        };
        let own = &mut self.depths[depth];
        if is_restart || own.lists == 0 {
            own.lists += 1;
            own.counter = Counter::default();
        }
        let context = Context {
            form: &levels.items[depth],
            rule: &levels.item,
            outer: &[],
            is_follow_on: false,
            location,
        };
        let printed = &start.printed;
        own.counter
            .count(pattern, &start.number, printed, &context, reporter);
        own.own = format!(
            "{outer}list_{}__{}_{}",
            own.lists, levels.item.stem, start.number.token
        );
        let eid = own.own.clone();
        if depth == 0 {
            self.depths[1] = Depth::default();
        }
        self.last = Some(depth);
        ItemDraft {
            depth,
            own: eid,
            number: start.printed.clone(),
            start: 0,
            end: 0,
        }
    }
}

/// Returns the lists and items of a text as parts, each item with its eId behind that of the clause.
pub(crate) fn lists(items: &[ItemDraft], text: &str) -> Vec<Part> {
    let mut parts = Vec::new();
    let mut rest = items;
    while let Some(first) = rest.first() {
        // A list ends where a line between two items is none, or where an outer item follows.
        let follows =
            |pair: &[ItemDraft]| pair[1].start == pair[0].end + 1 && pair[1].depth >= first.depth;
        let length = 1 + rest.windows(2).take_while(|pair| follows(pair)).count();
        let (list, after) = rest.split_at(length);
        let end = list.last().map_or(first.end, |last| last.end);
        parts.push(part(
            PartKind::List,
            first.start..with_break(end, text),
            None,
        ));
        let mut inside = list;
        while let Some((item, after)) = inside.split_first() {
            let inner = after.iter().take_while(|it| it.depth > item.depth).count();
            let (inner, after) = after.split_at(inner);
            let end = inner.last().map_or(item.end, |last| last.end);
            let range = item.start..with_break(end, text);
            parts.push(part(PartKind::Item, range, Some(item.own.clone())));
            let number = item.start..item.start + item.number.len();
            parts.push(part(PartKind::Number, number, None));
            parts.extend(lists(inner, text));
            inside = after;
        }
        rest = after;
    }
    parts
}

/// Returns the end of a line with the line break behind it.
fn with_break(end: usize, text: &str) -> usize {
    end + usize::from(text[end..].starts_with('\n'))
}
