use serde_json::{Value, json};

use crate::document::Plan;
use crate::test_plan;

/// The project's own plan with one value of its JSON changed.
fn with(pointer: &str, value: Value) -> Plan {
    let mut json = test_plan::json();
    *json.pointer_mut(pointer).expect("the plan has this value") = value;
    serde_json::from_value(json).expect("the JSON has a plan's shape")
}

#[test]
fn accepts_a_compiled_plan_read_from_json() {
    let json = test_plan::json().to_string();
    let plan = test_plan::plan();
    plan.validate().expect("a compiled plan is valid");
    let again = serde_json::to_string(&plan).expect("a plan is JSON");
    assert_eq!(again, json);
}

#[test]
#[expect(clippy::too_many_lines, reason = "one table of all checks")]
fn reports_each_flaw_with_its_path() {
    let tag = json!({ "facet": 0, "value": 0, "evidence": { "division": 0 } });
    let cases = [
        (
            "/languages",
            json!([]),
            "at least one language at languages, found “none”",
        ),
        (
            "/clauses",
            json!([]),
            "at least one clause at clauses, found “none”",
        ),
        (
            "/languages/1/tag",
            json!("zh"),
            "another name than those before it at languages[1].tag, found “zh”",
        ),
        (
            "/divisions/0/eid",
            json!("a b"),
            "an eId of letters, digits, underscores and hyphens, such as art_1__para_3 at an eid, found “a b”",
        ),
        (
            "/clauses/1/eid",
            json!("art_1__para_1"),
            "each eId once at an eid, found “art_1__para_1 twice”",
        ),
        (
            "/divisions/3/parent",
            json!(3),
            "the index of a division before it at divisions[3].parent, found “3”",
        ),
        (
            "/divisions/3",
            json!({ "eid": "art_9", "parent": null, "number": {}, "heading": {}, "level": 2 }),
            "a level from 0 to 1 at divisions[3].level, found “2”",
        ),
        (
            "/facets/0/id",
            json!("clause"),
            "none of the reserved keys (q, lang, compare, clause, pin, only, sort, layout, theme, heading, intro, src) at facets[0].id, found “clause”",
        ),
        (
            "/facets/0/values/2/id",
            json!(""),
            "a name at facets[0].values[2].id, found “nothing”",
        ),
        (
            "/clauses/7/division",
            json!(900),
            "the index of a division at clauses[7].division, found “900”",
        ),
        (
            "/clauses/7/tags/0/facet",
            json!(10),
            "the index of a facet at clauses[7].tags[0], found “10”",
        ),
        (
            "/clauses/7/tags/0/value",
            json!(99),
            "the index of a value of “sector” at clauses[7].tags[0], found “99”",
        ),
        (
            "/clauses/0/tags",
            json!([tag, tag]),
            "each value once at clauses[0].tags[1], found “sector=political-security twice”",
        ),
        (
            "/overview/rows",
            json!(1),
            "the indices of two facets at overview, found “1 and 1”",
        ),
        (
            "/clauses/0/tags/0/evidence/division",
            json!(99),
            "the index of a division at clauses[0].tags[0], found “99”",
        ),
        (
            "/clauses/0/tags/1/evidence",
            json!({ "reason": 9 }),
            "the index of a reason at clauses[0].tags[1], found “9”",
        ),
        (
            "/clauses/0/tags/1/evidence/phrases/1/start",
            json!(1),
            "words of the original, from first to last at clauses[0].tags[1], found “1 to",
        ),
        (
            "/clauses/0/tags/1/evidence/phrases/2/end",
            json!(1000),
            "words of the original, from first to last at clauses[0].tags[1], found “",
        ),
        (
            "/source/url",
            json!("javascript:alert(1)"),
            "an address that begins with https:// or http://, or an empty text at source.url, found “javascript:alert(1)”",
        ),
        (
            "/source/endsIn",
            json!("art_9"),
            "the eId of a clause at source.endsIn, found “art_9”",
        ),
        (
            "/folds/to",
            json!("a"),
            "as many characters as in folds.from",
        ),
    ];
    for (pointer, value, message) in cases {
        let flaw = with(pointer, value).validate().expect_err(pointer);
        let flaw = flaw.to_string();
        assert!(
            flaw.starts_with(&format!("expected {message}")),
            "{pointer}: {flaw}"
        );
    }
    let folds = json!({ "from": "ba", "to": "ab" });
    assert!(with("/folds", folds).validate().is_err(), "unsorted folds");
}

