//! The harness itself: messages of a page make its case fail.

use serde_json::json;

use crate::runner::{Result, Test};
use crate::site::Site;

cases! {
    everywhere: [
        console_is_captured,
        page_without_capture_is_reported,
    ],
}

async fn console_is_captured(t: &mut Test) -> Result {
    let noise = "console.error('logged on purpose');
        Promise.reject(new Error('rejected on purpose'));
        setTimeout(() => { window.noiseIsOver = true; throw new Error('thrown on purpose'); }, 100);";
    let page =
        "<!DOCTYPE html><html><head><title>t</title></head><body><script src='noise.js'></script>
        <script src='missing.js'></script><script>refused</script></body></html>";
    let site = Site::builder()
        .page("/noise.html", page)
        .page("/noise.js", noise)
        .header("content-security-policy", "script-src 'self'");
    let site = t.site(site);
    t.page.open(&site.url("/noise.html")).await?;
    t.page
        .wait_until("all messages have been written", "window.noiseIsOver")
        .await?;
    assert!(t.page.assert_console_empty().await.is_err());
    t.expect_console(&[
        "logged on purpose",
        "thrown on purpose",
        "rejected on purpose",
        "missing.js",
        "script-src",
    ]);
    Ok(())
}

async fn page_without_capture_is_reported(t: &mut Test) -> Result {
    let site = t.site(
        Site::builder()
            .page("/quiet.html", "<!DOCTYPE html><title>t</title>")
            .without_capture(),
    );
    t.page.open(&site.url("/quiet.html")).await?;
    let () = t.page.js("return null;", json!([])).await?;
    t.expect_console(&["is not captured"]);
    Ok(())
}
