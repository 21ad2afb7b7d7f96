//! A host page that is a Yew application, with the explorer inside it.
//!
//! It counts what its own handlers see, so that a test can tell whether they ran when they should, and only then.

use wasm_bindgen::prelude::*;
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// Mounts the application into an element.
#[wasm_bindgen]
pub fn mount(root: web_sys::Element) {
    yew::Renderer::<Host>::with_root(root).render();
}

#[component]
fn Host() -> Html {
    let presses = use_state(|| 0);
    let bubbled = use_state(|| 0);
    let inputs = use_state(|| 0);
    let typed = use_state(String::new);
    let press = {
        let presses = presses.clone();
        Callback::from(move |_| presses.set(*presses + 1))
    };
    let bubble = {
        let bubbled = bubbled.clone();
        Callback::from(move |_: MouseEvent| bubbled.set(*bubbled + 1))
    };
    let input = {
        let inputs = inputs.clone();
        Callback::from(move |_: InputEvent| inputs.set(*inputs + 1))
    };
    let type_in = {
        let typed = typed.clone();
        Callback::from(move |event: InputEvent| {
            let field: HtmlInputElement = event.target_unchecked_into();
            typed.set(field.value());
        })
    };
    html! {
        <main onclick={bubble} oninput={input}>
            <button class="press" onclick={press.clone()}>{ *presses }</button>
            <button class="press" onclick={press.clone()}>{ "another" }</button>
            <input class="field" oninput={type_in} />
            <p class="typed">{ &*typed }</p>
            <p class="bubbled">{ *bubbled }</p>
            <p class="inputs">{ *inputs }</p>
            <clause-explorer lang="en" loading="eager">
                <button class="press" onclick={press}>{ "inside" }</button>
            </clause-explorer>
        </main>
    }
}
