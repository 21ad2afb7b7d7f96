//! `pack.js` and the Rust packer must write the same bytes for the same JSON.

use std::fs;
use std::path::Path;
use std::process::Command;

use plan::Plan;
use plan::format::{FORMAT, JSON_FORMAT, Pack, pack};
use serde_json::{Value, json};

/// The script, below the top of the project.
const SCRIPT: &str = "www/element/more/pack.js";
const FOLDS: &str = "www/element/more/folds-of.js";

#[test]
fn pack_js_writes_the_same_bytes_as_rust() {
    let own = serde_json::to_value(fixture::plan()).expect("a plan is JSON");
    assert_same(&own, "own");
    assert_same(&hostile(own), "hostile");
}

/// Returns the plan with long and odd texts, large numbers, and tags that are special in
/// JavaScript.
fn hostile(mut json: Value) -> Value {
    json["title"] = json!({
        "__proto__": "\u{a0}\u{7ff}\u{800}\u{ffff}\u{10000}\u{10ffff}",
        "constructor": "\u{2028}\u{feff}\r\n\t\\\"</script>",
        "zh": "é e\u{301} 核能 🇨🇳".repeat(500),
        "": "",
    });
    json["preamble"] = json!([{}, { "zh": "" }]);
    json["overview"] = json!({ "rows": 127, "columns": 128 });
    json["clauses"][0]["division"] = json!(16_384);
    json["clauses"][1]["division"] = json!(u32::MAX);
    json["clauses"][2]["tags"] = json!([]);
    json["facets"][0]["values"] = json!([]);
    json["source"]["endsIn"] = json!(null);
    let cells = json!([{ "clause": 0, "value": "2024" }, { "clause": 200, "value": "x" }]);
    let column =
        |kind: &str| json!({ "id": kind, "label": { "zh": kind }, "type": kind, "cells": cells });
    json["columns"] = json!(["text", "number", "date", "link"].map(column));
    let part = |kind: &str| json!({ "kind": kind, "start": 0, "end": 300, "target": kind });
    let parts = ["emphasis", "note", "cell"].map(part);
    json["markup"] = json!([
        { "clause": 0, "language": "zh", "parts": parts },
        { "clause": 200, "language": "en", "notes": [{ "mark": "*", "text": "", "parts": [] }, { "mark": "é", "text": "n" }] },
    ]);
    json
}

fn assert_same(json: &Value, name: &str) {
    let plan: Plan = serde_json::from_value(json.clone()).expect("the JSON has a plan's shape");
    assert_eq!(packed_by_script(json, name), pack(&plan), "the {name} plan");
}

fn packed_by_script(json: &Value, name: &str) -> Vec<u8> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let [script, folds] =
        [SCRIPT, FOLDS].map(|file| fs::read_to_string(folder.join(file)).expect(file));
    let shape = serde_json::to_string(&Plan::shape()).expect("a shape is JSON");
    // The build writes this module, which the script imports.
    let shape = format!(
        "export const format = {FORMAT};\nexport const jsonFormat = {JSON_FORMAT};\n\
         export const defaults = {{ description: {{}}, notice: '', published: '', target: '' }};\n\
         export const planShape = {shape};\n"
    );
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    fs::create_dir_all(&folder).expect("a folder can be made");
    let run = "import { readFileSync, writeFileSync } from \"node:fs\";\n\
               import { packPlan } from \"./pack.js\";\n\
               writeFileSync(\"packed\", packPlan(JSON.parse(readFileSync(\"plan.json\", \"utf8\"))));\n";
    for (file, text) in [
        ("package.json", "{ \"type\": \"module\" }".to_owned()),
        ("pack.js", script),
        ("folds-of.js", folds),
        ("shape.js", shape),
        ("plan.json", json.to_string()),
        ("run.js", run.to_owned()),
    ] {
        fs::write(folder.join(file), text).expect(file);
    }
    let output = Command::new("node")
        .arg("run.js")
        .current_dir(&folder)
        .output()
        .expect("node can be run: install Node.js 20 or later");
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{errors}");
    fs::read(folder.join("packed")).expect("the script writes a file")
}
