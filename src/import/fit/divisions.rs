//! The numbers of divisions: as printed where the compiler reads them. Others have a name, or are
//! counted by their position.

use std::collections::{HashMap, HashSet};

use super::count::{Number, Step, choose};
use super::draft::Draft;
use super::fitted::{Counting, Level, Spot};
use super::names;
use super::patterns::{Scheme, most_usual, patterns};
use crate::label::{ANNEX, Label, Style};
use crate::language::Language;
use crate::text::beginning;
use compile::Numbers;

/// Numbers the divisions, level by level, outermost first.
pub(super) fn number(
    divisions: &mut [Draft],
    count: usize,
    language: &Language,
    doubts: &mut Vec<(Spot, String)>,
) -> Vec<Level> {
    let mut levels: Vec<Level> = Vec::new();
    for level in 0..count {
        let labels = || {
            let own = divisions.iter().filter(|it| it.level == level);
            let labels = own.filter_map(|it| it.heading.label.as_ref());
            labels.filter(|label| !label.numeral.is_empty())
        };
        let all = divisions.iter().filter(|it| it.level == level).count();
        let style = main_style(labels(), all);
        if style.is_none() && labels().next().is_some() {
            let doubt = format!(
                "few of these headings have a number such as “{}”; the numbers are part of the headings, and eIds have positions in their place",
                example(divisions, level)
            );
            doubts.push((Spot::Level(level), doubt));
        }
        let word = style.as_ref().and_then(Style::word);
        let stems: Vec<&str> = levels.iter().map(|level| &*level.stem).collect();
        let stem = names::stem(word.as_deref(), &stems);
        let name = word.filter(|word| word.ends_with(char::is_alphabetic));
        let name = name.or_else(|| names::of_level(stem, language).map(str::to_owned));
        let found = style.and_then(|style| scheme(divisions, level, style, doubts));
        let (counting, patterns) = if let Some((counting, patterns, styles)) = found {
            set_tokens(divisions, level, &patterns, &styles, stem);
            (counting, patterns)
        } else {
            set_positions(divisions, level);
            (Counting::default(), Vec::new())
        };
        if counting.has_gaps {
            let doubt = format!(
                "some numbers such as “{}” are missing, inserted or printed in another way; `gaps = true` allows it",
                patterns[0].trim()
            );
            doubts.push((Spot::Level(level), doubt));
        }
        levels.push(Level {
            stem: stem.to_owned(),
            name,
            counting,
            patterns,
        });
    }
    set_names(divisions);
    levels
}

/// Returns the style of the numbers on a level with so many divisions; those with other numbers, or
/// none, get names. A few numbers without a word are no style.
fn main_style<'a>(labels: impl Iterator<Item = &'a Label>, all: usize) -> Option<Style> {
    let (style, times) = most_usual(labels)?;
    let least = match style.rank {
        // Annexes are beside other divisions.
        Some(ANNEX) => all,
        Some(_) => all / 4,
        None => all / 2,
    };
    (times >= least.max(1)).then_some(style)
}

/// How the numbers on a level are counted, their patterns, and their styles.
type Found = (Counting, Vec<String>, Vec<Style>);

/// Returns how the numbers of a style are counted on a level. Numbers of other styles count beside
/// them if no division contains both, as in chapters of which some have sections.
fn scheme(
    divisions: &[Draft],
    level: usize,
    style: Style,
    doubts: &mut Vec<(Spot, String)>,
) -> Option<Found> {
    let mut doubt = |way: &str| {
        let example = example(divisions, level);
        let message = format!("the numbers such as “{example}” do not count on; {way}");
        doubts.push((Spot::Level(level), message));
    };
    let Some(mut found) = attempt(divisions, level, vec![style.clone()], Scheme::Counted) else {
        let found = attempt(divisions, level, vec![style], Scheme::AsPrinted);
        doubt(if found.is_some() {
            "they are kept as they are printed"
        } else {
            "they are part of the headings, and eIds have positions in their place"
        });
        return found;
    };
    let own = divisions.iter().filter(|it| it.level == level);
    let mut tried = found.2.clone();
    for label in own.filter_map(|it| it.heading.label.as_ref()) {
        let is_annex = label.style.rank == Some(ANNEX);
        if is_annex || tried.iter().any(|style| style.is_like(&label.style)) {
            continue;
        }
        tried.push(label.style.clone());
        let styles = found.2.iter().chain([&label.style]).cloned().collect();
        let with_it = attempt(divisions, level, styles, Scheme::Counted);
        found = with_it.unwrap_or(found);
    }
    Some(found)
}

