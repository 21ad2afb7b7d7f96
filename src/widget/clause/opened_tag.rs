//! The tag of a clause whose evidence is shown.

use plan::ClauseId;

use crate::context::Context;
use crate::state::TagIndex;

/// The tag of a clause whose evidence is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct OpenedTag {
    pub(crate) index: TagIndex,
    /// How many clauses would match if its value were chosen.
    pub(crate) count: usize,
    /// Whether its value is chosen.
    pub(crate) is_chosen: bool,
}

impl OpenedTag {
    /// Returns the tag of this clause whose evidence is shown, if it has one.
    pub(crate) fn of(cx: &Context<'_>, id: ClauseId) -> Option<Self> {
        let opened = cx.state.evidence.filter(|opened| opened.clause == id)?;
        let plan = cx.shared.plan();
        let tag = plan.clauses.find(id)?.tags.get(opened.tag.0)?;
        let facet = &plan.facets[tag.facet];
        let value = &facet.values[tag.value];
        Some(Self {
            index: opened.tag,
            count: cx.state.results.counts[tag.facet][tag.value],
            is_chosen: cx.state.view.has(&facet.id, &value.id),
        })
    }
}
