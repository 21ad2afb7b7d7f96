//! One clause.

use std::ops::Range;

use yew::prelude::*;

use super::state::{Action, State};
use super::tags::{self, Opened};
use super::{Shared, annotations, text};
use plan::interface::{Interface, fill};
use plan::{ClauseId, InLanguage};
use query::Elsewhere;

#[derive(Debug, PartialEq, Properties)]
pub(super) struct Props {
    pub(super) shared: Shared,
    pub(super) interface: &'static Interface,
    /// The clause.
    pub(super) id: ClauseId,
    /// The tags of the languages to show, with what to mark in each text, in bytes.
    pub(super) texts: Vec<(String, Vec<Range<usize>>)>,
    /// Why it was found, where that is not in the languages shown.
    pub(super) elsewhere: Vec<Elsewhere>,
    /// The tag whose evidence is shown, if it is one of this clause's.
    pub(super) evidence: Option<Opened>,
    /// What it shows above and below itself if it is the opened one.
    pub(super) opened: Option<[Html; 2]>,
    /// Whether the reader collects it.
    pub(super) pinned: bool,
    /// The page's address without its fragment.
    pub(super) address: AttrValue,
    pub(super) dispatch: UseReducerDispatcher<State>,
}

#[component]
pub(super) fn Clause(props: &Props) -> Html {
    let Props {
        shared,
        interface,
        id,
        opened,
        address,
        ..
    } = props;
    let clause = &shared.plan().clauses[*id];
    let InLanguage {
        tag: original,
        text: own_number,
    } = clause.number.original();
    let InLanguage { tag, text: number } = clause
        .number
        .nearest(props.texts.first().map_or("", |(tag, _)| tag));
    let eid = clause.eid.as_str().to_owned();
    let named = |message: &str| fill(message, &[("number", number)]);
    let is_open = opened.is_some();
    let [steps, more] = opened.clone().unwrap_or_default();
    let (toggle, toggle_what) = if is_open {
        (&interface.close, &interface.close_what)
    } else {
        (&interface.open, &interface.open_what)
    };
    html! {
        <article part="clause" id={eid.clone()} tabindex="-1" aria-labelledby={format!("{eid}-number")} aria-current={is_open.then_some("location")}>
            <div class="numbers" id={format!("{eid}-number")}>
                if tag != original {
                    <p lang={shared.html_tag(tag)}>{ number }</p>
                }
                <p part="number" lang={shared.html_tag(original)} translate="no">{ own_number }</p>
            </div>
            <p part="actions">
                <button type="button" class="open" aria-expanded={is_open.to_string()} aria-label={named(toggle_what)} onclick={on(props, Action::ToggleClause(eid.clone()))}>{ &**toggle }</button>
                <button type="button" class="pin" aria-pressed={props.pinned.to_string()} aria-label={named(&interface.pin_what)} onclick={on(props, Action::TogglePin(eid.clone()))}>{ &*interface.pin }</button>
                <a href={format!("{address}#{eid}")} aria-label={named(&interface.link_to)}>{ &*interface.link }</a>
            </p>
            { steps }
            <div class="texts">
                { for props.texts.iter().map(|(tag, hits)| paragraph(props, tag, hits)) }
            </div>
            { for props.elsewhere.iter().map(|line| reason(props, line)) }
            if shared.plan().is_truncated(clause) {
                <p class="note">{ &*interface.breaks_off }</p>
            }
            { annotations::view(props) }
            { tags::view(props) }
            { more }
        </article>
    }
}

/// A callback that dispatches one action, whatever the event is.
fn on<E>(props: &Props, action: Action) -> Callback<E> {
    let dispatch = props.dispatch.clone();
    Callback::from(move |_| dispatch.dispatch(action.clone()))
}

/// The text in one language. Only the original is kept from machine translation.
fn paragraph(props: &Props, tag: &str, hits: &[Range<usize>]) -> Html {
    let clause = &props.shared.plan().clauses[props.id];
    let InLanguage { tag, text } = clause.text.nearest(tag);
    let translate = (tag == clause.text.original().tag).then_some("no");
    html! { <p part="text" lang={props.shared.html_tag(tag)} {translate}>{ text::marked(text, hits) }</p> }
}

fn reason(props: &Props, line: &Elsewhere) -> Html {
    let language = props.shared.plan().language(&line.tag);
    let name = language.map_or("", |language| &language.name);
    html! {
        <p class="elsewhere">
            { fill(&props.interface.elsewhere, &[("language", name)]) }{ " " }
            <q lang={props.shared.html_tag(&line.tag)}>{ text::marked(&line.excerpt, &line.hits) }</q>
        </p>
    }
}
