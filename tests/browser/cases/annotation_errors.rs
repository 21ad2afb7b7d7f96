//! Invalid annotations are reported, and hostile ones are harmless.

use serde_json::{Value, json};

use super::annotations::{ENERGY, GOOD, errors, open, set, statuses, wait_for_annotations};
use super::{ELEMENT, wait_for_count};
use crate::runner::{Result, Test};

cases! {
    anywhere: [
        invalid_annotations_are_reported_one_by_one,
        missing_annotation_file_changes_nothing_else,
        unknown_status_is_reported_after_the_file,
    ],
    everywhere: [
        annotations_are_text_and_never_markup,
    ],
}

async fn invalid_annotations_are_reported_one_by_one(t: &mut Test) -> Result {
    let findings = r#"[
        {"clause": "art_9", "status": "Kept"}, {"status": "Kept"}, {"clause": "art_1__para_1", "status": 1},
        {"clause": "art_1__para_1", "note": ["a"]}, {"clause": "art_1__para_1", "href": "javascript:alert(1)"},
        {"clause": "art_1__para_1", "href": "/relative"}, {"clause": "art_1__para_1", "date": "2023-02-29"},
        "art_1__para_1", null, {"clause": "art_1__para_1"}, {"clause": "art_1__para_1", "note": "Good.", "date": "2023-02"}
    ]"#;
    open(
        t,
        "<clause-explorer layout=panel annotations='findings.json'></clause-explorer>",
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
            "the reader sees the reason",
            "$('.main > .note').textContent === 'Some of this page’s annotations could not be shown.'",
        )
        .await?;
    assert_eq!(statuses(t).await?, Vec::<[String; 2]>::new());
    // Valid annotations replace them, and the note disappears.
    set(t, json!([{ "clause": ENERGY, "note": "Good." }])).await?;
    t.page
        .wait_until("no note is shown", "!$('.main > .note')")
        .await?;
    wait_for_annotations(t, 1).await
}

async fn missing_annotation_file_changes_nothing_else(t: &mut Test) -> Result {
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
            "<clause-explorer layout=panel annotations='{file}' view='sector=tourism'></clause-explorer>"
        );
        open(t, &body, text, "").await?;
        t.page
            .wait_until(
                "the message is shown",
                "events.some(([type]) => type === 'ce-error')",
            )
            .await?;
        let found = errors(t).await?;
        let [[code, reported]] = found.as_slice() else {
            panic!("{found:?}")
        };
        assert_eq!(code, "annotations");
        assert!(reported.starts_with(message), "{reported}");
        t.page
            .wait_until("the reader sees the reason", "$('.main > .note')")
            .await?;
        wait_for_count(t, 3).await?;
    }
    // A property that is not a list.
    set(t, json!({ "clause": ENERGY })).await?;
    t.page
        .wait_until(
            "the message is shown",
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

async fn unknown_status_is_reported_after_the_file(t: &mut Test) -> Result {
    open(
        t,
        "<clause-explorer layout=panel annotations='slow.json' view='status=Lost&amp;status=Kept'></clause-explorer>",
        GOOD,
        "",
    )
    .await?;
    wait_for_count(t, 63).await?;
    assert_eq!(errors(t).await?, Vec::<[String; 2]>::new());
    let () = t.page.js("answer();", json!([])).await?;
    wait_for_count(t, 2).await?;
    let found = errors(t).await?;
    let reported = "expected a value of the facet “status”, found “Lost”";
    assert_eq!(found, [["view", reported]]);
    let note = "return $('.main > .note').textContent;";
    assert_eq!(
        t.page.js::<String>(note, json!([])).await?,
        "Ignored (not in this plan): status=Lost"
    );
    t.page
        .wait_until(
            "the view has only the known status",
            "document.querySelector('clause-explorer').view === 'status=Kept'",
        )
        .await?;
    // Without annotations, `status` is an unknown key.
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

async fn annotations_are_text_and_never_markup(t: &mut Test) -> Result {
    let attack =
        "<img src=x onerror=\"window.hit = 1\"><script>window.hit = 1</script>{count}&amp;";
    let findings = json!([{ "clause": ENERGY, "status": attack, "note": attack, "href": format!("https://example.org/\"><script>{attack}") }]);
    open(
        t,
        "<clause-explorer layout=panel annotations='findings.json'></clause-explorer>",
        &findings.to_string(),
        "",
    )
    .await?;
    wait_for_annotations(t, 1).await?;
    let boxed = "root.querySelectorAll('[name=status]').length === 1";
    t.page
        .wait_until("the status is among the filters", boxed)
        .await?;
    let () = t.page.js("$('[name=status]').click();", json!([])).await?;
    wait_for_count(t, 1).await?;
    let script = format!("{ELEMENT} const note = $('[part~=annotation]');
        return [note.querySelector('b').textContent, note.children[1].textContent, $('[name=status]').value,
            root.querySelectorAll('img, script').length, window.hit ?? 0, new URLSearchParams(element.view).get('status')];");
    assert_eq!(
        t.page.js::<Value>(&script, json!([])).await?,
        json!([attack, attack, attack, 0, 0, attack])
    );
    // Addresses of other schemes are never links, in any spelling.
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
