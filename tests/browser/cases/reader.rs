//! What a reader does with single clauses: opens, pins, cites and exports them, checks quotes, and looks at the overview.

use std::sync::Arc;

use serde_json::{Value, json};
use thirtyfour::Key;

use super::{
    ELEMENT, built, eids, listening, open_showcase, search, wait_for_count, wait_for_widget,
    with_clipboard,
};
use crate::runner::{Result, Test};
use crate::site::Site;

cases![
    a_keyboard_alone_reads_cites_pins_and_shares,
    a_clause_opens_in_place,
    steps_lead_through_the_result,
    related_clauses_lead_on,
    filters_give_way_to_a_clause,
    pins_are_collected_and_listed,
    pins_come_with_a_view,
    the_selection_is_exported_in_each_form,
    the_showcase_leaves_a_selection_to_the_browser,
    a_clause_is_cited_as_the_element_cites_it,
    one_panel_at_a_time,
    quotes_are_checked,
    a_quote_is_no_markup,
    the_overview_needs_room,
    a_cell_names_its_clauses,
    the_overview_is_a_picture_to_take_along,
    reading_closes_the_overview,
    an_unknown_eid_in_the_address_is_told,
];

/// Opens a page with one element of these attributes, whose events are recorded, at an address that ends in `rest`.
async fn open(t: &mut Test, attributes: &str, rest: &str) -> Result<Arc<Site>> {
    let body = format!("<clause-explorer {attributes}></clause-explorer>");
    let listen = "window.events = [];
        for (const type of ['ce-change', 'ce-select', 'ce-error']) addEventListener(type, ({ detail }) => events.push([type, detail]));";
    let site = t.site(listening(built(), &body, listen));
    t.page.open(&site.url(&format!("/test.html{rest}"))).await?;
    wait_for_widget(t).await?;
    Ok(site)
}

/// The details of the events of a type so far.
async fn told(t: &Test, event: &str) -> Result<Vec<Value>> {
    let script =
        "return events.filter(([type]) => type === arguments[0]).map(([, detail]) => detail);";
    Ok(t.page.js(script, json!([event])).await?)
}

async fn wait_for_view(t: &Test, view: &str) -> Result {
    let is_shown = format!(
        "document.querySelector('clause-explorer').view === {}",
        json!(view)
    );
    Ok(t.page
        .wait_until(&format!("the view is “{view}”"), &is_shown)
        .await?)
}

async fn wait_for_focus(t: &Test, css: &str) -> Result {
    let is_there = format!("root.activeElement.matches({})", json!(css));
    Ok(t.page
        .wait_until(&format!("`{css}` has the focus"), &is_there)
        .await?)
}

async fn focus(t: &Test, css: &str) -> Result {
    let () = t.page.js("$(arguments[0]).focus();", json!([css])).await?;
    Ok(())
}

/// Focuses a button and presses it by key, so that nothing is scrolled but what the widget scrolls.
async fn press(t: &Test, css: &str) -> Result {
    focus(t, css).await?;
    wait_for_focus(t, css).await?;
    Ok(t.page.keys(Key::Enter + "").await?)
}

/// Presses Tab, or Shift and Tab, until the focus is on what the selector matches. It must not leave the widget.
async fn walk_to(t: &Test, css: &str, backward: bool) -> Result {
    /// More than there are stops once the overview is closed.
    const STEPS: usize = 150;
    let script = "return [root?.activeElement?.matches(arguments[0]) ?? null, root?.activeElement?.outerHTML.slice(0, 80)];";
    for _ in 0..STEPS {
        if backward {
            t.page.keys(Key::Shift + Key::Tab).await?;
        } else {
            t.page.keys(Key::Tab + "").await?;
        }
        let (is_there, at): (Option<bool>, Option<String>) =
            t.page.js(script, json!([css])).await?;
        match is_there {
            Some(true) => return Ok(()),
            Some(false) => {}
            None => panic!("the focus left the widget on its way to `{css}`: {at:?}"),
        }
    }
    panic!("no way to `{css}` in {STEPS} steps");
}

