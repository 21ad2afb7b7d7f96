//! The numbers of divisions and clauses: as printed where the compiler can read all of a kind,
//! counted otherwise.

use super::draft::{Draft, Piece};
use super::fitted::{Entry, Fitted, Part};
use crate::label::Label;
use crate::text::push_joined;
use plan::numerals::{Numeral, print};

/// The form of numbers that are counted here, with `1` for the numeral.
const COUNTED: [&str; 4] = ["1.", "1.", "(1)", "(1)"];

/// The kinds of numbers in messages.
const NAMES: [&str; 4] = [
    "articles",
    "sections",
    "clauses directly in articles",
    "clauses in sections",
];

/// How the numbers of one kind are written.
enum Scheme {
    /// As they are printed, with this first number.
    Printed(String),
    /// Counted, with this first number.
    Counted(&'static str),
}

impl Scheme {
    fn first(&self) -> String {
        match self {
            Self::Printed(first) => first.clone(),
            Self::Counted(first) => (*first).to_owned(),
        }
    }
}

/// Numbers everything.
pub(super) fn number(preamble: Vec<Entry>, drafts: Vec<Draft>) -> Fitted {
    let sections = || drafts.iter().flat_map(|draft| draft.sections.iter());
    let groups: [Vec<Vec<Option<&Label>>>; 4] = [
        vec![labels_of_divisions(&drafts)],
        drafts
            .iter()
            .map(|draft| labels_of_divisions(&draft.sections))
            .collect(),
        drafts.iter().map(labels_of_clauses).collect(),
        sections().map(labels_of_clauses).collect(),
    ];
    let mut doubts = Vec::new();
    let mut nth = 0;
    let schemes = groups.map(|groups| {
        let (scheme, doubt) = scheme(nth, &groups);
        doubts.extend(doubt);
        nth += 1;
        scheme
    });
    let [articles, sections, in_articles, in_sections] = &schemes;
    let parts = drafts.into_iter().enumerate().map(|(nth, draft)| {
        let inner = draft.sections.clone().into_iter().enumerate();
        let inner =
            inner.map(|(nth, section)| part(section, nth, sections, in_sections, Vec::new()));
        let inner = inner.collect();
        part(draft, nth, articles, in_articles, inner)
    });
    Fitted {
        preamble,
        parts: parts.collect(),
        numbering: schemes.each_ref().map(Scheme::first),
        doubts,
    }
}

fn labels_of_divisions(drafts: &[Draft]) -> Vec<Option<&Label>> {
    let labels = drafts
        .iter()
        .map(|draft| draft.label.as_ref().filter(|_| !draft.heading.is_empty()));
    labels.collect()
}

fn labels_of_clauses(draft: &Draft) -> Vec<Option<&Label>> {
    let pieces = draft.clauses.iter();
    pieces.map(|piece| piece.label.as_ref()).collect()
}

/// Returns how the numbers of a kind are written, and a doubt if printed numbers move into the
/// text.
fn scheme(kind: usize, groups: &[Vec<Option<&Label>>]) -> (Scheme, Option<String>) {
    let counted = Scheme::Counted(COUNTED[kind]);
    let mut labels = groups.iter().flatten().flatten();
    let Some(first) = labels.next() else {
        return (counted, None);
    };
    let is_for_clauses = kind >= 2;
    let all = groups.iter().flatten().count();
    let numbered = groups.iter().flatten().flatten().count();
    let Some(pattern) = pattern(first) else {
        return (
            counted,
            Some(moved(
                kind,
                first,
                "the compiler does not read numbers of this form",
            )),
        );
    };
    if is_for_clauses && numbered * 2 < all || !is_for_clauses && numbered < all {
        return (counted, Some(moved(kind, first, "others have no number")));
    }
    let continues = |group: &Vec<Option<&Label>>| {
        let values = group
            .iter()
            .flatten()
            .map(|label| (label.value, has_pattern(label, first)));
        let mut expected = 1..;
        let follow = values
            .into_iter()
            .all(|(value, is_alike)| is_alike && value == expected.next());
        follow && (group.is_empty() || group.iter().flatten().next().is_some())
    };
    if groups.iter().all(continues) {
        (Scheme::Printed(pattern), None)
    } else {
        let reason = "they do not count from 1 without a gap in each division";
        (counted, Some(moved(kind, first, reason)))
    }
}

fn moved(kind: usize, first: &Label, reason: &str) -> String {
    format!(
        "the numbers of {}, such as “{}”, stand at the beginning of the text, because {reason}; those before them were counted by the importer",
        NAMES[kind], first.printed
    )
}

/// Returns the first number in the form of a label, if the compiler reads such numbers.
fn pattern(label: &Label) -> Option<String> {
    let one = match label.style.numeral {
        Numeral::Arabic => "1",
        Numeral::Han => "一",
        _ => return None,
    };
    let (before, after) = around(label);
    // The first numeral in a pattern is the one that counts.
    if before.contains(['1', '一']) {
        return None;
    }
    let after = if after.is_empty() { " " } else { after };
    Some(format!("{before}{one}{after}"))
}

/// Reports whether a label has the form of the first one, in the letters that the compiler reads.
fn has_pattern(label: &Label, first: &Label) -> bool {
    let value = label.value.unwrap_or_default();
    let fold = |text: &str| {
        text.replace('（', "(")
            .replace('）', ")")
            .replace('．', ".")
            .replace('：', ":")
    };
    let (before, after) = around(label);
    let (first_before, first_after) = around(first);
    label.style == first.style
        && fold(before) == fold(first_before)
        && fold(after) == fold(first_after)
        && label.printed[label.numeral.clone()] == print(label.style.numeral, value)
}

/// Returns what is printed before and after the numeral.
fn around(label: &Label) -> (&str, &str) {
    (
        &label.printed[..label.numeral.start],
        &label.printed[label.numeral.end..],
    )
}

fn part(draft: Draft, nth: usize, own: &Scheme, clauses: &Scheme, sections: Vec<Part>) -> Part {
    let heading = Piece {
        label: draft.label,
        text: draft.heading,
        origin: draft.origin,
        doubts: draft.doubts,
    };
    Part {
        heading: entry(heading, nth, own),
        clauses: entries(draft.clauses, clauses),
        sections,
    }
}

fn entries(pieces: Vec<Piece>, scheme: &Scheme) -> Vec<Entry> {
    let pieces = match scheme {
        Scheme::Printed(_) => joined(pieces),
        Scheme::Counted(_) => pieces,
    };
    let pieces = pieces.into_iter().enumerate();
    pieces
        .map(|(nth, piece)| entry(piece, nth, scheme))
        .collect()
}

fn entry(piece: Piece, nth: usize, scheme: &Scheme) -> Entry {
    let printed = piece.label.as_ref().map(|label| label.printed.clone());
    let (number, text) = match (scheme, printed) {
        (Scheme::Printed(_), Some(printed)) => (printed, piece.text),
        (Scheme::Printed(first), None) => (first.clone(), piece.text),
        (Scheme::Counted(first), _) => (first.replace('1', &(nth + 1).to_string()), piece.whole()),
    };
    Entry {
        number,
        text,
        origin: piece.origin,
        doubts: piece.doubts,
    }
}

/// Joins pieces without a number to the one before, or to the first one with a number.
fn joined(pieces: Vec<Piece>) -> Vec<Piece> {
    let mut joined: Vec<Piece> = Vec::new();
    let mut before: Option<Piece> = None;
    for mut piece in pieces {
        if piece.label.is_none() {
            let last = joined.last_mut();
            match last.or(before.as_mut()) {
                Some(last) => {
                    push_joined(&mut last.text, &piece.text);
                    last.doubts.append(&mut piece.doubts);
                }
                None => before = Some(piece),
            }
            continue;
        }
        if let Some(mut before) = before.take() {
            before.doubts.push("words before the first number of a division; they begin the text of the clause after them".to_owned());
            push_joined(&mut before.text, &piece.text);
            before.doubts.append(&mut piece.doubts);
            piece.text = before.text;
            piece.doubts = before.doubts;
        }
        joined.push(piece);
    }
    joined.extend(before);
    joined
}
