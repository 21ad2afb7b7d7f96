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
    kinds: Vec<Kind>,
    /// Whether a line has no number of these kinds.
    has_free: bool,
}

/// Numbers that the compiler may read.
#[derive(Debug)]
struct Kind {
    style: Style,
    patterns: Vec<String>,
    /// The patterns of numbers that are kept as they are printed; empty if these would be found in
    /// any text.
    as_printed: Vec<String>,
}

impl Slot {
    fn patterns(&self) -> Vec<String> {
        let kinds = self.kinds.iter();
        kinds.flat_map(|kind| kind.patterns.clone()).collect()
    }

    /// Returns the index of the kind of a pattern.
    fn kind_of(&self, pattern: usize) -> usize {
        let mut last = 0;
        let mut ends = self.kinds.iter().map(|kind| {
            last += kind.patterns.len();
            last
        });
        ends.position(|end| pattern < end).unwrap_or_default()
    }

    /// Returns the index of the kind of the number with which a line begins a clause.
    fn kind_of_clause(&self, line: &Line) -> Option<usize> {
        let label = line.label.as_ref()?;
        let kind = self
            .kinds
            .iter()
            .position(|kind| kind.style.is_like(&label.style));
        kind.filter(|_| !line.is_nested && !line.text.is_empty())
    }

    /// Lets the numbers of a kind be as they are printed, or else part of the text. Returns the
    /// doubt.
    fn demote(&mut self, kind: usize) -> (Spot, String) {
        let own = &mut self.kinds[kind];
        let example = own
            .patterns
            .first()
            .map_or("", |first| first.trim())
            .to_owned();
        let way = if own.as_printed.is_empty() {
            self.kinds.remove(kind);
            "they are part of the text, and eIds have positions in their place"
        } else {
            own.patterns = std::mem::take(&mut own.as_printed);
            "they are kept as they are printed"
        };
        let doubt =
            format!("not all numbers of clauses such as “{example}” count on in one form; {way}");
        (Spot::Numbering, doubt)
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
        let Some((level, kind)) = wrong else {
            break counting;
        };
        doubts.push(slots[level].demote(kind));
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
            && !styles.iter().any(|style| style.is_like(&label.style))
            && !nested.contains(&label.style)
            && styles.len() < MOST_STYLES
        {
            styles.push(label.style.clone());
        }
    }
    let labels: Vec<&Label> = lines()
        .filter(|line| !line.is_nested)
        .filter_map(|line| line.label.as_ref())
        .collect();
    let kinds = styles.into_iter().map(|style| kind(style, &labels));
    let kinds =
        kinds.filter(|kind| !kind.patterns.is_empty() && Numbers::new(&kind.patterns).is_some());
    Slot {
        kinds: kinds.collect(),
        has_free: false,
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
    let mut is_open = false;
    for line in lines.iter_mut().filter(|line| !line.is_nested) {
        match &line.label {
            Some(label) if !label.style.is_like(main) => line.is_nested = is_open,
            Some(_) => is_open = false,
            None => is_open = line.text.ends_with([':', '：']),
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
            let is_read = found.as_ref().is_some_and(|found| found.rest == line.text);
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
            let is_own = found.as_ref().is_some_and(|found| {
                slot.kind_of_clause(&line).is_some() && found.rest == line.text
            });
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

fn numbered_lines<'a>(draft: &'a Draft, slots: &'a [Slot]) -> impl Iterator<Item = &'a Label> {
    let lines = draft.lines.iter();
    let lines = lines.filter(|line| slots[draft.level].kind_of_clause(line).is_some());
    lines.filter_map(|line| line.label.as_ref())
}
