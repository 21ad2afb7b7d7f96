//! The reader's place: going to a clause, and staying at one while the text around it changes its height.

use web_sys::wasm_bindgen::JsCast;
use web_sys::{Element, FocusOptions, HtmlElement, ShadowRoot};

use super::state::How;

/// The clause that was at the top of the list, and how far from the top of the window, in CSS pixels.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Place {
    eid: String,
    top: f64,
}

impl Place {
    /// The first clause in sight.
    pub(super) fn of(root: &Element) -> Option<Self> {
        let list = root.query_selector("[part~=list]").ok()??;
        // In full height it is the window that scrolls.
        let top = list.get_bounding_client_rect().top().max(0.0);
        clauses(list.first_element_child()).find_map(|clause| {
            let place = clause.get_bounding_client_rect();
            (place.bottom() > top).then(|| Self {
                eid: clause.id(),
                top: place.top(),
            })
        })
    }

    /// Scrolls so that the clause is where it was.
    pub(super) fn restore(&self, root: &Element) {
        let list = root.query_selector("[part~=list]").ok().flatten();
        let clause = root
            .query_selector(&format!("#{}", self.eid))
            .ok()
            .flatten();
        let Some((list, clause)) = list.zip(clause) else {
            return;
        };
        let moved = || clause.get_bounding_client_rect().top() - self.top;
        list.set_scroll_top(list.scroll_top() + pixels(moved()));
        if let Some(window) = web_sys::window() {
            window.scroll_by_with_x_and_y(0.0, moved());
        }
    }
}

/// The clauses among a row of the list and those behind it, without the headings between.
pub(super) fn clauses(first: Option<Element>) -> impl Iterator<Item = Element> {
    let rows = std::iter::successors(first, Element::next_element_sibling);
    rows.filter(|row| row.tag_name() == "ARTICLE")
}

/// Brings the beginning of the list into sight: its very top where it shows the whole plan, else what is below the
/// overview. Who presses in the overview stays there.
pub(super) fn begin(root: &Element, shows_all: bool) {
    let focused = root.query_selector(".overview :focus").ok().flatten();
    let Some(list) = root.query_selector("[part~=list]").ok().flatten() else {
        return;
    };
    if focused.is_none() {
        let overview = list.first_element_child().filter(|_| !shows_all);
        list.set_scroll_top(overview.map_or(0, |overview| overview.client_height()));
    }
}

/// Brings a clause into sight.
pub(super) fn show(root: &Element, eid: &str, how: How) {
    if how == How::Stay {
        return;
    }
    // An eId is made of letters, digits and underscores, so that it is a selector as it is.
    let clause = root.query_selector(&format!("#{eid}")).ok().flatten();
    let list = root.query_selector("[part~=list]").ok().flatten();
    let Some((list, clause)) = list.zip(clause) else {
        return;
    };
    let below_top = clause.get_bounding_client_rect().top() - list.get_bounding_client_rect().top();
    list.set_scroll_top(list.scroll_top() + pixels(below_top));
    if how == How::Page {
        // In full height the clause itself has to be brought into sight, else the list it is now on top of.
        let is_full = root.get_attribute("data-expanded").as_deref() == Some("true");
        let target = if is_full { &clause } else { root };
        target.scroll_into_view();
    }
    if how != How::List
        && is_free(root)
        && let Ok(clause) = clause.dyn_into::<HtmlElement>()
    {
        let options = FocusOptions::new();
        options.set_prevent_scroll(true);
        clause.focus_with_options(&options).ok();
    }
}

/// Whether the focus is nowhere, or in the widget, so that it may be moved: it is not taken from the host.
fn is_free(root: &Element) -> bool {
    let host = root
        .get_root_node()
        .dyn_into::<ShadowRoot>()
        .map(|root| root.host());
    let active = root.owner_document().and_then(|page| page.active_element());
    active.is_none_or(|active| {
        active.tag_name() == "BODY" || host.is_ok_and(|host| host.contains(Some(&active)))
    })
}

/// Whole pixels; a clause is never so far away that this could not hold them.
#[expect(clippy::cast_possible_truncation)]
fn pixels(length: f64) -> i32 {
    length.round() as i32
}
