//! The contents of a division: clauses, and the items, tables and quotations that belong to them.

use std::ops::Range;

use plan::{DivisionId, Id};

use super::super::counter::Context;
use super::super::document::ClauseDraft;
use super::super::items::{ItemDraft, ItemStart, Items};
use super::super::report::{report_joined_numbers, report_markup};
use super::super::start::{Numbered, Start, start};
use super::Builder;
use crate::diagnostics::{Location, Reporter};
use crate::levels::with_article;
use crate::markdown::Block;
use crate::numbering::form::Form;
use crate::numbering::full_number::full_number;
use crate::numbering::pattern::Label;
use crate::rich::Rich;

impl Builder<'_> {
    /// Adds a block below a heading: a clause, or a part of the clause before it.
    pub(super) fn add_content(
        &mut self,
        block: &Block,
        division: DivisionId,
        reporter: &mut Reporter<'_>,
    ) {
        let draft = &self.document.divisions[division];
        let form = &self.numbering.clauses[draft.level.index()];
        // In a division without number, the first paragraph says whether clauses have numbers.
        let is_free = draft.token.is_none() && !self.place.has_numbers();
        let form = Form {
            patterns: form.patterns.clone(),
            may_lack: form.may_lack || is_free,
        };
        let is_first = self.place.is_empty();
        if block.is_attached() {
            match self.document.clauses.last_mut().filter(|_| !is_first) {
                Some(clause) => {
                    clause.push_line(block.rich());
                    self.items.interrupt();
                }
                // A table alone is a clause too, if clauses need no numbers.
                None if form.may_lack => {
                    self.add_free_clause(block, division, reporter);
                    self.add_line(&block.rich(), 0..block.text.len(), None);
                }
                None => report_markup(block, reporter),
            }
            return;
        }
        let outer = self.tokens(self.open.len());
        let outer: Vec<&str> = outer.iter().map(String::as_str).collect();
        // The first item (i) after the clause (b) is no ninth clause.
        let (pattern, label) = form.read(&block.text, &outer);
        let (is_numbered, is_next) = match label {
            Label::Number { number, .. } => {
                let base = self.clauses.placed(pattern, number).value.base;
                (true, base == self.clauses.next(pattern))
            }
            _ => (false, false),
        };
        let item = self.items.read(self.levels, &block.text);
        let is_item = |item: &ItemStart| !is_numbered || item.is_next && !is_next;
        match item.filter(|item| !is_first && is_item(item)) {
            Some(item) => {
                self.add_lines(block, 0, Some(&item), reporter);
            }
            None => self.add_clause(block, &form, division, reporter),
        }
    }

    fn add_clause(
        &mut self,
        block: &Block,
        form: &Form,
        division: DivisionId,
        reporter: &mut Reporter<'_>,
    ) {
        let rule = &self.levels.clause;
        let outer = self.tokens(self.open.len());
        let outer: Vec<&str> = outer.iter().map(String::as_str).collect();
        let is_composite = form.patterns.iter().any(|pattern| pattern.outer > 0);
        let context = Context {
            form,
            rule,
            outer: &outer,
            is_follow_on: is_composite && !self.are_right(self.open.len()),
            location: &block.location,
        };
        let mut counter = std::mem::take(&mut self.clauses);
        let start = start(block, &context, &mut counter, reporter);
        let is_further = matches!(start, Start::Free) && self.place.has_numbers();
        self.clauses = counter;
        let items = match start {
            Start::Wrong => Vec::new(),
            Start::Free if is_further => self.add_lines(block, 0, None, reporter),
            Start::Free => {
                self.add_free_clause(block, division, reporter);
                self.add_lines(block, 0, None, reporter)
            }
            Start::Number(one) if one.rest.is_empty() => {
                let name = with_article(&rule.name);
                let printed = one.printed.trim_end();
                let message =
                    format!("expected a text after the number {printed} of {name}, found none");
                let hint = "write the text on the same line, or remove the number";
                reporter.report(&block.location, message, hint);
                Vec::new()
            }
            Start::Number(one) => {
                let offset = block.text.len() - one.rest.len();
                self.add_numbered_clause(block, &one, division, reporter);
                self.add_lines(block, offset, None, reporter)
            }
        };
        report_joined_numbers(block, &context, &self.clauses, &items, reporter);
    }

    /// Adds a clause that is counted by its position. Its text is added behind it.
    fn add_free_clause(
        &mut self,
        block: &Block,
        division: DivisionId,
        reporter: &mut Reporter<'_>,
    ) {
        let position = self.clauses.next_position();
        let own = format!("{}_{position}", self.levels.clause.stem);
        let number = self.document.number_in(&self.open, "");
        self.push_clause(
            &own,
            number,
            division,
            &block.location,
            Some(&block.location),
            reporter,
        );
        let last = self.document.clauses.ids().next_back();
        if let Some(id) = last {
            self.place.add_free(id);
        }
    }

    fn add_numbered_clause(
        &mut self,
        block: &Block,
        one: &Numbered,
        division: DivisionId,
        reporter: &mut Reporter<'_>,
    ) {
        let rule = &self.levels.clause;
        let number = if one.is_complete || rule.runs_through {
            full_number(&[], &one.printed)
        } else {
            self.document.number_in(&self.open, &one.printed)
        };
        let own = format!("{}_{}", rule.stem, one.number.token);
        self.place.add_numbered(&mut self.document, &mut self.eids);
        let unique_at = (!one.is_reported).then_some(&block.location);
        self.push_clause(&own, number, division, &block.location, unique_at, reporter);
    }

    fn push_clause(
        &mut self,
        own: &str,
        number: String,
        division: DivisionId,
        location: &Location,
        unique_at: Option<&Location>,
        reporter: &mut Reporter<'_>,
    ) {
        let (eid, _) = self.eid(Some(division), own, unique_at, reporter);
        self.items = Items::default();
        self.document.clauses.push(ClauseDraft {
            eid,
            division,
            number,
            text: String::new(),
            parts: Vec::new(),
            items: Vec::new(),
            location: location.clone(),
        });
    }

    /// Adds a paragraph from `offset` on to the last clause. Lines that begin with the number of an item
    /// are items; so is the first line if `first` is its number. Returns where items begin in the
    /// paragraph.
    fn add_lines(
        &mut self,
        block: &Block,
        offset: usize,
        first: Option<&ItemStart>,
        reporter: &mut Reporter<'_>,
    ) -> Vec<usize> {
        let whole = block.rich();
        let levels = self.levels;
        let mut starts = Vec::new();
        let mut start = offset;
        let mut item = first.map(|it| self.items.add(it, levels, &block.location, reporter));
        for (at, location) in block.wraps.iter().filter(|(at, _)| *at >= offset) {
            // Each item decides which number the next one has.
            let Some(next) = self.items.read(levels, &block.text[*at..]) else {
                continue;
            };
            self.add_line(&whole, start..*at, item);
            item = Some(self.items.add(&next, levels, location, reporter));
            starts.push(*at);
            start = *at;
        }
        self.add_line(&whole, start..whole.text.len(), item);
        starts
    }

    /// Adds a line to the last clause, which may be an item.
    fn add_line(&mut self, whole: &Rich, range: Range<usize>, item: Option<ItemDraft>) {
        let length = whole.text[range.clone()].trim_end().len();
        let line = whole.slice(range.start..range.start + length);
        let Some(clause) = self.document.clauses.last_mut().filter(|_| length > 0) else {
            return;
        };
        let start = clause.push_line(line);
        if item.is_none() {
            self.items.interrupt();
        }
        clause.items.extend(item.map(|item| ItemDraft {
            start,
            end: start + length,
            ..item
        }));
    }
}
