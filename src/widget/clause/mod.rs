//! One clause.

mod annotations;
mod chunk;
pub(crate) mod elsewhere;
pub(crate) mod opened;
mod opened_tag;
mod order;
pub(crate) mod rich_text;
mod row;
mod shown_text;
pub(crate) mod sorting_value;
mod tags;

use std::ops::Range;

use plan::Slip;
use plan::interface::fill;
use yew::prelude::*;

use crate::context::dispatching;
use crate::controls::{flag, text};
use crate::marked_text::marked;
use crate::rare;
use crate::state::Action;
pub(crate) use chunk::Chunk;
pub(crate) use opened_tag::OpenedTag;
pub(crate) use row::{Common, Facts, Heading, HeadingKind, Row};
pub(crate) use shown_text::ShownText;
pub(crate) use tags::evidence;

/// Renders a clause: its numbers, its texts, its annotations and tags.
fn view(common: &Common, facts: &Facts) -> Html {
    let (shared, interface) = (&common.shared, common.interface);
    let clause = &shared.plan().clauses[facts.id];
    let own_number = clause.number.original();
    let shown: Vec<&str> = common.shown.iter().map(String::as_str).collect();
    let row = &Row {
        common,
        facts,
        texts: shown
            .iter()
            .map(|&tag| (tag, shared.hits(facts.id, tag, &common.needles)))
            .collect(),
    };
    let reading = row.reading();
    let number = clause.number.nearest(reading);
    let eid = clause.eid.as_str();
    let [name_id, number_id] = ["-name", "-number"].map(|end| [eid, end].concat());
    let is_named = number.tag != own_number.tag;
    let ids = if is_named {
        [&*name_id, " ", &*number_id].concat()
    } else {
        number_id.clone()
    };
    let named = |message: &str| fill(message, &[("number", number.text)]);
    let on = |action: Action| dispatching(&common.dispatch, action);
    let is_open = facts.opened.is_some();
    let [steps, more] = facts.opened.clone().unwrap_or_default();
    let (toggle, toggle_what) = if is_open {
        (&interface.close, &interface.close_what)
    } else {
        (&interface.open, &interface.open_what)
    };
    html! {
        <article key={eid} part="clause" id={eid.to_owned()} tabindex="-1" aria-labelledby={ids} aria-current={is_open.then_some("location")} hidden={facts.is_hidden} aria-hidden={facts.is_hidden.then_some("true")} aria-posinset={facts.nth_of.map(|[nth, _]| nth.to_string())} aria-setsize={facts.nth_of.map(|[_, count]| count.to_string())}>
            if is_named {
                <p class="number" id={name_id} lang={shared.html_tag(number.tag)} dir={shared.dir(number.tag)} ~textContent={number.text} />
            }
            <p part="number" class="number" id={number_id} lang={shared.html_tag(own_number.tag)} dir={shared.dir(own_number.tag)} translate="no" ~textContent={own_number.text} />
            if common.sort.is_some() { { rare::sorting_value(row).unwrap_or_default() } }
            { texts(row) }
            if shared.plan().markup.is_some() { { rare::notes(row).unwrap_or_default() } }
            if !common.needles.is_empty() { { rare::elsewhere(row).unwrap_or_default() } }
            if shared.plan().is_truncated(clause) {
                <p class="note" ~textContent={&*interface.breaks_off} />
            }
            { slip(row) }
            { annotations::view(row) }
            { tags::view(row) }
            <p part="actions">
                if common.is_movable { { order::view(row) } }
                <button type="button" class="open" aria-expanded={flag(is_open)} aria-label={named(toggle_what)} onclick={on(Action::ToggleClause(eid.to_owned()))} ~textContent={&**toggle} />
                <button type="button" class="pin" aria-pressed={flag(facts.is_pinned)} aria-label={named(&interface.pin_what)} onclick={on(Action::TogglePin(eid.to_owned()))} ~textContent={&*interface.pin} />
                <a href={[&*common.page_address, "#", eid].concat()} aria-label={named(&interface.link_to)} ~textContent={&*interface.link} />
            </p>
            if let Some(opened) = facts.evidence { { rare::evidence(row, opened).unwrap_or_default() } }
            { steps }
            { more }
        </article>
    }
}

/// Renders the texts. One alone has no element around it: the list may have a thousand rows.
fn texts(row: &Row<'_>) -> Html {
    let texts = row.texts.iter();
    let texts = texts.map(|(tag, hits)| paragraph(row, tag, hits));
    let texts: Html = texts.collect();
    if row.texts.len() > 1 {
        html! { <div class="texts">{ texts }</div> }
    } else {
        texts
    }
}

/// Renders the text in one language.
fn paragraph(row: &Row<'_>, asked: &str, hits: &[Range<usize>]) -> Html {
    let shown = ShownText::new(row, asked);
    let shared = &row.common.shared;
    let rich = shared.plan().markup.as_ref();
    let rich = rich.and_then(|_| rare::rich_text(row, &shown, hits)?);
    rich.unwrap_or_else(|| {
        let (key, content) = marked(shown.text, hits, &shown.reasons);
        // A clause that lacks a translation shows the same text in two languages.
        let key = [asked, &key].concat();
        html! { <p {key} part="text" lang={shared.html_tag(shown.tag)} dir={shared.dir(shown.tag)} translate={shown.translate} data-missing={shown.missing}>{ content }</p> }
    })
}

/// Renders a note about words that look like a slip, beside the original.
fn slip(row: &Row<'_>) -> Html {
    let clause = &row.common.shared.plan().clauses[row.facts.id];
    let original = clause.text.original().tag;
    let is_shown = row.texts.iter().any(|(tag, _)| *tag == original);
    let Some(Slip { words, note }) = clause.slip.as_ref().filter(|_| is_shown) else {
        return html! {};
    };
    let reason = note.nearest(&row.common.interface.tag).text;
    html! {
        <p class="note">
            <q lang={row.common.shared.html_tag(original)} dir={row.common.shared.dir(original)} translate="no" ~textContent={&**words} />
            { text(&[" [sic] ", reason].concat()) }
        </p>
    }
}
