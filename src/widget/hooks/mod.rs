//! Effects after a rendering: events are reported, the list scrolls, the focus moves.

mod anchor;
mod change;
mod choices;
mod events;
mod focus;
mod generation;
mod hidden_rows;
mod host;
mod scroll;
mod sheet;
mod staged_start;

pub(crate) use anchor::{Anchor, use_anchor};
pub(crate) use choices::use_choices;
pub(crate) use events::use_events;
pub(crate) use focus::use_focus;
pub(crate) use generation::use_generation;
pub(crate) use hidden_rows::{open_to_search, use_hidden_rows};
pub(crate) use host::use_host;
pub(crate) use scroll::use_scrolling;
pub(crate) use sheet::use_sheet;
pub(crate) use staged_start::{Stage, use_stage};
