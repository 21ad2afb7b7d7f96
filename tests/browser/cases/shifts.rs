//! Mounting moves nothing that a reader sees.

use serde_json::json;

use super::built;
use crate::engines::Engine;
use crate::runner::{Result, Test};

cases! {
    everywhere: [
        mounting_shifts_nothing_on_a_phone,
        mounting_shifts_nothing_on_a_desktop,
    ],
}

/// The position of the caption under the widget of the showcase.
const CAPTION: &str = "document.querySelector('figcaption').getBoundingClientRect().top + scrollY";

async fn mounting_shifts_nothing_on_a_phone(t: &mut Test) -> Result {
    check_shifts(t, 360, 740).await
}

async fn mounting_shifts_nothing_on_a_desktop(t: &mut Test) -> Result {
    check_shifts(t, 1200, 800).await
}

async fn check_shifts(t: &mut Test, width: u32, height: u32) -> Result {
    t.page.resize(width, height).await?;
    let site = t.site(built());
    site.hold(Some("/clause-explorer_bg.wasm"));
    t.page.open(&site.url("/")).await?;
    t.page
        .wait_until("the fallback text is shown", "$('slot')")
        .await?;
    let before: f64 = t.page.js(&format!("return {CAPTION};"), json!([])).await?;
    site.hold(None);
    t.page.open(&site.url("/?mounted")).await?;
    t.page
        .wait_until("the widget is mounted", "$('[part~=list] article')")
        .await?;
    let after: f64 = t.page.js(&format!("return {CAPTION};"), json!([])).await?;
    assert!(
        before > f64::from(height) && after > before,
        "the caption, below the window, moved from {before} to {after}"
    );
    if t.engine == Engine::Chromium {
        // The score of the whole page since its first paint.
        let script = "let score = 0;
            const add = (list) => list.getEntries().forEach((entry) => (score += entry.hadRecentInput ? 0 : entry.value));
            new PerformanceObserver(add).observe({ type: 'layout-shift', buffered: true });
            await new Promise((done) => setTimeout(done, 500));
            return score;";
        let score: f64 = t.page.js_async(script, json!([])).await?;
        assert!(score <= 0.02, "the layout shifts by {score}");
    }
    Ok(())
}
