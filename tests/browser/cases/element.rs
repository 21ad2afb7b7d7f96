//! What a host does: attributes, events, moving and removing, several elements, missing files.

use serde_json::{Value, json};

use super::{
    DIST, POLICY, built, eids, listening, open_page, page_with, search, wait_for_count,
    wait_for_widget,
};
use crate::engines::Engine;
use crate::runner::{Result, Test};
use crate::site::Site;

cases![
    a_view_attribute_chooses,
    what_a_view_does_not_know_is_reported,
    events_tell_what_changed,
    the_language_may_change,
    a_moved_element_keeps_its_view,
    a_removed_element_can_come_back,
    a_view_set_meanwhile_counts,
    a_page_that_reads_from_right_to_left_garbles_nothing,
    elements_share_one_wasm_instance,
    nothing_but_the_class_is_fetched_before_load,
    without_wasm_the_text_stays,
    the_files_may_lie_in_another_folder,
];

async fn a_view_attribute_chooses(t: &mut Test) -> Result {
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
    t.page.wait_until("nothing is left", "$('.empty')").await?;
    // The same attribute again is a wish of the host again.
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
        .wait_until("the clause is opened", "$('#art_3__para_1[aria-current]')")
        .await?;
    Ok(())
}

async fn what_a_view_does_not_know_is_reported(t: &mut Test) -> Result {
    let listen =
        "addEventListener('ce-error', (event) => (window.errors ??= []).push(event.detail));";
    let site = t.site(listening(built(), "<clause-explorer view='sektor=x&amp;sector=y&amp;clause=z&amp;q=&lt;b&gt;'></clause-explorer>", listen));
    t.page.open(&site.url("/test.html")).await?;
    t.page
        .wait_until("the errors are there", "window.errors?.length === 3")
        .await?;
    let errors: Vec<Value> = t.page.js("return errors;", json!([])).await?;
    assert_eq!(errors[0]["code"], "view");
    assert_eq!(
        errors[0]["message"],
        "expected a facet of this plan (sector, action, party, body, topic) or one of q, lang, compare, clause, pin; found “sektor”"
    );
    assert_eq!(
        errors[1]["message"],
        "expected a value of the facet “sector”, found “y”"
    );
    t.page
        .wait_until(
            "what it knows is done, as text",
            "$('.empty').textContent.includes('“<b>”') && !$('b')",
        )
        .await?;
    Ok(())
}

async fn events_tell_what_changed(t: &mut Test) -> Result {
    let listen = "for (const type of ['ce-ready', 'ce-change', 'ce-select', 'ce-error']) {
        addEventListener(type, (event) => (window.events ??= []).push([type, event.detail]));
    }";
    let site = t.site(listening(
        built(),
        "<clause-explorer></clause-explorer>",
        listen,
    ));
    t.page.open(&site.url("/test.html")).await?;
    wait_for_widget(t).await?;
    t.page.click("[value=agriculture-food]").await?;
    wait_for_count(t, 8).await?;
    search(t, "论坛").await?;
    wait_for_count(t, 1).await?;
    t.page.click("#art_2__sec_3__para_8 a").await?;
    t.page
        .wait_until(
            "the selection is told",
            "events.some(([type]) => type === 'ce-select')",
        )
        .await?;
    let events: Vec<(String, Value)> = t.page.js("return events;", json!([])).await?;
    let names: Vec<&str> = events.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(names[..2], ["ce-ready", "ce-change"]);
    let plan = &events[0].1["plan"];
    assert_eq!(
        (&plan["id"], &plan["clauseCount"]),
        (&json!("china-celac-2022-2024"), &json!(63))
    );
    assert_eq!(plan["facets"][0]["values"][7]["count"], 7);
    assert_eq!(
        plan["languages"][0],
        json!({ "tag": "zh", "html": "zh-Hans", "name": "中文", "status": "authoritative" })
    );
    assert_eq!(
        events[1].1,
        json!({ "view": { "q": "", "lang": null, "compare": null, "clause": null, "filters": { "sector": ["agriculture-food"] } }, "viewString": "sector=agriculture-food", "count": 8 })
    );
    let last_change = events
        .iter()
        .rfind(|(name, _)| name == "ce-change")
        .map(|(_, detail)| detail["viewString"].clone());
    assert_eq!(
        last_change,
        Some(json!(
            "sector=agriculture-food&q=论坛&clause=art_2__sec_3__para_8"
        ))
    );
    let selected = events
        .iter()
        .find(|(name, _)| name == "ce-select")
        .map(|(_, detail)| detail.clone());
    assert_eq!(selected, Some(json!({ "eid": "art_2__sec_3__para_8" })));
    // Nothing changes, so nothing is told.
    let () = t.page.js("document.querySelector('clause-explorer').setAttribute('view', events.findLast(([type]) => type === 'ce-change')[1].viewString);", json!([])).await?;
    let () = t
        .page
        .js(
            "document.querySelector('clause-explorer').lang = 'zh';",
            json!([]),
        )
        .await?;
    t.page
        .wait_until(
            "the words are Chinese",
            "$('legend').textContent === '领域'",
        )
        .await?;
    let changes = |events: &[(String, Value)]| {
        events
            .iter()
            .filter(|(name, _)| name == "ce-change")
            .count()
    };
    let events_now: Vec<(String, Value)> = t.page.js("return events;", json!([])).await?;
    assert_eq!(changes(&events_now), changes(&events));
    let ready: String = t.page.js_async("const element = document.querySelector('clause-explorer'); return (await element.ready).plan.id;", json!([])).await?;
    assert_eq!(ready, "china-celac-2022-2024");
    Ok(())
}

