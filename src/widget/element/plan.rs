//! The class `Plan`: loads a plan, and answers a host's questions about it. It needs no widget.

use plan::interface::{Interface, fill};
use plan::{InLanguage, Plan, format};
use publish::cite::{self, Reading, Style};
use publish::record::ClauseRecord;
use wasm_bindgen::prelude::*;

use super::language::{known_tag, preferred};
use super::{annotations, engine, event_details};
use crate::js_value::plain;
use crate::shared_plan::SharedPlan;

/// A plan with the annotations of its host.
#[wasm_bindgen(js_name = Plan)]
#[derive(Debug)]
pub struct PlanHandle {
    /// The plan without annotations.
    plain: SharedPlan,
    annotated: SharedPlan,
}

#[wasm_bindgen(js_class = Plan)]
impl PlanHandle {
    /// Returns the plan that is installed in the engine.
    ///
    /// # Errors
    /// If none is installed yet.
    pub fn installed() -> Result<Self, JsError> {
        let plan = engine::plan();
        let missing = "expected an engine with an installed plan, found none; call install() first";
        plan.map(Self::new).ok_or_else(|| JsError::new(missing))
    }

    /// Returns a plan from elsewhere, which `www/element/more/pack.js` has packed.
    ///
    /// # Errors
    /// If the plan is invalid. The message says where.
    pub fn unpack(packed: &[u8]) -> Result<Self, JsError> {
        let plan: Plan = format::unpack(packed)?;
        plan.validate()?;
        Ok(Self::new(SharedPlan::new(plan)))
    }

    /// Replaces the annotations. Returns a message about each that is invalid. Without a list, the annotations
    /// are still being loaded.
    pub fn annotate(&mut self, findings: &JsValue) -> Vec<String> {
        let read = || annotations::read(findings, self.plain.plan());
        let (annotations, problems) = (!findings.is_undefined()).then(read).unzip();
        let interfaces = engine::interfaces().0.iter();
        let label = interfaces.map(|words| InLanguage {
            tag: words.tag.clone(),
            text: words.annotation_status.clone(),
        });
        self.annotated = self.plain.annotated(label.collect(), annotations);
        problems.unwrap_or_default()
    }

    /// Returns the summary of the plan.
    #[must_use]
    pub fn summary(&self) -> JsValue {
        plain(&event_details::Summary::new(&self.annotated))
    }

    /// Splits a query string into the pairs that belong to a view of this plan, and the others.
    #[must_use]
    pub fn split(&self, query: &str) -> Vec<String> {
        let (view, page) = query::split(query, self.annotated.plan());
        vec![view, page]
    }

    /// Returns a view as the widget writes it, without keys and values that the plan does not have.
    #[must_use]
    pub fn canonical(&self, view: &str) -> String {
        query::write(&query::parse(view, self.annotated.plan()).0)
    }

    /// Returns whether a clause has this eId, or the eId in this fragment of an address.
    #[must_use]
    pub fn has(&self, eid: &str) -> bool {
        let eid = query::eid_in(eid);
        self.annotated.plan().clause_by_eid(&eid).is_some()
    }

    /// Returns the clauses that match a view.
    #[must_use]
    pub fn clauses(&self, view: &str) -> JsValue {
        let (view, _) = query::parse(view, self.annotated.plan());
        let clauses = self.annotated.run(&view).clauses.into_iter();
        let records = clauses.map(|id| ClauseRecord::new(&self.annotated, id));
        plain(&records.collect::<Vec<_>>())
    }

    /// Returns how many clauses would match if a value were chosen in addition to a view, for each value.
    #[must_use]
    pub fn counts(&self, view: &str) -> JsValue {
        let (view, _) = query::parse(view, self.annotated.plan());
        let counts = self.annotated.run(&view).counts;
        plain(&event_details::Counts::new(self.annotated.plan(), &counts))
    }

    /// Returns a citation of a clause, in the language of the view or else of the host.
    ///
    /// # Errors
    /// If the plan has no such clause, or the style is unknown.
    #[expect(
        clippy::needless_pass_by_value,
        reason = "wasm-bindgen passes a list by value"
    )]
    pub fn cite(
        &self,
        eid: &str,
        style: &str,
        languages: Vec<String>,
        view: &str,
        page: &str,
        today: &str,
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
        let tag = view.lang.unwrap_or_else(|| preferred(&languages, plan));
        let interface = words(plan, &tag);
        let note = interface.map_or_else(String::new, |words| note(words, plan, &tag));
        let accessed = interface.map_or_else(String::new, |words| {
            fill(&words.accessed, &[("date", today)])
        });
        let reading = Reading {
            tag: &tag,
            page,
            note: &note,
            breaks_off: interface.map_or("", |words| &words.breaks_off),
            accessed: today,
            accessed_note: &accessed,
        };
        cite::cite(plan, eid, named, reading)
            .ok_or_else(|| JsError::new(&query::Problem::Clause(eid.to_owned()).to_string()))
    }

    pub(super) fn shared(&self) -> SharedPlan {
        self.annotated.clone()
    }

    fn new(plain: SharedPlan) -> Self {
        let annotated = plain.clone();
        Self { plain, annotated }
    }
}

/// Returns the widget's own words in a language, or in another one if it has none in that language.
fn words(plan: &Plan, tag: &str) -> Option<&'static Interface> {
    let tag = known_tag(tag, plan).unwrap_or(tag);
    engine::interfaces().nearest(tag).map(|words| words.0)
}

/// Returns the note that a translation is unofficial.
fn note(words: &Interface, plan: &Plan, tag: &str) -> String {
    let tag = known_tag(tag, plan).unwrap_or(tag);
    let language = plan.language(tag);
    language.map_or_else(String::new, |language| {
        words.about(&words.unofficial, language)
    })
}
