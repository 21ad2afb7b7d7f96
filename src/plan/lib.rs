//! The compiled plan: plain data, with all its languages.
//!
//! It uses no file, no DOM and no wasm. Text is borrowed if the plan was unpacked from the engine's
//! own section, and owned if it was compiled or read at run time.
//!
//! - [`Plan`] and its parts: `document`, `facet`, `column`, `ids`, `eid_table`, `localized`, `markup`, `member`; `levels`, `outline` and `structure` walk
//!   the document tree.
//! - [`interface`]: the widget's words. [`Content`]: a plan with these words.
//! - [`format`](mod@format): the packed form. [`validate`]: the checks for a plan that another
//!   program made.
//! - [`characters`], [`numerals`], dates, addresses, and the [`direction`] of a language: what several members
//!   need.

mod address;
pub mod characters;
mod column;
mod content;
mod date;
mod direction;
mod document;
mod eid_table;
mod facet;
pub mod format;
mod ids;
pub mod interface;
mod level;
mod levels;
mod localized;
mod markup;
mod member;
mod names;
pub mod numerals;
mod outline;
mod source_line;
mod structure;
#[cfg(test)]
mod test_plan;
pub mod validate;

pub use address::is_address;
pub use column::{Cell, Column, ColumnKind};
pub use content::Content;
pub use date::is_date;
pub use direction::direction;
pub use document::{CUT, Clause, Division, Folds, Language, Member, Plan, Slip, Source, Status};
pub use eid_table::EIdTable;
pub use facet::{Evidence, Facet, FacetValue, Overview, RESERVED_KEYS, Span, Tag, VIEW_KEYS};
pub use ids::{
    ById, ClauseId, DivisionId, EId, FacetId, Id, LevelId, ParagraphId, ReasonId, ValueId,
};
pub use level::{CLAUSE_STEM, LEVELS, Level, MOST_LEVELS};
pub use localized::{InLanguage, LONGEST_TEXT, Localized, Text};
pub use markup::{Markup, Node, Note, Part, PartKind, nodes};
pub use member::{Origin, WithMembers};
pub use names::Names;
pub use outline::Outline;
pub use structure::ItemText;
