//! Hosts with hostile styles, and effects that no host should notice.

use std::path::Path;

use serde_json::{Value, json};

use super::network::fetched_all;
use super::{DIST, POLICY, built, eids, page_with, search, wait_for_all_files, wait_for_count};
use crate::engines::Engine;
use crate::runner::{Result, Test};
use crate::site::Site;

cases! {
    everywhere: [
        host_that_unsets_everything_breaks_nothing,
        huge_root_font_keeps_it_usable,
        host_page_is_unchanged,
        hidden_element_is_hidden,
        only_own_files_are_fetched,
        nothing_is_stored,
        every_part_of_the_policy_is_needed,
    ],
}

/// Opens a page with a style sheet of the host.
pub(super) async fn open_styled(t: &mut Test, body: &str, style: &str) -> Result {
    let page = page_with(body).replace("<head>", "<head><link rel='stylesheet' href='host.css'>");
    let site = t.site(built().page("/test.html", page).page("/host.css", style));
    t.page.open(&site.url("/test.html")).await?;
    t.page
        .wait_until("the widget is mounted", "$('[part~=root]')")
        .await?;
    Ok(())
}

/// Searches, filters, changes the language and opens a clause, with the pointer and the keyboard.
async fn use_as_a_reader(t: &Test) -> Result {
    search(t, "合作 能源").await?;
    t.page.wait_until("hits are marked", "$('mark')").await?;
    let opens: bool = t
        .page
        .js(
            "return !$('[name=sector]').getClientRects().length;",
            json!([]),
        )
        .await?;
    if opens {
        t.page.click(".open-facets").await?;
    }
    // The whole line, because WebKitGTK's scroll bar covers the box in pages from right to left.
    t.page
        .click("[part~=option]:has([value=energy-resources])")
        .await?;
    t.page
        .wait_until(
            "the value is selected",
            "$(':checked[value=energy-resources]')",
        )
        .await?;
    if opens {
        t.page.click(".done button").await?;
    }
    t.page.click(".clear-all").await?;
    wait_for_count(t, 63).await?;
    t.page.click("[name=lang][value=es]").await?;
    t.page
        .wait_until(
            "the text is Spanish and the view says so",
            "$('[part~=text]').lang === 'es' && document.querySelector('clause-explorer').view === 'lang=es'",
        )
        .await?;
    t.page.click("#art_1__para_2 [part~=actions] a").await?;
    t.page
        .wait_until("the clause is open", "$('#art_1__para_2[aria-current]')")
        .await?;
    let script = "const seen = (css) => { const box = $(css).getBoundingClientRect(); return box.width > 40 && box.height > 10; };
        return ['[part~=title]', '[part~=search]', '[part~=status]', '[part~=text]', '[part~=number]', 'footer'].filter((css) => !seen(css))
            .concat(document.documentElement.scrollWidth > innerWidth ? ['the page scrolls sideways'] : [])
            .concat($('[part~=list]').clientHeight < 150 ? ['no room for the clauses'] : []);";
    let faults: Vec<String> = t.page.js(script, json!([])).await?;
    assert!(faults.is_empty(), "{faults:?}");
    Ok(())
}

async fn screenshot(t: &Test, name: &str) -> Result {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("screenshots");
    std::fs::create_dir_all(&folder)?;
    let file = folder.join(format!("{}-{name}.png", t.engine));
    Ok(t.page.screenshot(&file).await?)
}

async fn host_that_unsets_everything_breaks_nothing(t: &mut Test) -> Result {
    let style = "* { all: unset !important; } *::before { content: 'x' !important; } div, section, article, p { display: none !important; }
        body { direction: rtl !important; }";
    for width in [1200, 380] {
        t.page.resize(width, 800).await?;
        open_styled(t, "<clause-explorer lang='en'></clause-explorer>", style).await?;
        wait_for_count(t, 63).await?;
        use_as_a_reader(t).await?;
        screenshot(t, &format!("unset-{width}")).await?;
        let direction = "return getComputedStyle($('[part~=text]')).direction;";
        assert_eq!(t.page.js::<String>(direction, json!([])).await?, "ltr");
    }
    Ok(())
}

