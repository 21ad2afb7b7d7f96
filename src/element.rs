//! What `www/clause-explorer.js`, the class of `<clause-explorer>`, calls.
//!
//! It turns plain options into props and events into plain details. It knows no attributes and no
//! lifecycle: those are the class's.

mod detail;

use serde::{Deserialize, Serialize};
use wasm_bindgen::prelude::*;
use yew::prelude::*;

use crate::baked;
use crate::interface::Interface;
use crate::query;
use crate::ui::{ClauseExplorer, Event, Props, Shared, Wish};

/// Smaller than the standard library's allocator.
#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();

thread_local! {
    /// One searchable plan for all elements of the page.
    static SHARED: Shared = Shared::new(baked::PLAN);
}

/// A mounted widget.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Explorer {
    app: AppHandle<ClauseExplorer>,
    on_event: js_sys::Function,
    /// How many times the host told something.
    wishes: usize,
}

/// What the class tells the widget.
#[derive(Deserialize)]
struct Options {
    /// The languages wanted, best first, as BCP 47 tags.
    languages: Vec<String>,
    /// A view to show, as a query string.
    view: Option<String>,
    /// The page's fragment: the eId of a clause to go to, or no concern of this widget.
    target: Option<String>,
    /// The page's address without its fragment.
    address: String,
}

#[wasm_bindgen]
impl Explorer {
    /// Mounts the widget into an element that holds nothing else. `on_event` is called with an
    /// event's name and its detail.
    ///
    /// # Errors
    /// If the options are not of the form that the class sends.
    pub fn mount(root: web_sys::Element, options: JsValue, on_event: js_sys::Function) -> Result<Explorer, JsError> {
        let props = props(options, &on_event, 0)?;
        let app = yew::Renderer::<ClauseExplorer>::with_root_and_props(root, props).render();
        Ok(Self { app, on_event, wishes: 0 })
    }

    /// Gives the widget new options.
    ///
    /// # Errors
    /// As for `mount`.
    pub fn update(&mut self, options: JsValue) -> Result<(), JsError> {
        self.wishes += 1;
        self.app.update(props(options, &self.on_event, self.wishes)?);
        Ok(())
    }

    /// Unmounts the widget and frees what it used.
    pub fn destroy(self) {
        self.app.destroy();
    }
}

/// The props for these options; what a view holds that the plan does not know is reported.
fn props(options: JsValue, on_event: &js_sys::Function, nth: usize) -> Result<Props, JsError> {
    let options: Options = serde_wasm_bindgen::from_value(options)?;
    let shared = SHARED.with(Shared::clone);
    let view = options.view.map(|view| {
        let (view, problems) = query::parse(&view, shared.plan());
        for problem in problems {
            tell(on_event, "ce-error", &detail::Error { code: "view", message: problem.to_string() });
        }
        view
    });
    Ok(Props {
        interface: interface(&options.languages),
        wish: Wish { nth, view, target: options.target },
        address: options.address.into(),
        on_event: callback(&shared, on_event),
        shared,
    })
}

/// The interface in the first of the languages that there is one for; a plan has at least one.
fn interface(languages: &[String]) -> &'static Interface {
    let primary = |tag: &str| tag.split('-').next().unwrap_or_default().to_ascii_lowercase();
    let find = |tag: &String| baked::INTERFACES.iter().find(|interface| interface.tag == primary(tag));
    languages.iter().find_map(find).unwrap_or(&baked::INTERFACES[0])
}

fn callback(shared: &Shared, on_event: &js_sys::Function) -> Callback<Event> {
    let (shared, on_event) = (shared.clone(), on_event.clone());
    Callback::from(move |event| match event {
        Event::Ready => tell(&on_event, "ce-ready", &detail::Ready { plan: detail::Summary::new(&shared) }),
        Event::Change { view, count } => tell(&on_event, "ce-change", &detail::Change::new(&view, count)),
        Event::Select { eid } => tell(&on_event, "ce-select", &detail::Select { eid: &eid }),
    })
}

fn tell(on_event: &js_sys::Function, name: &str, detail: &impl Serialize) {
    let serializer = serde_wasm_bindgen::Serializer::json_compatible();
    if let Ok(detail) = detail.serialize(&serializer) {
        // What a host's listener throws is reported by the browser; it is not ours to handle.
        on_event.call2(&JsValue::NULL, &JsValue::from_str(name), &detail).ok();
    }
}
