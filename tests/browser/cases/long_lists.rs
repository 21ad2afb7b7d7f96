//! Plans of thousands of clauses: only the rows near the visible part of the list are in the document.

use serde_json::{Value, json};

use super::plans::plan_json;
use super::{ELEMENT, built, listening, search, wait_for_count, wait_for_ready};
use crate::runner::{Result, Test};

cases! {
    everywhere: [
        long_list_is_searched_and_opened,
        long_list_scrolls_without_a_jump,
        long_list_is_printed_whole,
        rows_of_a_middling_list_follow,
        article_shows_the_first_rows_of_a_long_list,
        focus_and_selection_stay_in_a_long_list,
    ],
    anywhere: [a_hundred_thousand_clauses_are_explored],
}

/// How many clauses a section and how many sections an article of the plan has.
const TEN: usize = 10;

/// Returns a plan with this many clauses, of very different lengths. Every hundredth has the word 核能.
pub(super) fn plan(count: usize) -> Result<String> {
    let mut plan: Value = serde_json::from_str(&plan_json("tests/content/small"))?;
    let (mut divisions, mut clauses) = (Vec::new(), Vec::new());
    let text = |text: String| json!({ "zh": text });
    for nth in 0..count {
        let [article, section] = [nth / (TEN * TEN) + 1, nth / TEN % TEN + 1];
        if nth % (TEN * TEN) == 0 {
            divisions.push(json!({ "eid": format!("art_{article}"), "parent": null, "number": text(format!("第{article}条")), "heading": text("合作".to_owned()) }));
        }
        if nth % TEN == 0 {
            let parent = (article - 1) * (TEN + 1);
            divisions.push(json!({ "eid": format!("art_{article}__sec_{section}"), "parent": parent, "number": text(format!("{section}、")), "heading": text("贸易".to_owned()) }));
        }
        let word = if nth % 100 == 50 { "核能" } else { "经济" };
        let sentences = format!("加强{word}合作，便利贸易。").repeat(1 + nth * 7 % 23);
        clauses.push(json!({ "eid": eid(nth), "division": divisions.len() - 1, "number": text(format!("({nth})")), "text": text(sentences), "tags": [] }));
    }
    plan["divisions"] = divisions.into();
    plan["clauses"] = clauses.into();
    plan["overview"] = Value::Null;
    plan["source"]["endsIn"] = Value::Null;
    Ok(plan.to_string())
}

/// Returns the eId of the nth clause, from 0.
fn eid(nth: usize) -> String {
    let [article, section] = [nth / (TEN * TEN) + 1, nth / TEN % TEN + 1];
    format!("art_{article}__sec_{section}__para_{}", nth % TEN + 1)
}

/// Opens a page with a plan of this many clauses, and waits until it is ready.
pub(super) async fn open(t: &mut Test, count: usize, fragment: &str, attributes: &str) -> Result {
    t.page.resize(900, 800).await?;
    let body =
        format!("<clause-explorer loading=eager src=plan.json {attributes}></clause-explorer>");
    let site = listening(built(), &body, "").page("/plan.json", plan(count)?);
    let site = t.site(site);
    t.page.open("about:blank").await?;
    t.page
        .open(&site.url(&format!("/test.html{fragment}")))
        .await?;
    wait_for_ready(t).await
}

/// Waits until the row of a clause is in the window and in the list's box.
async fn wait_for_row(t: &Test, nth: usize) -> Result {
    let is_seen = format!(
        "((row, list) => row.height > 0 && row.top < Math.min(list.bottom, innerHeight) && row.bottom > Math.max(list.top, 0))
            ($('#{}').getBoundingClientRect(), $('[part~=list]').getBoundingClientRect())",
        eid(nth)
    );
    let what = format!("clause {nth} is in sight");
    Ok(t.page.wait_until(&what, &is_seen).await?)
}

async fn go_to(t: &Test, nth: usize) -> Result {
    let go = format!("{ELEMENT} return element.goTo('{}');", eid(nth));
    assert!(t.page.js_async::<bool>(&go, json!([])).await?);
    wait_for_row(t, nth).await
}

/// Returns the first and last position of the rows in the document, from 0, and how many there are.
async fn rows(t: &Test) -> Result<[usize; 3]> {
    let script = "const rows = [...root.querySelectorAll('article')];
        return [rows[0], rows.at(-1)].map((row) => row.ariaPosInSet - 1).concat(rows.length);";
    Ok(t.page.js(script, json!([])).await?)
}

