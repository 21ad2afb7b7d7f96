//! The JSON Schema of `plan.json`, from the same description as the packed form.
//!
//! It describes the shape. Whether ids refer to something is checked when a plan is loaded.

use plan::Plan;
use plan::format::{DEFAULTS, JSON_FORMAT, Pack, Shape};
use serde_json::{Map, Value, json};

/// Returns the schema (JSON Schema 2020-12).
pub(super) fn plan_schema() -> Value {
    let mut schema = of(&Plan::shape());
    schema["$schema"] = "https://json-schema.org/draft/2020-12/schema".into();
    schema["title"] = "A plan for <clause-explorer src>".into();
    schema["properties"]["format"] = json!({ "const": JSON_FORMAT });
    // Without folds, those of the text are computed.
    if let Some(required) = schema["required"].as_array_mut() {
        required.retain(|key| key != "folds");
    }
    schema
}

fn of(shape: &Shape) -> Value {
    match shape {
        Shape::Number => json!({ "type": "integer", "minimum": 0 }),
        Shape::Text | Shape::Ascending => json!({ "type": "string" }),
        Shape::Flag => json!({ "type": "boolean" }),
        Shape::Word(words) => json!({ "enum": words }),
        Shape::List(item) => json!({ "type": "array", "items": of(item) }),
        Shape::Optional(value) => json!({ "anyOf": [of(value), { "type": "null" }] }),
        Shape::Localized => {
            json!({ "type": "object", "additionalProperties": { "type": "string" } })
        }
        Shape::Fields(fields) => object(fields, |key, shape| {
            let is_empty = matches!(shape, Shape::List(_) | Shape::Optional(_));
            !is_empty && DEFAULTS.iter().all(|(default, _)| *default != key)
        }),
        Shape::Choice(choices) => {
            let one = |choice| object(std::slice::from_ref(choice), |_, _| true);
            json!({ "oneOf": choices.iter().map(one).collect::<Vec<_>>() })
        }
    }
}

fn object(fields: &[(&str, Shape)], is_required: impl Fn(&str, &Shape) -> bool) -> Value {
    let properties = fields
        .iter()
        .map(|(key, shape)| ((*key).to_owned(), of(shape)));
    let properties: Map<String, Value> = properties.collect();
    let required = fields.iter().filter(|(key, shape)| is_required(key, shape));
    let required: Vec<&str> = required.map(|(key, _)| *key).collect();
    json!({ "type": "object", "properties": properties, "required": required })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::site::data;

    /// Returns where a value does not follow a schema: as much of JSON Schema as the schema uses.
    fn flaws(schema: &Value, value: &Value, at: &str, found: &mut Vec<String>) {
        let mut flaw = |text: &str| found.push(format!("{at}: {text}"));
        let is_type = match schema["type"].as_str() {
            Some("integer") => value.is_u64(),
            Some("string") => value.is_string(),
            Some("boolean") => value.is_boolean(),
            Some("array") => value.is_array(),
            Some("object") => value.is_object(),
            Some("null") => value.is_null(),
            _ => true,
        };
        if !is_type {
            flaw("another type");
        }
        let list = |key: &str| schema[key].as_array().into_iter().flatten();
        if schema["enum"].is_array() && list("enum").all(|word| word != value) {
            flaw("another word");
        }
        for key in list("required").filter_map(Value::as_str) {
            if value.get(key).is_none() {
                flaw(&format!("no {key}"));
            }
        }
        for alternatives in ["anyOf", "oneOf"] {
            let fits = |one: &Value| {
                let mut found = Vec::new();
                flaws(one, value, at, &mut found);
                found.is_empty()
            };
            if schema[alternatives].is_array() && !list(alternatives).any(fits) {
                flaw("none of the alternatives");
            }
        }
        for (nth, item) in value.as_array().into_iter().flatten().enumerate() {
            flaws(&schema["items"], item, &format!("{at}[{nth}]"), found);
        }
        for (key, inside) in value.as_object().into_iter().flatten() {
            let schema = schema["properties"]
                .get(key)
                .unwrap_or(&schema["additionalProperties"]);
            flaws(schema, inside, &format!("{at}.{key}"), found);
        }
    }

    #[test]
    fn the_plan_follows_its_schema() {
        let [file, _] = data(fixture::content()).expect("the plan can be written");
        let mut plan: Value = serde_json::from_slice(&file.bytes).expect("plan.json is JSON");
        assert!(file.bytes.starts_with(b"{\"format\":1,"));
        let schema = plan_schema();
        let mut found = Vec::new();
        flaws(&schema, &plan, "", &mut found);
        assert_eq!(found, [""; 0]);
        plan["clauses"][3]["text"]["zh"] = 5.into();
        plan["clauses"][4]["eid"].take();
        plan["languages"][0]
            .as_object_mut()
            .expect("an object")
            .remove("status");
        flaws(&schema, &plan, "", &mut found);
        found.sort();
        assert_eq!(
            found,
            [
                ".clauses[3].text.zh: another type",
                ".clauses[4].eid: another type",
                ".languages[0]: no status"
            ]
        );
    }
}
