//! The layout `card`: clauses as quotations, with nothing to operate but a link to the plan.

use plan::{ClauseId, InLanguage, Status};
use query::View;
use yew::prelude::*;

use crate::api::SharedView;
use crate::context::Context;
use crate::controls::text;

/// Renders a card for each pinned clause, or else for the opened one, or else for each that matches the view.
pub(crate) fn view(cx: &Context<'_>) -> Html {
    let plan = cx.shared.plan();
    let View {
        only_pins,
        pins,
        clause,
        ..
    } = &cx.state.view;
    let mut quoted: Vec<ClauseId> = Vec::new();
    if !only_pins {
        let opened = clause.iter().filter(|_| pins.is_empty());
        quoted.extend(
            pins.iter()
                .chain(opened)
                .filter_map(|eid| plan.clause_around(eid)),
        );
    }
    if quoted.is_empty() {
        quoted = cx.state.listed().to_vec();
    }
    html! {
        <div class="cards">
            if quoted.is_empty() { { text(&cx.interface.empty) } }
            { for quoted.into_iter().map(|id| card(cx, id)) }
        </div>
    }
}

fn card(cx: &Context<'_>, id: ClauseId) -> Html {
    let clause = &cx.shared.plan().clauses[id];
    let eid = clause.eid.as_str();
    let reading = clause.text.nearest(cx.tag());
    let original = clause.text.original();
    // A translation has the original below it, unless the view asks for another language.
    let below = cx.compare().map(|tag| clause.text.nearest(tag));
    let mut quotations = vec![reading, below.unwrap_or(original)];
    quotations.dedup_by_key(|quotation| quotation.tag);
    let quotation = |InLanguage { tag, text }: InLanguage<&str>| {
        let translate = (tag == original.tag).then_some("no");
        html! { <p key={tag.to_owned()} part="text" lang={cx.shared.html_tag(tag)} dir={cx.shared.dir(tag)} {translate} ~textContent={text} /> }
    };
    let InLanguage { tag, text: number } = clause.number.original();
    let arrow = match plan::direction(&cx.interface.tag) {
        "rtl" => " ←",
        _ => " →",
    };
    html! {
        <article key={eid} part="clause" id={eid.to_owned()} tabindex="-1">
            <figure>
                <blockquote>{ for quotations.into_iter().map(quotation) }</blockquote>
                <figcaption>
                    <span part="number" lang={cx.shared.html_tag(tag)} dir={cx.shared.dir(tag)} translate="no" ~textContent={number} />
                    { text(&source_line(cx, id)) }
                    <a href={address(cx, eid)} ~textContent={[&*cx.interface.read_in_plan, arrow].concat()} />
                </figcaption>
            </figure>
        </article>
    }
}

/// Returns the source of a quotation: its number, the plan and its source, and the status of the translation.
pub(crate) fn source_line(cx: &Context<'_>, id: ClauseId) -> String {
    let plan = cx.shared.plan();
    let clause = &plan.clauses[id];
    let number = clause.number.nearest(cx.tag());
    let origin = plan.origin(id);
    let source = origin.source.line(cx.interface.0);
    let language = origin.language(clause.text.nearest(cx.tag()).tag);
    let unofficial = language.filter(|language| language.status == Status::Unofficial);
    let unofficial = unofficial.map_or_else(String::new, |language| {
        cx.interface.about(&cx.interface.unofficial, language)
    });
    let is_translated = number.tag != clause.number.original().tag;
    let parts = [
        if is_translated { number.text } else { "" },
        origin.title.nearest(cx.tag()).text,
        &source,
        &unofficial,
        if plan.is_truncated(clause) {
            &cx.interface.breaks_off
        } else {
            ""
        },
    ];
    let mut line = String::new();
    for part in parts {
        if !part.is_empty() {
            line.push_str(" · ");
            line.push_str(part);
        }
    }
    line.push(' ');
    line
}

/// Returns the address at which the clause is opened in the plan: that of `embed.html`, or else of this page.
fn address(cx: &Context<'_>, eid: &str) -> String {
    let view = View {
        clause: Some(eid.to_owned()),
        lang: Some(cx.title().tag.to_owned()),
        compare: cx.compare().map(str::to_owned),
        ..View::default()
    };
    let codes = cx.sharing.map(|sharing| {
        sharing.codes.emit(SharedView {
            shared: cx.shared.clone(),
            with_languages: view.clone(),
            view,
            heading: "".into(),
        })
    });
    let embed = codes.and_then(|codes| codes.embed);
    let own = || [cx.page_address.as_str(), "#", eid].concat();
    embed.map_or_else(own, |embed| embed.link)
}
