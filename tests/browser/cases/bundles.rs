//! A page that is a Yew application itself: neither of two Yew bundles runs the other's handlers.

use std::path::PathBuf;
use std::process::Command;
use std::sync::{Arc, LazyLock};

use serde_json::{Value, json};

use super::{built, page_with, search, wait_for_count};
use crate::runner::{Result, Test};
use crate::site::Site;

cases! {
    everywhere: [
        host_mounted_first,
        host_mounted_first_with_other_subtree_ids,
        explorer_mounted_first,
        explorer_mounted_first_with_other_subtree_ids,
    ],
}

/// The host application of `tests/yew-host`, built and bound as its author would.
static HOST: LazyLock<PathBuf> = LazyLock::new(|| {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/yew-host");
    let target = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("yew-host");
    let status = Command::new(env!("CARGO"))
        .args([
            "build",
            "--quiet",
            "--locked",
            "--target",
            "wasm32-unknown-unknown",
        ])
        .arg("--target-dir")
        .arg(&target)
        .current_dir(folder)
        .status()
        .expect("cargo can be run");
    assert!(status.success(), "the host application must compile");
    let out = target.join("bound");
    let mut bindgen = wasm_bindgen_cli_support::Bindgen::new();
    bindgen
        .input_path(target.join("wasm32-unknown-unknown/debug/yew_host.wasm"))
        .typescript(false)
        .omit_default_module_path(false)
        .web(true)
        .and_then(|bindgen| bindgen.generate(&out))
        .expect("the host application can be bound");
    out
});

/// Builds the host application for the cases of this module. The first build takes a minute or two.
pub(super) fn prepare(name: &str) {
    if CASES.iter().any(|case| case.name == name) {
        LazyLock::force(&HOST);
    }
}

async fn host_mounted_first(t: &mut Test) -> Result {
    let script = "await host(1); await explorer();";
    check_isolation(t, script).await
}

async fn host_mounted_first_with_other_subtree_ids(t: &mut Test) -> Result {
    let script = "await host(4); await explorer();";
    check_isolation(t, script).await
}

async fn explorer_mounted_first(t: &mut Test) -> Result {
    let script = "await explorer(); await another(1); await host(1);";
    check_isolation(t, script).await
}

async fn explorer_mounted_first_with_other_subtree_ids(t: &mut Test) -> Result {
    let script = "await explorer(); await another(3); await host(2);";
    check_isolation(t, script).await
}

/// Opens a page whose script mounts hosts and explorers. The last host is the one under test.
async fn open(t: &mut Test, script: &str) -> Result<Arc<Site>> {
    let script = format!(
        "const host = async (roots) => {{
            const {{ default: init, mount }} = await import('/yew_host.js');
            await init();
            for (let nth = 1; nth <= roots; nth += 1) {{
                const root = document.createElement('section');
                root.id = nth === roots ? 'host' : `decoy${{nth}}`;
                document.body.prepend(root);
                mount(root);
            }}
        }};
        const explorer = () => import('/clause-explorer.js');
        const another = async (elements) => {{
            for (let nth = 0; nth < elements; nth += 1) {{
                const element = document.createElement('clause-explorer');
                Object.assign(element, {{ loading: 'eager', layout: 'panel' }});
                document.body.append(element);
                await element.ready;
            }}
        }};
        {script}"
    );
    let page = page_with("").replace("clause-explorer.js", "scenario.js");
    let site = t.site(
        built()
            .folder(HOST.clone())
            .page("/test.html", page)
            .page("/scenario.js", script),
    );
    t.page.open(&site.url("/test.html")).await?;
    Ok(site)
}

async fn check_isolation(t: &mut Test, script: &str) -> Result {
    open(t, script).await?;
    wait_for_count(t, 63).await?;
    wait_for_host(t, json!(["0", "", "0", "0"])).await?;
    let () = t.page.js("root.host.layout = 'panel';", json!([])).await?;
    t.page
        .wait_until("it is a panel", "$('[data-layout=panel]')")
        .await?;

    // A press in the explorer is one in the explorer, and it bubbles to the host: a checkbox's is an input too.
    t.page.click("[value=tourism]").await?;
    wait_for_count(t, 3).await?;
    wait_for_host(t, json!(["0", "", "1", "1"])).await?;
    t.page.click(".chip").await?;
    wait_for_count(t, 63).await?;
    wait_for_host(t, json!(["0", "", "2", "1"])).await?;

    // Typing reaches the explorer alone.
    search(t, "核能").await?;
    wait_for_count(t, 2).await?;
    let typed: String = t
        .page
        .js(
            "return document.querySelector('#host .inputs').textContent;",
            json!([]),
        )
        .await?;
    assert_ne!(typed, "1", "the host sees that something is typed");
    wait_for_host(t, json!(["0", "", "2", typed])).await?;

    // A press in the host reaches the host alone.
    let press = "document.querySelectorAll('#host > main > .press')[arguments[0]].click();";
    for nth in [0, 1] {
        let () = t.page.js(press, json!([nth])).await?;
    }
    wait_for_host(t, json!(["2", "", "4", typed])).await?;
    wait_for_count(t, 2).await?;

    // A press in the element's children reaches the host alone too.
    let () = t
        .page
        .js(
            "document.querySelector('#host clause-explorer > .press').click();",
            json!([]),
        )
        .await?;
    wait_for_host(t, json!(["3", "", "5", typed])).await?;

    let () = t
        .page
        .js(
            "const field = document.querySelector('#host .field'); field.value = 'abc';
        field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));",
            json!([]),
        )
        .await?;
    let typed = (typed.parse::<u32>()? + 1).to_string();
    wait_for_host(t, json!(["3", "abc", "5", typed])).await?;
    wait_for_count(t, 2).await?;

    // The explorer has still reacted to its own events alone.
    t.page.click("[value=energy-resources]").await?;
    wait_for_count(t, 1).await?;
    let typed = (typed.parse::<u32>()? + 1).to_string();
    wait_for_host(t, json!(["3", "abc", "6", typed])).await
}

/// Waits until the host shows these values: presses, text, clicks and inputs.
async fn wait_for_host(t: &Test, counts: Value) -> Result {
    let now = "JSON.stringify(['.press', '.typed', '.bubbled', '.inputs'].map((css) => document.querySelector(`#host ${css}`).textContent))";
    let wanted = json!(counts.to_string());
    Ok(t.page
        .wait_until(
            &format!("the host counts {counts}"),
            &format!("{now} === {wanted} || (() => {{ throw {now}; }})()"),
        )
        .await?)
}
