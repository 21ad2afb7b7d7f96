//! The parts that only an opened clause shows: its divisions, buttons to the previous and next clause, its citation,
//! and related clauses.

use plan::interface::fill;
use plan::{ClauseId, ColumnKind, DivisionId, FacetId, InLanguage};
use query::Related;
use yew::prelude::*;

use crate::card;
use crate::context::Context;
use crate::controls::text;
use crate::marked_text::shortened;
use crate::panels::copy_field::{copy_field, copy_result};
use crate::panels::forms::{self, CITATIONS};
use crate::state::{Action, ScrollMode};

/// Renders the divisions of a clause, its position in the list, and the buttons to its neighbours.
pub(crate) fn steps(cx: &Context<'_>, id: ClauseId) -> Html {
    let (plan, listed) = (cx.shared.plan(), cx.state.listed());
    let index = listed.iter().position(|&listed| listed == id).unwrap_or(0);
    let name = |id: DivisionId| {
        let division = &plan.divisions[id];
        let tag = division.heading.nearest(cx.tag()).tag;
        html! { <span lang={cx.shared.html_tag(tag)} dir={cx.shared.dir(tag)} translate="no" ~textContent={division.title(cx.tag())} /> }
    };
    let numbers = [index + 1, listed.len()].map(|number| cx.interface.number(number));
    let position = fill(
        &cx.interface.nth_of,
        &[("nth", &numbers[0]), ("count", &numbers[1])],
    );
    html! {
        <div class="steps">
            <p>
                { for plan.path(id).enumerate().map(|(depth, id)| html! { <>if depth > 0 { { text(" › ") } }{ name(id) }</> }) }
            </p>
            <p>
                { step(cx, &cx.interface.previous, index.checked_sub(1).map(|previous| listed[previous])) }
                { text(&position) }
                { step(cx, &cx.interface.next, listed.get(index + 1).copied()) }
            </p>
        </div>
    }
}

fn step(cx: &Context<'_>, name: &str, id: Option<ClauseId>) -> Html {
    let clause = id.map(|id| &cx.shared.plan().clauses[id]);
    let number = clause.map(|clause| clause.number.nearest(cx.tag()).text);
    let label = number.map(|number| [name, " ", number].concat());
    let onclick =
        clause.map(|clause| cx.callback(Action::GoTo(clause.eid.to_string(), ScrollMode::Focus)));
    html! { <button type="button" disabled={clause.is_none()} aria-label={label} {onclick} ~textContent={name} /> }
}

/// Renders the citation and the related clauses.
pub(crate) fn more(cx: &Context<'_>, id: ClauseId) -> Html {
    let form = cx.state.citation_form;
    let citation = forms::write(form, cx, &[id]);
    let name = &cx.interface.citation;
    let related = &cx.state.related;
    html! {
        <div class="more">
            { data(cx, id) }
            <div class="cite">
                { forms::choice(cx, CITATIONS, form, Action::SetCitationForm) }
                { copy_field(cx, "ce-citation", name, &citation, "4") }
                { copy_result(cx, |copied| copied == name) }
            </div>
            { images(cx, id) }
            if !related.is_empty() {
                <p id="ce-related" ~textContent={&*cx.interface.related} />
                <ul aria-labelledby="ce-related">{ for related.iter().map(|related| link(cx, related)) }</ul>
            }
        </div>
    }
}

/// Renders the author's own data of a clause, with their names.
fn data(cx: &Context<'_>, id: ClauseId) -> Html {
    let columns = cx.shared.plan().columns.iter().flatten();
    let cells = columns.filter_map(|column| Some((column, column.value(id)?)));
    let cells = cells.map(|(column, value)| {
        let label = column.label.nearest(&cx.interface.tag);
        let shown = self::value(column.kind, value);
        html! { <div><dt lang={cx.shared.html_tag(label.tag)} ~textContent={label.text} /><dd>{ shown }</dd></div> }
    });
    let cells: Vec<Html> = cells.collect();
    if cells.is_empty() {
        return Html::default();
    }
    html! { <dl>{ for cells }</dl> }
}

/// Renders a value of a column.
pub(super) fn value(kind: ColumnKind, value: &str) -> Html {
    match kind {
        ColumnKind::Link => {
            html! { <a href={value.to_owned()} rel="noopener nofollow" target="_blank" ~textContent={value} /> }
        }
        ColumnKind::Date => html! { <time datetime={value.to_owned()} ~textContent={value} /> },
        _ => html! { <span lang="" dir="auto" ~textContent={value} /> },
    }
}

/// Renders the buttons that save the clause as an image: `www/element/more/quote-image.js` draws it.
fn images(cx: &Context<'_>, id: ClauseId) -> Html {
    let words = cx.interface.0;
    let name = &*words.save_image;
    let kinds = [("png", name), ("square", "1080 × 1080"), ("svg", "SVG")];
    let [done, failed] =
        [&words.saved, &words.not_done].map(|message| fill(message, &[("name", name)]));
    let button = |(kind, label)| {
        html! { <button type="button" data-feature="saveImage" data-image={kind} data-done={done.clone()} data-failed={failed.clone()} ~textContent={label} /> }
    };
    html! {
        <div class="images" role="group" aria-label={name} data-source={card::source_line(cx, id)}>
            { for kinds.map(button) }
            <p role="status" />
        </div>
    }
}

/// Renders a related clause: its number, the start of its text, the values that both clauses have, and its plan in a
/// collection.
fn link(cx: &Context<'_>, Related { clause: id, shared }: &Related) -> Html {
    /// In characters; half as many in a script whose characters are syllables.
    const LONG: usize = 70;
    let plan = cx.shared.plan();
    let clause = &plan.clauses[*id];
    let InLanguage { tag, text: words } = clause.text.nearest(cx.tag());
    let longest = if words.len() < 2 * words.chars().count() {
        LONG
    } else {
        LONG / 2
    };
    // The plan is named at the end, in a collection.
    let is_shown =
        |&&(facet, _): &&(FacetId, _)| plan.members.is_empty() || plan.facets[facet].id != "plan";
    let names = shared.iter().filter(is_shown).map(|&(facet, value)| {
        plan.facets[facet].values[value]
            .label
            .nearest(&cx.interface.tag)
            .text
    });
    let of = plan.member(*id).map(|of| of.title.nearest(cx.tag()).text);
    let names: Vec<&str> = names.chain(of).collect();
    let onclick = cx.callback(Action::GoTo(clause.eid.to_string(), ScrollMode::Focus));
    let number = clause.number.nearest(cx.tag()).text;
    let label = [number, " ", &shortened(words, longest)].concat();
    html! {
        <li>
            <button type="button" lang={cx.shared.html_tag(tag)} dir={cx.shared.dir(tag)} translate="no" {onclick} ~textContent={label} />
            { text(&[" ", &names.join(" · ")].concat()) }
        </li>
    }
}
