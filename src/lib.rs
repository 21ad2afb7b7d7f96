//! Clause Explorer: a policy plan, compiled into a widget that filters its clauses in any web page.
//!
//! The road of the data, one way:
//!
//! 1. [`compile`] turns the files of `content/` into a [`plan::Plan`] and reports all that is wrong with them.
//! 2. `src/build.rs` bakes that plan into the program, packed ([`pack`]).
//! 3. [`query`] finds the clauses that a reader's [`query::View`] leaves, and counts what each choice would.
//! 4. [`ui`] shows them with Yew. It gets props and tells events; it knows nothing of custom elements.
//! 5. `element` (wasm only) mounts the widget for `www/clause-explorer.js`, the class of `<clause-explorer>`.
//! 6. [`cite`] writes citations of clauses in the forms that writers need.
//! 7. [`export`] writes clauses as a table or as JSON.
//! 8. [`chart`] draws the overview as a picture for an article.
//! 9. [`quote`] tells whether words that somebody quotes stand in the plan.
//! 10. [`snippet`] writes embed codes for a view.
//! 11. [`prerender`] writes the plan's text as static HTML, for readers without scripts.
//! 12. `main.rs` and `cli/` are the command line: they build, check and serve.
//!
//! Uses go one way too: `plan ← compile`, `plan ← query ← ui ← element`, `plan ← {cite, export} ← {ui, element}`, `query ← {chart, quote} ← {ui, element}`, `query ← snippet ← element`,
//! `lib ← main`. `plan` uses nothing of the rest but
//! how it is packed, `query` knows no DOM, `compile` opens no file but through
//! `compile::Source`. `tests/tidy.rs` holds that.

pub mod interface;
pub mod pack;
pub mod plan;

#[cfg(not(target_family = "wasm"))]
pub mod compile;
pub mod query;

pub mod chart;
pub mod cite;
pub mod export;
mod json;
pub mod quote;

#[cfg(not(target_family = "wasm"))]
pub mod prerender;

pub mod snippet;

pub mod baked;
pub mod ui;

#[cfg(target_family = "wasm")]
mod codes;
#[cfg(target_family = "wasm")]
mod element;