async fn the_language_may_change(t: &mut Test) -> Result {
    open_page(
        t,
        "<div lang='zh-CN'><clause-explorer view='q=论坛'></clause-explorer></div>",
    )
    .await?;
    t.page
        .wait_until(
            "the page's language is taken",
            "$('[part~=status]').textContent === '11 条，共 63 条'",
        )
        .await?;
    let () = t
        .page
        .js(
            "document.querySelector('clause-explorer').lang = 'en-GB';",
            json!([]),
        )
        .await?;
    t.page
        .wait_until(
            "the element's own comes first",
            "$('[part~=status]').textContent === '11 of 63 clauses'",
        )
        .await?;
    t.page
        .wait_until("the query stays", "$('[part~=search]').value === '论坛'")
        .await?;
    Ok(())
}

async fn a_moved_element_keeps_its_view(t: &mut Test) -> Result {
    open_page(
        t,
        "<div id='a'><clause-explorer></clause-explorer></div><div id='b'></div>",
    )
    .await?;
    search(t, "核能").await?;
    wait_for_count(t, 2).await?;
    let () = t
        .page
        .js(
            "document.querySelector('#b').append(document.querySelector('clause-explorer'));",
            json!([]),
        )
        .await?;
    wait_for_count(t, 2).await?;
    t.page
        .wait_until(
            "it is in its new place",
            "document.querySelector('#b clause-explorer')",
        )
        .await?;
    Ok(())
}

async fn a_removed_element_can_come_back(t: &mut Test) -> Result {
    open_page(t, "<clause-explorer><p>the text</p></clause-explorer>").await?;
    search(t, "核能").await?;
    wait_for_count(t, 2).await?;
    let () = t
        .page
        .js(
            "window.kept = document.querySelector('clause-explorer'); kept.remove();",
            json!([]),
        )
        .await?;
    t.page
        .wait_until(
            "it is taken down",
            "!kept.shadowRoot.querySelector('section') && kept.shadowRoot.querySelector('slot')",
        )
        .await?;
    let () = t.page.js("document.body.append(kept);", json!([])).await?;
    wait_for_count(t, 2).await?;
    t.page
        .wait_until("the query stays", "$('[part~=search]').value === '核能'")
        .await?;
    Ok(())
}

async fn a_view_set_meanwhile_counts(t: &mut Test) -> Result {
    open_page(t, "<clause-explorer view='q=核能'></clause-explorer>").await?;
    wait_for_count(t, 2).await?;
    let () = t
        .page
        .js(
            "window.kept = document.querySelector('clause-explorer'); kept.remove();",
            json!([]),
        )
        .await?;
    t.page
        .wait_until(
            "it is taken down",
            "!kept.shadowRoot.querySelector('section')",
        )
        .await?;
    let () = t
        .page
        .js(
            "kept.setAttribute('view', 'sector=tourism'); document.body.append(kept);",
            json!([]),
        )
        .await?;
    wait_for_count(t, 3).await?;
    // The same view does the same, first and later: a clause that the filters hide is shown all the same.
    let view = "sector=finance&clause=art_1__para_1";
    let () = t
        .page
        .js("kept.setAttribute('view', arguments[0]);", json!([view]))
        .await?;
    wait_for_count(t, 63).await?;
    open_page(
        t,
        "<clause-explorer view='sector=finance&amp;clause=art_1__para_1'></clause-explorer>",
    )
    .await?;
    wait_for_count(t, 63).await?;
    t.page
        .wait_until("the clause is opened", "$('#art_1__para_1[aria-current]')")
        .await?;
    Ok(())
}

async fn a_page_that_reads_from_right_to_left_garbles_nothing(t: &mut Test) -> Result {
    open_page(
        t,
        "<div dir='rtl'><clause-explorer></clause-explorer></div>",
    )
    .await?;
    wait_for_count(t, 63).await?;
    let direction: String = t
        .page
        .js(
            "return getComputedStyle($('[part~=status]')).direction;",
            json!([]),
        )
        .await?;
    assert_eq!(direction, "ltr");
    Ok(())
}

