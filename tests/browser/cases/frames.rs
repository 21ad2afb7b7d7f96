//! The iframe: `embed.html` inside, `embed.js` on the page around it.

use std::sync::Arc;

use serde_json::{Value, json};

use super::{DIST, POLICY};
use crate::engines::Engine;
use crate::runner::{Result, Test};
use crate::site::Site;

cases![
    an_iframe_is_sized_and_tells_what_happens,
    an_iframe_without_the_script_has_a_sane_height,
    an_iframe_may_be_sandboxed,
    an_iframe_may_come_late,
    messages_of_other_iframes_are_not_heard,
    the_address_of_an_iframe_is_a_view,
];

const IFRAME: &str = "<iframe src='embed.html?sector=finance' title='t' width='100%' height='720' frameborder='0' loading='lazy'></iframe>";

/// Notes all events that reach the window, and from which element.
const LISTEN: &str = "window.events = [];
    for (const type of ['ce-ready', 'ce-change', 'ce-select', 'ce-error']) {
        addEventListener(type, (event) => events.push([type, event.detail, event.target.id]));
    }";

/// What an iframe says that is not ours but would like to be.
const SPEAK: &str = "parent.postMessage({ clauseExplorer: 1, type: 'height', height: 333 }, '*');
    parent.postMessage({ clauseExplorer: 1, type: 'ce-select', detail: { eid: 'x' } }, '*');
    parent.otherHasSpoken = true;";

/// Opens a page around an iframe. Every answer may be read from anywhere, which a sandboxed iframe needs.
async fn open_around(t: &mut Test, body: &str) -> Result<Arc<Site>> {
    open_around_under(t, POLICY, body).await
}

async fn open_around_under(t: &mut Test, policy: &str, body: &str) -> Result<Arc<Site>> {
    let page = format!(
        "<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>t</title><script src=\"listen.js\"></script></head>\
         <body>{body}</body></html>"
    );
    let site = Site::builder()
        .folder(DIST.clone())
        .page("/test.html", page)
        .page("/listen.js", LISTEN)
        .page(
            "/other.html",
            "<!DOCTYPE html><title>t</title><script src='speak.js'></script>",
        )
        .page("/speak.js", SPEAK)
        .header(
            "content-security-policy",
            &format!("{policy}; frame-src 'self'"),
        )
        .header("access-control-allow-origin", "*");
    let site = t.site(site);
    t.page.open(&site.url("/test.html")).await?;
    Ok(site)
}

async fn wait_for_event(t: &Test, name: &str) -> Result {
    let told = format!("events.some(([type]) => type === '{name}')");
    t.page.wait_until(&format!("{name} is told"), &told).await?;
    Ok(())
}

async fn an_iframe_is_sized_and_tells_what_happens(t: &mut Test) -> Result {
    // Twice, as where two codes stand on one page.
    let script = "<script async src='embed.js'></script>";
    open_around(t, &format!("{IFRAME}{script}{script}")).await?;
    wait_for_event(t, "ce-ready").await?;
    t.page
        .wait_until(
            "it has the height its code asks for",
            "document.querySelector('iframe').style.height === '720px'",
        )
        .await?;
    let ready: Value = t.page.js("return events[0];", json!([])).await?;
    assert_eq!(ready[1]["plan"]["clauseCount"], 63);
    t.page.enter_frame(0).await?;
    // The name and not the small box: Chromium’s driver is off by the place of the iframe.
    t.page.click("[value=tourism] ~ .name").await?;
    t.page.leave_frame().await?;
    wait_for_event(t, "ce-change").await?;
    let change: Vec<Value> = t
        .page
        .js(
            "return events.filter(([type]) => type === 'ce-change');",
            json!([]),
        )
        .await?;
    assert_eq!(change.len(), 1, "each event is told once: {change:?}");
    assert_eq!(change[0][1]["viewString"], "sector=finance&sector=tourism");
    // Shown at full height, the widget outgrows its iframe, which follows. Not by the pointer: no driver
    // moves it inside an iframe that is higher than the window.
    let press = "document.querySelector('iframe').contentDocument.querySelector('clause-explorer')
        .shadowRoot.querySelector('footer button[aria-pressed]').click();";
    let () = t.page.js(press, json!([])).await?;
    t.page
        .wait_until(
            "the iframe has grown",
            "document.querySelector('iframe').offsetHeight > 900",
        )
        .await?;
    t.page
        .wait_until(
            "nothing in it scrolls",
            "((page) => page.scrollHeight <= page.clientHeight)(document.querySelector('iframe').contentDocument.documentElement)",
        )
        .await?;
    let () = t.page.js(press, json!([])).await?;
    t.page
        .wait_until(
            "and shrunk again",
            "document.querySelector('iframe').style.height === '720px'",
        )
        .await?;
    Ok(())
}

