//! The host's annotations: shown, filtered by, counted, returned.

use serde_json::{Value, json};

use super::{ELEMENT, built, eids, listening, page_with, wait_for_count};
use crate::runner::{Result, Test};

cases! {
    anywhere: [
        annotations_of_a_file_are_shown,
        statuses_filter_and_are_counted,
        status_in_a_view_waits_for_the_file,
        annotations_may_change_at_any_time,
        clauses_return_their_annotations,
        thousands_of_statuses_stay_usable,
    ],
    everywhere: [
        annotations_set_before_the_upgrade_apply,
        status_is_kept_in_the_address,
    ],
}

pub(super) const ENERGY: &str = "art_2__sec_7__para_2";

/// Records all events; lets `/slow.json` wait for `answer()`, and loses `/lost.json`.
const LISTEN: &str = "window.events = [];
    for (const type of ['ce-ready', 'ce-change', 'ce-error']) {
        addEventListener(type, (event) => events.push([type, event.detail]));
    }
    const go = window.fetch;
    const answered = new Promise((answer) => (window.answer = answer));
    window.fetch = async (address, ...more) => {
        if (`${address}`.includes('slow')) await answered;
        if (`${address}`.includes('lost')) throw new TypeError('it is lost');
        return go(address, ...more);
    };";

pub(super) const GOOD: &str = r#"[
    {"clause": "art_2__sec_7__para_2", "status": "Kept", "note": "A plant is being built.", "href": "https://example.org/plant?a=1", "date": "2023-06-30", "author": "us"},
    {"clause": "art_2__sec_7__para_2", "status": "In doubt"},
    {"clause": "art_1__para_1", "status": "Kept", "href": "mailto:desk@example.org"},
    {"clause": "art_3__para_1", "note": "Just a note.", "status": null}
]"#;

/// Opens a page with these elements. `findings.json` and `slow.json` hold the annotations.
pub(super) async fn open(t: &mut Test, body: &str, findings: &str, rest: &str) -> Result {
    let site = listening(built(), body, LISTEN)
        .page("/findings.json", findings)
        .page("/slow.json", findings);
    let site = t.site(site);
    t.page.open(&site.url(&format!("/test.html{rest}"))).await?;
    Ok(t.page
        .wait_until(
            "the widget is ready",
            "events.some(([type]) => type === 'ce-ready')",
        )
        .await?)
}

pub(super) async fn open_good(t: &mut Test) -> Result {
    open(
        t,
        "<clause-explorer layout=panel annotations='findings.json'></clause-explorer>",
        GOOD,
        "",
    )
    .await?;
    wait_for_annotations(t, 4).await
}

pub(super) async fn wait_for_annotations(t: &Test, count: usize) -> Result {
    let shown = format!("root.querySelectorAll('[part~=annotation]').length === {count}");
    Ok(t.page
        .wait_until(&format!("{count} annotations are shown"), &shown)
        .await?)
}

pub(super) async fn errors(t: &Test) -> Result<Vec<[String; 2]>> {
    let script = "return events.filter(([type]) => type === 'ce-error').map(([, { code, message }]) => [code, message]);";
    Ok(t.page.js(script, json!([])).await?)
}

pub(super) async fn set(t: &Test, findings: Value) -> Result {
    let script = format!("{ELEMENT} element.annotations = arguments[0];");
    let () = t.page.js(&script, json!([findings])).await?;
    Ok(())
}

pub(super) async fn statuses(t: &Test) -> Result<Vec<[String; 2]>> {
    let script = "return [...root.querySelectorAll('input[type=checkbox][name=status]')]
        .map((box) => [box.value, box.closest('[part~=option]').querySelector('[part~=count]').textContent]);";
    Ok(t.page.js(script, json!([])).await?)
}

async fn annotations_of_a_file_are_shown(t: &mut Test) -> Result {
    open_good(t).await?;
    let script = "return [...root.querySelectorAll(`#${arguments[0]} [part~=annotation]`)].map((note) => note.innerText.trim().split(/\\s+/).join(' '));";
    assert_eq!(
        t.page.js::<Vec<String>>(script, json!([ENERGY])).await?,
        [
            "Annotation Kept 2023-06-30 A plant is being built. More: example.org",
            "Annotation In doubt"
        ]
    );
    let script = "const note = $('#art_2__sec_7__para_2 [part~=annotation]');
        const { href, rel, target } = note.querySelector('a');
        const text = note.closest('article').querySelector('[part~=text]');
        return [href, rel, target, note.querySelector('time').dateTime,
            text.compareDocumentPosition(note) === Node.DOCUMENT_POSITION_FOLLOWING,
            $('#art_1__para_1 [part~=annotation] a').href];";
    assert_eq!(
        t.page.js::<Value>(script, json!([])).await?,
        json!([
            "https://example.org/plant?a=1",
            "noopener nofollow",
            "_blank",
            "2023-06-30",
            true,
            "mailto:desk@example.org"
        ])
    );
    assert_eq!(errors(t).await?, Vec::<[String; 2]>::new());
    let first = "return $('[part~=facet] legend').textContent;";
    assert_eq!(t.page.js::<String>(first, json!([])).await?, "Status");
    t.page.click("[name=lang][value=zh]").await?;
    t.page
        .wait_until(
            "the labels are Chinese",
            "$('.host').textContent === '批注' && $('[part~=facet] legend').textContent === '状态'",
        )
        .await?;
    Ok(())
}

