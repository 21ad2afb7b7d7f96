//! Builds a document from headings and paragraphs, and checks their numbers.

mod contents;
mod open;

use std::collections::BTreeSet;

use plan::{DivisionId, EId, Id, LevelId};

use super::counter::{Context, Counter};
use super::document::{DivisionDraft, Document};
use super::items::Items;
use super::place::Place;
use super::report::{
    OUTERMOST_HEADING, report_lost_heading, report_markup, report_unexpected_heading,
};
use super::start::{Start, start};
use crate::diagnostics::{Location, Reporter};
use crate::levels::Levels;
use crate::markdown::Block;
use crate::numbering::pattern::Label;
use crate::plan_toml::numbering::Numbering;

pub(super) struct Builder<'a> {
    numbering: &'a Numbering,
    levels: &'a Levels,
    document: Document,
    /// The open divisions, outermost first.
    open: Vec<DivisionId>,
    /// The numbers so far of each level of divisions.
    divisions: Vec<Counter>,
    /// The numbers so far of clauses.
    clauses: Counter,
    /// The clauses of the innermost open division.
    place: Place,
    /// The items of the last clause.
    items: Items,
    eids: BTreeSet<String>,
}

impl<'a> Builder<'a> {
    pub(super) fn new(numbering: &'a Numbering, levels: &'a Levels) -> Self {
        let document = Document {
            levels: levels.clone(),
            ..Document::default()
        };
        Self {
            numbering,
            levels,
            document,
            open: Vec::new(),
            divisions: levels
                .divisions
                .iter()
                .map(|_| Counter::default())
                .collect(),
            clauses: Counter::default(),
            place: Place::default(),
            items: Items::default(),
            eids: BTreeSet::new(),
        }
    }

    pub(super) fn finish(mut self, reporter: &mut Reporter<'_>) -> Document {
        if self.document.divisions.is_empty() {
            self.add_body(reporter);
        }
        self.place.close(&mut self.document);
        for block in &self.document.preamble {
            report_markup(block, reporter);
        }
        self.document
    }

    pub(super) fn add(&mut self, block: &Block, reporter: &mut Reporter<'_>) {
        if block.heading_level.is_some() {
            report_markup(block, reporter);
        }
        match (block.heading_level, self.open.last()) {
            (Some(1), None) if self.document.title.is_none() => {
                self.document.title = Some((block.text.clone(), block.location.clone()));
            }
            (Some(heading), _) => match heading.checked_sub(OUTERMOST_HEADING) {
                Some(level) if level < self.levels.divisions.len() => {
                    self.add_division(block, LevelId::new(level), true, reporter);
                }
                _ => {
                    report_unexpected_heading(self.levels, block, heading, reporter);
                    let innermost = self.levels.divisions.len() - 1;
                    let usual = heading.saturating_sub(OUTERMOST_HEADING).min(innermost);
                    let level = self.level_of(block).unwrap_or(LevelId::new(usual));
                    self.add_division(block, level, false, reporter);
                }
            },
            (None, None) => self.document.add_front_matter(block, reporter),
            // A cell may begin like a heading.
            (None, Some(&division)) if block.is_attached() => {
                self.add_content(block, division, reporter);
            }
            (None, Some(&division)) => match self.level_of(block) {
                Some(level) if !self.is_clause(block, division) => {
                    let rule = &self.levels.divisions[level.index()];
                    report_lost_heading(block, rule, level, reporter);
                    self.add_division(block, level, false, reporter);
                }
                _ => self.add_content(block, division, reporter),
            },
        }
    }

    /// Makes a division of a document without headings: the paragraphs from the first one that may
    /// be a clause.
    fn add_body(&mut self, reporter: &mut Reporter<'_>) {
        let Some(form) = self.numbering.clauses.first() else {
            return;
        };
        let is_clause = |block: &Block| {
            let (_, label) = form.read(&block.text, &[]);
            !block.is_attached() && form.may_lack || matches!(label, Label::Number { .. })
        };
        let Some(first) = self.document.preamble.iter().position(is_clause) else {
            return;
        };
        let blocks = self.document.preamble.split_off(first);
        let id = self.document.divisions.push(DivisionDraft {
            eid: EId("body".into()),
            parent: None,
            level: LevelId::new(0),
            token: None,
            number: String::new(),
            heading: String::new(),
            is_complete: false,
            is_right: true,
            location: blocks[0].location.clone(),
        });
        self.open.push(id);
        for block in &blocks {
            self.add_content(block, id, reporter);
        }
    }

