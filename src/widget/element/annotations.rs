//! A host's annotations, from values that are JavaScript's to those that can be shown.

use js_sys::Reflect;
use wasm_bindgen::JsValue;

use plan::Plan;
use query::{Annotation, Finding};

/// Reads a host's findings one by one: those that can be shown, and what is wrong with the others.
pub(super) fn read(findings: &[JsValue], plan: &Plan) -> (Vec<Annotation>, Vec<String>) {
    let mut annotations = Vec::new();
    let mut problems = Vec::new();
    for (nth, value) in findings.iter().enumerate() {
        let place = format!("annotations[{nth}]");
        let read = finding(value, &place);
        match read.and_then(|finding| Annotation::new(finding, plan, &place)) {
            Ok(annotation) => annotations.push(annotation),
            Err(problem) => problems.push(problem),
        }
    }
    (annotations, problems)
}

fn finding(value: &JsValue, place: &str) -> Result<Finding, String> {
    let expected = |what: &str, key: &str, found: &JsValue| {
        let found = found.js_typeof().as_string().unwrap_or_default();
        format!("expected {what} at {place}{key}, found {found}")
    };
    if !value.is_object() {
        return Err(expected("an object", "", value));
    }
    let text = |key: &str| {
        let text = Reflect::get(value, &JsValue::from_str(key)).unwrap_or_default();
        if text.is_null() || text.is_undefined() {
            return Ok(None);
        }
        let read = text.as_string().map(Some);
        read.ok_or_else(|| expected("a text", &format!(".{key}"), &text))
    };
    Ok(Finding {
        clause: text("clause")?,
        status: text("status")?,
        note: text("note")?,
        href: text("href")?,
        date: text("date")?,
    })
}