async fn statuses_filter_and_are_counted(t: &mut Test) -> Result {
    open_good(t).await?;
    let counts = |kept: &str, doubt: &str| {
        [
            ["Kept".to_owned(), kept.to_owned()],
            ["In doubt".to_owned(), doubt.to_owned()],
        ]
    };
    assert_eq!(statuses(t).await?, counts("2", "1"));
    t.page.click("[name=status][value=Kept]").await?;
    wait_for_count(t, 2).await?;
    assert_eq!(eids(t).await?, ["art_1__para_1", ENERGY]);
    assert_eq!(statuses(t).await?, counts("2", "1"));
    t.page.click("[value=energy-resources]").await?;
    wait_for_count(t, 1).await?;
    assert_eq!(statuses(t).await?, counts("1", "1"));
    let script = format!(
        "{ELEMENT} const chips = [...root.querySelectorAll('.chip')].map((chip) => chip.textContent);
        const {{ view, viewString }} = events.at(-1)[1];
        return [chips, element.view, view.filters, viewString, element.counts('sector=tourism').status, element.counts().status];"
    );
    assert_eq!(
        t.page.js::<Value>(&script, json!([])).await?,
        json!([
            ["Energy and resources ×", "Kept ×"],
            "sector=energy-resources&status=Kept",
            { "sector": ["energy-resources"], "status": ["Kept"] },
            "sector=energy-resources&status=Kept",
            { "Kept": 0, "In doubt": 0 },
            { "Kept": 2, "In doubt": 1 },
        ])
    );
    t.page.click("[value=energy-resources]").await?;
    wait_for_count(t, 2).await?;
    t.page.click("[value=tourism]").await?;
    t.page
        .wait_until(
            "the empty result offers to drop the status",
            "$('.empty').textContent.includes('Without Kept: 3 clauses')",
        )
        .await?;
    let drop = "[...root.querySelectorAll('.empty button')].find((button) => button.textContent.includes('Kept')).click();";
    let () = t.page.js(drop, json!([])).await?;
    wait_for_count(t, 3).await?;
    Ok(())
}

async fn status_in_a_view_waits_for_the_file(t: &mut Test) -> Result {
    open(
        t,
        "<clause-explorer layout=panel annotations='slow.json' view='status=In%20doubt'></clause-explorer>",
        GOOD,
        "",
    )
    .await?;
    wait_for_count(t, 63).await?;
    t.page.click("[name=lang][value=es]").await?;
    let () = t.page.js("answer();", json!([])).await?;
    wait_for_count(t, 1).await?;
    assert_eq!(eids(t).await?, [ENERGY]);
    assert_eq!(errors(t).await?, Vec::<[String; 2]>::new());
    let script = format!(
        "{ELEMENT} return [element.view, element.plan.facets.at(-1).values.map(({{ id, count }}) => [id, count])];"
    );
    assert_eq!(
        t.page.js::<Value>(&script, json!([])).await?,
        json!(["status=In%20doubt&lang=es", [["Kept", 2], ["In doubt", 1]]])
    );
    Ok(())
}

async fn annotations_may_change_at_any_time(t: &mut Test) -> Result {
    open_good(t).await?;
    t.page.click("[name=status][value='In doubt']").await?;
    wait_for_count(t, 1).await?;
    set(t, json!([{ "clause": "art_3__para_1", "status": "In doubt" }, { "clause": "art_3__para_1", "status": "New" }])).await?;
    t.page
        .wait_until(
            "the other clause has the status",
            "root.querySelectorAll('article').length === 1 && $('#art_3__para_1')",
        )
        .await?;
    wait_for_annotations(t, 2).await?;
    let () = t
        .page
        .js(
            &format!("{ELEMENT} element.setAttribute('annotations', 'findings.json?again');"),
            json!([]),
        )
        .await?;
    t.page
        .wait_until(
            "the annotations of the file are shown again",
            "$('#art_2__sec_7__para_2')",
        )
        .await?;
    wait_for_annotations(t, 2).await?;
    let () = t
        .page
        .js(
            &format!("{ELEMENT} element.removeAttribute('annotations');"),
            json!([]),
        )
        .await?;
    wait_for_count(t, 63).await?;
    wait_for_annotations(t, 0).await?;
    assert_eq!(statuses(t).await?, Vec::<[String; 2]>::new());
    let ready = "return events.filter(([type]) => type === 'ce-ready').length;";
    assert_eq!(t.page.js::<usize>(ready, json!([])).await?, 1);
    Ok(())
}

