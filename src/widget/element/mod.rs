//! What `www/clause-explorer.js`, the class of `<clause-explorer>`, calls.
//!
//! It turns plain values into props and events into plain details. It knows no attributes and no
//! lifecycle: those are the class's. [`handle`] answers a host's questions about a plan, [`Explorer`]
//! shows one, [`pool`] keeps what a removed one leaves.
//!
//! Every `ce-error` has one of these codes:
//!
//! | code | what | and then |
//! | --- | --- | --- |
//! | `start` | the widget cannot start (told by the class) | the text inside the element stays |
//! | `attribute` | an attribute has a value that it cannot have | its default counts |
//! | `view` | a view, or a fragment that reads like an eId, names what the plan does not have | that is left out |
//! | `annotations` | there is no list of annotations where it should be (told by the class) | there are none |
//! | `annotation` | one annotation cannot be shown (told by the class) | the others are shown |
//! | `src` | `src` leads to no plan | the plan shown so far stays, or the text inside the element |
//!
//! Absent on purpose: a smaller allocator. One (talc 5.1.1) saved 1.7 KB, and the heap was found corrupt in one of
//! ten browser runs.

mod annotations;
mod codes;
mod detail;
mod engine;
mod handle;
mod pool;
mod share;

use std::cell::Cell;
use std::rc::Rc;

use serde::Serialize;
use wasm_bindgen::prelude::*;
use yew::prelude::*;

use crate::plain::plain;
use crate::{Event, Notice, Props, Wish};
pub use codes::embed_codes;
pub use engine::install;
use handle::Handle;
use plan::Plan;
use pool::Place;
use query::View;
use share::Page;

/// A mounted widget.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Explorer {
    place: Place,
    props: Props,
    /// What the element's own `lang` says.
    own_language: String,
    /// What a view named of annotations that are still awaited.
    awaited: View,
    /// The number of the last wish that was done.
    granted: Rc<Cell<usize>>,
    page: Page,
}

// wasm-bindgen hands over values that JavaScript has given away.
#[expect(clippy::needless_pass_by_value)]
#[wasm_bindgen]
impl Explorer {
    /// Renders the widget for a shadow root, in an element of its own that is not in it yet.
    ///
    /// `languages` are BCP 47 tags, best first; the first is the element's own and may be empty. `view`
    /// is a query string; `target` is the page's fragment; `addresses` are the page's without
    /// it, and that of the explorer in one file; `page` is told what happens and asked what only it knows.
    ///
    /// # Errors
    /// Where there is no document.
    pub fn mount(
        root: web_sys::Node,
        plan: &Handle,
        languages: Vec<String>,
        view: &str,
        target: String,
        addresses: Vec<String>,
        page: Page,
    ) -> Result<Self, JsError> {
        let mut addresses = addresses.into_iter().map(AttrValue::from);
        let shared = plan.shared();
        let granted = Rc::default();
        let props = Props {
            interfaces: engine::interfaces(),
            lang: reading(&languages, shared.plan()).into(),
            wish: Wish::default(),
            notices: Vec::new(),
            address: addresses.next().unwrap_or_default(),
            copy: addresses.next().unwrap_or_default(),
            share: Some(share::by(&page)),
            roomy: is_roomy(&root),
            at_once: false,
            on_event: callback(&granted, &page),
            shared,
        };
        let mut explorer = Self {
            place: Place::take().map_err(|error| JsError::new(&error))?,
            props,
            own_language: String::new(),
            awaited: View::default(),
            granted,
            page,
        };
        explorer.check_language(&languages);
        explorer.wish(Some(view), Some(target));
        explorer.place.show(explorer.props.clone());
        Ok(explorer)
    }

    /// The element that the widget is in.
    #[wasm_bindgen(getter)]
    #[must_use]
    pub fn place(&self) -> web_sys::Element {
        self.place.element().clone()
    }

    /// Tells the widget what changed. Without a view or target, the reader's choices stay.
    pub fn update(
        &mut self,
        languages: Vec<String>,
        view: Option<String>,
        target: Option<String>,
        address: String,
    ) {
        self.check_language(&languages);
        self.props.lang = reading(&languages, self.props.shared.plan()).into();
        self.props.address = address.into();
        self.wish(view.as_deref(), target);
        self.place.update(self.props.clone());
    }

    /// Shows another plan, as anew: `ce-ready` follows.
    pub fn change(&mut self, plan: &Handle, languages: Vec<String>, view: &str) {
        self.props.shared = plan.shared();
        self.props.lang = reading(&languages, self.props.shared.plan()).into();
        self.props.at_once = true;
        self.wish(Some(view), None);
        self.place.show(self.props.clone());
    }

    /// Shows the plan with the annotations that it has now. `is_whole` tells whether these are all that the host gave.
    pub fn annotate(&mut self, plan: &Handle, is_whole: bool) {
        self.props.shared = plan.shared();
        let notices = &mut self.props.notices;
        notices.retain(|notice| *notice != Notice::AnnotationsIncomplete);
        if !is_whole {
            notices.push(Notice::AnnotationsIncomplete);
        }
        let (_, problems) = query::parse(&query::write(&self.awaited), self.props.shared.plan());
        self.leave_out(&problems);
        self.place.update(self.props.clone());
    }

