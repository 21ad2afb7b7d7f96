//! A reader's whole path through the widget, by the keyboard alone.

use serde_json::{Value, json};
use thirtyfour::Key;

use super::overview::open_overview;
use super::steps::{focus, open, wait_for_focus, wait_for_view};
use super::{search, wait_for_count, with_clipboard};
use crate::runner::{Result, Test};

cases! {
    everywhere: [
        keyboard_reaches_filters_clauses_citations_pins_and_codes,
        overview_is_one_tab_stop_with_arrow_keys,
        skip_link_leads_past_the_tools_to_the_clauses,
    ],
    chromium: [
        selection_across_clauses_has_no_labels_of_controls,
    ],
}

/// Presses Tab, or Shift and Tab, until the focus is on a match of the selector. The focus must not
/// leave the widget.
async fn walk_to(t: &Test, css: &str, backward: bool) -> Result {
    /// More than the number of tab stops.
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

async fn keyboard_reaches_filters_clauses_citations_pins_and_codes(t: &mut Test) -> Result {
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

    let eid = "art_2__sec_7__para_2";
    let button = format!("#{eid} .open");
    walk_to(t, &button, false).await?;
    t.page.keys(Key::Enter + "").await?;
    t.page
        .wait_until(
            "the clause is open",
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
            "both languages are shown",
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
            "the clause is pinned",
            &format!("$('#{eid} .pin[aria-pressed=true]') && $('.pins').textContent.startsWith('1 pinned clause')"),
        )
        .await?;
    wait_for_focus(t, &pin).await?;
    let view = format!("{view}&pin={eid}");
    wait_for_view(t, &view).await?;

    walk_to(t, "[part~=share]", true).await?;
    t.page.keys(Key::Enter + "").await?;
    wait_for_focus(t, "#ce-share h3").await?;
    walk_to(t, "#ce-code-1 + button", false).await?;
    t.page.keys(Key::Enter + "").await?;
    t.page
        .wait_until(
            "the link is copied",
            "$('#ce-share [role=status]').textContent.startsWith('Copied: ') && copied === $('#ce-code-1').value",
        )
        .await?;
    wait_for_focus(t, "#ce-code-1 + button").await?;
    t.page.keys(Key::Escape + "").await?;
    wait_for_focus(t, "[part~=share]").await?;
    wait_for_view(t, &view).await?;

    // The shared link shows the same view.
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

/// Waits until the focus is on the button of a cell. The heads are row 0 and column 0.
async fn wait_for_cell(t: &Test, key: &str, row: usize, column: usize) -> Result {
    let is_there = format!(
        "root.activeElement?.closest('tr')?.rowIndex === {row} && root.activeElement.parentElement.cellIndex === {column}"
    );
    let description = format!("{key} moves the focus to row {row}, column {column}");
    Ok(t.page.wait_until(&description, &is_there).await?)
}

async fn overview_is_one_tab_stop_with_arrow_keys(t: &mut Test) -> Result {
    t.page.resize(1000, 800).await?;
    open(t, "lang='en'", "").await?;
    wait_for_count(t, 63).await?;
    open_overview(t).await?;
    let stops = "return [...$('#ce-overview').querySelectorAll('*')].filter((one) => one.tabIndex >= 0).map((one) => [one.closest('tr').rowIndex, one.parentElement.cellIndex]);";
    assert_eq!(
        t.page.js::<Value>(stops, json!([])).await?,
        json!([[0, 1]]),
        "the first head"
    );
    // The tab stop before the table saves it as an image.
    focus(t, ".overview a").await?;
    t.page.keys(Key::Tab + "").await?;
    wait_for_cell(t, "Tab", 0, 1).await?;
    t.page.keys(Key::Left + "").await?;
    wait_for_cell(t, "Left", 0, 1).await?;
    // Empty cells are skipped. The first sector has no clause that supports something.
    focus(t, "thead th:nth-of-type(6) button").await?;
    wait_for_cell(t, "Focusing", 0, 6).await?;
    let below: usize = t
        .page
        .js(
            "return [...$('[part~=matrix]').rows].findIndex((row, index) => index && row.cells[6].querySelector('button'));",
            json!([]),
        )
        .await?;
    assert!(below > 1);
    let last_in = "return [...$('[part~=matrix]').rows[arguments[0]].querySelectorAll('button')].at(-1).parentElement.cellIndex;";
    let last: usize = t.page.js(last_in, json!([below])).await?;
    let very_last: usize = t.page.js(last_in, json!([13])).await?;
    for (name, keys, row, column) in [
        ("Down", Key::Down + "", below, 6),
        ("End", Key::End + "", below, last),
        ("Home", Key::Home + "", below, 0),
        ("Down", Key::Down + "", below + 1, 0),
        ("Control+End", Key::Control + Key::End, 13, very_last),
        ("Right", Key::Right + "", 13, very_last),
        ("Control+Home", Key::Control + Key::Home, 0, 1),
    ] {
        t.page.keys(keys).await?;
        wait_for_cell(t, name, row, column).await?;
    }
    // Finance is row 3.
    focus(t, "tbody tr:nth-child(3) th button").await?;
    let filled: Vec<usize> = t
        .page
        .js(
            "return [...$('[part~=matrix]').rows[3].querySelectorAll('td button')].map((one) => one.parentElement.cellIndex);",
            json!([]),
        )
        .await?;
    assert!(filled.len() < 7, "{filled:?}");
    for &column in &filled {
        t.page.keys(Key::Right + "").await?;
        wait_for_cell(t, "Right", 3, column).await?;
    }
    // Enter filters: the overview closes, and the clauses follow. Opened again, it remembers its last button.
    let last = filled[filled.len() - 1];
    t.page.keys(Key::Enter + "").await?;
    t.page
        .wait_until("the cell filters", "$('[value=finance]').checked")
        .await?;
    wait_for_focus(t, "[part~=list]").await?;
    open_overview(t).await?;
    assert_eq!(
        t.page.js::<Value>(stops, json!([])).await?,
        json!([[3, last]])
    );
    focus(t, ".overview a").await?;
    t.page.keys(Key::Tab + "").await?;
    wait_for_cell(t, "Tab", 3, last).await?;
    t.page.keys(Key::Shift + Key::Tab).await?;
    wait_for_focus(t, ".overview a").await?;
    t.page.keys(Key::Tab + "").await?;
    wait_for_cell(t, "Tab", 3, last).await?;
    t.page.keys(Key::Tab + "").await?;
    t.page
        .wait_until(
            "the next stop is outside the table",
            "!root.activeElement.closest('[part~=matrix]')",
        )
        .await?;
    // When its cell becomes empty, the head of the row is the stop.
    search(t, "核能").await?;
    wait_for_focus(t, "[part~=search]").await?;
    open_overview(t).await?;
    t.page
        .wait_until(
            "the cell is empty",
            &format!("!$('[part~=matrix]').rows[3].cells[{last}].textContent"),
        )
        .await?;
    assert_eq!(t.page.js::<Value>(stops, json!([])).await?, json!([[3, 0]]));
    Ok(())
}

async fn skip_link_leads_past_the_tools_to_the_clauses(t: &mut Test) -> Result {
    for layout in ["article", "panel", "page"] {
        t.page.resize(1280, 720).await?;
        open(t, &format!("lang='en' layout='{layout}'"), "").await?;
        t.page
            .wait_until("the clauses are there", "$('article .open')")
            .await?;
        focus(t, "[part~=search]").await?;
        t.page.keys(Key::Tab + "").await?;
        wait_for_focus(t, ".skip").await?;
        let is_seen = "return $('.skip').getBoundingClientRect().width > 40;";
        assert!(t.page.js::<bool>(is_seen, json!([])).await?);
        t.page.keys(Key::Enter + "").await?;
        wait_for_focus(t, "[part~=list]").await?;
        t.page.keys(Key::Tab + "").await?;
        wait_for_focus(t, "article:first-of-type *").await?;
        // Without it, the way is not long either.
        let stops = "const all = [...root.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex]')];
            const shown = all.filter((one) => one.tabIndex >= 0 && !one.disabled && one.checkVisibility?.({ visibilityProperty: true }) !== false && (one.type !== 'radio' || one.checked));
            return shown.findIndex((one) => one.closest('article')) - shown.indexOf($('[part~=search]'));";
        let stops: i32 = t.page.js(stops, json!([])).await?;
        assert!((1..=40).contains(&stops), "{layout}: {stops}");
    }
    Ok(())
}

async fn selection_across_clauses_has_no_labels_of_controls(t: &mut Test) -> Result {
    open(t, "lang='en'", "").await?;
    wait_for_count(t, 63).await?;
    let script = "const [first, , third] = root.querySelectorAll('article');
        const selection = getSelection();
        selection.setBaseAndExtent(first, 0, third, third.childNodes.length);
        const copied = selection.toString();
        const parts = [first, third].flatMap((clause) => [...clause.querySelectorAll('[part~=text], [part~=number]')].map((part) => part.textContent));
        const labels = [...first.querySelectorAll('button, [part~=actions] *')].map((control) => control.textContent);
        return [parts.filter((part) => !copied.includes(part)), labels.filter((label) => copied.split('\\n').includes(label)), /Open|Pin|Link/.test(copied), labels.length > 3];";
    assert_eq!(
        t.page.js::<Value>(script, json!([])).await?,
        json!([[], [], false, true])
    );
    Ok(())
}
