//! Markup inside clauses, in plans by the attribute `src`.

use std::path::Path;

use compile::{Source, compile};
use serde_json::{Value, json};

use super::ELEMENT;
use super::steps::{errors, events_of, open_listening, set};
use crate::runner::{Result, Test};

cases! {
    everywhere: [
        texts_with_markup_are_shown,
        items_can_be_linked,
    ],
    anywhere: [
        matches_and_footnotes_are_marked,
        plans_with_unsafe_links_are_refused,
    ],
}

/// Returns a document of `tests/content/` as `plan.json`, with the words of the widget from the small plan.
fn document(name: &str) -> String {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/content");
    let read = |name: &str| Source::read(&folder.join(name)).expect("the content can be read");
    let (mut source, small) = (read(name), read("small"));
    let words = "interface/en.toml";
    source.add(words, small.text(words).unwrap_or_default());
    let content = compile(&source).content.expect("the content is right");
    serde_json::to_string(&content.plan).expect("a plan is JSON")
}

async fn open(t: &mut Test, name: &str, view: &str) -> Result<Value> {
    let plan = document(name);
    let body = format!(
        "<clause-explorer layout=panel lang=en src='plan.json' view='{view}'></clause-explorer>"
    );
    open_listening(t, &body, &[("/plan.json", &plan)]).await?;
    t.page
        .wait_until("the text has its markup", "$('.rich')")
        .await?;
    Ok(serde_json::from_str(&plan)?)
}

/// The part `text` has the clause's text and nothing else, and the structure is that of HTML.
async fn texts_with_markup_are_shown(t: &mut Test) -> Result {
    let plan = open(t, "treaty", "").await?;
    let texts: Vec<[String; 2]> = t
        .page
        .js(
            "return [...root.querySelectorAll('[part~=clause]')].map((it) => [it.id, it.querySelector('[part~=text]').textContent]);",
            json!([]),
        )
        .await?;
    let clauses = plan["clauses"].as_array().into_iter().flatten();
    let expected = clauses.map(|it| [it["eid"].clone(), it["text"]["en"].clone()]);
    assert_eq!(json!(texts), json!(expected.collect::<Vec<_>>()));
    let [quotation, lists, table]: [Value; 3] = t
        .page
        .js(
            "const texts = (from, css) => [...from.querySelectorAll(css)].map(({ textContent }) => textContent.trim());
            const item = $('#part_1__art_2__para_1__list_1__point_a');
            return [
                texts($('#part_1__art_1__para_1'), 'blockquote'),
                [item.localName, texts(item, 'li'), [...item.parentNode.children].length, getComputedStyle(item.parentNode).listStyleType],
                [...$('#annex__para_1 table').rows].map((row) => [...row.cells].map((cell) => [cell.localName, cell.textContent.trim()])),
            ];",
            json!([]),
        )
        .await?;
    assert_eq!(
        quotation,
        json!(["All who reach the river shall be able to cross it.\n— Old charter"])
    );
    let inner = ["(i) the piers and", "(ii) the railings;"];
    assert_eq!(lists, json!(["li", inner, 2, "none"]));
    assert_eq!(
        table,
        json!([
            [["th", "Traveller"], ["th", "Toll"]],
            [["td", "Walkers"], ["td", "nothing"]],
            [["td", "Carts"], ["td", "one crown"]],
        ])
    );
    Ok(())
}

