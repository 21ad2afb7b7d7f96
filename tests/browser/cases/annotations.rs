//! The host's own findings: shown, filtered by, counted, exported; and nothing a host says can do harm.

use serde_json::{Value, json};

use super::{ELEMENT, built, eids, listening, page_with, wait_for_count};
use crate::runner::{Result, Test};

cases![
    findings_of_a_file_are_shown,
    bad_findings_are_told_one_by_one,
    a_file_that_cannot_be_had_changes_nothing_else,
    statuses_filter_and_are_counted,
    a_status_in_a_view_waits_for_the_file,
    a_status_that_never_comes_is_told,
    findings_may_change_at_any_time,
    findings_set_before_the_upgrade_count,
    clauses_come_with_their_findings,
    what_a_host_says_is_text,
    a_status_is_kept_in_the_address,
];

const ENERGY: &str = "art_2__sec_7__para_2";

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

const GOOD: &str = r#"[
    {"clause": "art_2__sec_7__para_2", "status": "Kept", "note": "A plant is being built.", "href": "https://example.org/plant?a=1", "date": "2023-06-30", "author": "us"},
    {"clause": "art_2__sec_7__para_2", "status": "In doubt"},
    {"clause": "art_1__para_1", "status": "Kept", "href": "mailto:desk@example.org"},
    {"clause": "art_3__para_1", "note": "Just a note.", "status": null}
]"#;

/// Opens a page with these elements and with `findings.json`, which `slow.json` is too, beside it.
async fn open(t: &mut Test, body: &str, findings: &str, rest: &str) -> Result {
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

async fn open_good(t: &mut Test) -> Result {
    open(
        t,
        "<clause-explorer annotations='findings.json'></clause-explorer>",
        GOOD,
        "",
    )
    .await?;
    wait_for_annotations(t, 4).await
}

async fn wait_for_annotations(t: &Test, count: usize) -> Result {
    let shown = format!("root.querySelectorAll('[part~=annotation]').length === {count}");
    Ok(t.page
        .wait_until(&format!("{count} annotations are shown"), &shown)
        .await?)
}

async fn errors(t: &Test) -> Result<Vec<[String; 2]>> {
    let script = "return events.filter(([type]) => type === 'ce-error').map(([, { code, message }]) => [code, message]);";
    Ok(t.page.js(script, json!([])).await?)
}

async fn set(t: &Test, findings: Value) -> Result {
    let script = format!("{ELEMENT} element.annotations = arguments[0];");
    let () = t.page.js(&script, json!([findings])).await?;
    Ok(())
}

async fn statuses(t: &Test) -> Result<Vec<[String; 2]>> {
    let script = "return [...root.querySelectorAll('input[type=checkbox][name=status]')]
        .map((box) => [box.value, box.closest('[part~=option]').querySelector('[part~=count]').textContent]);";
    Ok(t.page.js(script, json!([])).await?)
}

async fn findings_of_a_file_are_shown(t: &mut Test) -> Result {
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
            "it is Chinese",
            "$('.host').textContent === '批注' && $('[part~=facet] legend').textContent === '状态'",
        )
        .await?;
    Ok(())
}

