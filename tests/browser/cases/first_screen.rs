//! Clauses first: what is seen without scrolling, in which width, and how the page scrolls over an article.

use serde_json::json;

use super::{built, open_page, search, wait_for_count};
use crate::runner::{Result, Test};

cases! {
    everywhere: [
        whole_clauses_are_above_the_fold,
        no_parent_makes_it_vanish,
        bar_sticks_below_the_bar_of_the_host,
        rest_of_an_article_is_hidden_until_found,
        links_show_hidden_clauses,
        filters_are_a_sheet_on_a_phone,
        a_panel_is_no_higher_than_its_content,
    ],
    anywhere: [page_scrolls_over_an_article],
}

/// The clauses that are wholly in the window.
const WHOLE: &str = "[...root.querySelectorAll('article')].filter((one) => {
    const { top, bottom, height } = one.getBoundingClientRect();
    return height > 20 && top >= 0 && bottom <= innerHeight;
}).length";

/// Styles elements as their `data-style` says.
const STYLE: &str = "for (const one of document.querySelectorAll('[data-style]')) one.style.cssText = one.dataset.style;";

async fn whole_clauses_are_above_the_fold(t: &mut Test) -> Result {
    let site = t.site(built());
    // The scroll bar of a desktop browser takes 15 pixels, that of a phone none.
    for (width, height, least) in [(390 + 15, 844, 2), (1280, 720, 3)] {
        t.page.resize(width, height).await?;
        t.page
            .open(&site.url("/embed.html?lang=en&compare=zh"))
            .await?;
        wait_for_count(t, 63).await?;
        t.page
            .wait_until(
                &format!("{least} whole clauses are in {width}×{height}"),
                &format!("{WHOLE} >= {least}"),
            )
            .await?;
    }
    Ok(())
}

async fn no_parent_makes_it_vanish(t: &mut Test) -> Result {
    let parents = [
        "<div style='display:flex;flex-direction:column;align-items:center'>IT</div>",
        "<div style='display:flex'>IT<p>beside</p></div>",
        "<div style='display:grid;justify-items:start'>IT</div>",
        "<div style='float:left'>IT</div>",
        "<div style='display:inline-block'>IT</div>",
        "<div style='position:absolute'>IT</div>",
        "<div style='inline-size:fit-content'>IT</div>",
        "<table><tr><td>IT<td>beside</table>",
    ];
    for width in [390, 1280] {
        t.page.resize(width, 800).await?;
        for parent in parents {
            // The policy of the page allows styles by script only.
            let parent = parent.replace("style=", "data-style=");
            let element = "<clause-explorer lang='en' loading='eager'></clause-explorer>";
            open_page(t, &parent.replace("IT", element)).await?;
            let () = t.page.js(STYLE, json!([])).await?;
            wait_for_count(t, 63).await?;
            let found: [f64; 3] = t
                .page
                .js(
                    "return [document.querySelector('clause-explorer').getBoundingClientRect().width, document.documentElement.scrollWidth, innerWidth];",
                    json!([]),
                )
                .await?;
            let [wide, page, window] = found;
            let least = if window < 500.0 { 280.0 } else { 600.0 };
            assert!(wide >= least, "{width} {parent}: {wide} px wide");
            assert!(
                page <= window,
                "{width} {parent}: the page is {page} px wide"
            );
        }
    }
    Ok(())
}

async fn bar_sticks_below_the_bar_of_the_host(t: &mut Test) -> Result {
    for (padding, bar) in [
        ("", "position:fixed;top:0;left:0;right:0;height:60px"),
        ("", "position:sticky;top:0;height:60px"),
        ("60px", "position:static;height:60px"),
    ] {
        let filler = "<p>article</p>".repeat(20);
        let body = format!(
            "<header data-style='{bar};z-index:9;background:gray'>site</header>{filler}<clause-explorer loading='eager'></clause-explorer>{filler}"
        );
        open_page(t, &body).await?;
        let () = t.page.js(STYLE, json!([])).await?;
        let root = "document.documentElement.style.scrollPaddingTop = arguments[0];";
        let () = t.page.js(root, json!([padding])).await?;
        wait_for_count(t, 63).await?;
        let () = t
            .page
            .js(
                "scrollTo(0, $('article:nth-of-type(3)').getBoundingClientRect().top + scrollY - 300);",
                json!([]),
            )
            .await?;
        t.page
            .wait_until(
                "the search is below the host's bar",
                "Math.abs($('.tools').getBoundingClientRect().top - 60) < 2",
            )
            .await?;
        // Where the search goes, clauses follow: the first match is not behind the bars.
        search(t, "合作").await?;
        t.page
            .wait_until(
                "the first clause is below the search",
                "$('mark') && $('article').getBoundingClientRect().top >= $('.tools').getBoundingClientRect().bottom - 1",
            )
            .await?;
    }
    Ok(())
}