async fn a_keyboard_alone_reads_cites_pins_and_shares(t: &mut Test) -> Result {
    open(t, "lang='en'", "").await?;
    with_clipboard(
        t,
        "{ writeText: async (text) => { window.copied = text; } }",
    )
    .await?;
    wait_for_count(t, 63).await?;

    let sector = "[name=sector][value=energy-resources]";
    walk_to(t, sector, false).await?;
    t.page.keys(" ").await?;
    wait_for_count(t, 7).await?;
    wait_for_focus(t, sector).await?;
    wait_for_view(t, "sector=energy-resources").await?;

    // The overview is a table of many buttons: who wants none of them closes it, or goes to the clauses at once.
    walk_to(t, ".to-clauses", false).await?;
    t.page.keys(Key::Enter + "").await?;
    t.page
        .wait_until("the overview is closed", "!$('[part~=matrix]')")
        .await?;
    wait_for_focus(t, "[part~=list]").await?;

    let eid = "art_2__sec_7__para_2";
    let button = format!("#{eid} .open");
    walk_to(t, &button, false).await?;
    t.page.keys(Key::Enter + "").await?;
    t.page
        .wait_until(
            "the clause is opened",
            &format!("$('#{eid}[aria-current=location] .steps')"),
        )
        .await?;
    wait_for_focus(t, &button).await?;
    let view = format!("sector=energy-resources&clause={eid}");
    wait_for_view(t, &view).await?;

    walk_to(t, ".compare select", true).await?;
    t.page.keys(Key::Down + "").await?;
    t.page
        .wait_until(
            "it is read in two languages",
            &format!("root.querySelectorAll('#{eid} [part~=text]').length === 2 && $('#{eid} [part~=text]:lang(en)') && $('#{eid} [part~=text]:lang(zh)')"),
        )
        .await?;
    wait_for_focus(t, ".compare select").await?;
    let view = format!("sector=energy-resources&compare=zh&clause={eid}");
    wait_for_view(t, &view).await?;

    walk_to(t, "#ce-citation + button", false).await?;
    t.page.keys(Key::Enter + "").await?;
    t.page
        .wait_until(
            "the citation is copied",
            "$('.cite [role=status]').textContent === 'Copied: Citation' && copied === $('#ce-citation').value && copied.includes('art_2__sec_7__para_2')",
        )
        .await?;
    wait_for_focus(t, "#ce-citation + button").await?;
    wait_for_view(t, &view).await?;

    let pin = format!("#{eid} .pin");
    walk_to(t, &pin, true).await?;
    t.page.keys(" ").await?;
    t.page
        .wait_until(
            "it is pinned",
            &format!("$('#{eid} .pin[aria-pressed=true]') && $('.pins').textContent.startsWith('1 pinned clause')"),
        )
        .await?;
    wait_for_focus(t, &pin).await?;
    let view = format!("{view}&pin={eid}");
    wait_for_view(t, &view).await?;

    walk_to(t, "[part~=share]", true).await?;
    t.page.keys(Key::Enter + "").await?;
    wait_for_focus(t, "#ce-share h3").await?;
    walk_to(t, "#ce-code-0 + button", false).await?;
    t.page.keys(Key::Enter + "").await?;
    t.page
        .wait_until(
            "the link is copied",
            "$('#ce-share [role=status]').textContent.startsWith('Copied: ') && copied === $('#ce-code-0').value",
        )
        .await?;
    wait_for_focus(t, "#ce-code-0 + button").await?;
    t.page.keys(Key::Escape + "").await?;
    wait_for_focus(t, "[part~=share]").await?;
    wait_for_view(t, &view).await?;

    // What was shared shows the same.
    let link: String = t.page.js("return copied;", json!([])).await?;
    t.page.open(&link).await?;
    t.page
        .wait_until(
            "the link shows it",
            &format!("$('#{eid}[aria-current=location] .pin[aria-pressed=true]') && root.querySelectorAll('#{eid} [part~=text]').length === 2"),
        )
        .await?;
    wait_for_count(t, 7).await
}

