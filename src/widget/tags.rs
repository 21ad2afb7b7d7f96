//! The tags of a clause, each of which shows why it is there: the words of the original, the place in the
//! plan, or an editor's reason.

use yew::prelude::*;

use super::clause::Props;
use super::context::Context;
use super::state::Action;
use super::text;
use plan::interface::fill;
use plan::{ClauseId, Evidence, InLanguage, Tag};

/// The tag of a clause whose evidence is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Opened {
    /// Its place among the clause's tags.
    nth: usize,
    /// How many clauses choosing its value would leave.
    count: usize,
    /// Whether its value is chosen.
    is_chosen: bool,
}

impl Opened {
    /// The one of a clause, if there is one.
    pub(super) fn of(cx: &Context<'_>, id: ClauseId) -> Option<Self> {
        let (_, nth) = cx.state.evidence.filter(|(clause, _)| *clause == id)?;
        let plan = cx.shared.plan();
        let tag = plan.clauses.find(id)?.tags.get(nth)?;
        let facet = &plan.facets[tag.facet];
        Some(Self {
            nth,
            count: cx.state.results.counts[tag.facet][tag.value],
            is_chosen: cx.state.view.has(&facet.id, &facet.values[tag.value].id),
        })
    }
}

pub(super) fn view(props: &Props) -> Html {
    let clause = &props.shared.plan().clauses[props.id];
    // A status that the host gave stands in its annotation.
    let is_own = |tag: &&Tag| Some(tag.facet) != props.shared.statuses();
    let tags = clause.tags.iter().filter(is_own).enumerate();
    html! {
        <>
            <ul class="tags" aria-label={&*props.interface.tags}>{ for tags.map(|(nth, tag)| button(props, nth, tag)) }</ul>
            if let Some(opened) = props.evidence {
                { evidence(props, opened, &clause.tags[opened.nth]) }
            }
        </>
    }
}

fn button(props: &Props, nth: usize, tag: &Tag) -> Html {
    let value = &props.shared.plan().facets[tag.facet].values[tag.value];
    let InLanguage {
        tag: language,
        text: label,
    } = value.label.nearest(&props.interface.tag);
    let is_open = props.evidence.is_some_and(|opened| opened.nth == nth);
    let (dispatch, id) = (props.dispatch.clone(), props.id);
    let onclick = Callback::from(move |_| dispatch.dispatch(Action::ToggleEvidence(id, nth)));
    html! {
        <li><button type="button" aria-expanded={is_open.to_string()} lang={props.shared.html_tag(language)} {onclick}>{ label }</button></li>
    }
}

fn evidence(props: &Props, opened: Opened, tag: &Tag) -> Html {
    let (shared, interface) = (&props.shared, props.interface);
    let facet = &shared.plan().facets[tag.facet];
    let value = &facet.values[tag.value];
    let InLanguage {
        tag: language,
        text: label,
    } = value.label.nearest(&interface.tag);
    let InLanguage {
        text: description, ..
    } = value.description.nearest(&interface.tag);
    let filter = if opened.is_chosen {
        interface.drop_carried.to_string()
    } else {
        let count = interface.number(opened.count);
        let message = interface.plural(&interface.show_carried, opened.count);
        fill(message, &[("count", &count)])
    };
    let onclick = {
        let (dispatch, facet, value) = (
            props.dispatch.clone(),
            facet.id.to_string(),
            value.id.to_string(),
        );
        Callback::from(move |_| dispatch.dispatch(Action::Toggle(facet.clone(), value.clone())))
    };
    html! {
        <div class="evidence">
            <p lang={shared.html_tag(language)}><b>{ label }</b>{ " " }{ description }</p>
            { because(props, tag) }
            <button type="button" aria-pressed={opened.is_chosen.to_string()} {onclick}>{ filter }</button>
        </div>
    }
}

fn because(props: &Props, tag: &Tag) -> Html {
    let (shared, interface) = (&props.shared, props.interface);
    let plan = shared.plan();
    let facet = &plan.facets[tag.facet];
    match &tag.evidence {
        Evidence::Phrases(spans) => {
            let InLanguage {
                tag: original,
                text: words,
            } = plan.clauses[props.id].text.original();
            let original = shared.html_tag(original);
            let spans: Vec<_> = spans.iter().map(|span| (*span).into()).collect();
            let phrases = facet.values[tag.value].phrases.join(" · ");
            html! {
                <>
                    <p>{ &*interface.because_of_words }{ " " }<q lang={original.clone()} translate="no">{ text::marked(words, &spans) }</q></p>
                    <p class="rule">{ &*interface.rule }{ " " }<span lang={original} translate="no">{ phrases }</span></p>
                </>
            }
        }
        Evidence::Division(division) => {
            let division = &plan.divisions[*division];
            let InLanguage {
                tag: language,
                text: heading,
            } = division.heading.nearest(&interface.tag);
            let number = division.number.nearest(&interface.tag).text;
            html! {
                <p>{ &*interface.because_of_place }{ " " }<span lang={shared.html_tag(language)}>{ format!("{number} {heading}") }</span></p>
            }
        }
        Evidence::Reason(reason) => {
            let InLanguage {
                tag: language,
                text: reason,
            } = facet.reasons[*reason].nearest(&interface.tag);
            html! {
                <p>{ &*interface.because_of_reason }{ " " }<span lang={shared.html_tag(language)}>{ reason }</span></p>
            }
        }
    }
}
