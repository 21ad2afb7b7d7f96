//! A plan for the element's class: where it comes from, and what a host can ask about it.
//!
//! Everything here is asked and answered at once; it needs no widget.

use wasm_bindgen::prelude::*;

use super::{annotations, detail, engine, known_as};
use crate::Shared;
use crate::plain::plain;
use plan::interface::{Interface, fill};
use plan::{InLanguage, Plan, format};
use publish::cite::{self, Reading, Style};
use publish::record::ClauseRecord;

/// A plan that can be shown and asked, with the annotations of its host.
#[wasm_bindgen(js_name = Plan)]
#[derive(Debug)]
pub struct Handle {
    /// The plan by itself.
    plain: Shared,
    annotated: Shared,
}

#[wasm_bindgen(js_class = Plan)]
impl Handle {
    /// The plan that is installed in the engine.
    ///
    /// # Errors
    /// If none is installed yet.
    pub fn installed() -> Result<Self, JsError> {
        let plan = engine::plan();
        let missing = "expected an engine with an installed plan, found none; call install() first";
        plan.map(Self::new).ok_or_else(|| JsError::new(missing))
    }

    /// A plan from elsewhere, which `www/pack.js` has packed.
    ///
    /// # Errors
    /// Says what does not hold together, and where.
    pub fn unpack(packed: &[u8]) -> Result<Self, JsError> {
        let plan: Plan = format::unpack(packed)?;
        plan.validate()?;
        Ok(Self::new(Shared::new(plan)))
    }

    /// Takes the annotations of a host in place of those there were, and tells what is wrong with those that cannot
    /// be shown. Without a list they are still awaited.
    #[expect(
        clippy::needless_pass_by_value,
        reason = "so wasm-bindgen hands over a list"
    )]
    pub fn annotate(&mut self, findings: Option<Vec<JsValue>>) -> Vec<String> {
        let read = |findings: &Vec<JsValue>| annotations::read(findings, self.plain.plan());
        let (annotations, problems) = findings.as_ref().map(read).unzip();
        let interfaces = engine::interfaces().iter();
        let label = interfaces.map(|words| InLanguage {
            tag: words.tag.clone(),
            text: words.annotation_status.clone(),
        });
        self.annotated = self.plain.annotated(label.collect(), annotations);
        problems.unwrap_or_default()
    }

    /// What the plan is, for the host.
    #[must_use]
    pub fn summary(&self) -> JsValue {
        plain(&detail::Summary::new(&self.annotated))
    }

    /// The pairs of a query string that belong to a view of this plan, and the others.
    #[must_use]
    pub fn split(&self, query: &str) -> Vec<String> {
        let (view, page) = query::split(query, self.annotated.plan());
        vec![view, page]
    }

    /// A view as the widget writes it; without what the plan does not know.
    #[must_use]
    pub fn canonical(&self, view: &str) -> String {
        query::write(&query::parse(view, self.annotated.plan()).0)
    }

    /// Whether there is a clause with this eId.
    #[must_use]
    pub fn has(&self, eid: &str) -> bool {
        self.annotated.plan().clause_by_eid(eid).is_some()
    }

    /// The clauses that a view leaves.
    #[must_use]
    pub fn clauses(&self, view: &str) -> JsValue {
        let (view, _) = query::parse(view, self.annotated.plan());
        let clauses = self.annotated.run(&view).clauses.into_iter();
        let records = clauses.map(|id| ClauseRecord::new(&self.annotated, id));
        plain(&records.collect::<Vec<_>>())
    }

    /// How many clauses each value of each facet would leave, beside a view.
    #[must_use]
    pub fn counts(&self, view: &str) -> JsValue {
        let (view, _) = query::parse(view, self.annotated.plan());
        let counts = self.annotated.run(&view).counts;
        plain(&detail::Counts::new(self.annotated.plan(), &counts))
    }

    /// Cites a clause in the language that the view, or else the host, wants.
    ///
    /// # Errors
    /// Where there is no such clause or style.
    #[expect(
        clippy::needless_pass_by_value,
        reason = "so wasm-bindgen hands over a list"
    )]
    pub fn cite(
        &self,
        eid: &str,
        style: &str,
        languages: Vec<String>,
        view: &str,
        page: &str,
    ) -> Result<String, JsError> {
        let plan = self.annotated.plan();
        let styles: Vec<&str> = Style::ALL.iter().map(|(name, _)| *name).collect();
        let named = Style::named(style).ok_or_else(|| {
            let styles = styles.join(", ");
            JsError::new(&format!(
                "expected one of the styles {styles}; found “{style}”"
            ))
        })?;
        let (view, _) = query::parse(view, plan);
        let tag = view
            .lang
            .unwrap_or_else(|| super::reading(&languages, plan));
        let interface = words(plan, &tag);
        let note = interface.map_or_else(String::new, |words| note(words, plan, &tag));
        let reading = Reading {
            tag: &tag,
            page,
            note: &note,
            breaks_off: interface.map_or("", |words| &words.breaks_off),
        };
        cite::cite(plan, eid, named, reading)
            .ok_or_else(|| JsError::new(&query::Problem::Clause(eid.to_owned()).to_string()))
    }

    pub(super) fn shared(&self) -> Shared {
        self.annotated.clone()
    }

    fn new(plain: Shared) -> Self {
        let annotated = plain.clone();
        Self { plain, annotated }
    }
}

/// The widget's own words in a language, or in another where it has none.
fn words(plan: &Plan, tag: &str) -> Option<&'static Interface> {
    let tag = known_as(tag, plan).unwrap_or(tag);
    let interfaces = engine::interfaces();
    let own = interfaces.iter().find(|words| words.tag == tag);
    own.or(interfaces.first())
}

/// What is said of an unofficial translation.
fn note(words: &Interface, plan: &Plan, tag: &str) -> String {
    let tag = known_as(tag, plan).unwrap_or(tag);
    let name = plan.language(tag).map_or(tag, |language| &*language.name);
    fill(&words.unofficial, &[("language", name)])
}
