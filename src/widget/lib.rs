//! The widget: a Yew component that gets a plan and tells what its reader does.
//!
//! One state, one action, one pure `reduce`; its parts are functions and small components that
//! compare their props honestly. It knows nothing of custom elements, of their attributes, or of what JavaScript calls.
//!
//! A Yew application can use it as a component of its own. Its styles are those of `www/styles/`, written for a
//! shadow root: their `:host` is the element around it.
//!
//! ```
//! use clause_explorer::baked;
//! use clause_explorer::ui::{ClauseExplorer, Event, Shared};
//! use yew::prelude::*;
//!
//! #[component]
//! fn Article() -> Html {
//!     let plan = use_memo((), |()| Shared::new(baked::plan()));
//!     let on_event = Callback::from(|event| {
//!         if let Event::Change { count, .. } = event {
//!             println!("{count} clauses are left");
//!         }
//!     });
//!     html! {
//!         <ClauseExplorer shared={(*plan).clone()} interfaces={baked::interfaces()} lang="en" {on_event} />
//!     }
//! }
//! ```

mod annotations;
mod chips;
mod clause;
mod context;
pub mod element;
mod empty;
mod export;
mod facets;
mod forms;
mod languages;
mod list;
mod matrix;
mod notes;
mod opened;
mod panel;
mod pieces;
mod pins;
mod place;
mod plain;
mod quote;
mod search;
mod share;
mod shared;
mod state;
mod tags;
mod text;

pub use shared::Shared;
use web_sys::wasm_bindgen::JsCast;
use yew::prelude::*;

use context::Context;
use pieces::{Stage, use_stage};
use place::Place;
use plan::InLanguage;
use plan::interface::{Interface, fill};
use query::View;
use search::Search;
use state::{Action, How, State};

/// What the widget is given.
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct Props {
    /// The plan to explore.
    pub shared: Shared,
    /// The words of the widget itself, in every language there is.
    pub interfaces: &'static [Interface],
    /// The tag of the language to read in, unless the view names one.
    #[prop_or_default]
    pub lang: AttrValue,
    /// What the host wishes now.
    #[prop_or_default]
    pub wish: Wish,
    /// What the host asked for and did not get.
    #[prop_or_default]
    pub notices: Vec<Notice>,
    /// The page's address without its fragment, to which links to clauses lead.
    #[prop_or_default]
    pub address: AttrValue,
    /// How the view can be shared; without this, it cannot be.
    #[prop_or_default]
    pub share: Option<Share>,
    /// The address of the explorer in one file; empty where there is none.
    #[prop_or_default]
    pub copy: AttrValue,
    /// Whether there is room for the overview, so that it is open at first.
    #[prop_or_default]
    pub roomy: bool,
    /// Whether it takes the place of another one, and so is there at once and not in pieces.
    #[prop_or_default]
    pub at_once: bool,
    /// Is told what happened, after it is on the screen.
    #[prop_or_default]
    pub on_event: Callback<Event>,
}

/// What a host wishes the widget to show. What it says is done once for each number.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Wish {
    /// Which wish this is, counted by the host.
    pub nth: usize,
    /// A view to take the place of what the reader chose.
    pub view: Option<View>,
    /// The eId of a clause to open and scroll to.
    pub target: Option<String>,
}

/// What the reader should know of a wish that was not fulfilled.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Notice {
    /// The view named what the plan does not have.
    LeftOut(String),
    /// The plan to be shown could not be had, so that another one still is.
    PlanFailed,
    /// Some of the host's annotations could not be shown.
    AnnotationsIncomplete,
}

/// How a view can be shared.
#[derive(Clone, Debug, PartialEq)]
pub struct Share {
    /// What it is shared by.
    pub codes: Callback<Seen, Codes>,
    /// Copies a text, and tells whether it could.
    pub copy: Callback<(String, Callback<bool>)>,
}

/// What a reader sees.
#[derive(Clone, Debug, PartialEq)]
pub struct Seen {
    /// The plan.
    pub shared: Shared,
    /// What was chosen.
    pub view: View,
    /// The same with the languages that are in use, whether they were chosen or not.
    pub seen: View,
}

/// What a view is shared by.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Codes {
    /// The address of the page with the view in it, where there is one that has it.
    pub page: Option<String>,
    /// What shows the view in other pages, where they can have the plan.
    pub embed: Option<EmbedCodes>,
}

/// What shows a view in other pages.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EmbedCodes {
    /// The address of a page that has nothing else.
    pub link: String,
    /// The tag with its script.
    pub element: String,
    /// An iframe.
    pub iframe: String,
    /// The name of the file whose contents can stand inside the tag.
    pub text: String,
}

