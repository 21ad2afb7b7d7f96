//! Links to clauses: copied, and across the border between a page and an iframe in it.

use serde_json::{Value, json};

use super::frames::{open_around, wait_for_height};
use super::share::{fields, open_panel};
use super::steps::{open, wait_for_focus};
use super::{built, wait_for_count, with_clipboard};
use crate::runner::{Result, Test};

cases! {
    everywhere: [
        link_copies_the_address_and_says_so,
        link_that_cannot_be_copied_is_selected,
        iframe_opens_the_clause_of_the_page_around,
        iframe_links_lead_to_the_page_around,
        iframe_page_keeps_its_view_in_its_address,
        iframe_is_as_high_as_its_clauses_on_paper,
    ],
    anywhere: [
        iframe_page_takes_attributes_from_its_address,
        message_is_beside_the_link_in_a_tall_iframe,
    ],
}

const LINK: &str = "#art_1__para_2 [part~=actions] a";

async fn link_copies_the_address_and_says_so(t: &mut Test) -> Result {
    let site = open(t, "lang='en'", "?x=1").await?;
    with_clipboard(
        t,
        "{ writeText: async (text) => { (window.copied ??= []).push(text); } }",
    )
    .await?;
    wait_for_count(t, 63).await?;
    let address = site.url("/test.html?x=1#art_1__para_2");
    let href: String = t
        .page
        .js(&format!("return $('{LINK}').href;"), json!([]))
        .await?;
    assert_eq!(href, address, "it is a link that can be opened elsewhere");
    let observe = "window.said = [];
        const region = $('.copied-link [role=status]');
        new MutationObserver(() => window.said.push(region.textContent)).observe(region, { childList: true });";
    let () = t.page.js(observe, json!([])).await?;
    // Pressed twice, it says so twice.
    for count in [1, 2] {
        t.page.click(LINK).await?;
        let is_said = format!(
            "window.said.filter((text) => text === 'Copied: Link to Article 1(2)').length === {count} && $('.copied-link').getBoundingClientRect().bottom <= innerHeight + 1"
        );
        t.page.wait_until("the link is copied", &is_said).await?;
        t.page
            .wait_until("the clause is open", "$('#art_1__para_2[aria-current]')")
            .await?;
    }
    let copied: Vec<String> = t.page.js("return window.copied;", json!([])).await?;
    assert_eq!(copied, [address.clone(), address]);
    // With such a key the browser opens the link.
    let press = format!(
        "const event = new MouseEvent('click', {{ bubbles: true, composed: true, cancelable: true, ctrlKey: true }});
        addEventListener('click', (event) => event.preventDefault(), {{ once: true }});
        $('{LINK}').dispatchEvent(event);
        return window.copied.length;"
    );
    assert_eq!(t.page.js::<usize>(&press, json!([])).await?, 2);
    Ok(())
}

/// At the foot of such an iframe it would be out of sight.
async fn message_is_beside_the_link_in_a_tall_iframe(t: &mut Test) -> Result {
    let body = "<iframe src='embed.html' title='t' width='100%'></iframe><script async src='embed.js'></script>";
    open_around(t, body).await?;
    wait_for_height(t).await?;
    t.page.enter_frame(0).await?;
    wait_for_count(t, 63).await?;
    with_clipboard(t, "{ writeText: async () => {} }").await?;
    let () = t
        .page
        .js(&format!("$('{LINK}').click();"), json!([]))
        .await?;
    let is_near = format!(
        "(([message, link]) => innerHeight > screen.height && message.height > 10 && Math.abs(message.top - link.bottom) < 5)(['.copied-link', '{LINK}'].map((css) => $(css).getBoundingClientRect()))"
    );
    t.page
        .wait_until("the message is below the link", &is_near)
        .await
        .map_err(Into::into)
}

