//! The value that has given a clause its place in a list that is in the order of a column.

use query::sorting_column;
use yew::prelude::*;

use super::opened::value;
use super::row::Row;

/// Renders the value with the name of its column; nothing if the clause has none.
pub(crate) fn view(row: &Row<'_>) -> Html {
    let shared = &row.common.shared;
    let sort = row.common.sort.as_deref();
    let column = sort.and_then(|sort| sorting_column(sort, shared.plan()));
    let found = column.and_then(|(column, _)| Some((column, column.value(row.facts.id)?)));
    let Some((column, shown)) = found else {
        return html! {};
    };
    let label = column.label.nearest(&row.common.interface.tag);
    html! {
        <p class="sorting-value">
            <span lang={shared.html_tag(label.tag)} dir={shared.dir(label.tag)} ~textContent={[label.text, " "].concat()} />
            { value(column.kind, shown) }
        </p>
    }
}