/// What happened in the widget.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Event {
    /// All is written: it may be put on the screen.
    Written,
    /// All is on the screen.
    Ready,
    /// The reader or the host changed the view, and `count` clauses are left.
    Change {
        /// The view now.
        view: View,
        /// How many clauses it leaves.
        count: usize,
        /// Whether it was the reader's choice.
        by_reader: bool,
    },
    /// The wish of this number has been done; before that, the next one may take its place.
    Granted(usize),
    /// A clause was opened.
    Select {
        /// Its identifier.
        eid: String,
    },
}

/// The widget.
#[component]
pub fn ClauseExplorer(props: &Props) -> Html {
    let state = use_reducer_eq(|| {
        State::new(
            props.shared.clone(),
            props.wish.view.clone().unwrap_or_default(),
            props.roomy,
        )
    });
    let root = use_node_ref();
    let keep_place = use_place(&state, &root);
    use_host(props, &state, &keep_place);
    let listed = state.listed();
    // A clause that is asked for may be any of them.
    let at_once = props.at_once || state.scroll.eid.is_some();
    let stage = use_stage(&root, listed.len(), at_once);
    use_events(props, &state, stage);
    use_scrolling(props, &state, stage, &root);

    use_panel_focus(&state, &root);

    // Of the plan, too, the state has the last word: what is counted and what is shown belong together.
    let shared = &state.shared;
    let Props {
        interfaces,
        lang,
        address,
        ..
    } = props;
    let tag = state.view.lang.as_deref().unwrap_or(lang);
    let Some(interface) = interface_for(interfaces, tag) else {
        return html! {};
    };
    let dispatch = state.dispatcher();
    let cx = Context {
        shared,
        interface,
        lang,
        state: &state,
        dispatch: &dispatch,
        address,
        keep_place: &keep_place,
        share: props.share.as_ref(),
    };
    let plan = shared.plan();
    let InLanguage {
        tag: title_tag,
        text: title,
    } = plan.title.nearest(cx.tag());
    let count = listed.len();
    let total = plan.clauses.len();
    let numbers = [count, total].map(|number| interface.number(number));
    let status = fill(
        interface.plural(&interface.status, total),
        &[("count", &numbers[0]), ("total", &numbers[1])],
    );
    html! {
        <section ref={root} part="root" class="root" data-expanded={state.expanded.to_string()} aria-labelledby="ce-title" lang={&*interface.tag} dir="ltr">
            <header part="header">
                <h2 part="title" id="ce-title" lang={shared.html_tag(title_tag)} translate="no">{ title }</h2>
                { languages::view(&cx) }
                <div class="tools">
                    <Search {interface} query={state.view.query.clone()} dispatch={dispatch.clone()} />
                    <p part="status" role="status">{ status }</p>
                    { panel::buttons(&cx) }
                </div>
                { panel::view(&cx) }
            </header>
            if stage != Stage::Frame { { facets::view(&cx) } }
            <div class="main">
                { for props.notices.iter().map(|notice| notes::notice(interface, notice)) }
                { pins::view(&cx) }
                { chips::view(&cx) }
                { list::view(&cx, &listed, 0..stage.written(count)) }
            </div>
            { notes::view(&cx, &props.copy) }
        </section>
    }
}

