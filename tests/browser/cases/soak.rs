//! A soak: thousands of random steps, after each of which list, counts, status, address and events
//! agree, and in the end a memory that has not grown.
//!
//! The steps and the checks run in the page (`soak/`). The environment sets `SEED` (default: 7),
//! `STEPS` (default: 100, or as many as fit `SOAK_SECONDS`), `SOAK_SECONDS` (default: 30) and
//! `FOREIGN` (after how many steps others change the DOM; default: never). Among the other tests, the
//! same few steps are done each time: on a busy machine, longer runs still find races of a few
//! milliseconds between a plan that arrives and a reader.

use std::env;
use std::str::FromStr;
use std::time::{Duration, Instant};

use serde_json::json;

use super::leaks::KEEP_INSTANCE;
use super::{built, listening};
use crate::runner::{Result, Test};

cases! {
    chromium: [
        soak,
    ],
}

const SCRIPTS: [(&str, &str); 3] = [
    ("/foreign.js", include_str!("../soak/foreign.js")),
    ("/readers.js", include_str!("../soak/readers.js")),
    ("/soak.js", include_str!("../soak/soak.js")),
];

/// Two elements, one of which keeps its view in the address.
const BODY: &str = "<div><div id='first'></div></div><div><div id='second'></div></div>\
    <script src='foreign.js'></script><script src='readers.js'></script><script src='soak.js'></script>";

/// After so many steps, both elements are replaced and the memory is measured. The number of steps and
/// not the time decides, so that a seed repeats this too.
const STRETCH: u64 = 100;

/// One call of a script does steps for this time, because it has a time limit.
const BATCH: Duration = Duration::from_secs(5);

/// The number of objects and bytes in use when both elements are new.
#[derive(Debug)]
struct Alive {
    nodes: i64,
    listeners: i64,
    heap: i64,
    wasm: i64,
}

async fn soak(t: &mut Test) -> Result {
    let seed = setting("SEED").unwrap_or(7);
    let is_long = env::var_os("SOAK_SECONDS").is_some();
    let steps = setting("STEPS").unwrap_or(if is_long { u64::MAX >> 12 } else { 100 });
    println!("soak: SEED={seed}");
    let mut site = listening(built(), BODY, KEEP_INSTANCE);
    for (path, script) in SCRIPTS {
        site = site.page(path, script);
    }
    let site = t.site(site);
    t.page.open(&site.url("/test.html")).await?;
    t.page
        .js_async::<()>("await soak.start(arguments[0]);", json!([seed]))
        .await?;
    let start = Instant::now();
    let mut measured = Vec::new();
    let mut done = 0;
    while done < steps && start.elapsed() < time() {
        let stretch = steps.min(done + STRETCH);
        done = run(t, seed, start + time(), stretch).await?;
        measured.push(alive(t).await?);
    }
    // The first third warms caches.
    let [before, after] = [&measured[measured.len() / 3], &measured[measured.len() - 1]];
    println!(
        "soak: {done} steps in {:?}; {before:?}, in the end {after:?}",
        start.elapsed()
    );
    for (name, growth, allowed) in [
        ("DOM nodes", after.nodes - before.nodes, 50),
        ("listeners", after.listeners - before.listeners, 5),
        ("bytes of JavaScript", after.heap - before.heap, 2 << 20),
        // Pages of wasm never come back, so this is the largest use so far.
        ("bytes of wasm", after.wasm - before.wasm, 4 << 20),
    ] {
        assert!(growth <= allowed, "SEED={seed}: {growth} more {name}");
    }
    Ok(())
}

/// Does steps until a time, but at most up to a step. Returns the number of steps so far.
async fn run(t: &Test, seed: u64, end: Instant, steps: u64) -> Result<u64> {
    loop {
        let left = end.saturating_duration_since(Instant::now()).min(BATCH);
        let script = "return [await soak.run(...arguments), soak.step];";
        let foreign: u64 = setting("FOREIGN").unwrap_or(0);
        let batch = json!([u64::try_from(left.as_millis()).unwrap_or(0), steps, foreign]);
        let (fault, step): (Option<String>, u64) = t.page.js_async(script, batch).await?;
        if let Some(fault) = fault {
            panic!("SEED={seed}, step {step}: {fault}");
        }
        if step >= steps || left.is_zero() {
            return Ok(step);
        }
    }
}

async fn alive(t: &Test) -> Result<Alive> {
    let () = t.page.js_async("await soak.rest();", json!([])).await?;
    let counts = t.page.live_nodes_and_listeners().await?;
    let [nodes, listeners] = counts.expect("this case runs in Chromium");
    let heap = t.page.cdp("Runtime.getHeapUsage", json!({})).await?;
    let wasm = "return wasm.memory.buffer.byteLength;";
    Ok(Alive {
        nodes,
        listeners,
        heap: heap["usedSize"].as_i64().unwrap_or(0),
        wasm: t.page.js(wasm, json!([])).await?,
    })
}

/// How long the soak does steps.
pub(crate) fn time() -> Duration {
    Duration::from_secs(setting("SOAK_SECONDS").unwrap_or(30))
}

/// Returns a number from the environment.
fn setting<T: FromStr>(name: &str) -> Option<T> {
    let text = env::var(name).ok()?;
    Some(
        text.parse()
            .unwrap_or_else(|_| panic!("expected a whole number in {name}, found {text}")),
    )
}
