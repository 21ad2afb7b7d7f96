//! Mount points, which are reused.
//!
//! Yew keeps for ever what it registers with a mount point, and with it the mount point. So the mount point of a
//! removed element is emptied and waits for the next element: there are never more of them than there were
//! elements at once. Nothing that stays in a mount point refers to an element: its props go when it is emptied.

use std::cell::RefCell;

use wasm_bindgen::JsError;
use yew::prelude::*;

use crate::api::Props;
use crate::explorer::ClauseExplorer;
use crate::pulse::Pulse;

/// An element with a Yew application in it.
#[derive(Debug)]
pub(super) struct MountPoint {
    element: web_sys::Element,
    app: AppHandle<Slot>,
    /// The props of the present widget. Each number is another widget.
    widget: Pulse<Option<Props>>,
}

thread_local! {
    static FREE: RefCell<Vec<MountPoint>> = const { RefCell::new(Vec::new()) };
}

impl MountPoint {
    /// Returns a free mount point, or a new one. It is in no page yet.
    ///
    /// # Errors
    /// If there is no document, or it cannot create an element.
    pub(super) fn take() -> Result<Self, JsError> {
        FREE.with_borrow_mut(Vec::pop).map_or_else(Self::new, Ok)
    }

    fn new() -> Result<Self, JsError> {
        let document = web_sys::window().and_then(|window| window.document());
        let element = document.and_then(|document| document.create_element("div").ok());
        let element = element.ok_or_else(|| {
            JsError::new("expected a document that can create a <div>, found none")
        })?;
        let widget = Pulse::default();
        let props = SlotProps {
            widget: widget.clone(),
        };
        let app = yew::Renderer::<Slot>::with_root_and_props(element.clone(), props).render();
        Ok(Self {
            element,
            app,
            widget,
        })
    }

    pub(super) fn element(&self) -> &web_sys::Element {
        &self.element
    }

    /// Shows a new widget.
    pub(super) fn show(&mut self, props: Props) {
        self.widget.send(Some(props));
        self.update();
    }

    /// Gives other props to the present widget.
    pub(super) fn change(&mut self, props: Props) {
        self.widget.replace(Some(props));
        self.update();
    }

    /// Takes the mount point out of the page, empties it, and keeps it for the next widget.
    pub(super) fn give_back(mut self) {
        self.element.remove();
        self.widget.replace(None);
        self.update();
        FREE.with_borrow_mut(|free| free.push(self));
    }

    fn update(&mut self) {
        let widget = self.widget.clone();
        self.app.update(SlotProps { widget });
    }
}

#[derive(Clone, Debug, PartialEq, Properties)]
struct SlotProps {
    widget: Pulse<Option<Props>>,
}

/// Renders one widget, or none. The key makes the next widget a new one.
#[component]
fn Slot(props: &SlotProps) -> Html {
    match props.widget.value() {
        Some(widget) => html! { <ClauseExplorer key={props.widget.number()} ..widget.clone() /> },
        None => html! {},
    }
}
