//! `merge.js` must merge any plans into one that the engine accepts, in which each clause keeps what it has.

mod node;

use plan::format::unpack;
use plan::{ClauseId, Evidence, Id, Plan, Status, WithMembers};
use serde_json::{Value, json};

/// Returns the collection of some plans as the engine reads it. A plan that is null could not be loaded.
fn merged(name: &str, plans: &[Value]) -> Result<Plan, String> {
    let script = "import { readFileSync, writeFileSync } from \"node:fs\";\n\
                  import { packPlan } from \"./pack.js\";\n\
                  import { mergePlans } from \"./merge.js\";\n\
                  const { plan, members } = mergePlans(JSON.parse(readFileSync(\"input.json\", \"utf8\")));\n\
                  writeFileSync(\"output\", packPlan(plan, members));\n";
    let packed = node::run(name, script, &json!(plans));
    let WithMembers(plan) = unpack(&packed).expect("the script packs a whole plan");
    plan.validate().map_err(|flaw| flaw.to_string())?;
    Ok(plan)
}

fn json_of(plan: &Plan) -> Value {
    serde_json::to_value(plan).expect("a plan is JSON")
}

fn eids(plan: &Plan) -> Vec<&str> {
    plan.clauses
        .iter()
        .map(|clause| clause.eid.as_str())
        .collect()
}

/// Returns a small plan with a clause in each division, and a facet with these values, one for each clause.
fn small(id: &str, values: &[&str]) -> Value {
    let division = |nth: usize| json!({ "eid": format!("art_{nth}"), "number": { "en": format!("Article {nth}") }, "heading": { "en": format!("{id} {nth}") } });
    let clause = |(nth, _): (usize, &&str)| {
        json!({
            "eid": format!("art_{nth}__para_1"),
            "division": nth,
            "number": { "en": format!("Article {nth}(1)") },
            "text": { "en": format!("Text {nth} of {id}.") },
            "tags": [{ "facet": 0, "value": nth, "evidence": { "reason": 0 } }],
        })
    };
    let value = |id: &&str| json!({ "id": id, "label": { "en": id } });
    json!({
        "id": id,
        "languages": [{ "tag": "en", "html": "en", "name": "English", "status": "authoritative" }],
        "title": { "en": format!("The {id}") },
        "divisions": (0..values.len()).map(division).collect::<Vec<_>>(),
        "clauses": values.iter().enumerate().map(clause).collect::<Vec<_>>(),
        "facets": [{ "id": "kind", "label": { "en": format!("Kind of {id}") }, "details": false, "values": values.iter().map(value).collect::<Vec<_>>(), "reasons": [{ "en": format!("reason of {id}") }] }],
        "source": { "publisher": id, "url": format!("https://{id}.example/") },
    })
}

