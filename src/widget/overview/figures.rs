//! The most frequent values of the listed clauses, as one line.

use plan::FacetId;
use plan::interface::fill;
use yew::prelude::*;

use crate::context::Context;
use crate::controls::text;

/// Renders the line in place of the closed table.
pub(crate) fn view(cx: &Context<'_>) -> Html {
    let overview = cx.shared.plan().overview;
    let overview = overview.filter(|_| !cx.state.overview_open);
    let figures = overview.map(|overview| figures(cx, overview.columns));
    text(&figures.unwrap_or_default())
}

/// Returns the value of a facet that more than half of the listed clauses have, or else the two most frequent values
/// with their counts; these too if all clauses are listed. Empty if the view has chosen values of the facet: their counts
/// would tell nothing new.
fn figures(cx: &Context<'_>, facet: FacetId) -> String {
    let words = cx.interface.0;
    let facet_id = facet;
    let facet = &cx.shared.plan().facets[facet];
    let mut filters = cx.state.view.filters.iter();
    // The counts of a facet do not depend on the values chosen in it.
    if filters.any(|(chosen, _)| *chosen == facet.id) {
        return String::new();
    }
    let [mut first, mut second] = [(0, ""); 2];
    for (value, &count) in cx.state.results.counts[facet_id].enumerated() {
        let one = (count, facet.values[value].label.nearest(&words.tag).text);
        if count > first.0 {
            second = std::mem::replace(&mut first, one);
        } else if count > second.0 {
            second = one;
        }
    }
    let listed = cx.state.results.clauses.len();
    let is_whole = cx.state.view.shows_all();
    let message = if second.0 > 0 && (is_whole || first.0 * 2 <= listed) {
        &words.most
    } else if first.0 > 0 {
        &words.mostly
    } else {
        return String::new();
    };
    let [count, next_count] = [first.0, second.0].map(|count| cx.interface.number(count));
    fill(
        message,
        &[
            ("name", first.1),
            ("count", &count),
            ("next", second.1),
            ("next_count", &next_count),
        ],
    )
}
