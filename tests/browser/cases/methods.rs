//! The methods of the element.

use serde_json::{Value, json};

use super::steps::open_listening;
use super::{ELEMENT, open_page, wait_for_count};
use crate::runner::{Result, Test};

cases! {
    anywhere: [
        clauses_and_counts_answer_for_a_view,
        cite_knows_seven_styles,
        methods_throw_before_ready,
    ],
    everywhere: [
        go_to_opens_and_scrolls,
    ],
}

const ENERGY: &str = "art_2__sec_7__para_2";

async fn clauses_and_counts_answer_for_a_view(t: &mut Test) -> Result {
    open_page(t, "<clause-explorer layout=panel></clause-explorer>").await?;
    let ask =
        format!("{ELEMENT} return [element.clauses(...arguments), element.counts(...arguments)];");
    let [clauses, counts]: [Value; 2] = t
        .page
        .js(&ask, json!(["q=核能&sector=energy-resources"]))
        .await?;
    let plan = fixture::plan();
    let mut ids = plan.clauses.ids();
    let id = ids.find(|id| plan.clauses[*id].eid.as_str() == ENERGY);
    let id = id.expect("the plan has the clause");
    let clause = &plan.clauses[id];
    let division = |level: usize| {
        let division = plan.path(id).nth(level).map(|id| &plan.divisions[id]);
        let division = division.expect("the clause is in an article and a section");
        json!({ "eid": division.eid, "number": division.number.original().text, "heading": division.heading.original().text })
    };
    assert_eq!(
        clauses,
        json!([{
            "eid": ENERGY, "number": "第二条 七、(二)", "article": "art_2", "section": "art_2__sec_7",
            "path": [division(0), division(1)],
            "text": clause.text,
            "facets": {
                "sector": ["energy-resources"],
                "action": ["deepen"],
                "topic": ["green-climate", "mining", "civil-nuclear"],
                "party": ["both"],
                "means": [],
                "stance": [],
                "time": ["open"],
                "condition": ["none"],
                "novelty": ["not-said"],
                "body": [],
            },
        }])
    );
    let texts = clauses[0]["text"]
        .as_object()
        .map_or(0, serde_json::Map::len);
    assert_eq!(texts, 4, "one text for each language");
    assert_eq!(counts["sector"]["energy-resources"], 1);
    assert_eq!(
        counts["sector"]["science-technology"], 1,
        "the other sector with a hit"
    );
    assert_eq!(counts["sector"]["tourism"], 0);

    let [clauses, counts]: [Value; 2] = t.page.js(&ask, json!([{ "q": "核能" }])).await?;
    assert_eq!(clauses.as_array().map(Vec::len), Some(2));
    assert_eq!(counts["sector"]["energy-resources"], 1);
    let [clauses, counts]: [Value; 2] = t.page.js(&ask, json!([])).await?;
    assert_eq!(clauses.as_array().map(Vec::len), Some(63));
    assert_eq!(
        (&clauses[0]["article"], &clauses[0]["section"]),
        (&json!("art_1"), &Value::Null)
    );
    assert_eq!(counts["sector"]["energy-resources"], 7);
    // The methods do not change the view.
    wait_for_count(t, 63).await
}

