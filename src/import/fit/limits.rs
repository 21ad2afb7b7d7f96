//! Divides long lists.

use super::draft::{Draft, Piece};

/// The longest list. The compiler reads larger numbers: see [`plan::numerals::LARGEST`].
const LARGEST: usize = 99;

/// Divides divisions with too many clauses or sections, and lists of too many divisions.
pub(super) fn divide(drafts: Vec<Draft>) -> Vec<Draft> {
    let drafts: Vec<Draft> = drafts
        .into_iter()
        .map(divide_clauses)
        .flat_map(divide_sections)
        .collect();
    if drafts.len() <= LARGEST {
        return drafts;
    }
    // Too many outermost divisions become sections; their own sections become clauses.
    let sections: Vec<Draft> = drafts.into_iter().flat_map(without_sections).collect();
    if sections.len() > LARGEST * LARGEST {
        // Even more become clauses of one division, which is divided again.
        let mut whole = Draft {
            heading: range(
                sections.first().map(Draft::name),
                sections.last().map(Draft::name),
            ),
            doubts: vec![too_long()],
            ..Draft::default()
        };
        whole.clauses = sections.into_iter().flat_map(as_clauses).collect();
        return divide_sections(divide_clauses(whole));
    }
    let chunks = sections.chunks(LARGEST);
    chunks
        .map(|chunk| Draft {
            heading: range(chunk.first().map(Draft::name), chunk.last().map(Draft::name)),
            origin: chunk.first().map_or(0, |first| first.origin),
            doubts: vec![format!("expected at most {LARGEST} articles; these were joined to one, with a heading that is not in the document")],
            sections: chunk.to_vec(),
            ..Draft::default()
        })
        .collect()
}

/// Returns a division in which no list of clauses is too long.
fn divide_clauses(mut draft: Draft) -> Draft {
    let mut sections = Vec::new();
    if draft.clauses.len() > LARGEST {
        let clauses = std::mem::take(&mut draft.clauses);
        sections.extend(clauses.chunks(LARGEST).map(|chunk| Draft {
            heading: range_of(chunk),
            clauses: chunk.to_vec(),
            origin: chunk.first().map_or(0, |first| first.origin),
            doubts: vec![too_long()],
            ..Draft::default()
        }));
    }
    for section in draft.sections {
        if section.clauses.len() <= LARGEST {
            sections.push(section);
            continue;
        }
        sections.extend(
            section
                .clauses
                .chunks(LARGEST)
                .enumerate()
                .map(|(nth, chunk)| Draft {
                    label: section.label.clone(),
                    heading: format!("{} ({})", section.heading, nth + 1),
                    clauses: chunk.to_vec(),
                    origin: chunk.first().map_or(0, |first| first.origin),
                    doubts: section.doubts.iter().cloned().chain([too_long()]).collect(),
                    ..Draft::default()
                }),
        );
    }
    draft.sections = sections;
    draft
}

/// Returns the parts of a division with too many sections.
fn divide_sections(draft: Draft) -> Vec<Draft> {
    if draft.sections.len() <= LARGEST {
        return vec![draft];
    }
    let chunks = draft.sections.chunks(LARGEST).enumerate();
    let parts = chunks.map(|(nth, chunk)| Draft {
        heading: format!("{} ({})", draft.heading, nth + 1),
        clauses: if nth == 0 {
            draft.clauses.clone()
        } else {
            Vec::new()
        },
        sections: chunk.to_vec(),
        label: draft.label.clone(),
        origin: chunk.first().map_or(0, |first| first.origin),
        doubts: draft.doubts.iter().cloned().chain([too_long()]).collect(),
    });
    parts.collect()
}

/// Returns a division as sections without sections of their own.
fn without_sections(draft: Draft) -> Vec<Draft> {
    let (sections, own) = (
        draft.sections.clone(),
        Draft {
            sections: Vec::new(),
            ..draft
        },
    );
    let own_name = own.name();
    let inner = sections.into_iter().enumerate().map(|(nth, section)| {
        // The heading of a division without clauses of its own begins that of its first section.
        let is_first = nth == 0 && own.clauses.is_empty();
        let heading = if is_first {
            format!("{own_name} — {}", section.name())
        } else {
            section.name()
        };
        Draft {
            label: None,
            heading,
            ..section
        }
    });
    let inner: Vec<Draft> = inner.collect();
    let with_clauses = (!own.clauses.is_empty()).then_some(own);
    with_clauses.into_iter().chain(inner).collect()
}

/// Returns the clauses of a division. Its heading begins the first one.
fn as_clauses(draft: Draft) -> Vec<Piece> {
    let name = draft.name();
    let mut clauses = draft.clauses;
    if let Some(first) = clauses.first_mut() {
        first.text = format!("{name} — {}", first.whole());
        first.label = None;
    }
    clauses
}

impl Draft {
    /// Returns the number and the heading.
    fn name(&self) -> String {
        let own = Piece {
            label: self.label.clone(),
            text: self.heading.clone(),
            ..Piece::default()
        };
        own.whole()
    }
}

fn too_long() -> String {
    format!(
        "expected at most {LARGEST} entries in a list; a longer one was divided, with headings that are not in the document"
    )
}

/// Returns a heading for some clauses: their first and their last number.
fn range_of(pieces: &[Piece]) -> String {
    let number = |piece: &Piece| match &piece.label {
        Some(label) => label.printed.clone(),
        None => crate::text::beginning(&piece.text),
    };
    range(pieces.first().map(number), pieces.last().map(number))
}

fn range(first: Option<String>, last: Option<String>) -> String {
    format!(
        "{} – {}",
        first.unwrap_or_default(),
        last.unwrap_or_default()
    )
}