#[test]
fn every_clause_keeps_its_text_its_divisions_and_its_tags() {
    let parts = [
        fixture::plan_of("city"),
        fixture::plan(),
        fixture::plan_of("treaty"),
        fixture::plan_of("arabic-decree"),
        fixture::plan_of("goals"),
    ];
    let plan = merged("merged", &parts.each_ref().map(json_of)).expect("a valid collection");
    let [of_plans, ..] = &*plan.facets else {
        panic!("no facets")
    };
    assert_eq!(of_plans.id, "plan");
    let mut all = plan.clauses.enumerated();
    for (nth, part) in parts.iter().enumerate() {
        assert_eq!(of_plans.values[plan::ValueId::new(nth)].id, part.id);
        assert_eq!(of_plans.values[plan::ValueId::new(nth)].label, part.title);
        for (own, clause) in part.clauses.enumerated() {
            let (id, merged) = all.next().expect("as many clauses as the plans have");
            assert_eq!(
                (&merged.text, &merged.number),
                (&clause.text, &clause.number)
            );
            let origin = plan.origin(id);
            assert_eq!((origin.id, origin.title), (&part.id, &part.title));
            assert_eq!(origin.source.url, part.source.url);
            let headings = |plan: &Plan, clause| -> Vec<_> {
                let path = plan.path(clause);
                path.map(|id| plan.divisions[id].heading.clone()).collect()
            };
            let path = headings(&plan, id);
            assert_eq!(path[0], part.title);
            assert_eq!(path[1..], headings(part, own));
            let tags = |plan: &Plan, clause: ClauseId| -> Vec<String> {
                let tag = |tag: &plan::Tag| {
                    let facet = &plan.facets[tag.facet];
                    let because = match &tag.evidence {
                        Evidence::Division(id) => format!("{:?}", plan.divisions[*id].heading),
                        Evidence::Reason(id) => format!("{:?}", facet.reasons[*id]),
                        Evidence::Phrases(spans) => format!("{spans:?}"),
                    };
                    [&*facet.id, "=", &facet.values[tag.value].id, " ", &because].concat()
                };
                let mut tags: Vec<String> = plan.clauses[clause].tags.iter().map(tag).collect();
                tags.sort();
                tags
            };
            let mut found = tags(&plan, id);
            found.retain(|tag| !tag.starts_with("plan="));
            assert_eq!(found, tags(part, own), "{}", merged.eid);
            let markup = |plan: &Plan, id| plan.markup_of(id, "en").map(|it| it.notes.clone());
            assert_eq!(markup(&plan, id), markup(part, own));
            for column in part.columns.iter().flatten() {
                let columns = plan.columns.iter().flatten();
                let mut values = columns
                    .filter(|it| it.id == column.id)
                    .map(|it| it.value(id));
                assert_eq!(values.next(), Some(column.value(own)));
            }
        }
    }
    assert_eq!(all.next(), None);
    let tags: Vec<&str> = plan.languages.iter().map(|it| &*it.tag).collect();
    assert_eq!(tags, ["en", "es", "zh", "pt", "ar"]);
    // English is a translation in one of them, and the original of another one.
    assert_eq!(
        plan.language("en").map(|it| it.status),
        Some(Status::Unofficial)
    );
    let status = |id| {
        plan.origin(ClauseId::new(id))
            .language("en")
            .map(|it| it.status)
    };
    assert_eq!(
        [status(0), status(20)],
        [Some(Status::Authoritative), Some(Status::Unofficial)]
    );
    // The real plan breaks off; so does its last clause in the collection.
    let cut = plan
        .clauses
        .iter()
        .filter(|clause| plan.is_truncated(clause));
    assert_eq!(cut.count(), 1);
}

#[test]
fn a_later_plan_has_its_id_before_its_eids_only_if_one_is_taken() {
    let [a, b] = ["a", "b"].map(|id| small(id, &["x", "y"]));
    let plan = merged("taken", &[a.clone(), b.clone()]).expect("a valid collection");
    let [first, second] = ["art_0__para_1", "art_1__para_1"];
    let with_id = ["b__art_0__para_1", "b__art_1__para_1"];
    assert_eq!(eids(&plan), [first, second, with_id[0], with_id[1]]);
    let divisions: Vec<&str> = plan.divisions.iter().map(|it| it.eid.as_str()).collect();
    assert_eq!(
        divisions,
        ["a", "art_0", "art_1", "b", "b__art_0", "b__art_1"]
    );
    // Another plan shares no eId.
    let city = json_of(&fixture::plan_of("city"));
    let plan = merged("free", &[city.clone(), a.clone()]).expect("a valid collection");
    assert!(eids(&plan).ends_with(&[first, second]));
    // A plan that is missing may have had any eId.
    let plan = merged("missing", &[Value::Null, b]).expect("a valid collection");
    assert_eq!(eids(&plan), with_id);
    let plan = merged("alone", &[a, Value::Null]).expect("a valid collection");
    assert_eq!(eids(&plan), [first, second]);
}

#[test]
fn ids_that_an_eid_cannot_have_are_made_ones_that_it_can() {
    let plans = ["a", "2030 план", "art_0"].map(|id| small(id, &["x"]));
    let plan = merged("odd-ids", &plans).expect("a valid collection");
    assert_eq!(
        eids(&plan),
        [
            "art_0__para_1",
            "plan-2030-----__art_0__para_1",
            "plan-art_0__art_0__para_1"
        ]
    );
    assert_eq!(
        plan.facets[plan::FacetId::new(0)].values[plan::ValueId::new(1)].id,
        "2030 план"
    );
}