async fn link_that_cannot_be_copied_is_selected(t: &mut Test) -> Result {
    let site = open(t, "lang='en'", "").await?;
    with_clipboard(t, "{ writeText: async () => { throw new Error('no'); } }").await?;
    let () = t
        .page
        .js(
            "document.execCommand = () => false; Document.prototype.execCommand = () => false;",
            json!([]),
        )
        .await?;
    wait_for_count(t, 63).await?;
    t.page.click(LINK).await?;
    wait_for_focus(t, ".copied-link textarea").await?;
    let script = "const field = $('.copied-link textarea');
        return [field.value.slice(field.selectionStart, field.selectionEnd), $('.copied-link [role=status]').textContent, $('.copied-link').getBoundingClientRect().bottom <= innerHeight + 1];";
    assert_eq!(
        t.page.js::<Value>(script, json!([])).await?,
        json!([
            site.url("/test.html#art_1__para_2"),
            "Could not copy. Link to Article 1(2) is selected: copy it by hand.",
            true
        ])
    );
    Ok(())
}

/// True when the clause is open in the iframe and in the window of the page around.
fn is_in_the_window(eid: &str) -> String {
    format!(
        "((frame) => {{
            const clause = frame.contentDocument?.querySelector('clause-explorer')?.shadowRoot.querySelector('#{eid}[aria-current]');
            const top = clause && frame.getBoundingClientRect().top + clause.getBoundingClientRect().top;
            return clause && top >= 0 && top < innerHeight / 2;
        }})(document.querySelector('iframe'))"
    )
}

async fn iframe_opens_the_clause_of_the_page_around(t: &mut Test) -> Result {
    let frame = "<iframe src='embed.html?lang=en' title='t' width='100%' height='720' loading='lazy'></iframe>";
    // It is so far below that it is not loaded at first.
    let body = format!(
        "<svg width='1' height='9000'></svg>{frame}<svg width='1' height='3000'></svg><script async src='embed.js'></script>"
    );
    let site = open_around(t, &body).await?;
    for (eid, is_new_page) in [
        ("art_2__sec_7__para_4", true),
        ("art_1__para_2", false),
        ("art_3__para_3", false),
    ] {
        if is_new_page {
            t.page.open("about:blank").await?;
            t.page.open(&site.url(&format!("/test.html#{eid}"))).await?;
        } else {
            let () = t
                .page
                .js("location.hash = arguments[0];", json!([eid]))
                .await?;
        }
        t.page
            .wait_until(&format!("{eid} is in the window"), &is_in_the_window(eid))
            .await?;
    }
    // A reader who has scrolled away stays there, whatever the iframe reports.
    let away = "scrollTo(0, 0);
        const frame = document.querySelector('iframe');
        dispatchEvent(new MessageEvent('message', { source: frame.contentWindow, origin, data: { clauseExplorer: 1, type: 'clause', top: 500 } }));
        return scrollY;";
    assert_eq!(t.page.js::<i64>(away, json!([])).await?, 0);
    Ok(())
}

async fn iframe_links_lead_to_the_page_around(t: &mut Test) -> Result {
    let body = "<iframe src='embed.html?lang=en&layout=panel' title='t' width='900' height='720'></iframe><script async src='embed.js'></script>";
    let site = open_around(t, body).await?;
    let address = site.url("/test.html#art_1__para_2");
    t.page.enter_frame(0).await?;
    let is_told = format!("$('{LINK}').href === {}", json!(address));
    t.page
        .wait_until("the link leads to the page around", &is_told)
        .await?;
    with_clipboard(
        t,
        "{ writeText: async (text) => { window.copied = text; } }",
    )
    .await?;
    let own: String = t.page.js("return location.href;", json!([])).await?;
    let () = t
        .page
        .js(&format!("$('{LINK}').click();"), json!([]))
        .await?;
    let is_copied = format!(
        "window.copied === {} && $('#art_1__para_2[aria-current]') && $('.copied-link').innerText.startsWith('Copied: ')",
        json!(address)
    );
    t.page
        .wait_until("the address is copied and the clause open", &is_copied)
        .await?;
    assert_eq!(
        t.page
            .js::<String>("return location.href;", json!([]))
            .await?,
        own,
        "the frame stays"
    );
    let () = t.page.js("$('[part~=share]').click();", json!([])).await?;
    t.page
        .wait_until("the codes are shown", "$('#ce-share textarea')")
        .await?;
    assert_eq!(
        fields(t).await?[0],
        ["Link to this page".to_owned(), address]
    );
    Ok(t.page.leave_frame().await?)
}

