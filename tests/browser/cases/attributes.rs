//! Attributes and properties.

use serde_json::{Value, json};

use super::steps::{errors, open_listening, set};
use super::{ELEMENT, built, eids, open_page, page_with, search, wait_for_count};
use crate::runner::{Result, Test};

cases! {
    anywhere: [
        unknown_attribute_values_are_reported_and_default,
        view_may_be_an_object,
    ],
    everywhere: [
        properties_reflect_attributes,
        properties_set_before_the_upgrade_apply,
        changes_in_one_task_are_one_change,
        eager_starts_a_waiting_element,
        theme_may_change,
        view_attribute_sets_the_view,
    ],
}

async fn unknown_attribute_values_are_reported_and_default(t: &mut Test) -> Result {
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
    // Neither known values nor removed attributes are errors.
    for (name, value) in [("theme", "dark"), ("lang", "pt-PT"), ("loading", "eager")] {
        set(t, name, value).await?;
    }
    t.page
        .wait_until(
            "the labels are Portuguese",
            "$('legend').textContent === 'Setor'",
        )
        .await?;
    let remove = format!(
        "{ELEMENT} for (const name of ['lang', 'theme', 'sync']) element.removeAttribute(name);"
    );
    let () = t.page.js(&remove, json!([])).await?;
    t.page
        .wait_until(
            "the page's language is used",
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
    // The property returns the view that is shown; the attribute keeps the host's value.
    search(t, "核能").await?;
    wait_for_count(t, 2).await?;
    let views = format!("{ELEMENT} return [element.view, element.getAttribute('view')];");
    assert_eq!(
        t.page.js::<Value>(&views, json!([])).await?,
        json!(["q=核能", null])
    );
    Ok(())
}

async fn properties_set_before_the_upgrade_apply(t: &mut Test) -> Result {
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

async fn changes_in_one_task_are_one_change(t: &mut Test) -> Result {
    open_listening(t, "<clause-explorer></clause-explorer>", &[]).await?;
    wait_for_count(t, 63).await?;
    // In a task of the page: WebKit runs microtasks between the statements of a driver's script.
    let script = format!(
        "{ELEMENT} setTimeout(() => {{ for (const view of ['q=a', 'q=b', 'sector=tourism']) element.view = view; element.lang = 'es'; element.lang = 'pt'; }});"
    );
    let () = t.page.js(&script, json!([])).await?;
    let is_told = "events.some(([type, detail]) => type === 'ce-change' && detail.count === 3)";
    t.page
        .wait_until("the last view has been reported", is_told)
        .await?;
    let changes: Vec<String> = t.page.js("return events.filter(([type]) => type === 'ce-change').map(([, detail]) => detail.viewString);", json!([])).await?;
    assert_eq!(changes, ["sector=tourism"]);
    Ok(())
}

async fn view_may_be_an_object(t: &mut Test) -> Result {
    open_listening(t, "<clause-explorer></clause-explorer>", &[]).await?;
    wait_for_count(t, 63).await?;
    let view = json!({ "q": "a & b=c", "lang": "es", "compare": "zh", "clause": null, "filters": { "sector": ["tourism", "finance"] } });
    let script = format!("{ELEMENT} element.view = arguments[0];");
    let () = t.page.js(&script, json!([view])).await?;
    let is_told = "events.findLast(([type]) => type === 'ce-change')?.[1].count === 0";
    t.page.wait_until("the result is empty", is_told).await?;
    // The view of the event can be set again.
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
            "the whole plan is shown",
            "events.findLast(([type]) => type === 'ce-change')[1].count === 63",
        )
        .await?;
    let () = t.page.js(&script, json!([told["view"]])).await?;
    t.page
        .wait_until("the result is empty again", is_told)
        .await?;
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

async fn eager_starts_a_waiting_element(t: &mut Test) -> Result {
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
    // Yew uses setTimeout for long rendering.
    let () = t.page.js("window.setTimeout = later;", json!([])).await?;
    set(t, "loading", "eager").await?;
    wait_for_count(t, 63).await
}

async fn theme_may_change(t: &mut Test) -> Result {
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

async fn view_attribute_sets_the_view(t: &mut Test) -> Result {
    open_page(t, "<clause-explorer view='sector=energy-resources&amp;q=%E6%A0%B8%E8%83%BD'></clause-explorer>").await?;
    wait_for_count(t, 1).await?;
    assert_eq!(eids(t).await?, ["art_2__sec_7__para_2"]);
    let set = "document.querySelector('clause-explorer').setAttribute('view', arguments[0]);";
    let () = t
        .page
        .js(set, json!(["sector=tourism&sector=finance"]))
        .await?;
    wait_for_count(t, 6).await?;
    search(t, "论坛").await?;
    t.page
        .wait_until("the result is empty", "$('.empty')")
        .await?;
    // Setting the same value again applies it again.
    let () = t
        .page
        .js(set, json!(["sector=tourism&sector=finance"]))
        .await?;
    wait_for_count(t, 6).await?;
    t.page
        .wait_until("the field is empty", "$('[part~=search]').value === ''")
        .await?;
    let () = t
        .page
        .js(
            "document.querySelector('clause-explorer').removeAttribute('view');",
            json!([]),
        )
        .await?;
    wait_for_count(t, 63).await?;
    let () = t.page.js(set, json!(["clause=art_3__para_1"])).await?;
    t.page
        .wait_until("the clause is open", "$('#art_3__para_1[aria-current]')")
        .await?;
    Ok(())
}