async fn rest_of_an_article_is_hidden_until_found(t: &mut Test) -> Result {
    open_page(
        t,
        "<clause-explorer lang='en' loading='eager'></clause-explorer>",
    )
    .await?;
    wait_for_count(t, 63).await?;
    t.page
        .wait_until(
            "all clauses are in the document, ten of them are shown",
            "root.querySelectorAll('article').length === 63
             && [...root.querySelectorAll('article')].filter((row) => row.getBoundingClientRect().height > 20).length === 10
             && $('.show-all').textContent === 'Show all 63 clauses'",
        )
        .await?;
    // The browser may paint a row before the widget lets the browser's search find it.
    let row = "const row = root.querySelectorAll('article')[40];
        row.setAttribute('hidden', 'hidden');
        return row.offsetHeight;";
    assert_eq!(t.page.js::<i64>(row, json!([])).await?, 0);
    let () = t
        .page
        .js("$('.show-all button').click();", json!([]))
        .await?;
    t.page
        .wait_until(
            "all are shown, and the first new one has the focus",
            "![...root.querySelectorAll('article')].some((row) => row.hidden) && root.activeElement === root.querySelectorAll('article')[10] && !$('.show-all')",
        )
        .await?;
    // The browser's own search announces what it has found.
    open_page(
        t,
        "<clause-explorer lang='en' loading='eager'></clause-explorer>",
    )
    .await?;
    wait_for_count(t, 63).await?;
    let () = t
        .page
        .js(
            "root.querySelectorAll('article')[40].dispatchEvent(new Event('beforematch', { bubbles: true }));",
            json!([]),
        )
        .await?;
    t.page
        .wait_until(
            "all are shown",
            "![...root.querySelectorAll('article')].some((row) => row.hidden)",
        )
        .await?;
    Ok(())
}

async fn links_show_hidden_clauses(t: &mut Test) -> Result {
    let body = format!(
        "{}<clause-explorer loading='eager'></clause-explorer>",
        "<p>article</p>".repeat(40)
    );
    open_page(t, &body).await?;
    wait_for_count(t, 63).await?;
    let there: bool = t
        .page
        .js_async(
            "return document.querySelector('clause-explorer').goTo('art_3__para_3');",
            json!([]),
        )
        .await?;
    assert!(there);
    t.page
        .wait_until(
            "the clause is in the window, below the search",
            "$('#art_3__para_3').getBoundingClientRect().top >= $('.tools').getBoundingClientRect().bottom - 1
             && $('#art_3__para_3').getBoundingClientRect().top < innerHeight",
        )
        .await?;
    Ok(())
}

async fn filters_are_a_sheet_on_a_phone(t: &mut Test) -> Result {
    t.page.resize(390, 740).await?;
    open_page(
        t,
        "<clause-explorer lang='en' loading='eager'></clause-explorer>",
    )
    .await?;
    wait_for_count(t, 63).await?;
    t.page.click(".open-facets").await?;
    t.page
        .wait_until(
            "the sheet is open, and its foot is in view",
            "$('#ce-facets').matches(':popover-open') && $('.done button').getBoundingClientRect().bottom <= innerHeight",
        )
        .await?;
    t.page.click("[value=finance]").await?;
    t.page
        .wait_until(
            "the foot shows the count",
            "$('.done button').textContent === 'Show 3 clauses'",
        )
        .await?;
    t.page.click(".done button").await?;
    t.page
        .wait_until(
            "the sheet is closed",
            "!$('#ce-facets').getClientRects().length && $('.open-facets').textContent === 'Filters (1)'",
        )
        .await?;
    wait_for_count(t, 3).await?;
    // The browser closes it too, as by Escape or Back.
    t.page.click(".open-facets").await?;
    t.page
        .wait_until("it is open", "$('#ce-facets').matches(':popover-open')")
        .await?;
    let () = t
        .page
        .js("$('#ce-facets').hidePopover();", json!([]))
        .await?;
    t.page
        .wait_until(
            "the button says so",
            "$('.open-facets').getAttribute('aria-expanded') === 'false' && !$('#ce-facets').getClientRects().length",
        )
        .await?;
    Ok(())
}

async fn a_panel_is_no_higher_than_its_content(t: &mut Test) -> Result {
    let body = "<clause-explorer layout='panel' loading='eager' data-style='--ce-max-height: 500px'></clause-explorer>";
    open_page(t, body).await?;
    let () = t.page.js(STYLE, json!([])).await?;
    wait_for_count(t, 63).await?;
    let height = "Math.round($('[part~=root]').getBoundingClientRect().height)";
    t.page
        .wait_until(
            "it has the greatest height, and its list scrolls",
            &format!("{height} === 500 && $('[part~=list]').scrollHeight > $('[part~=list]').clientHeight + 1000"),
        )
        .await?;
    search(t, "quantum").await?;
    t.page
        .wait_until("it is lower", &format!("{height} < 480"))
        .await?;
    Ok(())
}

/// Nothing in an article scrolls by itself, so that the wheel scrolls the page over it.
async fn page_scrolls_over_an_article(t: &mut Test) -> Result {
    let body = format!(
        "<clause-explorer loading='eager'></clause-explorer>{}",
        "<p>article</p>".repeat(80)
    );
    open_page(t, &body).await?;
    wait_for_count(t, 63).await?;
    let scrollers: Vec<String> = t
        .page
        .js(
            "return [...root.querySelectorAll('*')].filter((one) => /auto|scroll/.test(getComputedStyle(one).overflowY) && one.scrollHeight > one.clientHeight && one.clientHeight).map((one) => one.outerHTML.slice(0, 80));",
            json!([]),
        )
        .await?;
    assert!(scrollers.is_empty(), "{scrollers:?}");
    Ok(())
}
