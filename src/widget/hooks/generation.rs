//! Rendering all elements again, after others have changed them.
//!
//! A page translator, a reader tool or a script of the host may remove or replace what Yew has rendered. Yew would go
//! on with elements that are no longer in the page.

use query::View;
use yew::prelude::*;

use crate::api::Props;

/// Returns the number of the present elements, which is the key of the outermost one: with another number, Yew
/// renders all elements again. The state stays.
#[hook]
pub(crate) fn use_generation(props: &Props, view: &View) -> usize {
    let rebuilt = use_mut_ref(|| 0);
    let ask = props.before_rendering.as_ref();
    if ask.is_some_and(|ask| ask.emit(view.clone())) {
        *rebuilt.borrow_mut() += 1;
    }
    let rebuilt = *rebuilt.borrow();
    props.repairs + rebuilt
}
