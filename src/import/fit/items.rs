//! Items: numbered lines inside clauses, such as (a) and (i).

use std::collections::HashSet;

use super::draft::{Draft, Line};
use super::patterns::{Scheme, patterns};
use crate::label::{Label, Style};
use crate::lists::index_or_push;
use crate::text::ends_as_sentence;
use plan::numerals::Numeral;

/// How deep items may be inside of each other.
pub(super) const DEEPEST: usize = 2;

/// The most patterns of one depth.
const MOST: usize = 6;

/// The least rank of divisions whose lists behind a colon are items: sections, articles and smaller ones.
/// In the chapters of a plan such lists are the clauses.
const LEAST_RANK: u8 = 5;

/// Makes items of the lists behind a lead-in, such as “This law applies to:”, in the divisions of a level
/// that are as small as articles, and of lists whose numbers are those of items elsewhere. A kind of
/// number is one of items if most of its lists have a lead-in.
pub(super) fn nest_lists(divisions: &mut [Draft], level: usize) {
    let lines = divisions.iter().flat_map(|draft| &draft.lines);
    let nested = lines.filter(|line| line.depth > 0);
    let nested = nested.filter_map(|line| line.label.as_ref().map(|label| label.style.clone()));
    let nested: HashSet<Style> = nested.collect();
    let is_small = |draft: &Draft| {
        let label = draft.heading.label.as_ref();
        let rank = label.and_then(|label| label.style.rank);
        rank.is_some_and(|rank| rank >= LEAST_RANK)
    };
    let is_own =
        |draft: &&mut Draft| draft.level == level && (is_small(draft) || !nested.is_empty());
    let mut lists: Vec<(Style, usize, usize)> = Vec::new();
    for draft in divisions.iter_mut().filter(is_own) {
        count_lists(&draft.lines, &mut lists);
    }
    let is_small = divisions
        .iter()
        .any(|draft| draft.level == level && is_small(draft));
    let is_item = |label: &Label| {
        let mut lists = lists.iter();
        let own = lists.find(|(style, ..)| style.is_like(&label.style));
        own.is_some_and(|(_, introduced, all)| introduced * 2 > *all)
            && is_usual(&label.style)
            && (is_small || nested.contains(&label.style))
    };
    for draft in divisions.iter_mut().filter(is_own) {
        let (mut has_clause, mut is_open) = (false, false);
        for line in draft.lines.iter_mut().filter(|it| it.attached.is_none()) {
            match &line.label {
                _ if line.depth > 0 => line.depth += usize::from(is_open),
                Some(label) if is_item(label) && has_clause => {
                    line.depth = 1;
                    is_open = true;
                }
                Some(label) if is_item(label) => {
                    let doubt = format!(
                        "{} is an item without a sentence before it; its number is part of the text",
                        label.printed.trim()
                    );
                    line.doubts.push(doubt);
                    line.text = line.whole();
                    line.label = None;
                    has_clause = true;
                }
                _ => (has_clause, is_open) = (true, false),
            }
        }
    }
}

/// Counts the lists of each kind of number: those behind a lead-in, and all. A list has two items or
/// more.
fn count_lists(lines: &[Line], lists: &mut Vec<(Style, usize, usize)>) {
    let mut before: Option<&Line> = None;
    // The last number, and whether its list has a lead-in.
    let mut last: Option<(&Label, bool)> = None;
    for line in lines
        .iter()
        .filter(|it| it.attached.is_none() && it.depth == 0)
    {
        if let Some(label) = &line.label {
            let is_introduced = before.is_some_and(|it| it.label.is_none() && is_lead_in(&it.text));
            let first = last.filter(|(first, _)| {
                let is_second = first.value == Some(1) && !is_introduced;
                is_second && first.style.is_like(&label.style)
            });
            if let Some((first, is_introduced)) = first {
                let is_like = |(style, ..): &(Style, _, _)| style.is_like(&first.style);
                let at = index_or_push(lists, is_like, || (first.style.clone(), 0, 0));
                lists[at].1 += usize::from(is_introduced);
                lists[at].2 += 1;
            }
            last = Some((label, is_introduced));
        }
        before = Some(line);
    }
}

/// Reports whether a text leads to the items that follow.
fn is_lead_in(text: &str) -> bool {
    text.ends_with([':', '：', ',', '，', '—', '–']) || !ends_as_sentence(text)
}

/// Returns the patterns of the numbers of items, for each depth, outermost first.
pub(super) fn forms(divisions: &[Draft]) -> Vec<Vec<String>> {
    // For each kind of number: its labels on each depth.
    let mut styles: Vec<(&Style, [Vec<&Label>; DEEPEST])> = Vec::new();
    for line in divisions.iter().flat_map(|draft| &draft.lines) {
        let Some(label) = line.label.as_ref().filter(|it| is_usual(&it.style)) else {
            continue;
        };
        let Some(depth) = line.depth.checked_sub(1) else {
            continue;
        };
        let is_like = |(style, _): &(&Style, _)| style.is_like(&label.style);
        let at = index_or_push(&mut styles, is_like, || (&label.style, Default::default()));
        styles[at].1[depth.min(DEEPEST - 1)].push(label);
    }
    let mut forms: Vec<Vec<String>> = vec![Vec::new(); DEEPEST];
    for (_, labels) in styles {
        let depth = usize::from(labels[0].len() < labels[1].len());
        let all = labels.iter().flatten().copied();
        for pattern in patterns(all, Scheme::Counted) {
            let is_new = forms
                .iter()
                .flatten()
                .all(|it| half_width(it) != half_width(&pattern));
            if is_new && forms[depth].len() < MOST {
                forms[depth].push(pattern);
            }
        }
    }
    forms.retain(|patterns| !patterns.is_empty());
    forms
}

/// Reports whether items may have such numbers: those without a word, and without the number of a
/// clause in them.
fn is_usual(style: &Style) -> bool {
    style.rank.is_none() && !matches!(style.numeral, Numeral::Composite(_) | Numeral::Word)
}

/// Returns a pattern as the compiler compares it.
fn half_width(pattern: &str) -> String {
    pattern
        .trim()
        .replace('（', "(")
        .replace('）', ")")
        .replace('．', ".")
}
