//! Validation of a plan that was not compiled here.
//!
//! It checks the invariants on which code that reads a plan relies: every id refers to an item,
//! identifiers are unique, and links lead to the web. It cannot check the text itself.

mod markup;
mod members;

use std::fmt;

use crate::address::is_address;
use crate::column::{Column, ColumnKind};
use crate::document::{Clause, Plan, Source};
use crate::facet::{Evidence, Facet, Overview, RESERVED_KEYS};
use crate::ids::{ClauseId, EId, Id, LevelId};
use crate::level::MOST_LEVELS;
use crate::names::Names;

/// A broken invariant of a plan, and its path.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Flaw {
    at: String,
    expected: String,
    found: String,
}

impl Plan {
    /// Checks every invariant on which code that reads the plan relies.
    ///
    /// # Errors
    /// Returns the first flaw, in the order of the plan's fields.
    pub fn validate(&self) -> Result<(), Flaw> {
        self.check_languages()?;
        self.check_divisions()?;
        self.check_facets()?;
        self.check_overview()?;
        self.check_clauses()?;
        self.check_columns()?;
        self.check_markup()?;
        self.check_source("source", &self.source)?;
        self.check_members()?;
        self.check_folds()
    }

    fn check_languages(&self) -> Result<(), Flaw> {
        ensure(!self.languages.is_empty(), || {
            flaw("languages", "at least one language", &"none")
        })?;
        let tags = self.languages.iter().map(|language| &*language.tag);
        unique("languages", "tag", tags)
    }

    fn check_divisions(&self) -> Result<(), Flaw> {
        let divisions = self.divisions.iter().map(|division| division.eid.as_str());
        let clauses = self.clauses.iter().map(|clause| clause.eid.as_str());
        let mut seen = Names::with_capacity(self.divisions.len() + self.clauses.len());
        for eid in divisions.chain(clauses) {
            ensure(is_eid(eid), || {
                let expected =
                    "an eId of letters, digits, underscores and hyphens, such as art_1__para_3";
                flaw("an eid", expected, &eid)
            })?;
            ensure(seen.insert(eid), || {
                flaw("an eid", "each eId once", &format!("{eid} twice"))
            })?;
        }
        let deepest = self.levels().len();
        // In a collection, a level for the plans is above those of each plan.
        let most = MOST_LEVELS + usize::from(!self.members.is_empty());
        ensure((1..=most).contains(&deepest), || {
            let expected = format!("1 to {most} levels of divisions");
            flaw("levels", &expected, &deepest)
        })?;
        unique(
            "levels",
            "key",
            self.levels().iter().map(|level| &*level.key),
        )?;
        // A parent comes before its child, so that no division contains itself.
        let mut levels: Vec<LevelId> = Vec::new();
        for (id, division) in self.divisions.enumerated() {
            let at = |field: &str| format!("divisions[{id}].{field}");
            let above = division.parent.map(|parent| {
                let level = levels.get(parent.index()).copied();
                level.ok_or_else(|| {
                    flaw(&at("parent"), "the index of a division before it", &parent)
                })
            });
            let next = above.transpose()?.map_or(0, |level| level.index() + 1);
            let level = division.level.unwrap_or(LevelId::new(next));
            ensure((next..deepest).contains(&level.index()), || {
                let expected = format!("a level from {next} to {}", deepest - 1);
                flaw(&at("level"), &expected, &level)
            })?;
            levels.push(level);
        }
        Ok(())
    }

    fn check_facets(&self) -> Result<(), Flaw> {
        unique("facets", "id", self.facets.iter().map(|facet| &*facet.id))?;
        for (id, facet) in self.facets.enumerated() {
            ensure(!RESERVED_KEYS.contains(&&*facet.id), || {
                let expected = format!("none of the reserved keys ({})", RESERVED_KEYS.join(", "));
                flaw(&format!("facets[{id}].id"), &expected, &facet.id)
            })?;
            let ids = facet.values.iter().map(|value| &*value.id);
            unique(&format!("facets[{id}].values"), "id", ids)?;
        }
        Ok(())
    }

    fn check_overview(&self) -> Result<(), Flaw> {
        let Some(Overview { rows, columns }) = self.overview else {
            return Ok(());
        };
        let is_right = rows != columns && self.facets.find(rows.max(columns)).is_some();
        ensure(is_right, || {
            let found = format!("{rows} and {columns}");
            flaw("overview", "the indices of two facets", &found)
        })
    }

    fn check_clauses(&self) -> Result<(), Flaw> {
        // Readers could not tell an empty explorer from a search without results.
        ensure(!self.clauses.is_empty(), || {
            flaw("clauses", "at least one clause", &"none")
        })?;
        // The clause that had each value last. One table for all clauses, so that a clause with very
        // many tags costs no more than its length.
        let values = self
            .facets
            .iter()
            .map(|facet| vec![None; facet.values.len()]);
        let mut last: Vec<Vec<Option<ClauseId>>> = values.collect();
        for (id, clause) in self.clauses.enumerated() {
            ensure(self.divisions.find(clause.division).is_some(), || {
                let at = format!("clauses[{id}].division");
                flaw(&at, "the index of a division", &clause.division)
            })?;
            self.check_tags(id, clause, &mut last)?;
        }
        Ok(())
    }

