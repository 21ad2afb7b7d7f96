//! The public surface, row by row: attributes and properties, methods, events, parts.

use std::path::Path;

use clause_explorer::compile::{Source, compile};
use serde_json::{Value, json};

use super::{ELEMENT, built, eids, listening, open_page, page_with, search, wait_for_count};
use crate::engines::Engine;
use crate::runner::{Result, Test};

cases![
    words_of_attributes_are_known_or_the_default,
    properties_reflect_attributes,
    properties_set_before_the_upgrade_count,
    changes_in_one_go_are_one_change,
    a_view_may_be_an_object,
    eager_starts_what_waits,
    the_theme_may_change,
    the_language_follows_the_page,
    another_plan_may_be_shown,
    a_plan_that_cannot_be_had_changes_nothing,
    without_its_plan_the_text_stays,
    clauses_and_counts_answer,
    going_to_a_clause_answers,
    a_clause_is_cited_in_five_styles,
    before_it_is_ready_methods_say_so,
    events_bubble_and_are_plain,
    what_is_left_out_is_told_to_the_reader,
    loading_the_script_twice_warns_once,
    a_link_leads_to_its_clause_again,
    parts_and_properties_can_be_set_from_outside,
];

/// Records all events from the first moment.
const LISTEN: &str = "window.events = [];
    for (const type of ['ce-ready', 'ce-change', 'ce-select', 'ce-error']) {
        addEventListener(type, (event) => events.push([type, event.detail]));
    }";

/// The plan of a content folder as `plan.json`.
fn plan_json(folder: &str) -> String {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let source = Source::read(&folder).expect("the content can be read");
    let content = compile(&source).content.expect("the content is right");
    serde_json::to_string(&content.plan).expect("a plan is JSON")
}

/// Opens a page with these elements, whose events are recorded, and with files beside it.
async fn open_listening(t: &mut Test, body: &str, files: &[(&str, &str)]) -> Result {
    let mut site = listening(built(), body, LISTEN);
    for (path, text) in files {
        site = site.page(path, *text);
    }
    let site = t.site(site);
    Ok(t.page.open(&site.url("/test.html")).await?)
}

async fn set(t: &Test, name: &str, value: &str) -> Result {
    let script = format!("{ELEMENT} element.setAttribute(...arguments);");
    let () = t.page.js(&script, json!([name, value])).await?;
    Ok(())
}

async fn errors(t: &Test) -> Result<Vec<[String; 2]>> {
    let script = "return events.filter(([type]) => type === 'ce-error').map(([, { code, message }]) => [code, message]);";
    Ok(t.page.js(script, json!([])).await?)
}

async fn words_of_attributes_are_known_or_the_default(t: &mut Test) -> Result {
    let body = "<div lang='es'><clause-explorer lang='xx' sync='yes' theme='blue' loading='now'></clause-explorer></div>";
    open_listening(t, body, &[]).await?;
    wait_for_count(t, 63).await?;
    let found = errors(t).await?;
    let mut messages: Vec<&str> = found.iter().map(|[_, message]| message.as_str()).collect();
    messages.sort_unstable();
    assert_eq!(
        messages,
        [
            "expected a language of the plan (zh, en, es, pt) in the attribute lang, found “xx”",
            "expected auto, light, dark in the attribute theme, found “blue”",
            "expected lazy, eager in the attribute loading, found “now”",
            "expected none, hash, query in the attribute sync, found “yes”",
        ]
    );
    assert!(
        found.iter().all(|[code, _]| code == "attribute"),
        "{found:?}"
    );
    let defaults = format!(
        "{ELEMENT} return [element.sync, element.theme, element.loading, $('legend').textContent];"
    );
    assert_eq!(
        t.page.js::<[String; 4]>(&defaults, json!([])).await?,
        ["none", "auto", "lazy", "Sector"]
    );
    // What is known is no error, nor is an attribute that goes.
    for (name, value) in [("theme", "dark"), ("lang", "pt-PT"), ("loading", "eager")] {
        set(t, name, value).await?;
    }
    t.page
        .wait_until("it is Portuguese", "$('legend').textContent === 'Setor'")
        .await?;
    let remove = format!(
        "{ELEMENT} for (const name of ['lang', 'theme', 'sync']) element.removeAttribute(name);"
    );
    let () = t.page.js(&remove, json!([])).await?;
    t.page
        .wait_until(
            "the page's language counts",
            "$('[part~=status]').textContent.includes('cláusulas')",
        )
        .await?;
    assert_eq!(errors(t).await?.len(), 4);
    Ok(())
}

