//! The choice of the language to read in, and of the one beside it.

use plan::{Language, Status};
use yew::prelude::*;

use crate::context::Context;
use crate::controls::text_before;
use crate::state::Action;

/// Renders the two choices; nothing if the plan has one language.
pub(crate) fn view(cx: &Context<'_>) -> Html {
    let languages = &cx.shared.plan().languages;
    if languages.len() < 2 {
        return html! {};
    }
    html! {
        <div part="language">
            <div class="languages" role="radiogroup" aria-label={&*cx.interface.0.language}>
                { for languages.iter().map(|language| radio(cx, language)) }
            </div>
            <label class="compare">
                { text_before(&cx.interface.compare) }
                <select onchange={cx.on_choice(Action::SetComparison)}>
                    <option value="" selected={cx.compare().is_none()} ~textContent={&*cx.interface.compare_none} />
                    { for languages.iter().filter(|language| language.tag != cx.tag()).map(|language| option(cx, language)) }
                </select>
            </label>
        </div>
    }
}

/// Renders lines that say which text of a plan in some languages is authoritative and which shown texts are not, and how
/// these were translated.
pub(crate) fn status(cx: &Context<'_>, languages: &[Language]) -> Html {
    let shown = |language: &&Language| {
        language.tag == cx.tag() || Some(language.tag.as_ref()) == cx.compare()
    };
    let line = |language: &Language| {
        let message = match language.status {
            Status::Authoritative => &cx.interface.authoritative,
            Status::Unofficial => &cx.interface.unofficial,
        };
        let line = cx.interface.about(message, language);
        if let Some(translation) = &language.translation {
            html! {
                <details>
                    <summary ~textContent={line} />
                    <p lang={cx.shared.html_tag(&language.tag)} dir={cx.shared.dir(&language.tag)} ~textContent={translation.to_string()} />
                </details>
            }
        } else {
            html! { <p ~textContent={line} /> }
        }
    };
    let is_unofficial = |language: &&Language| language.status == Status::Unofficial;
    let mut lines: Vec<Html> = languages
        .iter()
        .filter(shown)
        .filter(is_unofficial)
        .map(line)
        .collect();
    // Lines about the authoritative texts are needed only beside a translation.
    if !lines.is_empty() {
        let authoritative = languages.iter().filter(|one| !is_unofficial(one));
        lines.splice(..0, authoritative.map(line));
    }
    html! { <div class="language-status">{ for lines }</div> }
}

fn radio(cx: &Context<'_>, language: &Language) -> Html {
    let tag = language.tag.to_string();
    let onchange = cx.callback::<Event>(Action::SetLanguage(tag.clone()));
    html! {
        <label>
            <input type="radio" name="lang" value={tag.clone()} checked={cx.tag() == tag} {onchange} />
            <span lang={cx.shared.html_tag(&language.tag)} dir={cx.shared.dir(&language.tag)} ~textContent={&*language.name} />
        </label>
    }
}

fn option(cx: &Context<'_>, language: &Language) -> Html {
    let selected = cx.compare() == Some(&*language.tag);
    html! { <option value={language.tag.to_string()} lang={cx.shared.html_tag(&language.tag)} dir={cx.shared.dir(&language.tag)} {selected} ~textContent={&*language.name} /> }
}
