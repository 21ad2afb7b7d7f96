//! The state of the widget, the actions that change it, and the one function that applies them.

mod action;
mod form;
mod model;
mod pins;
mod reduce;
mod run;

pub(crate) use action::Action;
pub(crate) use form::Form;
pub(crate) use model::{
    CopyResult, Panel, ScrollMode, ScrollTarget, State, TablePosition, TagIndex, TagOfClause,
};
pub(crate) use pins::Direction;
