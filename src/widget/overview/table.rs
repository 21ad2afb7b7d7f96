//! The table of the overview. Its cells and heads are buttons that filter.

use plan::{Facet, Overview, ValueId};
use query::{Crossed, View};
use yew::prelude::*;

use crate::context::Context;
use crate::controls::{flag, text};
use crate::state::Action;

/// How many tints a cell can have, apart from none.
const TINTS: usize = 5;

/// Renders the table.
pub(super) fn view(cx: &Context<'_>, overview: Overview, crossed: &Crossed) -> Html {
    let plan = cx.shared.plan();
    // The tints do not depend on the view: the darkest one is for the largest count of the whole plan.
    let whole = cx.shared.cross(&View::default(), overview);
    let counts = whole.cells.iter().flat_map(|row| row.iter());
    let largest = counts.copied().max().unwrap_or(0).max(1);
    let [rows, columns] = [overview.rows, overview.columns].map(|facet| &plan.facets[facet]);
    let total =
        |count: usize| html! { <td class="total" ~textContent={cx.interface.number(count)} /> };
    let cell = |row: ValueId, column: ValueId| {
        let count = crossed.cells[row][column];
        let tint = (count * TINTS).div_ceil(largest).min(TINTS);
        cell(cx, [rows, columns], [row, column], count, tint)
    };
    let body = rows.values.ids().map(|row| {
        html! {
            <tr data-chosen={flag(is_chosen(cx, rows, row))}>
                <th scope="row">{ head(cx, rows, row, crossed.rows[row]) }</th>
                { for columns.values.ids().map(|column| cell(row, column)) }
                { total(crossed.rows[row]) }
            </tr>
        }
    });
    let heads = columns.values.ids().map(|column| {
        html! { <th scope="col" data-chosen={flag(is_chosen(cx, columns, column))}>{ head(cx, columns, column, crossed.columns[column]) }</th> }
    });
    html! {
        <table part="matrix">
            <thead><tr><td></td>{ for heads }<th scope="col" class="total">{ text(&cx.interface.total) }</th></tr></thead>
            <tbody>{ for body }</tbody>
            <tfoot><tr><th scope="row" ~textContent={&*cx.interface.total} />{ for crossed.columns.iter().map(|&count| total(count)) }{ total(crossed.total) }</tr></tfoot>
        </table>
    }
}

/// Renders the button of a row or column, which chooses its value.
fn head(cx: &Context<'_>, facet: &Facet, value: ValueId, count: usize) -> Html {
    let is_pressed = is_chosen(cx, facet, value);
    let value = &facet.values[value];
    let label = value.label.nearest(&cx.interface.tag);
    let title = cx.counted(&cx.interface.carried, count, &[("name", label.text)]);
    let onclick = cx.callback(Action::ToggleValue(
        facet.id.to_string(),
        value.id.to_string(),
    ));
    html! {
        <button type="button" lang={cx.shared.html_tag(label.tag)} {title} aria-pressed={flag(is_pressed)} {onclick}>{ text(label.text) }</button>
    }
}

/// Renders the button of a cell, which chooses both its values and drops all others of their facets.
fn cell(
    cx: &Context<'_>,
    facets: [&Facet; 2],
    values: [ValueId; 2],
    count: usize,
    tint: usize,
) -> Html {
    let [row, column] = values;
    let name = |facet: &Facet, value: ValueId| {
        let label = &facet.values[value].label;
        label.nearest(&cx.interface.tag).text.to_owned()
    };
    let names = [name(facets[0], row), name(facets[1], column)];
    let name = cx.counted(
        &cx.interface.cell,
        count,
        &[("row", &names[0]), ("column", &names[1])],
    );
    let is_only_choice = |facet: &Facet| {
        let filters = cx.state.view.filters.iter();
        filters.filter(|(chosen, _)| *chosen == facet.id).count() == 1
    };
    let is_column_chosen = is_chosen(cx, facets[1], column);
    let is_pressed =
        is_column_chosen && is_chosen(cx, facets[0], row) && facets.into_iter().all(is_only_choice);
    let point = Action::PointAtCell(Some((row, column)));
    let leave = Action::PointAtCell(None);
    html! {
        <td data-tint={tint.to_string()} data-chosen={flag(is_column_chosen)}>
            <button type="button" aria-label={name} aria-pressed={flag(is_pressed)} onclick={cx.callback(Action::ToggleCell(row, column))}
                onpointerenter={cx.callback(point.clone())} onpointerleave={cx.callback(leave.clone())} onfocus={cx.callback(point)} onblur={cx.callback(leave)} ~textContent={cx.interface.number(count)} />
        </td>
    }
}

fn is_chosen(cx: &Context<'_>, facet: &Facet, value: ValueId) -> bool {
    cx.state.view.has(&facet.id, &facet.values[value].id)
}
