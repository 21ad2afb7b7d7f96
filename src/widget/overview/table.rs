//! The table of the overview. Its heads and cells are buttons that filter, and one tab stop: the arrow keys move the
//! focus between them (`www/element/table-keys.js`).

use plan::{Facet, Overview, ValueId};
use query::Crossed;
use yew::prelude::*;

use crate::context::Context;
use crate::controls::{flag, text};
use crate::state::{Action, TablePosition};

/// How many tints a cell can have, apart from none.
const TINTS: usize = 5;

/// The table, as its parts need it.
struct Table<'a> {
    cx: &'a Context<'a>,
    rows: &'a Facet,
    columns: &'a Facet,
    /// The only button that the Tab key reaches.
    tab_stop: TablePosition,
}

/// Renders the table.
pub(super) fn view(
    cx: &Context<'_>,
    overview: Overview,
    crossed: &Crossed,
    name: AttrValue,
) -> Html {
    let plan = cx.shared.plan();
    // The tints do not depend on the view: the darkest one is for the largest count of the whole plan.
    let largest = cx.state.crossings.largest.max(1);
    let [rows, columns] = [overview.rows, overview.columns].map(|facet| &plan.facets[facet]);
    let tab_stop = match cx.state.tab_stop {
        // Its cell has become empty.
        [Some(row), Some(column)] if crossed.cells[row][column] == 0 => [Some(row), None],
        [None, None] => [None, columns.values.ids().next()],
        focused => focused,
    };
    let table = Table {
        cx,
        rows,
        columns,
        tab_stop,
    };
    let total = |count: usize| html! { <td class="total" ~textContent={table.number(count)} /> };
    let cell = |row: ValueId, column: ValueId| {
        let count = crossed.cells[row][column];
        let tint = (count * TINTS).div_ceil(largest).min(TINTS);
        table.cell(row, column, count, tint)
    };
    let body = rows.values.ids().map(|row| {
        html! {
            <tr data-chosen={flag(is_chosen(cx, rows, row))}>
                <th scope="row">{ table.head(rows, row, crossed.rows[row], [Some(row), None]) }</th>
                { for columns.values.ids().map(|column| cell(row, column)) }
                { total(crossed.rows[row]) }
            </tr>
        }
    });
    let heads = columns.values.ids().map(|column| {
        html! { <th scope="col" data-chosen={flag(is_chosen(cx, columns, column))}>{ table.head(columns, column, crossed.columns[column], [None, Some(column)]) }</th> }
    });
    html! {
        <table part="matrix" role="grid" aria-label={name}>
            <thead><tr><td></td>{ for heads }<th scope="col" class="total">{ text(&cx.interface.total) }</th></tr></thead>
            <tbody>{ for body }</tbody>
            <tfoot><tr><th scope="row" ~textContent={&*cx.interface.total} />{ for crossed.columns.iter().map(|&count| total(count)) }{ total(crossed.total) }</tr></tfoot>
        </table>
    }
}

impl Table<'_> {
    /// Renders the button of a row or column, which chooses its value.
    fn head(&self, facet: &Facet, value: ValueId, count: usize, position: TablePosition) -> Html {
        let cx = self.cx;
        let is_pressed = is_chosen(cx, facet, value);
        let value = &facet.values[value];
        let label = value.label.nearest(&cx.interface.tag);
        let title = cx.counted(&cx.interface.carried, count, &[("name", label.text)]);
        let onclick = cx.callback(Action::ToggleValue(
            facet.id.to_string(),
            value.id.to_string(),
        ));
        html! {
            <button type="button" tabindex={self.tab_index(position)} lang={cx.shared.html_tag(label.tag)} dir={cx.shared.dir(label.tag)} {title} aria-pressed={flag(is_pressed)} {onclick} onfocus={cx.callback(Action::FocusInTable(position))}>{ text(label.text) }</button>
        }
    }

    /// Renders a cell. Its button chooses both its values and drops all others of their facets; an empty cell has none.
    fn cell(&self, row: ValueId, column: ValueId, count: usize, tint: usize) -> Html {
        let cx = self.cx;
        let facets = [self.rows, self.columns];
        let is_column_chosen = is_chosen(cx, self.columns, column);
        let name = |facet: &Facet, value: ValueId| {
            let label = &facet.values[value].label;
            label.nearest(&cx.interface.tag).text.to_owned()
        };
        let names = [name(self.rows, row), name(self.columns, column)];
        let name = cx.counted(
            &cx.interface.cell,
            count,
            &[("row", &names[0]), ("column", &names[1])],
        );
        let is_only_choice = |facet: &Facet| {
            let filters = cx.state.view.filters.iter();
            filters.filter(|(chosen, _)| *chosen == facet.id).count() == 1
        };
        let is_pressed = is_column_chosen
            && is_chosen(cx, self.rows, row)
            && facets.into_iter().all(is_only_choice);
        let position = [Some(row), Some(column)];
        let point = Action::PointAtCell(Some((row, column)));
        let leave = Action::PointAtCell(None);
        html! {
            <td data-tint={tint.to_string()} data-chosen={flag(is_column_chosen)}>
                if count > 0 {
                    <button type="button" tabindex={self.tab_index(position)} aria-label={name} aria-pressed={flag(is_pressed)} onclick={cx.callback(Action::ToggleCell(row, column))}
                        onpointerenter={cx.callback(point)} onpointerleave={cx.callback(leave.clone())} onfocus={cx.callback(Action::FocusInTable(position))} onblur={cx.callback(leave)} ~textContent={self.number(count)} />
                }
            </td>
        }
    }

    fn tab_index(&self, position: TablePosition) -> &'static str {
        if position == self.tab_stop { "0" } else { "-1" }
    }

    /// Writes a count; nothing for zero.
    fn number(&self, count: usize) -> String {
        if count == 0 {
            return String::new();
        }
        self.cx.interface.number(count)
    }
}

fn is_chosen(cx: &Context<'_>, facet: &Facet, value: ValueId) -> bool {
    cx.state.view.has(&facet.id, &facet.values[value].id)
}
