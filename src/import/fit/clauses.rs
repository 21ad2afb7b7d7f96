//! The numbers of clauses: as printed where the compiler reads them, else part of the text.

use std::collections::{HashMap, HashSet};

use super::count::{Number, Step, choose};
use super::divisions::tokens;
use super::draft::{Draft, Line};
use super::fitted::{Clauses, Counting, Items, Spot};
use super::items::nest_lists;
use super::joined::join_misread;
use super::names;
use super::patterns::{Scheme, most_usual, patterns};
use super::slot::{Kind, Slot};
use crate::label::{Label, Style};
use compile::Numbers;

/// The most kinds of numbers that the clauses of a level may have.
const MOST_STYLES: usize = 4;

/// Finds how the clauses of each level are numbered, and the items in them.
pub(super) fn number(
    divisions: &mut Vec<Draft>,
    count: usize,
    stems: &[&str],
    doubts: &mut Vec<(Spot, String)>,
) -> (Clauses, Items) {
    let mut slots: Vec<Slot> = (0..count).map(|level| slot(divisions, level)).collect();
    let counting = loop {
        let (counting, wrong) = check(divisions, &slots);
        let Some((level, kind)) = wrong else {
            break counting;
        };
        doubts.push(slots[level].demote(kind));
    };
    let items = join_misread(divisions, &mut slots, counting.runs_through);
    let labels = divisions.iter().flat_map(|it| numbered_lines(it, &slots));
    let word = most_usual(labels).and_then(|(style, _)| style.word());
    let stem = word.and_then(|word| names::of_clauses(&word, stems));
    if counting.has_gaps {
        let first = slots
            .iter()
            .flat_map(Slot::patterns)
            .next()
            .unwrap_or_default();
        let doubt = format!(
            "some numbers of clauses such as “{}” are missing, inserted or printed in another way; `gaps = true` allows it",
            first.trim()
        );
        doubts.push((Spot::Numbering, doubt));
    }
    let clauses = Clauses {
        stem: stem.unwrap_or(plan::CLAUSE_STEM).to_owned(),
        counting,
        patterns: forms(divisions, &slots),
    };
    (clauses, items)
}

/// Returns the entries of `numbering`, one for each level. A level without clauses has that of
/// another level.
fn forms(divisions: &[Draft], slots: &[Slot]) -> Vec<Vec<String>> {
    let has_clauses = |level| {
        let mut own = divisions
            .iter()
            .filter(move |it: &&Draft| it.level == level);
        own.any(|it| !it.lines.is_empty())
    };
    let form = |slot: &Slot| {
        let mut form = slot.patterns();
        if slot.has_free || form.is_empty() {
            form.push(String::new());
        }
        form
    };
    let used = (0..slots.len()).filter(|&level| has_clauses(level));
    let first = used.clone().next().map(|level| form(&slots[level]));
    let all = slots.iter().enumerate().map(|(level, slot)| {
        let other = first.clone().filter(|_| !has_clauses(level));
        other.unwrap_or_else(|| form(slot))
    });
    all.collect()
}

/// Returns the numbers of the clauses of a level that the compiler may read, before any check.
fn slot(divisions: &mut [Draft], level: usize) -> Slot {
    nest_lists(divisions, level);
    let own = || divisions.iter().filter(|it| it.level == level);
    let direct = own()
        .flat_map(|it| &it.lines)
        .filter(|line| line.depth == 0);
    let main = most_usual(direct.filter_map(|line| line.label.as_ref()));
    let Some((main, _)) = main else {
        return Slot::default();
    };
    for draft in divisions.iter_mut().filter(|it| it.level == level) {
        nest_items(&mut draft.lines, &main);
    }
    let own = || divisions.iter().filter(|it| it.level == level);
    let lines = || own().flat_map(|it| &it.lines);
    let nested = lines().filter(|line| line.depth > 0);
    let nested: HashSet<&Style> = nested
        .filter_map(|line| line.label.as_ref().map(|label| &label.style))
        .collect();
    let mut styles = vec![main];
    for line in lines().filter(|line| line.depth == 0) {
        if let Some(label) = &line.label
            && !styles.iter().any(|style| style.is_like(&label.style))
            && !nested.contains(&label.style)
            && styles.len() < MOST_STYLES
        {
            styles.push(label.style.clone());
        }
    }
    let labels: Vec<&Label> = lines()
        .filter(|line| line.depth == 0)
        .filter_map(|line| line.label.as_ref())
        .collect();
    let kinds = styles.into_iter().map(|style| kind(style, &labels));
    let kinds =
        kinds.filter(|kind| !kind.patterns.is_empty() && Numbers::new(&kind.patterns).is_some());
    Slot {
        kinds: kinds.collect(),
        ..Slot::default()
    }
}

