//! Rendering all elements again, after others have changed them.
//!
//! A page translator, a reader tool or a script of the host may remove or replace what Yew has rendered. Yew would go
//! on with elements that are no longer in the page.

use yew::prelude::*;

use crate::api::Props;
use query::View;

/// Returns the number of the present elements, which is the key of the outermost one: with another number, Yew
/// renders all elements again. The state stays.
#[hook]
pub(crate) fn use_generation(props: &Props, view: &View) -> usize {
    let rebuilt = use_mut_ref(|| 0);
    let is_damaged = props.before_rendering.as_ref();
    let is_damaged = is_damaged.is_some_and(|ask| ask.emit(view.clone()));
    *rebuilt.borrow_mut() += usize::from(is_damaged);
    let rebuilt = *rebuilt.borrow();
    props.repairs + rebuilt
}