async fn a_clause_opens_in_place(t: &mut Test) -> Result {
    open(t, "lang='en'", "").await?;
    wait_for_count(t, 63).await?;
    let eid = "art_2__sec_4__para_5";
    let button = format!("#{eid} .open");
    let place = format!(
        "return [$('[part~=list]').scrollTop, $('{button}').getBoundingClientRect().top, document.documentElement.scrollHeight].map(Math.round);"
    );
    // A place in the middle of the list, before anything is opened; and the height of the page, which stays too.
    focus(t, &button).await?;
    let before: [i64; 3] = t.page.js(&place, json!([])).await?;
    assert!(before[0] > 0, "the clause is not at the top");
    let state = format!(
        "const button = $('{button}'); return [button.getAttribute('aria-expanded'), button.textContent, Boolean($('#{eid} .steps')), Boolean($('#{eid} .cite'))];"
    );
    assert_eq!(
        t.page.js::<Value>(&state, json!([])).await?,
        json!(["false", "Open", false, false])
    );
    press(t, &button).await?;
    wait_for_view(t, &format!("clause={eid}")).await?;
    wait_for_focus(t, &button).await?;
    assert_eq!(
        t.page.js::<Value>(&state, json!([])).await?,
        json!(["true", "Close", true, true])
    );
    assert_eq!(t.page.js::<[i64; 3]>(&place, json!([])).await?, before);
    assert_eq!(told(t, "ce-select").await?, [json!({ "eid": eid })]);
    t.page.keys(Key::Enter + "").await?;
    wait_for_view(t, "").await?;
    wait_for_focus(t, &button).await?;
    assert_eq!(
        t.page.js::<Value>(&state, json!([])).await?,
        json!(["false", "Open", false, false])
    );
    assert_eq!(t.page.js::<[i64; 3]>(&place, json!([])).await?, before);
    assert_eq!(
        told(t, "ce-select").await?.len(),
        1,
        "closing selects nothing"
    );
    let views = told(t, "ce-change").await?.into_iter();
    let views: Vec<Value> = views.map(|change| change["viewString"].clone()).collect();
    assert_eq!(views, [json!(format!("clause={eid}")), json!("")]);
    Ok(())
}

async fn steps_lead_through_the_result(t: &mut Test) -> Result {
    open(t, "lang='en' view='sector=tourism'", "").await?;
    wait_for_count(t, 3).await?;
    let eids = eids(t).await?;
    press(t, &format!("#{} .open", eids[0])).await?;
    let steps =
        "return [...root.querySelectorAll('.steps button')].map((button) => button.disabled);";
    let at = async |t: &Test, nth: usize| -> Result<[bool; 2]> {
        let eid = &eids[nth];
        wait_for_view(t, &format!("sector=tourism&clause={eid}")).await?;
        let shown = format!(
            "root.querySelectorAll('.steps').length === 1 && $('#{eid} .steps span:only-of-type, #{eid} .steps button + span').textContent === '{} of 3'",
            nth + 1
        );
        t.page.wait_until("its place is told", &shown).await?;
        Ok(t.page.js(steps, json!([])).await?)
    };
    assert_eq!(at(t, 0).await?, [true, false]);
    let next = ".steps button:last-of-type";
    let previous = ".steps button:first-of-type";
    for nth in [1, 2] {
        press(t, next).await?;
        wait_for_focus(t, &format!("#{}", eids[nth])).await?;
        assert_eq!(at(t, nth).await?, [false, nth == 2]);
    }
    press(t, previous).await?;
    wait_for_focus(t, &format!("#{}", eids[1])).await?;
    assert_eq!(at(t, 1).await?, [false, false]);
    let selected: Vec<Value> = [0, 1, 2, 1].map(|nth| json!({ "eid": eids[nth] })).into();
    assert_eq!(told(t, "ce-select").await?, selected);
    wait_for_count(t, 3).await
}

async fn related_clauses_lead_on(t: &mut Test) -> Result {
    open(
        t,
        "lang='en' view='sector=energy-resources&clause=art_2__sec_7__para_2'",
        "",
    )
    .await?;
    wait_for_count(t, 7).await?;
    let script =
        "return [...root.querySelectorAll('.more li button')].map((button) => button.textContent);";
    let related: Vec<String> = t.page.js(script, json!([])).await?;
    assert!(!related.is_empty());
    press(t, ".more li button").await?;
    t.page
        .wait_until(
            "another clause is opened, and has the focus",
            "root.activeElement.matches('article[aria-current=location]:not(#art_2__sec_7__para_2)')",
        )
        .await?;
    let [eid, number, text]: [String; 3] = t
        .page
        .js(
            "const clause = $('[aria-current=location]'); return [clause.id, clause.querySelector('.numbers p').textContent, clause.querySelector('[part~=text]').textContent];",
            json!([]),
        )
        .await?;
    let beginning = related[0].trim_end_matches('…');
    assert!(
        format!("{number} {text}").starts_with(beginning),
        "{beginning} leads to {number} {text}"
    );
    let view: String = t
        .page
        .js(&format!("{ELEMENT} return element.view;"), json!([]))
        .await?;
    assert!(view.ends_with(&format!("clause={eid}")), "{view}");
    Ok(())
}

