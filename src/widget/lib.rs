//! The explorer of a plan's clauses, as a Yew component and as what a custom element calls.
//!
//! 1. [`ClauseExplorer`] gets a plan and the host's requests as [`Props`], and reports [`Event`]s.
//! 2. `state` holds one `State`. An `Action` describes a change, and one pure function, `reduce`, applies it.
//! 3. Everything shown is a function of that state: the header (`search`, `languages`, `panels`), `facets`, `list`
//!    with `overview` and `clause`, and `footer`.
//! 4. `hooks` do what has to happen after a rendering: scrolling, moving the focus, reporting events.
//! 5. [`element`] is called by the element's class in JavaScript. Nothing else here knows custom elements.
//!
//! A Yew application can use the component as its own. Its styles are those of `www/styles/`, written for a
//! shadow root: their `:host` is the element around the component.
//!
//! The plan comes from the packed bytes that `build` puts into the engine, as below, or from `plan.json`: a
//! [`plan::Plan`] can be deserialized with serde.
//!
//! ```
//! use widget::{ClauseExplorer, Event, Interfaces, SharedPlan};
//! use yew::prelude::*;
//!
//! #[derive(PartialEq, Properties)]
//! struct ArticleProps {
//!     /// The contents of the engine's custom section `plan`.
//!     packed: &'static [u8],
//! }
//!
//! #[component]
//! fn Article(props: &ArticleProps) -> Html {
//!     let content = use_memo(props.packed, |packed| {
//!         let content = plan::format::unpack::<plan::Content>(packed).ok()?;
//!         Some((SharedPlan::new(content.plan), Interfaces::new(content.interfaces)))
//!     });
//!     let on_event = Callback::from(|event| {
//!         if let Event::Change { count, .. } = event {
//!             println!("{count} clauses match");
//!         }
//!     });
//!     let Some((shared, interfaces)) = content.as_ref().clone() else {
//!         return html! { <p>{ "The plan could not be read." }</p> };
//!     };
//!     html! { <ClauseExplorer {shared} {interfaces} lang="en" {on_event} /> }
//! }
//! ```

mod api;
mod card;
mod clause;
mod context;
mod controls;
mod data_url;
mod dom;
pub mod element;
mod explorer;
mod facets;
mod footer;
mod glosses;
mod hooks;
mod js_value;
mod languages;
mod list;
mod marked_text;
mod members;
mod overview;
mod panels;
mod pulse;
mod rare;
mod search;
mod shared_plan;
mod state;
mod title;
mod words;

pub use api::{Codes, EmbedCodes, Event, HostRequest, Layout, Notice, Props, SharedView, Sharing};
pub use explorer::ClauseExplorer;
pub use pulse::Pulse;
pub use shared_plan::SharedPlan;
pub use words::Interfaces;
