//! States in which a service worker may find a host, a network or its cache.

use std::fs;
use std::sync::Arc;
use std::time::Duration;

use serde_json::{Value, json};
use tokio::time::sleep;

use super::offline::{site_of, visit};
use super::start::copy_of_dist;
use super::{wait_for_count, wait_for_worker};
use crate::runner::{Result, Test};
use crate::site::{Fault, Site};

cases! {
    everywhere: [
        clean_addresses_load_without_their_server,
        worker_that_kept_redirects_is_replaced,
        deleted_cache_is_filled_again,
        only_a_right_build_is_kept,
    ],
    chromium: [
        full_storage_keeps_nothing,
    ],
}

/// Addresses of pages on hosts that leave out the ends of names, each with the number of clauses.
const PAGES: [(&str, usize); 8] = [
    ("/", 63),
    ("/?sector=finance", 63),
    ("/index", 63),
    ("/index.html", 63),
    ("/embed", 63),
    ("/embed?sector=finance", 3),
    ("/embed.html?sector=finance", 3),
    ("/embed/?sector=finance", 3),
];

async fn clean_addresses_load_without_their_server(t: &mut Test) -> Result {
    let folder = copy_of_dist()?;
    let site = site_of(folder.path())?.clean_addresses();
    let site = visit(t, site).await?;
    for stopped in [false, true] {
        if stopped {
            site.stop();
        }
        for (path, count) in PAGES {
            t.page.open(&site.url(path)).await?;
            wait_for_count(t, count).await?;
        }
    }
    Ok(())
}

/// As the worker of an earlier build: it keeps answers as they arrive.
const EARLIER: &str = "const cacheName = `clause-explorer ${registration.scope} earlier`;
    addEventListener('install', (event) => event.waitUntil((async () => {
        const cache = await caches.open(cacheName);
        for (const name of ['index.html', 'embed.html']) await cache.put(name, await fetch(name));
    })()));
    addEventListener('fetch', (event) => {
        const name = new URL(event.request.url).pathname.slice(1) || 'index.html';
        event.respondWith(caches.match(name, { cacheName }).then((kept) => kept ?? fetch(event.request)));
    });";

async fn worker_that_kept_redirects_is_replaced(t: &mut Test) -> Result {
    let folder = copy_of_dist()?;
    let site = site_of(folder.path())?.clean_addresses();
    let worker = folder.path().join("service-worker.js");
    let present = fs::read(&worker)?;
    fs::write(&worker, EARLIER)?;
    let site = visit(t, site).await?;
    fs::write(&worker, present)?;
    let before = site.requests().len();
    // Chromium and WebKit show an error page, but look for a new worker all the same.
    t.page.open(&site.url("/")).await.ok();
    wait_for_request(&site, before, "/snippets.txt").await;
    for _ in 0..20 {
        sleep(Duration::from_millis(200)).await;
        t.page.open(&site.url("/")).await.ok();
        if matches!(&kept(t).await?[..], [name] if !name.ends_with("earlier")) {
            break;
        }
    }
    wait_for_count(t, 63).await?;
    site.stop();
    t.page.open(&site.url("/?")).await?;
    wait_for_count(t, 63).await?;
    let error_page = "is not captured";
    let console = t.page.console().await?;
    if console.iter().any(|message| message.contains(error_page)) {
        t.expect_console(&[error_page]);
    }
    Ok(())
}

async fn deleted_cache_is_filled_again(t: &mut Test) -> Result {
    let folder = copy_of_dist()?;
    let site = visit(t, site_of(folder.path())?).await?;
    t.page.open(&site.url("/?")).await?;
    wait_for_count(t, 63).await?;
    let script = "for (const name of await caches.keys()) await caches.delete(name);";
    let _: Value = t.page.js_async(script, json!([])).await?;
    t.page.open(&site.url("/?again")).await?;
    wait_for_count(t, 63).await?;
    let script = "const [name] = await caches.keys(); return name && (await (await caches.open(name)).keys()).length > 15";
    let is_filled = format!("(async () => {{ {script} }})()");
    t.page
        .wait_until_async("the cache is filled again", &format!("await {is_filled}"))
        .await?;
    site.stop();
    t.page.open(&site.url("/?offline")).await?;
    wait_for_count(t, 63).await
}

