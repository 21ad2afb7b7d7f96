//! The view in the page's address: writing, reading, and keeping the host's own parts.

use std::sync::Arc;

use serde_json::json;

use super::{ELEMENT, built, listening, search, wait_for_count, wait_for_widget};
use crate::runner::{Result, Test};
use crate::site::Site;

cases! {
    everywhere: [
        address_is_untouched_without_sync,
        address_sets_the_first_view,
        host_parameters_stay_in_the_query,
        host_anchors_change_no_view,
        empty_view_differs_from_no_view,
        sync_may_change,
        first_of_two_elements_owns_the_address,
    ],
    anywhere: [
        unknown_values_in_the_address_are_reported,
    ],
}

/// Opens a page with these elements at an address that ends in `rest`.
pub(super) async fn open_at(t: &mut Test, body: &str, rest: &str) -> Result<Arc<Site>> {
    // A tab's history has a limit, so its length does not count the entries.
    let listen = "window.errors = []; addEventListener('ce-error', (event) => errors.push(event.detail.message));
        window.pushed = 0;
        const push = history.pushState;
        history.pushState = function (...entry) { pushed += 1; push.apply(this, entry); };";
    let site = t.site(listening(built(), body, listen));
    t.page.open(&site.url(&format!("/test.html{rest}"))).await?;
    wait_for_widget(t).await?;
    Ok(site)
}

/// Waits for the query and fragment of the address, decoded.
pub(super) async fn wait_for_address(t: &Test, rest: &str) -> Result {
    let is_there = format!(
        "decodeURIComponent(location.search + location.hash) === {}",
        json!(rest)
    );
    Ok(t.page
        .wait_until(&format!("the address ends in “{rest}”"), &is_there)
        .await?)
}

/// Waits for the query and fragment of the address, as they are encoded.
pub(super) async fn wait_for_encoded(t: &Test, rest: &str) -> Result {
    let is_there = format!("location.search + location.hash === {}", json!(rest));
    Ok(t.page
        .wait_until(&format!("the address ends in “{rest}”"), &is_there)
        .await?)
}

pub(super) async fn go(t: &Test, steps: i32) -> Result {
    let () = t
        .page
        .js("history.go(arguments[0]);", json!([steps]))
        .await?;
    Ok(())
}

/// Returns the number of history entries that scripts have added.
pub(super) async fn entries(t: &Test) -> Result<usize> {
    Ok(t.page.js("return pushed;", json!([])).await?)
}

async fn address_is_untouched_without_sync(t: &mut Test) -> Result {
    open_at(
        t,
        "<clause-explorer layout=panel></clause-explorer>",
        "?q=核能#sector=tourism",
    )
    .await?;
    wait_for_count(t, 63).await?;
    let before = entries(t).await?;
    t.page.click("[value=finance]").await?;
    wait_for_count(t, 3).await?;
    wait_for_address(t, "?q=核能#sector=tourism").await?;
    assert_eq!(entries(t).await?, before);
    Ok(())
}

async fn address_sets_the_first_view(t: &mut Test) -> Result {
    let body = |sync| {
        format!(
            "<clause-explorer layout=panel sync='{sync}' view='sector=finance'></clause-explorer>"
        )
    };
    for (sync, rest, count) in [
        ("query", "?q=%E6%A0%B8%E8%83%BD", 2),
        ("hash", "#q=%E6%A0%B8%E8%83%BD", 2),
        ("query", "?sector=tourism&page=2", 3),
        ("query", "?page=2", 3),
        ("hash", "", 3),
    ] {
        open_at(t, &body(sync), rest).await?;
        wait_for_count(t, count).await?;
        let view = format!("{ELEMENT} return element.view;");
        let view: String = t.page.js(&view, json!([])).await?;
        assert_eq!(
            view,
            match rest {
                "" | "?page=2" => "sector=finance",
                "?sector=tourism&page=2" => "sector=tourism",
                _ => "q=核能",
            },
            "{sync} {rest}"
        );
    }
    Ok(())
}

async fn host_parameters_stay_in_the_query(t: &mut Test) -> Result {
    let rest = "?utm=a%20b&sector=finance&flag&p=1%2B1#top";
    open_at(
        t,
        "<p id='top'></p><clause-explorer layout=panel sync='query'></clause-explorer>",
        rest,
    )
    .await?;
    wait_for_count(t, 3).await?;
    t.page.click("[value=tourism]").await?;
    wait_for_count(t, 6).await?;
    wait_for_encoded(
        t,
        "?utm=a%20b&flag&p=1%2B1&sector=finance&sector=tourism#top",
    )
    .await?;
    t.page.click(".clear-all").await?;
    wait_for_count(t, 63).await?;
    wait_for_encoded(t, "?utm=a%20b&flag&p=1%2B1#top").await?;
    // The host's state of a history entry is kept.
    let () = t
        .page
        .js("history.replaceState({ host: 1 }, '');", json!([]))
        .await?;
    t.page.click("[value=aerospace]").await?;
    wait_for_address(t, "?utm=a b&flag&p=1+1&sector=aerospace#top").await?;
    assert_eq!(
        t.page
            .js::<u32>("return history.state.host;", json!([]))
            .await?,
        1
    );
    let errors: Vec<String> = t.page.js("return errors;", json!([])).await?;
    assert_eq!(
        errors,
        <[&str; 0]>::default(),
        "what is the host's is no error"
    );
    Ok(())
}

