//! The view in the browser's history: entries, and the back button.

use serde_json::json;

use super::sync::{entries, go, open_at, wait_for_address};
use super::{ELEMENT, search, wait_for_count};
use crate::runner::{Result, Test};

cases! {
    everywhere: [
        choices_are_entries_and_typing_is_not,
        back_and_forward_restore_the_view,
        clauses_have_plain_fragments,
        link_in_a_filtered_view_keeps_the_filters,
        addresses_that_change_nothing_are_corrected,
        view_set_by_the_host_replaces_the_entry,
    ],
}

async fn choices_are_entries_and_typing_is_not(t: &mut Test) -> Result {
    for (sync, mark) in [("query", "?"), ("hash", "#")] {
        open_at(
            t,
            &format!("<clause-explorer layout=panel sync='{sync}'></clause-explorer>"),
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

async fn back_and_forward_restore_the_view(t: &mut Test) -> Result {
    for (sync, mark) in [("query", "?"), ("hash", "#")] {
        open_at(
            t,
            &format!("<clause-explorer layout=panel sync='{sync}' lang='en'></clause-explorer>"),
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
            .wait_until("query and filters are restored", "$('[part~=search]').value === '合作' && root.querySelectorAll(':checked[name=sector]').length === 2")
            .await?;
        // A choice after going back removes the entries ahead.
        go(t, -1).await?;
        wait_for_count(t, 3).await?;
        t.page.click("[value=aerospace]").await?;
        wait_for_address(t, &format!("{mark}sector=aerospace&sector=tourism")).await?;
        go(t, -1).await?;
        wait_for_count(t, 3).await?;
    }
    Ok(())
}

async fn clauses_have_plain_fragments(t: &mut Test) -> Result {
    let eid = "art_2__sec_7__para_2";
    open_at(
        t,
        "<clause-explorer layout=panel sync='hash' view='compare=zh'></clause-explorer>",
        &format!("#{eid}"),
    )
    .await?;
    let opened =
        format!("$('#{eid}[aria-current]') && $('[part~=clause] [part~=text] + [part~=text]')");
    t.page
        .wait_until("the clause is open in the host's view", &opened)
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
    t.page
        .wait_until("the clause is still open", &opened)
        .await?;
    // A link opens its clause in a view without one.
    open_at(
        t,
        "<clause-explorer layout=panel sync='hash'></clause-explorer>",
        "",
    )
    .await?;
    let () = t
        .page
        .js("$('#art_1__para_2 a').click();", json!([]))
        .await?;
    wait_for_address(t, "#art_1__para_2").await?;
    go(t, -1).await?;
    wait_for_address(t, "").await?;
    t.page
        .wait_until("no clause is open", "!$('[aria-current]')")
        .await?;
    go(t, 1).await?;
    t.page
        .wait_until(
            "the clause is open again",
            "$('#art_1__para_2[aria-current]')",
        )
        .await?;
    wait_for_address(t, "#art_1__para_2").await?;
    Ok(())
}

async fn link_in_a_filtered_view_keeps_the_filters(t: &mut Test) -> Result {
    for (sync, mark) in [("hash", "#"), ("query", "?")] {
        open_at(
            t,
            &format!("<clause-explorer layout=panel sync='{sync}'></clause-explorer>"),
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
            .wait_until("no clause is open", "!$('[aria-current]')")
            .await?;
        go(t, 1).await?;
        t.page
            .wait_until(
                "the clause is open again",
                &format!("$('#{eid}[aria-current]')"),
            )
            .await?;
        wait_for_count(t, 3).await?;
    }
    Ok(())
}

/// A link to the clause that is open already, and an entry whose filters hide its clause.
async fn addresses_that_change_nothing_are_corrected(t: &mut Test) -> Result {
    for (sync, mark) in [("hash", "#"), ("query", "?")] {
        open_at(
            t,
            &format!("<clause-explorer layout=panel sync='{sync}' view='sector=tourism'></clause-explorer>"),
            "",
        )
        .await?;
        wait_for_count(t, 3).await?;
        t.page.click("[value=finance]").await?;
        wait_for_count(t, 6).await?;
        t.page.click("article .open").await?;
        let eid: String = t
            .page
            .js("return $('[aria-current]').id;", json!([]))
            .await?;
        let opened = format!("{mark}sector=finance&sector=tourism&clause={eid}");
        wait_for_address(t, &opened).await?;
        t.page.click("[aria-current] [part~=actions] a").await?;
        // In a query, the view stands beside the link's own fragment.
        let fragment = if sync == "hash" {
            ""
        } else {
            &format!("#{eid}")
        };
        wait_for_address(t, &format!("{opened}{fragment}")).await?;
        t.page.click(".clear-all").await?;
        let cleared = format!("{mark}clause={eid}");
        wait_for_address(t, &cleared).await?;
        wait_for_count(t, 63).await?;
        // An address with a clause and a query that hides it drops the query, as any link to a clause.
        let typed = format!("{mark}q=zzzz&clause={eid}");
        let () = t
            .page
            .js("history.pushState(null, '', arguments[0]);", json!([typed]))
            .await?;
        for steps in [-1, 1] {
            let script = "await new Promise((arrive) => { addEventListener('popstate', arrive, { once: true }); history.go(arguments[0]); });";
            let () = t.page.js_async(script, json!([steps])).await?;
            wait_for_address(t, &cleared).await?;
        }
        wait_for_count(t, 63).await?;
    }
    Ok(())
}

async fn view_set_by_the_host_replaces_the_entry(t: &mut Test) -> Result {
    open_at(
        t,
        "<clause-explorer layout=panel sync='query'></clause-explorer>",
        "",
    )
    .await?;
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
