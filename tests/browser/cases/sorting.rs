//! Lists in the order of a column.

use serde_json::{Value, json};

use super::plans::plan_json;
use super::steps::{errors, open_listening, set};
use super::{ELEMENT, wait_for_ready};
use crate::runner::{Result, Test};

cases! {
    everywhere: [clauses_are_sorted_by_a_column],
    chromium: [
        a_long_list_is_sorted,
        a_plan_without_such_columns_offers_no_order,
    ],
}

const ELEMENT_OF_PLAN: &str = "<clause-explorer layout=panel src=plan.json></clause-explorer>";

/// The clauses of the city's plan, and what the list shows of them: eId, value.
const BY_DEADLINE: [[&str; 2]; 3] = [
    ["goal_2__act_1__para_b", "Deadline 2026-09-01"],
    ["goal_1__act_1__para_a", "Deadline 2027"],
    ["goal_1__act_2__para_a", "Deadline 2028-06"],
];

/// Returns each row's eId and the value that it shows.
const ROWS: &str = "return [...root.querySelectorAll('[part~=clause]')].map((row) => [row.id, row.querySelector('.sorting-value')?.textContent ?? '']);";

async fn rows(t: &Test) -> Result<Vec<[String; 2]>> {
    Ok(t.page.js(ROWS, json!([])).await?)
}

async fn wait_for_first(t: &Test, eid: &str) -> Result {
    let is_first = format!("$('[part~=clause]').id === '{eid}'");
    Ok(t.page
        .wait_until(&format!("{eid} is first"), &is_first)
        .await?)
}

/// Chooses an order, as a reader does.
async fn choose(t: &Test, value: &str) -> Result {
    let script = "const select = $('.sort select'); select.focus(); select.value = arguments[0]; select.dispatchEvent(new Event('change', { bubbles: true }));";
    let () = t.page.js(script, json!([value])).await?;
    Ok(())
}

async fn clauses_are_sorted_by_a_column(t: &mut Test) -> Result {
    let city = plan_json("tests/content/city");
    open_listening(t, ELEMENT_OF_PLAN, &[("/plan.json", &city)]).await?;
    wait_for_ready(t).await?;
    let document = rows(t).await?;
    assert_eq!(document.len(), 6);
    let headings = "return root.querySelectorAll('[part~=division]').length;";
    let count: usize = t.page.js(headings, json!([])).await?;
    assert!(count > 3, "{count} headings");
    let offered =
        "return [...root.querySelectorAll('.sort option')].map((option) => option.textContent);";
    let offered: Vec<String> = t.page.js(offered, json!([])).await?;
    assert_eq!(
        offered,
        [
            "As in the document",
            "Deadline, ascending",
            "Deadline, descending",
            "Budget in crowns, ascending",
            "Budget in crowns, descending"
        ]
    );

    choose(t, "deadline").await?;
    wait_for_first(t, BY_DEADLINE[0][0]).await?;
    let sorted = rows(t).await?;
    assert_eq!(sorted[..3], BY_DEADLINE.map(|row| row.map(str::to_owned)));
    let without: Vec<&str> = sorted[3..].iter().map(|[eid, _]| eid.as_str()).collect();
    assert_eq!(
        without,
        [
            "goal_1__act_1__para_b",
            "goal_1__act_2__para_b",
            "goal_2__act_1__para_a"
        ]
    );
    assert!(sorted[3..].iter().all(|[_, value]| value.is_empty()));
    let count: usize = t.page.js(headings, json!([])).await?;
    assert_eq!(count, 0);
    let view = "return events.findLast(([type]) => type === 'ce-change')[1];";
    let change: Value = t.page.js(view, json!([])).await?;
    assert_eq!(change["viewString"], "sort=deadline");
    assert_eq!(change["view"]["sort"], "deadline");
    let focus = "return root.activeElement === $('.sort select');";
    assert!(t.page.js::<bool>(focus, json!([])).await?);

    // A filter keeps the order.
    t.page.click("input[name=area][value=streets]").await?;
    t.page
        .wait_until(
            "filtered",
            "root.querySelectorAll('[part~=clause]').length === 4",
        )
        .await?;
    assert_eq!(rows(t).await?[0][0], BY_DEADLINE[1][0]);

    // A host reads and sets it, also as an object.
    let object = format!("{ELEMENT} element.view = {{ sort: '-budget' }};");
    let () = t.page.js(&object, json!([])).await?;
    wait_for_first(t, "goal_2__act_1__para_b").await?;
    let shown = "return $('.sort select').value;";
    assert_eq!(t.page.js::<String>(shown, json!([])).await?, "-budget");
    let given = format!("{ELEMENT} return element.clauses('sort=budget').map(({{ eid }}) => eid);");
    let given: Vec<String> = t.page.js(&given, json!([])).await?;
    assert_eq!(
        given[..2],
        ["goal_1__act_2__para_a", "goal_2__act_1__para_b"]
    );

    // The document's order comes back with its headings.
    choose(t, "").await?;
    wait_for_first(t, &document[0][0]).await?;
    assert_eq!(rows(t).await?, document);

    set(t, "view", "sort=rank").await?;
    t.page
        .wait_until(
            "an error is reported",
            "events.some(([type]) => type === 'ce-error')",
        )
        .await?;
    let [code, message] = &errors(t).await?[0];
    assert_eq!(code, "view");
    assert!(message.contains("(deadline, budget)"), "{message}");
    Ok(())
}

/// Of a long list, only the rows in sight are in the document, in this order too.
async fn a_long_list_is_sorted(t: &mut Test) -> Result {
    const COUNT: usize = 1500;
    let mut plan: Value = serde_json::from_str(&super::long_lists::plan(COUNT)?)?;
    let cells = (0..COUNT).map(|nth| json!({ "clause": nth, "value": (COUNT - nth).to_string() }));
    plan["columns"] = json!([{ "id": "rank", "label": { "zh": "序" }, "type": "number", "cells": cells.collect::<Vec<_>>() }]);
    let body = "<clause-explorer layout=panel src=plan.json view='sort=rank'></clause-explorer>";
    open_listening(t, body, &[("/plan.json", &plan.to_string())]).await?;
    wait_for_ready(t).await?;
    let first = "return [$('[part~=clause]').ariaPosInSet, $('[part~=clause] .sorting-value').textContent, root.querySelectorAll('[part~=clause]').length];";
    let (position, value, count): (String, String, usize) = t.page.js(first, json!([])).await?;
    assert_eq!((position.as_str(), value.as_str()), ("1", "序 1"));
    assert!(count < 400, "{count} rows");
    let to_end = "$('[part~=list]').scrollTop = 1e7;";
    let () = t.page.js(to_end, json!([])).await?;
    t.page
        .wait_until(
            "the last rows are there",
            "[...root.querySelectorAll('.sorting-value')].at(-1)?.textContent === '序 1500'",
        )
        .await?;
    Ok(())
}

async fn a_plan_without_such_columns_offers_no_order(t: &mut Test) -> Result {
    let mut plan: Value = serde_json::from_str(&plan_json("tests/content/small"))?;
    plan["columns"] = json!([{ "id": "note", "label": { "zh": "注" }, "type": "text", "cells": [{ "clause": 1, "value": "x" }] }]);
    open_listening(t, ELEMENT_OF_PLAN, &[("/plan.json", &plan.to_string())]).await?;
    wait_for_ready(t).await?;
    let count = "return root.querySelectorAll('.sort').length;";
    assert_eq!(t.page.js::<usize>(count, json!([])).await?, 0);
    Ok(())
}
