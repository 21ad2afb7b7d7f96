//! Answers a host's questions about a plan, and takes what it has found itself. All of this is in the second wasm.

use plan::interface::{Interface, fill};
use plan::{InLanguage, Plan, WithMembers, format};
use publish::cite::{self, Reading, Style};
use publish::record::ClauseRecord;
use wasm_bindgen::JsValue;

use super::language::{known_tag, preferred};
use super::plan::CitationRequest;
use super::{annotations, engine, event_details};
use crate::js_value::plain;
use crate::shared_plan::SharedPlan;

/// Unpacks a plan or a collection from elsewhere, and checks it.
pub(crate) fn unpack(packed: &[u8]) -> Result<SharedPlan, String> {
    let WithMembers(plan) = format::unpack(packed).map_err(|error| error.to_string())?;
    plan.validate().map_err(|error| error.to_string())?;
    Ok(SharedPlan::new(plan))
}

/// Returns a plan with a host's annotations, and a message about each that is invalid. Without a list, the annotations
/// are still being loaded.
pub(crate) fn annotate(shared: &SharedPlan, findings: &JsValue) -> (SharedPlan, Vec<String>) {
    let read = || annotations::read(findings, shared.plan());
    let (annotations, problems) = (!findings.is_undefined()).then(read).unzip();
    let interfaces = engine::interfaces().0.iter();
    let label = interfaces.map(|words| InLanguage {
        tag: words.tag.clone(),
        text: words.annotation_status.clone(),
    });
    let annotated = shared.annotated(label.collect(), annotations);
    (annotated, problems.unwrap_or_default())
}

/// Returns the clauses that match a view.
pub(crate) fn clauses(shared: &SharedPlan, view: &str) -> JsValue {
    let (view, _) = query::parse(view, shared.plan());
    let clauses = shared.sorted(&view, &shared.run(&view).clauses);
    let records = clauses.into_iter().map(|id| ClauseRecord::new(shared, id));
    plain(&records.collect::<Vec<_>>())
}

/// Returns how many clauses would match if a value were chosen in addition to a view, for each value.
pub(crate) fn counts(shared: &SharedPlan, view: &str) -> JsValue {
    let (view, _) = query::parse(view, shared.plan());
    let counts = shared.run(&view).counts;
    plain(&event_details::Counts::new(shared.plan(), &counts))
}

/// Returns a citation of a clause, in the language of the view or else of the host. If it cannot be written, the error says
/// why.
pub(crate) fn cite(shared: &SharedPlan, asked: CitationRequest<'_>) -> Result<String, String> {
    let CitationRequest {
        eid, page, today, ..
    } = asked;
    let plan = shared.plan();
    let named = Style::named(asked.style).ok_or_else(|| {
        let styles: Vec<&str> = Style::ALL.iter().map(|(name, _)| *name).collect();
        let styles = styles.join(", ");
        format!(
            "expected one of the styles {styles}; found “{}”",
            asked.style
        )
    })?;
    let (view, _) = query::parse(asked.view, plan);
    let tag = view
        .lang
        .unwrap_or_else(|| preferred(asked.languages, plan));
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
        .ok_or_else(|| query::Problem::Clause(eid.to_owned()).to_string())
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
