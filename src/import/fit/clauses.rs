//! The numbers of clauses: as printed where the compiler reads them, else part of the text.

use std::collections::{HashMap, HashSet};

use super::count::{Number, Step, choose};
use super::divisions::tokens;
use super::draft::{Draft, Line};
use super::fitted::{Clauses, Counting, Spot};
use super::names;
use super::patterns::{Scheme, most_usual, patterns};
use crate::label::{Label, Style};
use crate::text::beginning;
use compile::Numbers;

/// The most kinds of numbers that the clauses of a level may have.
const MOST_STYLES: usize = 4;

/// The clauses directly in the divisions of one level.
#[derive(Debug, Default)]
struct Slot {
    /// The numbers that the compiler may read here, with their patterns.
    styles: Vec<(Style, Scheme, Vec<String>)>,
    /// Whether a line has no such number.
    has_free: bool,
}

impl Slot {
    fn patterns(&self) -> Vec<String> {
        let styles = self.styles.iter();
        styles.flat_map(|(_, _, own)| own.clone()).collect()
    }

    /// Returns the index of the style of a pattern.
    fn style_of(&self, pattern: usize) -> usize {
        let mut last = 0;
        let mut ends = self.styles.iter().map(|(_, _, own)| {
            last += own.len();
            last
        });
        ends.position(|end| pattern < end).unwrap_or_default()
    }

    fn demote(&mut self, style: usize, lines: &[&Line]) {
        let (own, scheme, _) = &self.styles[style];
        let labels = lines.iter().filter_map(|line| line.label.as_ref());
        let labels = labels.filter(|label| label.style == *own);
        let next = patterns(labels, Scheme::AsPrinted);
        // A mark alone would be found in any text.
        let is_certain = next
            .iter()
            .all(|one| one.contains(|c: char| c.is_alphabetic() || "(（".contains(c)));
        if *scheme == Scheme::Counted && is_certain && !next.is_empty() {
            self.styles[style].1 = Scheme::AsPrinted;
            self.styles[style].2 = next;
        } else {
            self.styles.remove(style);
        }
    }
}

/// Finds how the clauses of each level are numbered. Paragraphs that the compiler would take for a
/// numbered clause by mistake are joined to the one before them.
pub(super) fn number(
    divisions: &mut [Draft],
    count: usize,
    stems: &[&str],
    doubts: &mut Vec<(Spot, String)>,
) -> Clauses {
    let mut slots: Vec<Slot> = (0..count).map(|level| slot(divisions, level)).collect();
    let counting = loop {
        let (counting, wrong) = check(divisions, &slots);
        let Some((level, style)) = wrong else {
            break counting;
        };
        doubts.extend(demote(divisions, &mut slots[level], level, style));
    };
    for (level, slot) in slots.iter_mut().enumerate() {
        join_misread(divisions, level, slot);
    }
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
    Clauses {
        stem: stem.unwrap_or(plan::CLAUSE_STEM).to_owned(),
        counting,
        patterns: forms(divisions, &slots),
    }
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
    let own = || divisions.iter().filter(|it| it.level == level);
    let direct = own()
        .flat_map(|it| &it.lines)
        .filter(|line| !line.is_nested);
    let main = most_usual(direct.filter_map(|line| line.label.as_ref()));
    let Some((main, _)) = main else {
        return Slot::default();
    };
    for draft in divisions.iter_mut().filter(|it| it.level == level) {
        nest_items(&mut draft.lines, &main);
    }
    let own = || divisions.iter().filter(|it| it.level == level);
    let lines = || own().flat_map(|it| &it.lines);
    let nested = lines().filter(|line| line.is_nested);
    let nested: HashSet<&Style> = nested
        .filter_map(|line| line.label.as_ref().map(|label| &label.style))
        .collect();
    let mut styles = vec![main];
    for line in lines().filter(|line| !line.is_nested) {
        if let Some(label) = &line.label
            && !styles.contains(&label.style)
            && !nested.contains(&label.style)
            && styles.len() < MOST_STYLES
        {
            styles.push(label.style.clone());
        }
    }
    let with_patterns = styles.into_iter().map(|style| {
        let labels = lines().filter(|line| !line.is_nested);
        let labels = labels.filter_map(|line| line.label.as_ref());
        let patterns = patterns(labels.filter(|label| label.style == style), Scheme::Counted);
        (style, Scheme::Counted, patterns)
    });
    let styles = with_patterns
        .filter(|(_, _, patterns)| Numbers::new(patterns).is_some() && !patterns.is_empty());
    Slot {
        styles: styles.collect(),
        has_free: false,
    }
}

