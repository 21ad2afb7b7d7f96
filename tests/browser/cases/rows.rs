//! Rows of the list: what they consist of, and where their parts lie.

use serde_json::{Value, json};

use super::long_lists;
use super::pages::open_page;
use super::plans::plan_json;
use super::{ELEMENT, built, listening};
use crate::runner::{Result, Test};

cases! {
    everywhere: [
        long_numbers_lie_beside_the_texts,
        new_marks_come_to_the_first_rows_first,
    ],
    anywhere: [
        a_row_has_few_nodes,
    ],
}

/// The list may have a thousand rows: nodes cost time at the start and in each layout.
async fn a_row_has_few_nodes(t: &mut Test) -> Result {
    /// Two numbers, a text, the group of tags and the actions, with their text nodes.
    const NODES: usize = 14;
    const NODES_OF_A_TAG: usize = 2;
    open_page(t, "<clause-explorer lang=en></clause-explorer>").await?;
    let script = "const rows = [...root.querySelectorAll('article')].filter((row) => !row.querySelector('.note'));
        return rows.map((row) => {
            const walker = document.createTreeWalker(row, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
            let nodes = 0;
            while (walker.nextNode()) nodes += 1;
            return [row.id, nodes, row.querySelectorAll('.tags button').length];
        });";
    let rows: Vec<(String, usize, usize)> = t.page.js(script, json!([])).await?;
    assert!(rows.len() > 50, "{rows:?}");
    for (eid, nodes, tags) in rows {
        let most = NODES + tags * NODES_OF_A_TAG;
        assert!(nodes <= most, "{eid}: {nodes} nodes, {tags} tags");
    }
    Ok(())
}

/// Numbers of large plans, and some that have no place to break.
async fn long_numbers_lie_beside_the_texts(t: &mut Test) -> Result {
    let mut plan: Value = serde_json::from_str(&plan_json("content"))?;
    let endless = "9".repeat(60);
    let numbers = [
        ["第二十九条 二十一、(九)", "Article 29.21(9)"],
        ["第二百二十九条 九百九十九、(九)", "Article 1229.1999(999)"],
        [
            "第二百二十九条第九百九十九项之二十一",
            "Supplementary provision 29",
        ],
        [endless.as_str(); 2],
    ];
    for (nth, [original, reading]) in numbers.into_iter().enumerate() {
        let number = &mut plan["clauses"][nth]["number"];
        number["zh"] = original.into();
        number["en"] = reading.into();
    }
    let body = "<clause-explorer loading=eager src=plan.json></clause-explorer>";
    let site = listening(built(), body, "").page("/plan.json", plan.to_string());
    let site = t.site(site);
    for (width, view) in [
        (320, "lang=en"),
        (700, "lang=en"),
        (1280, "lang=en"),
        (1280, "lang=zh"),
        (1280, "lang=en&compare=zh"),
    ] {
        t.page.resize(width, 800).await?;
        t.page.open("about:blank").await?;
        t.page.open(&site.url("/test.html")).await?;
        let ready = format!(
            "{ELEMENT} await element.ready; element.view = '{view}'; await new Promise(requestAnimationFrame);"
        );
        let () = t.page.js_async(&ready, json!([])).await?;
        let script = "const boxOf = (node) => { const range = document.createRange(); range.selectNodeContents(node); return range.getBoundingClientRect(); };
            const crosses = (a, b) => Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1 && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 1;
            return [...root.querySelectorAll('article')].slice(0, 6).flatMap((row) => {
                const own = row.getBoundingClientRect(), inner = [...row.querySelectorAll('.number, [part~=text], button, a')];
                const boxes = inner.map((one) => [one.className || one.part.value || one.textContent, boxOf(one)]);
                return boxes.flatMap(([name, box], nth) => [
                    ...(box.left < own.left - 1 || box.right > own.right + 1 || box.bottom > own.bottom + 1 ? [`${row.id}: ${name} leaves the row`] : []),
                    ...boxes.slice(nth + 1).filter(([, other]) => crosses(box, other)).map(([other]) => `${row.id}: ${name} lies over ${other}`),
                ]);
            });";
        let faults: Vec<String> = t.page.js(script, json!([])).await?;
        assert!(faults.is_empty(), "{width} px, {view}: {faults:?}");
    }
    Ok(())
}

/// All clauses have both words, so that the same rows stay.
async fn new_marks_come_to_the_first_rows_first(t: &mut Test) -> Result {
    const COUNT: usize = 600;
    long_lists::open(t, COUNT, "", "layout=panel").await?;
    let script = "const count = arguments[0], rows = () => [...root.querySelectorAll('article')];
        const until = async (is) => { while (!is()) await new Promise((done) => setTimeout(done, 20)); };
        await until(() => rows().length === count);
        const before = rows(), button = before[count / 2].querySelector('.pin');
        button.focus({ preventScroll: true });
        const type = (words) => { $('input[part~=search]').value = words; $('input[part~=search]').dispatchEvent(new InputEvent('input', { bubbles: true })); };
        const marked = (words) => before.filter((row) => row.querySelector('mark')?.textContent === words).length;
        // Which row is marked last, and how many had the first word when the second one came.
        let first = 0, isLastMarked = false;
        const observer = new MutationObserver(() => {
            if (marked('合作') && !first) setTimeout(() => type('贸易'));
            if (marked('合作')) first = Math.max(first, marked('合作'));
            if (marked('贸易') === 0) isLastMarked ||= Boolean(before.at(-1).querySelector('mark'));
        });
        observer.observe($('[part~=list]'), { subtree: true, childList: true });
        type('合作');
        await until(() => marked('贸易') === count);
        observer.disconnect();
        const isSame = rows().every((row, nth) => row === before[nth]);
        return [first, isLastMarked, isSame, root.activeElement === button].map(Number);";
    let [first, is_last_marked, is_same, is_focused]: [usize; 4] =
        t.page.js_async(script, json!([COUNT])).await?;
    assert!(
        first < COUNT,
        "{first} rows were marked before the second word"
    );
    assert_eq!([is_last_marked, is_same, is_focused], [0, 1, 1]);
    Ok(())
}
