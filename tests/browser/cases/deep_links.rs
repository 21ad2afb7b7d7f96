//! Deep links into pages that hide the widget, or in which its list does not scroll.

use serde_json::json;

use super::{ELEMENT, built, page_with, wait_for_widget};
use crate::runner::{Result, Test};

cases! {
    everywhere: [
        an_address_with_a_view_leads_to_its_clause,
        deep_links_open_what_hides_the_widget,
        deep_links_scroll_the_page_where_the_list_is_high,
    ],
}

const EID: &str = "art_2__sec_7__para_4";

/// True when the clause is open and inside the window.
const IN_WINDOW: &str = "((box) => box.height > 0 && box.top > -2 && box.top < innerHeight)($('#art_2__sec_7__para_4[aria-current]').getBoundingClientRect())";

/// Pages around the widget, and a script that runs in them.
const HIDING: [[&str; 2]; 4] = [
    [
        "<details><summary>Plan</summary><clause-explorer layout=panel></clause-explorer></details>",
        "",
    ],
    [
        "<details><summary>All</summary><form><input name='open'><details><summary>Plan</summary><clause-explorer layout=panel></clause-explorer></details></form></details>",
        "",
    ],
    [
        "<div hidden='until-found'><clause-explorer layout=panel></clause-explorer></div>",
        "",
    ],
    [
        "<div class='host'><clause-explorer layout=panel></clause-explorer></div>",
        "const details = Object.assign(document.createElement('details'), { id: 'inner' });
            details.append(document.createElement('summary'), document.createElement('slot'));
            document.querySelector('.host').attachShadow({ mode: 'open' }).append(details);",
    ],
];

/// A shared link has the opened clause in its view.
async fn an_address_with_a_view_leads_to_its_clause(t: &mut Test) -> Result {
    let site = t.site(built());
    for address in [
        format!("/embed.html?lang=en&clause={EID}"),
        format!("/embed.html?clause={EID}&pin=art_1__para_1"),
    ] {
        t.page.open("about:blank").await?;
        t.page.open(&site.url(&address)).await?;
        t.page
            .wait_until("the clause is in the window", IN_WINDOW)
            .await?;
        let search: String = t.page.js("return location.search;", json!([])).await?;
        assert!(search.contains(&format!("clause={EID}")), "{search}");
    }
    Ok(())
}

async fn deep_links_open_what_hides_the_widget(t: &mut Test) -> Result {
    for [body, script] in HIDING {
        let body = format!("<div class='tall'></div>{body}<script src='host.js'></script>");
        let page =
            page_with(&body).replace("<head>", "<head><link rel='stylesheet' href='host.css'>");
        let site = built()
            .page("/test.html", page)
            .page("/host.js", script)
            .page("/host.css", ".tall { height: 1500px; }");
        let site = t.site(site);
        t.page.open("about:blank").await?;
        t.page.open(&site.url(&format!("/test.html#{EID}"))).await?;
        t.page
            .wait_until("the clause is in the window", IN_WINDOW)
            .await?;
        // The same by the element's method, after the host has hidden the widget again.
        let hide = "for (const details of [...document.querySelectorAll('details'), document.querySelector('.host')?.shadowRoot.firstChild]) {
                if (details) details.open = false;
            }
            scrollTo(0, 0);
            return document.querySelector('clause-explorer').goTo('art_2__sec_7__para_4');";
        assert!(t.page.js_async::<bool>(hide, json!([])).await?);
        t.page
            .wait_until("the clause is in the window again", IN_WINDOW)
            .await?;
    }
    Ok(())
}

async fn deep_links_scroll_the_page_where_the_list_is_high(t: &mut Test) -> Result {
    for height in ["99999px", "150vh"] {
        let body = "<div class='tall'></div><clause-explorer layout=panel></clause-explorer><div class='tall'></div>";
        let style =
            format!(".tall {{ height: 1500px; }} clause-explorer {{ --ce-max-height: {height}; }}");
        let page =
            page_with(body).replace("<head>", "<head><link rel='stylesheet' href='host.css'>");
        let site = t.site(built().page("/test.html", page).page("/host.css", style));
        t.page.open("about:blank").await?;
        t.page.open(&site.url(&format!("/test.html#{EID}"))).await?;
        wait_for_widget(t).await?;
        t.page
            .wait_until("the clause is in the window", IN_WINDOW)
            .await?;
        for eid in ["art_1__para_1", "art_3__para_1", "art_2__sec_7__para_4"] {
            let go = format!("{ELEMENT} await element.goTo('{eid}');
                const box = $('#{eid}').getBoundingClientRect(); return box.top > -2 && box.top < innerHeight;");
            assert!(
                t.page.js_async::<bool>(&go, json!([])).await?,
                "{eid} {height}"
            );
        }
    }
    Ok(())
}