async fn huge_root_font_keeps_it_usable(t: &mut Test) -> Result {
    for (width, size) in [(1280, "40px"), (500, "40px"), (1280, "62.5%")] {
        t.page.resize(width, 800).await?;
        let style = format!("html {{ font-size: {size}; }} body {{ margin: 0; font-size: 16px; }}");
        open_styled(
            t,
            "<clause-explorer lang='en' dir='rtl'></clause-explorer>",
            &style,
        )
        .await?;
        wait_for_count(t, 63).await?;
        use_as_a_reader(t).await?;
        screenshot(t, &format!("root-{}-{width}", size.trim_end_matches('%'))).await?;
    }
    Ok(())
}

async fn host_page_is_unchanged(t: &mut Test) -> Result {
    let body = "<h2>Heading</h2><p><a href='#x'>link</a> <mark>mark</mark></p><button>Button</button><div hidden>hidden</div>";
    let page = page_with(&format!(
        "{body}<clause-explorer loading='eager'></clause-explorer>"
    ));
    let bare = page.replace(" src=\"clause-explorer.js\"", "");
    let site = t.site(built().page("/bare.html", bare).page("/test.html", page));
    // The drivers add the omitted names.
    let looks = "return [...document.querySelectorAll('h2, p, a, mark, button, div, body, html')].map((element) => {
            const style = getComputedStyle(element);
            return [...style].filter((name) => !/(block|inline)-size|width|height|origin/.test(name)).map((name) => `${name}: ${style[name]}`).join();
        }).concat(Object.keys(window).filter((name) => !/^(__|cdc_|ret_nodes)/.test(name)).sort().join(), document.adoptedStyleSheets.length, document.styleSheets.length, [...document.head.children].map(({ outerHTML }) => outerHTML.slice(0, 7)).join());";
    t.page.open(&site.url("/bare.html")).await?;
    let before: Vec<Value> = t.page.js(looks, json!([])).await?;
    t.page.open(&site.url("/test.html")).await?;
    wait_for_count(t, 63).await?;
    wait_for_all_files(t).await?;
    let after: Vec<Value> = t.page.js(looks, json!([])).await?;
    assert_eq!(before.len(), after.len());
    for (before, after) in before.iter().zip(&after) {
        assert_eq!(before, after);
    }
    Ok(())
}

async fn hidden_element_is_hidden(t: &mut Test) -> Result {
    open_styled(
        t,
        "<clause-explorer hidden></clause-explorer>",
        ".away { display: none; }",
    )
    .await?;
    let is_seen = "return document.querySelector('clause-explorer').getClientRects().length > 0;";
    assert!(!t.page.js::<bool>(is_seen, json!([])).await?);
    for (script, seen) in [
        (
            "document.querySelector('clause-explorer').hidden = false;",
            true,
        ),
        (
            "document.querySelector('clause-explorer').className = 'away';",
            false,
        ),
    ] {
        let () = t.page.js(script, json!([])).await?;
        assert_eq!(
            t.page.js::<bool>(is_seen, json!([])).await?,
            seen,
            "{script}"
        );
    }
    Ok(())
}

/// Uses the widget as a reader and as a host.
async fn use_the_widget(t: &Test) -> Result {
    wait_for_count(t, 63).await?;
    use_as_a_reader(t).await?;
    let script = "const element = document.querySelector('clause-explorer');
        element.theme = 'dark'; element.sync = 'query'; element.view = { q: '核能' };
        await element.goTo('art_1__para_1');
        return [element.clauses().length, element.cite('art_1__para_1', 'ris').length > 0, element.counts('q=a') !== null];";
    let asked: Value = t.page.js_async(script, json!([])).await?;
    assert_eq!(asked, json!([63, true, true]));
    assert_eq!(eids(t).await?.len(), 63);
    Ok(())
}

async fn only_own_files_are_fetched(t: &mut Test) -> Result {
    let page = page_with("<clause-explorer></clause-explorer>");
    let site = t.site(built().page("/test.html", page));
    t.page.open(&site.url("/test.html")).await?;
    use_the_widget(t).await?;
    fetched_all(&site).await?;
    let mut requests = site.requests();
    requests.sort_unstable();
    // Modules are asked for twice: their bytes are checked before they are imported.
    requests.dedup();
    let files = [
        "/clause-explorer.en.wasm",
        "/clause-explorer.es.wasm",
        "/clause-explorer.js",
        "/clause-explorer.pt.wasm",
        "/clause-explorer_bg.js",
        "/clause-explorer_bg.wasm",
        "/clause-explorer_more.js",
        "/clause-explorer_rare.wasm",
        "/test.html",
    ];
    assert_eq!(requests, files);
    let elsewhere: Vec<String> = t.page.js("return performance.getEntriesByType('resource').map(({ name }) => name).filter((name) => !name.startsWith(location.origin));", json!([])).await?;
    assert_eq!(elsewhere, <[&str; 0]>::default());
    Ok(())
}