async fn annotations_set_before_the_upgrade_apply(t: &mut Test) -> Result {
    let page = page_with("<clause-explorer layout=panel view='status=Early'></clause-explorer>")
        .replace("src=\"clause-explorer.js\"", "src=\"later.js\"");
    let later = "const element = document.querySelector('clause-explorer');
        element.annotations = [{ clause: 'art_1__para_1', status: 'Early' }];
        await import('./clause-explorer.js');";
    let site = built().page("/test.html", page).page("/later.js", later);
    let site = t.site(site);
    t.page.open(&site.url("/test.html")).await?;
    wait_for_count(t, 1).await?;
    wait_for_annotations(t, 1).await?;
    let script =
        format!("{ELEMENT} return [element.annotations, Object.hasOwn(element, 'annotations')];");
    assert_eq!(
        t.page.js::<Value>(&script, json!([])).await?,
        json!([[{ "clause": "art_1__para_1", "status": "Early" }], false])
    );
    Ok(())
}

async fn clauses_return_their_annotations(t: &mut Test) -> Result {
    open_good(t).await?;
    let script = format!("{ELEMENT} return element.clauses('status=In%20doubt');");
    let clauses: Value = t.page.js(&script, json!([])).await?;
    assert_eq!(clauses.as_array().map(Vec::len), Some(1));
    assert_eq!(
        clauses[0]["annotations"],
        json!([
            { "clause": ENERGY, "status": "Kept", "note": "A plant is being built.", "href": "https://example.org/plant?a=1", "date": "2023-06-30" },
            { "clause": ENERGY, "status": "In doubt" }
        ])
    );
    assert_eq!(clauses[0]["facets"]["status"], json!(["Kept", "In doubt"]));
    let script = format!(
        "{ELEMENT} return element.clauses().filter((clause) => 'annotations' in clause).length;"
    );
    assert_eq!(t.page.js::<usize>(&script, json!([])).await?, 3);
    // A citation contains no annotations.
    let script = format!("{ELEMENT} return element.cite('{ENERGY}', 'text');");
    let cited: String = t.page.js(&script, json!([])).await?;
    assert!(!cited.contains("Kept"), "{cited}");
    Ok(())
}

async fn status_is_kept_in_the_address(t: &mut Test) -> Result {
    let body =
        "<clause-explorer layout=panel sync='query' annotations='slow.json'></clause-explorer>";
    open(t, body, GOOD, "?page=2&status=Kept").await?;
    wait_for_count(t, 63).await?;
    let address = "return location.search;";
    assert_eq!(
        t.page.js::<String>(address, json!([])).await?,
        "?page=2&status=Kept"
    );
    let () = t.page.js("answer();", json!([])).await?;
    wait_for_count(t, 2).await?;
    assert_eq!(
        t.page.js::<String>(address, json!([])).await?,
        "?page=2&status=Kept"
    );
    t.page.click("[name=status][value=Kept]").await?;
    wait_for_count(t, 63).await?;
    t.page
        .wait_until("the address has no status", "location.search === '?page=2'")
        .await?;
    t.page.click("[name=status][value='In doubt']").await?;
    t.page
        .wait_until(
            "the address has the status",
            "location.search === '?page=2&status=In%20doubt'",
        )
        .await?;
    Ok(())
}

async fn thousands_of_statuses_stay_usable(t: &mut Test) -> Result {
    super::steps::open(t, "lang='en'", "").await?;
    // Of each clause in turn; the last status is chosen.
    let script = format!(
        "{ELEMENT} await element.ready;
        const eids = element.clauses().map(({{ eid }}) => eid);
        element.annotations = Array.from({{ length: 5000 }}, (_, index) => ({{ clause: eids[index % eids.length], status: `S${{index}}` }}));
        element.view = 'status=S4999&q=energy';"
    );
    let () = t.page.js_async(&script, json!([])).await?;
    let boxes = "root.querySelectorAll('[name=status]').length";
    let more = "$('[part=facet] p').textContent";
    t.page
        .wait_until(
            "the values are listed",
            &format!("{boxes} === 201 && {more} === '4,799 more. Search to shorten the list.'"),
        )
        .await?;
    Ok(())
}
