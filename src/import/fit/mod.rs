//! Fits an outline into the form that the compiler reads: levels of divisions with headings, and
//! clauses, with their numbers as they are printed.
//!
//! 1. `draft` finds the divisions and the lines of their clauses.
//! 2. `levels` gives each division its level. Deeper levels than the compiler reads are folded.
//! 3. `divisions` and `clauses` find the numbers that the compiler reads, and how they are counted:
//!    `patterns` has their forms, `count` follows them as the compiler does. All other numbers are
//!    part of the text.
//! 4. `items` finds the numbered lines inside clauses; `joined` follows them as the compiler does.

mod clauses;
mod count;
mod divisions;
mod draft;
mod fitted;
mod items;
mod joined;
mod levels;
mod names;
mod patterns;
mod slot;

pub(crate) use fitted::{Clauses, Counting, Entry, Fitted, Items, Level, Part, Spot};

use crate::language::Language;
use crate::outline::Node;
use draft::{Draft, Drafts, Line};

/// Fits the outline of a document with this title.
pub(crate) fn fit(nodes: Vec<Node>, title: &str, language: &Language) -> Fitted {
    let mut drafts = draft::drafts(nodes);
    let count = levels::assign(&mut drafts);
    let preamble = draft::without_blocks(preamble(&mut drafts, title));
    let mut preamble = draft::without_figures(preamble);
    if let [figures] = &*preamble
        && draft::is_figures(figures)
        && let Some(first) = drafts.first_paragraph()
    {
        first.join_figures(preamble.remove(0));
    }
    let mut doubts = Vec::new();
    let is_body = drafts.divisions.first().is_some_and(is_body);
    if let Some(body) = drafts.divisions.first_mut().filter(|_| is_body) {
        // Without a heading, nothing but a paragraph begins the clauses.
        let is_paragraph = |line: &Line| line.attached.is_none();
        let start = body.lines.iter().position(is_paragraph);
        let after = body.lines.split_off(start.unwrap_or(body.lines.len()));
        body.lines = draft::without_blocks(std::mem::take(&mut body.lines));
        body.lines.extend(after);
        body.lines = draft::without_figures(std::mem::take(&mut body.lines));
    }
    let levels = if is_body {
        Vec::new()
    } else {
        divisions::number(&mut drafts.divisions, count, language, &mut doubts)
    };
    let stems: Vec<&str> = levels.iter().map(|level| &*level.stem).collect();
    let (clauses, items) =
        clauses::number(&mut drafts.divisions, count.max(1), &stems, &mut doubts);
    let parts = drafts
        .divisions
        .into_iter()
        .map(|draft| part(draft, &levels));
    Fitted {
        divisions: parts.collect(),
        levels,
        clauses,
        items,
        preamble: preamble.into_iter().map(Line::into_entry).collect(),
        doubts,
    }
}

/// Returns the same document without items: their numbers are part of the text.
pub(crate) fn without_items(mut fitted: Fitted) -> Fitted {
    fitted.items = Items::default();
    fitted.allow_free_clauses();
    let doubt =
        "the compiler does not read the items of this document; their numbers are part of the text";
    fitted.doubts.push((Spot::Numbering, doubt.to_owned()));
    fitted
}

/// Returns the same document without any number that the compiler would read: all numbers are part
/// of the text.
pub(crate) fn without_numbers(fitted: Fitted) -> Fitted {
    let levels = fitted.levels.into_iter().map(|level| Level {
        counting: Counting::default(),
        patterns: Vec::new(),
        ..level
    });
    let mut positions = [0; plan::MOST_LEVELS];
    let levels: Vec<Level> = levels.collect();
    let divisions = fitted.divisions.into_iter().map(|part| {
        let own = part.level.min(positions.len() - 1);
        positions[own] += 1;
        positions[own + 1..].fill(0);
        let stem = levels.get(own).map_or("", |level| &*level.stem);
        Part {
            name: None,
            eid: format!("{stem}_{}", positions[own]),
            ..part
        }
    });
    let doubt = "the compiler does not read the numbers of this document; they are part of the text, and eIds have positions in their place";
    Fitted {
        divisions: divisions.collect(),
        clauses: Clauses {
            patterns: vec![vec![String::new()]; levels.len().max(1)],
            ..Clauses::default()
        },
        items: Items::default(),
        levels,
        preamble: fitted.preamble,
        doubts: vec![(Spot::Numbering, doubt.to_owned())],
    }
}

/// Takes the lines before the first division. They are the clauses of a document without divisions;
/// else a preamble, but for numbered clauses, which get a division of their own.
fn preamble(drafts: &mut Drafts, title: &str) -> Vec<Line> {
    let mut before = std::mem::take(&mut drafts.before);
    if drafts.divisions.is_empty() {
        drafts.divisions.push(Draft {
            lines: before,
            ..Draft::default()
        });
        return Vec::new();
    }
    let inside = drafts.divisions.iter().map(|it| it.lines.len()).sum();
    let first = if before.len() > inside {
        Some(0)
    } else {
        let first = before.iter().position(|line| line.label.is_some());
        // A few numbers among many paragraphs are a list inside the preamble.
        let numbered = |from: usize| {
            before[from..]
                .iter()
                .filter(|it| it.label.is_some())
                .count()
        };
        first.filter(|&from| numbered(from) * 2 > before.len() - from)
    };
    let Some(first) = first else {
        return before;
    };
    let lines = before.split_off(first);
    let mut heading = Line {
        text: title.into(),
        origin: lines.first().map_or(0, |line| line.origin),
        ..Line::default()
    };
    heading.doubts.push("clauses before the first heading need a heading of their own; the title was written, as a model for another one".to_owned());
    for draft in &mut drafts.divisions {
        draft.parent = draft.parent.map(|parent| parent + 1);
    }
    let own = Draft {
        heading,
        lines,
        ..Draft::default()
    };
    drafts.divisions.insert(0, own);
    before
}

fn is_body(draft: &Draft) -> bool {
    draft.heading.whole().is_empty()
}

fn part(draft: Draft, levels: &[Level]) -> Part {
    let stem = levels.get(draft.level).map_or("", |level| &*level.stem);
    let eid = match (&draft.name, &draft.token) {
        (Some(name), _) => name.clone(),
        (None, Some(token)) => format!("{stem}_{token}"),
        (None, None) => String::new(),
    };
    Part {
        level: draft.level,
        heading: (!is_body(&draft)).then(|| draft.heading.into_entry()),
        name: draft.name,
        eid,
        clauses: draft.lines.into_iter().map(Line::into_entry).collect(),
    }
}
