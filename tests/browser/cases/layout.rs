//! Layout: regions, overflow, sizes, scrolling and focus.

use serde_json::json;

use super::{built, open_page, open_showcase, paste, search, wait_for_count};
use crate::runner::{Result, Test};

cases! {
    everywhere: [
        nothing_overflows_at_any_width,
        facets_open_in_place_in_narrow_windows,
        regions_do_not_overlap,
        list_keeps_its_height_in_low_windows,
        sizes_follow_the_surrounding_text,
        view_does_not_scroll_the_page,
        new_matches_begin_at_the_top,
        focus_is_never_lost,
        mounting_keeps_the_height,
        color_scheme_follows_the_host,
    ],
}

async fn nothing_overflows_at_any_width(t: &mut Test) -> Result {
    for width in [320, 360, 600, 900, 1280] {
        t.page.resize(width, 800).await?;
        open_showcase(t, "").await?;
        let script = "const wide = [...root.querySelectorAll('*')].filter((element) => element.scrollWidth > element.clientWidth + 1
                && getComputedStyle(element).overflowX !== 'visible' && !element.matches('input, .unseen, .skip'));
            return [document.documentElement.scrollWidth <= innerWidth, ...wide.map((element) => element.outerHTML.slice(0, 80))].map(String);";
        let found: Vec<String> = t.page.js(script, json!([])).await?;
        assert_eq!(found, ["true"], "at {width} px");
    }
    Ok(())
}

async fn facets_open_in_place_in_narrow_windows(t: &mut Test) -> Result {
    t.page.resize(360, 740).await?;
    open_showcase(t, "").await?;
    t.page
        .wait_until(
            "the facets are closed",
            "!$('[value=finance]').getClientRects().length",
        )
        .await?;
    t.page.click(".open-facets").await?;
    t.page.click("[value=finance]").await?;
    wait_for_count(t, 3).await?;
    t.page
        .wait_until(
            "the button shows the count",
            "$('.open-facets').textContent === 'Filters (1)'",
        )
        .await?;
    t.page.click(".done button").await?;
    t.page
        .wait_until(
            "the facets are closed",
            "!$('[value=finance]').getClientRects().length",
        )
        .await?;
    t.page.resize(1200, 740).await?;
    t.page
        .wait_until(
            "the facets are shown in a wide window",
            "$('[value=finance]').getClientRects().length",
        )
        .await?;
    Ok(())
}

/// Returns the faults of the widget's regions: overlaps, regions outside the widget, a list that is
/// too low.
const FAULTS: &str = "const regions = ['header', '[part~=facets]', '.chips', '[part~=list], .empty', 'footer'];
    const boxes = regions.map($).filter(Boolean).map((region) => region.getBoundingClientRect());
    const whole = $('[part~=root]').getBoundingClientRect(), faults = [];
    for (const [nth, a] of boxes.entries()) {
        if (a.bottom > whole.bottom + 1) faults.push(`${nth} is outside`);
        for (const b of boxes.slice(nth + 1)) {
            const below = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top), beside = Math.min(a.right, b.right) - Math.max(a.left, b.left);
            if (below > 1 && beside > 1) faults.push(`${nth} overlaps`);
        }
    }
    if (document.documentElement.scrollWidth > innerWidth) faults.push('the page scrolls sideways');
    const main = $('[part~=list], .empty').getBoundingClientRect().height;
    return main < 100 ? [...faults, `only ${main} px for the clauses`] : faults;";

async fn regions_do_not_overlap(t: &mut Test) -> Result {
    for (width, height) in [(320, 568), (360, 640), (640, 360), (1200, 800)] {
        t.page.resize(width, height).await?;
        open_showcase(t, "").await?;
        check_regions_in_any_state(t, &format!("{width}×{height}")).await?;
    }
    Ok(())
}

/// The first size is 1280×1024 at 400 %, which WCAG 1.4.10 requires; the second is the same at 200 %.
async fn list_keeps_its_height_in_low_windows(t: &mut Test) -> Result {
    let site = t.site(built());
    for (width, height) in [(320, 256), (640, 512), (1000, 300)] {
        t.page.resize(width, height).await?;
        t.page.open(&site.url("/embed.html?lang=en")).await?;
        wait_for_count(t, 63).await?;
        check_regions_in_any_state(t, &format!("{width}×{height}")).await?;
    }
    Ok(())
}

async fn check_regions_in_any_state(t: &Test, size: &str) -> Result {
    for state in ["closed", "open", "chosen", "empty"] {
        match state {
            "open" => {
                let open =
                    "if ($('.open-facets').getClientRects().length) $('.open-facets').click();";
                let () = t.page.js(open, json!([])).await?;
            }
            "chosen" => {
                t.page.click("[value=finance]").await?;
                t.page.click("[value=tourism]").await?;
                t.page
                    .wait_until(
                        "two values are selected",
                        "root.querySelectorAll('.chip').length === 2",
                    )
                    .await?;
            }
            "empty" => {
                paste(t, &"renewable hydrogen ".repeat(8)).await?;
                t.page
                    .wait_until("the result is empty", "$('.empty')")
                    .await?;
            }
            _ => {}
        }
        let faults: Vec<String> = t.page.js(FAULTS, json!([])).await?;
        assert!(faults.is_empty(), "{size} {state}: {faults:?}");
    }
    Ok(())
}

