//! A host's own findings about clauses, and the facet of their statuses.
//!
//! They stand beside the plan and never in it: what is searched is a copy of the plan with one facet more, so that
//! views, counts and everything that shows them treat a status like any other value.

use super::Index;
use plan::{
    ById, ClauseId, Evidence, Facet, FacetId, FacetValue, Id, InLanguage, Localized, Plan, Tag,
    ValueId, is_date,
};

/// The ids that the facet of the statuses may have: the first that no facet of the plan has. Where a
/// plan has both, statuses are shown and cannot be chosen.
const IDS: [&str; 2] = ["status", "annotation-status"];

/// A finding as a host gives it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Finding {
    /// The eId of the clause it is about.
    pub clause: Option<String>,
    /// What was found, in a word or two, such as `kept`.
    pub status: Option<String>,
    /// What there is to say about it.
    pub note: Option<String>,
    /// Where more of it is to be read.
    pub href: Option<String>,
    /// When it was found.
    pub date: Option<String>,
}

/// A finding that can be shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Annotation {
    /// Its clause.
    pub clause: ClauseId,
    /// What was found, in a word or two.
    pub status: Option<String>,
    /// What there is to say about it.
    pub note: Option<String>,
    /// An address by http, https or mailto.
    pub href: Option<String>,
    /// A day, a month or a year, as HTML writes them.
    pub date: Option<String>,
}

impl Annotation {
    /// Looks whether a finding can be shown. `place` is where the host has it, such as `annotations[2]`.
    ///
    /// # Errors
    /// Says what was expected and found, and where.
    pub fn new(finding: Finding, plan: &Plan, place: &str) -> Result<Self, String> {
        let expected = |what: &str, key: &str, found: Option<&str>| {
            let found = found.map_or("nothing".to_owned(), |found| format!("“{found}”"));
            Err(format!("expected {what} at {place}{key}, found {found}"))
        };
        let Finding {
            clause: eid,
            status,
            note,
            href,
            date,
        } = finding;
        let found = eid.as_deref().and_then(|eid| plan.clause_by_eid(eid));
        let Some(clause) = found else {
            let what = "the eId of a clause, such as art_1__para_1,";
            return expected(what, ".clause", eid.as_deref());
        };
        let [status, note, href, date] =
            [status, note, href, date].map(|text| text.filter(|text| !text.trim().is_empty()));
        if let Some(href) = href.as_deref().filter(|href| !is_address(href)) {
            return expected("an address by http, https or mailto", ".href", Some(href));
        }
        if let Some(date) = date.as_deref().filter(|date| !is_date(date)) {
            let what = "a date such as 2024-01-31, 2024-01 or 2024";
            return expected(what, ".date", Some(date));
        }
        if [&status, &note, &href, &date].iter().all(|o| o.is_none()) {
            return expected("a status, note, href or date", "", None);
        }
        Ok(Self {
            clause,
            status,
            note,
            href,
            date,
        })
    }
}

impl Index {
    /// The same plan with a host's annotations, and with a facet of their statuses in the order in which they first
    /// come, if there are any. `label` is the facet's name. While the annotations are still awaited (`None`),
    /// the facet has no values, and any will do in a view.
    #[must_use]
    pub fn annotated(&self, label: Localized, annotations: Option<Vec<Annotation>>) -> Self {
        let mut plan = self.plan.clone();
        let is_awaited = annotations.is_none();
        let annotations = annotations.unwrap_or_default();
        let is_free = |id: &&str| !plan.facets.iter().any(|facet| facet.id == *id);
        let id = IDS.into_iter().find(is_free);
        let has_statuses = annotations.iter().any(|a| a.status.is_some());
        let id = id.filter(|_| has_statuses || is_awaited);
        let statuses = id.map(|id| add_facet(&mut plan, id, label, &annotations));
        Self {
            plan,
            folder: self.folder.clone(),
            folded: self.folded.clone(),
            annotations,
            statuses,
        }
    }

    /// A clause's annotations, in the order they were given.
    pub fn annotations(&self, clause: ClauseId) -> impl Iterator<Item = &Annotation> {
        let all = self.annotations.iter();
        all.filter(move |annotation| annotation.clause == clause)
    }

    /// Whether there are any annotations.
    #[must_use]
    pub fn is_annotated(&self) -> bool {
        !self.annotations.is_empty()
    }

    /// The facet that is the host's and not the plan's.
    #[must_use]
    pub fn statuses(&self) -> Option<FacetId> {
        self.statuses
    }
}

/// Adds the facet and its tags, and returns its id.
fn add_facet(plan: &mut Plan, key: &'static str, label: Localized, all: &[Annotation]) -> FacetId {
    let facet = FacetId::new(plan.facets.len());
    let mut statuses: Vec<&str> = Vec::new();
    for (annotation, status) in all.iter().filter_map(|a| Some((a, a.status.as_deref()?))) {
        let known = statuses.iter().position(|known| *known == status);
        let value = ValueId::new(known.unwrap_or(statuses.len()));
        if known.is_none() {
            statuses.push(status);
        }
        let tags = &mut plan.clauses[annotation.clause].tags;
        if !tags.iter().any(|t| (t.facet, t.value) == (facet, value)) {
            // No words of the plan justify it: it is the host who says so.
            let evidence = Evidence::Phrases(Vec::new());
            tags.push(Tag {
                facet,
                value,
                evidence,
            });
        }
    }
    let value = |status: &&str| FacetValue {
        id: (*status).to_owned().into(),
        // In what language it is, only the host knows.
        label: Localized(vec![InLanguage {
            tag: "".into(),
            text: (*status).to_owned().into(),
        }]),
        description: Localized::default(),
        phrases: Vec::new(),
    };
    plan.facets.push(Facet {
        id: key.into(),
        label,
        values: statuses.iter().map(value).collect(),
        reasons: ById::default(),
    })
}

/// Whether a link may lead there. Nothing else that a browser would take for an address is one here: neither
/// what has white space before or within its scheme, nor what is relative to a page.
fn is_address(href: &str) -> bool {
    ["http://", "https://", "mailto:"].iter().any(|scheme| {
        let start = href.get(..scheme.len());
        start.is_some_and(|start| start.eq_ignore_ascii_case(scheme)) && href.len() > scheme.len()
    })
}

#[cfg(test)]
mod tests {
    use super::is_address;

    #[test]
    fn addresses_are_of_the_web_or_of_mail() {
        for href in [
            "http://a",
            "https://a.org/b?c#d",
            "HTTPS://A.ORG",
            "mailto:a@b.org",
        ] {
            assert!(is_address(href), "{href}");
        }
        for text in [
            "",
            "javascript:alert(1)",
            " javascript:alert(1)",
            "java\nscript:alert(1)",
            "data:text/html,x",
            "//a.org",
            "/a",
            "a.org",
            "https:",
            "https://",
            "http:a",
            "file:///a",
            "blob:http://a",
            "h\u{74}tp",
            "é",
        ] {
            assert!(!is_address(text), "{text}");
        }
    }
}
