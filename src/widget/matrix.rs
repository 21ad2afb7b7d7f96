//! The overview: two facets crossed in a table of tinted cells, each of which filters.
//!
//! It follows the query and the choices in the other facets; what is chosen in its own two is outlined.

use yew::prelude::*;

use super::context::Context;
use super::export;
use super::state::Action;
use plan::interface::fill;
use plan::{Facet, FacetId, InLanguage, Overview, Tag, ValueId};
use publish::chart;
use query::{Crossed, View};

/// A button, and the table behind it; nothing where the plan has no overview.
pub(super) fn view(cx: &Context<'_>) -> Html {
    let plan = cx.shared.plan();
    let Some(overview) = plan.overview else {
        return html! {};
    };
    let [rows, columns] =
        [overview.rows, overview.columns].map(|facet| label(cx, &plan.facets[facet]));
    let is_open = cx.state.overview_open;
    // The table and its picture are of the same counts.
    let crossed = is_open.then(|| cx.shared.cross(&cx.state.view, overview));
    let name = fill(
        &cx.interface.overview,
        &[("rows", rows), ("columns", columns)],
    );
    html! {
        <div class="overview" data-open={is_open.to_string()}>
            <p>
                <button type="button" aria-expanded={is_open.to_string()} aria-controls="ce-overview"
                    onclick={cx.callback(Action::ToggleOverview)}>{ &name }</button>
                if let Some(crossed) = &crossed {
                    <a href={picture(cx, overview, crossed)} download={format!("{}.svg", plan.id)}>{ &*cx.interface.picture }</a>
                }
            </p>
            // It scrolls sideways where there is little room, so that it must be reachable by keyboard.
            <div id="ce-overview" role="region" aria-label={name.clone()} tabindex={is_open.then_some("0")}>
                if let Some(crossed) = &crossed { { table(cx, overview, crossed) } }
            </div>
            if is_open { { held(cx, overview) } }
        </div>
    }
}

fn label<'a>(cx: &Context<'a>, facet: &'a Facet) -> &'a str {
    facet.label.nearest(&cx.interface.tag).text
}

fn table(cx: &Context<'_>, overview: Overview, crossed: &Crossed) -> Html {
    let plan = cx.shared.plan();
    // One scale whatever is filtered: that of the whole plan.
    let whole = cx.shared.cross(&View::default(), overview);
    let most = whole
        .cells
        .iter()
        .flat_map(|row| row.iter())
        .copied()
        .max()
        .unwrap_or(0);
    let [rows, columns] = [overview.rows, overview.columns].map(|facet| &plan.facets[facet]);
    let total = |count: usize| html! { <td class="total">{ cx.interface.number(count) }</td> };
    let body = rows.values.ids().map(|row| {
        let cells = columns
            .values
            .ids()
            .map(|column| cell(cx, [rows, columns], [row, column], crossed, most));
        html! {
            <tr data-chosen={is_chosen(cx, rows, row).to_string()}>
                <th scope="row">{ head(cx, rows, row, crossed.rows[row]) }</th>
                { for cells }
                { total(crossed.rows[row]) }
            </tr>
        }
    });
    let heads = columns.values.ids().map(|column| {
        html! { <th scope="col" data-chosen={is_chosen(cx, columns, column).to_string()}>{ head(cx, columns, column, crossed.columns[column]) }</th> }
    });
    html! {
        <table part="matrix">
            <thead><tr><td></td>{ for heads }<th scope="col" class="total"><span>{ &*cx.interface.total }</span></th></tr></thead>
            <tbody>{ for body }</tbody>
            <tfoot><tr><th scope="row">{ &*cx.interface.total }</th>{ for crossed.columns.iter().map(|&count| total(count)) }{ total(crossed.total) }</tr></tfoot>
        </table>
    }
}

/// The name of a row or column, which chooses its value.
fn head(cx: &Context<'_>, facet: &Facet, value: ValueId, count: usize) -> Html {
    let pressed = is_chosen(cx, facet, value);
    let value = &facet.values[value];
    let InLanguage { tag, text: name } = value.label.nearest(&cx.interface.tag);
    let title = cx.counted(&cx.interface.carried, count, &[("name", name)]);
    let onclick = cx.callback(Action::Toggle(facet.id.to_string(), value.id.to_string()));
    html! {
        <button type="button" lang={cx.shared.html_tag(tag)} {title} aria-pressed={pressed.to_string()} {onclick}><span>{ name }</span></button>
    }
}

