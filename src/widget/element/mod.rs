//! The functions and classes that `www/clause-explorer.js`, the class of `<clause-explorer>`, calls.
//!
//! They turn plain values into props and events into plain details. Attributes and the lifecycle belong to the
//! class in JavaScript. `plan` answers a host's questions about a plan, `explorer` shows one, and
//! `mount_pool` reuses the elements that widgets were mounted in.
//!
//! Every `ce-error` has one of these codes:
//!
//! | code | problem | consequence |
//! | --- | --- | --- |
//! | `start` | the widget cannot start (reported by the class) | the text inside the element stays |
//! | `policy` | a policy of the page forbids the wasm or refuses a file (reported by the class) | the text inside the element stays |
//! | `restarted` | an error ended the wasm (reported by the class) | a new widget follows |
//! | `stopped` | the third such error in a minute (reported by the class) | the text inside the element stays |
//! | `attribute` | an attribute has an invalid value | its default is used |
//! | `view` | a view, or a fragment that looks like an eId, names something that the plan does not have | it is ignored |
//! | `annotations` | the annotations are not a list (reported by the class) | no annotations are shown |
//! | `annotation` | one annotation is invalid (reported by the class) | the others are shown |
//! | `src` | `src` leads to no plan (reported by the class) | the previous plan stays, or the text inside the element |
//!
//! A smaller allocator is absent on purpose. One (talc 5.1.1) saved 1.7 KB, and the heap was found corrupt in one of
//! ten browser runs.

mod annotations;
pub(crate) mod answers;
mod embed_codes;
mod engine;
mod event_details;
mod explorer;
mod language;
mod mount_pool;
mod page;
mod plan;

pub(crate) use embed_codes::codes;
pub use embed_codes::embed_codes;
pub use engine::{add_language, fail, gloss, install, rare_loaded};
pub use explorer::Explorer;
pub(crate) use plan::CitationRequest;
pub use plan::PlanHandle;
