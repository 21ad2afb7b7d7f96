//! The levels of a document: divisions whose numbers have one form are on one level.

use std::collections::{BTreeMap, BTreeSet};

use super::draft::{Draft, Drafts, Line};
use crate::rich::Rich;
use plan::MOST_LEVELS;

/// The divisions that are on one level.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Kind {
    /// Numbers of this form.
    Form(String),
    /// Divisions without number that are in so many others.
    Depth(usize),
}

/// Gives each division its level. Divisions below the deepest level that the compiler reads become
/// lines. Returns how many levels there are.
pub(super) fn assign(drafts: &mut Drafts) -> usize {
    let kinds = kinds(&drafts.divisions);
    let level_of = levels(&drafts.divisions, &kinds);
    let used: BTreeSet<usize> = match &level_of {
        Some(level_of) => level_of.values().copied().collect(),
        None => drafts.divisions.iter().map(|it| it.depth).collect(),
    };
    for (draft, kind) in drafts.divisions.iter_mut().zip(&kinds) {
        let level = level_of.as_ref().and_then(|level_of| level_of.get(kind));
        let level = level.copied().unwrap_or(draft.depth);
        draft.level = used.range(..level).count();
    }
    fold_deepest(drafts);
    set_parents(&mut drafts.divisions);
    used.len().min(MOST_LEVELS)
}

/// Finds the division around each one as the compiler does: the last one of an outer level.
fn set_parents(divisions: &mut [Draft]) {
    let mut open: Vec<(usize, usize)> = Vec::new();
    for (at, draft) in divisions.iter_mut().enumerate() {
        open.retain(|(level, _)| *level < draft.level);
        let parent = open.last().map(|(_, parent)| *parent);
        if parent != draft.parent {
            draft.parent = parent;
            let doubt = "a heading after divisions of an outer level; it belongs to the last one of them, because headings like it are on an inner level elsewhere";
            draft.heading.doubts.push(doubt.to_owned());
        }
        open.push((draft.level, at));
    }
}

/// Returns the kind of each division. One without number is of the kind of its siblings.
fn kinds(divisions: &[Draft]) -> Vec<Kind> {
    let form = |draft: &Draft| {
        let label = draft.heading.label.as_ref()?;
        let style = &label.style;
        // A word alone, such as Annex, is no kind of number.
        let numeral = match (style.rank, label.numeral.is_empty()) {
            (Some(_), true) => return None,
            (Some(_), false) => String::new(),
            (None, _) => format!(" {:?}", style.numeral),
        };
        Some(Kind::Form(style.form.clone() + &numeral))
    };
    // The last kind of the siblings, by the division around them; from both ends.
    let mut found: Vec<Option<Kind>> = divisions.iter().map(form).collect();
    let mut fill = |order: &mut dyn Iterator<Item = usize>| {
        let mut last: BTreeMap<Option<usize>, Kind> = BTreeMap::new();
        for at in order {
            let parent = divisions[at].parent;
            match &found[at] {
                Some(kind) => {
                    last.insert(parent, kind.clone());
                }
                None => found[at] = last.get(&parent).cloned(),
            }
        }
    };
    fill(&mut (0..divisions.len()));
    fill(&mut (0..divisions.len()).rev());
    let all = found.into_iter().zip(divisions);
    all.map(|(kind, draft)| kind.unwrap_or(Kind::Depth(draft.depth)))
        .collect()
}

/// Returns the level of each kind: below every kind that contains it. `None` if a kind contains
/// itself.
fn levels(divisions: &[Draft], kinds: &[Kind]) -> Option<BTreeMap<Kind, usize>> {
    let pairs: BTreeSet<(&Kind, &Kind)> = divisions
        .iter()
        .zip(kinds)
        .filter_map(|(draft, kind)| Some((&kinds[draft.parent?], kind)))
        .collect();
    let mut levels: BTreeMap<Kind, usize> = kinds.iter().map(|kind| (kind.clone(), 0)).collect();
    // Each round is right for the kinds that are in one more than before.
    for _ in 0..=levels.len() {
        let mut is_changed = false;
        for (outer, inner) in &pairs {
            let least = levels[*outer] + 1;
            if let Some(level) = levels.get_mut(*inner).filter(|level| **level < least) {
                *level = least;
                is_changed = true;
            }
        }
        if !is_changed {
            return Some(levels);
        }
    }
    None
}

/// Makes lines of divisions that are too deep. Their headings begin the clauses below them.
fn fold_deepest(drafts: &mut Drafts) {
    if drafts.divisions.iter().all(|it| it.level < MOST_LEVELS) {
        return;
    }
    let mut kept: Vec<Draft> = Vec::new();
    // The new index of each division, and the heading that begins the next line.
    let mut indices = Vec::new();
    for mut draft in std::mem::take(&mut drafts.divisions) {
        draft.parent = draft.parent.map(|parent| indices[parent]);
        if draft.level < MOST_LEVELS {
            indices.push(kept.len());
            kept.push(draft);
            continue;
        }
        let outer = draft.parent.unwrap_or_default();
        indices.push(outer);
        if let Some(outer) = kept.last_mut() {
            outer.lines.extend(folded(draft));
        }
    }
    drafts.divisions = kept;
}

fn folded(draft: Draft) -> Vec<Line> {
    let mut lines = draft.lines;
    let heading = draft.heading;
    let doubt = format!(
        "the heading “{}” is below the deepest of the {MOST_LEVELS} levels that the compiler reads; it begins the clause below it",
        &*heading.whole()
    );
    let mut whole = Line {
        text: heading.whole(),
        label: None,
        ..heading
    };
    whole.doubts.push(doubt);
    if lines.first().is_some_and(|first| first.attached.is_none()) {
        whole.text.push_joined(&Rich::from("—"));
        whole.join(lines.remove(0));
    }
    lines.insert(0, whole);
    lines
}
