//! Data that no host means to pass: names special in JavaScript, objects that throw, wrong files, very long texts.

use serde_json::{Value, json};

use super::plans::plan_json;
use super::steps::{errors, open_listening, set};
use super::{ELEMENT, wait_for_count, wait_for_ready};
use crate::runner::{Result, Test};

cases! {
    anywhere: [
        odd_names_are_names_like_others,
        odd_plans_are_refused,
        odd_views_are_cut,
    ],
    everywhere: [
        odd_annotation_lists_are_reported,
    ],
}

async fn odd_names_are_names_like_others(t: &mut Test) -> Result {
    let mut plan: Value = serde_json::from_str(&plan_json("tests/content/small"))?;
    plan["facets"][0]["id"] = json!("__proto__");
    plan["facets"][0]["values"][0]["id"] = json!("constructor");
    plan["facets"][0]["values"][1]["id"] = json!("__proto__");
    let file = plan.to_string();
    let body = "<clause-explorer layout=panel lang='constructor' src='odd.json'></clause-explorer>";
    open_listening(t, body, &[("/odd.json", &file)]).await?;
    t.page
        .wait_until("the plan is shown", "$('article')")
        .await?;
    wait_for_ready(t).await?;
    let script = format!(
        "{ELEMENT}
        const {{ eid }} = element.clauses()[0];
        const clause = eid;
        element.annotations = ['__proto__', 'constructor', 'toString', '__proto__'].map((status) => ({{ clause, status }}));
        await new Promise((resolve) => setTimeout(resolve));
        const filters = JSON.parse('{{\"__proto__\": [\"__proto__\"], \"status\": [\"constructor\"]}}');
        const entries = (object) => Object.entries(object).flatMap(([key, value]) => typeof value === 'object' ? [[key, entries(value)]] : [[key, value]]);
        const chosen = element.clauses({{ filters }}).length;
        element.view = {{ filters: JSON.parse('{{\"__proto__\": [\"constructor\"]}}') }};
        return [entries(element.counts()), Object.keys(element.clauses()[0].facets), chosen];"
    );
    let [counts, facets, chosen]: [Value; 3] = t.page.js_async(&script, json!([])).await?;
    let statuses = json!([["__proto__", 1], ["constructor", 1], ["toString", 1]]);
    assert_eq!(counts[1], json!(["status", statuses]));
    assert_eq!(counts[0][0], "__proto__");
    assert_eq!(counts[0][1][0][0], "constructor");
    assert_eq!(counts[0][1][1][0], "__proto__");
    assert_eq!(facets, json!(["__proto__", "status"]));
    assert_eq!(chosen, 0);
    t.page
        .wait_until(
            "the value is chosen",
            "$('input[name=__proto__][value=constructor]').checked && document.querySelector('clause-explorer').view === '__proto__=constructor'",
        )
        .await?;
    let found = errors(t).await?;
    assert!(
        found.iter().all(|[code, _]| code == "attribute"),
        "{found:?}"
    );
    // The sentences above the text are found by the language too.
    let body =
        "<clause-explorer layout=panel lang='__proto__' src='none.json'>text</clause-explorer>";
    open_listening(t, body, &[("/none.json", "[]")]).await?;
    t.page
        .wait_until(
            "the reader sees the reason",
            "$('p').textContent.startsWith('The explorer could not start')",
        )
        .await
        .map_err(Into::into)
}

async fn odd_annotation_lists_are_reported(t: &mut Test) -> Result {
    open_listening(t, "<clause-explorer layout=panel></clause-explorer>", &[]).await?;
    wait_for_count(t, 63).await?;
    wait_for_ready(t).await?;
    let script = format!(
        "{ELEMENT}
        const good = {{ clause: 'art_1__para_1', note: 'Good.' }};
        const thrower = (key) => Object.defineProperty({{ clause: 'art_1__para_1' }}, key, {{ get() {{ throw null; }} }});
        const cyclic = {{ clause: 'art_1__para_1', note: 'Cyclic.' }};
        cyclic.self = cyclic;
        const revoked = (value) => {{ const {{ proxy, revoke }} = Proxy.revocable(value, {{}}); revoke(); return proxy; }};
        const throwing = (key) => new Proxy([good], {{ get(list, name) {{ if (name === key) throw new Error('no'); return Reflect.get(list, name); }} }});
        const lists = [
            [good, thrower('note'), thrower('clause'), revoked({{}}), , cyclic],
            revoked([]), throwing('length'), throwing('0'), new Array(4294967295), [good],
        ];
        const answers = [];
        for (const list of lists) {{
            const before = events.length;
            element.annotations = list;
            await new Promise((resolve) => setTimeout(resolve, 50));
            const messages = events.slice(before).filter(([type]) => type === 'ce-error').map(([, detail]) => detail.message);
            answers.push([messages, element.clauses().flatMap((clause) => clause.annotations ?? []).length]);
        }}
        return answers;"
    );
    let answers: Value = t.page.js_async(&script, json!([])).await?;
    let at = |place: &str| format!("expected a value at annotations{place}, found an error");
    let length = "expected at most 100000 annotations, found another length of the list";
    let expected = json!([
        [
            [
                at("[1].note"),
                at("[2].clause"),
                at("[3].clause"),
                "expected an object at annotations[4], found undefined"
            ],
            2
        ],
        [["no annotations: expected a list, found object"], 0],
        [[length], 0],
        [[at("[0]")], 0],
        [[length], 0],
        [[], 1],
    ]);
    assert_eq!(answers, expected);
    Ok(())
}