async fn long_list_is_searched_and_opened(t: &mut Test) -> Result {
    const COUNT: usize = 3000;
    for layout in ["panel", "page", "article"] {
        // A view scrolls only a list that scrolls by itself; an address scrolls the page.
        if layout == "panel" {
            let view = format!("clause={}", eid(2000));
            open(t, COUNT, "", &format!("layout=panel view='{view}'")).await?;
            wait_for_row(t, 2000).await?;
        }
        let fragment = format!("#{}", eid(2000));
        open(t, COUNT, &fragment, &format!("layout={layout}")).await?;
        wait_for_row(t, 2000).await?;
        for nth in [0, COUNT / 2, COUNT - 1, 4] {
            go_to(t, nth).await?;
            let [first, last, count] = rows(t).await?;
            assert!((first..=last).contains(&nth), "{first} {nth} {last}");
            assert_eq!(last - first + 1, count);
            assert!(count < 250, "{count} rows");
            // Screen readers learn how many clauses there are, and in which division the first row is.
            let told = format!(
                "const rows = [...root.querySelectorAll('article')];
                return [$('#{}').ariaSetSize, `${{rows.every((row) => row.ariaSetSize === '{COUNT}')}}`,
                    `${{[...root.querySelectorAll('[part~=list] :is(h3, h4)')].filter((one) => one.compareDocumentPosition(rows[0]) === 4).length}}`];",
                eid(nth)
            );
            let told: [String; 3] = t.page.js(&told, json!([])).await?;
            assert_eq!(told, [&COUNT.to_string(), "true", "2"], "{layout} {nth}");
        }
        search(t, "核能").await?;
        wait_for_count(t, COUNT / 100).await?;
        search(t, "贸易").await?;
        t.page
            .wait_until(
                "the list is at its start",
                "$('[part~=status]').textContent.startsWith('3,000') && root.querySelector('article').ariaPosInSet === '1'",
            )
            .await?;
        let removed = format!("{ELEMENT} element.remove(); return element.isConnected;");
        assert!(!t.page.js::<bool>(&removed, json!([])).await?);
    }
    Ok(())
}

/// Scrolls what scrolls the rows, and waits until the rows are there.
const SCROLL: &str = "
    const list = $('[part~=list]');
    const scroller = getComputedStyle(list).overflowY === 'auto' ? list : window;
    const scroll = (top) => scroller.scrollBy({ top, behavior: 'instant' });
    const settled = async () => {
        for (let frames = 0; frames < 4; frames++) await new Promise((done) => requestAnimationFrame(() => setTimeout(done, 10)));
    };
    const bounds = () => {
        const { top, bottom } = list.getBoundingClientRect();
        return [Math.max(top, 0), Math.min(bottom, innerHeight)];
    };
    const inMiddle = () => {
        const [top, bottom] = bounds();
        return [...root.querySelectorAll('article')].find((row) => row.getBoundingClientRect().bottom > (top + bottom) / 2);
    };
";

async fn long_list_scrolls_without_a_jump(t: &mut Test) -> Result {
    for layout in ["panel", "page"] {
        open(t, 3000, "", &format!("layout={layout}")).await?;
        go_to(t, 1500).await?;
        for by in [400, -400] {
            let script = "root.activeElement?.blur();
                const jumps = [];
                const first = root.querySelector('article').ariaPosInSet;
                for (let step = 0; step < 60; step++) {
                    scroll(arguments[0]);
                    const row = inMiddle();
                    if (!row) { jumps.push('nothing in the middle'); break; }
                    const before = row.getBoundingClientRect().top;
                    await settled();
                    const moved = row.getBoundingClientRect().top - before;
                    if (!row.isConnected || Math.abs(moved) > 2) jumps.push(`${row.id} by ${moved}`);
                }
                if (root.querySelector('article').ariaPosInSet === first) jumps.push('no other rows');
                return jumps;";
            let jumps: Vec<String> = t
                .page
                .js_async(&format!("{SCROLL}{script}"), json!([by]))
                .await?;
            assert!(jumps.is_empty(), "{layout} {by}: {jumps:?}");
        }
        // A jump into rows that are not there.
        let far = "scroll(1e5); for (let tries = 0; tries < 100; tries++) {
                await settled();
                const [top, bottom] = bounds();
                // The middle itself may be a heading's.
                if (inMiddle() && root.querySelector('article').getBoundingClientRect().top < (top + bottom) / 2) return true;
            }
            return false;";
        let is_there: bool = t
            .page
            .js_async(&format!("{SCROLL}{far}"), json!([]))
            .await?;
        assert!(is_there, "{layout}");
    }
    Ok(())
}

