//! The paragraphs before the first division.

use plan::{InLanguage, Localized};
use yew::prelude::*;

use crate::context::Context;

/// Renders the preamble, closed at first.
pub(super) fn view(cx: &Context<'_>) -> Html {
    let paragraph = |text: &Localized| {
        let InLanguage { tag, text } = text.nearest(cx.tag());
        html! { <p lang={cx.shared.html_tag(tag)} translate="no" ~textContent={text} /> }
    };
    html! {
        <details class="preamble">
            <summary ~textContent={&*cx.interface.preamble} />
            { for cx.shared.plan().preamble.iter().map(paragraph) }
        </details>
    }
}
