//! The plan that `build` put into the engine, as its custom section `plan`.
//!
//! The class of the element reads the section and installs it once, before it asks for anything else.

use std::cell::OnceCell;

use plan::{Content, format};
use wasm_bindgen::prelude::*;

use crate::glosses;
use crate::rare;
use crate::shared_plan::SharedPlan;
use crate::words::Interfaces;

thread_local! {
    static INSTALLED: OnceCell<Installed> = const { OnceCell::new() };
}

#[derive(Debug)]
struct Installed {
    /// The plan of all elements of the page that name no other.
    plan: SharedPlan,
    interfaces: Interfaces,
}

#[wasm_bindgen]
extern "C" {
    /// Ends this instance: the page makes a new one. The build adds this function to the glue.
    #[wasm_bindgen(js_name = endInstance)]
    fn end_instance(reason: &str);
}

/// Installs the contents of the section `plan`. A second call changes nothing. From then on, a panic ends the
/// instance.
///
/// # Errors
/// If the section has another format than this engine reads, or is damaged.
#[wasm_bindgen]
pub fn install(section: Vec<u8>) -> Result<(), JsError> {
    yew::set_custom_panic_hook(Box::new(|panic| end_instance(&panic.to_string())));
    // The plan lives as long as the engine, so that its text can be borrowed.
    let Content { plan, interfaces } = format::unpack_borrowing(section.leak())?;
    let installed = Installed {
        plan: SharedPlan::new(plan),
        interfaces: Interfaces::new(interfaces),
    };
    INSTALLED.with(|cell| cell.set(installed).ok());
    Ok(())
}

/// Keeps the glosses of the plan's phrases. An element that shows a phrase already is rendered again by the page.
#[wasm_bindgen]
pub fn gloss(table: String) {
    glosses::keep(table);
}

/// Says that the second wasm is loaded: see [`crate::rare`].
#[wasm_bindgen(js_name = rareLoaded)]
pub fn rare_loaded() {
    rare::loaded();
}

/// Panics, for the tests of what follows a panic.
///
/// # Panics
/// Always.
#[wasm_bindgen]
pub fn fail() {
    panic!("a test asked for this");
}

/// Returns the installed plan; none before [`install`].
pub(super) fn plan() -> Option<SharedPlan> {
    INSTALLED.with(|cell| cell.get().map(|installed| installed.plan.clone()))
}

/// Returns the widget's own words in all languages; none before [`install`].
pub(super) fn interfaces() -> Interfaces {
    INSTALLED.with(|cell| {
        cell.get()
            .map_or_else(Interfaces::default, |installed| installed.interfaces)
    })
}
