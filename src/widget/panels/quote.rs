//! The quote panel: whether pasted words appear in the plan, where, and what differs.

use plan::interface::fill;
use plan::{InLanguage, Localized};
use query::quote::{self, Finding, Match, Piece, Side, TextOf, Verdict};
use yew::prelude::*;

use crate::context::Context;
use crate::controls::{text, text_before};
use crate::state::{Action, ScrollMode};

/// Renders the field for the quote, and the result for each part of it.
pub(super) fn content(cx: &Context<'_>) -> Html {
    let dispatch = cx.dispatch.clone();
    let oninput = Callback::from(move |event: InputEvent| {
        if let Some(field) = event.target_dyn_into::<web_sys::HtmlTextAreaElement>() {
            // Some systems and PDF files write a letter and its accent as two characters.
            let composed = js_sys::JsString::from(field.value()).normalize("NFC");
            dispatch.dispatch(Action::SetQuote(String::from(composed).into()));
        }
    });
    let quoted = &*cx.state.quote;
    let findings = &cx.state.findings;
    let differs = |finding: &Finding| matches!(finding.verdict, Verdict::Nearly(..));
    let has_legend = findings.iter().any(differs);
    html! {
        <>
            <label for="ce-quoted" ~textContent={&*cx.interface.quote_field} />
            <textarea id="ce-quoted" rows="3" lang="" dir="auto" spellcheck="false" value={quoted.to_owned()} {oninput} />
            <div class="findings" role="status">
                <ol>{ for findings.iter().map(|finding| row(cx, finding)) }</ol>
                if has_legend { <p ~textContent={&*cx.interface.quote_legend} /> }
            </div>
        </>
    }
}

fn row(cx: &Context<'_>, finding: &Finding) -> Html {
    let part = &cx.state.quote[finding.part.clone()];
    match &finding.verdict {
        Verdict::Verbatim(places) => html! {
            <li>
                { for places.iter().take(quote::MOST_MATCHES).map(|place| found(cx, &cx.interface.quote_exact, place)) }
                if places.len() > quote::MOST_MATCHES { <p ~textContent="…" /> }
                { quoted(part) }
            </li>
        },
        Verdict::Nearly(place, pieces) => html! {
            <li>{ found(cx, &cx.interface.quote_near, place) }{ compared(cx, place, pieces) }</li>
        },
        Verdict::Absent => html! {
            <li><p ~textContent={&*cx.interface.quote_absent} />{ quoted(part) }</li>
        },
        Verdict::TooLong => {
            let checked = cx.state.quote[..finding.part.start].chars().count();
            let longest = cx.interface.number(checked);
            html! { <li><p ~textContent={fill(&cx.interface.quote_long, &[("longest", &longest)])} /></li> }
        }
    }
}

/// Renders the language and the text in which a part was found.
fn found(cx: &Context<'_>, message: &str, place: &Match) -> Html {
    let plan = cx.shared.plan();
    let language = plan.language(&place.tag);
    let name = language.map_or("", |language| &language.name);
    let where_it_is = match place.of {
        TextOf::Clause(clause) => {
            let clause = &plan.clauses[clause];
            let onclick = cx.callback(Action::GoTo(clause.eid.to_string(), ScrollMode::Focus));
            html! { <button type="button" {onclick}>{ own(cx, &clause.number) }</button> }
        }
        TextOf::Heading(division) => own(cx, &plan.divisions[division].number),
        TextOf::Preamble(_) => text(&cx.interface.preamble),
        TextOf::Title => own(cx, &plan.title),
    };
    html! { <p>{ text_before(&fill(message, &[("language", name)])) }{ where_it_is }</p> }
}

fn own(cx: &Context<'_>, text: &Localized) -> Html {
    let InLanguage { tag, text } = text.nearest(cx.tag());
    html! { <span lang={cx.shared.html_tag(tag)} translate="no" ~textContent={text} /> }
}

fn quoted(part: &str) -> Html {
    html! { <p><q lang="" ~textContent={part} /></p> }
}

/// Renders the plan's words, with the differences of the quote.
fn compared(cx: &Context<'_>, place: &Match, pieces: &[Piece]) -> Html {
    let piece = |piece: &Piece| {
        let words = &*piece.words;
        match piece.side {
            Side::Both => text(words),
            Side::Quote => html! { <del ~textContent={words} /> },
            Side::Plan => html! { <ins ~textContent={words} /> },
        }
    };
    html! { <p lang={cx.shared.html_tag(&place.tag)} translate="no">{ for pieces.iter().map(piece) }</p> }
}