async fn odd_plans_are_refused(t: &mut Test) -> Result {
    let plan: Value = serde_json::from_str(&plan_json("tests/content/small"))?;
    let with = |pointer: &str, text: &str| {
        let mut plan = plan.clone();
        *plan.pointer_mut(pointer).expect("the plan has this text") = json!(text);
        plan.to_string()
    };
    let found = |at: &str, c: &str| {
        format!("expected visible text at {at}, found the invisible character U+{c}")
    };
    let cases = [
        (
            with("/clauses/0/text/zh", "a\u{202e}b"),
            found("clauses[0].text.zh", "202E"),
        ),
        (with("/title/zh", "a\0"), found("title.zh", "0000")),
        (
            with("/facets/0/values/0/label/zh", "\u{2066}a"),
            found("facets[0].values[0].label.zh", "2066"),
        ),
        (
            with("/source/publisher", "\u{85}"),
            found("source.publisher", "0085"),
        ),
        (
            with("/clauses/0/text/zh", &"长".repeat(1_000_000)),
            "expected at most 100000 characters at clauses[0].text.zh, found 1000000".to_owned(),
        ),
        (
            json!({ "type": "FeatureCollection", "features": [] }).to_string(),
            "expected a text at id, found undefined; expected an object at title, found undefined; expected an object at source, found undefined".to_owned(),
        ),
        (
            "null".to_owned(),
            "expected an object at the top, found null".to_owned(),
        ),
        (
            ["[", "]"].map(|c| c.repeat(100_000)).concat(),
            "expected an object at the top, found a list".to_owned(),
        ),
    ];
    let names: Vec<String> = (0..cases.len()).map(|nth| format!("/{nth}.json")).collect();
    let files: Vec<(&str, &str)> = names
        .iter()
        .map(String::as_str)
        .zip(cases.iter().map(|(file, _)| file.as_str()))
        .collect();
    open_listening(
        t,
        "<clause-explorer layout=panel src='0.json'>the text</clause-explorer>",
        &files,
    )
    .await?;
    for (nth, (_, message)) in cases.iter().enumerate() {
        set(t, "src", &names[nth][1..]).await?;
        let name = &names[nth][1..];
        let whole =
            format!("no plan at {name}: the file is not a plan that this version knows: {message}");
        let reported = format!(
            "events.some(([type, {{ message }}]) => type === 'ce-error' && message === {})",
            json!(whole)
        );
        t.page.wait_until(&whole, &reported).await?;
        t.page
            .wait_until(
                "the reader sees a sentence without a button, above the text",
                "$('p').textContent === 'The explorer could not start. Here is the plain text. The plan could not be read.' && !$('button')",
            )
            .await?;
    }
    Ok(())
}

async fn odd_views_are_cut(t: &mut Test) -> Result {
    open_listening(
        t,
        "<clause-explorer layout=panel lang='en'></clause-explorer>",
        &[],
    )
    .await?;
    wait_for_count(t, 63).await?;
    set(t, "view", &format!("q={}zzzz", "e+a+".repeat(1000))).await?;
    wait_for_count(t, 0).await?;
    let numbers: Vec<String> = (0..2000).map(|nth| nth.to_string()).collect();
    set(t, "view", &format!("q={}", numbers.join("+"))).await?;
    let note = "$('.main > .note')?.textContent === 'Search too long: only its first 500 characters were used.'";
    t.page.wait_until("the reader knows", note).await?;
    let kept = format!("$('input[part~=search]').value === '{}'", numbers.join(" "));
    t.page.wait_until("the whole text stays", &kept).await?;
    set(t, "view", "q=核能").await?;
    t.page
        .wait_until("the note has disappeared", "!$('.main > .note')")
        .await?;
    // One character, 2,500 times.
    let () = t
        .page
        .js("$('[aria-controls=ce-quote]').click();", json!([]))
        .await?;
    t.page
        .wait_until("the panel is open", "$('textarea')")
        .await?;
    let paste = "const field = $('textarea');
        field.value = '合…'.repeat(1250);
        field.dispatchEvent(new InputEvent('input', { bubbles: true }));";
    let () = t.page.js(paste, json!([])).await?;
    t.page
        .wait_until(
            "the last finding says how much was checked",
            "$('.findings li:last-child')?.textContent === 'Only the first 500 characters of the quote were checked.'",
        )
        .await?;
    t.page
        .wait_until(
            "each finding lists few texts",
            "$('.findings li').querySelectorAll('button').length === 12",
        )
        .await
        .map_err(Into::into)
}
