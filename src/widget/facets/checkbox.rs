//! The checkbox of a facet's value.

use plan::{Facet, FacetValue};
use yew::prelude::*;

use crate::context::Context;
use crate::controls::flag;
use crate::state::Action;

/// Renders the checkbox of a value, with its count as a number and as a bar. A count of `longest` has a full bar.
pub(super) fn checkbox(
    cx: &Context<'_>,
    facet: &Facet,
    value: &FacetValue,
    count: usize,
    longest: usize,
) -> Html {
    let label = value.label.nearest(&cx.interface.tag);
    let onchange = cx.callback(Action::ToggleValue(
        facet.id.to_string(),
        value.id.to_string(),
    ));
    let checked = cx.state.view.has(&facet.id, &value.id);
    let description = value.description.nearest(&cx.interface.tag).text;
    let title = Some(description.to_owned()).filter(|title| !title.is_empty());
    let width = (count * 100).checked_div(longest).unwrap_or(0);
    html! {
        <label key={&*value.id} part="option" data-none={flag(count == 0)} {title}>
            <input type="checkbox" name={facet.id.to_string()} value={value.id.to_string()} {checked} {onchange} />
            <span class="name" lang={cx.shared.html_tag(label.tag)} dir={cx.shared.dir(label.tag)} ~textContent={label.text} />
            <span part="count" ~textContent={cx.interface.number(count)} />
            // A width in a style attribute would be refused by a strict content security policy.
            <svg class="bar" viewBox="0 0 100 1" preserveAspectRatio="none" aria-hidden="true"><rect width={width.to_string()} height="1" /></svg>
        </label>
    }
}
