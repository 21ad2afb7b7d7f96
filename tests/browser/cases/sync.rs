//! The view in the page's address: written, read, followed back and forward, and never at the host's cost.

use std::sync::Arc;

use serde_json::json;

use super::{ELEMENT, built, listening, search, wait_for_count, wait_for_widget};
use crate::runner::{Result, Test};
use crate::site::Site;

cases![
    the_address_is_left_alone_without_sync,
    choices_are_entries_and_typing_is_not,
    back_and_forward_are_followed,
    an_address_is_a_view_to_begin_with,
    what_is_the_host_s_in_a_query_stays,
    an_anchor_of_the_host_changes_no_view,
    clauses_have_their_plain_fragment,
    a_link_in_a_narrowed_view_keeps_it,
    an_empty_view_is_not_the_host_s_view,
    a_host_s_view_takes_the_place_of_an_entry,
    sync_may_change,
    the_first_of_two_elements_has_the_address,
    unknown_values_in_the_address_are_told,
];

/// Opens a page with these elements at an address that ends in `rest`.
async fn open_at(t: &mut Test, body: &str, rest: &str) -> Result<Arc<Site>> {
    // A tab remembers so many entries only, so that the length of its history is no measure.
    let listen = "window.errors = []; addEventListener('ce-error', (event) => errors.push(event.detail.message));
        window.pushed = 0;
        const push = history.pushState;
        history.pushState = function (...entry) { pushed += 1; push.apply(this, entry); };";
    let site = t.site(listening(built(), body, listen));
    t.page.open(&site.url(&format!("/test.html{rest}"))).await?;
    wait_for_widget(t).await?;
    Ok(site)
}

/// Waits until the address ends so, behind the page's path.
async fn wait_for_address(t: &Test, rest: &str) -> Result {
    let is_there = format!(
        "decodeURIComponent(location.search + location.hash) === {}",
        json!(rest)
    );
    Ok(t.page
        .wait_until(&format!("the address ends in “{rest}”"), &is_there)
        .await?)
}

/// The same for an address that must be as it was to the letter.
async fn wait_for_encoded(t: &Test, rest: &str) -> Result {
    let is_there = format!("location.search + location.hash === {}", json!(rest));
    Ok(t.page
        .wait_until(&format!("the address ends in “{rest}”"), &is_there)
        .await?)
}

async fn go(t: &Test, steps: i32) -> Result {
    let () = t
        .page
        .js("history.go(arguments[0]);", json!([steps]))
        .await?;
    Ok(())
}

/// How many entries have been added to the history by script.
async fn entries(t: &Test) -> Result<usize> {
    Ok(t.page.js("return pushed;", json!([])).await?)
}