async fn properties_reflect_attributes(t: &mut Test) -> Result {
    open_page(t, "<clause-explorer></clause-explorer>").await?;
    let script = format!(
        "{ELEMENT}
        const read = () => ['view', 'src', 'sync', 'theme', 'loading'].map((name) => [element[name], element.getAttribute(name)]);
        const before = read();
        Object.assign(element, {{ view: 'q=a', src: '', sync: 'hash', theme: 'dark', loading: 'eager' }});
        const set = read();
        Object.assign(element, {{ view: null, src: null, sync: undefined, theme: 'auto', loading: null }});
        return [before, set, read()];"
    );
    let [before, set, after]: [Value; 3] = t.page.js(&script, json!([])).await?;
    assert_eq!(
        before,
        json!([
            ["", null],
            ["", null],
            ["none", null],
            ["auto", null],
            ["lazy", null]
        ])
    );
    assert_eq!(
        set,
        json!([
            ["q=a", "q=a"],
            ["", null],
            ["hash", "hash"],
            ["dark", "dark"],
            ["eager", "eager"]
        ])
    );
    assert_eq!(
        after,
        json!([
            ["", null],
            ["", null],
            ["none", null],
            ["auto", "auto"],
            ["lazy", null]
        ])
    );
    // The view is the one that is shown, whoever chose it; the attribute stays the host's.
    search(t, "核能").await?;
    wait_for_count(t, 2).await?;
    let views = format!("{ELEMENT} return [element.view, element.getAttribute('view')];");
    assert_eq!(
        t.page.js::<Value>(&views, json!([])).await?,
        json!(["q=核能", null])
    );
    Ok(())
}

async fn properties_set_before_the_upgrade_count(t: &mut Test) -> Result {
    let page = page_with(
        "<clause-explorer theme='light'></clause-explorer><script src='early.js'></script>",
    )
    .replace(
        "<script type=\"module\" src=\"clause-explorer.js\"></script>",
        "",
    );
    let early = "const element = document.querySelector('clause-explorer');
        element.view = { filters: { sector: ['tourism', 'finance'] } };
        element.theme = 'dark';
        element.sync = 'hash';
        addEventListener('load', () => import('./clause-explorer.js'));";
    let site = t.site(built().page("/test.html", page).page("/early.js", early));
    t.page.open(&site.url("/test.html")).await?;
    wait_for_count(t, 6).await?;
    let script = format!(
        "{ELEMENT} return [...element.attributes].map(({{ name, value }}) => `${{name}}=${{value}}`).sort().concat(Object.keys(element));"
    );
    let found: Vec<String> = t.page.js(&script, json!([])).await?;
    assert_eq!(
        found,
        [
            "sync=hash",
            "theme=dark",
            "view=sector=tourism&sector=finance"
        ],
        "and nothing hides the properties of the class"
    );
    Ok(())
}

async fn changes_in_one_go_are_one_change(t: &mut Test) -> Result {
    open_listening(t, "<clause-explorer></clause-explorer>", &[]).await?;
    wait_for_count(t, 63).await?;
    // In a task of the page's own: between the steps of a driver's script, WebKit runs what waits for its end.
    let script = format!(
        "{ELEMENT} setTimeout(() => {{ for (const view of ['q=a', 'q=b', 'sector=tourism']) element.view = view; element.lang = 'es'; element.lang = 'pt'; }});"
    );
    let () = t.page.js(&script, json!([])).await?;
    let is_told = "events.some(([type, detail]) => type === 'ce-change' && detail.count === 3)";
    t.page
        .wait_until("the last view is told of", is_told)
        .await?;
    let changes: Vec<String> = t.page.js("return events.filter(([type]) => type === 'ce-change').map(([, detail]) => detail.viewString);", json!([])).await?;
    assert_eq!(changes, ["sector=tourism"]);
    Ok(())
}

