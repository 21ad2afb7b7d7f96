//! The search field.
//!
//! While an input method composes, the browser holds the text: nothing is read from the field and nothing is
//! written to it.

use gloo_events::EventListener;
use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::state::{Action, State};
use crate::words::Words;

#[derive(Debug, PartialEq, Properties)]
pub(crate) struct Props {
    pub(crate) interface: Words,
    /// The query of the view.
    pub(crate) query: AttrValue,
    pub(crate) dispatch: UseReducerDispatcher<State>,
}

#[component]
pub(crate) fn Search(props: &Props) -> Html {
    let Props {
        interface,
        query,
        dispatch,
    } = props;
    let field = use_node_ref();
    let is_composing = use_mut_ref(|| false);

    // The query may change by other means than typing. While the reader types, the field is left alone.
    {
        let (field, is_composing) = (field.clone(), is_composing.clone());
        use_effect_with(query.clone(), move |query| {
            if let Some(field) = field.cast::<HtmlInputElement>()
                && !*is_composing.borrow()
                && field.value() != query.as_str()
            {
                field.set_value(query);
            }
        });
    }
    // Yew has no composition events. In some browsers no input event follows the end of a composition, so
    // that the end starts a search too. To search for the same text again changes nothing.
    {
        let (field, is_composing, dispatch) =
            (field.clone(), is_composing.clone(), dispatch.clone());
        use_effect_with((), move |()| {
            let element = field.cast::<HtmlInputElement>();
            let listeners = element.map(|element| {
                let start = is_composing.clone();
                let start = EventListener::new(&element, "compositionstart", move |_| {
                    *start.borrow_mut() = true;
                });
                let input = element.clone();
                let end = EventListener::new(&element, "compositionend", move |_| {
                    *is_composing.borrow_mut() = false;
                    dispatch.dispatch(Action::Search(input.value()));
                });
                (start, end)
            });
            move || drop(listeners)
        });
    }

    let oninput = {
        let (field, dispatch) = (field.clone(), dispatch.clone());
        Callback::from(move |event: InputEvent| {
            let is_composing = event.is_composing() || *is_composing.borrow();
            if let Some(field) = field.cast::<HtmlInputElement>().filter(|_| !is_composing) {
                dispatch.dispatch(Action::Search(field.value()));
            }
        })
    };
    let onclick = {
        let (field, dispatch) = (field.clone(), dispatch.clone());
        Callback::from(move |_| {
            dispatch.dispatch(Action::Search(String::new()));
            if let Some(field) = field.cast::<HtmlInputElement>() {
                // The button disappears with the query, and the focus would be lost with it.
                field.focus().ok();
            }
        })
    };
    html! {
        <div class="search" role="search">
            <input part="search" type="text" inputmode="search" enterkeyhint="search" autocomplete="off" spellcheck="false"
                ref={field} placeholder={&*interface.0.search} aria-label={&*interface.0.search} {oninput} />
            if !query.is_empty() {
                <button type="button" class="clear" aria-label={&*interface.0.clear_search} {onclick} ~textContent="×" />
            }
        </div>
    }
}