async fn go_to_opens_and_scrolls(t: &mut Test) -> Result {
    open_listening(
        t,
        "<clause-explorer layout=panel view='sector=tourism'></clause-explorer>",
        &[],
    )
    .await?;
    wait_for_count(t, 3).await?;
    let go = format!("{ELEMENT} const went = await element.goTo(arguments[0]);
        const [list, clause] = ['[part~=list]', '[aria-current]'].map($);
        return [went, clause && Math.abs(clause.getBoundingClientRect().top - list.getBoundingClientRect().top) < 2];");
    assert_eq!(
        t.page.js_async::<Value>(&go, json!(["art_9"])).await?,
        json!([false, null])
    );
    for eid in ["art_2__sec_7__para_2", "art_1__para_2", "art_1__para_2"] {
        assert_eq!(
            t.page.js_async::<Value>(&go, json!([eid])).await?,
            json!([true, true]),
            "{eid}"
        );
    }
    let selected: Vec<String> = t
        .page
        .js(
            "return events.filter(([type]) => type === 'ce-select').map(([, { eid }]) => eid);",
            json!([]),
        )
        .await?;
    assert_eq!(
        selected,
        ["art_2__sec_7__para_2", "art_1__para_2", "art_1__para_2"]
    );
    wait_for_count(t, 63).await
}

async fn cite_knows_seven_styles(t: &mut Test) -> Result {
    open_page(
        t,
        "<clause-explorer layout=panel lang='es'></clause-explorer>",
    )
    .await?;
    let cite = format!(
        "{ELEMENT} try {{ return element.cite(...arguments); }} catch (error) {{ return `${{error}}`; }}"
    );
    let eid = "art_2__sec_7__para_2";
    for (style, beginning) in [
        ("text", "«Profundizar"),
        (
            "bibtex",
            "@misc{china-celac-2022-2024-art_2__sec_7__para_2,",
        ),
        ("ris", "TY  - ELEC\r\n"),
        ("csl-json", "[{\"type\":\"webpage\""),
        ("wikipedia", "{{cite web |url=http://127.0.0.1:"),
    ] {
        let text: String = t.page.js(&cite, json!([eid, style])).await?;
        assert!(text.starts_with(beginning), "{style}: {text}");
        assert!(
            text.contains("/test.html#art_2__sec_7__para_2"),
            "{style}: {text}"
        );
        assert!(
            text.contains("español"),
            "{style} says that it is a translation: {text}"
        );
    }
    let without_style: String = t.page.js(&cite, json!([eid])).await?;
    assert!(without_style.starts_with('«'));
    // The citation is in the reading language.
    t.page.click("[name=lang][value=zh]").await?;
    t.page
        .wait_until(
            "the view has Chinese",
            &format!(
                "{}.view === 'lang=zh'",
                "document.querySelector('clause-explorer')"
            ),
        )
        .await?;
    let text: String = t.page.js(&cite, json!([eid, "text"])).await?;
    assert!(text.contains("《中国"), "{text}");
    for style in ["apa", "chicago"] {
        let text: String = t.page.js(&cite, json!([eid, style])).await?;
        assert!(text.starts_with("yunbaogao.cn. "), "{style}: {text}");
    }
    let error: String = t.page.js(&cite, json!([eid, "mla"])).await?;
    assert!(
        error.starts_with("Error: expected one of the styles text, ")
            && error.ends_with("; found “mla”"),
        "{error}"
    );
    let error: String = t.page.js(&cite, json!(["art_9", "ris"])).await?;
    assert_eq!(
        error,
        "Error: expected the eId of a clause, such as art_1__para_1; found “art_9”"
    );
    Ok(())
}

async fn methods_throw_before_ready(t: &mut Test) -> Result {
    open_page(t, "<clause-explorer layout=panel></clause-explorer>").await?;
    let script = "const element = document.createElement('clause-explorer'), found = [];
        for (const method of ['clauses', 'counts', 'cite']) try { element[method]('q=a', 'text'); } catch (error) { found.push(`${error}`); }
        await element.goTo('art_1').catch((error) => found.push(`${error}`));
        return [...found, `${element.plan}`];";
    let found: Vec<String> = t.page.js_async(script, json!([])).await?;
    let message = |method| {
        format!(
            "Error: expected {method}() to be called once the promise `ready` is settled, found the widget not mounted yet"
        )
    };
    let messages = ["clauses", "counts", "cite", "goTo"].map(message);
    assert_eq!(found, [&messages[..], &["undefined".to_owned()]].concat());
    Ok(())
}
