//! The search field.
//!
//! It is the browser that holds what is being typed: while an input method composes, nothing is
//! read from the field and nothing is written to it.

use gloo_events::EventListener;
use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::state::{Action, State};
use plan::interface::Interface;

#[derive(Debug, PartialEq, Properties)]
pub(super) struct Props {
    pub(super) interface: &'static Interface,
    /// The query of the view.
    pub(super) query: AttrValue,
    pub(super) dispatch: UseReducerDispatcher<State>,
}

#[component]
pub(super) fn Search(props: &Props) -> Html {
    let Props {
        interface,
        query,
        dispatch,
    } = props;
    let field = use_node_ref();
    let is_composing = use_mut_ref(|| false);

    // The view may change by other means than typing. The field of one who is typing is left alone.
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
    // Yew has no composition events. Engines differ in whether an input event follows the end of a
    // composition, so that is a moment to search too; searching for the same again changes nothing.
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
                // The button goes away with the query; focus would be lost with it.
                field.focus().ok();
            }
        })
    };
    html! {
        <div class="search" role="search">
            <input part="search" type="text" inputmode="search" enterkeyhint="search" autocomplete="off" spellcheck="false"
                ref={field} placeholder={&*interface.search} aria-label={&*interface.search} {oninput} />
            if !query.is_empty() {
                <button type="button" class="clear" aria-label={&*interface.clear_search} {onclick}>{ "×" }</button>
            }
        </div>
    }
}