/// The explorer is in a folder, beside other applications of the same host.
async fn only_a_right_build_is_kept(t: &mut Test) -> Result {
    let root = tempfile::tempdir()?;
    fs::rename(copy_of_dist()?.keep(), root.path().join("explorer"))?;
    let page =
        "<!DOCTYPE html><html lang='en'><head><title>another application</title></head></html>";
    let site = Site::builder().folder(root.path());
    let site = t.site(site.page("/explorer/test.html", page));
    t.page.open(&site.url("/explorer/test.html")).await?;
    let path = "/explorer/clause-explorer_bg.wasm";
    let portal = b"<!DOCTYPE html><title>Welcome to the network of the hotel</title>".to_vec();
    for fault in [
        Fault::Content(portal),
        Fault::Status(500),
        Fault::Redirect("/explorer/index.html".to_owned()),
    ] {
        site.set_faults([(path, fault)]);
        assert_eq!(
            register(t).await?,
            ("redundant".to_owned(), vec!["another".to_owned()])
        );
        site.set_faults([]);
    }
    let (state, kept) = register(t).await?;
    assert_eq!((state.as_str(), kept.len()), ("activated", 2));
    assert_eq!(kept[0], "another", "the cache of another application");
    assert!(kept[1].contains("/explorer/ "), "{kept:?}");
    Ok(())
}

async fn full_storage_keeps_nothing(t: &mut Test) -> Result {
    let folder = copy_of_dist()?;
    let site = t.site(site_of(folder.path())?);
    let origin = site.url("");
    let quota = json!({ "origin": origin, "quotaSize": 200_000 });
    t.page.cdp("Storage.overrideQuotaForOrigin", quota).await?;
    t.page.open(&site.url("/index.html")).await?;
    wait_for_request(&site, 0, "/snippets.txt").await;
    t.page
        .wait_until_async(
            "the worker is given up",
            "!(await navigator.serviceWorker.getRegistration())",
        )
        .await?;
    assert_eq!(kept(t).await?, [""; 0]);
    let quota = json!({ "origin": origin });
    t.page.cdp("Storage.overrideQuotaForOrigin", quota).await?;
    t.page.open(&site.url("/index.html?again")).await?;
    wait_for_worker(t).await?;
    assert_eq!(kept(t).await?.len(), 1);
    Ok(())
}

/// Registers the worker; returns its state after its start, and the names of the origin's caches.
async fn register(t: &Test) -> Result<(String, Vec<String>)> {
    let script = "await caches.open('another');
        const registration = await navigator.serviceWorker.register('service-worker.js').catch(() => {});
        const worker = registration?.installing;
        const isOver = () => !worker || ['activated', 'redundant'].includes(worker.state);
        while (!isOver()) await new Promise((done) => (worker.onstatechange = done));
        return [worker?.state ?? 'redundant', await caches.keys()];";
    Ok(t.page.js_async(script, json!([])).await?)
}

/// Returns the names of the origin's caches.
async fn kept(t: &Test) -> Result<Vec<String>> {
    let script = "return self.caches?.keys() ?? [];"; // an error page has none
    Ok(t.page.js_async(script, json!([])).await?)
}

/// Waits until this path is requested after the first so many requests.
async fn wait_for_request(site: &Arc<Site>, before: usize, path: &str) {
    for _ in 0..100 {
        if site.requests()[before..]
            .iter()
            .any(|request| request == path)
        {
            return;
        }
        sleep(Duration::from_millis(100)).await;
    }
    panic!("no request of {path}: {:?}", site.requests());
}
