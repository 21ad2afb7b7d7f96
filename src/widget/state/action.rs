//! Everything that a reader or a host can do.

use std::rc::Rc;

use plan::ValueId;
use query::{Criterion, View};

use super::form::Form;
use super::model::{CopyResult, Panel, ScrollMode, TablePosition, TagOfClause};
use super::pins::Direction;
use crate::shared_plan::SharedPlan;

/// Something that a reader or a host does.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Action {
    /// Search for this text.
    Search(String),
    /// Choose a value of a facet, by their keys, or drop the choice.
    ToggleValue(String, String),
    /// Drop a value of a facet, by their keys. The button that was pressed disappears.
    RemoveValue(String, String),
    /// Drop one word of the query, the choices of one facet, or the restriction to the pins.
    DropCriterion(Criterion),
    /// Drop the query and all filters.
    ClearFilters,
    /// Read in the language of this tag.
    SetLanguage(String),
    /// Show the language of this tag beside it, or none.
    SetComparison(Option<String>),
    /// Show this plan: the same clauses with other annotations.
    SetPlan(SharedPlan),
    /// Show this view.
    SetView(View),
    /// Open the clause of this eId and scroll to it.
    GoTo(String, ScrollMode),
    /// Open or close the clause of this eId.
    ToggleClause(String),
    /// Pin or unpin the clause of this eId.
    TogglePin(String),
    /// Unpin all clauses.
    ClearPins,
    /// Move the pinned clause of this eId by one among the listed ones.
    MovePin(String, Direction),
    /// List only the pinned clauses, or all again.
    SetOnlyPins(bool),
    /// List the clauses in this order, written as in a view, or in that of the document.
    Sort(Option<String>),
    /// Sort the clauses with the part of the wasm that has arrived.
    UseParts,
    /// Show only the clauses with this row's value and this column's value of the overview, or drop that choice.
    ToggleCell(ValueId, ValueId),
    /// Show or hide the evidence of a tag.
    ToggleEvidence(TagOfClause),
    /// Open or close the facets.
    ToggleFacets,
    /// Record that the browser has closed the facets.
    CloseFacets,
    /// Show or hide the buttons of the panels.
    ToggleMenu,
    /// Open or close the overview.
    ToggleOverview,
    /// Point at a cell of the overview, or at none.
    PointAtCell(Option<(ValueId, ValueId)>),
    /// The focus is on this button of the overview's table.
    FocusInTable(TablePosition),
    /// Open or close a panel.
    TogglePanel(Panel),
    /// List only the pinned clauses, and open the panel with their codes.
    SharePins,
    /// Write this headline into the embed codes.
    SetHeadline(Rc<str>),
    /// Cite a clause in this form.
    SetCitationForm(Form),
    /// Cite or export the listed clauses in this form.
    SetExportForm(Form),
    /// Check this quote.
    SetQuote(Rc<str>),
    /// Record whether a text could be copied.
    SetCopyResult(CopyResult),
    /// Show all rows of the list. The button that was pressed disappears: the focus moves to the clause of this eId.
    ShowAllRows(Option<String>),
}
