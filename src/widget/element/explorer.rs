//! The class `Explorer`: a widget in an element of the page.

use std::cell::Cell;
use std::rc::Rc;

use query::View;
use serde::Serialize;
use wasm_bindgen::prelude::*;
use yew::prelude::*;

use super::language::{known_tag, preferred};
use super::mount_pool::MountPoint;
use super::page::{Page, sharing};
use super::plan::PlanHandle;
use super::{engine, event_details};
use crate::api::{Event, HostRequest, Layout, Notice, Props};
use crate::js_value::plain;
use crate::pulse::Pulse;

/// A mounted widget.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Explorer {
    mount_point: MountPoint,
    props: Props,
    /// The value of the element's own `lang`.
    own_language: String,
    /// The filters of the last view by a facet whose values are still being loaded.
    awaited: View,
    /// The number of the last request that was applied.
    applied: Rc<Cell<usize>>,
    page: Page,
}

#[expect(
    clippy::needless_pass_by_value,
    reason = "wasm-bindgen passes lists and texts by value"
)]
#[wasm_bindgen]
impl Explorer {
    /// Renders the widget in an element of its own that is not in the page yet.
    ///
    /// `languages` are BCP 47 tags, best first; the first is the element's own and may be empty. `view` is a query
    /// string, `target` the page's fragment; a widget that replaces another one has no target, and renders everything at
    /// once. `settings` are the layout, the heading and the introduction of the element, the page's address without its
    /// fragment, and the address of the explorer in one file.
    ///
    /// # Errors
    /// If there is no document.
    pub fn mount(
        plan: &PlanHandle,
        languages: Vec<String>,
        view: &str,
        target: Option<String>,
        settings: Vec<String>,
        page: Page,
    ) -> Result<Self, JsError> {
        let shared = plan.shared();
        let applied = Rc::default();
        let props = Props {
            interfaces: engine::interfaces(),
            lang: preferred(&languages, shared.plan()).into(),
            request: Pulse::default(),
            notices: Vec::new(),
            layout: Layout::default(),
            heading: AttrValue::default(),
            intro: AttrValue::default(),
            page_address: AttrValue::default(),
            offline_copy: AttrValue::default(),
            sharing: Some(sharing(&page)),
            renders_at_once: target.is_none(),
            before_rendering: Some(Callback::from({
                let page = page.clone();
                move |view| page.rendering(&query::write(&view))
            })),
            repairs: 0,
            late_parts: 0,
            on_event: report_to(&page, &applied),
            shared,
        };
        let mut explorer = Self {
            mount_point: MountPoint::take()?,
            props,
            own_language: String::new(),
            awaited: View::default(),
            applied,
            page,
        };
        explorer.set(settings);
        explorer.check_language(&languages);
        explorer.request(Some(view), target);
        explorer.mount_point.show(explorer.props.clone());
        Ok(explorer)
    }

    /// Whether the host has set another view that is not applied yet. The widget begins with that of the first request.
    #[wasm_bindgen(getter = awaitsView)]
    #[must_use]
    pub fn awaits_view(&self) -> bool {
        self.props.request.number() > 1 && self.awaited_view().is_some()
    }

    /// Returns the element that contains the widget.
    #[wasm_bindgen(getter)]
    #[must_use]
    pub fn place(&self) -> web_sys::Element {
        self.mount_point.element().clone()
    }

    /// Applies changes of the page. Without a view or a target, the reader's choices stay.
    pub fn update(
        &mut self,
        languages: Vec<String>,
        view: Option<String>,
        target: Option<String>,
        settings: Vec<String>,
    ) {
        self.check_language(&languages);
        self.props.lang = preferred(&languages, self.props.shared.plan()).into();
        self.set(settings);
        self.request(view.as_deref(), target);
        self.mount_point.change(self.props.clone());
    }

    /// Shows another plan in a new widget: `ce-ready` follows.
    pub fn change(&mut self, plan: &PlanHandle, languages: Vec<String>, view: &str) {
        self.props.shared = plan.shared();
        self.props.lang = preferred(&languages, self.props.shared.plan()).into();
        self.props.renders_at_once = true;
        self.request(Some(view), None);
        self.mount_point.show(self.props.clone());
    }

    /// Shows the plan with its present annotations, in the languages and with the features that are there. `is_whole` says whether all of the host's annotations are valid.
    pub fn annotate(&mut self, plan: &PlanHandle, is_whole: bool) {
        self.props.shared = plan.shared();
        self.props.interfaces = engine::interfaces();
        self.props.late_parts += 1;
        let notices = &mut self.props.notices;
        notices.retain(|notice| *notice != Notice::AnnotationsIncomplete);
        if !is_whole {
            notices.push(Notice::AnnotationsIncomplete);
        }
        let (_, problems) = query::parse(&query::write(&self.awaited), self.props.shared.plan());
        self.report_unknown(&problems);
        self.mount_point.change(self.props.clone());
    }

    /// Shows the reader that a requested plan could not be loaded.
    pub fn warn(&mut self) {
        self.props.notices = vec![Notice::PlanFailed];
        self.mount_point.change(self.props.clone());
    }

    /// Renders all elements again, after others have removed or replaced some.
    pub fn repair(&mut self) {
        self.props.repairs += 1;
        self.mount_point.change(self.props.clone());
    }

    /// Unmounts the widget and frees its memory.
    pub fn destroy(self) {
        self.mount_point.give_back();
    }

    /// Applies the settings of the element and its page: see [`Self::mount`].
    fn set(&mut self, settings: Vec<String>) {
        let mut settings = settings.into_iter();
        let layout = settings.next().unwrap_or_default();
        self.props.layout = Layout::of(&layout);
        let mut settings = settings.map(AttrValue::from);
        let props = &mut self.props;
        for setting in [
            &mut props.heading,
            &mut props.intro,
            &mut props.page_address,
            &mut props.offline_copy,
        ] {
            *setting = settings.next().unwrap_or_default();
        }
    }