    /// Tells the reader that the plan which the host named could not be had.
    pub fn warn(&mut self) {
        self.props.notices = vec![Notice::PlanFailed];
        self.place.update(self.props.clone());
    }

    /// Unmounts the widget and frees what it used.
    pub fn destroy(self) {
        self.place.give_back();
    }

    /// Takes down what the host wishes; what the plan does not know of it is reported. What was wished
    /// before and is not done yet, since rendering takes its time, is not forgotten.
    fn wish(&mut self, view: Option<&str>, target: Option<String>) {
        if view.is_none() && target.is_none() {
            return;
        }
        let undone = Some(&self.props.wish).filter(|wish| wish.nth > self.granted.get());
        let undone = undone.cloned().unwrap_or_default();
        let nth = self.props.wish.nth + 1;
        if view.is_none() {
            // The target before is no longer where the page leads; what a view named still counts.
            let mut notices = std::mem::take(&mut self.props.notices);
            notices.retain(|notice| !matches!(notice, Notice::LeftOut(what) if self.lacks(what)));
            self.props.notices = notices;
        }
        let missing = target.clone().filter(|target| self.lacks(target));
        self.props.wish = match view {
            Some(view) => Wish {
                nth,
                view: Some(self.parse(view)),
                target,
            },
            None => Wish {
                nth,
                view: undone.view,
                target,
            },
        };
        if let Some(eid) = missing {
            self.leave_out(&[query::Problem::Clause(eid)]);
        }
    }

    /// Whether a fragment reads like an eId and the plan has nothing of the kind. Any other is a place in the host's
    /// page, and so none of ours.
    fn lacks(&self, target: &str) -> bool {
        let plan = self.props.shared.plan();
        let mut divisions = plan.divisions.iter();
        let mut is_division = || divisions.any(|division| division.eid.as_str() == target);
        target.starts_with("art_") && plan.clause_by_eid(target).is_none() && !is_division()
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
        self.leave_out(&problems);
        view
    }

    /// Reports what a view named and the plan does not have.
    fn leave_out(&mut self, problems: &[query::Problem]) {
        let left_out: Vec<String> = problems.iter().map(query::Problem::found).collect();
        if !left_out.is_empty() {
            let left_out = left_out.join(", ");
            self.props.notices.push(Notice::LeftOut(left_out));
        }
        for problem in problems {
            self.report("view", problem.to_string());
        }
    }

    /// Reports an own language that nothing is written in, once.
    fn check_language(&mut self, languages: &[String]) {
        let own = languages.first().map_or("", String::as_str);
        if own == self.own_language {
            return;
        }
        own.clone_into(&mut self.own_language);
        let plan = self.props.shared.plan();
        if !own.is_empty() && known_as(own, plan).is_none() {
            let known: Vec<&str> = plan.languages.iter().map(|l| &*l.tag).collect();
            let known = known.join(", ");
            self.report(
                "attribute",
                format!(
                    "expected a language of the plan ({known}) in the attribute lang, found “{own}”"
                ),
            );
        }
    }

    fn report(&self, code: &str, message: String) {
        tell(
            &self.page,
            "ce-error",
            &detail::Error { code, message },
            false,
        );
    }
}

/// Whether an element is wide enough for the overview: then it is what readers see first.
fn is_roomy(root: &web_sys::Node) -> bool {
    /// The second of the layouts by width begins at 480 CSS pixels; the table wants some more.
    const ROOMY: i32 = 720;
    let root = root.dyn_ref::<web_sys::ShadowRoot>();
    root.is_some_and(|root| root.host().client_width() >= ROOMY)
}

/// The tag of the language to read in: the first that is wanted and known, else the plan's original.
fn reading(languages: &[String], plan: &Plan) -> String {
    let wanted = languages.iter().find_map(|tag| known_as(tag, plan));
    wanted.unwrap_or(&plan.languages[0].tag).to_owned()
}

/// The tag by which the plan, or else the widget's own words, know a language.
fn known_as<'a>(tag: &str, plan: &'a Plan) -> Option<&'a str> {
    let primary = tag.split('-').next().unwrap_or_default();
    let of_plan = plan.languages.iter().map(|language| &*language.tag);
    let mut known = of_plan.chain(engine::interfaces().iter().map(|interface| &*interface.tag));
    known.find(|known| known.eq_ignore_ascii_case(tag) || known.eq_ignore_ascii_case(primary))
}

fn callback(granted: &Rc<Cell<usize>>, page: &Page) -> Callback<Event> {
    let (granted, page) = (granted.clone(), page.clone());
    Callback::from(move |event| match event {
        Event::Granted(nth) => granted.set(nth),
        Event::Written => page.reveal(),
        // What the plan is, is told by the class, which has it at hand.
        Event::Ready => tell(&page, "ce-ready", &(), false),
        Event::Change {
            view,
            count,
            by_reader,
        } => {
            let detail = detail::Change::new(&view, count);
            tell(&page, "ce-change", &detail, by_reader);
        }
        Event::Select { eid } => tell(&page, "ce-select", &detail::Select { eid: &eid }, false),
    })
}

fn tell(page: &Page, name: &str, detail: &impl Serialize, by_reader: bool) {
    // What a host's listener throws is reported by the browser; it is not ours to handle.
    page.tell(name, plain(detail), by_reader).ok();
}