async fn nothing_is_stored(t: &mut Test) -> Result {
    let watch = "window.touched = [];
        for (const name of ['getItem', 'setItem', 'key', 'removeItem', 'clear']) {
            const original = Storage.prototype[name];
            Storage.prototype[name] = function (...values) { touched.push(name); return original.apply(this, values); };
        }
        const { set, get } = Object.getOwnPropertyDescriptor(Document.prototype, 'cookie');
        Object.defineProperty(document, 'cookie', { get() { touched.push('cookie'); return get.call(this); }, set(value) { touched.push('cookie'); set.call(this, value); } });
        for (const [owner, name] of [[IDBFactory.prototype, 'open'], [globalThis.CacheStorage?.prototype, 'open']]) {
            if (owner) owner[name] = () => { touched.push(name); throw new Error('no storage'); };
        }";
    let page = page_with("<clause-explorer></clause-explorer>")
        .replace("<head>", "<head><script src='watch.js'></script>");
    let site = t.site(built().page("/test.html", page).page("/watch.js", watch));
    t.page.open(&site.url("/test.html")).await?;
    use_the_widget(t).await?;
    let touched: Vec<String> = t.page.js("return touched;", json!([])).await?;
    assert_eq!(touched, <[&str; 0]>::default());
    let stored: u32 = t
        .page
        .js(
            "return localStorage.length + sessionStorage.length + document.cookie.length;",
            json!([]),
        )
        .await?;
    assert_eq!(stored, 0);
    Ok(())
}

/// Removes each source from the policy in turn: something must then fail, so that the policy allows
/// nothing that is not needed.
async fn every_part_of_the_policy_is_needed(t: &mut Test) -> Result {
    let page = page_with("<img src='icon.svg' alt=''><clause-explorer loading='eager'><p>the text</p></clause-explorer>")
        .replace("<head>", "<head><link rel='stylesheet' href='clause-explorer.css'>");
    let directives: Vec<Vec<&str>> = POLICY.split("; ").map(|d| d.split(' ').collect()).collect();
    assert_eq!(
        directives[0],
        ["default-src", "'none'"],
        "what is not named is refused"
    );
    let missed = missing_features(t, &page, POLICY).await?;
    assert_eq!(missed, [""; 0], "the whole policy is enough");
    t.page.assert_console_empty().await?;
    let mut checked = 0;
    for (place, directive) in directives.iter().enumerate().skip(1) {
        let [name, sources @ ..] = directive.as_slice() else {
            continue;
        };
        if *name == "require-trusted-types-for" {
            continue; // it allows nothing
        }
        for source in sources {
            let mut without = directives.clone();
            without[place].retain(|part| part != source);
            if without[place].len() == 1 {
                without[place].push("'none'");
            }
            let without: Vec<String> = without.iter().map(|parts| parts.join(" ")).collect();
            let missed = missing_features(t, &page, &without.join("; ")).await?;
            assert!(
                !missed.is_empty(),
                "the policy does not need {source} in {name}"
            );
            checked += 1;
        }
    }
    assert!(checked >= 5, "only {checked} sources were looked at");
    // Without its scripts, a page has no capture either.
    let refusals = [
        "securitypolicyviolation: ",
        "> cannot load ",
        "is not captured",
    ];
    t.expect_console(&refusals);
    if t.engine == Engine::Chromium {
        t.expect_console(&["Content Security Policy"]);
    }
    Ok(())
}

/// Returns the features that fail on a page under a policy.
async fn missing_features(t: &mut Test, page: &str, policy: &str) -> Result<Vec<String>> {
    let site = Site::builder()
        .folder(DIST.clone())
        .page("/test.html", page)
        .header("content-security-policy", policy);
    let site = t.site(site);
    t.page.open(&site.url("/test.html")).await?;
    let over = "document.readyState === 'complete' && (!customElements.get('clause-explorer') || $('article') || $('p'))";
    t.page
        .wait_until("the page has started or failed", over)
        .await?;
    let script = "const works = {
            widget: Boolean($('article')),
            styles: (() => { try { return document.querySelector('link').sheet.cssRules.length > 0; } catch { return false; } })(),
            image: document.images[0].naturalWidth > 0,
        };
        return Object.keys(works).filter((name) => !works[name]);";
    Ok(t.page.js(script, json!([])).await?)
}
