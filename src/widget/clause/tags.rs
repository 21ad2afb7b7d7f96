//! The tags of a clause. Each opens to its evidence: words of the original, a division, or an editor's note.

use std::cmp::Ordering;
use std::ops::Range;

use plan::interface::fill;
use plan::{Evidence, Facet, InLanguage, Localized, Tag, ValueId};
use yew::prelude::*;

use super::opened_tag::OpenedTag;
use super::row::Row;
use crate::context::dispatching;
use crate::controls::{flag, text, text_before, toggle_button};
use crate::glosses::gloss;
use crate::marked_text::marked;
use crate::state::{Action, TagIndex, TagOfClause};

/// Renders the tags: in an opened clause all, in the list those that are no details, so that it has room for texts.
pub(super) fn view(row: &Row<'_>) -> Html {
    let clause = &row.common.shared.plan().clauses[row.facts.id];
    let tags = clause.tags.iter().enumerate();
    // The annotations show the host's statuses.
    let tags = tags.filter(|(index, tag)| {
        let is_pressed = row.facts.evidence.is_some_and(|it| it.index.0 == *index);
        let is_detail = row.common.shared.plan().facets[tag.facet].is_detail(tag);
        Some(tag.facet) != row.common.shared.statuses()
            && (!is_detail || is_pressed || row.facts.opened.is_some())
    });
    // A group, not a list, which would have two elements for each button.
    html! {
        <p class="tags" role="group" aria-label={&*row.common.interface.0.tags}>{ for tags.map(|(index, tag)| button(row, TagIndex(index), tag)) }</p>
    }
}

fn button(row: &Row<'_>, index: TagIndex, tag: &Tag) -> Html {
    let value = &row.common.shared.plan().facets[tag.facet].values[tag.value];
    let label = value.label.nearest(&row.common.interface.tag);
    let is_open = row
        .facts
        .evidence
        .is_some_and(|opened| opened.index == index);
    let tag = TagOfClause {
        clause: row.facts.id,
        tag: index,
    };
    let onclick = dispatching(&row.common.dispatch, Action::ToggleEvidence(tag));
    html! {
        <button type="button" aria-expanded={flag(is_open)} lang={row.common.shared.html_tag(label.tag)} dir={row.common.shared.dir(label.tag)} {onclick} ~textContent={label.text} />
    }
}

/// Renders the evidence of an opened tag.
pub(crate) fn evidence(row: &Row<'_>, opened: OpenedTag) -> Html {
    let tag = &row.common.shared.plan().clauses[row.facts.id].tags[opened.index.0];
    let (shared, interface) = (&row.common.shared, row.common.interface);
    let facet = &shared.plan().facets[tag.facet];
    let value = &facet.values[tag.value];
    let label = value.label.nearest(&interface.tag);
    let description = value.description.nearest(&interface.tag).text;
    let filter = if opened.is_chosen {
        interface.drop_carried.to_string()
    } else {
        let count = interface.number(opened.count);
        let message = interface.plural(&interface.show_carried, opened.count);
        fill(message, &[("count", &count)])
    };
    let action = Action::ToggleValue(facet.id.to_string(), value.id.to_string());
    let onclick = dispatching(&row.common.dispatch, action);
    html! {
        <div class="evidence">
            <p lang={shared.html_tag(label.tag)} dir={shared.dir(label.tag)}><b ~textContent={label.text} />{ text(&[" ", description].concat()) }</p>
            if let Some(scale) = &facet.scale { { steps(facet, tag.value, scale, &interface.tag) } }
            { reason(row, tag) }
            { toggle_button(&filter, opened.is_chosen, onclick) }
        </div>
    }
}