async fn long_list_is_printed_whole(t: &mut Test) -> Result {
    open(t, 1500, "", "layout=panel").await?;
    go_to(t, 700).await?;
    let printed = "const top = () => $('#art_8__sec_1__para_1').getBoundingClientRect().top;
        const before = top();
        dispatchEvent(new Event('beforeprint'));
        await null;
        const all = root.querySelectorAll('article').length;
        dispatchEvent(new Event('afterprint'));
        await new Promise((done) => setTimeout(done, 500));
        return [all, root.querySelectorAll('article').length, Math.round(Math.abs(top() - before))];";
    let [all, then, moved]: [usize; 3] = t.page.js_async(printed, json!([])).await?;
    assert_eq!(all, 1500);
    // WebKit brings it back only almost.
    assert!(then < 250 && moved < 100, "{then} rows, {moved} px");
    // A script that prints waits for no rendering: the widget's own button renders first.
    let pressed =
        "window.print = () => { window.printed = root.querySelectorAll('article').length; };
        [...root.querySelectorAll('.panels > button')].at(-1).click();
        await new Promise((done) => setTimeout(done, 500));
        dispatchEvent(new Event('afterprint'));
        return window.printed;";
    assert_eq!(t.page.js_async::<usize>(pressed, json!([])).await?, 1500);
    Ok(())
}

/// Up to a thousand, all rows are in the document, for the browser's own search.
async fn rows_of_a_middling_list_follow(t: &mut Test) -> Result {
    for layout in ["panel", "article"] {
        open(t, 300, "", &format!("layout={layout}")).await?;
        wait_for_count(t, 300).await?;
        let hidden = "return [...root.querySelectorAll('article')].filter((row) => row.hidden && (row.hidden === 'until-found' || !('onbeforematch' in document))).length;";
        let hidden: usize = t.page.js(hidden, json!([])).await?;
        assert_eq!(hidden, if layout == "panel" { 0 } else { 290 });
        search(t, "核能").await?;
        wait_for_count(t, 3).await?;
        search(t, "贸易").await?;
        wait_for_count(t, 300).await?;
        go_to(t, 299).await?;
    }
    Ok(())
}

/// The others follow when the reader asks for all.
async fn article_shows_the_first_rows_of_a_long_list(t: &mut Test) -> Result {
    open(t, 1500, "", "layout=article").await?;
    wait_for_row(t, 0).await?;
    let rows = "return root.querySelectorAll('article').length;";
    assert_eq!(t.page.js::<usize>(rows, json!([])).await?, 10);
    t.page.click(".show-all button").await?;
    go_to(t, 1400).await
}

async fn focus_and_selection_stay_in_a_long_list(t: &mut Test) -> Result {
    open(t, 3000, "", "layout=page").await?;
    go_to(t, 1500).await?;
    let script = "const button = inMiddle().querySelector('.pin');
        button.focus({ preventScroll: true });
        for (let step = 0; step < 40; step++) { scroll(500); await settled(); }
        const kept = root.activeElement === button;
        scroll(3e5);
        for (let tries = 0; tries < 100 && root.activeElement === button; tries++) await settled();
        return [`${kept}`, root.activeElement?.part.value];";
    let found: [String; 2] = t
        .page
        .js_async(&format!("{SCROLL}{script}"), json!([]))
        .await?;
    assert_eq!(found, ["true", "list"]);
    go_to(t, 500).await?;
    let script = "root.activeElement?.blur();
        const text = inMiddle().querySelector('[part~=text]');
        getSelection().selectAllChildren(text);
        const before = `${getSelection()}`;
        for (let step = 0; step < 40; step++) { scroll(500); await settled(); }
        return [`${text.isConnected}`, `${`${getSelection()}` === before && before !== ''}`];";
    let found: [String; 2] = t
        .page
        .js_async(&format!("{SCROLL}{script}"), json!([]))
        .await?;
    assert_eq!(found, ["true", "true"]);
    Ok(())
}

async fn a_hundred_thousand_clauses_are_explored(t: &mut Test) -> Result {
    const COUNT: usize = 100_000;
    open(
        t,
        COUNT,
        "",
        &format!("layout=panel view='clause={}'", eid(61_234)),
    )
    .await?;
    wait_for_row(t, 61_234).await?;
    for nth in [COUNT - 1, 0, COUNT / 2] {
        go_to(t, nth).await?;
    }
    search(t, "核能").await?;
    t.page
        .wait_until(
            "the matches are listed, each with a row",
            "$('[part~=status]').textContent.startsWith('1,000 of') && root.querySelectorAll('article').length === 1000",
        )
        .await?;
    search(t, "").await?;
    t.page
        .wait_until(
            "all are listed",
            "$('[part~=status]').textContent.startsWith('100,000 of') && root.querySelectorAll('article').length < 250",
        )
        .await?;
    // As far as the browser can: the first ten thousand.
    let printed = "dispatchEvent(new Event('beforeprint'));
        await null;
        const count = root.querySelectorAll('article').length;
        dispatchEvent(new Event('afterprint'));
        await new Promise((done) => setTimeout(done, 500));
        return [count, root.querySelectorAll('article').length];";
    let [printed, then]: [usize; 2] = t.page.js_async(printed, json!([])).await?;
    assert_eq!(printed, 10_000);
    assert!(then < 250, "{then} rows");
    let removed = format!("{ELEMENT} element.remove(); return element.isConnected;");
    assert!(!t.page.js::<bool>(&removed, json!([])).await?);
    Ok(())
}
