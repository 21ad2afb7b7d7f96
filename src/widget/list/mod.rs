//! The list: the overview, then the matching clauses under the headings of their divisions.

pub(crate) mod active_filters;
mod marks;
mod memory;
mod no_matches;
pub(crate) mod notice;
mod pace;
pub(crate) mod pins;
mod preamble;
mod rows;
mod sight;
pub(crate) mod sort;
mod window;

use std::rc::Rc;

use plan::ClauseId;
use plan::interface::fill;
use yew::prelude::*;

use crate::api::Layout;
use crate::clause::{Common, OpenedTag};
use crate::context::Context;
use crate::controls::{button, flag};
use crate::hooks::Stage;
use crate::rare;
use crate::state::Action;
pub(crate) use memory::Memory;
pub(crate) use no_matches::view as no_matches;
pub(crate) use preamble::view as preamble;
use rows::Rows;
pub(crate) use window::is_long;

/// The values that the rows share with the root component.
pub(crate) struct Shared {
    /// The widget's outermost element.
    pub(crate) root: NodeRef,
    pub(crate) memory: Memory,
    /// Called when the rows of the stage are rendered.
    pub(crate) on_rows: Callback<()>,
}

/// Renders the list. The rows are a component of their own: what does not concern them does not render them.
pub(crate) fn view(cx: &Context<'_>, stage: Stage, shared: Shared) -> Html {
    let (plan, view) = (cx.shared.plan(), &cx.state.view);
    let listed = cx.state.listed();
    // If the plan lacks the language of the interface, its clauses are shown in the original.
    let reading = plan.title.nearest(cx.tag()).tag;
    let shown: Vec<&str> = std::iter::once(reading).chain(cx.compare()).collect();
    let is_parallel = flag(shown.len() > 1);
    let common = Rc::new(Common {
        shared: cx.shared.clone(),
        interface: cx.interface,
        needles: cx.state.needles.clone(),
        shown: shown.into_iter().map(str::to_owned).collect(),
        tag: cx.tag().to_owned().into(),
        is_movable: view.only_pins && listed.len() > 1,
        sort: view.order().map(str::to_owned),
        page_address: cx.page_address.clone(),
        late_parts: cx.late_parts,
        dispatch: cx.dispatch.clone(),
    });
    let opened = cx.state.opened.map(|id| {
        let steps = rare::steps(cx, id).unwrap_or_default();
        let more = rare::or_notice(rare::more(cx, id), cx, &cx.interface.citation);
        (id, [steps, more])
    });
    let evidence = cx.state.evidence.map(|opened| opened.clause);
    let evidence = evidence.and_then(|id| Some((id, OpenedTag::of(cx, id)?)));
    let pointed = view.clause.as_ref().zip(cx.state.opened);
    let item = pointed.map(|(eid, id)| (id, eid.clone()));
    let shown_rows = cx.state.shown_rows(cx.layout);
    let Shared {
        root,
        memory,
        on_rows,
    } = shared;
    html! {
        // If it scrolls, it must be reachable by keyboard.
        <div part="list" role="region" aria-label={&*cx.interface.0.clauses} tabindex={if cx.layout == Layout::Panel { "0" } else { "-1" }} data-parallel={is_parallel}>
            if cx.state.overview_open { { rare::or_notice(rare::overview(cx), cx, &cx.interface.overview_short) } }
            if listed.is_empty() { { rare::or_notice(rare::no_matches(cx), cx, &cx.interface.empty) } }
            <Rows {common} results={cx.state.results.clone()} pins={view.pins.clone()} {opened} {evidence} {item} {shown_rows} {stage} scroll={cx.state.scroll.clone()} focus={cx.state.list_focus.clone()} {root} {memory} {on_rows} />
            if let Some(&next) = listed.get(shown_rows) { { show_all_button(cx, next, listed.len()) } }
        </div>
    }
}

/// Renders the button that shows the rows from the clause `next` on too.
fn show_all_button(cx: &Context<'_>, next: ClauseId, count: usize) -> Html {
    let next = cx.shared.plan().clauses[next].eid.to_string();
    let onclick = cx.callback(Action::ShowAllRows(Some(next)));
    let label = fill(
        cx.interface.plural(&cx.interface.offer_all, count),
        &[("total", &cx.interface.number(count))],
    );
    html! { <p class="show-all">{ button(&label, onclick) }</p> }
}