async fn elements_share_one_wasm_instance(t: &mut Test) -> Result {
    let site = open_page(t, "<clause-explorer view='q=核能'></clause-explorer><clause-explorer view='sector=tourism'></clause-explorer>").await?;
    let counts = "[...document.querySelectorAll('clause-explorer')].map((element) => element.shadowRoot.querySelectorAll('article').length).join() === '2,3'";
    t.page.wait_until("each has its own view", counts).await?;
    let wasm = site
        .requests()
        .iter()
        .filter(|path| path.ends_with(".wasm"))
        .count();
    assert_eq!(wasm, 1);
    Ok(())
}

async fn nothing_but_the_class_is_fetched_before_load(t: &mut Test) -> Result {
    let note = "addEventListener('load', () => {
        window.before = performance.getEntriesByType('resource').map((entry) => entry.name.split('/').at(-1));
    });";
    let page = page_with("<clause-explorer></clause-explorer>")
        .replace("<head>", "<head><script src='note.js'></script>");
    let site = t.site(built().page("/test.html", page).page("/note.js", note));
    t.page.open(&site.url("/test.html")).await?;
    wait_for_widget(t).await?;
    let mut before: Vec<String> = t.page.js("return before;", json!([])).await?;
    before.retain(|name| name.starts_with("clause-explorer"));
    assert_eq!(before, ["clause-explorer.js"]);
    let site_requests = site.requests();
    assert_eq!(
        site_requests[3..],
        ["/clause-explorer_bg.js", "/clause-explorer_bg.wasm"]
    );
    Ok(())
}

async fn without_wasm_the_text_stays(t: &mut Test) -> Result {
    let page = page_with("<clause-explorer><p>the text itself</p></clause-explorer>")
        .replace("<head>", "<head><script src='listen.js'></script>");
    let listen = "addEventListener('ce-error', (event) => (window.failed = event.detail));";
    let site = Site::builder()
        .page("/test.html", page)
        .page("/listen.js", listen)
        .page(
            "/clause-explorer.js",
            std::fs::read_to_string(DIST.join("clause-explorer.js"))?,
        )
        .page(
            "/clause-explorer_bg.js",
            std::fs::read_to_string(DIST.join("clause-explorer_bg.js"))?,
        )
        .header("content-security-policy", POLICY);
    let site = t.site(site);
    t.page.open(&site.url("/test.html")).await?;
    t.page
        .wait_until("the failure is told", "window.failed")
        .await?;
    let code: String = t.page.js("return failed.code;", json!([])).await?;
    assert_eq!(code, "start");
    t.page
        .wait_until(
            "the reader is told",
            "$('p').textContent.startsWith('The filter could not start')",
        )
        .await?;
    t.page
        .wait_until(
            "the text is in sight",
            "document.querySelector('clause-explorer p').getClientRects().length",
        )
        .await?;
    let rejection = "return document.querySelector('clause-explorer').ready.then(() => 'mounted', (error) => error.message);";
    let rejection: String = t.page.js_async(rejection, json!([])).await?;
    assert!(
        rejection.starts_with("expected clause-explorer_bg.js and clause-explorer_bg.wasm"),
        "{rejection}"
    );
    if t.engine == Engine::Chromium {
        t.expect_console(&["clause-explorer_bg.wasm - Failed to load resource"]);
    }
    Ok(())
}

async fn the_files_may_lie_in_another_folder(t: &mut Test) -> Result {
    let page = page_with("<clause-explorer></clause-explorer>")
        .replace(
            "src=\"clause-explorer.js\"",
            "src=\"/files/v1/clause-explorer.js\"",
        )
        .replace("<head>", "<head><base href='/somewhere/else/'>");
    let mut site = Site::builder().page("/articles/test.html", page);
    for name in ["clause-explorer.js", "clause-explorer_bg.js"] {
        site = site.page(
            &format!("/files/v1/{name}"),
            std::fs::read_to_string(DIST.join(name))?,
        );
    }
    let wasm = PathToWasm::under("files/v1")?;
    let site = t.site(site.folder(wasm.folder()));
    t.page.open(&site.url("/articles/test.html")).await?;
    wait_for_count(t, 63).await?;
    let href: String = t
        .page
        .js("return $('#art_3__para_3 a').href;", json!([]))
        .await?;
    assert_eq!(
        href,
        site.url("/articles/test.html#art_3__para_3"),
        "a <base> does not lead links astray"
    );
    Ok(())
}

/// The wasm in a subfolder of a folder of its own.
struct PathToWasm(tempfile::TempDir);

impl PathToWasm {
    fn under(folder: &str) -> Result<Self> {
        let root = tempfile::tempdir()?;
        std::fs::create_dir_all(root.path().join(folder))?;
        std::fs::copy(
            DIST.join("clause-explorer_bg.wasm"),
            root.path().join(folder).join("clause-explorer_bg.wasm"),
        )?;
        Ok(Self(root))
    }

    fn folder(&self) -> &std::path::Path {
        self.0.path()
    }
}