async fn a_view_may_be_an_object(t: &mut Test) -> Result {
    open_listening(t, "<clause-explorer></clause-explorer>", &[]).await?;
    wait_for_count(t, 63).await?;
    let view = json!({ "q": "a & b=c", "lang": "es", "compare": "zh", "clause": null, "filters": { "sector": ["tourism", "finance"] } });
    let script = format!("{ELEMENT} element.view = arguments[0];");
    let () = t.page.js(&script, json!([view])).await?;
    let is_told = "events.findLast(([type]) => type === 'ce-change')?.[1].count === 0";
    t.page.wait_until("nothing is left", is_told).await?;
    // What is told of a view can be given back.
    let told: Value = t
        .page
        .js(
            "return events.findLast(([type]) => type === 'ce-change')[1];",
            json!([]),
        )
        .await?;
    assert_eq!(
        told["viewString"],
        "sector=finance&sector=tourism&q=a%20%26%20b%3Dc&lang=es&compare=zh"
    );
    let () = t.page.js(&script, json!([""])).await?;
    t.page
        .wait_until(
            "all is there",
            "events.findLast(([type]) => type === 'ce-change')[1].count === 63",
        )
        .await?;
    let () = t.page.js(&script, json!([told["view"]])).await?;
    t.page.wait_until("nothing is left again", is_told).await?;
    let again: Value = t
        .page
        .js(
            "return events.findLast(([type]) => type === 'ce-change')[1];",
            json!([]),
        )
        .await?;
    assert_eq!(again, told);
    assert_eq!(errors(t).await?, <[[String; 2]; 0]>::default());
    Ok(())
}

async fn eager_starts_what_waits(t: &mut Test) -> Result {
    let never = "window.requestIdleCallback = () => 0;
        window.later = setTimeout; window.setTimeout = () => 0;
        window.IntersectionObserver = class { observe() {} disconnect() {} };";
    let page = page_with("<clause-explorer></clause-explorer>")
        .replace("<head>", "<head><script src='never.js'></script>");
    let site = t.site(built().page("/test.html", page).page("/never.js", never));
    t.page.open(&site.url("/test.html")).await?;
    t.page
        .wait_until(
            "the page is loaded",
            "document.readyState === 'complete' && $('slot')",
        )
        .await?;
    assert!(!site.requests().iter().any(|path| path.ends_with(".wasm")));
    // Yew waits with setTimeout when there is much to render.
    let () = t.page.js("window.setTimeout = later;", json!([])).await?;
    set(t, "loading", "eager").await?;
    wait_for_count(t, 63).await
}

async fn the_theme_may_change(t: &mut Test) -> Result {
    open_page(t, "<clause-explorer theme='dark'></clause-explorer>").await?;
    let is_dark = "const [r, g, b] = getComputedStyle($('[part~=root]')).color.match(/[\\d.]+/g).map(Number); return r + g + b > 384;";
    let () = t
        .page
        .js(
            "document.documentElement.style.colorScheme = 'light';",
            json!([]),
        )
        .await?;
    for (theme, dark) in [
        ("dark", true),
        ("light", false),
        ("dark", true),
        ("auto", false),
        ("blue", false),
    ] {
        set(t, "theme", theme).await?;
        assert_eq!(
            t.page.js::<bool>(is_dark, json!([])).await?,
            dark,
            "{theme}"
        );
    }
    Ok(())
}

async fn the_language_follows_the_page(t: &mut Test) -> Result {
    open_page(
        t,
        "<div id='a'><clause-explorer></clause-explorer></div><div id='b' lang='pt'></div>",
    )
    .await?;
    let steps = [
        ("document.documentElement.lang = 'es'", "es"),
        ("a.lang = 'zh-TW'", "zh"),
        ("a.removeAttribute('lang')", "es"),
        ("b.append(a.firstChild)", "pt"),
        (
            "document.querySelector('clause-explorer').lang = 'en'",
            "en",
        ),
    ];
    for (step, tag) in steps {
        let () = t
            .page
            .js(
                &format!("const [a, b] = document.querySelectorAll('div'); {step};"),
                json!([]),
            )
            .await?;
        t.page
            .wait_until(step, &format!("$('[part~=root]').lang === '{tag}' && $(':checked[name=lang]').value === '{tag}'"))
            .await?;
    }
    Ok(())
}