    /// Opens a division. `is_right` says whether its heading has no problem so far.
    fn add_division(
        &mut self,
        block: &Block,
        level: LevelId,
        is_right: bool,
        reporter: &mut Reporter<'_>,
    ) {
        let rule = &self.levels.divisions[level.index()];
        let depth = self.depth(level);
        let outer = self.tokens(depth);
        let outer: Vec<&str> = outer.iter().map(String::as_str).collect();
        let context = Context {
            form: &self.numbering.divisions[level.index()],
            rule,
            outer: &outer,
            is_follow_on: !is_right || !self.are_right(depth),
            location: &block.location,
        };
        let mut counter = std::mem::take(&mut self.divisions[level.index()]);
        let start = if block.name.is_some() {
            Start::Free
        } else {
            start(block, &context, &mut counter, reporter)
        };
        let position =
            matches!(start, Start::Free if block.name.is_none()).then(|| counter.next_position());
        self.divisions[level.index()] = counter;
        let (own, numbered) = match start {
            Start::Wrong => return,
            Start::Number(numbered) => (
                [&*rule.stem, "_", &numbered.number.token].concat(),
                Some(numbered),
            ),
            Start::Free => (
                match (&block.name, position) {
                    (Some(name), _) => name.clone(),
                    (None, position) => format!("{}_{}", rule.stem, position.unwrap_or(1)),
                },
                None,
            ),
        };
        self.place.close(&mut self.document);
        self.restart_below(level);
        self.open.truncate(depth);
        let parent = self.open.last().copied();
        let is_reported = numbered.as_ref().is_some_and(|one| one.is_reported);
        let is_right = is_right && !is_reported;
        let location = is_right.then_some(&block.location);
        let (eid, is_new) = self.eid(parent, &own, location, reporter);
        let is_right = is_right && is_new;
        let is_complete = numbered.as_ref().is_none_or(|one| one.is_complete);
        let token = numbered.as_ref().map(|one| one.number.token.clone());
        let token = token.or(position.map(|position| position.to_string()));
        let (number, heading) = match numbered {
            Some(numbered) => (numbered.printed, numbered.rest),
            None => (String::new(), block.text.clone()),
        };
        let id = self.document.divisions.push(DivisionDraft {
            eid,
            parent,
            level,
            token,
            number,
            heading,
            is_complete,
            is_right,
            location: block.location.clone(),
        });
        self.open.push(id);
    }

    /// Lets the numbers below a new division start again, unless they run through.
    fn restart_below(&mut self, level: LevelId) {
        let rules = self.levels.divisions.iter().zip(&mut self.divisions);
        for (rule, counter) in rules.skip(level.index() + 1) {
            if !rule.runs_through {
                *counter = Counter::default();
            }
        }
        if !self.levels.clause.runs_through {
            self.clauses = Counter::default();
        }
    }

    /// Returns an eId, and whether it is new. Reports one that is known, unless its number was reported: then there is no
    /// location. Below a wrong heading, eIds are not compared.
    fn eid(
        &mut self,
        parent: Option<DivisionId>,
        own: &str,
        location: Option<&Location>,
        reporter: &mut Reporter<'_>,
    ) -> (EId, bool) {
        let location = location.filter(|_| self.are_right(self.open.len()));
        let parent = parent.map(|parent| self.document.divisions[parent].eid.as_str());
        let eid = match parent {
            // The body of a document without headings is no part of its clauses' eIds.
            None | Some("body") => own.to_owned(),
            Some(parent) => [parent, "__", own].concat(),
        };
        let is_known = location.is_some() && !self.eids.insert(eid.clone());
        if let (Some(location), true) = (location, is_known) {
            let message = format!("expected each eId once, found {eid} again");
            let hint = "give it another number, or another name in `{#…}`";
            reporter.report(location, message, hint);
        }
        (EId(eid.into()), !is_known)
    }
}
