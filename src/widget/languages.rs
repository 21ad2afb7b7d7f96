//! The language to read in, and the one beside it.

use web_sys::HtmlSelectElement;
use yew::prelude::*;

use super::context::Context;
use super::state::Action;
use plan::interface::fill;
use plan::{Language, Status};

/// The two choices; nothing where the plan has one language.
pub(super) fn view(cx: &Context<'_>) -> Html {
    let languages = &cx.shared.plan().languages;
    if languages.len() < 2 {
        return html! {};
    }
    html! {
        <div part="language">
            <div class="languages" role="radiogroup" aria-label={&*cx.interface.language}>
                { for languages.iter().map(|language| radio(cx, language)) }
            </div>
            <label class="compare">
                { &*cx.interface.compare }{ " " }
                <select onchange={compare(cx)}>
                    <option value="" selected={cx.compare().is_none()}>{ &*cx.interface.compare_none }</option>
                    { for languages.iter().filter(|language| language.tag != cx.tag()).map(|language| option(cx, language)) }
                </select>
            </label>
        </div>
    }
}

/// Which of the shown texts is authoritative, and which is not.
pub(super) fn status(cx: &Context<'_>) -> Html {
    let shown = |language: &&Language| {
        language.tag == cx.tag() || Some(language.tag.as_ref()) == cx.compare()
    };
    let line = |language: &Language| {
        let message = match language.status {
            Status::Authoritative => &cx.interface.authoritative,
            Status::Unofficial => &cx.interface.unofficial,
        };
        html! { <p>{ fill(message, &[("language", &language.name)]) }</p> }
    };
    let original = cx.shared.plan().languages.iter().take(1);
    let shown: Vec<&Language> = cx.shared.plan().languages.iter().filter(shown).collect();
    // Where no translation is shown, the original needs no word; where one is, both have theirs.
    let needs_word = shown
        .iter()
        .any(|language| language.status == Status::Unofficial);
    let lines = if needs_word {
        original
            .chain(
                shown
                    .iter()
                    .copied()
                    .filter(|l| l.status == Status::Unofficial),
            )
            .map(line)
            .collect()
    } else {
        Vec::new()
    };
    html! { <div class="language-status">{ for lines }</div> }
}

fn radio(cx: &Context<'_>, language: &Language) -> Html {
    let tag = language.tag.to_string();
    let onchange = {
        let (tag, keep_place, dispatch) = (tag.clone(), cx.keep_place.clone(), cx.dispatch.clone());
        Callback::from(move |_: Event| {
            keep_place.emit(());
            dispatch.dispatch(Action::Read(tag.clone()));
        })
    };
    html! {
        <label>
            <input type="radio" name="lang" value={tag.clone()} checked={cx.tag() == tag} {onchange} />
            <span lang={language.html.to_string()}>{ &*language.name }</span>
        </label>
    }
}

fn option(cx: &Context<'_>, language: &Language) -> Html {
    let selected = cx.compare() == Some(&*language.tag);
    html! { <option value={language.tag.to_string()} lang={language.html.to_string()} {selected}>{ &*language.name }</option> }
}

fn compare(cx: &Context<'_>) -> Callback<Event> {
    let (keep_place, dispatch) = (cx.keep_place.clone(), cx.dispatch.clone());
    Callback::from(move |event: Event| {
        if let Some(select) = event.target_dyn_into::<HtmlSelectElement>() {
            keep_place.emit(());
            dispatch.dispatch(Action::Compare(
                Some(select.value()).filter(|tag| !tag.is_empty()),
            ));
        }
    })
}
