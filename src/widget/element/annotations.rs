//! Reads a host's annotations from JavaScript values.

use js_sys::Reflect;
use plan::{EIdTable, Plan};
use query::{Annotation, Finding};
use wasm_bindgen::JsValue;

/// The number of annotations that are read. A list can claim any length.
const MOST: u32 = 100_000;

/// Returns the valid annotations, and a message about each of the others. The list and its items may be objects of any
/// kind, also such that throw when they are read.
pub(super) fn read(findings: &JsValue, plan: &Plan) -> (Vec<Annotation>, Vec<String>) {
    let mut annotations = Vec::new();
    let mut problems = Vec::new();
    let length = Reflect::get(findings, &"length".into()).ok();
    let length = length.and_then(|length| length.as_f64());
    let Some(length) = length.filter(|length| *length <= f64::from(MOST)) else {
        let problem =
            format!("expected at most {MOST} annotations, found another length of the list");
        return (annotations, vec![problem]);
    };
    let clauses = EIdTable::new(plan);
    for index in (0..MOST).take_while(|index| f64::from(*index) < length) {
        let path = format!("annotations[{index}]");
        let read = get(findings, &index.into(), &path).and_then(|value| finding(&value, &path));
        match read.and_then(|finding| Annotation::new(finding, &clauses, &path)) {
            Ok(annotation) => annotations.push(annotation),
            Err(problem) => problems.push(problem),
        }
    }
    (annotations, problems)
}

fn get(object: &JsValue, key: &JsValue, path: &str) -> Result<JsValue, String> {
    Reflect::get(object, key).map_err(|_| format!("expected a value at {path}, found an error"))
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
        let text = get(value, &JsValue::from_str(key), &format!("{path}.{key}"))?;
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
