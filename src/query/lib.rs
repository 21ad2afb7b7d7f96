//! Searching and filtering: the clauses that match a view, and the counts beside each choice.
//!
//! Pure functions of a plan. They use no DOM and no address bar, and no text except the plan's.
//!
//! - [`View`] and its query string: `view`, `codec`, with `pairs` and `problem`.
//! - [`Index`], a plan prepared for searching: `index`, with `fold`, `folded`, `tags`, `clause_set`, `needle`, `form`
//!   and `plural`.
//! - The functions of an index: `results` (matches and counts), `marks`, `sorted` (by a column), `relax` (an empty
//!   result), `related`, and `statuses` (a host's annotations).
//! - [`quote`]: the quote check.

mod annotation;
mod clause_set;
mod codec;
mod fold;
mod folded;
mod form;
mod index;
mod marks;
mod needle;
mod pairs;
mod plural;
mod problem;
pub mod quote;
mod related;
mod relax;
mod results;
mod sorted;
mod statuses;
mod tags;
mod view;

pub use annotation::{Annotation, Finding};
pub use codec::{encode, parse, split, write};
pub use index::Index;
pub use marks::Elsewhere;
pub use needle::{LONGEST_QUERY, Needles, is_too_long};
pub use pairs::eid_in;
pub use problem::Problem;
pub use related::Related;
pub use relax::{Emptiness, Offer};
pub use results::{Crossed, Results};
pub use tags::Counts;
pub use view::{Criterion, View, sorting_column};

#[cfg(test)]
mod tests;
