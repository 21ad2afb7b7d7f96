//! The order of the pins, and how a reader changes it.

use serde_json::json;

use super::steps::{open, press, wait_for_focus, wait_for_view};
use super::{ELEMENT, eids, wait_for_count};
use crate::runner::{Result, Test};

cases! {
    everywhere: [
        pins_are_dragged_into_another_order,
        pins_are_moved_by_keyboard,
    ],
}

async fn pins_are_moved_by_keyboard(t: &mut Test) -> Result {
    let three = ["art_1__para_2", "art_3__para_1", "art_2__sec_7__para_2"];
    let view = three.map(|eid| format!("pin={eid}")).join("&");
    let rest = format!("?lang=en&{view}&only=pins");
    open(t, "sync='query'", &rest).await?;
    wait_for_count(t, 3).await?;
    let said = "return $('.pins [aria-live]').textContent;";
    assert_eq!(t.page.js::<String>(said, json!([])).await?, "");
    let last = format!("#{} [data-to=up]", three[2]);
    let names = format!(
        "return [...root.querySelectorAll('#{} [data-to]')].map((one) => one.ariaLabel);",
        three[2]
    );
    assert_eq!(
        t.page.js::<[String; 2]>(&names, json!([])).await?,
        ["Move Article 2.7(2) up", "Move Article 2.7(2) down"]
    );
    for (place, order) in [("2 of 3", [0, 2, 1]), ("1 of 3", [2, 0, 1])] {
        press(t, &last).await?;
        wait_for_focus(t, &last).await?;
        let pins = order.map(|nth| format!("pin={}", three[nth])).join("&");
        wait_for_view(t, &format!("lang=en&{pins}&only=pins")).await?;
        assert_eq!(eids(t).await?, order.map(|nth| three[nth]));
        let position = format!("Article 2.7(2): {place}");
        assert_eq!(t.page.js::<String>(said, json!([])).await?, position);
    }
    // At the end of the list nothing changes.
    press(t, &last).await?;
    wait_for_focus(t, &last).await?;
    assert_eq!(eids(t).await?[0], three[2]);
    // The order is no entry of the history, but it is in the address.
    let state = "return [history.length, location.search.indexOf('pin=art_2') < location.search.indexOf('pin=art_1')];";
    let before: (usize, bool) = t.page.js(state, json!([])).await?;
    assert!(before.1, "the address has the order");
    press(t, &format!("#{} [data-to=down]", three[2])).await?;
    t.page
        .wait_until(
            "the address has the new order",
            "location.search.indexOf('pin=art_2') > location.search.indexOf('pin=art_1')",
        )
        .await?;
    let after: (usize, bool) = t.page.js(state, json!([])).await?;
    assert_eq!(after.0, before.0);
    // One clause alone has no order, and neither has the plan.
    for only in [format!("pin={}&only=pins", three[0]), view] {
        let set = format!("{ELEMENT} element.view = arguments[0];");
        let () = t.page.js(&set, json!([only])).await?;
        t.page
            .wait_until("nothing can be moved", "!$('.order')")
            .await?;
    }
    Ok(())
}

async fn pins_are_dragged_into_another_order(t: &mut Test) -> Result {
    let three = [
        "art_2__sec_7__para_2",
        "art_2__sec_7__para_3",
        "art_2__sec_7__para_4",
    ];
    let view = three.map(|eid| format!("pin={eid}")).join("&amp;");
    open(t, &format!("lang='en' view='{view}&amp;only=pins'"), "").await?;
    wait_for_count(t, 3).await?;
    t.page.resize(1280, 1400).await?;
    let down = "const rows = [...root.querySelectorAll('article')].map((row) => row.getBoundingClientRect());
        return Math.ceil(rows[2].top + 0.8 * rows[2].height - rows[0].top);";
    let distance: i64 = t.page.js(down, json!([])).await?;
    t.page
        .drag(&format!("#{} [data-to=down]", three[0]), distance)
        .await?;
    let order = |order: [usize; 3]| {
        let pins = order.map(|nth| format!("pin={}", three[nth])).join("&");
        format!("{pins}&only=pins")
    };
    wait_for_view(t, &order([1, 2, 0])).await?;
    t.page
        .drag(&format!("#{} [data-to=up]", three[0]), -distance)
        .await?;
    wait_for_view(t, &order([0, 1, 2])).await?;
    // The end of dragging is no press.
    t.page.rest_input().await?;
    assert_eq!(eids(t).await?, three);
    t.page
        .click(&format!("#{} [data-to=down]", three[0]))
        .await?;
    wait_for_view(t, &order([1, 0, 2])).await
}
