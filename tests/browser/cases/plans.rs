//! Other plans, by the attribute `src`.

use std::path::Path;

use compile::{Source, compile};
use serde_json::{Value, json};

use super::steps::{errors, open_listening, set};
use super::{ELEMENT, wait_for_count, wait_for_ready};
use crate::engines::Engine;
use crate::runner::{Result, Test};

cases! {
    anywhere: [
        src_shows_another_plan,
        invalid_plan_keeps_the_present_one,
        missing_first_plan_keeps_the_fallback,
        plan_by_hand_may_be_short,
        columns_are_shown_in_an_opened_clause,
    ],
}

/// Returns the plan of a content folder as `plan.json`.
pub(super) fn plan_json(folder: &str) -> String {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let source = Source::read(&folder).expect("the content can be read");
    let content = compile(&source).content.expect("the content is right");
    serde_json::to_string(&content.plan).expect("a plan is JSON")
}

async fn src_shows_another_plan(t: &mut Test) -> Result {
    let small = plan_json("tests/content/small");
    let body = "<clause-explorer layout=panel src='small.json' view='q=%E5%90%88%E4%BD%9C'></clause-explorer>";
    open_listening(t, body, &[("/small.json", &small)]).await?;
    let plan: Value = serde_json::from_str(&small)?;
    let title = plan["title"]["zh"].as_str().unwrap_or_default();
    t.page
        .wait_until(
            "the other plan is shown",
            &format!("$('[part~=title]').textContent === '{title}'"),
        )
        .await?;
    let id = format!("{ELEMENT} return (await element.ready).plan.id;");
    assert_eq!(t.page.js_async::<Value>(&id, json!([])).await?, plan["id"]);
    // Without `src`, the compiled-in plan is shown, and the view stays.
    let () = t
        .page
        .js(&format!("{ELEMENT} element.src = null;"), json!([]))
        .await?;
    t.page
        .wait_until(
            "the compiled-in plan is shown and `ce-ready` has fired",
            "$('[part~=title]').textContent.includes('2022–2024') && $('mark') && events.filter(([type]) => type === 'ce-ready').length > 1",
        )
        .await?;
    let ready: Vec<String> = t
        .page
        .js(
            "return events.filter(([type]) => type === 'ce-ready').map(([, { plan }]) => plan.id);",
            json!([]),
        )
        .await?;
    assert_eq!(
        ready,
        [
            plan["id"].as_str().unwrap_or_default(),
            "china-celac-2022-2024"
        ]
    );
    set(t, "src", "small.json").await?;
    t.page
        .wait_until(
            "the other plan is shown again",
            &format!("$('[part~=title]').textContent === '{title}'"),
        )
        .await?;
    assert_eq!(errors(t).await?, <[[String; 2]; 0]>::default());
    Ok(())
}

async fn invalid_plan_keeps_the_present_one(t: &mut Test) -> Result {
    let mut plan: Value = serde_json::from_str(&plan_json("tests/content/small"))?;
    plan["clauses"][1]["number"]["zh"] = json!(3);
    let shape = plan.to_string();
    plan["clauses"][1]["number"]["zh"] = json!("3");
    plan["clauses"][1]["division"] = json!(99);
    let place = plan.to_string();
    let files = [
        ("/none.json", "{"),
        ("/later.json", "{ \"format\": 2 }"),
        ("/list.json", "[]"),
        ("/null.json", "null"),
        ("/shape.json", &shape),
        ("/place.json", &place),
    ];
    open_listening(
        t,
        "<clause-explorer layout=panel view='q=核能'></clause-explorer>",
        &files,
    )
    .await?;
    wait_for_count(t, 2).await?;
    for (nth, (src, message)) in [
        ("missing.json", "no plan at missing.json: expected a file, found status 404"),
        ("none.json", "no plan at none.json: "),
        ("later.json", "no plan at later.json: the file is not a plan that this version knows: expected format 1, found 2"),
        ("list.json", "no plan at list.json: the file is not a plan that this version knows: expected an object at the top, found a list"),
        ("null.json", "no plan at null.json: the file is not a plan that this version knows: expected an object at the top, found null"),
        ("shape.json", "no plan at shape.json: the file is not a plan that this version knows: expected a text at clauses[1].number.zh, found number"),
        ("place.json", "no plan at place.json: the file is not a plan that this version knows: expected the index of a division at clauses[1].division, found “99”"),
    ]
    .iter()
    .enumerate()
    {
        set(t, "src", src).await?;
        t.page
            .wait_until("the message is shown", &format!("events.filter(([type]) => type === 'ce-error').length === {}", nth + 1))
            .await?;
        let found = errors(t).await?;
        assert_eq!(found[nth][0], "src");
        assert!(found[nth][1].starts_with(message), "{}", found[nth][1]);
        t.page
            .wait_until("the reader sees the reason", "$('.note').textContent.startsWith('A requested plan could not be loaded')")
            .await?;
    }
    wait_for_count(t, 2).await?;
    if t.engine == Engine::Chromium {
        t.expect_console(&["missing.json - Failed to load resource"]);
    }
    Ok(())
}

