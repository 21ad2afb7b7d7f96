//! Without a network: after the load, after a reload, and when a new build arrives.

use std::fs;
use std::path::Path;
use std::sync::Arc;

use serde_json::json;
use sha2::{Digest, Sha256};

use super::network::fetched_all;
use super::start::copy_of_dist;
use super::{POLICY, built, eids, open_page, search, wait_for_count, wait_for_worker};
use crate::runner::{Result, Test};
use crate::site::{Builder, CAPTURE, Site};

cases! {
    everywhere: [
        loaded_page_makes_no_requests,
        embed_page_works_after_its_server_stops,
        pages_load_without_their_server,
        new_build_replaces_the_old_one_at_the_next_load,
        incomplete_build_is_never_installed,
        host_page_gets_no_worker,
    ],
}

/// Uses every feature of readers and hosts in turn.
pub(super) async fn use_everything(t: &mut Test) -> Result {
    wait_for_count(t, 63).await?;
    search(t, "论坛").await?;
    wait_for_count(t, 11).await?;
    t.page.click(".search .clear").await?;
    wait_for_count(t, 63).await?;
    t.page.click("[value=tourism]").await?;
    wait_for_count(t, 3).await?;
    t.page.click(".chip").await?;
    wait_for_count(t, 63).await?;
    t.page.click("input[name=lang][value=es]").await?;
    t.page
        .wait_until(
            "the status is Spanish",
            "$('[part~=status]').textContent.includes('de 63')",
        )
        .await?;
    t.page.click("input[name=lang][value=en]").await?;
    let is_open: bool = t
        .page
        .js("return Boolean($('[part~=matrix]'));", json!([]))
        .await?;
    t.page.click("[aria-controls=ce-overview]").await?;
    let is_other = format!("Boolean($('[part~=matrix]')) !== {is_open}");
    t.page
        .wait_until("the overview has toggled", &is_other)
        .await?;
    t.page.click("[aria-controls=ce-overview]").await?;
    t.page.click(".tags button").await?;
    t.page
        .wait_until("the evidence is open", "$('.evidence')")
        .await?;
    let host = "const element = document.querySelector('clause-explorer');
        const shown = await element.goTo('art_3__para_1');
        return [shown, element.cite('art_3__para_1', 'bibtex').includes('art_3__para_1'), element.clauses('q=论坛').length, Object.keys(element.counts()).length > 1];";
    let answers: (bool, bool, usize, bool) = t.page.js_async(host, json!([])).await?;
    assert_eq!(answers, (true, true, 11, true));
    let () = t
        .page
        .js("location.hash = 'art_2__sec_7__para_4';", json!([]))
        .await?;
    t.page
        .wait_until(
            "the linked clause is open",
            "$('#art_2__sec_7__para_4[aria-current]')",
        )
        .await?;
    let () = t
        .page
        .js(
            "document.querySelector('clause-explorer').setAttribute('theme', 'dark');",
            json!([]),
        )
        .await?;
    assert_eq!(eids(t).await?.len(), 63);
    Ok(())
}

async fn loaded_page_makes_no_requests(t: &mut Test) -> Result {
    let site = open_page(t, "<clause-explorer layout=panel></clause-explorer>").await?;
    wait_for_count(t, 63).await?;
    fetched_all(&site).await?;
    let before = site.requests();
    use_everything(t).await?;
    assert_eq!(site.requests(), before);
    Ok(())
}

async fn embed_page_works_after_its_server_stops(t: &mut Test) -> Result {
    let site = t.site(built());
    t.page.open(&site.url("/embed.html")).await?;
    wait_for_count(t, 63).await?;
    wait_for_worker(t).await?;
    site.stop();
    use_everything(t).await
}

async fn pages_load_without_their_server(t: &mut Test) -> Result {
    let folder = copy_of_dist()?;
    let site = visit(t, site_of(folder.path())?).await?;
    site.stop();
    t.page.open(&site.url("/?")).await?;
    wait_for_count(t, 63).await?;
    search(t, "论坛").await?;
    wait_for_count(t, 11).await?;
    t.page.open(&site.url("/embed.html")).await?;
    use_everything(t).await?;
    t.page
        .open(&site.url("/embed.html?sector=finance#x"))
        .await?;
    wait_for_count(t, 3).await?;
    t.page.open(&site.url("/guide.html")).await?;
    let title: String = t
        .page
        .js(
            "return document.querySelector('h1').textContent;",
            json!([]),
        )
        .await?;
    assert_eq!(title, "Put the explorer into your page");
    Ok(())
}