async fn items_can_be_linked(t: &mut Test) -> Result {
    let clause = "part_1__art_2__para_1";
    let eid = "part_1__art_2__para_1__list_1__point_a__list_1__point_2";
    open(t, "treaty", &format!("clause={eid}")).await?;
    let pointed = "[...root.querySelectorAll('[aria-current=location]')].map(({ id }) => id)";
    let is_pointed =
        |eid: &str| format!("JSON.stringify({pointed}) === '{}'", json!([clause, eid]));
    t.page
        .wait_until("the view's item is pointed at", &is_pointed(eid))
        .await?;
    assert_eq!(errors(t).await?, <[[String; 2]; 0]>::default());
    let other = "part_1__art_2__para_1__list_1__point_b";
    let script = format!(
        "{ELEMENT} return [await element.goTo('{other}'), await element.goTo('{other}b'), element.cite('{other}', 'text')];"
    );
    let [went, lost, cited]: [Value; 3] = t.page.js_async(&script, json!([])).await?;
    assert_eq!([went, lost], [json!(true), json!(false)]);
    let cited = cited.as_str().unwrap_or_default();
    assert!(cited.starts_with("“reports on it every year.”"), "{cited}");
    assert!(cited.contains("Article 2(1)(b)"), "{cited}");
    t.page
        .wait_until("the other item is pointed at", &is_pointed(other))
        .await?;
    let selected = events_of(t, "ce-select").await?;
    assert_eq!(selected.last(), Some(&json!({ "eid": other })));
    // The number of an item is a link to it, and “Close” closes the clause of an item.
    let () = t
        .page
        .js(&format!("$('#{eid} a').click();"), json!([]))
        .await?;
    t.page
        .wait_until("the linked item is pointed at", &is_pointed(eid))
        .await?;
    let () = t
        .page
        .js(&format!("$('#{clause} .open').click();"), json!([]))
        .await?;
    Ok(t.page
        .wait_until("the clause is closed", "!$('[aria-current]')")
        .await?)
}

async fn matches_and_footnotes_are_marked(t: &mut Test) -> Result {
    open(t, "statement", "q=clean").await?;
    let found: Value = t
        .page
        .js(
            "const clause = $('#art_1__para_1');
            const link = clause.querySelector('[part~=text] a');
            return [
                [...clause.querySelectorAll('mark')].map((it) => [it.parentNode.localName, it.textContent]),
                [...clause.querySelectorAll('sup')].map((it) => it.dataset.mark),
                clause.querySelector('.footnotes').textContent,
                [link.textContent, link.href, link.rel],
            ];",
            json!([]),
        )
        .await?;
    assert_eq!(
        found,
        json!([
            [["strong", "clean"], ["span", "Clean"]],
            ["1", "1"],
            "Clean by any standard; see https://rivers.example/standard.",
            [
                "Charter of Rivers",
                "https://rivers.example/charter?a=1&b=2",
                "noopener nofollow",
            ],
        ])
    );
    // A match may go through several parts, and words of a footnote find its clause.
    for (view, marks) in [
        ("q=\"keep our rivers clean\"", "keep our rivers clean"),
        ("q=\"fish are counted\"", "Fish are counted"),
    ] {
        set(t, "view", view).await?;
        let is_marked = "[...root.querySelectorAll('mark')].map((it) => it.textContent).join('')";
        t.page
            .wait_until(
                "the words are marked",
                &format!("{is_marked} === '{marks}'"),
            )
            .await?;
    }
    Ok(())
}

async fn plans_with_unsafe_links_are_refused(t: &mut Test) -> Result {
    let plan = document("statement");
    let [script, data] = ["javascript:alert(1)", "data:text/html,x"]
        .map(|address| plan.replace("https://rivers.example/charter?a=1&b=2", address));
    assert_ne!(script, plan);
    let files = [
        ("/plan.json", &*plan),
        ("/script.json", &*script),
        ("/data.json", &*data),
    ];
    let body = "<clause-explorer layout=panel src='plan.json'></clause-explorer>";
    open_listening(t, body, &files).await?;
    t.page
        .wait_until("the text has its markup", "$('.rich')")
        .await?;
    for (nth, src) in ["script.json", "data.json"].into_iter().enumerate() {
        set(t, "src", src).await?;
        t.page
            .wait_until(
                "the message is shown",
                &format!(
                    "events.filter(([type]) => type === 'ce-error').length === {}",
                    nth + 1
                ),
            )
            .await?;
        let message = &errors(t).await?[nth][1];
        let expected = "expected an address by http, https or mailto at markup[0].parts[";
        assert!(message.contains(expected), "{message}");
    }
    let hrefs = "[...root.querySelectorAll('.rich a')].map(({ protocol }) => protocol)";
    let hrefs: Vec<String> = t.page.js(&format!("return {hrefs};"), json!([])).await?;
    assert_eq!(hrefs, ["https:", "mailto:"]);
    Ok(())
}
