//! A removed element leaves nothing behind except its mount point, which the next element reuses.

use std::time::Duration;

use serde_json::json;
use tokio::time::sleep;

use super::{built, listening, open_page, search, wait_for_count, wait_for_widget};
use crate::engines::Engine;
use crate::runner::{Result, Test};

cases! {
    everywhere: [
        removed_elements_are_freed,
        next_element_reuses_only_the_mount_point,
        present_elements_have_separate_mount_points,
        element_removed_before_ready_leaves_nothing,
    ],
    chromium: [
        changed_plans_are_freed,
    ],
}

/// Adds elements to the page, uses each shortly, and removes it.
const CYCLES: &str = "const [cycles] = arguments;
    window.refs ??= [];
    for (let nth = 0; nth < cycles; nth += 1) {
        const element = document.createElement('clause-explorer');
        element.setAttribute('loading', 'eager');
        element.setAttribute('sync', 'hash');
        element.setAttribute('view', 'sector=tourism'); // few clauses, which are quick to show
        element.addEventListener('ce-change', () => element.title = 'changed');
        document.body.append(element);
        await element.ready;
        element.shadowRoot.querySelector('[value=finance]').click();
        element.lang = 'es';
        await element.goTo('art_2__sec_8__para_2');
        refs.push(new WeakRef(element));
        element.remove();
        await new Promise((done) => setTimeout(done));
    }
    history.replaceState(null, '', location.pathname);";

/// Keeps the exports of the main wasm, which no module of the engine exports.
pub(super) const KEEP_INSTANCE: &str = "WebAssembly.Instance = class extends WebAssembly.Instance {
        constructor(...parts) { super(...parts); if (this.exports.memory) window.wasm = this.exports; }
    };";

async fn removed_elements_are_freed(t: &mut Test) -> Result {
    // Only Chromium counts live objects. In the others, later elements must work like the first, in
    // the same wasm memory.
    let (warming, cycles) = match t.engine {
        Engine::Chromium => (30, 100),
        Engine::Firefox | Engine::WebKit => (10, 20),
    };
    let body = "<clause-explorer layout=panel loading='eager'></clause-explorer>";
    let site = t.site(listening(built(), body, KEEP_INSTANCE));
    t.page.open(&site.url("/test.html")).await?;
    wait_for_widget(t).await?;
    let () = t
        .page
        .js(
            "document.querySelector('clause-explorer').remove();",
            json!([]),
        )
        .await?;
    cycle(t, warming).await?;
    let memory = "return wasm.memory.buffer.byteLength;";
    let before = t.page.live_nodes_and_listeners().await?;
    let bytes: i64 = t.page.js(memory, json!([])).await?;
    cycle(t, cycles).await?;
    let (after, alive) = after_collection(t).await?;
    // Memory grows in pages of 64 KB, so this finds only large leaks.
    let bytes_after: i64 = t.page.js(memory, json!([])).await?;
    assert!(
        bytes_after - bytes <= 0x10000,
        "{bytes} B of wasm memory became {bytes_after}"
    );
    let made: usize = t.page.js("return refs.length;", json!([])).await?;
    assert_eq!(made, warming + cycles);
    let Some(([nodes, listeners], [nodes_after, listeners_after])) = before.zip(after) else {
        return Ok(());
    };
    assert_eq!(alive, 0, "elements are alive");
    assert!(
        nodes_after - nodes <= 5,
        "{} nodes more after {cycles} cycles",
        nodes_after - nodes
    );
    assert!(
        listeners_after - listeners <= 0,
        "{} listeners more after {cycles} cycles",
        listeners_after - listeners
    );
    Ok(())
}

/// Returns the numbers of live objects and of live elements, once all elements are freed or after a few tries: in one run of
/// all cases Chromium held the last element after three collections, for a reason that is not found.
async fn after_collection(t: &Test) -> Result<(Option<[i64; 2]>, usize)> {
    const TRIES: usize = 20;
    let mut tries = 1;
    loop {
        let counted = t.page.live_nodes_and_listeners().await?;
        let alive: usize = t
            .page
            .js(
                "return refs.filter((ref) => ref.deref()).length;",
                json!([]),
            )
            .await?;
        if alive == 0 || counted.is_none() || tries == TRIES {
            return Ok((counted, alive));
        }
        tries += 1;
        sleep(Duration::from_millis(500)).await;
    }
}

/// Runs five cycles a script, because a script has a time limit.
async fn cycle(t: &Test, cycles: usize) -> Result {
    for _ in 0..cycles / 5 {
        let () = t.page.js_async(CYCLES, json!([5])).await?;
    }
    Ok(())
}