async fn filters_give_way_to_a_clause(t: &mut Test) -> Result {
    let eid = "art_1__para_1";
    let told_so = json!([format!("clause={eid}"), 63]);
    let summary = |change: &Value| json!([change["viewString"], change["count"]]);
    open(
        t,
        &format!("lang='en' view='sector=tourism&clause={eid}'"),
        "",
    )
    .await?;
    wait_for_count(t, 63).await?;
    wait_for_view(t, &format!("clause={eid}")).await?;
    let changes = told(t, "ce-change").await?;
    assert_eq!(
        changes.iter().map(summary).collect::<Vec<_>>(),
        std::slice::from_ref(&told_so)
    );

    open(t, "lang='en' view='sector=tourism'", "").await?;
    wait_for_count(t, 3).await?;
    assert_eq!(told(t, "ce-change").await?, [] as [Value; 0]);
    let go = format!("{ELEMENT} return element.goTo(arguments[0]);");
    assert!(t.page.js_async::<bool>(&go, json!([eid])).await?);
    wait_for_count(t, 63).await?;
    wait_for_view(t, &format!("clause={eid}")).await?;
    let changes = told(t, "ce-change").await?;
    assert_eq!(changes.iter().map(summary).collect::<Vec<_>>(), [told_so]);
    Ok(())
}

/// Two clauses that are pinned, in the plan's order, and neither of them about tourism.
const PINNED: [&str; 2] = ["art_1__para_2", "art_2__sec_7__para_2"];

fn pins() -> String {
    PINNED.map(|eid| format!("pin={eid}")).join("&")
}

async fn pins_are_collected_and_listed(t: &mut Test) -> Result {
    open(t, "lang='en'", "").await?;
    wait_for_count(t, 63).await?;
    for eid in [PINNED[1], PINNED[0]] {
        press(t, &format!("#{eid} .pin")).await?;
        wait_for_focus(t, &format!("#{eid} .pin[aria-pressed=true]")).await?;
    }
    wait_for_view(t, &pins()).await?;
    t.page.click("[name=sector][value=tourism]").await?;
    wait_for_count(t, 3).await?;
    let view = format!("sector=tourism&{}", pins());
    wait_for_view(t, &view).await?;
    let only = ".pins [aria-pressed]";
    press(t, only).await?;
    wait_for_count(t, 2).await?;
    assert_eq!(eids(t).await?, PINNED);
    wait_for_focus(t, ".pins [aria-pressed=true]").await?;
    let status = "return $('[part~=status]').textContent;";
    assert_eq!(
        t.page.js::<String>(status, json!([])).await?,
        "2 of 63 clauses"
    );
    wait_for_view(t, &view).await?;
    search(t, "旅游").await?;
    t.page
        .wait_until(
            "who searches sees what that leaves",
            "$('.pins [aria-pressed=false]') && $('mark') && root.querySelectorAll('article').length === 3",
        )
        .await?;
    press(t, only).await?;
    wait_for_count(t, 2).await?;
    press(t, ".pins .clear-all").await?;
    t.page.wait_until("no pin is left", "!$('.pins')").await?;
    wait_for_focus(t, "[part~=list]").await?;
    wait_for_count(t, 3).await?;
    wait_for_view(t, "sector=tourism&q=旅游").await
}

async fn pins_come_with_a_view(t: &mut Test) -> Result {
    let attribute = format!("lang='en' view='pin={}&pin={}'", PINNED[1], PINNED[0]);
    open(t, &attribute, "").await?;
    let pressed = |eids: &[&str]| {
        format!(
            "[...root.querySelectorAll('article:has(.pin[aria-pressed=true])')].map((clause) => clause.id).join() === '{}'",
            eids.join(",")
        )
    };
    t.page
        .wait_until("both are pinned", &pressed(&PINNED))
        .await?;
    wait_for_view(t, &pins()).await?;
    wait_for_count(t, 63).await?;
    let set = format!("{ELEMENT} element.view = arguments[0];");
    let () = t
        .page
        .js(
            &set,
            json!([{ "pin": ["art_3__para_1", PINNED[1], PINNED[0]] }]),
        )
        .await?;
    let three = [PINNED[0], PINNED[1], "art_3__para_1"];
    t.page
        .wait_until("all three are pinned", &pressed(&three))
        .await?;
    assert_eq!(told(t, "ce-error").await?, [] as [Value; 0]);
    let () = t
        .page
        .js(&set, json!([{ "pin": ["art_9__para_9", PINNED[0]] }]))
        .await?;
    t.page
        .wait_until("the known one is pinned", &pressed(&PINNED[..1]))
        .await?;
    wait_for_view(t, &format!("pin={}", PINNED[0])).await?;
    let errors = told(t, "ce-error").await?;
    assert_eq!(errors.len(), 1, "{errors:?}");
    assert_eq!(errors[0]["code"], "view");
    let message = errors[0]["message"].as_str().unwrap_or_default();
    assert!(message.contains("art_9__para_9"), "{message}");
    t.page
        .wait_until(
            "the reader is told",
            "$('.note').textContent.includes('art_9__para_9')",
        )
        .await
        .map_err(Into::into)
}