/// Renders the steps of a scale, with the step of a tag.
fn steps(facet: &Facet, step: ValueId, scale: &Localized, tag: &str) -> Html {
    let [mut before, mut own, mut after] = [
        [scale.nearest(tag).text, ": "].concat(),
        String::new(),
        String::new(),
    ];
    for (id, value) in facet.values.enumerated() {
        let label = value.label.nearest(tag).text;
        let (parts, to) = match id.cmp(&step) {
            Ordering::Less => ([label, " · "], &mut before),
            Ordering::Equal => ([label, ""], &mut own),
            Ordering::Greater => ([" · ", label], &mut after),
        };
        to.push_str(&parts.concat());
    }
    html! { <p class="rule">{ text(&before) }<b ~textContent={own} />{ text(&after) }</p> }
}

/// Renders the evidence of a tag.
fn reason(row: &Row<'_>, tag: &Tag) -> Html {
    let (shared, interface) = (&row.common.shared, row.common.interface);
    let plan = shared.plan();
    let facet = &plan.facets[tag.facet];
    let in_language = |message: &str, tag: &str, text: &str| {
        html! { <p>{ text_before(message) }<span lang={shared.html_tag(tag)} dir={shared.dir(tag)} ~textContent={text} /></p> }
    };
    match &tag.evidence {
        Evidence::Phrases(_) => {
            let clause = &plan.clauses[row.facts.id];
            let original = clause.text.original();
            let spans = spans(tag);
            // Beside a translation, the original may be shown already, with the same marks.
            let is_shown = |(shown, _): &(&str, _)| clause.text.nearest(shown).tag == original.tag;
            let quote = (!row.texts.iter().any(is_shown)).then(|| {
                let (key, content) = marked(original.text, &[], &spans);
                html! { <p>{ text_before(&interface.because_of_words) }<q {key} lang={shared.html_tag(original.tag)} dir={shared.dir(original.tag)} translate="no">{ content }</q></p> }
            });
            let is_found = |phrase: &Localized| {
                spans.iter().any(|span| {
                    let found = original.text.get(span.clone()).unwrap_or_default();
                    shared.contains(found, phrase.original().text)
                })
            };
            let all = facet.values[tag.value].phrases.iter();
            // Those of this clause come first.
            let (own, others): (Vec<_>, Vec<_>) = all.partition(|phrase| is_found(phrase));
            let end = own.len();
            let phrases = own.into_iter().chain(others).enumerate();
            let phrases = phrases.map(|(nth, phrase)| glossed(row, phrase, nth < end, nth > 0));
            html! { <>{ quote }<p class="rule">{ text_before(&interface.rule) }{ for phrases }</p></> }
        }
        Evidence::Division(division) => {
            let division = &plan.divisions[*division];
            let language = division.heading.nearest(&interface.tag).tag;
            in_language(
                &interface.because_of_place,
                language,
                &division.title(&interface.tag),
            )
        }
        Evidence::Reason(reason) => {
            let note = facet.reasons[*reason].nearest(&interface.tag);
            // A row of a spreadsheet may have none.
            if note.text.is_empty() {
                return Html::default();
            }
            in_language(&interface.because_of_reason, note.tag, note.text)
        }
    }
}

/// Renders a phrase of the original, underlined if the clause has it, and for readers of a translation its
/// gloss.
fn glossed(row: &Row<'_>, phrase: &Localized, is_found: bool, is_next: bool) -> Html {
    let reading = row.reading();
    let InLanguage { tag, text: words } = phrase.original();
    let mut gloss = gloss(phrase, reading);
    // Beside “5G”, the gloss “5G” says nothing.
    if gloss == words {
        gloss.clear();
    } else if !gloss.is_empty() {
        gloss.insert_str(0, ", ");
    }
    let lang = row.common.shared.html_tag(tag);
    html! {
        <>if is_next { { text(" · ") } }<span class={is_found.then_some("because")} {lang} translate="no" ~textContent={words.to_owned()} />{ text(&gloss) }</>
    }
}

/// Returns the parts of the original that justify a tag.
pub(super) fn spans(tag: &Tag) -> Vec<Range<usize>> {
    match &tag.evidence {
        Evidence::Phrases(spans) => spans.iter().map(|span| (*span).into()).collect(),
        _ => Vec::new(),
    }
}
