//! The divisions of an outline and the lines of their clauses, in the order of the text.

use super::fitted::Entry;
use crate::block::Attached;
use crate::label::Label;
use crate::outline::Node;
use crate::rich::{Rich, numbered};
use crate::text;

/// A division.
#[derive(Clone, Debug, Default)]
pub(super) struct Draft {
    /// The index of the division around it.
    pub(super) parent: Option<usize>,
    /// How many divisions are around it.
    pub(super) depth: usize,
    pub(super) level: usize,
    pub(super) heading: Line,
    /// Its number or position as it is in eIds; `None` if it has a name.
    pub(super) token: Option<String>,
    pub(super) name: Option<String>,
    pub(super) lines: Vec<Line>,
}

/// A heading, a clause, or a further paragraph of a clause.
#[derive(Clone, Debug, Default)]
pub(super) struct Line {
    pub(super) label: Option<Label>,
    pub(super) text: Rich,
    /// A table or a quotation, which has no other text.
    pub(super) attached: Option<Attached>,
    /// 0 for a clause, else how deep it is in the clause before it.
    pub(super) depth: usize,
    pub(super) origin: usize,
    pub(super) doubts: Vec<String>,
}

/// The divisions of a document, and the lines before the first one.
#[derive(Debug, Default)]
pub(super) struct Drafts {
    pub(super) before: Vec<Line>,
    pub(super) divisions: Vec<Draft>,
}

impl Line {
    /// Returns the number and the text as one text.
    pub(super) fn whole(&self) -> Rich {
        match &self.label {
            Some(label) => numbered(&label.printed, &self.text),
            None => self.text.clone(),
        }
    }

    /// Reports whether it is a further paragraph of the clause before it, without a number.
    fn is_further(&self) -> bool {
        self.depth > 0 && self.label.is_none() && self.attached.is_none()
    }

    pub(super) fn into_entry(self) -> Entry {
        Entry {
            text: self.whole(),
            attached: self.attached,
            origin: self.origin,
            doubts: self.doubts,
        }
    }

    /// Appends a line of figures.
    pub(super) fn join_figures(&mut self, mut figures: Self) {
        let doubt = "a line of figures; it was joined to the paragraph beside it";
        figures.doubts.push(doubt.to_owned());
        self.join(figures);
    }

    /// Appends another line.
    pub(super) fn join(&mut self, mut other: Self) {
        self.text.push_joined(&other.whole());
        self.doubts.append(&mut other.doubts);
    }
}

/// Returns the divisions of a document.
pub(super) fn drafts(nodes: Vec<Node>) -> Drafts {
    let mut drafts = Drafts::default();
    // Headings alone are the text.
    let has_texts = nodes.iter().any(|node| !node.children.is_empty());
    for node in nodes {
        if node.is_division && has_texts && !node.children.is_empty() {
            drafts.add(node, None, 0);
        } else {
            drafts.add_lines(node);
        }
    }
    drafts
}

/// Makes paragraphs of tables and quotations.
pub(super) fn without_blocks(lines: Vec<Line>) -> Vec<Line> {
    let lines = lines.into_iter().flat_map(|mut line| {
        let Some(attached) = line.attached.take() else {
            return vec![line];
        };
        let name = match attached {
            Attached::Table(_) => "a table",
            Attached::Quotation(_) => "a quotation",
        };
        let doubt = format!("{name} before the first clause; its lines were written as paragraphs");
        line.doubts.push(doubt);
        let texts = attached.lines().into_iter();
        let doubts = std::iter::once(line.doubts).chain(std::iter::repeat(Vec::new()));
        let lines = texts.zip(doubts).map(|(text, doubts)| Line {
            text,
            doubts,
            origin: line.origin,
            ..Line::default()
        });
        lines.collect()
    });
    lines.collect()
}

/// Joins paragraphs of figures alone, such as the numbers of pages, to those beside them. The compiler
/// would read the first one before the divisions as the date of the copy.
pub(super) fn without_figures(lines: Vec<Line>) -> Vec<Line> {
    let mut kept: Vec<Line> = Vec::new();
    for line in lines {
        let is_after_figures = kept.last().is_some_and(is_figures);
        let is_paragraph = line.attached.is_none();
        match kept
            .last_mut()
            .filter(|last| is_paragraph && last.attached.is_none())
        {
            Some(last) if is_after_figures || is_figures(&line) => {
                last.join_figures(line);
            }
            _ => kept.push(line),
        }
    }
    kept
}

/// Reports whether a line has nothing but figures.
pub(super) fn is_figures(line: &Line) -> bool {
    line.attached.is_none() && text::is_figures(&line.whole())
}

impl Drafts {
    /// Returns the first paragraph below a heading.
    pub(super) fn first_paragraph(&mut self) -> Option<&mut Line> {
        let mut lines = self.divisions.iter_mut().flat_map(|draft| &mut draft.lines);
        lines.find(|line| line.attached.is_none())
    }

    fn add(&mut self, node: Node, parent: Option<usize>, depth: usize) {
        let id = self.divisions.len();
        self.divisions.push(Draft {
            parent,
            depth,
            heading: Line {
                label: node.label,
                text: node.text,
                attached: None,
                depth: 0,
                origin: node.origin,
                doubts: node.doubts,
            },
            ..Draft::default()
        });
        for child in node.children {
            if child.is_division && !child.children.is_empty() {
                self.add(child, Some(id), depth + 1);
            } else {
                self.add_lines(child);
            }
        }
    }

    fn add_lines(&mut self, node: Node) {
        let lines = match self.divisions.last_mut() {
            Some(division) => &mut division.lines,
            None => &mut self.before,
        };
        add_lines(node, None, 0, lines);
    }
}

/// Adds a piece with all that it contains. `around` says whether the clause around it has a number;
/// `None` for a clause. Words without a number continue such a clause, or the line before.
fn add_lines(node: Node, around: Option<bool>, depth: usize, lines: &mut Vec<Line>) {
    let mut line = Line {
        label: node.label,
        text: node.text,
        attached: node.attached,
        depth,
        origin: node.origin,
        doubts: node.doubts,
    };
    if node.is_division && !node.is_guess && node.children.is_empty() {
        let doubt = "a heading without a text below it; it was kept as a clause";
        line.doubts.push(doubt.to_owned());
        line.text = line.whole();
        line.label = None;
    }
    let mut children = node.children;
    // A number needs a text.
    if line.text.is_empty() && line.attached.is_none() {
        let has_text = children.first().is_some_and(|first| {
            first.label.is_none() && !first.is_division && first.attached.is_none()
        });
        if has_text {
            let first = children.remove(0);
            line.text = first.text;
            line.doubts.extend(first.doubts);
            children.splice(0..0, first.children);
        } else if let Some(label) = line.label.take() {
            line.text = label.printed.into();
        }
    }
    let has_number = around.unwrap_or(line.label.is_some());
    match lines.last_mut() {
        Some(last) if line.is_further() && !has_number && last.attached.is_none() => {
            last.join(line);
        }
        _ => lines.push(line),
    }
    for child in children {
        add_lines(child, Some(has_number), depth + 1, lines);
    }
}