/// Chooses the nth form in a panel or an opened clause.
async fn choose(t: &Test, css: &str, nth: usize) -> Result {
    let script = "const select = $(arguments[0]);
        select.selectedIndex = arguments[1];
        select.dispatchEvent(new Event('change', { bubbles: true }));";
    let () = t.page.js(script, json!([css, nth])).await?;
    Ok(())
}

async fn the_selection_is_exported_in_each_form(t: &mut Test) -> Result {
    open(t, "lang='en' view='sector=energy-resources'", "").await?;
    wait_for_count(t, 7).await?;
    press(t, "[aria-controls=ce-export]").await?;
    wait_for_focus(t, "#ce-export h3").await?;
    let id: String = t
        .page
        .js(&format!("{ELEMENT} return element.plan.id;"), json!([]))
        .await?;
    // For each form its file's ending, and how many clauses its text is about by the form's own marks.
    let forms = [
        ("txt", "text.split('#art_').length - 1"),
        ("bib", "text.split('@misc{').length - 1"),
        ("ris", "text.split('TY  - ').length - 1"),
        ("csl.json", "JSON.parse(text).length"),
        ("wiki", "text.split('{{').length - 1"),
        ("csv", "text.trim().split('\\n').length - 1"),
        ("json", "JSON.parse(text).length"),
    ];
    for (count, filter) in [(7, ""), (3, "[name=sector][value=tourism]")] {
        if !filter.is_empty() {
            t.page
                .click("[name=sector][value=energy-resources]")
                .await?;
            t.page.click(filter).await?;
        }
        wait_for_count(t, count).await?;
        for (nth, (ending, counted)) in forms.iter().enumerate() {
            choose(t, "#ce-export select", nth).await?;
            let is_chosen = format!("$('#ce-export a').download === '{id}.{ending}'");
            t.page
                .wait_until(&format!("{ending} is chosen"), &is_chosen)
                .await?;
            let script = format!(
                "const text = $('#ce-selection').value;
                const [kind, file] = $('#ce-export a').getAttribute('href').split(/,(.*)/s);
                // A field has no carriage returns, whatever it is given.
                return [{counted}, kind, decodeURIComponent(file).replaceAll('\\r\\n', '\\n') === text, $('#ce-export p').textContent, $('#ce-export a').textContent];"
            );
            assert_eq!(
                t.page.js::<Value>(&script, json!([])).await?,
                json!([
                    count,
                    "data:application/octet-stream;charset=utf-8",
                    true,
                    format!("{count} clauses, as they are listed now"),
                    format!("Download {id}.{ending}"),
                ]),
                "{ending}"
            );
        }
    }
    Ok(())
}

/// Its script for the offline copy takes downloads of that, and no others.
async fn the_showcase_leaves_a_selection_to_the_browser(t: &mut Test) -> Result {
    open_showcase(t, "").await?;
    t.page.click("[aria-controls=ce-export]").await?;
    wait_for_focus(t, "#ce-export h3").await?;
    let script = "let wasTaken;
        addEventListener('click', (event) => { wasTaken = event.defaultPrevented; event.preventDefault(); }, { once: true });
        $(arguments[0]).click();
        return wasTaken;";
    for (link, is_taken) in [("#ce-export a", false), ("footer a[download]", true)] {
        let was_taken: bool = t.page.js(script, json!([link])).await?;
        assert_eq!(was_taken, is_taken, "{link}");
    }
    Ok(())
}

async fn a_clause_is_cited_as_the_element_cites_it(t: &mut Test) -> Result {
    let eid = "art_2__sec_7__para_2";
    open(t, &format!("lang='en' view='clause={eid}'"), "").await?;
    t.page
        .wait_until("the citation is there", "$('#ce-citation')")
        .await?;
    for (nth, style) in ["text", "bibtex", "ris", "csl-json", "wikipedia"]
        .into_iter()
        .enumerate()
    {
        choose(t, ".cite select", nth).await?;
        // A field has no carriage returns, whatever it is given.
        let agrees = format!(
            "$('#ce-citation').value === document.querySelector('clause-explorer').cite('{eid}', '{style}').replaceAll('\\r\\n', '\\n')"
        );
        t.page
            .wait_until(&format!("both cite as {style}"), &agrees)
            .await?;
    }
    Ok(())
}

