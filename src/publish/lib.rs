//! Publishing a plan: citations, tables, pictures, embed codes and whole sites.
//!
//! - For writers: [`cite`] (one file for each style), [`table`] and [`csv`],
//!   [`record`] (the JSON form of a clause), [`chart`] (the overview as a picture).
//! - For web pages: [`embed`] (codes to paste).
//! - Whole sites, with the feature `site`: [`site`](mod@site) makes every file of `dist/`, and `archive` zip archives.
//!
//! Everything here is pure: it makes text and bytes from a plan, and uses no file and no DOM.

#[cfg(feature = "site")]
pub mod archive;
pub mod chart;
pub mod cite;
pub mod csv;
pub mod embed;
pub mod record;
#[cfg(feature = "site")]
mod rich_html;
#[cfg(feature = "site")]
pub mod site;
mod structure_record;
pub mod table;
