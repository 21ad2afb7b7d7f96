//! Where widgets are mounted, used again and again.
//!
//! Yew keeps what it registers with a place, and with it the place, for ever. So a place whose element was removed
//! is emptied and waits for the next element: there are never more of them than there were elements at once.
//! Nothing that stays with a place refers to an element: its props go when it is emptied.

use std::cell::RefCell;

use yew::prelude::*;

use crate::{ClauseExplorer, Props};

/// An element with a Yew application in it.
#[derive(Debug)]
pub(super) struct Place {
    element: web_sys::Element,
    app: AppHandle<Slot>,
    /// How many widgets have been in it.
    nth: usize,
}

thread_local! {
    static FREE: RefCell<Vec<Place>> = const { RefCell::new(Vec::new()) };
}

impl Place {
    /// A free place, or a new one; it is in no page yet.
    ///
    /// # Errors
    /// What the browser refused to do.
    pub(super) fn take() -> Result<Self, String> {
        FREE.with_borrow_mut(Vec::pop).map_or_else(Self::new, Ok)
    }

    fn new() -> Result<Self, String> {
        let document = web_sys::window().and_then(|window| window.document());
        let document = document.ok_or("expected a document, found none")?;
        let element = document
            .create_element("div")
            .map_err(|error| format!("expected to make an element, but: {error:?}"))?;
        let empty = SlotProps {
            nth: 0,
            widget: None,
        };
        let app = yew::Renderer::<Slot>::with_root_and_props(element.clone(), empty).render();
        Ok(Self {
            element,
            app,
            nth: 0,
        })
    }

    pub(super) fn element(&self) -> &web_sys::Element {
        &self.element
    }

    /// Puts a new widget here, in place of one that may be there.
    pub(super) fn show(&mut self, props: Props) {
        self.nth += 1;
        self.update(props);
    }

    /// Gives the widget that is here other props.
    pub(super) fn update(&mut self, props: Props) {
        self.app.update(SlotProps {
            nth: self.nth,
            widget: Some(props),
        });
    }

    /// Takes the place out of the page, empties it, and keeps it for the next.
    pub(super) fn give_back(mut self) {
        self.element.remove();
        self.app.update(SlotProps {
            nth: self.nth,
            widget: None,
        });
        FREE.with_borrow_mut(|free| free.push(self));
    }
}

#[derive(Clone, Debug, PartialEq, Properties)]
struct SlotProps {
    nth: usize,
    widget: Option<Props>,
}

/// One widget, or none. By its key, the next widget is another one and not the last one changed.
#[component]
fn Slot(props: &SlotProps) -> Html {
    match &props.widget {
        Some(widget) => html! { <ClauseExplorer key={props.nth} ..widget.clone() /> },
        None => html! {},
    }
}
