//! The forms in which a plan is published.
//!
//! - For writers: [`cite`], [`csv`], [`record`] (a clause as data), [`chart`] (the overview as a picture).
//! - For web pages: [`embed`] (codes to paste).
//! - Whole sites, with the feature `site`: [`site`](mod@site) writes every file of `dist/`, with
//!   `pages`, `prerender` and `linked_data`.
//!
//! Everything here is pure: text and bytes from a plan. It knows no file and no DOM.

pub mod chart;
pub mod cite;
pub mod csv;
pub mod embed;
mod json;
pub mod record;
#[cfg(feature = "site")]
pub mod site;