/// A program may write a plan without facets, descriptions, folds and other parts that it does not have.
async fn plan_by_hand_may_be_short(t: &mut Test) -> Result {
    let plan = json!({
        "format": 1,
        "id": "short",
        "languages": [{ "tag": "es", "html": "es", "name": "Español", "status": "authoritative" }],
        "title": { "es": "Plan breve" },
        "divisions": [{ "eid": "art_1", "number": { "es": "Artículo 1" }, "heading": { "es": "Energía" } }],
        "clauses": [
            { "eid": "art_1__para_1", "division": 0, "number": { "es": "(1)" }, "text": { "es": "Fomentar la ENERGÍA limpia." } },
            { "eid": "art_1__para_2", "division": 0, "number": { "es": "(2)" }, "text": { "es": "Ampliar el comercio." } },
        ],
        "source": { "publisher": "p", "url": "https://example.org" },
    });
    let body = "<clause-explorer layout=panel src='short.json' view='q=energia'></clause-explorer>";
    open_listening(t, body, &[("/short.json", &plan.to_string())]).await?;
    wait_for_count(t, 1).await?;
    let marked: String = t
        .page
        .js("return $('mark').textContent;", json!([]))
        .await?;
    assert_eq!(marked, "ENERGÍA");
    set(t, "view", "").await?;
    wait_for_count(t, 2).await
}

async fn missing_first_plan_keeps_the_fallback(t: &mut Test) -> Result {
    let small = plan_json("tests/content/small");
    let body =
        "<clause-explorer layout=panel src='bad.json'><p>the text itself</p></clause-explorer>";
    open_listening(t, body, &[("/bad.json", "{}"), ("/small.json", &small)]).await?;
    t.page
        .wait_until(
            "the reader sees the reason",
            "$('p').textContent.startsWith('The explorer could not start')",
        )
        .await?;
    let rejection =
        format!("{ELEMENT} return element.ready.then(() => 'mounted', (error) => error.message);");
    let rejection: String = t.page.js_async(&rejection, json!([])).await?;
    assert_eq!(
        rejection,
        "no plan at bad.json: the file is not a plan that this version knows: expected a text at id, found undefined; expected an object at title, found undefined; expected an object at source, found undefined"
    );
    assert_eq!(errors(t).await?, [["src".to_owned(), rejection]]);
    // A new address starts a new attempt.
    set(t, "src", "small.json").await?;
    t.page
        .wait_until("the plan is shown", "$('article')")
        .await?;
    let ready = format!("{ELEMENT} return (await element.ready) === element;");
    assert!(t.page.js_async::<bool>(&ready, json!([])).await?);
    Ok(())
}

async fn columns_are_shown_in_an_opened_clause(t: &mut Test) -> Result {
    let mut plan: Value = serde_json::from_str(&plan_json("tests/content/small"))?;
    let column = |kind: &str, value: &str| json!({ "id": kind, "label": { "zh": format!("<{kind}>") }, "type": kind, "cells": [{ "clause": 1, "value": value }] });
    plan["columns"] = json!([
        column("date", "2024-05"),
        column("text", "<i>later</i>"),
        column("link", "https://example.org/a?b"),
    ]);
    let body = "<clause-explorer layout=panel src='small.json' view='clause=art_1__para_2'></clause-explorer>";
    open_listening(t, body, &[("/small.json", &plan.to_string())]).await?;
    t.page.wait_until("the data are shown", "$('dl')").await?;
    wait_for_ready(t).await?;
    let shown = "return [...$('dl').children].map((row) => row.textContent);";
    let shown: Vec<String> = t.page.js(shown, json!([])).await?;
    assert_eq!(
        shown,
        [
            "<date>2024-05",
            "<text><i>later</i>",
            "<link>https://example.org/a?b"
        ]
    );
    let link = "return [$('dl a').href, $('dl a').rel, $('dl time').dateTime];";
    let link: [String; 3] = t.page.js(link, json!([])).await?;
    assert_eq!(
        link,
        ["https://example.org/a?b", "noopener nofollow", "2024-05"]
    );
    let given = format!("{ELEMENT} return element.clauses('').map(({{ columns }}) => columns);");
    let given: Value = t.page.js(&given, json!([])).await?;
    let all =
        json!({ "date": "2024-05", "text": "<i>later</i>", "link": "https://example.org/a?b" });
    assert_eq!(given, json!([{}, all, {}, {}]));
    // Another clause has no data.
    t.page.click("[id=art_1__para_1] .open").await?;
    t.page.wait_until("the list is gone", "!$('dl')").await?;
    Ok(())
}
