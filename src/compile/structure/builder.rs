//! Builds a document from headings and paragraphs, and checks their numbers.

use plan::{CLAUSE_STEM, DivisionId, EId, LEVELS};

use super::document::{ClauseDraft, DivisionDraft, Document};
use crate::diagnostics::Reporter;
use crate::level_names::with_article;
use crate::markdown::Block;
use crate::numbering::full_number::full_number;
use crate::numbering::numerals::LARGEST;
use crate::numbering::pattern::{Label, Pattern};
use crate::plan_toml::language::Numbering;

/// The heading level of the outermost divisions; a title is a heading of level 1.
const OUTERMOST_HEADING: usize = 2;

pub(super) struct Builder<'a> {
    numbering: &'a Numbering,
    document: Document,
    /// The open divisions, outermost first.
    open: Vec<DivisionId>,
    /// The last number read at each level of divisions.
    last_divisions: [usize; LEVELS.len()],
    /// The last number read of a clause.
    last_clause: usize,
    /// Whether a number that could not be read was reported, so that the next one may skip it.
    is_unsure: bool,
}

/// A number at the start of a block, and the text after it.
struct Numbered {
    value: usize,
    printed: String,
    rest: String,
}

impl<'a> Builder<'a> {
    pub(super) fn new(numbering: &'a Numbering) -> Self {
        Self {
            numbering,
            document: Document::default(),
            open: Vec::new(),
            last_divisions: [0; LEVELS.len()],
            last_clause: 0,
            is_unsure: false,
        }
    }

    pub(super) fn finish(self) -> Document {
        self.document
    }

    pub(super) fn add(&mut self, block: &Block, reporter: &mut Reporter<'_>) {
        match (block.heading_level, self.open.last()) {
            (Some(1), None) if self.document.title.is_none() => {
                self.document.title = Some((block.text.clone(), block.location.clone()));
            }
            (Some(heading), _) => match self.depth_of(heading) {
                Some(depth) => self.add_division(block, depth, reporter),
                None => report_unexpected_heading(block, heading, reporter),
            },
            (None, None) => self.add_front_matter(block, reporter),
            (None, Some(&division)) => self.add_clause(block, division, reporter),
        }
    }

    /// Returns how many divisions contain the division of this heading. `None` if it is not a
    /// division's heading, or if a level is missing above it.
    fn depth_of(&self, heading: usize) -> Option<usize> {
        let depth = heading.checked_sub(OUTERMOST_HEADING)?;
        (depth < LEVELS.len() && depth <= self.open.len()).then_some(depth)
    }

    fn add_front_matter(&mut self, block: &Block, reporter: &mut Reporter<'_>) {
        let is_date = block
            .text
            .chars()
            .all(|c| c.is_ascii_digit() || "-: ".contains(c));
        if is_date && self.document.published.is_empty() {
            let day = block.text.split(' ').next().unwrap_or_default();
            if !plan::is_date(day) {
                reporter.report(
                    &block.location,
                    format!("expected the date of the copy, a valid calendar date, found “{day}”"),
                    "write it in figures, such as 2021-12-07 or 2021-12-07 15:19",
                );
            }
            self.document.published.clone_from(&block.text);
        } else {
            self.document
                .preamble
                .push((block.text.clone(), block.location.clone()));
        }
    }

    fn add_division(&mut self, block: &Block, depth: usize, reporter: &mut Reporter<'_>) {
        let pattern = &self.numbering.divisions[depth];
        let last = self.last_divisions[depth];
        let name = LEVELS[depth].name;
        let (value, numbered) = self.number(block, pattern, last, name, reporter);
        if let Some(value) = value {
            self.last_divisions[depth] = value;
            self.last_divisions[depth + 1..].fill(0);
            self.last_clause = 0;
        }
        let Some(numbered) = numbered else {
            return;
        };
        self.open.truncate(depth);
        let parent = self.open.last().copied();
        let id = self.document.divisions.push(DivisionDraft {
            eid: self.eid(parent, LEVELS[depth].stem, numbered.value),
            parent,
            number: numbered.printed,
            heading: numbered.rest,
            location: block.location.clone(),
        });
        self.open.push(id);
    }

