//! The plans of a collection, in the footer: title, where the source breaks off, source, and the status of the shown texts.

use plan::Member;
use yew::prelude::*;

use crate::context::Context;
use crate::{footer, languages, title};

/// Renders a paragraph about each plan.
pub(crate) fn view(cx: &Context<'_>) -> Html {
    let members = cx.shared.plan().members.iter();
    members.map(|member| view_of(cx, member)).collect()
}

fn view_of(cx: &Context<'_>, member: &Member) -> Html {
    html! {
        <>
            { footer::source(cx, title::before_source(cx, &member.title), &member.source) }
            { languages::status(cx, &member.languages) }
        </>
    }
}
