//! The plan that `build` put into the engine, as its custom section `plan`.
//!
//! The class of the element reads the section and installs it once, before it asks for anything else.

use std::cell::OnceCell;

use plan::interface::Interface;
use plan::{Content, format};
use wasm_bindgen::prelude::*;

use crate::Shared;

thread_local! {
    static INSTALLED: OnceCell<Installed> = const { OnceCell::new() };
}

#[derive(Debug)]
struct Installed {
    /// One searchable plan for all elements of the page that name no other.
    plan: Shared,
    interfaces: &'static [Interface],
}

/// Takes the content of the section `plan`. A second call changes nothing.
///
/// # Errors
/// If the section is of another format than this engine, or damaged.
#[wasm_bindgen]
pub fn install(section: Vec<u8>) -> Result<(), JsError> {
    // The plan lives as long as the engine, so that its text is borrowed and not copied.
    let Content { plan, interfaces } = format::unpack_borrowing(section.leak())?;
    let installed = Installed {
        plan: Shared::new(plan),
        interfaces: interfaces.leak(),
    };
    INSTALLED.with(|cell| cell.set(installed).ok());
    Ok(())
}

/// The installed plan; none before [`install`].
pub(super) fn plan() -> Option<Shared> {
    INSTALLED.with(|cell| cell.get().map(|installed| installed.plan.clone()))
}

/// The widget's own words in each language; none before [`install`].
pub(super) fn interfaces() -> &'static [Interface] {
    INSTALLED.with(|cell| cell.get().map_or(&[][..], |installed| installed.interfaces))
}
