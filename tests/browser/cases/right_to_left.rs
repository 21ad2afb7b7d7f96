//! A document that is written from right to left, alone and beside one from left to right.

use compile::Source;
use serde_json::{Value, json};

use super::documents::{folder, nothing_overflows, start};
use super::steps::{press, select};
use super::{wait_for_count, wait_for_ready};
use crate::runner::{Result, Test};

cases! {
    everywhere: [
        everything_begins_at_the_right,
        texts_beside_each_other_keep_their_directions,
    ],
    anywhere: [
        images_begin_at_the_right,
    ],
}

async fn open(t: &mut Test, rest: &str, clauses: usize) -> Result {
    let site = start(t, "decree", &Source::read(&folder("arabic-decree"))?)?;
    t.page.resize(1000, 800).await?;
    t.page
        .open(&site.url(&format!("/embed.html{rest}")))
        .await?;
    wait_for_count(t, clauses).await?;
    wait_for_ready(t).await
}

async fn everything_begins_at_the_right(t: &mut Test) -> Result {
    let item = "art_2__para_2__list_1__point_2";
    open(t, &format!("?lang=ar&q=ه#{item}"), 3).await?;
    t.page
        .wait_until(
            "the clause is opened",
            "$('[aria-current] .cite textarea').value",
        )
        .await?;
    // The bar of the first value is half as long as that of the second. For each, the distance from the right is less than that from the left.
    let script = "const sides = (css, around) => {
            const [one, whole] = [$(css), $(around)].map((it) => it.getBoundingClientRect());
            return one.width > 0 && whole.right - one.right < one.left - whole.left;
        };
        const clause = '#art_2__para_2', item = getComputedStyle($('li[aria-current]'));
        return {
            root: getComputedStyle($('.root')).direction,
            number: sides(`${clause} > .number`, clause), facets: sides('[part~=facets]', '.root'), search: sides('.search', '.tools'),
            checkbox: sides('[part~=option] input', '[part~=option]'), tags: sides(`${clause} .tags button`, clause),
            bar: sides('.bar rect', '.bar'),
            item: [item.direction, item.borderRightStyle, item.borderLeftStyle],
            quotation: getComputedStyle($('.rich blockquote')).borderRightStyle, table: sides('td:first-child', 'table'),
            footnote: getComputedStyle($('.footnotes p')).direction, citation: getComputedStyle($('.cite textarea')).direction,
            marks: [...new Set([...root.querySelectorAll('mark')].map((mark) => mark.textContent))],
        };";
    let found: Value = t.page.js(script, json!([])).await?;
    assert_eq!(
        found,
        json!({
            "root": "rtl", "number": true, "facets": true, "search": true, "checkbox": true, "tags": true, "bar": true,
            "item": ["rtl", "solid", "none"], "quotation": "solid", "table": true, "footnote": "rtl", "citation": "rtl",
            "marks": ["ه"],
        })
    );
    // Codes and addresses are written from left to right.
    select(t, ".cite select", 3).await?;
    t.page
        .wait_until(
            "the entry is shown",
            "$('.cite textarea').value.startsWith('@misc') && getComputedStyle($('.cite textarea')).direction === 'ltr'",
        )
        .await?;
    nothing_overflows(t).await
}

async fn texts_beside_each_other_keep_their_directions(t: &mut Test) -> Result {
    open(t, "?lang=ar&compare=en", 4).await?;
    let script = "const [arabic, english] = root.querySelectorAll('#art_1__para_1 [part~=text]');
        const missing = root.querySelectorAll('#art_1__para_2 [part~=text]')[1];
        return [[arabic, english, missing].map((text) => [text.lang, getComputedStyle(text).direction]),
            arabic.getBoundingClientRect().left > english.getBoundingClientRect().right];";
    let found: Value = t.page.js(script, json!([])).await?;
    let directions = json!([["ar", "rtl"], ["en", "ltr"], ["ar", "rtl"]]);
    assert_eq!(found, json!([directions, true]));
    // In English, the widget is English, and the Arabic is at the right.
    open(t, "?lang=en&compare=ar", 4).await?;
    let script = "const [english, arabic] = root.querySelectorAll('#art_1__para_1 [part~=text]');
        return [$('.root').dir, $('[part~=search]').placeholder, getComputedStyle(arabic).direction,
            arabic.getBoundingClientRect().left > english.getBoundingClientRect().right];";
    let found: Value = t.page.js(script, json!([])).await?;
    assert_eq!(found, json!(["ltr", "Search the plan", "rtl", true]));
    nothing_overflows(t).await?;
    // A card leads to the left.
    let site = start(t, "decree", &Source::read(&folder("arabic-decree"))?)?;
    let card = site.url("/embed.html?lang=ar&layout=card&pin=art_1__para_1");
    t.page.open(&card).await?;
    Ok(t.page
        .wait_until(
            "the arrow points on",
            "$('figcaption a').textContent.endsWith('←')",
        )
        .await?)
}

async fn images_begin_at_the_right(t: &mut Test) -> Result {
    open(t, "?lang=ar#art_1__para_1", 4).await?;
    t.page
        .wait_until("the clause is opened", "$('[data-image=svg]')")
        .await?;
    let catch = "HTMLAnchorElement.prototype.click = function () {};
        URL.createObjectURL = (blob) => (blob.text().then((text) => (window.saved = text)), 'blob:none');";
    let () = t.page.js(catch, json!([])).await?;
    press(t, "[data-image=svg]").await?;
    t.page.wait_until("a file is saved", "window.saved").await?;
    let script =
        "const all = (pattern) => [...saved.matchAll(pattern)].map(([, ...found]) => found);
        return [all(/<text x=\"(\\d+)\"[^>]* direction=\"(\\w+)\"/g), all(/<rect x=\"(\\d+)\"/g)];";
    let [lines, bar]: [Value; 2] = t.page.js(script, json!([])).await?;
    assert_eq!(lines[0], json!(["1098", "rtl"]), "{lines}");
    assert_eq!(bar, json!([["1134"]]));
    Ok(())
}