async fn bad_findings_are_told_one_by_one(t: &mut Test) -> Result {
    let findings = r#"[
        {"clause": "art_9", "status": "Kept"}, {"status": "Kept"}, {"clause": "art_1__para_1", "status": 1},
        {"clause": "art_1__para_1", "note": ["a"]}, {"clause": "art_1__para_1", "href": "javascript:alert(1)"},
        {"clause": "art_1__para_1", "href": "/relative"}, {"clause": "art_1__para_1", "date": "2023-02-29"},
        "art_1__para_1", null, {"clause": "art_1__para_1"}, {"clause": "art_1__para_1", "note": "Good.", "date": "2023-02"}
    ]"#;
    open(
        t,
        "<clause-explorer annotations='findings.json'></clause-explorer>",
        findings,
        "",
    )
    .await?;
    wait_for_annotations(t, 1).await?;
    let found = errors(t).await?;
    assert!(
        found.iter().all(|[code, _]| code == "annotation"),
        "{found:?}"
    );
    let messages: Vec<&str> = found.iter().map(|[_, message]| message.as_str()).collect();
    assert_eq!(
        messages,
        [
            "expected the eId of a clause, such as art_1__para_1, at annotations[0].clause, found “art_9”",
            "expected the eId of a clause, such as art_1__para_1, at annotations[1].clause, found nothing",
            "expected a text at annotations[2].status, found number",
            "expected a text at annotations[3].note, found object",
            "expected an address by http, https or mailto at annotations[4].href, found “javascript:alert(1)”",
            "expected an address by http, https or mailto at annotations[5].href, found “/relative”",
            "expected a date such as 2024-01-31, 2024-01 or 2024 at annotations[6].date, found “2023-02-29”",
            "expected an object at annotations[7], found string",
            "expected an object at annotations[8], found object",
            "expected a status, note, href or date at annotations[9], found nothing",
        ]
    );
    t.page
        .wait_until(
            "the reader is told",
            "$('.main > .note').textContent === 'Not all annotations of this page could be shown.'",
        )
        .await?;
    assert_eq!(statuses(t).await?, Vec::<[String; 2]>::new());
    // Good ones in their place, and the reader is told no more.
    set(t, json!([{ "clause": ENERGY, "note": "Good." }])).await?;
    t.page
        .wait_until("nothing is told", "!$('.main > .note')")
        .await?;
    wait_for_annotations(t, 1).await
}

async fn a_file_that_cannot_be_had_changes_nothing_else(t: &mut Test) -> Result {
    for (file, text, message) in [
        (
            "findings.json",
            "{}",
            "no annotations at findings.json: expected a list, found object",
        ),
        (
            "findings.json",
            "null",
            "no annotations at findings.json: expected a list, found null",
        ),
        ("lost.json", "", "no annotations at lost.json: it is lost"),
        ("findings.json", "[{]", "no annotations at findings.json: "),
    ] {
        let body = format!(
            "<clause-explorer annotations='{file}' view='sector=tourism'></clause-explorer>"
        );
        open(t, &body, text, "").await?;
        t.page
            .wait_until("it is told", "events.some(([type]) => type === 'ce-error')")
            .await?;
        let found = errors(t).await?;
        let [[code, told]] = found.as_slice() else {
            panic!("{found:?}")
        };
        assert_eq!(code, "annotations");
        assert!(told.starts_with(message), "{told}");
        t.page
            .wait_until("the reader is told", "$('.main > .note')")
            .await?;
        wait_for_count(t, 3).await?;
    }
    // A property that is no list.
    set(t, json!({ "clause": ENERGY })).await?;
    t.page
        .wait_until(
            "it is told",
            "events.filter(([type]) => type === 'ce-error').length === 2",
        )
        .await?;
    assert_eq!(
        errors(t).await?[1],
        [
            "annotations",
            "no annotations: expected a list, found object"
        ]
    );
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
            "it offers to drop the status",
            "$('.empty').textContent.includes('Without Kept: 3 clauses')",
        )
        .await?;
    let drop = "[...root.querySelectorAll('.empty button')].find((button) => button.textContent.includes('Kept')).click();";
    let () = t.page.js(drop, json!([])).await?;
    wait_for_count(t, 3).await?;
    Ok(())
}

