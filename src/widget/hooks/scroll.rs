//! Scrolls the list and the page to what the reader looks at next.

use web_sys::wasm_bindgen::JsCast;
use web_sys::{Element, ShadowRoot};
use yew::prelude::*;

use super::anchor::scroll_by;
use super::change::use_change;
use super::staged_start::Stage;
use crate::api::{Event, Props};
use crate::dom::{clause_in, element_of, first_in, focus_without_scrolling, list_in, visible_top};
use crate::state::{ScrollMode, State};

/// Scrolls the list to its start when other clauses are listed, and then to the clause that was asked for. A host
/// that hides the widget until it is rendered has shown it by then.
#[hook]
pub(crate) fn use_scrolling(props: &Props, state: &State, stage: Stage, root: &NodeRef) {
    let view = &state.view;
    let is_rendered = stage >= Stage::Rendered;
    let shows_all = view.shows_all();
    let is_first = use_mut_ref(|| true);
    let key = (
        view.query.clone(),
        view.filters.clone(),
        view.only_pins,
        view.sort.clone(),
        is_rendered,
    );
    use_change(key, {
        let (root, is_choice) = (root.clone(), !state.changed_by_host);
        move |_| {
            // A list that shows the whole plan is at its start when it appears.
            if !is_rendered || is_first.replace(false) && shows_all {
                return;
            }
            if let Some(root) = element_of(&root) {
                scroll_to_start(&root, is_choice);
            }
        }
    });
    use_change(state.scroll.clone(), {
        let (root, on_event) = (root.clone(), props.on_event.clone());
        let opened = state
            .opened
            .map(|id| state.shared.plan().clauses[id].eid.clone());
        move |scroll| {
            if let (Some(target), Some(root)) = (scroll.value(), element_of(&root)) {
                // An item is rendered when its part of the wasm has arrived.
                let item = clause_in(&root, &target.eid);
                let clause = || clause_in(&root, opened?.as_str());
                if let Some(clause) = item.or_else(clause) {
                    scroll_to_clause(&root, &clause, target.mode);
                }
                on_event.emit(Event::Select {
                    eid: target.eid.clone(),
                });
            }
        }
    });
}

/// Scrolls to the start of the list. The page scrolls only if that start is above the window, or behind the bar that sticks
/// to its top.
fn scroll_to_start(root: &Element, is_choice: bool) {
    if let Some(list) = list_in(root) {
        list.set_scroll_top(0);
    }
    let main = first_in(root, ".main").filter(|_| is_choice);
    if let Some((main, window)) = main.zip(web_sys::window()) {
        let hidden = visible_top(root) - main.get_bounding_client_rect().top();
        if hidden > 1.0 {
            window.scroll_by_with_x_and_y(0.0, -hidden);
        }
    }
}

/// Scrolls to a clause or an item.
fn scroll_to_clause(root: &Element, clause: &Element, mode: ScrollMode) {
    if mode == ScrollMode::Stay {
        return;
    }
    let Some(list) = list_in(root) else {
        return;
    };
    let below_top = clause.get_bounding_client_rect().top() - list.get_bounding_client_rect().top();
    scroll_by(&list, below_top);
    let rect = clause.get_bounding_client_rect();
    let height = window_height().unwrap_or(0.0);
    match mode {
        ScrollMode::Page => {
            // The page has to scroll to the clause itself unless it is near the widget's start. The host may scroll
            // smoothly, so that nothing can be measured afterwards.
            let below_root = rect.top() - root.get_bounding_client_rect().top();
            let target = if below_root > 0.75 * height {
                clause
            } else {
                root
            };
            target.scroll_into_view();
        }
        ScrollMode::Focus if rect.top() < visible_top(root) || rect.bottom() > height => {
            clause.scroll_into_view();
        }
        _ => {}
    }
    if mode != ScrollMode::List && may_take_focus(root) {
        focus_without_scrolling(clause.clone());
    }
}

/// Returns the height of the window, in CSS pixels.
fn window_height() -> Option<f64> {
    web_sys::window()?.inner_height().ok()?.as_f64()
}

/// Returns whether nothing has the focus, or something in the widget. The focus is never taken from the host.
fn may_take_focus(root: &Element) -> bool {
    let host = root
        .get_root_node()
        .dyn_into::<ShadowRoot>()
        .map(|root| root.host());
    let active = root
        .owner_document()
        .and_then(|document| document.active_element());
    active.is_none_or(|active| {
        active.tag_name().eq_ignore_ascii_case("BODY")
            || host.is_ok_and(|host| host.contains(Some(&active)))
    })
}
