//! One level of a plan's divisions, and the levels of a plan that names no others.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use crate::localized::{Localized, Text};

/// One level of divisions.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Level {
    /// The stem of its eIds by the Akoma Ntoso naming convention, such as `art`.
    pub stem: Text,
    /// Its name in data and in messages, such as `article`.
    pub key: Text,
    /// Its name for readers; may be empty.
    pub name: Localized,
}

/// The levels of a plan that names no others, outermost first.
pub static LEVELS: [Level; 2] = [level("art", "article"), level("sec", "section")];

/// The largest number of levels. A heading of Markdown has six, and the first is the title.
pub const MOST_LEVELS: usize = 5;

/// The stem of a clause's eId in a plan that names no other.
pub const CLAUSE_STEM: &str = "para";

const fn level(stem: &'static str, key: &'static str) -> Level {
    Level {
        stem: Cow::Borrowed(stem),
        key: Cow::Borrowed(key),
        name: Localized(Vec::new()),
    }
}
