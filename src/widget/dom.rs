//! Elements of the rendered widget.

use web_sys::wasm_bindgen::JsCast;
use web_sys::wasm_bindgen::closure::Closure;
use web_sys::{Element, FocusOptions, HtmlElement};
use yew::NodeRef;

/// The event of the widget's outermost element before a script prints: the browser's own event comes too late for a
/// rendering then.
pub(crate) const BEFORE_PRINT: &str = "before-print";

/// Returns the widget's outermost element once it is rendered.
pub(crate) fn element_of(root: &NodeRef) -> Option<Element> {
    root.cast()
}

/// Returns the first element that matches a selector.
pub(crate) fn first_in(root: &Element, selector: &str) -> Option<Element> {
    root.query_selector(selector).ok()?
}

/// Returns the list of clauses, which scrolls.
pub(crate) fn list_in(root: &Element) -> Option<Element> {
    first_in(root, "[part~=list]")
}

/// Returns the top of the part of the window in which clauses can be seen, below the bar that sticks to its top, in CSS pixels.
pub(crate) fn visible_top(root: &Element) -> f64 {
    let bar = first_in(root, ".tools").map(|bar| bar.get_bounding_client_rect().bottom());
    bar.unwrap_or(0.0).max(0.0)
}

/// Returns the rendered clause of an eId, or an element in it by a selector behind the eId. An eId consists of letters,
/// digits and underscores, so that it is a selector as it is.
pub(crate) fn clause_in(root: &Element, eid: &str) -> Option<Element> {
    first_in(root, &["#", eid].concat())
}

/// Returns the clauses from a row of the list on, without the headings between them.
pub(crate) fn clauses_from(first: Option<Element>) -> impl Iterator<Item = Element> {
    let rows = std::iter::successors(first, Element::next_element_sibling);
    rows.filter(is_clause)
}

/// Returns whether a row of the list is a clause.
pub(crate) fn is_clause(row: &Element) -> bool {
    // In XHTML the names of elements are in lower case.
    row.tag_name().eq_ignore_ascii_case("ARTICLE")
}

/// Moves the focus to an element, and scrolls nothing.
pub(crate) fn focus_without_scrolling(element: Element) {
    if let Ok(element) = element.dyn_into::<HtmlElement>() {
        let options = FocusOptions::new();
        options.set_prevent_scroll(true);
        element.focus_with_options(&options).ok();
    }
}

/// Calls a function in a task of its own.
pub(crate) fn later(milliseconds: i32, call: impl FnOnce() + 'static) {
    let call = Closure::once_into_js(call);
    if let Some(window) = web_sys::window() {
        let call = call.unchecked_ref();
        let set = window.set_timeout_with_callback_and_timeout_and_arguments_0(call, milliseconds);
        set.ok();
    }
}