async fn one_panel_at_a_time(t: &mut Test) -> Result {
    open(t, "lang='en'", "").await?;
    wait_for_count(t, 63).await?;
    let opened = "return [...root.querySelectorAll('.panel')].filter((panel) => panel.childElementCount && panel.getClientRects().length).map((panel) => panel.id);";
    let expanded = "return [...root.querySelectorAll('.panels [aria-expanded=true]')].map((button) => button.getAttribute('aria-controls'));";
    for id in ["ce-quote", "ce-export", "ce-share", "ce-quote"] {
        t.page.click(&format!("[aria-controls={id}]")).await?;
        wait_for_focus(t, &format!("#{id} h3")).await?;
        for script in [opened, expanded] {
            assert_eq!(t.page.js::<Vec<String>>(script, json!([])).await?, [id]);
        }
    }
    for id in ["ce-export", "ce-quote"] {
        t.page.click(&format!("[aria-controls={id}]")).await?;
        // What was open last closes by its own button.
        let is_open = format!("$('#{id} h3')");
        if id == "ce-quote" {
            t.page.wait_until("it is open", &is_open).await?;
        }
        wait_for_focus(t, &format!("#{id} h3")).await?;
        t.page.keys(Key::Escape + "").await?;
        wait_for_focus(t, &format!("[aria-controls={id}][aria-expanded=false]")).await?;
        assert_eq!(
            t.page.js::<Vec<String>>(opened, json!([])).await?,
            [] as [&str; 0]
        );
    }
    Ok(())
}

async fn paste(t: &Test, quote: &str) -> Result {
    let script = "const field = $('#ce-quoted');
        field.value = arguments[0];
        field.dispatchEvent(new InputEvent('input', { bubbles: true }));";
    Ok(t.page.js(script, json!([quote])).await?)
}

/// Puts words into the field for quotes and waits for this many findings.
async fn check(t: &Test, quote: &str, findings: usize) -> Result {
    paste(t, quote).await?;
    let are_there = format!(
        "$('#ce-quoted').value === {} && root.querySelectorAll('.findings li').length === {findings}",
        json!(quote)
    );
    Ok(t.page
        .wait_until(&format!("{findings} parts are judged"), &are_there)
        .await?)
}

/// For each part of the quote what is said first, and its struck out and underlined words.
async fn findings(t: &Test) -> Result<Vec<[String; 3]>> {
    let script = "return [...root.querySelectorAll('.findings li')].map((finding) => [
        finding.querySelector('p').textContent,
        ...['del', 'ins'].map((tag) => [...finding.querySelectorAll(tag)].map((words) => words.textContent).join('|')),
    ]);";
    Ok(t.page.js(script, json!([])).await?)
}

async fn quotes_are_checked(t: &mut Test) -> Result {
    const LINE: &str = "深化电气、油气、可再生能源、新能源、民用核能、能源技术装备";
    open(t, "lang='zh' view='sector=tourism'", "").await?;
    wait_for_count(t, 3).await?;
    press(t, "[aria-controls=ce-quote]").await?;
    wait_for_focus(t, "#ce-quote h3").await?;
    let number = "第二条 七、(二)";
    check(t, LINE, 1).await?;
    let exact = findings(t).await?.remove(0);
    assert!(exact[0].ends_with(number), "{exact:?}");
    assert_eq!(exact[1..], ["", ""]);

    check(t, &LINE.replace("民用", "军用"), 1).await?;
    let near = findings(t).await?.remove(0);
    assert!(near[0].ends_with(number), "{near:?}");
    assert_ne!(near[0], exact[0], "it is not called word for word");
    assert!(
        near[1].contains('军') && !near[1].contains('民'),
        "{near:?}"
    );
    assert!(
        near[2].contains('民') && !near[2].contains('军'),
        "{near:?}"
    );

    // Accents apart from their letters, as some systems copy them.
    paste(t, "a\u{301}mbitos como la electricidad").await?;
    t.page
        .wait_until(
            "they are composed",
            "$('#ce-quoted').value === 'ámbitos como la electricidad'",
        )
        .await?;
    let composed = findings(t).await?.remove(0);
    assert!(composed[0].contains("Español"), "{composed:?}");
    assert_eq!(composed[1..], ["", ""]);

    check(t, "the moon is made of green cheese", 1).await?;
    let absent = findings(t).await?.remove(0);
    assert_eq!(absent[1..], ["", ""]);
    t.page
        .wait_until("nothing is found", "!$('.findings button')")
        .await?;

    check(
        t,
        &format!("加强和平民用核能…the moon is made of green cheese ... {LINE}"),
        3,
    )
    .await?;
    let parts = findings(t).await?;
    assert_eq!(parts[1], absent);
    assert_eq!(parts[2], exact);
    assert_ne!(parts[0][0], absent[0]);

    press(t, ".findings li:last-child button").await?;
    let eid = "art_2__sec_7__para_2";
    wait_for_focus(t, &format!("#{eid}[aria-current=location]")).await?;
    wait_for_view(t, &format!("clause={eid}")).await?;
    wait_for_count(t, 63).await
}

