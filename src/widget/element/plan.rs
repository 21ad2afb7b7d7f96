//! The class `Plan`: loads a plan, and answers a host's questions about it. It needs no widget.

use wasm_bindgen::prelude::*;

use super::{engine, event_details};
use crate::js_value::plain;
use crate::rare;
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

    /// Becomes the installed plan with all languages that are there by now, without annotations.
    pub fn refresh(&mut self) {
        if let Some(plan) = engine::plan() {
            *self = Self::new(plan);
        }
    }

    /// Returns a plan from elsewhere, which `www/element/more/pack.js` has packed.
    ///
    /// # Errors
    /// If the plan is invalid (the message says where), or the second wasm is not loaded yet.
    pub fn unpack(packed: &[u8]) -> Result<Self, JsError> {
        let plan = rare::unpack(packed).ok_or_else(not_loaded)?;
        plan.map(Self::new).map_err(|error| JsError::new(&error))
    }

    /// Replaces the annotations. Returns a message about each that is invalid. Without a list, the annotations
    /// are still being loaded.
    ///
    /// # Errors
    /// If the second wasm is not loaded yet.
    pub fn annotate(&mut self, findings: &JsValue) -> Result<Vec<String>, JsError> {
        let (annotated, problems) = rare::annotate(&self.plain, findings).ok_or_else(not_loaded)?;
        self.annotated = annotated;
        Ok(problems)
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
        self.annotated.plan().clause_around(&eid).is_some()
    }

    /// Returns the clauses that match a view.
    ///
    /// # Errors
    /// If the second wasm is not loaded yet.
    pub fn clauses(&self, view: &str) -> Result<JsValue, JsError> {
        rare::clauses(&self.annotated, view).ok_or_else(not_loaded)
    }

    /// Returns how many clauses would match if a value were chosen in addition to a view, for each value.
    ///
    /// # Errors
    /// If the second wasm is not loaded yet.
    pub fn counts(&self, view: &str) -> Result<JsValue, JsError> {
        rare::counts(&self.annotated, view).ok_or_else(not_loaded)
    }

    /// Returns a citation of a clause, in the language of the view or else of the host.
    ///
    /// # Errors
    /// If the plan has no such clause, the style is unknown, or the second wasm is not loaded yet.
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
        let asked = CitationRequest {
            eid,
            style,
            languages: &languages,
            view,
            page,
            today,
        };
        let citation = rare::cite(&self.annotated, asked).ok_or_else(not_loaded)?;
        citation.map_err(|error| JsError::new(&error))
    }

    pub(super) fn shared(&self) -> SharedPlan {
        self.annotated.clone()
    }

    fn new(plain: SharedPlan) -> Self {
        let annotated = plain.clone();
        Self { plain, annotated }
    }
}

/// A host's request for a citation.
#[derive(Clone, Copy, Debug)]
pub(crate) struct CitationRequest<'a> {
    pub(super) eid: &'a str,
    pub(super) style: &'a str,
    /// The languages to read in, best first, if the view names none.
    pub(super) languages: &'a [String],
    pub(super) view: &'a str,
    /// The address of the page.
    pub(super) page: &'a str,
    /// The present day.
    pub(super) today: &'a str,
}

fn not_loaded() -> JsError {
    JsError::new(
        "expected clause-explorer_rare.wasm to be loaded, found it on its way; it is there once the promise `ready` is settled",
    )
}
