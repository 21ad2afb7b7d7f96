//! The root component.

use std::rc::Rc;

use plan::interface::fill;
use web_sys::wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};
use yew::prelude::*;

use crate::api::{Layout, Props};
use crate::context::Context;
use crate::dom::list_in;
use crate::hooks::{
    Stage, use_anchor, use_choices, use_events, use_focus, use_generation, use_hidden_rows,
    use_host, use_scrolling, use_sheet, use_stage,
};
use crate::list::{active_filters, notice, pins};
use crate::search::Search;
use crate::state::State;
use crate::{facets, footer, languages, list, overview, panels, rare, title};

/// The widget.
#[component]
pub fn ClauseExplorer(props: &Props) -> Html {
    let state = use_reducer_eq(|| {
        let view = props.request.value().view.clone();
        State::new(props.shared.clone(), view.unwrap_or_default())
    });
    let dispatch = state.dispatcher();
    let root = use_node_ref();
    let generation = use_generation(props, &state.view);
    use_anchor(&state, &root);
    let listed = state.listed();
    let is_long = list::is_long(listed);
    // A clause that was asked for may be any of them, so that all have to be there.
    let at_once = props.renders_at_once || state.scroll.value().is_some();
    let is_card = props.layout == Layout::Card;
    let (stage, on_rows) = use_stage(!is_card, at_once);
    let memory = (*use_memo((), |()| list::Memory::default())).clone();
    use_hidden_rows(&root, &dispatch);
    use_events(props, &state, stage);
    use_scrolling(props, &state, stage, &root);
    // After the events: a change is reported before the host's next request counts as applied. After the scrolling: new
    // annotations keep the place that the reader has reached.
    use_host(props, &state, &dispatch);
    use_focus(&state, &root);
    use_sheet(&state, &root, &dispatch);
    use_choices(&state.view, &root);

    let tag = state.view.lang.as_deref().unwrap_or(&props.lang);
    let Some(interface) = props.interfaces.nearest(tag) else {
        return html! {};
    };
    let cx = Context {
        // The plan of the state, not of the props: counts and text must come from the same plan.
        shared: &state.shared,
        interface,
        lang: &props.lang,
        layout: props.layout,
        state: &state,
        dispatch: &dispatch,
        heading: &props.heading,
        page_address: &props.page_address,
        late_parts: props.late_parts,
        sharing: props.sharing.as_ref(),
    };
    html! {
        <section key={generation} ref={root.clone()} part="root" class="root" data-layout={props.layout.word()} aria-labelledby="ce-title" lang={&*interface.0.tag} dir={plan::direction(&interface.0.tag)}>
            <header part="header">
                { title::view(&cx) }
                if !is_card { { languages::view(&cx) } }
                { title::intro(&cx, &props.intro) }
            </header>
            if !is_card {
            <div class="tools">
                <Search {interface} query={state.view.query.clone()} dispatch={dispatch.clone()} />
                { skip_link(&cx) }
                { facets::open_button(&cx) }
                { panels::buttons(&cx, is_long) }
            </div>
            { panels::view(&cx) }
            }
            <div class="columns">
            if !is_card && stage != Stage::Frame { { facets::view(&cx, stage == Stage::Complete) } }
            <div class="main">
                if !is_card {
                <div class="figures">
                    { status(&cx, listed.len()) }
                    { overview::figures(&cx) }
                    { overview::open_button(&cx) }
                    { list::sort::choice(&cx) }
                    { list::preamble(&cx) }
                </div>
                }
                { for props.notices.iter().map(|one| notice::view(&cx, one)) }
                { notice::of_query(&cx) }
                if is_card {
                    { rare::or_notice(rare::cards(&cx), &cx, cx.title().text) }
                } else {
                { pins::view(&cx) }
                { active_filters::view(&cx) }
                { list::view(&cx, stage, list::Shared { root, memory, on_rows }) }
                }
            </div>
            </div>
            if !is_card {
                { copied_link(&cx) }
                { footer::view(&cx, &props.offline_copy) }
            }
        </section>
    }
}

/// Renders the button that moves the focus past filters and tools to the clauses. It is visible while it has the focus.
fn skip_link(cx: &Context<'_>) -> Html {
    let count = cx.state.results.clauses.len();
    let label = cx.counted(&cx.interface.to_clauses, count, &[]);
    let onclick = Callback::from(|event: MouseEvent| {
        let button = event.target_dyn_into::<Element>();
        let root = button.and_then(|button| button.closest(".root").ok()?);
        let list = root.and_then(|root| list_in(&root)?.dyn_into::<HtmlElement>().ok());
        if let Some(list) = list {
            list.focus().ok();
        }
    });
    html! { <button type="button" class="skip" {onclick} ~textContent={label} /> }
}

/// Renders the message about a copied link, which `www/element/copy-link.js` fills in.
fn copied_link(cx: &Context<'_>) -> Html {
    let words = cx.interface.0;
    html! {
        <div class="copied-link" data-copied={&*words.copied} data-selected={&*words.selected}>
            <p role="status" />
            <textarea readonly=true hidden=true rows="1" lang="" dir="ltr" translate="no" />
        </div>
    }
}

/// Renders how many clauses match.
fn status(cx: &Context<'_>, count: usize) -> Html {
    let interface = cx.interface;
    let total = cx.shared.plan().clauses.len();
    let numbers = [count, total].map(|number| interface.number(number));
    let status = fill(
        interface.plural(&interface.status, total),
        &[("count", &numbers[0]), ("total", &numbers[1])],
    );
    // Screen readers read out a new element, even if it has the same text: other clauses may be as many as before.
    let key = Rc::as_ptr(&cx.state.results) as usize;
    html! { <p part="status" role="status"><span {key} ~textContent={status} /></p> }
}
