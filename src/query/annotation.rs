//! A host's own findings about clauses.

use plan::{ClauseId, EIdTable, is_address, is_date};

/// A finding as the host gives it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Finding {
    /// The eId of its clause.
    pub clause: Option<String>,
    /// The status in a word or two, such as `kept`.
    pub status: Option<String>,
    /// A note.
    pub note: Option<String>,
    /// The address of further information.
    pub href: Option<String>,
    /// The date of the finding.
    pub date: Option<String>,
}

/// A finding that can be shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Annotation {
    /// Its clause.
    pub clause: ClauseId,
    /// The status in a word or two.
    pub status: Option<String>,
    /// A note.
    pub note: Option<String>,
    /// An address by http, https or mailto.
    pub href: Option<String>,
    /// A day, a month or a year, as HTML writes them.
    pub date: Option<String>,
}

impl Annotation {
    /// Checks a finding about one of these clauses. `path` is its path in the host's data, such as `annotations[2]`.
    ///
    /// # Errors
    /// Reports what was expected, what was found, and where.
    pub fn new(finding: Finding, clauses: &EIdTable<'_>, path: &str) -> Result<Self, String> {
        let expected = |what: &str, key: &str, found: Option<&str>| {
            let found = found.map_or("nothing".to_owned(), |found| format!("“{found}”"));
            Err(format!("expected {what} at {path}{key}, found {found}"))
        };
        let Finding {
            clause: eid,
            status,
            note,
            href,
            date,
        } = finding;
        let found = eid.as_deref().and_then(|eid| clauses.clause(eid));
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
