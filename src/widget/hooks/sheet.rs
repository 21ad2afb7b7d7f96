//! On a phone, the facets open as a sheet over the page.

use gloo_events::EventListener;
use web_sys::HtmlElement;
use web_sys::wasm_bindgen::JsCast;
use yew::prelude::*;

use super::change::use_change;
use crate::dom::{element_of, first_in};
use crate::state::{Action, State};

/// Opens and closes the sheet as the state says, and records that the browser has closed it, as by Escape. Where
/// browsers have no popovers, the facets open in their place.
#[hook]
pub(crate) fn use_sheet(state: &State, root: &NodeRef, dispatch: &UseReducerDispatcher<State>) {
    let listener = use_mut_ref(|| None::<EventListener>);
    let (root, dispatch) = (root.clone(), dispatch.clone());
    use_change(state.facets_open, move |&is_open| {
        let sheet = element_of(&root).and_then(|root| first_in(&root, "#ce-facets"));
        let Some(sheet) = sheet.and_then(|sheet| sheet.dyn_into::<HtmlElement>().ok()) else {
            return;
        };
        if !is_open {
            *listener.borrow_mut() = None;
            sheet.remove_attribute("popover").ok();
        } else if is_narrow(&sheet) && fits_the_screen() {
            sheet.set_attribute("popover", "auto").ok();
            if sheet.show_popover().is_err() {
                sheet.remove_attribute("popover").ok();
                return;
            }
            let watched = sheet.clone();
            let closed = EventListener::new(&sheet, "toggle", move |_| {
                if !watched.matches(":popover-open").unwrap_or(false) {
                    dispatch.dispatch(Action::CloseFacets);
                }
            });
            *listener.borrow_mut() = Some(closed);
        }
    });
}

/// Returns whether the styles ask for a sheet. They know the width of the widget in multiples of its text size.
fn is_narrow(facets: &web_sys::Element) -> bool {
    let window = web_sys::window();
    let style = window.and_then(|window| window.get_computed_style(facets).ok()?);
    let value = style.and_then(|style| style.get_property_value("--sheet").ok());
    value.is_some_and(|value| !value.is_empty())
}

/// Returns whether the window can be seen as a whole. An iframe of full height cannot: a sheet at its end would be out of
/// sight.
fn fits_the_screen() -> bool {
    let window = web_sys::window();
    let heights = window.and_then(|window| {
        let parent = window.parent().ok()??;
        let height = window.inner_height().ok()?.as_f64()?;
        let screen = window.screen().ok()?.height().ok()?;
        Some(parent == window || height <= f64::from(screen))
    });
    heights.unwrap_or(true)
}