async fn a_quote_is_no_markup(t: &mut Test) -> Result {
    open(t, "lang='zh'", "").await?;
    press(t, "[aria-controls=ce-quote]").await?;
    wait_for_focus(t, "#ce-quote h3").await?;
    let markup = "<b>民用核能</b><img src=x onerror=\"window.harmed = true\">";
    for quote in [
        markup.to_owned(),
        format!(
            "深化电气、油气、可再生能源、新能源、{markup}、能源技术装备、电动汽车及设备、地质和能源矿产资源等领域合作。"
        ),
    ] {
        check(t, &quote, 1).await?;
        let script = "return [root.querySelectorAll('#ce-quote :is(b, img)').length, window.harmed ?? false, $('.findings li').textContent.includes('<img')];";
        assert_eq!(
            t.page.js::<Value>(script, json!([])).await?,
            json!([0, false, true])
        );
    }
    Ok(())
}

async fn the_overview_needs_room(t: &mut Test) -> Result {
    let button = "[aria-controls=ce-overview]";
    for (width, is_open) in [(1000, true), (640, false)] {
        t.page.resize(width, 800).await?;
        open(t, "lang='en'", "").await?;
        wait_for_count(t, 63).await?;
        let script =
            "return [Boolean($('[part~=matrix]')), $(arguments[0]).getAttribute('aria-expanded')];";
        let state = |is_open: bool| json!([is_open, is_open.to_string()]);
        assert_eq!(
            t.page.js::<Value>(script, json!([button])).await?,
            state(is_open)
        );
        press(t, button).await?;
        wait_for_focus(t, &format!("{button}[aria-expanded={}]", !is_open)).await?;
        assert_eq!(
            t.page.js::<Value>(script, json!([button])).await?,
            state(!is_open)
        );
    }
    Ok(())
}

async fn a_cell_names_its_clauses(t: &mut Test) -> Result {
    t.page.resize(1000, 800).await?;
    open(t, "lang='en'", "").await?;
    wait_for_count(t, 63).await?;
    let held = "return $('.held').textContent;";
    let hint: String = t.page.js(held, json!([])).await?;
    // Energy and resources, deepen.
    let cell = "tbody tr:nth-child(8) td:nth-of-type(5) button";
    focus(t, cell).await?;
    let ask = format!(
        "{ELEMENT} return element.clauses('sector=energy-resources&action=deepen').map(({{ eid }}) => $(`#${{eid}} .numbers p`).textContent);"
    );
    let numbers: Vec<String> = t.page.js(&ask, json!([])).await?;
    assert_eq!(numbers.len(), 6);
    let named = format!(
        "$('.held').textContent === $({}).getAttribute('aria-label') + ' ' + {}",
        json!(cell),
        json!(numbers.join(" · "))
    );
    t.page.wait_until("its clauses are named", &named).await?;
    focus(t, ".overview [aria-controls]").await?;
    let is_hint = format!("$('.held').textContent === {}", json!(hint));
    t.page.wait_until("the hint is back", &is_hint).await?;
    Ok(())
}

