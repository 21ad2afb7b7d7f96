//! The plans of a collection, in the footer: title, where the source breaks off, source, and the status of the shown texts.

use plan::Member;
use plan::interface::fill;
use yew::prelude::*;

use crate::context::Context;
use crate::controls::text_before;
use crate::languages;

/// Renders a paragraph about each plan.
pub(crate) fn view(cx: &Context<'_>) -> Html {
    let members = cx.shared.plan().members.iter();
    members.map(|member| view_of(cx, member)).collect()
}

fn view_of(cx: &Context<'_>, member: &Member) -> Html {
    let title = member.title.nearest(cx.tag());
    let url = &*member.source.url;
    html! {
        <>
            <p>
                <cite lang={cx.shared.html_tag(title.tag)} dir={cx.shared.dir(title.tag)} translate="no" ~textContent={[title.text, ". "].concat()} />
                if let Some(note) = ends_in(cx, member) {
                    { text_before(&note) }
                }
                <a href={(!url.is_empty()).then(|| url.to_owned())} rel="noopener" target="_blank" ~textContent={member.source.line(cx.interface.0)} />
            </p>
            { languages::status(cx, &member.languages) }
        </>
    }
}

/// Returns the note where the source of a plan breaks off, if it does.
pub(crate) fn ends_in(cx: &Context<'_>, member: &Member) -> Option<String> {
    let eid = member.source.ends_in.as_ref()?;
    let mut clauses = cx.shared.plan().clauses.iter();
    let clause = clauses.find(|clause| clause.eid == *eid)?;
    let number = clause.number.nearest(cx.tag()).text;
    Some(fill(&cx.interface.ends_in, &[("number", number)]))
}
