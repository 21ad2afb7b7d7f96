//! The clauses of the cell that has the pointer or the focus.

use plan::{FacetId, InLanguage, Overview, Tag, ValueId};
use yew::prelude::*;

use crate::context::Context;
use crate::controls::text;

/// Renders a line with the numbers of the cell's clauses, or else a hint.
pub(super) fn view(cx: &Context<'_>, overview: Overview) -> Html {
    let plan = cx.shared.plan();
    let cell = cx.state.pointed_cell.map(|(row, column)| {
        let name = |facet: FacetId, value: ValueId| {
            let InLanguage { text, .. } = plan.facets[facet].values[value]
                .label
                .nearest(&cx.interface.tag);
            text
        };
        let has = |tags: &[Tag], facet: FacetId, value: ValueId| {
            tags.iter()
                .any(|tag| (tag.facet, tag.value) == (facet, value))
        };
        let mut numbers = Vec::new();
        for &id in &cx.state.crossings.clauses {
            let clause = &plan.clauses[id];
            if has(&clause.tags, overview.rows, row) && has(&clause.tags, overview.columns, column)
            {
                numbers.push(clause.number.nearest(cx.tag()).text);
            }
        }
        let names = [
            ("row", name(overview.rows, row)),
            ("column", name(overview.columns, column)),
        ];
        let summary = cx.counted(&cx.interface.cell, numbers.len(), &names);
        html! { <><b ~textContent={summary} />{ text(&[" ", &numbers.join(" · ")].concat()) }</> }
    });
    html! {
        // Screen readers learn the same from the names of the cells.
        <p class="held" aria-hidden="true">{ cell.unwrap_or_else(|| text(&cx.interface.overview_hint)) }</p>
    }
}
