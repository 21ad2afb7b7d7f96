//! The values that every part of the widget is rendered from.

use plan::interface::{Plural, fill};
use plan::{InLanguage, Source};
use web_sys::HtmlSelectElement;
use yew::prelude::*;

use crate::api::{Layout, Sharing};
use crate::shared_plan::SharedPlan;
use crate::state::{Action, State};
use crate::words::Words;

/// The values that every part of the widget is rendered from. The parts are plain functions of it. Only
/// the search field and a clause are components, each of which costs 1 KB of wasm.
pub(crate) struct Context<'a> {
    pub(crate) shared: &'a SharedPlan,
    pub(crate) interface: Words,
    /// The tag of the language to read in, unless the view names one.
    pub(crate) lang: &'a str,
    /// How the widget lives in its page.
    pub(crate) layout: Layout,
    pub(crate) state: &'a State,
    pub(crate) dispatch: &'a UseReducerDispatcher<State>,
    /// The host's own heading in place of the plan's title; empty for the title.
    pub(crate) heading: &'a str,
    /// The page's address without its fragment.
    pub(crate) page_address: &'a AttrValue,
    /// How many times parts have arrived that are loaded after the first view.
    pub(crate) late_parts: usize,
    /// How the view can be shared, if it can.
    pub(crate) sharing: Option<&'a Sharing>,
}

impl Context<'_> {
    /// Returns a callback that dispatches one action and ignores its event.
    pub(crate) fn callback<E>(&self, action: Action) -> Callback<E> {
        dispatching(self.dispatch, action)
    }

    /// Returns a callback for a `select` that dispatches an action with the chosen value; with none for the empty one.
    pub(crate) fn on_choice(&self, action: fn(Option<String>) -> Action) -> Callback<Event> {
        let dispatch = self.dispatch.clone();
        Callback::from(move |event: Event| {
            if let Some(select) = event.target_dyn_into::<HtmlSelectElement>() {
                let value = Some(select.value()).filter(|value| !value.is_empty());
                dispatch.dispatch(action(value));
            }
        })
    }

    /// Returns a message in the plural form of a count, with the count and other values filled in.
    pub(crate) fn counted(
        &self,
        message: &Plural,
        count: usize,
        values: &[(&str, &str)],
    ) -> String {
        let written = self.interface.number(count);
        let mut all = vec![("count", &*written)];
        all.extend(values);
        fill(self.interface.plural(message, count), &all)
    }

    /// Returns the note where the text of a source ends, if it breaks off.
    pub(crate) fn ends_in(&self, source: &Source) -> Option<String> {
        let clause = self.shared.plan().last_of(source)?;
        let number = clause.number.nearest(self.tag()).text;
        Some(fill(&self.interface.ends_in, &[("number", number)]))
    }

    /// Returns the tag of the language to read in.
    pub(crate) fn tag(&self) -> &str {
        self.state.view.lang.as_deref().unwrap_or(self.lang)
    }

    /// Returns the plan's title in the language to read in.
    pub(crate) fn title(&self) -> InLanguage<&str> {
        self.shared.plan().title.nearest(self.tag())
    }

    /// Returns the tag of the language shown beside it, if it is another one.
    pub(crate) fn compare(&self) -> Option<&str> {
        let compare = self.state.view.compare.as_deref();
        compare.filter(|compare| *compare != self.tag())
    }
}

/// Returns a callback that dispatches one action and ignores its event.
pub(crate) fn dispatching<E>(
    dispatch: &UseReducerDispatcher<State>,
    action: Action,
) -> Callback<E> {
    let dispatch = dispatch.clone();
    Callback::from(move |_| dispatch.dispatch(action.clone()))
}