fn kind(style: Style, labels: &[&Label]) -> Kind {
    let own = labels
        .iter()
        .copied()
        .filter(|label| label.style.is_like(&style));
    let as_printed = patterns(own.clone(), Scheme::AsPrinted);
    let is_certain = |one: &String| one.contains(|c: char| c.is_alphabetic() || "(（".contains(c));
    Kind {
        patterns: patterns(own, Scheme::Counted),
        as_printed: as_printed.into_iter().filter(is_certain).collect(),
        style,
    }
}

/// Makes items of numbered lines after a colon, unless most clauses have such numbers.
fn nest_items(lines: &mut [Line], main: &Style) {
    let (mut is_open, mut is_nested) = (false, false);
    for line in lines.iter_mut() {
        match &line.label {
            _ if line.depth > 0 => line.depth += usize::from(is_nested),
            Some(label) if !label.style.is_like(main) => {
                is_nested = is_open;
                line.depth = usize::from(is_open);
            }
            Some(_) => (is_open, is_nested) = (false, false),
            None if line.attached.is_some() => {}
            None => (is_open, is_nested) = (line.text.ends_with([':', '：']), false),
        }
    }
}

/// Returns how the clauses are counted, and the level and the kind of a number that is wrong.
fn check(divisions: &[Draft], slots: &[Slot]) -> (Counting, Option<(usize, usize)>) {
    let slots_numbers: Vec<Option<Numbers>> = slots
        .iter()
        .map(|slot| Numbers::new(&slot.patterns()))
        .collect();
    let mut steps = Vec::new();
    let mut origins = HashMap::new();
    for (at, draft) in divisions.iter().enumerate() {
        steps.push(Step::Restart);
        let (level, slot) = (draft.level, &slots[draft.level]);
        let outer = tokens(Some(at), divisions);
        for (nth, line) in draft.lines.iter().enumerate() {
            let whole = line.whole();
            let numbers = slots_numbers[level].as_ref();
            let found = numbers.and_then(|numbers| numbers.read(&whole, &outer));
            let own = slot.kind_of_clause(line);
            let is_read = found
                .as_ref()
                .is_some_and(|found| found.rest == &*line.text);
            match (own, found) {
                // Another form may fit all.
                (Some(kind), _) if !is_read && !slot.kinds[kind].as_printed.is_empty() => {
                    return (Counting::default(), Some((level, kind)));
                }
                (Some(_), Some(found)) if is_read => {
                    origins.insert(steps.len(), (level, slot.kind_of(found.pattern)));
                    steps.push(Step::Number(Number {
                        pattern: found.pattern,
                        value: found.value,
                        token: found.token,
                        parent: Some(at),
                    }));
                }
                // No paragraph before it could take it.
                (_, Some(found)) if nth == 0 => {
                    let kind = slot.kind_of(found.pattern);
                    return (Counting::default(), Some((level, kind)));
                }
                _ => {}
            }
        }
    }
    let (counting, wrong) = choose(&steps);
    (
        counting,
        wrong.first().and_then(|at| origins.get(at).copied()),
    )
}

fn numbered_lines<'a>(draft: &'a Draft, slots: &'a [Slot]) -> impl Iterator<Item = &'a Label> {
    let lines = draft.lines.iter();
    let lines = lines.filter(|line| slots[draft.level].kind_of_clause(line).is_some());
    lines.filter_map(|line| line.label.as_ref())
}