async fn next_element_reuses_only_the_mount_point(t: &mut Test) -> Result {
    open_page(
        t,
        "<clause-explorer layout=panel lang='en' view='compare=zh'></clause-explorer>",
    )
    .await?;
    search(t, "合作").await?;
    t.page.wait_until("hits are marked", "$('mark')").await?;
    t.page.click("[value=tourism]").await?;
    t.page.click("[aria-controls=ce-overview]").await?;
    let replace = "const old = document.querySelector('clause-explorer');
        window.place = old.shadowRoot.querySelector('div');
        old.remove();
        await new Promise((done) => setTimeout(done));
        window.isParked = !place.isConnected && !place.childNodes.length && !old.shadowRoot.contains(place);
        const next = document.createElement('clause-explorer');
        Object.assign(next, { loading: 'eager', layout: 'panel' });
        document.body.append(next);
        await next.ready;";
    let () = t.page.js_async(replace, json!([])).await?;
    wait_for_count(t, 63).await?;
    let state = "return [isParked, $('div') === place, $('[part~=search]').value, root.querySelectorAll(':checked[name=sector]').length,
        $('[aria-controls=ce-overview]').ariaExpanded, $('[part~=list]').dataset.parallel, $('[part~=list]').scrollTop, root.querySelectorAll('mark').length];";
    let state: serde_json::Value = t.page.js(state, json!([])).await?;
    assert_eq!(state, json!([true, true, "", 0, "false", "false", 0, 0]));
    // The next element works, with its own events.
    let () = t.page.js("document.querySelector('clause-explorer').addEventListener('ce-change', (event) => (window.changed = event.detail.viewString));", json!([])).await?;
    t.page.click("[value=finance]").await?;
    wait_for_count(t, 3).await?;
    t.page
        .wait_until(
            "the change event has fired",
            "window.changed === 'sector=finance'",
        )
        .await?;
    search(t, "农业").await?;
    t.page
        .wait_until("the result is empty", "$('.empty')")
        .await?;
    Ok(())
}

async fn present_elements_have_separate_mount_points(t: &mut Test) -> Result {
    open_page(
        t,
        "<clause-explorer layout=panel loading='eager'></clause-explorer>",
    )
    .await?;
    let script = "const all = (make) => Promise.all([...Array(4).keys()].map(make));
        const views = ['q=核能', 'sector=tourism', '', 'q=论坛&sector=agriculture-food'];
        let found = [];
        for (let round = 0; round < 3; round += 1) {
            document.body.replaceChildren();
            const elements = await all(async (nth) => {
                const element = document.createElement('clause-explorer');
                Object.assign(element, { loading: 'eager', view: views[(nth + round) % 4] });
                document.body.append(element);
                return element.ready;
            });
            found.push(elements.map((element, nth) => element.shadowRoot.querySelectorAll('article').length === [2, 3, 63, 1][(nth + round) % 4]));
            found.push(new Set(elements.map((element) => element.shadowRoot.querySelector('div'))).size);
        }
        return found.flat();";
    let found: serde_json::Value = t.page.js_async(script, json!([])).await?;
    let round = [json!(true), json!(true), json!(true), json!(true), json!(4)];
    assert_eq!(found, json!([&round[..], &round, &round].concat()));
    Ok(())
}

/// Changes the plan again and again, each time to an address that the browser has not seen.
const CHANGES: &str = "const [from, changes] = arguments;
    const element = document.querySelector('clause-explorer');
    for (let nth = from; nth < from + changes; nth += 1) {
        const ready = new Promise((done) => element.addEventListener('ce-ready', done, { once: true }));
        element.src = `plan.json?${nth}`;
        await ready;
    }";

async fn changed_plans_are_freed(t: &mut Test) -> Result {
    open_page(
        t,
        "<clause-explorer layout=panel loading='eager'></clause-explorer>",
    )
    .await?;
    let mut nodes = Vec::new();
    for round in 0..3 {
        let () = t.page.js_async(CHANGES, json!([round * 10, 10])).await?;
        let live = t.page.live_nodes_and_listeners().await?;
        nodes.extend(live.map(|[nodes, _]| nodes));
    }
    let (first, last) = (nodes[0], nodes[nodes.len() - 1]);
    assert!(
        last - first <= 50,
        "the number of nodes grew with the changes: {nodes:?}"
    );
    wait_for_count(t, 63).await
}

async fn element_removed_before_ready_leaves_nothing(t: &mut Test) -> Result {
    open_page(
        t,
        "<clause-explorer layout=panel loading='eager'></clause-explorer>",
    )
    .await?;
    let script = "const events = [], outcomes = [];
        for (let nth = 0; nth < 20; nth += 1) {
            const element = document.createElement('clause-explorer');
            element.loading = 'eager';
            for (const type of ['ce-ready', 'ce-change', 'ce-select', 'ce-error']) {
                element.addEventListener(type, () => events.push(`${type} of ${nth}`));
            }
            outcomes.push(element.ready.then(() => 'mounted', () => 'rejected'));
            document.body.append(element);
            for (let wait = 0; wait < nth % 7; wait += 1) await null;
            element.remove();
            if (nth % 2) await new Promise((done) => setTimeout(done));
        }
        await new Promise((done) => setTimeout(done, 200));
        // No promise stays pending.
        await Promise.all(outcomes);
        return [events, document.querySelectorAll('clause-explorer').length];";
    let (events, left): (Vec<String>, u32) = t.page.js_async(script, json!([])).await?;
    assert_eq!(events, [""; 0]);
    assert_eq!(left, 1);
    let () = t
        .page
        .js(
            "const next = document.querySelector('clause-explorer'); next.view = 'q=核能';",
            json!([]),
        )
        .await?;
    wait_for_count(t, 2).await
}
