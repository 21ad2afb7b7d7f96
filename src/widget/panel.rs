//! What opens below the header: one panel at a time, each behind its own button.
//!
//! In its place and no dialog: what is around it can still be read and changed, and what is in it follows.

use web_sys::wasm_bindgen::JsCast;
use web_sys::{HtmlElement, HtmlTextAreaElement};
use yew::prelude::*;

use super::context::Context;
use super::state::{Action, Copied, Panel};
use super::{export, quote, share};
use plan::interface::fill;

impl Panel {
    /// The id of its element.
    pub(super) fn id(self) -> &'static str {
        match self {
            Self::Share => "ce-share",
            Self::Export => "ce-export",
            Self::Quote => "ce-quote",
        }
    }

    /// The name on its button, and above it.
    fn name<'a>(self, cx: &Context<'a>) -> &'a str {
        match self {
            Self::Share => &cx.interface.share,
            Self::Export => &cx.interface.export,
            Self::Quote => &cx.interface.quote,
        }
    }
}

/// The buttons that open them; that of sharing only where a host gave a way to.
pub(super) fn buttons(cx: &Context<'_>) -> Html {
    let is_open = |panel: Panel| cx.state.panel == Some(panel);
    let expanded = |panel: Panel| is_open(panel).to_string();
    let onclick = |panel: Panel| cx.callback(Action::TogglePanel(panel));
    let onkeydown = |panel: Panel| is_open(panel).then(|| on_escape(cx, panel));
    let button = |panel: Panel| {
        html! {
            <button type="button" aria-expanded={expanded(panel)} aria-controls={panel.id()} onclick={onclick(panel)} onkeydown={onkeydown(panel)}>{ panel.name(cx) }</button>
        }
    };
    let shared = Panel::Share;
    html! {
        <div class="panels">
            if cx.share.is_some() {
                <button type="button" part="share" aria-expanded={expanded(shared)} aria-controls={shared.id()} onclick={onclick(shared)} onkeydown={onkeydown(shared)}>{ shared.name(cx) }</button>
            }
            { button(Panel::Quote) }
            { button(Panel::Export) }
        </div>
    }
}

/// The places of all of them; one has something in it.
pub(super) fn view(cx: &Context<'_>) -> Html {
    let place = |panel: Panel| {
        let is_open = cx.state.panel == Some(panel);
        html! {
            <div id={panel.id()} class="panel" data-open={is_open.to_string()} onkeydown={on_escape(cx, panel)}>
                if is_open {
                    <h3 tabindex="-1">{ panel.name(cx) }</h3>
                    <button type="button" onclick={cx.callback(Action::TogglePanel(panel))}>{ &*cx.interface.close }</button>
                    { content(cx, panel) }
                }
            </div>
        }
    };
    [Panel::Share, Panel::Export, Panel::Quote]
        .into_iter()
        .map(place)
        .collect()
}

fn content(cx: &Context<'_>, panel: Panel) -> Html {
    match panel {
        Panel::Share => share::content(cx),
        Panel::Export => export::content(cx),
        Panel::Quote => quote::content(cx),
    }
}

fn on_escape(cx: &Context<'_>, panel: Panel) -> Callback<KeyboardEvent> {
    let dispatch = cx.dispatch.clone();
    Callback::from(move |event: KeyboardEvent| {
        if event.key() == "Escape" {
            dispatch.dispatch(Action::TogglePanel(panel));
        }
    })
}

/// A text to take along, under its name, and the button that copies it where a host gave a way to.
pub(super) fn field(
    cx: &Context<'_>,
    id: String,
    name: &str,
    text: &str,
    rows: &'static str,
) -> Html {
    let copy_what = fill(&cx.interface.copy_what, &[("name", name)]);
    html! {
        <>
            <label for={id.clone()}>{ name }</label>
            <textarea {id} readonly=true {rows} lang="" dir="ltr" translate="no" spellcheck="false" value={text.to_owned()} />
            if let Some(onclick) = copy(cx, name, text) {
                <button type="button" class="copy" aria-label={copy_what} {onclick}>{ &*cx.interface.copy }</button>
            }
        </>
    }
}

/// What became of the last press on one of these names.
pub(super) fn copied(cx: &Context<'_>, is_here: impl Fn(&str) -> bool) -> Html {
    let copied = cx
        .state
        .copied
        .as_ref()
        .filter(|copied| is_here(&copied.name));
    let message = copied.map(|Copied { name, is_copied }| {
        let message = if *is_copied {
            &cx.interface.copied
        } else {
            &cx.interface.selected
        };
        fill(message, &[("name", name)])
    });
    html! { <p role="status">{ message }</p> }
}

/// Copies the text of the field before the button, or else selects it, so that the reader can.
fn copy(cx: &Context<'_>, name: &str, text: &str) -> Option<Callback<MouseEvent>> {
    let (copy, dispatch) = (cx.share?.copy.clone(), cx.dispatch.clone());
    let (name, text) = (name.to_owned(), text.to_owned());
    Some(Callback::from(move |event: MouseEvent| {
        let button = event.target_dyn_into::<HtmlElement>();
        let field = button.and_then(|button| button.previous_element_sibling());
        let field = field.and_then(|field| field.dyn_into::<HtmlTextAreaElement>().ok());
        let (dispatch, name) = (dispatch.clone(), name.clone());
        let done = Callback::from(move |is_copied: bool| {
            if let Some(field) = field.as_ref().filter(|_| !is_copied) {
                field.focus().ok();
                field.select();
            }
            dispatch.dispatch(Action::Copied(Copied {
                name: name.clone(),
                is_copied,
            }));
        });
        copy.emit((text.clone(), done));
    }))
}
