//! Shows in each control the choice of the view.

use query::View;
use web_sys::HtmlOptionElement;
use web_sys::wasm_bindgen::JsCast;
use yew::prelude::*;

use super::change::use_change;
use crate::dom::{element_of, first_in};

/// The controls whose choice a host can change.
const CONTROLS: [&str; 2] = [".compare [selected]", ".sort [selected]"];

/// Shows in each control the choice of the view. Once the reader has used a control, Firefox no longer follows the
/// attribute.
#[hook]
pub(crate) fn use_choices(view: &View, root: &NodeRef) {
    let root = root.clone();
    use_change((view.compare.clone(), view.sort.clone()), move |_| {
        let Some(root) = element_of(&root) else {
            return;
        };
        for option in CONTROLS.iter().filter_map(|one| first_in(&root, one)) {
            option
                .unchecked_into::<HtmlOptionElement>()
                .set_selected(true);
        }
    });
}