    fn add_clause(&mut self, block: &Block, division: DivisionId, reporter: &mut Reporter<'_>) {
        let pattern = &self.numbering.clauses[self.open.len() - 1];
        let (value, numbered) = self.number(block, pattern, self.last_clause, "clause", reporter);
        self.last_clause = value.unwrap_or(self.last_clause);
        let Some(numbered) = numbered else {
            return;
        };
        let divisions = self.open.iter();
        let divisions: Vec<&str> = divisions
            .map(|&id| self.document.divisions[id].number.as_str())
            .collect();
        let number = full_number(&divisions, &numbered.printed);
        let eid = self.eid(Some(division), CLAUSE_STEM, numbered.value);
        self.document.clauses.push(ClauseDraft {
            eid,
            division,
            number,
            text: numbered.rest,
            location: block.location.clone(),
        });
    }

    fn eid(&self, parent: Option<DivisionId>, stem: &str, number: usize) -> EId {
        let own = format!("{stem}_{number}");
        let eid = parent.map_or(own.clone(), |parent| {
            format!("{}__{own}", self.document.divisions[parent].eid)
        });
        EId(eid.into())
    }

    /// Reads the number at the start of a block, and reports a wrong number. Returns the value from
    /// which to continue counting, and the number with its text if the block has both.
    fn number(
        &mut self,
        block: &Block,
        pattern: &Pattern,
        last: usize,
        name: &str,
        reporter: &mut Reporter<'_>,
    ) -> (Option<usize>, Option<Numbered>) {
        let expected = last + 1;
        let (name, wanted) = (with_article(name), pattern.print(expected));
        let mut report = |message: String, hint: String| {
            reporter.report(&block.location, message, hint);
        };
        let numbered = match pattern.read(&block.text) {
            Label::Number {
                value,
                printed,
                rest,
            } => Numbered {
                value,
                printed: printed.to_owned(),
                rest: rest.to_owned(),
            },
            Label::UnknownNumeral { found, rest } => {
                report(
                    format!(
                        "expected the number {wanted} of {name}, found “{found}” in place of the numeral"
                    ),
                    format!(
                        "write a numeral from 1 to {LARGEST} in the form of `numbering` in plan.toml"
                    ),
                );
                Numbered {
                    value: expected,
                    printed: wanted.clone(),
                    rest: rest.to_owned(),
                }
            }
            Label::None => {
                let start: String = block.text.chars().take(12).collect();
                report(
                    format!("expected the number {wanted} of {name}, found “{start}…”"),
                    format!("start it with {wanted}, or join it to the paragraph before"),
                );
                self.is_unsure = true;
                return (None, None);
            }
        };
        let Numbered {
            value,
            printed,
            rest,
        } = &numbered;
        if *value < expected {
            report(
                format!(
                    "expected the number {wanted} of {name}, found {printed} after {}",
                    pattern.print(last)
                ),
                format!("number it {wanted}, or remove it if it is a duplicate"),
            );
        } else if *value > expected + usize::from(self.is_unsure) {
            report(
                format!("expected the number {wanted} of {name}, found {printed}: a gap"),
                format!("number it {wanted}, or restore what is missing before it"),
            );
        }
        self.is_unsure = false;
        if rest.is_empty() {
            report(
                format!("expected a text after the number {printed} of {name}, found none"),
                "write the text on the same line, or remove the number".to_owned(),
            );
            return (Some(*value), None);
        }
        (Some(*value), Some(numbered))
    }
}

fn report_unexpected_heading(block: &Block, heading: usize, reporter: &mut Reporter<'_>) {
    let mut expected = Vec::new();
    for (depth, level) in LEVELS.iter().enumerate() {
        let marks = "#".repeat(OUTERMOST_HEADING + depth);
        let name = with_article(level.name);
        let parent = depth
            .checked_sub(1)
            .map(|depth| with_article(LEVELS[depth].name));
        let within = parent.map_or(String::new(), |parent| format!(" in {parent}"));
        expected.push(format!("{name}{within} (`{marks}`)"));
    }
    let message = format!(
        "expected {}, found a heading of level {heading}",
        expected.join(" or ")
    );
    let innermost = with_article(LEVELS[LEVELS.len() - 1].name);
    let hint =
        format!("use `#` for the title only, skip no level, and write only clauses in {innermost}");
    reporter.report(&block.location, message, hint);
}
