//! Addresses that others changed: keys appended, characters escaped once more, routes of the host.

use serde_json::json;

use super::steps::{LISTEN, open, wait_for_view};
use super::{built, eids, listening, wait_for_count, wait_for_widget};
use crate::runner::{Result, Test};

cases! {
    anywhere: [
        foreign_addresses_of_the_iframe_are_understood,
        foreign_keys_stay_in_a_synced_query,
    ],
    everywhere: [
        foreign_routes_stay_in_the_address,
    ],
}

async fn foreign_addresses_of_the_iframe_are_understood(t: &mut Test) -> Result {
    let opened = "clause=art_2__sec_7__para_4";
    let both = "sector=finance&action=hold";
    let site = t.site(listening(built(), "", LISTEN));
    let address = site.url("/embed.html");
    for (rest, view) in [
        (
            "?sector=finance&from=singlemessage&isappinstalled=0",
            "sector=finance",
        ),
        ("?fbclid=1&q=%E6%A0%B8%E8%83%BD&_x_tr_sl=auto", "q=核能"),
        ("?sector=finance&amp;action=hold&amp;theme=light", both),
        ("?sector%3Dfinance%26action%3Dhold", both),
        ("?%E2%80%9Csector=finance&action=hold%E2%80%9D", both),
        ("#art_2__sec_7__para_4。", opened),
        ("#art_2__sec_7__para_4),%20", opened),
        ("#art_2__sec_7__para_4?utm_source=x", opened),
    ] {
        t.page.open(&format!("{address}{rest}")).await?;
        wait_for_widget(t).await?;
        wait_for_view(t, view).await?;
        let notes: usize = t
            .page
            .js(
                "return root.querySelectorAll('.note[role=note]').length;",
                json!([]),
            )
            .await?;
        assert_eq!(notes, 0, "{rest}");
    }
    // A value of a stale link concerns its reader.
    t.page
        .open(&format!(
            "{address}?sector=%E6%B8%AF%E2%80%AE&from=x&lang=en"
        ))
        .await?;
    wait_for_count(t, 63).await?;
    let note = "$('.note')?.textContent === 'Ignored (not in this plan): sector=港\\ufffd'";
    t.page
        .wait_until("the note is decoded", note)
        .await
        .map_err(Into::into)
}

async fn foreign_keys_stay_in_a_synced_query(t: &mut Test) -> Result {
    let rest = "?from=a&sector%3Dtourism&amp;q=zzz&x%3Dy";
    open(t, "sync='query'", rest).await?;
    wait_for_view(t, "sector=tourism&q=zzz").await?;
    t.page.click(".clear-all").await?;
    wait_for_count(t, 63).await?;
    t.page
        .wait_until(
            "the page's own keys stay",
            "location.search === '?from=a&x%3Dy'",
        )
        .await?;
    let notes: usize = t
        .page
        .js(
            "return events.filter(([type]) => type === 'ce-error').length;",
            json!([]),
        )
        .await?;
    assert_eq!(notes, 0);
    Ok(())
}

async fn foreign_routes_stay_in_the_address(t: &mut Test) -> Result {
    for (sync, route) in [("hash", "#/news/42?x=1"), ("none", "#!/a")] {
        open(t, &format!("lang='en' sync='{sync}'"), route).await?;
        wait_for_count(t, 63).await?;
        t.page.click("[value=finance]").await?;
        wait_for_view(t, "sector=finance").await?;
        let eid = &eids(t).await?[0];
        let press = "const link = $(arguments[0] + ' a'); link.click(); return link.href;";
        let href: String = t.page.js(press, json!([format!("#{eid}")])).await?;
        assert!(href.ends_with(&format!("/embed.html#{eid}")), "{href}");
        wait_for_view(t, &format!("sector=finance&clause={eid}")).await?;
        let is_same = format!(
            "location.pathname === '/test.html' && location.hash === {}",
            json!(route)
        );
        t.page.wait_until("the route stays", &is_same).await?;
        if sync == "hash" {
            // Without the route, the address follows again.
            let () = t
                .page
                .js("location.hash = '#art_3__para_1';", json!([]))
                .await?;
            wait_for_view(t, "clause=art_3__para_1").await?;
        }
    }
    t.expect_console(&["found the page's own route #/news/42?x=1"]);
    Ok(())
}
