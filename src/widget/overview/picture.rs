//! The overview as an image to save.

use plan::Overview;
use publish::chart;
use query::Crossed;
use yew::prelude::*;

use crate::context::Context;
use crate::data_url::data_url;

/// Renders the link that saves the table as an image, with the criteria that narrow it as its subtitle.
pub(super) fn link(cx: &Context<'_>, overview: Overview, crossed: &Crossed) -> Html {
    let plan = cx.shared.plan();
    let view = &cx.state.view;
    let own = [overview.rows, overview.columns].map(|facet| &plan.facets[facet].id);
    let query = Some(view.query.trim()).filter(|query| !query.is_empty());
    let mut criteria: Vec<&str> = query.into_iter().collect();
    for (facet, value) in &view.filters {
        if !own.iter().any(|own| **own == *facet) {
            let label = cx.shared.value_label(facet, value, &cx.interface.tag);
            criteria.push(label.text);
        }
    }
    let picture = chart::overview(plan, crossed, cx.interface.0, &criteria.join(" · "));
    let href = data_url("image/svg+xml", &picture.unwrap_or_default());
    html! {
        <a {href} download={[&*plan.id, ".svg"].concat()} ~textContent={&*cx.interface.picture} />
    }
}