/// Makes items of numbered lines after a colon, unless most clauses have such numbers.
fn nest_items(lines: &mut [Line], main: &Style) {
    let mut is_open = false;
    for line in lines.iter_mut().filter(|line| !line.is_nested) {
        match &line.label {
            Some(label) if label.style != *main => line.is_nested = is_open,
            Some(_) => is_open = false,
            None => is_open = line.text.ends_with([':', '：']),
        }
    }
}

/// Returns how the clauses are counted, and the level and the style of a number that is wrong.
fn check(divisions: &[Draft], slots: &[Slot]) -> (Counting, Option<(usize, usize)>) {
    let numbers = numbers(slots);
    let mut steps = Vec::new();
    let mut origins = HashMap::new();
    for (at, draft) in divisions.iter().enumerate() {
        steps.push(Step::Restart);
        let slot = &slots[draft.level];
        let outer = tokens(Some(at), divisions);
        for (nth, line) in draft.lines.iter().enumerate() {
            let whole = line.whole();
            let found = numbers[draft.level]
                .as_ref()
                .and_then(|it| it.read(&whole, &outer));
            let Some(found) = found else {
                continue;
            };
            let style = slot.style_of(found.pattern);
            let is_own = is_clause(line, slot) && found.rest == line.text;
            if !is_own && nth == 0 {
                // No paragraph before it could take it.
                return (Counting::default(), Some((draft.level, style)));
            }
            if is_own {
                origins.insert(steps.len(), (draft.level, style));
                steps.push(Step::Number(Number {
                    pattern: found.pattern,
                    value: found.value,
                    token: found.token,
                    parent: Some(at),
                }));
            }
        }
    }
    let (counting, wrong) = choose(&steps);
    (
        counting,
        wrong.first().and_then(|at| origins.get(at).copied()),
    )
}

/// Lets the numbers of a style be as they are printed, or part of the text. Returns the doubt.
fn demote(
    divisions: &[Draft],
    slot: &mut Slot,
    level: usize,
    style: usize,
) -> Option<(Spot, String)> {
    let own = divisions.iter().filter(|it| it.level == level);
    let lines: Vec<&Line> = own.flat_map(|it| &it.lines).collect();
    let before = slot.styles[style].0.clone();
    let mut labels = lines.iter().filter_map(|line| line.label.as_ref());
    let example = labels.find(|label| label.style == before)?.printed.clone();
    slot.demote(style, &lines);
    let is_kept = slot.styles.iter().any(|(style, ..)| *style == before);
    let doubt = if is_kept {
        "they are kept as they are printed"
    } else {
        "they are part of the text, and eIds have positions in their place"
    };
    Some((
        Spot::Numbering,
        format!(
            "the numbers of clauses such as “{}” do not count on; {doubt}",
            beginning(&example)
        ),
    ))
}

/// Joins lines that the compiler would take for numbered clauses to the lines before them.
fn join_misread(divisions: &mut [Draft], level: usize, slot: &mut Slot) {
    let numbers = Numbers::new(&slot.patterns());
    for at in 0..divisions.len() {
        if divisions[at].level != level {
            continue;
        }
        let lines = std::mem::take(&mut divisions[at].lines);
        let outer = tokens(Some(at), divisions);
        let mut kept: Vec<Line> = Vec::new();
        for mut line in lines {
            let whole = line.whole();
            let found = numbers.as_ref().and_then(|it| it.read(&whole, &outer));
            let is_own = found
                .as_ref()
                .is_some_and(|found| is_clause(&line, slot) && found.rest == line.text);
            match kept.last_mut() {
                Some(last) if found.is_some() && !is_own => {
                    line.doubts.push(format!(
                        "“{}” begins like the number of a clause; it was joined to the paragraph before it",
                        beginning(&whole)
                    ));
                    last.join(line);
                }
                _ => {
                    slot.has_free |= !is_own;
                    kept.push(line);
                }
            }
        }
        divisions[at].lines = kept;
    }
}

fn numbers(slots: &[Slot]) -> Vec<Option<Numbers>> {
    let numbers = slots.iter().map(|slot| Numbers::new(&slot.patterns()));
    numbers.collect()
}

/// Reports whether a line begins a clause with a number that the compiler reads.
fn is_clause(line: &Line, slot: &Slot) -> bool {
    let style = line.label.as_ref().map(|label| &label.style);
    let is_known = style.is_some_and(|style| slot.styles.iter().any(|(own, ..)| own == style));
    is_known && !line.is_nested && !line.text.is_empty()
}

fn numbered_lines<'a>(draft: &'a Draft, slots: &'a [Slot]) -> impl Iterator<Item = &'a Label> {
    let lines = draft.lines.iter();
    let lines = lines.filter(|line| is_clause(line, &slots[draft.level]));
    lines.filter_map(|line| line.label.as_ref())
}