async fn another_plan_may_be_shown(t: &mut Test) -> Result {
    let small = plan_json("tests/content/small");
    let body = "<clause-explorer src='small.json' view='q=%E5%90%88%E4%BD%9C'></clause-explorer>";
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
    // Without src it is the plan that is compiled in; the view stays.
    let () = t
        .page
        .js(&format!("{ELEMENT} element.src = null;"), json!([]))
        .await?;
    t.page
        .wait_until(
            "the compiled plan is shown, and that is told",
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
            "and the other again",
            &format!("$('[part~=title]').textContent === '{title}'"),
        )
        .await?;
    assert_eq!(errors(t).await?, <[[String; 2]; 0]>::default());
    Ok(())
}

async fn a_plan_that_cannot_be_had_changes_nothing(t: &mut Test) -> Result {
    let mut plan: Value = serde_json::from_str(&plan_json("tests/content/small"))?;
    plan["clauses"][1]["number"]["zh"] = json!(3);
    let shape = plan.to_string();
    plan["clauses"][1]["number"]["zh"] = json!("3");
    plan["clauses"][1]["division"] = json!(99);
    let place = plan.to_string();
    let files = [
        ("/none.json", "{"),
        ("/list.json", "[]"),
        ("/null.json", "null"),
        ("/shape.json", &shape),
        ("/place.json", &place),
    ];
    open_listening(
        t,
        "<clause-explorer view='q=核能'></clause-explorer>",
        &files,
    )
    .await?;
    wait_for_count(t, 2).await?;
    for (nth, (src, message)) in [
        ("missing.json", "no plan at missing.json: expected a file, found status 404"),
        ("none.json", "no plan at none.json: "),
        ("list.json", "no plan at list.json: expected an object at the top, found a list"),
        ("null.json", "no plan at null.json: expected an object at the top, found null"),
        ("shape.json", "no plan at shape.json: expected a text at clauses[1].number.zh, found number"),
        ("place.json", "no plan at place.json: expected the place of a division at clauses[1].division, found “99”"),
    ]
    .iter()
    .enumerate()
    {
        set(t, "src", src).await?;
        t.page
            .wait_until("it is told", &format!("events.filter(([type]) => type === 'ce-error').length === {}", nth + 1))
            .await?;
        let found = errors(t).await?;
        assert_eq!(found[nth][0], "src");
        assert!(found[nth][1].starts_with(message), "{}", found[nth][1]);
        t.page
            .wait_until("the reader is told", "$('.note').textContent.startsWith('The plan asked for could not be loaded')")
            .await?;
    }
    wait_for_count(t, 2).await?;
    if t.engine == Engine::Chromium {
        t.expect_console(&["missing.json - Failed to load resource"]);
    }
    Ok(())
}

async fn without_its_plan_the_text_stays(t: &mut Test) -> Result {
    let small = plan_json("tests/content/small");
    let body = "<clause-explorer src='bad.json'><p>the text itself</p></clause-explorer>";
    open_listening(t, body, &[("/bad.json", "{}"), ("/small.json", &small)]).await?;
    t.page
        .wait_until(
            "the reader is told",
            "$('p').textContent.startsWith('The filter could not start')",
        )
        .await?;
    let rejection =
        format!("{ELEMENT} return element.ready.then(() => 'mounted', (error) => error.message);");
    let rejection: String = t.page.js_async(&rejection, json!([])).await?;
    assert_eq!(
        rejection,
        "no plan at bad.json: expected a text at id, found undefined"
    );
    assert_eq!(errors(t).await?, [["src".to_owned(), rejection]]);
    // Another address is another chance.
    set(t, "src", "small.json").await?;
    t.page
        .wait_until("the plan is shown", "$('article')")
        .await?;
    let ready = format!("{ELEMENT} return (await element.ready) === element;");
    assert!(t.page.js_async::<bool>(&ready, json!([])).await?);
    Ok(())
}

