//! The choice of the order of the listed clauses.

use plan::Column;
use plan::interface::fill;
use yew::prelude::*;

use crate::context::Context;
use crate::controls::text_before;
use crate::rare;
use crate::state::Action;

/// Renders the choice, if the plan has columns with an order and the list is not that of the pins.
pub(crate) fn choice(cx: &Context<'_>) -> Html {
    let is_offered = cx.shared.plan().columns.is_some() && !cx.state.view.only_pins;
    let choice = is_offered.then(|| rare::sort(cx)).flatten();
    choice.unwrap_or_default()
}

/// Renders the choice between the order of the document and two orders for each column.
pub(crate) fn view(cx: &Context<'_>) -> Html {
    let plan = cx.shared.plan();
    let words = cx.interface.0;
    let columns: Vec<&Column> = plan.sorting_columns().collect();
    if columns.is_empty() {
        return html! {};
    }
    let chosen = cx.state.view.sort.as_deref();
    let orders = columns.iter().flat_map(|column| {
        let name = column.label.nearest(&words.tag).text;
        let both = [("", &words.sort_ascending), ("-", &words.sort_descending)];
        both.map(|(sign, message)| {
            let value = [sign, &column.id].concat();
            let selected = chosen == Some(&value);
            html! { <option {value} {selected} ~textContent={fill(message, &[("name", name)])} /> }
        })
    });
    html! {
        <label class="sort">
            { text_before(&words.sort) }
            <select onchange={cx.on_choice(Action::Sort)}>
                <option value="" selected={chosen.is_none()} ~textContent={&*words.sort_document} />
                { for orders }
            </select>
        </label>
    }
}
