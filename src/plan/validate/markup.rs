//! The check of the structure of texts.

use super::{Flaw, ensure, flaw};
use crate::address::is_address;
use crate::document::Plan;
use crate::localized::InLanguage;
use crate::markup::{Markup, Note, Part, PartKind};
use crate::names::Names;

impl Plan {
    /// Checks that markup is sorted, that its parts are inside of each other and of the text, that links lead to the
    /// web, and that items have eIds of their own.
    pub(super) fn check_markup(&self) -> Result<(), Flaw> {
        let Some(all) = self.markup.as_deref() else {
            return Ok(());
        };
        let items = || all.iter().flat_map(|one| &one.parts).filter_map(Part::item);
        let divisions = self.divisions.iter().map(|division| division.eid.as_str());
        let clauses = self.clauses.iter().map(|clause| clause.eid.as_str());
        let known: Vec<&str> = divisions.chain(clauses).collect();
        let mut known_eids = Names::with_capacity(known.len() + items().count());
        for eid in known {
            known_eids.insert(eid);
        }
        let mut before: Option<&Markup> = None;
        for (nth, one) in all.iter().enumerate() {
            let at = format!("markup[{nth}]");
            let text = self.clauses.find(one.clause).and_then(|clause| {
                let mut texts = clause.text.iter();
                texts.find(|text| *text.tag == *one.language)
            });
            let Some(InLanguage { text, .. }) = text else {
                let found = format!("{} in “{}”", one.clause, one.language);
                return Err(flaw(&at, "a clause with a text in this language", &found));
            };
            let follows = before.filter(|before| before.clause == one.clause);
            ensure(before.is_none_or(|it| it.clause <= one.clause), || {
                flaw(&at, "clauses in ascending order", &one.clause)
            })?;
            ensure(follows.is_none_or(|it| it.language != one.language), || {
                flaw(&at, "each language of a clause once", &one.language)
            })?;
            check_parts(text, &one.parts, &one.notes, &at)?;
            let eid = self.clauses[one.clause].eid.as_str();
            for item in one.parts.iter().filter(|part| part.kind == PartKind::Item) {
                check_item(item, eid, &at)?;
                // Every language has the same items.
                let is_first =
                    follows.is_none() && !known_eids.insert(item.item().unwrap_or_default());
                ensure(!is_first, || {
                    flaw(&at, "each eId once", &item.item().unwrap_or_default())
                })?;
            }
            for (nth, note) in one.notes.iter().enumerate() {
                check_parts(&note.text, &note.parts, &[], &format!("{at}.notes[{nth}]"))?;
            }
            before = Some(one);
        }
        Ok(())
    }
}

/// How many parts may be inside of each other. Code that walks through them is recursive.
const DEEPEST: usize = 16;

fn check_item(item: &Part, clause: &str, at: &str) -> Result<(), Flaw> {
    let eid = item.item().unwrap_or_default();
    let own = eid
        .strip_prefix(clause)
        .and_then(|own| own.strip_prefix("__"));
    ensure(own.is_some() && super::is_eid(eid), || {
        let expected = format!("an eId of an item that begins with {clause}__");
        flaw(at, &expected, &eid)
    })
}

/// Only references to notes and cells may have no words, and references have none.
fn is_right_length(
    Part {
        kind, start, end, ..
    }: &Part,
) -> bool {
    match kind {
        PartKind::Note => start == end,
        PartKind::Heading | PartKind::Cell => true,
        _ => start < end,
    }
}

fn check_parts(text: &str, parts: &[Part], notes: &[Note], at: &str) -> Result<(), Flaw> {
    let mut open: Vec<&Part> = Vec::new();
    let mut last = 0;
    for (nth, part) in parts.iter().enumerate() {
        let at = format!("{at}.parts[{nth}]");
        open.retain(|outer| {
            outer.end > part.start || outer.end == text.len() && part.start == part.end
        });
        let is_right = part.start >= last
            && text.get(part.start..part.end).is_some()
            && is_right_length(part)
            && open.iter().all(|outer| outer.end >= part.end)
            && open.len() < DEEPEST;
        ensure(is_right, || {
            let expected = "words of the text, in order, each part inside the one around it";
            flaw(&at, expected, &format!("{} to {}", part.start, part.end))
        })?;
        let target = &*part.target;
        let (is_right, expected) = match part.kind {
            PartKind::Link => (is_address(target), "an address by http, https or mailto"),
            PartKind::Note => (
                notes.iter().any(|note| note.mark == target),
                "the mark of a note",
            ),
            _ => (true, ""),
        };
        ensure(is_right, || flaw(&at, expected, &target))?;
        last = part.start;
        open.push(part);
    }
    Ok(())
}