async fn host_anchors_change_no_view(t: &mut Test) -> Result {
    for (sync, mark, rest) in [
        ("hash", "#", "#heading"),
        ("query", "?", "?sector=tourism#heading"),
    ] {
        open_at(t, &format!("<h2 id='heading'>h</h2><a href='#heading'>to it</a><clause-explorer layout=panel sync='{sync}'></clause-explorer>"), "").await?;
        wait_for_count(t, 63).await?;
        t.page.click("[value=tourism]").await?;
        wait_for_count(t, 3).await?;
        wait_for_address(t, &format!("{mark}sector=tourism")).await?;
        let () = t
            .page
            .js("document.querySelector('a').click();", json!([]))
            .await?;
        wait_for_address(t, rest).await?;
        // Nothing changes, so nothing can be waited for; the search comes after the anchor in any case.
        search(t, "合作").await?;
        t.page
            .wait_until(
                "query and sector filter together",
                "$('mark') && $(':checked[value=tourism]')",
            )
            .await?;
    }
    Ok(())
}

async fn empty_view_differs_from_no_view(t: &mut Test) -> Result {
    let body =
        "<clause-explorer layout=panel sync='query' view='sector=finance'></clause-explorer>";
    let site = open_at(t, body, "").await?;
    wait_for_count(t, 3).await?;
    t.page.click(".clear-all").await?;
    wait_for_address(t, "?q=").await?;
    t.page.open(&site.url("/test.html?q=")).await?;
    wait_for_count(t, 63).await?;
    Ok(())
}

async fn sync_may_change(t: &mut Test) -> Result {
    let set = format!("{ELEMENT} element.sync = arguments[0];");
    open_at(
        t,
        "<clause-explorer layout=panel></clause-explorer>",
        "?a=1",
    )
    .await?;
    t.page.click("[value=tourism]").await?;
    wait_for_count(t, 3).await?;
    let () = t.page.js(&set, json!(["query"])).await?;
    wait_for_address(t, "?a=1&sector=tourism").await?;
    let () = t.page.js(&set, json!(["none"])).await?;
    t.page.click("[value=finance]").await?;
    wait_for_count(t, 6).await?;
    wait_for_address(t, "?a=1&sector=tourism").await?;
    // The address wins over the present view.
    let () = t.page.js(&set, json!(["query"])).await?;
    wait_for_count(t, 3).await?;
    let () = t.page.js(&set, json!(["hash"])).await?;
    wait_for_address(t, "?a=1&sector=tourism#sector=tourism").await?;
    // A removed element ignores the address, and applies it when it returns.
    let () = t
        .page
        .js(
            "window.kept = document.querySelector('clause-explorer'); kept.remove();",
            json!([]),
        )
        .await?;
    let () = t
        .page
        .js("location.hash = 'sector=finance';", json!([]))
        .await?;
    let () = t.page.js("document.body.append(kept);", json!([])).await?;
    wait_for_count(t, 3).await?;
    t.page
        .wait_until(
            "the view is that of the address",
            "$(':checked[value=finance]') && !$(':checked[value=tourism]')",
        )
        .await?;
    Ok(())
}

async fn first_of_two_elements_owns_the_address(t: &mut Test) -> Result {
    open_at(t, "<clause-explorer layout=panel sync='query'></clause-explorer><clause-explorer layout=panel sync='hash' id='second'></clause-explorer>", "#q=核能").await?;
    t.page
        .wait_until("both elements are mounted", "document.querySelector('#second').shadowRoot.querySelectorAll('article').length === 63")
        .await?;
    t.page.click("[value=tourism]").await?;
    wait_for_address(t, "?sector=tourism#q=核能").await?;
    let () = t.page.js("document.querySelector('#second').shadowRoot.querySelector('[value=finance]').click();", json!([])).await?;
    t.page
        .wait_until(
            "the second element has its own view",
            "document.querySelector('#second').view === 'sector=finance'",
        )
        .await?;
    wait_for_address(t, "?sector=tourism#q=核能").await?;
    t.expect_console(&[
        "console.warn: expected one <clause-explorer> with sync in a page, found another",
    ]);
    Ok(())
}

async fn unknown_values_in_the_address_are_reported(t: &mut Test) -> Result {
    open_at(
        t,
        "<clause-explorer layout=panel sync='hash'></clause-explorer>",
        "#sektor=x&sector=tourism",
    )
    .await?;
    wait_for_count(t, 3).await?;
    let errors: Vec<String> = t.page.js("return errors;", json!([])).await?;
    assert_eq!(errors.len(), 1, "{errors:?}");
    assert!(errors[0].ends_with("found “sektor”"), "{errors:?}");
    open_at(
        t,
        "<clause-explorer layout=panel sync='query'></clause-explorer>",
        "?sector=x&sektor=y&sector=tourism",
    )
    .await?;
    wait_for_count(t, 3).await?;
    let errors: Vec<String> = t.page.js("return errors;", json!([])).await?;
    assert_eq!(
        errors,
        ["expected a value of the facet “sector”, found “x”"]
    );
    Ok(())
}
