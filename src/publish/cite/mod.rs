//! Citations of clauses, in the forms that writers need: one file for each style.
//!
//! The cited work is the plan (of a collection, the one that the clause is of): publisher and date are those of its source. The page on which the
//! clause was read appears in each style's own way (`via` on Wikipedia), beside the address that
//! leads there.
//!
//! A citation of a translation also has the original. Pure text from a [`Plan`]: there is no clock
//! here, so the caller passes the day of reading. Absent on purpose: an author, because a plan's
//! parties are in its title.

mod apa;
mod bibtex;
mod chicago;
mod csl_json;
mod ris;
mod text;
mod wikipedia;
mod work;

use plan::{ClauseId, Plan};

pub use work::Reading;
use work::Work;

/// The form of a citation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Style {
    /// A sentence with the clause's words.
    Text,
    /// A reference by the rules of the American Psychological Association, in English.
    Apa,
    /// An entry of a bibliography by the Chicago Manual of Style, in English.
    Chicago,
    /// An `@misc` entry.
    Bibtex,
    /// A record for reference managers.
    Ris,
    /// An array with one item of the Citation Style Language.
    CslJson,
    /// A `{{cite web}}` template.
    Wikipedia,
}

impl Style {
    /// Every style with its name.
    pub const ALL: [(&str, Self); 7] = [
        ("text", Self::Text),
        ("apa", Self::Apa),
        ("chicago", Self::Chicago),
        ("bibtex", Self::Bibtex),
        ("ris", Self::Ris),
        ("csl-json", Self::CslJson),
        ("wikipedia", Self::Wikipedia),
    ];

    /// Returns the style with this name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        let found = Self::ALL.iter().find(|(known, _)| *known == name);
        found.map(|(_, style)| *style)
    }
}

/// Cites the clause or the item with this eId. Returns `None` if the plan has neither.
#[must_use]
pub fn cite(plan: &Plan, eid: &str, style: Style, reading: Reading<'_>) -> Option<String> {
    let clause = plan.clause_around(eid)?;
    let mut work = Work::new(plan, clause, reading);
    work.narrow(plan, clause, eid);
    Some(written(&[work], style))
}

/// Cites clauses in the given order: as paragraphs, entries or records, as one array, or with a
/// template on each line.
#[must_use]
pub fn cite_all<'a>(
    plan: &'a Plan,
    clauses: &[ClauseId],
    style: Style,
    reading: Reading<'a>,
) -> String {
    let works = clauses.iter().map(|&id| Work::new(plan, id, reading));
    written(&works.collect::<Vec<_>>(), style)
}

/// Writes works in a style.
fn written<'a>(works: &[Work<'a>], style: Style) -> String {
    let (write, between): (fn(&Work<'a>) -> String, _) = match style {
        Style::Text => (text::sentence, "\n\n"),
        Style::Apa => (apa::reference, "\n"),
        Style::Chicago => (chicago::entry, "\n"),
        Style::Bibtex => (bibtex::entry, "\n"),
        Style::Ris => (ris::record, "\r\n"),
        Style::CslJson => (csl_json::item, ",\n"),
        Style::Wikipedia => (wikipedia::template, "\n"),
    };
    let written = works.iter().map(write).collect::<Vec<_>>();
    let written = written.join(between);
    if style == Style::CslJson {
        format!("[{written}]\n")
    } else {
        written
    }
}

#[cfg(test)]
mod tests;
