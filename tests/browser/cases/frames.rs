//! The iframe: `embed.html` inside it, and `embed.js` on the page around it.

use std::sync::Arc;

use serde_json::{Value, json};

use super::{DIST, POLICY};
use crate::engines::Engine;
use crate::runner::{Result, Test};
use crate::site::Site;

cases! {
    everywhere: [
        iframe_is_sized_and_forwards_events,
        iframe_without_the_script_keeps_its_height,
        iframe_may_be_sandboxed,
        iframe_may_be_added_late,
        messages_of_other_iframes_are_ignored,
        query_of_embed_page_is_a_view,
    ],
}

const IFRAME: &str = "<iframe src='embed.html?sector=finance' title='t' width='100%' height='720' frameborder='0' loading='lazy'></iframe>";

/// Records all events that reach the window, with the id of their element.
const LISTEN: &str = "window.events = [];
    for (const type of ['ce-ready', 'ce-change', 'ce-select', 'ce-error']) {
        addEventListener(type, (event) => events.push([type, event.detail, event.target.id]));
    }";

/// Messages of a foreign iframe that imitate ours.
const SPEAK: &str = "parent.postMessage({ clauseExplorer: 1, type: 'height', height: 333 }, '*');
    parent.postMessage({ clauseExplorer: 1, type: 'ce-select', detail: { eid: 'x' } }, '*');
    parent.otherHasSpoken = true;";

/// Opens a page with an iframe. CORS allows every origin, because a sandboxed iframe has none.
pub(super) async fn open_around(t: &mut Test, body: &str) -> Result<Arc<Site>> {
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

/// Ticks a box inside the frame. Whether it is in a sheet depends on the width.
async fn tick_tourism(t: &Test) -> Result {
    t.page
        .wait_until("the box is there", "$('[value=tourism]')")
        .await?;
    Ok(t.page
        .js("$('[value=tourism]').click();", json!([]))
        .await?)
}

async fn wait_for_event(t: &Test, name: &str) -> Result {
    let has_fired = format!("events.some(([type]) => type === '{name}')");
    t.page
        .wait_until(&format!("{name} has fired"), &has_fired)
        .await?;
    Ok(())
}

async fn iframe_is_sized_and_forwards_events(t: &mut Test) -> Result {
    // The script is there twice, as on a page with two codes.
    let script = "<script async src='embed.js'></script>";
    open_around(t, &format!("{IFRAME}{script}{script}")).await?;
    wait_for_event(t, "ce-ready").await?;
    wait_for_height(t).await?;
    let ready: Value = t.page.js("return events[0];", json!([])).await?;
    assert_eq!(ready[1]["plan"]["clauseCount"], 63);
    t.page.enter_frame(0).await?;
    tick_tourism(t).await?;
    t.page.leave_frame().await?;
    wait_for_event(t, "ce-change").await?;
    let change: Vec<Value> = t
        .page
        .js(
            "return events.filter(([type]) => type === 'ce-change');",
            json!([]),
        )
        .await?;
    assert_eq!(change.len(), 1, "each event fires once: {change:?}");
    assert_eq!(change[0][1]["viewString"], "sector=finance&sector=tourism");
    wait_for_height(t).await?;
    // The iframe grows with the widget. A script presses the button, because no driver moves the pointer inside an
    // iframe that is higher than the window.
    let inside =
        "document.querySelector('iframe').contentDocument.querySelector('clause-explorer')";
    let () = t
        .page
        .js(&format!("{inside}.view = '';"), json!([]))
        .await?;
    let button = format!("{inside}.shadowRoot.querySelector('.show-all button')");
    t.page
        .wait_until("the first clauses are shown", &button)
        .await?;
    wait_for_height(t).await?;
    let before: f64 = t
        .page
        .js(
            "return document.querySelector('iframe').offsetHeight;",
            json!([]),
        )
        .await?;
    let () = t.page.js(&format!("{button}.click();"), json!([])).await?;
    t.page
        .wait_until(
            "the iframe has grown",
            &format!("document.querySelector('iframe').offsetHeight > 2 * {before}"),
        )
        .await?;
    wait_for_height(t).await
}

/// Waits until the iframe has the height of its explorer, so that nothing in it scrolls.
pub(super) async fn wait_for_height(t: &Test) -> Result {
    let has_height = "((frame) => {
        const page = frame.contentDocument.documentElement;
        const { height } = page.querySelector('clause-explorer').getBoundingClientRect();
        return frame.style.height === `${Math.ceil(height)}px` && page.scrollHeight <= page.clientHeight;
    })(document.querySelector('iframe'))";
    Ok(t.page
        .wait_until("the iframe has the height of its explorer", has_height)
        .await?)
}

