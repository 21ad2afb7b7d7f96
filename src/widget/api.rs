//! The public interface of the component: its props, its events, and what it asks of its host.

use std::rc::Rc;

use query::View;
use yew::prelude::*;

use crate::pulse::Pulse;
use crate::shared_plan::SharedPlan;
use crate::words::Interfaces;

/// The component's props.
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct Props {
    /// The plan to explore.
    pub shared: SharedPlan,
    /// The widget's own words in all its languages.
    pub interfaces: Interfaces,
    /// The tag of the language to read in, unless the view names one.
    #[prop_or_default]
    pub lang: AttrValue,
    /// The host's latest request.
    #[prop_or_default]
    pub request: Pulse<HostRequest>,
    /// Problems that the reader should know of.
    #[prop_or_default]
    pub notices: Vec<Notice>,
    /// The page's address without its fragment. Links to clauses begin with it.
    #[prop_or_default]
    pub page_address: AttrValue,
    /// How the view can be shared; without this, it cannot be shared.
    #[prop_or_default]
    pub sharing: Option<Sharing>,
    /// The address of the explorer in one file; empty if the host has no such file.
    #[prop_or_default]
    pub offline_copy: AttrValue,
    /// How the widget lives in its page.
    #[prop_or_default]
    pub layout: Layout,
    /// The host's own heading in place of the plan's title; empty for the title.
    #[prop_or_default]
    pub heading: AttrValue,
    /// The host's own introduction below the heading; may be empty.
    #[prop_or_default]
    pub intro: AttrValue,
    /// Whether to render everything at once and not in stages, as when the widget replaces another one.
    #[prop_or_default]
    pub renders_at_once: bool,
    /// Called before each rendering, with the view to render. Returns whether others have removed or replaced rendered
    /// elements, so that all have to be rendered again.
    #[prop_or_default]
    pub before_rendering: Option<Callback<View, bool>>,
    /// How many times the host asked to render all elements again.
    #[prop_or_default]
    pub repairs: usize,
    /// How many times parts have arrived that are loaded after the first view: everything that may need one is then rendered
    /// with it.
    #[prop_or_default]
    pub late_parts: usize,
    /// Called after a change is on the screen.
    #[prop_or_default]
    pub on_event: Callback<Event>,
}

/// How the widget lives in its page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Layout {
    /// In the flow of an article, without a scroller of its own: the first clauses, and a button for the rest.
    #[default]
    Article,
    /// Of a limited height; the list scrolls.
    Panel,
    /// The page has nothing else.
    Page,
    /// The pinned clauses as quotations, without tools.
    Card,
}

impl Layout {
    /// Returns the value of the attribute `layout`.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Article => "article",
            Self::Panel => "panel",
            Self::Page => "page",
            Self::Card => "card",
        }
    }

    /// Returns the layout that a value of the attribute names, or else the default.
    #[must_use]
    pub fn of(word: &str) -> Self {
        let all = [Self::Panel, Self::Page, Self::Card];
        all.into_iter()
            .find(|layout| layout.word() == word)
            .unwrap_or_default()
    }
}

/// A request of the host. It is applied once for each number of its [`Pulse`].
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct HostRequest {
    /// A view that replaces the reader's choices.
    pub view: Option<View>,
    /// The eId of a clause to open and scroll to.
    pub target: Option<String>,
}

/// A problem with something that the host asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Notice {
    /// The view named these values or eIds, which the plan does not have.
    UnknownValues(String),
    /// A requested plan could not be loaded; the widget shows the others, or still the previous one.
    PlanFailed,
    /// Some of the host's annotations could not be shown.
    AnnotationsIncomplete,
}

/// How a view can be shared.
#[derive(Clone, Debug, PartialEq)]
pub struct Sharing {
    /// Returns the addresses and codes of a view.
    pub codes: Callback<SharedView, Codes>,
    /// Returns the address of the page for citations, and the present day, such as `2026-11-25`.
    pub cited: Callback<(), (String, String)>,
    /// Copies a text and reports whether that worked.
    pub copy: Callback<(String, Callback<bool>)>,
}

/// A view to share.
#[derive(Clone, Debug, PartialEq)]
pub struct SharedView {
    /// The plan.
    pub shared: SharedPlan,
    /// The reader's choices.
    pub view: View,
    /// The same view with the languages in use, also those that the reader did not choose.
    pub with_languages: View,
    /// The heading in place of the plan's title in other pages; empty for the title.
    pub heading: Rc<str>,
}

/// Addresses and codes that lead to a view.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Codes {
    /// The address of the page with the view in it, if the page can keep a view in its address.
    pub page: Option<String>,
    /// Codes for other pages, if other pages can load the plan.
    pub embed: Option<EmbedCodes>,
}

/// Codes that show a view in other pages.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EmbedCodes {
    /// The address of a page that shows only the explorer.
    pub link: String,
    /// The tag with its script.
    pub element: String,
    /// An iframe.
    pub iframe: String,
    /// The name of the file whose contents may be put inside the tag.
    pub text_file: String,
}

/// An event of the widget.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Event {
    /// Everything is rendered: it may be put on the screen.
    Rendered,
    /// Everything is on the screen.
    Ready,
    /// The reader or the host changed the view.
    Change {
        /// The new view.
        view: View,
        /// How many clauses match it.
        count: usize,
        /// Whether the reader changed it.
        by_reader: bool,
    },
    /// The host's request of this number has been applied. Before this event, a later request may replace it.
    Applied(usize),
    /// A clause was opened.
    Select {
        /// The clause's eId.
        eid: String,
    },
}