async fn the_address_is_left_alone_without_sync(t: &mut Test) -> Result {
    open_at(
        t,
        "<clause-explorer></clause-explorer>",
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

async fn choices_are_entries_and_typing_is_not(t: &mut Test) -> Result {
    for (sync, mark) in [("query", "?"), ("hash", "#")] {
        open_at(
            t,
            &format!("<clause-explorer sync='{sync}'></clause-explorer>"),
            "",
        )
        .await?;
        wait_for_count(t, 63).await?;
        let before = entries(t).await?;
        for key in ["合", "作", "a"] {
            t.page.type_text(super::SEARCH, key).await?;
        }
        wait_for_address(t, &format!("{mark}q=合作a")).await?;
        search(t, "合作").await?;
        wait_for_address(t, &format!("{mark}q=合作")).await?;
        assert_eq!(entries(t).await?, before, "{sync}");
        t.page.click("[value=finance]").await?;
        wait_for_address(t, &format!("{mark}sector=finance&q=合作")).await?;
        t.page.click("[name=lang][value=es]").await?;
        wait_for_address(t, &format!("{mark}sector=finance&q=合作&lang=es")).await?;
        assert_eq!(entries(t).await?, before + 2, "{sync}");
    }
    Ok(())
}

async fn back_and_forward_are_followed(t: &mut Test) -> Result {
    for (sync, mark) in [("query", "?"), ("hash", "#")] {
        open_at(
            t,
            &format!("<clause-explorer sync='{sync}' lang='en'></clause-explorer>"),
            "",
        )
        .await?;
        wait_for_count(t, 63).await?;
        t.page.click("[value=tourism]").await?;
        wait_for_count(t, 3).await?;
        t.page.click("[value=finance]").await?;
        wait_for_count(t, 6).await?;
        search(t, "合作").await?;
        let typed = format!("{mark}sector=finance&sector=tourism&q=合作");
        wait_for_address(t, &typed).await?;
        go(t, -1).await?;
        wait_for_address(t, &format!("{mark}sector=tourism")).await?;
        wait_for_count(t, 3).await?;
        t.page
            .wait_until("the field is empty", "$('[part~=search]').value === ''")
            .await?;
        go(t, -1).await?;
        wait_for_address(t, "").await?;
        wait_for_count(t, 63).await?;
        go(t, 2).await?;
        wait_for_address(t, &typed).await?;
        t.page
            .wait_until("all is as it was", "$('[part~=search]').value === '合作' && root.querySelectorAll(':checked[name=sector]').length === 2")
            .await?;
        // And on from there: what was ahead is gone.
        go(t, -1).await?;
        wait_for_count(t, 3).await?;
        t.page.click("[value=aerospace]").await?;
        wait_for_address(t, &format!("{mark}sector=aerospace&sector=tourism")).await?;
        go(t, -1).await?;
        wait_for_count(t, 3).await?;
    }
    Ok(())
}

async fn an_address_is_a_view_to_begin_with(t: &mut Test) -> Result {
    let body =
        |sync| format!("<clause-explorer sync='{sync}' view='sector=finance'></clause-explorer>");
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

async fn what_is_the_host_s_in_a_query_stays(t: &mut Test) -> Result {
    let rest = "?utm=a%20b&sector=finance&flag&p=1%2B1#top";
    open_at(
        t,
        "<p id='top'></p><clause-explorer sync='query'></clause-explorer>",
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
    // What the host keeps with its entries is passed on.
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

async fn an_anchor_of_the_host_changes_no_view(t: &mut Test) -> Result {
    for (sync, mark, rest) in [
        ("hash", "#", "#heading"),
        ("query", "?", "?sector=tourism#heading"),
    ] {
        open_at(t, &format!("<h2 id='heading'>h</h2><a href='#heading'>to it</a><clause-explorer sync='{sync}'></clause-explorer>"), "").await?;
        wait_for_count(t, 63).await?;
        t.page.click("[value=tourism]").await?;
        wait_for_count(t, 3).await?;
        wait_for_address(t, &format!("{mark}sector=tourism")).await?;
        let () = t
            .page
            .js("document.querySelector('a').click();", json!([]))
            .await?;
        wait_for_address(t, rest).await?;
        // There is nothing to wait for: the view stays. What comes next comes after it.
        search(t, "合作").await?;
        t.page
            .wait_until(
                "both narrow it",
                "$('mark') && $(':checked[value=tourism]')",
            )
            .await?;
    }
    Ok(())
}

async fn clauses_have_their_plain_fragment(t: &mut Test) -> Result {
    let eid = "art_2__sec_7__para_2";
    open_at(
        t,
        "<clause-explorer sync='hash' view='compare=zh'></clause-explorer>",
        &format!("#{eid}"),
    )
    .await?;
    let opened =
        format!("$('#{eid}[aria-current]') && $('[part~=clause] [part~=text] + [part~=text]')");
    t.page
        .wait_until("it is opened in the host's view", &opened)
        .await?;
    wait_for_address(t, &format!("#{eid}")).await?;
    t.page.click("[value=energy-resources]").await?;
    wait_for_address(
        t,
        &format!("#sector=energy-resources&compare=zh&clause={eid}"),
    )
    .await?;
    go(t, -1).await?;
    wait_for_address(t, &format!("#{eid}")).await?;
    wait_for_count(t, 63).await?;
    t.page.wait_until("it is still opened", &opened).await?;
    // A view's first clause is opened by a link of its own.
    open_at(t, "<clause-explorer sync='hash'></clause-explorer>", "").await?;
    let () = t
        .page
        .js("$('#art_1__para_2 a').click();", json!([]))
        .await?;
    wait_for_address(t, "#art_1__para_2").await?;
    go(t, -1).await?;
    wait_for_address(t, "").await?;
    t.page
        .wait_until("none is opened", "!$('[aria-current]')")
        .await?;
    go(t, 1).await?;
    t.page
        .wait_until("it is opened again", "$('#art_1__para_2[aria-current]')")
        .await?;
    wait_for_address(t, "#art_1__para_2").await?;
    Ok(())
}

async fn a_link_in_a_narrowed_view_keeps_it(t: &mut Test) -> Result {
    for (sync, mark) in [("hash", "#"), ("query", "?")] {
        open_at(
            t,
            &format!("<clause-explorer sync='{sync}'></clause-explorer>"),
            "",
        )
        .await?;
        wait_for_count(t, 63).await?;
        t.page.click("[value=tourism]").await?;
        wait_for_count(t, 3).await?;
        let before = entries(t).await?;
        let eid: String = t.page.js("const clause = $('article:nth-of-type(2)'); clause.querySelector('a').click(); return clause.id;", json!([])).await?;
        wait_for_address(t, &format!("{mark}sector=tourism&clause={eid}")).await?;
        wait_for_count(t, 3).await?;
        assert_eq!(
            entries(t).await?,
            before,
            "{sync}: the press itself made one"
        );
        go(t, -1).await?;
        wait_for_address(t, &format!("{mark}sector=tourism")).await?;
        t.page
            .wait_until("none is opened", "!$('[aria-current]')")
            .await?;
        go(t, 1).await?;
        t.page
            .wait_until("it is opened again", &format!("$('#{eid}[aria-current]')"))
            .await?;
        wait_for_count(t, 3).await?;
    }
    Ok(())
}

async fn an_empty_view_is_not_the_host_s_view(t: &mut Test) -> Result {
    let body = "<clause-explorer sync='query' view='sector=finance'></clause-explorer>";
    let site = open_at(t, body, "").await?;
    wait_for_count(t, 3).await?;
    t.page.click(".clear-all").await?;
    wait_for_address(t, "?q=").await?;
    t.page.open(&site.url("/test.html?q=")).await?;
    wait_for_count(t, 63).await?;
    Ok(())
}

async fn a_host_s_view_takes_the_place_of_an_entry(t: &mut Test) -> Result {
    open_at(t, "<clause-explorer sync='query'></clause-explorer>", "").await?;
    wait_for_count(t, 63).await?;
    let before = entries(t).await?;
    let () = t
        .page
        .js(
            &format!("{ELEMENT} element.view = 'sector=tourism';"),
            json!([]),
        )
        .await?;
    wait_for_address(t, "?sector=tourism").await?;
    let () = t
        .page
        .js_async(
            &format!("{ELEMENT} await element.goTo('art_1__para_1');"),
            json!([]),
        )
        .await?;
    wait_for_address(t, "?clause=art_1__para_1").await?;
    assert_eq!(entries(t).await?, before);
    Ok(())
}

async fn sync_may_change(t: &mut Test) -> Result {
    let set = format!("{ELEMENT} element.sync = arguments[0];");
    open_at(t, "<clause-explorer></clause-explorer>", "?a=1").await?;
    t.page.click("[value=tourism]").await?;
    wait_for_count(t, 3).await?;
    let () = t.page.js(&set, json!(["query"])).await?;
    wait_for_address(t, "?a=1&sector=tourism").await?;
    let () = t.page.js(&set, json!(["none"])).await?;
    t.page.click("[value=finance]").await?;
    wait_for_count(t, 6).await?;
    wait_for_address(t, "?a=1&sector=tourism").await?;
    // What the address says counts more than what is shown.
    let () = t.page.js(&set, json!(["query"])).await?;
    wait_for_count(t, 3).await?;
    let () = t.page.js(&set, json!(["hash"])).await?;
    wait_for_address(t, "?a=1&sector=tourism#sector=tourism").await?;
    // An element that is gone has no address, and one that comes back has it again.
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
            "it is the address's",
            "$(':checked[value=finance]') && !$(':checked[value=tourism]')",
        )
        .await?;
    Ok(())
}

async fn the_first_of_two_elements_has_the_address(t: &mut Test) -> Result {
    open_at(t, "<clause-explorer sync='query'></clause-explorer><clause-explorer sync='hash' id='second'></clause-explorer>", "#q=核能").await?;
    t.page
        .wait_until("both are there", "document.querySelector('#second').shadowRoot.querySelectorAll('article').length === 63")
        .await?;
    t.page.click("[value=tourism]").await?;
    wait_for_address(t, "?sector=tourism#q=核能").await?;
    let () = t.page.js("document.querySelector('#second').shadowRoot.querySelector('[value=finance]').click();", json!([])).await?;
    t.page
        .wait_until(
            "the second has its own view",
            "document.querySelector('#second').view === 'sector=finance'",
        )
        .await?;
    wait_for_address(t, "?sector=tourism#q=核能").await?;
    t.expect_console(&[
        "console.warn: expected one <clause-explorer> with sync in a page, found another",
    ]);
    Ok(())
}

async fn unknown_values_in_the_address_are_told(t: &mut Test) -> Result {
    open_at(
        t,
        "<clause-explorer sync='hash'></clause-explorer>",
        "#sektor=x&sector=tourism",
    )
    .await?;
    wait_for_count(t, 3).await?;
    let errors: Vec<String> = t.page.js("return errors;", json!([])).await?;
    assert_eq!(errors.len(), 1, "{errors:?}");
    assert!(errors[0].ends_with("found “sektor”"), "{errors:?}");
    open_at(
        t,
        "<clause-explorer sync='query'></clause-explorer>",
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
