//! Whether a plan holds together that was not compiled here but read from a file of somebody else's.
//!
//! It looks for what its readers rely on: that every place which is referred to exists, that what
//! tells things apart is unique, and that an address leads to the web. Whether the text is right
//! it cannot know.

use std::collections::BTreeSet;
use std::fmt;

use super::{Clause, Evidence, Facet, Overview, Plan, RESERVED_KEYS};

/// What is wrong with a plan, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Flaw {
    at: String,
    expected: String,
    found: String,
}

impl Plan {
    /// Makes sure that nothing which reads the plan can fail.
    ///
    /// # Errors
    /// The first flaw found, in the order of the plan's fields.
    pub fn validate(&self) -> Result<(), Flaw> {
        self.check_languages()?;
        self.check_divisions()?;
        self.check_facets()?;
        self.check_overview()?;
        self.check_clauses()?;
        self.check_source()?;
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
        let mut seen = BTreeSet::new();
        for eid in divisions.chain(clauses) {
            ensure(is_eid(eid), || {
                let expected = "an eId of letters, digits and underscores, such as art_1__para_3";
                flaw("an eid", expected, &eid)
            })?;
            ensure(seen.insert(eid), || {
                flaw("an eid", "each eId once", &format!("{eid} twice"))
            })?;
        }
        for (place, division) in self.divisions.iter().enumerate() {
            let Some(parent) = division.parent else {
                continue;
            };
            // A parent without one of its own: a plan has articles and sections, and no deeper.
            let is_article = parent < place && self.divisions[parent].parent.is_none();
            ensure(is_article, || {
                let at = format!("divisions[{place}].parent");
                flaw(&at, "the place of an article before it", &parent)
            })?;
        }
        Ok(())
    }

    fn check_facets(&self) -> Result<(), Flaw> {
        unique("facets", "id", self.facets.iter().map(|facet| &*facet.id))?;
        for (place, facet) in self.facets.iter().enumerate() {
            ensure(!RESERVED_KEYS.contains(&&*facet.id), || {
                let expected = format!("none of a view's own keys ({})", RESERVED_KEYS.join(", "));
                flaw(&format!("facets[{place}].id"), &expected, &facet.id)
            })?;
            let ids = facet.values.iter().map(|value| &*value.id);
            unique(&format!("facets[{place}].values"), "id", ids)?;
        }
        Ok(())
    }

    fn check_overview(&self) -> Result<(), Flaw> {
        let Some(Overview { rows, columns }) = self.overview else {
            return Ok(());
        };
        let is_right = rows != columns && rows.max(columns) < self.facets.len();
        ensure(is_right, || {
            let found = format!("{rows} and {columns}");
            flaw("overview", "the places of two facets", &found)
        })
    }