async fn the_overview_is_a_picture_to_take_along(t: &mut Test) -> Result {
    t.page.resize(1000, 800).await?;
    // What cannot stand in XML, and what would be markup there, are a reader's words too.
    for (view, narrowed) in [
        ("", vec![]),
        ("topic=nuclear", vec!["Nuclear"]),
        (
            "topic=nuclear&q=<b>%26\"%01",
            vec!["Nuclear", "<b>&\"\u{fffd}"],
        ),
    ] {
        open(t, "lang='en'", "").await?;
        let set = format!("{ELEMENT} element.view = arguments[0];");
        let () = t.page.js(&set, json!([view])).await?;
        let script = format!(
            "{ELEMENT}
            const link = $('.overview a');
            const [kind, file] = link.getAttribute('href').split(/,(.*)/s);
            // The page's policy wants this of who parses.
            const policy = window.trustedTypes?.createPolicy('test', {{ createHTML: (text) => text }});
            const text = decodeURIComponent(file);
            const picture = new DOMParser().parseFromString(policy?.createHTML(text) ?? text, 'image/svg+xml');
            const words = [...picture.querySelectorAll('text')].map((text) => text.textContent).join(' ');
            return [
                kind, link.download === `${{element.plan.id}}.svg`, picture.querySelectorAll('parsererror').length, picture.documentElement.localName,
                [$('[part~=title]').textContent, $('footer a').textContent, ...arguments[0]].filter((words_) => !words.replaceAll(/\\s+/g, ' ').includes(words_)),
                picture.querySelector('title').textContent === $('[part~=title]').textContent,
            ];"
        );
        let labels: Vec<Value> = narrowed.iter().map(|label| json!(label)).collect();
        if !view.is_empty() {
            t.page.wait_until("the view is shown", "$('.chip')").await?;
        }
        assert_eq!(
            t.page.js::<Value>(&script, json!([labels])).await?,
            json!(["data:image/svg+xml;charset=utf-8", true, 0, "svg", [], true]),
            "{view}"
        );
    }
    Ok(())
}

async fn reading_closes_the_overview(t: &mut Test) -> Result {
    t.page.resize(1000, 800).await?;
    open(t, "lang='en'", "").await?;
    wait_for_count(t, 63).await?;
    press(t, "tbody tr:nth-child(8) td:nth-of-type(5) button").await?;
    wait_for_count(t, 6).await?;
    let label = "return $('.to-clauses').textContent;";
    assert_eq!(
        t.page.js::<String>(label, json!([])).await?,
        "Read 6 clauses"
    );
    press(t, ".to-clauses").await?;
    wait_for_focus(t, "[part~=list]").await?;
    t.page
        .wait_until(
            "the overview is closed and the clauses are at the top",
            "!$('[part~=matrix]') && !$('.to-clauses') && ((list, first) => first.top >= list.top && first.bottom <= list.bottom)($('[part~=list]').getBoundingClientRect(), $('article [part~=text]').getBoundingClientRect())",
        )
        .await?;
    wait_for_view(t, "sector=energy-resources&action=deepen").await
}

async fn an_unknown_eid_in_the_address_is_told(t: &mut Test) -> Result {
    let notices =
        "return [...root.querySelectorAll('.note[role=note]')].map((note) => note.textContent);";
    let notice = "Unknown to this plan, and so left out: art_9__para_9";
    for sync in ["none", "hash"] {
        let attributes = format!("lang='en' sync='{sync}'");
        open(t, &attributes, "#art_9__para_9").await?;
        wait_for_count(t, 63).await?;
        let shown = format!("$('.note[role=note]').textContent === {}", json!(notice));
        t.page.wait_until("the reader is told", &shown).await?;
        let error = json!({
            "code": "view",
            "message": "expected the eId of a clause, such as art_1__para_1; found “art_9__para_9”",
        });
        assert_eq!(
            told(t, "ce-error").await?,
            std::slice::from_ref(&error),
            "{sync}"
        );
        wait_for_view(t, "").await?;

        // One that there is takes its place; another place of the host's page is none of ours.
        let go = "location.hash = arguments[0];";
        let () = t.page.js(go, json!(["art_3__para_1"])).await?;
        t.page
            .wait_until(
                "the clause is opened and nothing is told any more",
                "$('#art_3__para_1[aria-current=location]') && !$('.note[role=note]')",
            )
            .await?;
        let () = t.page.js(go, json!(["art_9__para_9"])).await?;
        t.page
            .wait_until("the reader is told again", &shown)
            .await?;
        assert_eq!(told(t, "ce-error").await?, [error.clone(), error], "{sync}");

        for fragment in ["#comments", "#art_2__sec_7", ""] {
            open(t, &attributes, fragment).await?;
            wait_for_count(t, 63).await?;
            assert_eq!(
                t.page.js::<Vec<String>>(notices, json!([])).await?,
                [] as [&str; 0],
                "{fragment}"
            );
            assert_eq!(told(t, "ce-error").await?, [] as [Value; 0], "{fragment}");
        }
    }
    Ok(())
}