#[test]
fn facets_with_one_id_are_joined_by_their_values() {
    let mut a = small("a", &["x", "y", "z"]);
    a["facets"][0]["values"][2]["heading"] = json!({ "en": "group" });
    a["facets"][0]["values"][0]["label"] = json!({ "en": "of a", "es": "de a" });
    let mut b = small("b", &["n", "x", "m", "g", "h"]);
    b["facets"][0]["values"][1]["label"] = json!({ "en": "of b", "pt": "do b" });
    b["facets"][0]["values"][3]["heading"] = json!({ "en": "group of b" });
    let plan = merged("joined", &[a, b]).expect("a valid collection");
    assert_eq!(plan.facets.len(), 2);
    let kind = &plan.facets[plan::FacetId::new(1)];
    assert_eq!(kind.label.original().text, "Kind of a");
    // A value stays behind the one before it, in its group; the first, and one that begins a group, are added at the end.
    let values: Vec<&str> = kind.values.iter().map(|value| &*value.id).collect();
    assert_eq!(values, ["x", "m", "y", "z", "n", "g", "h"]);
    let label: Vec<_> = kind.values[plan::ValueId::new(0)]
        .label
        .iter()
        .map(|it| it.text)
        .collect();
    assert_eq!(label, ["of a", "de a", "do b"]);
    let value = |clause: usize| {
        let tag = &plan.clauses[ClauseId::new(clause)].tags[1];
        let Evidence::Reason(reason) = tag.evidence else {
            panic!("expected a reason")
        };
        let reason = kind.reasons[reason].original().text;
        (&*kind.values[tag.value].id, reason)
    };
    assert_eq!(value(0), ("x", "reason of a"));
    assert_eq!(value(4), ("x", "reason of b"));
    assert_eq!(value(7), ("h", "reason of b"));
}

#[test]
fn a_facet_called_plan_gets_the_id_of_its_plan() {
    let mut a = small("a", &["x"]);
    a["facets"][0]["id"] = json!("plan");
    let plan = merged("facet-plan", &[a, small("b", &["x"])]).expect("a valid collection");
    let ids: Vec<&str> = plan.facets.iter().map(|facet| &*facet.id).collect();
    assert_eq!(ids, ["plan", "a-plan", "kind"]);
}

#[test]
fn levels_are_those_of_each_depth_below_the_level_of_plans() {
    let keys = |plan: &Plan| -> Vec<String> {
        plan.levels()
            .iter()
            .map(|level| level.key.to_string())
            .collect()
    };
    let plans = [small("a", &["x"]), json_of(&fixture::plan())];
    let plan = merged("same-levels", &plans).expect("a valid collection");
    assert_eq!(keys(&plan), ["plan", "article", "section"]);
    let plans = ["city", "constitution"].map(|folder| json_of(&fixture::plan_of(folder)));
    let plan = merged("other-levels", &plans).expect("a valid collection");
    assert_eq!(keys(&plan)[..2], ["plan", "level-2"]);
    // The deepest plan that the compiler writes has five levels.
    let level = |nth: usize| json!({ "stem": "l", "key": format!("l{nth}"), "name": {} });
    let mut deep = small("deep", &["x"]);
    deep["levels"] = (0..5).map(level).collect();
    deep["divisions"][0]["level"] = json!(4);
    let plan = merged("deep", &[deep, small("b", &["x"])]).expect("a valid collection");
    assert_eq!(plan.levels().len(), 6);
    assert_eq!(
        plan.level(plan.clauses[ClauseId::new(0)].division).index(),
        5
    );
}

#[test]
fn title_and_id_name_three_plans_and_count_the_others() {
    let plans = ["a", "b", "c", "d", "e"].map(|id| small(id, &["x"]));
    let plan = merged("many", &plans).expect("a valid collection");
    assert_eq!(plan.title.original().text, "The a · The b · The c · +2");
    assert_eq!(plan.id, "a+b+c+2");
    assert_eq!(plan.source.publisher, "a; b; c; d; e");
    assert_eq!(plan.source.url, "");
}

#[test]
fn columns_and_items_are_those_of_their_clauses() {
    let with = |id: &str, kind: &str, value: &str| {
        let mut plan = small(id, &["x"]);
        plan["columns"] = json!([{ "id": "c", "label": { "en": id }, "type": kind, "cells": [{ "clause": 0, "value": value }] }]);
        let item = json!({ "kind": "item", "start": 0, "end": 4, "target": "art_0__para_1__list_1__point_a" });
        plan["markup"] = json!([{ "clause": 0, "language": "en", "parts": [item] }]);
        plan
    };
    let plans = [with("a", "date", "2024"), with("b", "number", "1")];
    let plan = merged("columns", &plans).expect("a valid collection");
    let [column] = plan.columns.as_deref().unwrap_or_default() else {
        panic!("expected one column, found {:?}", plan.columns)
    };
    assert_eq!(column.kind, plan::ColumnKind::Text);
    let values = [0, 1].map(|id| column.value(ClauseId::new(id)));
    assert_eq!(values, [Some("2024"), Some("1")]);
    let item = "art_0__para_1__list_1__point_a";
    assert_eq!(plan.clause_around(item), Some(ClauseId::new(0)));
    let item = format!("b__{item}");
    assert_eq!(plan.clause_around(&item), Some(ClauseId::new(1)));
}