async fn iframe_page_keeps_its_view_in_its_address(t: &mut Test) -> Result {
    let site = t.site(built());
    t.page
        .open(&site.url("/embed.html?lang=en&theme=light&sector=finance"))
        .await?;
    wait_for_count(t, 3).await?;
    let () = t
        .page
        .js("$('[value=tourism]').click();", json!([]))
        .await?;
    wait_for_count(t, 6).await?;
    t.page
        .wait_until(
            "the address has the view and keeps the theme",
            "location.search === '?theme=light&sector=finance&sector=tourism&lang=en'",
        )
        .await?;
    open_panel(t).await?;
    assert_eq!(
        fields(t).await?[0][1],
        t.page
            .js::<String>("return location.href;", json!([]))
            .await?
    );
    let () = t.page.js("history.back();", json!([])).await?;
    wait_for_count(t, 3).await?;
    let () = t.page.js("history.forward();", json!([])).await?;
    wait_for_count(t, 6).await?;
    let address: String = t.page.js("return location.href;", json!([])).await?;
    t.page.open("about:blank").await?;
    t.page.open(&address).await?;
    wait_for_count(t, 6).await
}

async fn iframe_page_takes_attributes_from_its_address(t: &mut Test) -> Result {
    let site = t.site(built());
    let attributes = "const element = document.querySelector('clause-explorer');
        return ['layout', 'theme', 'heading', 'intro', 'src', 'sync', 'view'].map((name) => element.getAttribute(name));";
    for (query, expected) in [
        ("", json!(["page", null, null, null, null, "query", null])),
        (
            "?layout=panel&theme=dark&sector=finance&heading=Our+choice&amp;intro=50%25%20%3Cb%3E&src=plan.json",
            json!([
                "panel",
                "dark",
                "Our choice",
                "50% <b>",
                "plan.json",
                "query",
                null
            ]),
        ),
    ] {
        t.page
            .open(&site.url(&format!("/embed.html{query}")))
            .await?;
        t.page
            .wait_until("the widget is mounted", "$('[part~=list]')")
            .await?;
        assert_eq!(
            t.page.js::<Value>(attributes, json!([])).await?,
            expected,
            "{query}"
        );
    }
    // Without embed.js nobody sizes the iframe.
    for (script, layout) in [
        ("", "panel"),
        ("<script async src='embed.js'></script>", "article"),
    ] {
        open_around(t, &format!("<iframe src='embed.html?lang=en' title='t' width='900' height='720'></iframe>{script}")).await?;
        t.page
            .wait_until(
                "the iframe has its layout",
                &format!("document.querySelector('iframe').contentDocument.querySelector('clause-explorer[layout={layout}]')?.shadowRoot.querySelector('[part~=list]')"),
            )
            .await?;
    }
    Ok(())
}

async fn iframe_is_as_high_as_its_clauses_on_paper(t: &mut Test) -> Result {
    open_around(t, "<iframe src='embed.html?lang=en' title='t' width='100%' height='720'></iframe><script async src='embed.js'></script>").await?;
    let inside =
        "document.querySelector('iframe').contentDocument.querySelector('clause-explorer')";
    t.page
        .wait_until(
            "the other rows are hidden",
            &format!(
                "{inside}.shadowRoot.querySelectorAll('[part~=clause][hidden]').length === 53"
            ),
        )
        .await?;
    let height = "document.querySelector('iframe').offsetHeight";
    t.page
        .wait_until("the first rows are shown", &format!("{height} < 5000"))
        .await?;
    wait_for_height(t).await?;
    let screen: f64 = t.page.js(&format!("return {height};"), json!([])).await?;
    let is_whole = format!(
        "(dispatchEvent(new Event('beforeprint')), (printed) => (dispatchEvent(new Event('afterprint')), printed > 5000 && {height} === {screen}))({height})"
    );
    t.page
        .wait_until(
            "all clauses fit on paper, and then the screen is as before",
            &is_whole,
        )
        .await?;
    assert!(
        t.page
            .js::<bool>(
                &format!(
                    "return Boolean({inside}.shadowRoot.querySelector('[part~=clause][hidden]'));"
                ),
                json!([])
            )
            .await?,
        "the rows are hidden again"
    );
    Ok(())
}