/// Sizes depend on the text around the element, not on the root of the page.
async fn sizes_follow_the_surrounding_text(t: &mut Test) -> Result {
    let mut shapes = Vec::new();
    for (root, text) in [
        ("100%", "16px"),
        ("62.5%", "16px"),
        ("200%", "16px"),
        ("200%", "1rem"),
    ] {
        open_page(
            t,
            "<clause-explorer layout=panel lang='es' view='sector=finance'></clause-explorer>",
        )
        .await?;
        wait_for_count(t, 3).await?;
        let script = "document.documentElement.style.fontSize = arguments[0];
            document.body.style.fontSize = arguments[1];
            $('.tags button').click();
            do await new Promise((done) => setTimeout(done, 100)); while (!$('.evidence'));
            return [...root.querySelectorAll('[part~=root], [part~=root] *')].map((element) => {
                const { width, height } = element.getBoundingClientRect();
                return [element.localName, ...[width, height, parseFloat(getComputedStyle(element).fontSize)].map((size) => size.toFixed(1))].join(' ');
            });";
        shapes.push(
            t.page
                .js_async::<Vec<String>>(script, json!([root, text]))
                .await?,
        );
        let faults: Vec<String> = t.page.js(FAULTS, json!([])).await?;
        assert!(faults.is_empty(), "{root} {text}: {faults:?}");
    }
    let [plain, small_root, large_root, large_text] = &shapes[..] else {
        unreachable!("one shape for each size");
    };
    assert!(plain.len() > 100, "{} elements", plain.len());
    assert_eq!(plain, small_root);
    assert_eq!(plain, large_root);
    assert_ne!(plain, large_text, "larger text makes a larger widget");
    Ok(())
}

async fn view_does_not_scroll_the_page(t: &mut Test) -> Result {
    let filler = "<p>article</p>".repeat(80);
    let body = format!(
        "{filler}<clause-explorer layout=panel view='clause=art_2__sec_7__para_2'></clause-explorer>"
    );
    open_page(t, &body).await?;
    t.page
        .wait_until(
            "the clause is open",
            "$('#art_2__sec_7__para_2[aria-current]')",
        )
        .await?;
    t.page
        .wait_until(
            "the list has scrolled",
            "$('[part~=list]').scrollTop > 1000",
        )
        .await?;
    assert_eq!(t.page.js::<i32>("return scrollY;", json!([])).await?, 0);
    Ok(())
}

async fn new_matches_begin_at_the_top(t: &mut Test) -> Result {
    open_showcase(t, "").await?;
    let () = t
        .page
        .js("$('[part~=list]').scrollTop = 3000;", json!([]))
        .await?;
    search(t, "合作").await?;
    t.page
        .wait_until(
            "the first clauses are at the top",
            "$('mark') && $('[part~=list]').scrollTop === 0",
        )
        .await?;
    Ok(())
}

async fn focus_is_never_lost(t: &mut Test) -> Result {
    open_showcase(t, "").await?;
    let press = "const button = $(arguments[0]); button.focus(); button.click();";
    for (prepare, button) in [
        ("finance", ".chip"),
        ("tourism", ".clear-all"),
        ("aerospace", "fieldset button"),
    ] {
        t.page.click(&format!("[value={prepare}]")).await?;
        t.page
            .wait_until("the button is shown", &format!("$('{button}')"))
            .await?;
        let () = t.page.js(press, json!([button])).await?;
        t.page
            .wait_until(
                "the list has the focus",
                "root.activeElement === $('[part~=list]')",
            )
            .await?;
    }
    search(t, "quantum").await?;
    t.page
        .wait_until("the result is empty", "$('.empty')")
        .await?;
    let () = t.page.js(press, json!([".empty button"])).await?;
    t.page
        .wait_until(
            "the list has the focus",
            "root.activeElement === $('[part~=list]')",
        )
        .await?;
    Ok(())
}

async fn mounting_keeps_the_height(t: &mut Test) -> Result {
    let height = "return Math.round(document.querySelector('clause-explorer').getBoundingClientRect().height);";
    let renew = "const old = document.querySelector('clause-explorer'); old.replaceWith(old.cloneNode(true));";
    for (width, text) in [
        (360, ""),
        (700, ""),
        (1200, ""),
        (1200, "62.5%"),
        (1200, "200%"),
    ] {
        t.page.resize(width, 900).await?;
        open_showcase(t, "").await?;
        let set = "document.documentElement.style.fontSize = arguments[0];";
        let () = t.page.js(set, json!([text])).await?;
        let mounted: u32 = t.page.js(height, json!([])).await?;
        // The copy mounts when idle; until then its fallback text is shown.
        let waiting: u32 = t.page.js(&format!("{renew}{height}"), json!([])).await?;
        assert_eq!(waiting, mounted, "at {width} px {text}");
    }
    Ok(())
}

async fn color_scheme_follows_the_host(t: &mut Test) -> Result {
    open_showcase(t, "").await?;
    let brightness = "const [r, g, b] = getComputedStyle($('[part~=root]')).color.match(/[\\d.]+/g).map(Number); return r + g + b > 384;";
    let () = t
        .page
        .js(
            "document.documentElement.style.colorScheme = 'dark';",
            json!([]),
        )
        .await?;
    assert!(
        t.page.js::<bool>(brightness, json!([])).await?,
        "light text on a dark host"
    );
    let () = t
        .page
        .js(
            "document.querySelector('clause-explorer').setAttribute('theme', 'light');",
            json!([]),
        )
        .await?;
    assert!(
        !t.page.js::<bool>(brightness, json!([])).await?,
        "dark text for theme=light"
    );
    Ok(())
}
