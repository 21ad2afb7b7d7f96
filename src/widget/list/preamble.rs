//! The paragraphs before the first division.

use plan::{InLanguage, Localized};
use yew::prelude::*;

use crate::context::Context;

/// Renders the preamble, closed at first; nothing if not the whole plan is listed.
pub(crate) fn view(cx: &Context<'_>) -> Html {
    let paragraphs = &cx.shared.plan().preamble;
    if paragraphs.is_empty() || !cx.state.view.shows_all() {
        return html! {};
    }
    let paragraph = |text: &Localized| {
        let InLanguage { tag, text } = text.nearest(cx.tag());
        html! { <p lang={cx.shared.html_tag(tag)} dir={cx.shared.dir(tag)} translate="no" ~textContent={text} /> }
    };
    html! {
        <details class="preamble">
            <summary ~textContent={&*cx.interface.preamble} />
            { for paragraphs.iter().map(paragraph) }
        </details>
    }
}
