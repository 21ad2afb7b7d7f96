//! The plan's title, or the host's own heading and introduction in its place.

use plan::Localized;
use yew::prelude::*;

use crate::context::Context;

/// Renders the host's heading, or else the plan's title.
pub(crate) fn view(cx: &Context<'_>) -> Html {
    let title = cx.title();
    let is_own = !cx.heading.is_empty();
    let text = if is_own { cx.heading } else { title.text };
    // A host's text is in the language of its page.
    let tag = if is_own { cx.lang } else { title.tag };
    html! {
        <h2 part="title" id="ce-title" lang={cx.shared.html_tag(tag)} dir="auto" translate={(!is_own).then_some("no")} ~textContent={text} />
    }
}

/// Renders the host's introduction, if there is one.
pub(crate) fn intro(cx: &Context<'_>, intro: &str) -> Html {
    if intro.is_empty() {
        return html! {};
    }
    html! { <p class="intro" lang={cx.shared.html_tag(cx.lang)} dir="auto" ~textContent={intro} /> }
}

/// Renders the plan's title before its source, if the host has a heading in its place.
pub(crate) fn in_source_line(cx: &Context<'_>) -> Html {
    if cx.heading.is_empty() {
        return html! {};
    }
    before_source(cx, &cx.shared.plan().title)
}

/// Renders the title of a plan before its source.
pub(crate) fn before_source(cx: &Context<'_>, title: &Localized) -> Html {
    let title = title.nearest(cx.tag());
    html! {
        <cite lang={cx.shared.html_tag(title.tag)} dir={cx.shared.dir(title.tag)} translate="no" ~textContent={[title.text, ". "].concat()} />
    }
}