    fn check_clauses(&self) -> Result<(), Flaw> {
        for (place, clause) in self.clauses.iter().enumerate() {
            ensure(clause.division < self.divisions.len(), || {
                let at = format!("clauses[{place}].division");
                flaw(&at, "the place of a division", &clause.division)
            })?;
            for (nth, tag) in clause.tags.iter().enumerate() {
                let at = || format!("clauses[{place}].tags[{nth}]");
                let facet = self.facets.get(tag.facet);
                let facet = facet.ok_or_else(|| flaw(&at(), "the place of a facet", &tag.facet))?;
                ensure(tag.value < facet.values.len(), || {
                    flaw(
                        &at(),
                        &format!("the place of a value of “{}”", facet.id),
                        &tag.value,
                    )
                })?;
                self.check_evidence(clause, facet, &tag.evidence, at)?;
            }
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
            Evidence::Division(division) => ensure(*division < self.divisions.len(), || {
                flaw(&at(), "the place of a division", division)
            }),
            Evidence::Reason(reason) => ensure(*reason < facet.reasons.len(), || {
                flaw(&at(), "the place of a reason", reason)
            }),
            Evidence::Phrases(spans) => {
                let text = clause.text.nearest("").1;
                let mut end = 0;
                for span in spans.iter() {
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

    fn check_source(&self) -> Result<(), Flaw> {
        let source = &self.source;
        let leads_to_the_web = ["https://", "http://"]
            .iter()
            .any(|scheme| source.url.starts_with(scheme));
        ensure(leads_to_the_web, || {
            let expected = "an address that begins with https:// or http://";
            flaw("source.url", expected, &source.url)
        })?;
        let is_known = |eid: &super::EId| self.clauses.iter().any(|clause| clause.eid == *eid);
        match &source.ends_in {
            Some(eid) if !is_known(eid) => Err(flaw("source.endsIn", "the eId of a clause", eid)),
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

/// An eId is also a CSS selector as it is, behind a `#`.
fn is_eid(eid: &str) -> bool {
    eid.starts_with(|c: char| c.is_ascii_alphabetic())
        && eid.chars().all(|c| c.is_ascii_alphanumeric() || c == '_')
}

fn unique<'a>(list: &str, key: &str, values: impl Iterator<Item = &'a str>) -> Result<(), Flaw> {
    let mut seen = BTreeSet::new();
    for (place, value) in values.enumerate() {
        let at = || format!("{list}[{place}].{key}");
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
mod tests {
    use serde_json::{Value, json};

    use super::Plan;
    use crate::baked::plan;

    /// The plan as JSON with one place changed, read again.
    fn with(pointer: &str, value: Value) -> Plan {
        let mut json = serde_json::to_value(plan()).expect("a plan is JSON");
        *json.pointer_mut(pointer).expect("the plan has this place") = value;
        serde_json::from_value(json).expect("it still has a plan's shape")
    }

    #[test]
    fn a_plan_survives_being_json() {
        let plan = plan();
        plan.validate().expect("what was compiled holds together");
        let json = serde_json::to_string(&plan).expect("a plan is JSON");
        assert_eq!(
            serde_json::from_str::<Plan>(&json).expect("it can be read"),
            plan
        );
    }

    #[test]
    #[expect(clippy::too_many_lines, reason = "one table of all that is checked")]
    fn what_would_make_a_reader_fail_is_found() {
        let cases = [
            (
                "/languages",
                json!([]),
                "at least one language at languages, found “none”",
            ),
            (
                "/languages/1/tag",
                json!("zh"),
                "another name than those before it at languages[1].tag, found “zh”",
            ),
            (
                "/divisions/0/eid",
                json!("a b"),
                "an eId of letters, digits and underscores, such as art_1__para_3 at an eid, found “a b”",
            ),
            (
                "/clauses/1/eid",
                json!("art_1__para_1"),
                "each eId once at an eid, found “art_1__para_1 twice”",
            ),
            (
                "/divisions/3/parent",
                json!(3),
                "the place of an article before it at divisions[3].parent, found “3”",
            ),
            (
                "/facets/0/id",
                json!("clause"),
                "none of a view's own keys (q, lang, compare, clause, pin) at facets[0].id, found “clause”",
            ),
            (
                "/facets/0/values/2/id",
                json!(""),
                "a name at facets[0].values[2].id, found “nothing”",
            ),
            (
                "/clauses/7/division",
                json!(900),
                "the place of a division at clauses[7].division, found “900”",
            ),
            (
                "/clauses/7/tags/0/facet",
                json!(9),
                "the place of a facet at clauses[7].tags[0], found “9”",
            ),
            (
                "/clauses/7/tags/0/value",
                json!(99),
                "the place of a value of “sector” at clauses[7].tags[0], found “99”",
            ),
            (
                "/overview/rows",
                json!(1),
                "the places of two facets at overview, found “1 and 1”",
            ),
            (
                "/clauses/0/tags/0/evidence/division",
                json!(99),
                "the place of a division at clauses[0].tags[0], found “99”",
            ),
            (
                "/clauses/0/tags/1/evidence",
                json!({ "reason": 9 }),
                "the place of a reason at clauses[0].tags[1], found “9”",
            ),
            (
                "/clauses/0/tags/1/evidence/phrases/1/start",
                json!(1),
                "words of the original, from first to last at clauses[0].tags[1], found “1 to",
            ),
            (
                "/clauses/0/tags/1/evidence/phrases/2/end",
                json!(1000),
                "words of the original, from first to last at clauses[0].tags[1], found “",
            ),
            (
                "/source/url",
                json!("javascript:alert(1)"),
                "an address that begins with https:// or http:// at source.url, found “javascript:alert(1)”",
            ),
            (
                "/source/endsIn",
                json!("art_9"),
                "the eId of a clause at source.endsIn, found “art_9”",
            ),
            (
                "/folds/to",
                json!("a"),
                "as many characters as in folds.from",
            ),
        ];
        for (pointer, value, message) in cases {
            let flaw = with(pointer, value).validate().expect_err(pointer);
            let flaw = flaw.to_string();
            assert!(
                flaw.starts_with(&format!("expected {message}")),
                "{pointer}: {flaw}"
            );
        }
        let folds = json!({ "from": "ba", "to": "ab" });
        assert!(with("/folds", folds).validate().is_err(), "unsorted folds");
    }
}
