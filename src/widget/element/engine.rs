//! The plan that `build` put into the engine, as its custom section `plan`.
//!
//! The class of the element reads the section and installs it once, before it asks for anything else. Further languages
//! follow.

use std::cell::RefCell;

use plan::format::FormatError;
use plan::{Content, format};
use wasm_bindgen::prelude::*;

use crate::glosses;
use crate::rare;
use crate::shared_plan::SharedPlan;
use crate::words::Interfaces;

thread_local! {
    static INSTALLED: RefCell<Option<Installed>> = const { RefCell::new(None) };
}

#[derive(Debug)]
struct Installed {
    /// The packed parts: the main one, and those of languages that are packed apart. They live as long as the engine, so
    /// that their text can be borrowed.
    main: &'static [u8],
    apart: Vec<&'static [u8]>,
    /// The plan of all elements of the page that name no other.
    plan: SharedPlan,
    interfaces: Interfaces,
}

impl Installed {
    fn new(main: &'static [u8], apart: Vec<&'static [u8]>) -> Result<Self, FormatError> {
        let Content { plan, interfaces } = format::unpack_joined(main, &apart)?;
        Ok(Self {
            main,
            apart,
            plan: SharedPlan::new(plan),
            interfaces: Interfaces::new(interfaces),
        })
    }
}

#[wasm_bindgen]
extern "C" {
    /// Ends this instance: the page makes a new one. The build adds this function to the glue.
    #[wasm_bindgen(js_name = endInstance)]
    fn end_instance(reason: &str);
}

/// Installs the contents of the section `plan`. From then on, a panic ends the instance.
///
/// # Errors
/// If the section has another format than this engine reads, or is damaged.
#[wasm_bindgen]
pub fn install(section: Vec<u8>) -> Result<(), JsError> {
    yew::set_custom_panic_hook(Box::new(|panic| end_instance(&panic.to_string())));
    INSTALLED.set(Some(Installed::new(section.leak(), Vec::new())?));
    Ok(())
}

/// Adds the contents of a section `language`: the plan and the words in one more language. Plans that were given
/// out before stay as they were.
///
/// # Errors
/// If the section has another format than this engine reads, is damaged, or belongs to another plan.
#[wasm_bindgen(js_name = addLanguage)]
pub fn add_language(section: Vec<u8>) -> Result<(), JsError> {
    let parts = INSTALLED.with_borrow(|installed| {
        let installed = installed.as_ref()?;
        Some((installed.main, installed.apart.clone()))
    });
    if let Some((main, mut apart)) = parts {
        apart.push(section.leak());
        INSTALLED.set(Some(Installed::new(main, apart)?));
    }
    Ok(())
}

/// Keeps the glosses of the plan's phrases. An element that shows a phrase already is rendered again by the page.
#[wasm_bindgen]
pub fn gloss(table: String) {
    glosses::keep(table);
}

/// Says that the second wasm is loaded: see `src/widget/rare.rs`.
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
    INSTALLED.with_borrow(|installed| Some(installed.as_ref()?.plan.clone()))
}

/// Returns the widget's own words in all languages; none before [`install`].
pub(super) fn interfaces() -> Interfaces {
    INSTALLED.with_borrow(|installed| {
        installed
            .as_ref()
            .map_or_else(Interfaces::default, |it| it.interfaces)
    })
}