    fn check_tags(
        &self,
        id: ClauseId,
        clause: &Clause,
        last: &mut [Vec<Option<ClauseId>>],
    ) -> Result<(), Flaw> {
        for (nth, tag) in clause.tags.iter().enumerate() {
            let at = || format!("clauses[{id}].tags[{nth}]");
            let facet = self.facets.find(tag.facet);
            let facet = facet.ok_or_else(|| flaw(&at(), "the index of a facet", &tag.facet))?;
            ensure(facet.values.find(tag.value).is_some(), || {
                let expected = format!("the index of a value of “{}”", facet.id);
                flaw(&at(), &expected, &tag.value)
            })?;
            // A second tag would count its clause twice.
            let before = last[tag.facet.index()][tag.value.index()].replace(id);
            ensure(before != Some(id), || {
                let found = format!("{}={} twice", facet.id, facet.values[tag.value].id);
                flaw(&at(), "each value once", &found)
            })?;
            self.check_evidence(clause, facet, &tag.evidence, at)?;
        }
        Ok(())
    }

    fn check_evidence(
        &self,
        clause: &Clause,
        facet: &Facet,
        evidence: &Evidence,
        at: impl Fn() -> String,
    ) -> Result<(), Flaw> {
        match evidence {
            Evidence::Division(division) => {
                ensure(self.divisions.find(*division).is_some(), || {
                    flaw(&at(), "the index of a division", division)
                })
            }
            Evidence::Reason(reason) => ensure(facet.reasons.find(*reason).is_some(), || {
                flaw(&at(), "the index of a reason", reason)
            }),
            Evidence::Phrases(spans) => {
                let text = clause.text.original().text;
                let mut end = 0;
                for span in spans {
                    let is_right = span.start >= end
                        && text
                            .get(span.start..span.end)
                            .is_some_and(|phrase| !phrase.is_empty());
                    ensure(is_right, || {
                        let expected = "words of the original, from first to last";
                        flaw(&at(), expected, &format!("{} to {}", span.start, span.end))
                    })?;
                    end = span.end;
                }
                Ok(())
            }
        }
    }

    fn check_columns(&self) -> Result<(), Flaw> {
        let columns = self.columns.as_deref().unwrap_or_default();
        unique("columns", "id", columns.iter().map(|column| &*column.id))?;
        for (nth, Column { kind, cells, .. }) in columns.iter().enumerate() {
            let at = || format!("columns[{nth}].cells");
            // Searched by clause, and links must lead to the web.
            let is_sorted = cells.is_sorted_by(|one, next| one.clause < next.clause);
            let is_known = cells
                .last()
                .is_none_or(|cell| self.clauses.find(cell.clause).is_some());
            ensure(is_sorted && is_known, || {
                flaw(&at(), "indices of clauses, ascending, each once", &"others")
            })?;
            let wrong = cells
                .iter()
                .find(|cell| *kind == ColumnKind::Link && !is_address(&cell.value));
            if let Some(cell) = wrong {
                return Err(flaw(
                    &at(),
                    "an address by http, https or mailto",
                    &cell.value,
                ));
            }
        }
        Ok(())
    }

    fn check_source(&self, at: &str, source: &Source) -> Result<(), Flaw> {
        let leads_to_the_web = ["https://", "http://"]
            .iter()
            .any(|scheme| source.url.starts_with(scheme));
        ensure(leads_to_the_web || source.url.is_empty(), || {
            let expected = "an address that begins with https:// or http://, or an empty text";
            flaw(&format!("{at}.url"), expected, &source.url)
        })?;
        let is_known = |eid: &EId| self.clauses.iter().any(|clause| clause.eid == *eid);
        match &source.ends_in {
            Some(eid) if !is_known(eid) => {
                Err(flaw(&format!("{at}.endsIn"), "the eId of a clause", eid))
            }
            _ => Ok(()),
        }
    }

    fn check_folds(&self) -> Result<(), Flaw> {
        let (from, to) = (&self.folds.from, &self.folds.to);
        let (replaced, replacing) = (from.chars().count(), to.chars().count());
        ensure(replaced == replacing, || {
            let expected = format!("as many characters as in folds.from ({replaced})");
            flaw("folds.to", &expected, &replacing)
        })?;
        let is_sorted = from.chars().is_sorted_by(|one, next| one < next);
        ensure(is_sorted, || {
            let expected = "characters sorted by code point, each once";
            flaw("folds.from", expected, &"another order")
        })
    }
}

/// Reports whether a text may be an eId. An eId behind a `#` must also be a CSS selector.
fn is_eid(eid: &str) -> bool {
    eid.starts_with(|c: char| c.is_ascii_alphabetic())
        && eid
            .chars()
            .all(|c| c.is_ascii_alphanumeric() || c == '_' || c == '-')
}

fn unique<'a>(list: &str, key: &str, values: impl Iterator<Item = &'a str>) -> Result<(), Flaw> {
    let values: Vec<&str> = values.collect();
    let mut seen = Names::with_capacity(values.len());
    for (nth, value) in values.into_iter().enumerate() {
        let at = || format!("{list}[{nth}].{key}");
        ensure(!value.is_empty(), || flaw(&at(), "a name", &"nothing"))?;
        ensure(seen.insert(value), || {
            flaw(&at(), "another name than those before it", &value)
        })?;
    }
    Ok(())
}

fn ensure(is_right: bool, flaw: impl FnOnce() -> Flaw) -> Result<(), Flaw> {
    if is_right { Ok(()) } else { Err(flaw()) }
}

fn flaw(at: &str, expected: &str, found: &dyn fmt::Display) -> Flaw {
    Flaw {
        at: at.to_owned(),
        expected: expected.to_owned(),
        found: found.to_string(),
    }
}

impl fmt::Display for Flaw {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            at,
            expected,
            found,
        } = self;
        write!(f, "expected {expected} at {at}, found “{found}”")
    }
}

impl std::error::Error for Flaw {}

#[cfg(test)]
mod tests;