    /// Sends a request to the widget, and reports the values in it that the plan does not have. Since rendering
    /// takes its time, the previous request may not be applied yet: its view is then part of this request.
    fn request(&mut self, view: Option<&str>, target: Option<String>) {
        if view.is_none() && target.is_none() {
            return;
        }
        let target = target.map(|fragment| query::eid_in(&fragment));
        let unknown = target.clone().filter(|target| self.is_unknown_eid(target));
        let view = if let Some(view) = view {
            Some(self.parse(view))
        } else {
            // The previous target is no longer in the page's address; notices about a view stay.
            let mut notices = std::mem::take(&mut self.props.notices);
            notices.retain(|notice| {
                !matches!(notice, Notice::UnknownValues(what) if self.is_unknown_eid(what))
            });
            self.props.notices = notices;
            self.awaited_view().cloned()
        };
        self.props.request.send(HostRequest { view, target });
        if let Some(eid) = unknown {
            self.report_unknown(&[query::Problem::Clause(eid)]);
        }
    }

    /// Returns the view that the host has set and that is not applied yet.
    fn awaited_view(&self) -> Option<&View> {
        let request = &self.props.request;
        let view = request.value().view.as_ref();
        view.filter(|_| request.number() > self.applied.get())
    }

    /// Returns whether a fragment looks like an eId but names nothing in this plan. Any other fragment belongs to
    /// the host's page.
    fn is_unknown_eid(&self, target: &str) -> bool {
        let plan = self.props.shared.plan();
        // It has the stem of an outermost division, such as `art_`.
        let stem = target.find('_').map_or("", |end| &target[..=end]);
        let mut divisions = plan.divisions.iter().map(|one| one.eid.as_str());
        !stem.is_empty()
            && divisions.clone().any(|eid| eid.starts_with(stem))
            && plan.clause_around(target).is_none()
            && !divisions.any(|eid| eid == target)
    }

    fn parse(&mut self, view: &str) -> View {
        let plan = self.props.shared.plan();
        let (view, problems) = query::parse(view, plan);
        let is_awaited = |(facet, _): &&(String, String)| {
            let mut facets = plan.facets.iter();
            facets.any(|known| known.id == *facet && known.values.is_empty())
        };
        self.awaited = View {
            filters: view.filters.iter().filter(is_awaited).cloned().collect(),
            ..View::default()
        };
        let notices = &mut self.props.notices;
        notices.retain(|notice| *notice == Notice::AnnotationsIncomplete);
        self.report_unknown(&problems);
        view
    }

    /// Reports the parts of a view that the plan does not have to the host, and to the reader. An unknown key says
    /// nothing to readers: they can do nothing about it.
    fn report_unknown(&mut self, problems: &[query::Problem]) {
        let is_key = |problem: &&query::Problem| matches!(problem, query::Problem::Facet(..));
        let values = problems.iter().filter(|problem| !is_key(problem));
        let unknown: Vec<String> = values.map(query::Problem::found).collect();
        if !unknown.is_empty() {
            self.props
                .notices
                .push(Notice::UnknownValues(few(&unknown)));
        }
        for problem in problems.iter().take(MOST) {
            self.report_error("view", problem.to_string());
        }
        if let Some(more) = problems.len().checked_sub(MOST + 1) {
            let more = more + 1;
            self.report_error(
                "view",
                format!("expected no further unknown names, found {more}"),
            );
        }
    }

    /// Reports a language of the element that the plan does not have, once.
    fn check_language(&mut self, languages: &[String]) {
        let own = languages.first().map_or("", String::as_str);
        if own == self.own_language {
            return;
        }
        own.clone_into(&mut self.own_language);
        let plan = self.props.shared.plan();
        if !own.is_empty() && known_tag(own, plan).is_none() {
            let known: Vec<&str> = plan.languages.iter().map(|l| &*l.tag).collect();
            let known = known.join(", ");
            self.report_error(
                "attribute",
                format!(
                    "expected a language of the plan ({known}) in the attribute lang, found “{own}”"
                ),
            );
        }
    }

    fn report_error(&self, code: &str, message: String) {
        let detail = event_details::Error { code, message };
        send_event(&self.page, "ce-error", &detail, false);
    }
}

/// How many of the unknown names in a view are reported one by one.
const MOST: usize = 5;

/// Joins a list for people. The end of a long one is left out.
fn few(list: &[String]) -> String {
    let rest = if list.len() > MOST { " …" } else { "" };
    list[..list.len().min(MOST)].join(", ") + rest
}

/// Returns a callback that sends the widget's events to the page, and keeps the number of the last applied request.
fn report_to(page: &Page, applied: &Rc<Cell<usize>>) -> Callback<Event> {
    let (applied, page) = (applied.clone(), page.clone());
    Callback::from(move |event| match event {
        Event::Applied(number) => {
            applied.set(number);
            page.applied();
        }
        Event::Rendered => page.reveal(),
        // The class adds the summary of the plan.
        Event::Ready => send_event(&page, "ce-ready", &(), false),
        Event::Change {
            view,
            count,
            by_reader,
        } => {
            let detail = event_details::Change::new(&view, count);
            send_event(&page, "ce-change", &detail, by_reader);
        }
        Event::Select { eid } => {
            let detail = event_details::Select { eid: &eid };
            send_event(&page, "ce-select", &detail, false);
        }
    })
}

fn send_event(page: &Page, name: &str, detail: &impl Serialize, by_reader: bool) {
    // The browser reports an error that a host's listener throws.
    page.tell(name, plain(detail), by_reader).ok();
}