async fn an_iframe_without_the_script_has_a_sane_height(t: &mut Test) -> Result {
    open_around(t, IFRAME).await?;
    t.page.enter_frame(0).await?;
    t.page
        .wait_until("the widget is mounted", "$('[part~=list]')")
        .await?;
    t.page
        .wait_until(
            "it fills the iframe",
            "innerHeight === 720 && document.querySelector('clause-explorer').offsetHeight === 720",
        )
        .await?;
    t.page
        .wait_until(
            "only the list scrolls",
            "document.documentElement.scrollHeight === 720",
        )
        .await?;
    t.page.leave_frame().await?;
    Ok(())
}

async fn an_iframe_may_be_sandboxed(t: &mut Test) -> Result {
    let sandboxed = IFRAME.replace("<iframe", "<iframe sandbox='allow-scripts'");
    // In WebKit, what has no origin has no 'self' either: the policy has to name the address.
    let policy = match t.engine {
        Engine::WebKit => POLICY.replace("'self'", "'self' http://127.0.0.1:*"),
        Engine::Chromium | Engine::Firefox => POLICY.to_owned(),
    };
    let body = format!("{sandboxed}<script async src='embed.js'></script>");
    open_around_under(t, &policy, &body).await?;
    wait_for_event(t, "ce-ready").await?;
    t.page
        .wait_until(
            "it is sized",
            "document.querySelector('iframe').style.height === '720px'",
        )
        .await?;
    t.page.enter_frame(0).await?;
    let origin: String = t.page.js("return origin;", json!([])).await?;
    assert_eq!(origin, "null", "the iframe has no origin of its own");
    t.page.click("[value=tourism] ~ .name").await?;
    t.page.leave_frame().await?;
    wait_for_event(t, "ce-change").await?;
    Ok(())
}

async fn an_iframe_may_come_late(t: &mut Test) -> Result {
    open_around(t, "<script async src='embed.js'></script>").await?;
    let insert = "const frame = document.createElement('iframe');
        frame.id = 'late';
        frame.src = 'embed.html';
        frame.height = 900;
        document.body.append(frame);";
    let () = t.page.js(insert, json!([])).await?;
    wait_for_event(t, "ce-ready").await?;
    let target: String = t.page.js("return events[0][2];", json!([])).await?;
    assert_eq!(target, "late");
    t.page
        .wait_until("it is sized", "late.style.height === '900px'")
        .await?;
    Ok(())
}

async fn messages_of_other_iframes_are_not_heard(t: &mut Test) -> Result {
    open_around(
        t,
        &format!(
            "{IFRAME}<iframe src='other.html'></iframe><script async src='embed.js'></script>"
        ),
    )
    .await?;
    wait_for_event(t, "ce-ready").await?;
    t.page
        .wait_until("the other iframe has spoken", "window.otherHasSpoken")
        .await?;
    let script = "const [ours, other] = document.querySelectorAll('iframe');
        const heard = () => [ours.style.height, other.style.height, events.length];
        const say = (source, origin, more) =>
            dispatchEvent(new MessageEvent('message', { source, origin, data: { clauseExplorer: 1, ...more } }));
        const height = (height) => ({ type: 'height', height });
        const all = [heard()];
        for (const [source, its] of [[window, origin], [ours.contentWindow, 'https://example.org'], [null, origin]]) {
            say(source, its, height(333));
            say(source, its, { type: 'ce-select', detail: { eid: 'x' } });
        }
        say(ours.contentWindow, origin, { type: 'click' });
        all.push(heard());
        for (const wrong of [NaN, '1px', undefined, 1e9, -5]) {
            say(ours.contentWindow, origin, height(wrong));
            all.push(ours.style.height);
        }
        return all;";
    let heard: Value = t.page.js(script, json!([])).await?;
    let nothing = json!(["720px", "", 1]);
    assert_eq!(
        heard,
        json!([
            nothing, nothing, "720px", "720px", "720px", "50000px", "200px"
        ])
    );
    Ok(())
}

async fn the_address_of_an_iframe_is_a_view(t: &mut Test) -> Result {
    let site = open_around(t, "").await?;
    t.page
        .open(&site.url(
            "/embed.html?sector=finance&compare=zh&theme=dark&q=%E8%AE%BA%E5%9D%9B%20%22%E4%B8%AD%22",
        ))
        .await?;
    t.page
        .wait_until(
            "it is searched for",
            "$('[part~=search]').value === '论坛 \"中\"'",
        )
        .await?;
    t.page
        .wait_until(
            "the sector is chosen, the theme too",
            "$('[value=finance]').checked && document.querySelector('clause-explorer').matches('[theme=dark]')",
        )
        .await?;
    let scheme: String = t
        .page
        .js(
            "return getComputedStyle(document.documentElement).colorScheme;",
            json!([]),
        )
        .await?;
    assert_eq!(scheme, "dark");
    t.page
        .wait_until(
            "it fills the window and no more",
            "document.documentElement.scrollHeight === innerHeight",
        )
        .await?;
    Ok(())
}
