//! Reads a host's annotations from JavaScript values.

use js_sys::Reflect;
use plan::Plan;
use query::{Annotation, Finding};
use wasm_bindgen::JsValue;

/// Returns the valid annotations, and a message about each of the others.
pub(super) fn read(findings: &[JsValue], plan: &Plan) -> (Vec<Annotation>, Vec<String>) {
    let mut annotations = Vec::new();
    let mut problems = Vec::new();
    for (index, value) in findings.iter().enumerate() {
        let path = format!("annotations[{index}]");
        let read = finding(value, &path);
        match read.and_then(|finding| Annotation::new(finding, plan, &path)) {
            Ok(annotation) => annotations.push(annotation),
            Err(problem) => problems.push(problem),
        }
    }
    (annotations, problems)
}

fn finding(value: &JsValue, path: &str) -> Result<Finding, String> {
    let expected = |what: &str, key: &str, found: &JsValue| {
        let found = found.js_typeof().as_string().unwrap_or_default();
        format!("expected {what} at {path}{key}, found {found}")
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