#[test]
fn rejects_columns_that_cannot_be_shown() {
    let with_columns = |columns: Value| {
        let mut json = test_plan::json();
        json["columns"] = columns;
        let plan: Plan = serde_json::from_value(json).expect("the JSON has a plan's shape");
        plan.validate().map_err(|flaw| flaw.to_string())
    };
    let column = |kind: &str, cells: &[(usize, &str)]| {
        let cells = cells
            .iter()
            .map(|(clause, value)| json!({ "clause": clause, "value": value }));
        json!({ "id": "c", "label": {}, "type": kind, "cells": cells.collect::<Vec<_>>() })
    };
    let right = column("link", &[(0, "https://a"), (62, "mailto:a@b")]);
    assert_eq!(with_columns(json!([right])), Ok(()));
    let twice = with_columns(json!([column("text", &[]), column("text", &[])]));
    assert!(twice.is_err_and(|flaw| flaw.contains("columns[1].id")));
    for (kind, cells) in [
        ("text", [(1, "a"), (0, "b")]),
        ("text", [(0, "a"), (0, "b")]),
        ("text", [(0, "a"), (63, "b")]),
        ("link", [(0, "https://a"), (1, "javascript:alert(1)")]),
    ] {
        let found = with_columns(json!([column(kind, &cells)]));
        assert!(
            found.is_err_and(|flaw| flaw.contains("columns[0].cells")),
            "{cells:?}"
        );
    }
}

#[test]
fn rejects_markup_that_does_not_fit_its_text() {
    let with_markup = |markup: Value| {
        let mut json = test_plan::json();
        json["clauses"][0]["text"] = json!({ "zh": "abcdef", "en": "x" });
        json["clauses"][0]["tags"] = json!([]);
        json["markup"] = markup;
        let plan: Plan = serde_json::from_value(json).expect("the JSON has a plan's shape");
        plan.validate().map_err(|flaw| flaw.to_string())
    };
    let part = |kind: &str, start: usize, end: usize, target: &str| json!({ "kind": kind, "start": start, "end": end, "target": target });
    let with_parts = |parts: &[Value]| {
        let notes = json!([{ "mark": "1", "text": "n" }]);
        with_markup(json!([{ "clause": 0, "language": "zh", "parts": parts, "notes": notes }]))
    };
    let item = "art_1__para_1__list_1__point_a";
    let right = [
        part("list", 0, 6, ""),
        part("item", 0, 6, item),
        part("link", 1, 3, "https://a"),
        part("note", 6, 6, "1"),
    ];
    assert_eq!(with_parts(&right), Ok(()));
    let bottomless: Vec<Value> = (0..17).map(|_| part("strong", 0, 6, "")).collect();
    assert_eq!(with_parts(&bottomless[1..]), Ok(()));
    for (parts, expected) in [
        (
            vec![part("link", 0, 1, "javascript:alert(1)")],
            "an address",
        ),
        (vec![part("link", 0, 1, "data:text/html,x")], "an address"),
        (vec![part("note", 0, 0, "2")], "the mark of a note"),
        (vec![part("strong", 0, 7, "")], "words of the text"),
        (vec![part("strong", 0, 0, "")], "words of the text"),
        (
            vec![part("strong", 0, 3, ""), part("link", 2, 4, "https://a")],
            "words of the text",
        ),
        (
            vec![part("strong", 2, 3, ""), part("strong", 0, 1, "")],
            "words of the text",
        ),
        (
            vec![part("item", 0, 1, "art_2__para_1__x")],
            "an eId of an item",
        ),
        (
            vec![part("item", 0, 1, item), part("item", 1, 2, item)],
            "each eId once",
        ),
        (bottomless, "words of the text"),
    ] {
        let found = with_parts(&parts).expect_err(expected);
        assert!(
            found.starts_with(&format!("expected {expected}")),
            "{found}"
        );
    }
    let of = |clause: usize, tag: &str| json!({ "clause": clause, "language": tag });
    assert_eq!(with_markup(json!([of(0, "zh"), of(0, "en")])), Ok(()));
    for wrong in [
        json!([of(99, "zh")]),
        json!([of(0, "fr")]),
        json!([of(0, "zh"), of(0, "zh")]),
        json!([of(1, "zh"), of(0, "zh")]),
    ] {
        assert!(with_markup(wrong.clone()).is_err(), "{wrong}");
    }
}

#[test]
fn finds_the_clause_around_an_item() {
    let mut json = test_plan::json();
    let eid = "art_1__para_2__list_1__point_a";
    let item = json!({ "kind": "item", "start": 0, "end": 3, "target": eid });
    json["markup"] = json!([{ "clause": 1, "language": "zh", "parts": [item] }]);
    let plan: Plan = serde_json::from_value(json).expect("the JSON has a plan's shape");
    assert_eq!(plan.clause_around(eid), plan.clause_by_eid("art_1__para_2"));
    assert_eq!(
        plan.clause_around("art_1__para_2"),
        plan.clause_by_eid("art_1__para_2")
    );
    assert_eq!(plan.clause_around("art_1__para_2__list_1__point_b"), None);
    assert_eq!(plan.clause_by_eid(eid), None);
}