async fn clauses_and_counts_answer(t: &mut Test) -> Result {
    open_page(t, "<clause-explorer></clause-explorer>").await?;
    let ask =
        format!("{ELEMENT} return [element.clauses(...arguments), element.counts(...arguments)];");
    let [clauses, counts]: [Value; 2] = t
        .page
        .js(&ask, json!(["q=核能&sector=energy-resources"]))
        .await?;
    let text = clauses[0]["text"].clone();
    assert_eq!(
        clauses,
        json!([{
            "eid": "art_2__sec_7__para_2", "number": "第二条 七、(二)", "article": "art_2", "section": "art_2__sec_7",
            "text": text, "facets": clauses[0]["facets"],
        }])
    );
    let languages: Vec<&String> = text
        .as_object()
        .into_iter()
        .flat_map(|text| text.keys())
        .collect();
    assert_eq!(languages.len(), 4);
    assert!(
        text["zh"]
            .as_str()
            .is_some_and(|text| text.contains("核能"))
    );
    assert_eq!(clauses[0]["facets"]["sector"], json!(["energy-resources"]));
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
    // Asking changes nothing that is shown.
    wait_for_count(t, 63).await
}

async fn going_to_a_clause_answers(t: &mut Test) -> Result {
    open_listening(
        t,
        "<clause-explorer view='sector=tourism'></clause-explorer>",
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

async fn a_clause_is_cited_in_five_styles(t: &mut Test) -> Result {
    open_page(t, "<clause-explorer lang='es'></clause-explorer>").await?;
    let cite = format!(
        "{ELEMENT} try {{ return element.cite(...arguments); }} catch (error) {{ return `${{error}}`; }}"
    );
    let eid = "art_2__sec_7__para_2";
    for (style, beginning) in [
        ("text", "“Profundizar"),
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
            text.contains("Español"),
            "{style} says that it is a translation: {text}"
        );
    }
    let without_style: String = t.page.js(&cite, json!([eid])).await?;
    assert!(without_style.starts_with('“'));
    // The language is the one that is read.
    t.page.click("[name=lang][value=zh]").await?;
    t.page
        .wait_until(
            "it is read in Chinese",
            &format!(
                "{}.view === 'lang=zh'",
                "document.querySelector('clause-explorer')"
            ),
        )
        .await?;
    let text: String = t.page.js(&cite, json!([eid, "text"])).await?;
    assert!(text.contains("《中国"), "{text}");
    let error: String = t.page.js(&cite, json!([eid, "apa"])).await?;
    assert_eq!(
        error,
        "Error: expected one of the styles text, bibtex, ris, csl-json, wikipedia; found “apa”"
    );
    let error: String = t.page.js(&cite, json!(["art_9", "ris"])).await?;
    assert_eq!(
        error,
        "Error: expected the eId of a clause, such as art_1__para_1; found “art_9”"
    );
    Ok(())
}

async fn before_it_is_ready_methods_say_so(t: &mut Test) -> Result {
    open_page(t, "<clause-explorer></clause-explorer>").await?;
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

async fn events_bubble_and_are_plain(t: &mut Test) -> Result {
    let listen = "window.seen = {};
        for (const type of ['ce-ready', 'ce-change', 'ce-select', 'ce-error']) {
            addEventListener(type, (event) => (seen[type] = [event.target.localName, event.bubbles, event.composed, JSON.stringify(structuredClone(event.detail)) === JSON.stringify(event.detail)]));
        }";
    // Inside a shadow tree of the host's, which only composed events leave.
    let body = "<div><template shadowrootmode='open'><clause-explorer view='clause=art_1__para_1&amp;x=y'></clause-explorer></template></div>";
    let site = t.site(listening(built(), body, listen));
    t.page.open(&site.url("/test.html")).await?;
    t.page
        .wait_until(
            "three are seen",
            "seen['ce-ready'] && seen['ce-error'] && seen['ce-select']",
        )
        .await?;
    let () = t.page.js("document.querySelector('div').shadowRoot.querySelector('clause-explorer').view = 'q=a';", json!([])).await?;
    t.page
        .wait_until("all are seen", "seen['ce-change']")
        .await?;
    let seen: Value = t.page.js("return Object.values(seen);", json!([])).await?;
    assert_eq!(seen, json!(vec![json!(["div", true, true, true]); 4]));
    Ok(())
}

async fn what_is_left_out_is_told_to_the_reader(t: &mut Test) -> Result {
    open_page(
        t,
        "<clause-explorer view='sektor=x&amp;sector=y&amp;clause=z'></clause-explorer>",
    )
    .await?;
    t.page
        .wait_until("it is told in words", "$('.note')?.textContent === 'Unknown to this plan, and so left out: sektor, sector=y, z'")
        .await?;
    set(t, "view", "q=核能").await?;
    wait_for_count(t, 2).await?;
    t.page.wait_until("no longer", "!$('.note')").await?;
    Ok(())
}

async fn loading_the_script_twice_warns_once(t: &mut Test) -> Result {
    let page = page_with("<clause-explorer></clause-explorer>").replace(
        "</head>",
        "<script type='module' src='clause-explorer.js?2'></script></head>",
    );
    let site = t.site(built().page("/test.html", page));
    t.page.open(&site.url("/test.html")).await?;
    wait_for_count(t, 63).await?;
    let warnings: usize = t
        .page
        .js(
            "return __console.filter((line) => line.startsWith('console.warn')).length;",
            json!([]),
        )
        .await?;
    assert_eq!(warnings, 1);
    t.expect_console(&["console.warn: expected one script that defines <clause-explorer>, found another: version 0.1.0+"]);
    Ok(())
}

async fn a_link_leads_to_its_clause_again(t: &mut Test) -> Result {
    open_page(t, "<clause-explorer></clause-explorer>").await?;
    wait_for_count(t, 63).await?;
    let at_top = "Math.abs($('#art_2__sec_7__para_2').getBoundingClientRect().top - $('[part~=list]').getBoundingClientRect().top) < 2";
    // The link itself is out of sight then, but a keyboard can still be on it.
    for _ in 0..2 {
        let () = t
            .page
            .js(
                "$('[part~=list]').scrollTop = 0; $('#art_2__sec_7__para_2 a').click();",
                json!([]),
            )
            .await?;
        t.page
            .wait_until("the clause is at the top", at_top)
            .await?;
    }
    assert_eq!(eids(t).await?.len(), 63);
    Ok(())
}

/// Those that later parts of the widget will have (matrix, annotation, share) have no elements yet.
async fn parts_and_properties_can_be_set_from_outside(t: &mut Test) -> Result {
    const PARTS: &str = "root header title language search facets facet option count status list division clause number text mark actions";
    let outlined =
        |part| format!("clause-explorer::part({part}) {{ outline: 3px dotted rgb(1, 2, 3); }}");
    let parts: Vec<String> = PARTS.split(' ').map(outlined).collect();
    let style = parts.join("\n")
        + "clause-explorer { --ce-font: monospace; --ce-accent: rgb(1, 0, 0); --ce-surface: rgb(2, 0, 0); --ce-text: rgb(3, 0, 0);
            --ce-muted: rgb(4, 0, 0); --ce-border: rgb(5, 0, 0); --ce-radius: 7px; --ce-gap: 33px; --ce-max-height: 555px; }";
    let page = page_with("<clause-explorer view='q=核能'></clause-explorer>")
        .replace("<head>", "<head><link rel='stylesheet' href='host.css'>");
    let site = t.site(built().page("/test.html", page).page("/host.css", style));
    t.page.open(&site.url("/test.html")).await?;
    wait_for_count(t, 2).await?;
    let script = "return arguments[0].split(' ').filter((part) => {
        const element = $(`[part~=${part}]`);
        return !element || getComputedStyle(element).outlineColor !== 'rgb(1, 2, 3)';
    });";
    let unset: Vec<String> = t.page.js(script, json!([PARTS])).await?;
    assert_eq!(unset, <[&str; 0]>::default());
    let script = "const style = (css) => getComputedStyle($(css));
        const whole = style('[part~=root]');
        return [whole.fontFamily, style('a').color, whole.backgroundColor, whole.color, style('[part~=status]').color,
            style('[part~=clause]').borderBlockStartColor, style('button').borderTopLeftRadius, style('header').paddingBlockStart, whole.height];";
    let found: Vec<String> = t.page.js(script, json!([])).await?;
    assert_eq!(
        found,
        [
            "monospace",
            "rgb(1, 0, 0)",
            "rgb(2, 0, 0)",
            "rgb(3, 0, 0)",
            "rgb(4, 0, 0)",
            "rgb(5, 0, 0)",
            "7px",
            "33px",
            "555px"
        ]
    );
    Ok(())
}