fn cell(
    cx: &Context<'_>,
    facets: [&Facet; 2],
    values: [ValueId; 2],
    crossed: &Crossed,
    most: usize,
) -> Html {
    const TINTS: usize = 5;
    let [row, column] = values;
    let count = crossed.cells[row][column];
    let tint = (count * TINTS).div_ceil(most.max(1)).min(TINTS);
    let [row_name, column_name] = [0, 1].map(|nth| {
        facets[nth].values[values[nth]]
            .label
            .nearest(&cx.interface.tag)
            .text
    });
    let name = cx.counted(
        &cx.interface.cell,
        count,
        &[("row", row_name), ("column", column_name)],
    );
    let is_column_chosen = is_chosen(cx, facets[1], column);
    let pressed = is_column_chosen
        && is_chosen(cx, facets[0], row)
        && facets.iter().all(|facet| {
            cx.state
                .view
                .filters
                .iter()
                .filter(|(chosen, _)| *chosen == facet.id)
                .count()
                == 1
        });
    let point = Action::Point(Some((row, column)));
    let leave = Action::Point(None);
    html! {
        <td data-tint={tint.to_string()} data-chosen={is_column_chosen.to_string()}>
            <button type="button" aria-label={name} aria-pressed={pressed.to_string()} onclick={cx.callback(Action::Cross(row, column))}
                onpointerenter={cx.callback(point.clone())} onpointerleave={cx.callback(leave.clone())} onfocus={cx.callback(point)} onblur={cx.callback(leave)}>{ cx.interface.number(count) }</button>
        </td>
    }
}

/// What the cell holds that is pointed at.
fn held(cx: &Context<'_>, overview: Overview) -> Html {
    let plan = cx.shared.plan();
    let held = cx.state.pointed.map(|(row, column)| {
        let value = |facet: FacetId, value: ValueId| {
            plan.facets[facet].values[value]
                .label
                .nearest(&cx.interface.tag)
                .text
        };
        let carries = |tags: &[Tag], facet: FacetId, value: ValueId| {
            tags.iter()
                .any(|tag| (tag.facet, tag.value) == (facet, value))
        };
        let held = cx.shared.crossing(&cx.state.view, overview);
        let numbers: Vec<&str> = held
            .into_iter()
            .map(|id| &plan.clauses[id])
            .filter(|clause| {
                carries(&clause.tags, overview.rows, row)
                    && carries(&clause.tags, overview.columns, column)
            })
            .map(|clause| clause.number.nearest(cx.tag()).text)
            .collect();
        let names = [
            ("row", value(overview.rows, row)),
            ("column", value(overview.columns, column)),
        ];
        let name = cx.counted(&cx.interface.cell, numbers.len(), &names);
        html! { <><b>{ name }</b>{ " " }{ numbers.join(" · ") }</> }
    });
    html! {
        // What is said here, the names of the cells say too.
        <p class="held" aria-hidden="true">{ held.unwrap_or_else(|| html! { &*cx.interface.overview_hint }) }</p>
    }
}

/// The address of the table as a picture, with what narrows it.
fn picture(cx: &Context<'_>, overview: Overview, crossed: &Crossed) -> String {
    let plan = cx.shared.plan();
    let view = &cx.state.view;
    let own = [overview.rows, overview.columns].map(|facet| &plan.facets[facet].id);
    let others = view
        .filters
        .iter()
        .filter(|(facet, _)| !own.iter().any(|own| **own == *facet));
    let labels =
        others.map(|(facet, value)| cx.shared.value_label(facet, value, &cx.interface.tag).text);
    let query = Some(view.query.trim()).filter(|query| !query.is_empty());
    let narrowed: Vec<&str> = query.into_iter().chain(labels).collect();
    let picture = chart::overview(plan, crossed, cx.interface, &narrowed.join(" · "));
    export::as_file("image/svg+xml", &picture.unwrap_or_default())
}

fn is_chosen(cx: &Context<'_>, facet: &Facet, value: ValueId) -> bool {
    cx.state.view.has(&facet.id, &facet.values[value].id)
}