async fn new_build_replaces_the_old_one_at_the_next_load(t: &mut Test) -> Result {
    let folder = copy_of_dist()?;
    let site = visit(t, site_of(folder.path())?).await?;
    replace_build(folder.path())?;
    // Page and styles are still those of the old build.
    t.page.open(&site.url("/index.html?1")).await?;
    wait_for_count(t, 63).await?;
    assert_eq!(build(t).await?, ("A".into(), "A".into()));
    t.page
        .wait_until_async(
            "the new worker waits",
            "(await navigator.serviceWorker.getRegistration()).waiting",
        )
        .await?;
    assert_eq!(build(t).await?, ("A".into(), "A".into()));
    t.page.open(&site.url("/index.html?2")).await?;
    wait_for_count(t, 63).await?;
    assert_eq!(build(t).await?, ("B".into(), "B".into()));
    site.stop();
    t.page.open(&site.url("/index.html?3")).await?;
    wait_for_count(t, 63).await?;
    assert_eq!(build(t).await?, ("B".into(), "B".into()));
    let caches: Vec<String> = t.page.js_async("return caches.keys();", json!([])).await?;
    assert_eq!(caches.len(), 1, "the old one is gone: {caches:?}");
    Ok(())
}

/// The worker of a new build is on the server, but one file is still the old one.
async fn incomplete_build_is_never_installed(t: &mut Test) -> Result {
    let folder = copy_of_dist()?;
    let styles = fs::read(folder.path().join("showcase.css"))?;
    let site = visit(t, site_of(folder.path())?).await?;
    replace_build(folder.path())?;
    fs::write(folder.path().join("showcase.css"), styles)?;
    t.page.open(&site.url("/index.html?1")).await?;
    wait_for_count(t, 63).await?;
    let refused = "const registration = await navigator.serviceWorker.getRegistration();
        await registration.update().catch(() => {});
        const { installing } = registration;
        if (installing) await new Promise((done) => installing.addEventListener('statechange', done));
        return [registration.waiting === null, (await caches.keys()).length];";
    let refused: (bool, usize) = t.page.js_async(refused, json!([])).await?;
    assert_eq!(refused, (true, 1));
    site.stop();
    t.page.open(&site.url("/index.html?2")).await?;
    wait_for_count(t, 63).await?;
    assert_eq!(build(t).await?, ("A".into(), "A".into()));
    Ok(())
}

async fn host_page_gets_no_worker(t: &mut Test) -> Result {
    open_page(t, "<clause-explorer></clause-explorer>").await?;
    wait_for_count(t, 63).await?;
    let script = "return (await navigator.serviceWorker.getRegistrations()).length + (await caches.keys()).length;";
    let kept: usize = t.page.js_async(script, json!([])).await?;
    assert_eq!(kept, 0);
    Ok(())
}

/// Returns a site with a copy of the built files, whose worker also keeps the capture script.
pub(super) fn site_of(folder: &Path) -> Result<Builder> {
    let worker = folder.join("service-worker.js");
    let hash = format!("{:x}", Sha256::digest(CAPTURE));
    let text = fs::read_to_string(&worker)?;
    let (before, after) = text.split_once("\"builder.js\":").expect("it is kept");
    let kept = format!("{before}\"console-capture.js\":\"{hash}\",\"builder.js\":{after}");
    fs::write(&worker, kept)?;
    Ok(Site::builder().folder(folder).header(
        "content-security-policy",
        &format!("{POLICY}; manifest-src 'self'"),
    ))
}

/// Opens the showcase and waits until the worker has cached it.
pub(super) async fn visit(t: &mut Test, site: Builder) -> Result<Arc<Site>> {
    let site = t.site(site);
    t.page.open(&site.url("/index.html")).await?;
    wait_for_worker(t).await?;
    Ok(site)
}

/// Returns the builds that the page and its styles belong to.
async fn build(t: &Test) -> Result<(String, String)> {
    let script =
        "const isB = getComputedStyle(document.querySelector('.masthead')).letterSpacing === '7px';
        return [document.title === 'B' ? 'B' : 'A', isB ? 'B' : 'A'];";
    Ok(t.page.js(script, json!([])).await?)
}

/// Replaces the build: each page, one style sheet and the worker differ.
fn replace_build(folder: &Path) -> Result {
    let read = |name: &str| fs::read_to_string(folder.join(name));
    let worker = read("service-worker.js")?;
    let page = read("index.html")?;
    let mark = page
        .split("content=\"Clause Explorer ")
        .nth(1)
        .and_then(|rest| rest.split('"').next())
        .expect("a page has the mark of its build")
        .to_owned();
    assert!(worker.contains(&mark), "the worker has the same mark");
    for name in ["index.html", "embed.html", "guide.html"] {
        let page = read(name)?.replace(&mark, "bbbbbbbbbbbb");
        let (head, rest) = page.split_once("<title>").expect("a title");
        let (_, rest) = rest.split_once("</title>").expect("its end");
        fs::write(folder.join(name), format!("{head}<title>B</title>{rest}"))?;
    }
    let styles = read("showcase.css")?;
    let styles_b = format!("{styles}\n.masthead {{ letter-spacing: 7px; }}\n");
    let [old, new] = [&styles, &styles_b].map(|text| format!("{:x}", Sha256::digest(text)));
    assert!(worker.contains(&old), "the worker knows the styles");
    fs::write(folder.join("showcase.css"), styles_b)?;
    let worker = worker.replace(&mark, "bbbbbbbbbbbb").replace(&old, &new);
    fs::write(folder.join("service-worker.js"), worker)?;
    Ok(())
}