async fn iframe_without_the_script_keeps_its_height(t: &mut Test) -> Result {
    open_around(t, IFRAME).await?;
    t.page.enter_frame(0).await?;
    t.page
        .wait_until("the widget is mounted", "$('[part~=list]')")
        .await?;
    t.page
        .wait_until(
            "the widget fills the iframe",
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

async fn iframe_may_be_sandboxed(t: &mut Test) -> Result {
    let sandboxed = IFRAME.replace("<iframe", "<iframe sandbox='allow-scripts'");
    // In WebKit, 'self' matches nothing without an origin, so the policy names the address.
    let policy = match t.engine {
        Engine::WebKit => POLICY.replace("'self'", "'self' http://127.0.0.1:*"),
        Engine::Chromium | Engine::Firefox => POLICY.to_owned(),
    };
    let body = format!("{sandboxed}<script async src='embed.js'></script>");
    open_around_under(t, &policy, &body).await?;
    wait_for_event(t, "ce-ready").await?;
    // No script can look into it.
    t.page
        .wait_until(
            "the iframe has its height",
            "parseInt(document.querySelector('iframe').style.height) > 400",
        )
        .await?;
    t.page.enter_frame(0).await?;
    let origin: String = t.page.js("return origin;", json!([])).await?;
    assert_eq!(origin, "null", "the iframe has no origin of its own");
    tick_tourism(t).await?;
    t.page.leave_frame().await?;
    wait_for_event(t, "ce-change").await?;
    Ok(())
}

async fn iframe_may_be_added_late(t: &mut Test) -> Result {
    open_around(t, "<script async src='embed.js'></script>").await?;
    let insert = "const frame = document.createElement('iframe');
        frame.id = 'late';
        frame.src = 'embed.html';
        frame.width = 800;
        document.body.append(frame);";
    let () = t.page.js(insert, json!([])).await?;
    wait_for_event(t, "ce-ready").await?;
    let target: String = t.page.js("return events[0][2];", json!([])).await?;
    assert_eq!(target, "late");
    wait_for_height(t).await
}

async fn messages_of_other_iframes_are_ignored(t: &mut Test) -> Result {
    open_around(
        t,
        &format!(
            "{IFRAME}<iframe src='other.html'></iframe><script async src='embed.js'></script>"
        ),
    )
    .await?;
    wait_for_event(t, "ce-ready").await?;
    t.page
        .wait_until(
            "the other iframe has sent its messages",
            "window.otherHasSpoken",
        )
        .await?;
    wait_for_height(t).await?;
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
    let [nothing, own] = [&heard[0], &heard[0][0]];
    assert_eq!((&nothing[1], &nothing[2]), (&json!(""), &json!(1)));
    assert_eq!(
        heard,
        json!([nothing, nothing, own, own, own, "50000px", "200px"])
    );
    Ok(())
}

async fn query_of_embed_page_is_a_view(t: &mut Test) -> Result {
    let site = open_around(t, "").await?;
    t.page
        .open(&site.url(
            "/embed.html?sector=finance&compare=zh&theme=dark&q=%E8%AE%BA%E5%9D%9B%20%22%E4%B8%AD%22",
        ))
        .await?;
    t.page
        .wait_until(
            "the search field has the query",
            "$('[part~=search]').value === '论坛 \"中\"'",
        )
        .await?;
    t.page
        .wait_until(
            "sector and theme are set",
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
            "the widget fills the window",
            "$('[part~=root]').getBoundingClientRect().height >= innerHeight",
        )
        .await?;
    Ok(())
}
