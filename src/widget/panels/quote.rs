//! The quote panel: whether pasted words appear in the plan, where, and what differs.

use plan::interface::fill;
use plan::{Division, DivisionId, InLanguage, Localized, Status};
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
    html! {
        <>
            <label for="ce-quoted" ~textContent={&*cx.interface.quote_field} />
            <textarea id="ce-quoted" rows="3" lang="" dir="auto" spellcheck="false" value={quoted.to_owned()} {oninput} />
            <div class="findings" role="status">
                <ol>{ for findings.iter().map(|finding| row(cx, finding)) }</ol>
                { notes(cx) }
            </div>
        </>
    }
}

/// Renders the notes below the list: what the marks mean, and why other words may be right too.
fn notes(cx: &Context<'_>) -> Html {
    let has = |verdict| {
        let findings = cx.state.findings.iter();
        findings
            .filter(|finding| finding.verdict == verdict)
            .count()
            > 0
    };
    let is_near = has(Verdict::Nearly) || has(Verdict::Similar);
    let plan = cx.shared.plan();
    let is_ours = |found: &Match| {
        let language = match found.of {
            TextOf::Clause(clause) => plan.origin(clause).language(&found.tag),
            _ => plan.language(&found.tag),
        };
        language.is_some_and(|language| language.status == Status::Unofficial)
    };
    let is_translated = cx
        .state
        .findings
        .iter()
        .any(|finding| finding.matches.iter().any(is_ours));
    html! {
        <>
            if is_near { <p ~textContent={&*cx.interface.quote_legend} /> }
            if is_near && is_translated { <p ~textContent={&*cx.interface.quote_translated} /> }
            if has(Verdict::Similar) || has(Verdict::Absent) {
                { for cut(cx) }
            }
        </>
    }
}

/// Renders a note for each source that breaks off: words that were not found may be in the missing part.
fn cut(cx: &Context<'_>) -> impl Iterator<Item = Html> {
    let plan = cx.shared.plan();
    let of_members = plan.members.iter().filter_map(|member| {
        let note = cx.ends_in(&member.source)?;
        Some([member.title.nearest(cx.tag()).text, ". ", &note].concat())
    });
    let notes = cx.ends_in(&plan.source).into_iter().chain(of_members);
    notes.map(|note| html! { <p ~textContent={[&*note, " ", &cx.interface.quote_cut].concat()} /> })
}

fn row(cx: &Context<'_>, finding: &Finding) -> Html {
    let part = &cx.state.quote[finding.part.clone()];
    let mut has_quote = true;
    let message = match finding.verdict {
        Verdict::Verbatim => &cx.interface.quote_exact,
        Verdict::Typographic => &cx.interface.quote_typographic,
        Verdict::Absent => &cx.interface.quote_absent,
        Verdict::Nearly | Verdict::Similar => {
            has_quote = false;
            &cx.interface.quote_near
        }
        Verdict::TooLong => {
            has_quote = false;
            &cx.interface.quote_long
        }
    };
    let matches = &finding.matches;
    let checked = cx.state.quote[..finding.part.start].chars().count();
    let longest = cx.interface.number(checked);
    html! {
        <li>
            if matches.is_empty() { <p ~textContent={fill(message, &[("longest", &longest)])} /> }
            { for matches.iter().take(quote::MOST_MATCHES).map(|place| found(cx, message, place)) }
            if matches.len() > quote::MOST_MATCHES { <p ~textContent="…" /> }
            if has_quote { <p><q lang="" ~textContent={part} /></p> }
        </li>
    }
}

/// Renders the language and the text in which a part was found. If words differ, it renders the
/// plan's words with the differences, and the original.
fn found(cx: &Context<'_>, message: &str, place: &Match) -> Html {
    let plan = cx.shared.plan();
    let language = plan.language(&place.tag);
    let message = language.map_or_else(String::new, |language| {
        cx.interface.about(message, language)
    });
    let (where_it_is, text) = match place.of {
        TextOf::Clause(clause) => {
            let clause = &plan.clauses[clause];
            let onclick = cx.callback(Action::GoTo(clause.eid.to_string(), ScrollMode::Focus));
            let button =
                html! { <button type="button" {onclick}>{ own(cx, &clause.number) }</button> };
            (
                html! { <>{ button }{ plan_of(cx, clause.division) }</> },
                &clause.text,
            )
        }
        TextOf::Heading(division) => {
            let Division {
                number, heading, ..
            } = &plan.divisions[division];
            let number = own(cx, number);
            (html! { <>{ number }{ plan_of(cx, division) }</> }, heading)
        }
        TextOf::Preamble(paragraph) => (text(&cx.interface.preamble), &plan.preamble[paragraph]),
        TextOf::Title => (own(cx, &plan.title), &plan.title),
    };
    let original = text.original();
    let has_original = original.tag != place.tag;
    html! {
        <>
            <p>{ text_before(&message) }{ where_it_is }</p>
            if !place.pieces.is_empty() {
                <p lang={cx.shared.html_tag(&place.tag)} dir={cx.shared.dir(&place.tag)} translate="no">{ for place.pieces.iter().map(piece) }</p>
                if has_original { <p>{ own_text(cx, original) }</p> }
            }
        </>
    }
}

/// Renders the title of the plan that a division is of, in a collection: its outermost division has it as heading.
fn plan_of(cx: &Context<'_>, division: DivisionId) -> Html {
    let plan = cx.shared.plan();
    let title = plan.path_of_division(division).next();
    let title = title.filter(|_| !plan.members.is_empty());
    let title = title.map(|top| own(cx, &plan.divisions[top].heading));
    html! { if let Some(title) = title { { text(" · ") }{ title } } }
}

fn own(cx: &Context<'_>, text: &Localized) -> Html {
    own_text(cx, text.nearest(cx.tag()))
}

fn own_text(cx: &Context<'_>, InLanguage { tag, text }: InLanguage<&str>) -> Html {
    html! { <span lang={cx.shared.html_tag(tag)} dir={cx.shared.dir(tag)} translate="no" ~textContent={text} /> }
}

fn piece(piece: &Piece) -> Html {
    let words = &*piece.words;
    match piece.side {
        Side::Both => text(words),
        Side::Quote => html! { <del ~textContent={words} /> },
        Side::Plan => html! { <ins ~textContent={words} /> },
    }
}