async fn a_status_in_a_view_waits_for_the_file(t: &mut Test) -> Result {
    open(
        t,
        "<clause-explorer annotations='slow.json' view='status=In%20doubt'></clause-explorer>",
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

async fn a_status_that_never_comes_is_told(t: &mut Test) -> Result {
    open(
        t,
        "<clause-explorer annotations='slow.json' view='status=Lost&amp;status=Kept'></clause-explorer>",
        GOOD,
        "",
    )
    .await?;
    wait_for_count(t, 63).await?;
    assert_eq!(errors(t).await?, Vec::<[String; 2]>::new());
    let () = t.page.js("answer();", json!([])).await?;
    wait_for_count(t, 2).await?;
    let found = errors(t).await?;
    let told = "expected a value of the facet “status”, found “Lost”";
    assert_eq!(found, [["view", told]]);
    let note = "return $('.main > .note').textContent;";
    assert_eq!(
        t.page.js::<String>(note, json!([])).await?,
        "Unknown to this plan, and so left out: status=Lost"
    );
    t.page
        .wait_until(
            "the view is without it",
            "document.querySelector('clause-explorer').view === 'status=Kept'",
        )
        .await?;
    // Without annotations, a status is like any other key that the plan does not know.
    set(t, json!([])).await?;
    wait_for_count(t, 63).await?;
    t.page
        .wait_until(
            "the view is empty",
            "document.querySelector('clause-explorer').view === ''",
        )
        .await?;
    Ok(())
}

async fn findings_may_change_at_any_time(t: &mut Test) -> Result {
    open_good(t).await?;
    t.page.click("[name=status][value='In doubt']").await?;
    wait_for_count(t, 1).await?;
    set(t, json!([{ "clause": "art_3__para_1", "status": "In doubt" }, { "clause": "art_3__para_1", "status": "New" }])).await?;
    t.page
        .wait_until(
            "another clause is in doubt",
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
        .wait_until("the file counts again", "$('#art_2__sec_7__para_2')")
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

async fn findings_set_before_the_upgrade_count(t: &mut Test) -> Result {
    let page = page_with("<clause-explorer view='status=Early'></clause-explorer>")
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

async fn clauses_come_with_their_findings(t: &mut Test) -> Result {
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
    // What is cited is the plan's own.
    let script = format!("{ELEMENT} return element.cite('{ENERGY}', 'text');");
    let cited: String = t.page.js(&script, json!([])).await?;
    assert!(!cited.contains("Kept"), "{cited}");
    Ok(())
}

async fn what_a_host_says_is_text(t: &mut Test) -> Result {
    let attack =
        "<img src=x onerror=\"window.hit = 1\"><script>window.hit = 1</script>{count}&amp;";
    let findings = json!([{ "clause": ENERGY, "status": attack, "note": attack, "href": format!("https://example.org/\"><script>{attack}") }]);
    open(
        t,
        "<clause-explorer annotations='findings.json'></clause-explorer>",
        &findings.to_string(),
        "",
    )
    .await?;
    wait_for_annotations(t, 1).await?;
    let boxed = "root.querySelectorAll('[name=status]').length === 1";
    t.page.wait_until("the status can be chosen", boxed).await?;
    let () = t.page.js("$('[name=status]').click();", json!([])).await?;
    wait_for_count(t, 1).await?;
    let script = format!("{ELEMENT} const note = $('[part~=annotation]');
        return [note.querySelector('b').textContent, note.children[1].textContent, $('[name=status]').value,
            root.querySelectorAll('img, script').length, window.hit ?? 0, new URLSearchParams(element.view).get('status')];");
    assert_eq!(
        t.page.js::<Value>(&script, json!([])).await?,
        json!([attack, attack, attack, 0, 0, attack])
    );
    // Whatever is no link for a browser is none here, however it is written.
    for href in [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        " javascript:alert(1)",
        "\u{1}javascript:alert(1)",
        "java\nscript:alert(1)",
        "data:text/html,x",
        "vbscript:x",
        "//example.org",
    ] {
        set(t, json!([{ "clause": ENERGY, "note": href, "href": href }])).await?;
        wait_for_annotations(t, 0).await?;
        assert_eq!(
            errors(t).await?.last().map(|[code, _]| code.as_str()),
            Some("annotation"),
            "{href:?}"
        );
        set(t, json!([{ "clause": ENERGY, "note": href }])).await?;
        wait_for_annotations(t, 1).await?;
        let links = "return root.querySelectorAll('[part~=annotation] a').length;";
        assert_eq!(t.page.js::<usize>(links, json!([])).await?, 0);
    }
    Ok(())
}

async fn a_status_is_kept_in_the_address(t: &mut Test) -> Result {
    let body = "<clause-explorer sync='query' annotations='slow.json'></clause-explorer>";
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
        .wait_until(
            "it is gone from the address",
            "location.search === '?page=2'",
        )
        .await?;
    t.page.click("[name=status][value='In doubt']").await?;
    t.page
        .wait_until(
            "it is in the address",
            "location.search === '?page=2&status=In%20doubt'",
        )
        .await?;
    Ok(())
}
