//! The parts of the widget that a first view does not show. The build moves what only they need into a second wasm,
//! `clause-explorer_rare.wasm`, which the page loads after the first view.
//!
//! Each function below is an entry into that wasm. The main wasm knows an entry by the name of an import, and the build
//! (`src/cli/wasm/split.rs`) puts the export of the same number in its place. Until the second wasm is loaded, an entry
//! returns nothing; then [`loaded`] is called, and everything is rendered with it.
#![cfg_attr(
    target_family = "wasm",
    expect(
        unsafe_code,
        reason = "an import and an export have to be declared, and both come from one declaration with one signature"
    )
)]

use std::cell::Cell;
use std::ops::Range;

use plan::ClauseId;
use plan::interface::fill;
use query::quote::Finding;
use query::{Index, View};
use wasm_bindgen::JsValue;
use yew::prelude::*;

use crate::clause::{self, OpenedTag};
use crate::context::Context;
use crate::element::{self, CitationRequest, answers};
use crate::shared_plan::SharedPlan;
use crate::state::Panel;
use crate::{card, list, members, overview, panels};

thread_local! {
    static IS_LOADED: Cell<bool> = const { Cell::new(cfg!(not(target_family = "wasm"))) };
}

/// Says that the entries can be called from now on.
pub(crate) fn loaded() {
    IS_LOADED.set(true);
}

/// Returns what an entry rendered. If its code could not be loaded, this is a sentence that says so, with the name of the
/// part that is missing.
pub(crate) fn or_notice(rendered: Option<Html>, cx: &Context<'_>, name: &str) -> Html {
    let has_failed = rendered.is_none() && cx.late_parts > 0;
    let notice = has_failed.then(|| {
        let notice = fill(&cx.interface.not_done, &[("name", name)]);
        html! { <p class="note" ~textContent={notice} /> }
    });
    rendered.or(notice).unwrap_or_default()
}

/// Declares entries, each by a number of 32 digits, which the library that splits the wasm asks for.
macro_rules! entries {
    ($($(#[$attribute:meta])* $number:literal $name:ident($($argument:ident: $type:ty),*) -> $output:ty = $call:path;)*) => {
        $($(#[$attribute])*
        pub(crate) fn $name($($argument: $type),*) -> Option<$output> {
            IS_LOADED.get().then(|| entry::$name($($argument),*))
        })*

        #[cfg(not(target_family = "wasm"))]
        mod entry {
            use super::*;
            $(pub(super) fn $name($($argument: $type),*) -> $output {
                $call($($argument),*)
            })*
        }

        #[cfg(target_family = "wasm")]
        #[expect(improper_ctypes, improper_ctypes_definitions, reason = "both sides are compiled in one go")]
        mod entry {
            use super::*;
            #[link(wasm_import_module = "__wasm_split_placeholder__")]
            unsafe extern "C" {
                $(#[link_name = concat!("__wasm_split_00rare00_import_", $number)]
                pub(super) safe fn $name($($argument: $type),*) -> $output;)*
            }
            mod exports {
                use super::super::*;
                $(#[unsafe(export_name = concat!("__wasm_split_00rare00_export_", $number))]
                extern "C" fn $name($($argument: $type),*) -> $output {
                    $call($($argument),*)
                })*
            }
        }
    };
}

entries! {
    /// Renders the contents of a panel.
    "00000000000000000000000000000001" panel(cx: &Context<'_>, panel: Panel) -> Html = panels::content;
    /// Renders the overview's table.
    "00000000000000000000000000000002" overview(cx: &Context<'_>) -> Html = overview::view;
    /// Renders the citation of an opened clause, and the related clauses.
    "00000000000000000000000000000003" more(cx: &Context<'_>, id: ClauseId) -> Html = clause::opened::more;
    /// Checks a quote.
    "00000000000000000000000000000004" check(index: &Index, quote: &str) -> Vec<Finding> = query::quote::check;
    /// Renders the place of an opened clause in the plan and in the list, and the buttons to its neighbours.
    "00000000000000000000000000000005" steps(cx: &Context<'_>, id: ClauseId) -> Html = clause::opened::steps;
    /// Renders the evidence of an opened tag.
    "00000000000000000000000000000006" evidence(row: &clause::Row<'_>, opened: OpenedTag) -> Html = clause::evidence;
    /// Renders the message that no clause matches.
    "00000000000000000000000000000007" no_matches(cx: &Context<'_>) -> Html = list::no_matches;
    /// Renders the layout `card`.
    "00000000000000000000000000000008" cards(cx: &Context<'_>) -> Html = card::view;
    /// Unpacks a plan from elsewhere, and checks it.
    "00000000000000000000000000000009" unpack(packed: &[u8]) -> Result<SharedPlan, String> = answers::unpack;
    /// Returns a plan with a host's annotations, and a message about each that is invalid.
    "0000000000000000000000000000000a" annotate(shared: &SharedPlan, findings: &JsValue) -> (SharedPlan, Vec<String>) = answers::annotate;
    /// Returns the clauses that match a view.
    "0000000000000000000000000000000b" clauses(shared: &SharedPlan, view: &str) -> JsValue = answers::clauses;
    /// Returns the counts of all values under a view.
    "0000000000000000000000000000000c" counts(shared: &SharedPlan, view: &str) -> JsValue = answers::counts;
    /// Writes a citation.
    "0000000000000000000000000000000d" cite(shared: &SharedPlan, asked: CitationRequest<'_>) -> Result<String, String> = answers::cite;
    /// Writes the embed codes of a view.
    "0000000000000000000000000000000e" embed_codes(view: &str, folder: &str, height: u32, settings: &[String], text: &str) -> String = element::codes;
    /// Renders a text with its markup.
    "0000000000000000000000000000000f" rich_text(row: &clause::Row<'_>, shown: &clause::ShownText<'_>, hits: &[Range<usize>]) -> Option<Html> = clause::rich_text::text;
    /// Renders the notes to a clause's texts.
    "00000000000000000000000000000010" notes(row: &clause::Row<'_>) -> Html = clause::rich_text::notes;
    /// Renders excerpts in hidden languages in which a clause matches.
    "00000000000000000000000000000011" elsewhere(row: &clause::Row<'_>) -> Html = clause::elsewhere::view;
    /// Renders the sources of the plans of a collection.
    "00000000000000000000000000000012" members(cx: &Context<'_>) -> Html = members::view;
    /// Puts clauses in the order of a view.
    "00000000000000000000000000000013" sorted(index: &Index, view: &View, clauses: &[ClauseId]) -> Vec<ClauseId> = Index::sorted;
    /// Renders the choice of the order.
    "00000000000000000000000000000014" sort(cx: &Context<'_>) -> Html = list::sort::view;
    /// Renders the value that gives a clause its place in a sorted list.
    "00000000000000000000000000000015" sorting_value(row: &clause::Row<'_>) -> Html = clause::sorting_value::view;
}
