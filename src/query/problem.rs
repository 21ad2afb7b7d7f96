//! The parts of a query string that a plan does not have.

use std::fmt;

use plan::VIEW_KEYS;
use plan::characters::{is_forbidden, is_invisible};

/// A part of a query string that this plan does not have. The view omits it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Problem {
    /// A key that is neither a facet nor one of the other keys of a view, and the plan's facets.
    Facet(String, Vec<String>),
    /// A facet, and a value that it does not have.
    Value(String, String),
    /// An eId that no clause has.
    Clause(String),
    /// A tag that no language of the plan has, and the tags of the plan.
    Language(String, Vec<String>),
    /// A value of `only` other than `pins`.
    Only(String),
    /// A value of `sort` that is no column of dates or numbers, and these columns.
    Sort(String, Vec<String>),
}

impl Problem {
    /// Returns the unknown part in a form that can be shown.
    #[must_use]
    pub fn found(&self) -> String {
        match self {
            Self::Facet(found, _) | Self::Clause(found) | Self::Language(found, _) => shown(found),
            Self::Value(facet, value) => format!("{facet}={}", shown(value)),
            Self::Only(value) => format!("only={}", shown(value)),
            Self::Sort(value, _) => format!("sort={}", shown(value)),
        }
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Facet(key, known) => write!(
                f,
                "expected a facet of this plan ({}) or one of {}; found “{}”",
                known.join(", "),
                VIEW_KEYS.join(", "),
                shown(key)
            ),
            Self::Value(facet, value) => {
                let value = shown(value);
                write!(
                    f,
                    "expected a value of the facet “{facet}”, found “{value}”"
                )
            }
            Self::Language(tag, known) => write_unknown(f, "a language", known, tag),
            Self::Only(value) => {
                let value = shown(value);
                write!(f, "expected “pins” as the value of “only”, found “{value}”")
            }
            Self::Sort(value, known) => {
                write_unknown(f, "a column of dates or numbers", known, value)
            }
            Self::Clause(eid) => write!(
                f,
                "expected the eId of a clause, such as art_1__para_1; found “{}”",
                shown(eid)
            ),
        }
    }
}

fn write_unknown(
    f: &mut fmt::Formatter<'_>,
    expected: &str,
    known: &[String],
    found: &str,
) -> fmt::Result {
    let (known, found) = (known.join(", "), shown(found));
    write!(
        f,
        "expected {expected} of this plan ({known}), found “{found}”"
    )
}

/// Returns a text of unknown origin in one line of bounded length, without characters that are
/// invisible or change the order of those around them.
fn shown(text: &str) -> String {
    const LONGEST: usize = 60;
    let is_harmful = |c: char| is_forbidden(c) || is_invisible(c) || c.is_control();
    let harmless = |c| if is_harmful(c) { '\u{fffd}' } else { c };
    let mut shown: String = text.chars().take(LONGEST).map(harmless).collect();
    if text.chars().nth(LONGEST).is_some() {
        shown.push('…');
    }
    shown
}
