//! `pack.js` and the Rust packer must write the same bytes for the same JSON.

mod node;

use plan::format::pack;
use plan::{ClauseId, Id, LONGEST_TEXT, Member, Plan, WithMembers};
use serde_json::{Value, json};

#[test]
fn pack_js_writes_the_same_bytes_as_rust() {
    let own = serde_json::to_value(fixture::plan()).expect("a plan is JSON");
    assert_same(&own, &[], "own");
    let member = |id: &str, first| Member {
        id: id.to_owned().into(),
        title: fixture::plan().title,
        languages: fixture::plan().languages,
        source: fixture::plan().source,
        first: ClauseId::new(first),
    };
    assert_same(&own, &[member("a", 0), member("é", 300)], "collection");
    assert_same(&hostile(own), &[], "hostile");
}

/// The studio packs every text that the compiler accepts.
#[test]
fn pack_js_takes_texts_as_long_as_the_compiler_does() {
    let mut json = serde_json::to_value(fixture::plan()).expect("a plan is JSON");
    json["clauses"][0]["text"]["zh"] = json!("长".repeat(LONGEST_TEXT));
    assert_same(&json, &[], "long");
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

fn assert_same(json: &Value, members: &[Member], name: &str) {
    let mut plan: Plan = serde_json::from_value(json.clone()).expect("the JSON has a plan's shape");
    plan.members = members.to_vec();
    let member = |member: &Member| {
        let Member {
            id,
            title,
            languages,
            source,
            first,
        } = member;
        json!({ "id": id, "title": title, "languages": languages, "source": source, "first": first })
    };
    let members: Vec<Value> = members.iter().map(member).collect();
    let packed = pack(&WithMembers(plan));
    let written = packed_by_script(&json!([json, members]), name);
    assert_eq!(written, packed, "the {name} plan");
}

fn packed_by_script(json: &Value, name: &str) -> Vec<u8> {
    let script = "import { readFileSync, writeFileSync } from \"node:fs\";\n\
                  import { packPlan } from \"./pack.js\";\n\
                  writeFileSync(\"output\", packPlan(...JSON.parse(readFileSync(\"input.json\", \"utf8\"))));\n";
    node::run(name, script, json)
}
