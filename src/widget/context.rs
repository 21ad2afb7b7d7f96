//! What every part of the widget is rendered from.

use yew::prelude::*;

use super::state::{Action, State};
use super::{Share, Shared};
use plan::interface::{Interface, Plural, fill};

/// What every part of the widget is rendered from. The parts are plain functions of it; those with a
/// life of their own ([`super::search`], [`super::clause`]) are components, each of which costs 1 KB of wasm.
pub(super) struct Context<'a> {
    pub(super) shared: &'a Shared,
    pub(super) interface: &'static Interface,
    /// The tag of the language to read in, unless the view names one.
    pub(super) lang: &'a str,
    pub(super) state: &'a State,
    pub(super) dispatch: &'a UseReducerDispatcher<State>,
    /// The page's address without its fragment.
    pub(super) address: &'a AttrValue,
    /// Told before the language changes, so that the reader's place can be kept.
    pub(super) keep_place: &'a Callback<()>,
    /// How the view can be shared, if it can.
    pub(super) share: Option<&'a Share>,
}

impl Context<'_> {
    /// A callback that dispatches one action, whatever the event is.
    pub(super) fn callback<E>(&self, action: Action) -> Callback<E> {
        let dispatch = self.dispatch.clone();
        Callback::from(move |_| dispatch.dispatch(action.clone()))
    }

    /// A message in the form that goes with a count, with the count and other values filled in.
    pub(super) fn counted(
        &self,
        message: &Plural,
        count: usize,
        values: &[(&str, &str)],
    ) -> String {
        let written = self.interface.number(count);
        let values: Vec<_> = values
            .iter()
            .copied()
            .chain([("count", &*written)])
            .collect();
        fill(self.interface.plural(message, count), &values)
    }

    /// The tag of the language to read in.
    pub(super) fn tag(&self) -> &str {
        self.state.view.lang.as_deref().unwrap_or(self.lang)
    }

    /// The tag of the language to read beside it, if it is another one.
    pub(super) fn compare(&self) -> Option<&str> {
        self.state
            .view
            .compare
            .as_deref()
            .filter(|compare| *compare != self.tag())
    }
}