/// Returns how the numbers of some styles are counted; `None` if any of them is wrong.
fn attempt(divisions: &[Draft], level: usize, styles: Vec<Style>, scheme: Scheme) -> Option<Found> {
    let own = divisions.iter().filter(|it| it.level == level);
    let labels: Vec<&Label> = own.filter_map(|it| it.heading.label.as_ref()).collect();
    let of_style = |style: &Style| {
        let labels = labels.iter().copied();
        patterns(labels.filter(|label| label.style.is_like(style)), scheme)
    };
    let patterns: Vec<String> = styles.iter().flat_map(of_style).collect();
    let numbers = Numbers::new(&patterns).filter(|_| !patterns.is_empty())?;
    let mut steps = Vec::new();
    for draft in divisions {
        if draft.level < level {
            steps.push(Step::Restart);
        } else if draft.level == level
            && let Some((pattern, value, token)) = read(draft, divisions, &numbers, &styles)
        {
            steps.push(Step::Number(Number {
                pattern,
                value,
                token,
                parent: draft.parent,
            }));
        }
    }
    let (counting, wrong) = choose(&steps);
    let has_numbers = steps.iter().any(|step| matches!(step, Step::Number(_)));
    (wrong.is_empty() && has_numbers).then_some((counting, patterns, styles))
}

/// Reads the number of a heading. `None` if the compiler would not read the whole number, and only
/// it.
fn read(
    draft: &Draft,
    divisions: &[Draft],
    numbers: &Numbers,
    styles: &[Style],
) -> Option<(usize, (usize, usize), String)> {
    let label: &Label = draft.heading.label.as_ref()?;
    if !styles.iter().any(|style| style.is_like(&label.style)) {
        return None;
    }
    let outer = tokens(draft.parent, divisions);
    let line = draft.heading.whole();
    let found = numbers.read(&line, &outer)?;
    (found.rest == &*draft.heading.text).then_some((found.pattern, found.value, found.token))
}

/// Returns the numbers of a division and of those around it as they are in eIds, outermost first.
pub(super) fn tokens(division: Option<usize>, divisions: &[Draft]) -> Vec<&str> {
    let path = std::iter::successors(division, |&at| divisions[at].parent);
    let mut tokens: Vec<&str> = path
        .filter_map(|at| divisions[at].token.as_deref())
        .collect();
    tokens.reverse();
    tokens
}

/// Gives the divisions of a level their numbers as they are in eIds, or a name.
fn set_tokens(
    divisions: &mut [Draft],
    level: usize,
    patterns: &[String],
    styles: &[Style],
    stem: &str,
) {
    let Some(numbers) = Numbers::new(patterns) else {
        return;
    };
    let mut position = 0;
    for at in 0..divisions.len() {
        let draft = &divisions[at];
        if draft.level < level {
            position = 0;
        }
        if draft.level != level {
            continue;
        }
        let read = read(draft, divisions, &numbers, styles);
        position += usize::from(read.is_some());
        divisions[at].token = read.map(|(_, _, token)| {
            if token.is_empty() {
                position.to_string()
            } else {
                token
            }
        });
        if divisions[at].token.is_none() {
            divisions[at].name = Some(names::of_division(&divisions[at].heading, stem));
        }
    }
}

fn set_positions(divisions: &mut [Draft], level: usize) {
    let mut position = 0;
    for draft in divisions {
        if draft.level < level {
            position = 0;
        } else if draft.level == level {
            position += 1;
            draft.token = Some(position.to_string());
        }
    }
}

/// Makes the names of divisions in one division different from each other.
fn set_names(divisions: &mut [Draft]) {
    let mut taken: HashSet<(Option<usize>, String)> = HashSet::new();
    let mut times: HashMap<(Option<usize>, String), usize> = HashMap::new();
    for draft in divisions {
        let Some(name) = &draft.name else {
            continue;
        };
        let base = (draft.parent, name.clone());
        let mut own = base.clone();
        while !taken.insert(own.clone()) {
            let nth = times.entry(base.clone()).or_insert(1);
            *nth += 1;
            own.1 = format!("{}-{nth}", base.1);
        }
        draft.name = Some(own.1);
    }
}

fn example(divisions: &[Draft], level: usize) -> String {
    let mut own = divisions.iter().filter(|it| it.level == level);
    let label = own.find_map(|it| {
        it.heading
            .label
            .as_ref()
            .filter(|it| !it.numeral.is_empty())
    });
    label.map_or(String::new(), |label| beginning(&label.printed))
}
