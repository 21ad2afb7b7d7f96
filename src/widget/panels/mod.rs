//! The panels below the header, and their buttons. At most one panel is open.
//!
//! A panel is no dialog: the text around it can be read and changed, and its contents follow.

pub(crate) mod copy_field;
mod export;
pub(crate) mod forms;
mod quote;
mod share;
mod tables;

use web_sys::Element;
use yew::prelude::*;

use crate::context::Context;
use crate::controls::{self, button, flag};
use crate::dom::{BEFORE_PRINT, later};
use crate::rare;
use crate::state::{Action, Panel};

/// Renders the buttons that open the panels, and the one that prints, behind a button in a narrow widget. Only a host that
/// can share a view has the button for sharing. Before an `is_long` list is printed, its other rows are rendered.
pub(crate) fn buttons(cx: &Context<'_>, is_long: bool) -> Html {
    let button = |panel: Panel, part: Option<&'static str>| {
        let is_open = cx.state.panel == Some(panel);
        let onclick = cx.callback(Action::TogglePanel(panel));
        let onkeydown = is_open.then(|| close_on_escape(cx, panel));
        html! {
            <button type="button" {part} aria-expanded={flag(is_open)} aria-controls={panel.id()} {onclick} {onkeydown} ~textContent={name(cx, panel)} />
        }
    };
    let is_open = cx.state.menu_open;
    // If a sandbox forbids printing, the browser reports it in its console.
    let print = || {
        if let Some(window) = web_sys::window() {
            window.print().ok();
        }
    };
    let print = Callback::from(move |press: MouseEvent| {
        if !is_long {
            print();
            return;
        }
        let button = press.target_dyn_into::<Element>();
        let root = button.and_then(|button| button.closest(".root").ok()?);
        if let Some((root, event)) = root.zip(web_sys::Event::new(BEFORE_PRINT).ok()) {
            root.dispatch_event(&event).ok();
        }
        later(0, print);
    });
    html! {
        <>
        <button type="button" class="open-menu" aria-expanded={flag(is_open)} aria-controls="ce-menu" aria-label={&*cx.interface.0.menu}
            onclick={cx.callback(Action::ToggleMenu)} ~textContent="⋯" />
        <div id="ce-menu" class="panels" data-open={flag(is_open)}>
            if cx.sharing.is_some() {
                // Named in the public contract as `part="share"`.
                { button(Panel::Share, Some("share")) }
            }
            { button(Panel::Quote, None) }
            { button(Panel::Export, None) }
            { controls::button(&cx.interface.print, print) }
        </div>
        </>
    }
}

/// Renders an element for each panel. Only the open one has contents.
pub(crate) fn view(cx: &Context<'_>) -> Html {
    let panel = |panel: Panel| {
        let is_open = cx.state.panel == Some(panel);
        html! {
            <div id={panel.id()} class="panel" data-open={flag(is_open)} onkeydown={close_on_escape(cx, panel)}>
                if is_open {
                    <h3 tabindex="-1" ~textContent={name(cx, panel)} />
                    { button(&cx.interface.close, cx.callback(Action::TogglePanel(panel))) }
                    { rare::or_notice(rare::panel(cx, panel), cx, name(cx, panel)) }
                }
            </div>
        }
    };
    [Panel::Share, Panel::Export, Panel::Quote]
        .into_iter()
        .map(panel)
        .collect()
}

/// Returns the text of a panel's button, which is also its heading.
fn name<'a>(cx: &Context<'a>, panel: Panel) -> &'a str {
    let interface = cx.interface.0;
    match panel {
        Panel::Share => &interface.share,
        Panel::Export => &interface.export,
        Panel::Quote => &interface.quote,
    }
}

/// Renders the contents of a panel.
pub(crate) fn content(cx: &Context<'_>, panel: Panel) -> Html {
    match panel {
        Panel::Share => share::content(cx),
        Panel::Export => export::content(cx),
        Panel::Quote => quote::content(cx),
    }
}

fn close_on_escape(cx: &Context<'_>, panel: Panel) -> Callback<KeyboardEvent> {
    let dispatch = cx.dispatch.clone();
    Callback::from(move |event: KeyboardEvent| {
        // The Escape that ends an input method's composition closes nothing.
        if event.key() == "Escape" && !event.is_composing() {
            // Else it would close the host's dialog too.
            event.prevent_default();
            dispatch.dispatch(Action::TogglePanel(panel));
        }
    })
}