/// The words in the language `tag`, or else in the first language there is.
fn interface_for(interfaces: &'static [Interface], tag: &str) -> Option<&'static Interface> {
    interfaces
        .iter()
        .find(|interface| interface.tag == tag)
        .or(interfaces.first())
}

/// Keeps the clause at the top of the list where it is while languages or annotations change. Returns what is
/// to be called before they do.
#[hook]
fn use_place(state: &UseReducerHandle<State>, root: &NodeRef) -> Callback<()> {
    let kept = use_mut_ref(|| None::<Place>);
    {
        let (kept, root) = (kept.clone(), root.clone());
        let View { lang, compare, .. } = state.view.clone();
        use_effect_with((lang, compare, state.shared.clone()), move |_| {
            if let Some((place, root)) = kept.take().zip(root.cast::<web_sys::Element>()) {
                place.restore(&root);
            }
        });
    }
    let root = root.clone();
    Callback::from(move |()| {
        *kept.borrow_mut() = root
            .cast::<web_sys::Element>()
            .and_then(|root| Place::of(&root));
    })
}

/// Brings the focus to a panel when it opens, and back to its button when it closes.
#[hook]
fn use_panel_focus(state: &UseReducerHandle<State>, root: &NodeRef) {
    let opened = use_mut_ref(|| None);
    let root = root.clone();
    use_effect_with(state.panel, move |&panel| {
        let target = match (opened.replace(panel), panel) {
            (before, now) if before == now => return,
            (_, Some(now)) => format!("#{} h3", now.id()),
            (Some(before), None) => format!("[aria-controls={}]", before.id()),
            (None, None) => return,
        };
        if let Some(element) = first_in(&root, &target) {
            element.focus().ok();
        }
    });
}

/// Does what the host wishes. The view of its first wish is the one the state began with.
#[hook]
fn use_host(props: &Props, state: &UseReducerHandle<State>, keep_place: &Callback<()>) {
    let (dispatch, keep_place) = (state.dispatcher(), keep_place.clone());
    use_effect_with(props.shared.clone(), move |shared| {
        keep_place.emit(());
        dispatch.dispatch(Action::Have(shared.clone()));
    });
    let dispatch = state.dispatcher();
    let on_event = props.on_event.clone();
    use_effect_with(props.wish.clone(), move |Wish { nth, view, target }| {
        if let Some(view) = view.clone() {
            dispatch.dispatch(Action::Show(view));
        }
        if let Some(eid) = target.clone() {
            dispatch.dispatch(Action::GoTo(eid, How::Page));
        }
        on_event.emit(Event::Granted(*nth));
    });
}

/// Tells the host what changed, once it is on the screen.
#[hook]
fn use_events(props: &Props, state: &UseReducerHandle<State>, stage: Stage) {
    let is_first = use_mut_ref(|| true);
    let on_event = props.on_event.clone();
    let count = state.results.clauses.len();
    let by_reader = !state.by_host;
    let wished = props.wish.view.clone().unwrap_or_default();
    let is_written = stage >= Stage::Written;
    {
        let on_event = on_event.clone();
        use_effect_with(is_written, move |&is_written| {
            if is_written {
                on_event.emit(Event::Written);
            }
        });
    }
    let is_whole = stage == Stage::Whole;
    use_effect_with((state.view.clone(), is_whole), move |(view, is_whole)| {
        if !is_whole {
            return;
        }
        let was_first = is_first.replace(false);
        if was_first {
            on_event.emit(Event::Ready);
        }
        // A wish may come out otherwise: filters give way to a clause that they hide.
        if !was_first || *view != wished {
            on_event.emit(Event::Change {
                view: view.clone(),
                count,
                by_reader,
            });
        }
    });
}

/// Moves the list, the page and the focus to where the reader looks next. A host that hides the widget until
/// it is ready has been told by now.
#[hook]
fn use_scrolling(props: &Props, state: &UseReducerHandle<State>, stage: Stage, root: &NodeRef) {
    let is_written = stage >= Stage::Written;
    // Other clauses begin at the top; unless it is a clause that was asked for, just below.
    {
        let root = root.clone();
        let shows_all = state.view.shows_all() && !state.pins_only;
        let narrowed_by = (
            state.view.query.clone(),
            state.view.filters.clone(),
            state.pins_only,
            is_written,
        );
        let is_first = use_mut_ref(|| true);
        use_effect_with(narrowed_by, move |_| {
            // At first it is at its top.
            if !is_written || is_first.replace(false) && shows_all {
                return;
            }
            if let Some(root) = root.cast::<web_sys::Element>() {
                place::begin(&root, shows_all);
            }
        });
    }
    {
        let (root, on_event) = (root.clone(), props.on_event.clone());
        use_effect_with(state.scroll.clone(), move |scroll| {
            if let (Some(eid), Some(root)) = (&scroll.eid, root.cast::<web_sys::Element>()) {
                place::show(&root, eid, scroll.how);
                on_event.emit(Event::Select { eid: eid.clone() });
            }
        });
    }
    let root = root.clone();
    use_effect_with(state.focus_lost, move |&times| {
        if let Some(list) = list_in(&root).filter(|_| times > 0) {
            let options = web_sys::FocusOptions::new();
            options.set_prevent_scroll(true);
            list.focus_with_options(&options).ok();
        }
    });
}

fn list_in(root: &NodeRef) -> Option<web_sys::HtmlElement> {
    first_in(root, "[part~=list]")
}

fn first_in(root: &NodeRef, selector: &str) -> Option<web_sys::HtmlElement> {
    let root = root.cast::<web_sys::Element>()?;
    root.query_selector(selector).ok()??.dyn_into().ok()
}
