//! What `www/clause-explorer.js`, the class of `<clause-explorer>`, calls.
//!
//! It turns plain values into props and events into plain details. It knows no attributes and no
//! lifecycle: those are the class's.
//!
//! Absent on purpose: a smaller allocator. One (talc 5.1.1) saved 1.7 KB, and the heap was found corrupt in one of
//! ten browser runs.

mod detail;

use serde::Serialize;
use wasm_bindgen::prelude::*;
use yew::prelude::*;

use crate::baked;
use crate::query;
use crate::ui::{ClauseExplorer, Event, Props, Shared, Wish};

thread_local! {
    /// One searchable plan for all elements of the page.
    static SHARED: Shared = Shared::new(baked::plan());
}

/// A mounted widget.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Explorer {
    app: AppHandle<ClauseExplorer>,
    props: Props,
    on_event: js_sys::Function,
}

// wasm-bindgen hands over values that JavaScript has given away.
#[expect(clippy::needless_pass_by_value)]
#[wasm_bindgen]
impl Explorer {
    /// Mounts the widget into an element that holds nothing else.
    ///
    /// `languages` are BCP 47 tags, best first; `view` is a query string; `target` is the page's fragment;
    /// `address` is the page's address without it. `on_event` is called with an event's name and detail.
    #[must_use]
    pub fn mount(
        root: web_sys::Element,
        languages: Vec<String>,
        view: &str,
        target: String,
        address: String,
        on_event: js_sys::Function,
    ) -> Self {
        let shared = SHARED.with(Shared::clone);
        let wish = wish(&shared, 0, Some(view), Some(target), &on_event);
        let props = Props {
            interfaces: baked::interfaces(),
            lang: language(&languages).into(),
            wish,
            address: address.into(),
            on_event: callback(&shared, &on_event),
            shared,
        };
        let app =
            yew::Renderer::<ClauseExplorer>::with_root_and_props(root, props.clone()).render();
        Self {
            app,
            props,
            on_event,
        }
    }

    /// Tells the widget what changed. Without a view or target, the reader's choices stay.
    pub fn update(
        &mut self,
        languages: Vec<String>,
        view: Option<String>,
        target: Option<String>,
        address: String,
    ) {
        let nth = self.props.wish.nth + 1;
        self.props.wish = wish(
            &self.props.shared,
            nth,
            view.as_deref(),
            target,
            &self.on_event,
        );
        self.props.lang = language(&languages).into();
        self.props.address = address.into();
        self.app.update(self.props.clone());
    }

    /// Unmounts the widget and frees what it used.
    pub fn destroy(self) {
        self.app.destroy();
    }
}

/// What the host wishes; what the plan does not know of it is reported.
fn wish(
    shared: &Shared,
    nth: usize,
    view: Option<&str>,
    target: Option<String>,
    on_event: &js_sys::Function,
) -> Wish {
    let view = view.map(|view| {
        let (view, problems) = query::parse(view, shared.plan());
        for problem in problems {
            tell(
                on_event,
                "ce-error",
                &detail::Error {
                    code: "view",
                    message: problem.to_string(),
                },
            );
        }
        view
    });
    Wish { nth, view, target }
}

/// The first of the languages that the widget has words in; else the first it has.
fn language(languages: &[String]) -> &'static str {
    let primary = |tag: &str| {
        tag.split('-')
            .next()
            .unwrap_or_default()
            .to_ascii_lowercase()
    };
    let find = |tag: &String| {
        baked::interfaces()
            .iter()
            .find(|interface| interface.tag == primary(tag))
    };
    &languages
        .iter()
        .find_map(find)
        .unwrap_or(&baked::interfaces()[0])
        .tag
}

fn callback(shared: &Shared, on_event: &js_sys::Function) -> Callback<Event> {
    let (shared, on_event) = (shared.clone(), on_event.clone());
    Callback::from(move |event| match event {
        Event::Ready => tell(
            &on_event,
            "ce-ready",
            &detail::Ready {
                plan: detail::Summary::new(&shared),
            },
        ),
        Event::Change { view, count } => {
            tell(&on_event, "ce-change", &detail::Change::new(&view, count));
        }
        Event::Select { eid } => tell(&on_event, "ce-select", &detail::Select { eid: &eid }),
    })
}

fn tell(on_event: &js_sys::Function, name: &str, detail: &impl Serialize) {
    let serializer = serde_wasm_bindgen::Serializer::json_compatible();
    if let Ok(detail) = detail.serialize(&serializer) {
        // What a host's listener throws is reported by the browser; it is not ours to handle.
        on_event
            .call2(&JsValue::NULL, &JsValue::from_str(name), &detail)
            .ok();
    }
}
