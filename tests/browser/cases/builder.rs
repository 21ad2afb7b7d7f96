//! The embed builder of the showcase.

use std::path::Path;
use std::process::Command;
use std::sync::Arc;

use serde_json::json;

use super::{open_showcase, search, wait_for_count};
use crate::runner::{Result, Test};
use crate::site::Site;

cases! {
    anywhere: [
        builder_codes_equal_those_of_the_command_line,
    ],
    everywhere: [
        builder_embeds_pinned_clauses_with_a_heading,
        builder_follows_the_explorer,
    ],
}

const FORMS: [&str; 4] = ["element", "static", "iframe", "link"];

/// Returns the code that the command line prints for a view.
fn printed(view: &str, form: &str) -> Result<String> {
    let mut command = Command::new(env!("CARGO_BIN_EXE_clause-explorer"));
    let output = command
        .args(["snippet", "--view", view, "--form", form])
        .output()?;
    assert!(output.status.success(), "{output:?}");
    Ok(String::from_utf8_lossy(&output.stdout)
        .trim_end()
        .to_owned())
}

/// Opens the showcase and waits for its builder.
async fn open_builder(t: &mut Test) -> Result<Arc<Site>> {
    let site = open_showcase(t, "").await?;
    t.page
        .wait_until(
            "the builder is shown",
            "!document.querySelector('#builder').hidden",
        )
        .await?;
    Ok(site)
}

/// Sets a control of the builder and fires its event.
async fn set(t: &Test, name: &str, value: &str) -> Result {
    let script = "const control = document.querySelector(`#builder [name='${arguments[0]}']`);
        control.value = arguments[1];
        control.dispatchEvent(new Event('input', { bubbles: true }));";
    let () = t.page.js(script, json!([name, value])).await?;
    Ok(())
}

async fn wait_for_codes(t: &Test, part: &str) -> Result {
    let part = json!(part);
    let shown =
        format!("document.querySelectorAll('#builder code')[2].textContent.includes({part})");
    t.page.wait_until("the codes are shown", &shown).await?;
    Ok(())
}

async fn codes(t: &Test) -> Result<Vec<String>> {
    let script =
        "return [...document.querySelectorAll('#builder code')].map((code) => code.textContent);";
    let codes: Vec<String> = t.page.js(script, json!([])).await?;
    // The site inserts the capture script into every HTML file, also into the plan's text.
    let capture = "<script src=\"/console-capture.js\"></script>";
    Ok(codes.iter().map(|code| code.replace(capture, "")).collect())
}

async fn builder_codes_equal_those_of_the_command_line(t: &mut Test) -> Result {
    open_builder(t).await?;
    let open = "document.querySelector('#builder details.code').open = true;";
    let () = t.page.js(open, json!([])).await?;
    set(t, "folder", "/clause-explorer/").await?;
    wait_for_codes(t, "\"/clause-explorer/embed.html?compare=zh\"").await?;
    t.page
        .wait_until(
            "the fallback text is shown",
            "document.querySelectorAll('#builder code')[1].textContent.includes('lang=\"en\"')",
        )
        .await?;
    for (form, code) in FORMS.iter().zip(codes(t).await?) {
        assert_eq!(code, printed("compare=zh", form)?, "{form}");
    }
    // The explorer has to fetch the Spanish text; meanwhile the reader goes on.
    set(t, "lang", "es").await?;
    set(t, "q", "论坛 \"a<b\"").await?;
    let tick = "document.querySelector('#builder [value=finance]').click();";
    let () = t.page.js(tick, json!([])).await?;
    wait_for_codes(t, "sector=finance").await?;
    t.page
        .wait_until(
            "the fallback text is shown",
            "document.querySelectorAll('#builder code')[1].textContent.includes('lang=\"es\"')",
        )
        .await?;
    let view = "sector=finance&q=论坛 \"a<b\"&lang=es&compare=zh";
    for (form, code) in FORMS.iter().zip(codes(t).await?) {
        assert_eq!(code, printed(view, form)?, "{form}");
    }
    // Options that the command line does not have.
    set(t, "theme", "dark").await?;
    set(t, "height", "600").await?;
    wait_for_codes(t, "theme=dark\" title=").await?;
    let [element, _, iframe, link] = codes(t).await?.try_into().expect("four codes");
    assert!(
        element.contains(" theme=\"dark\" style=\"--ce-max-height:600px\">"),
        "{element}"
    );
    assert!(iframe.contains(" height=\"600\" "), "{iframe}");
    assert!(link.ends_with("&compare=zh&theme=dark"), "{link}");
    t.page
        .wait_until(
            "the explorer has theme and height",
            "((explorer) => explorer.style.getPropertyValue('--ce-max-height') === '600px' && explorer.matches('[theme=dark]'))(document.querySelector('clause-explorer'))",
        )
        .await?;
    Ok(())
}

/// From clicks alone, except for the headline.
async fn builder_embeds_pinned_clauses_with_a_heading(t: &mut Test) -> Result {
    open_builder(t).await?;
    for eid in ["art_1__para_3", "art_1__para_1"] {
        t.page.click(&format!("#{eid} .pin")).await?;
        wait_for_codes(t, eid).await?;
    }
    let tick = "document.querySelector('#builder [name=only]').click();";
    let () = t.page.js(tick, json!([])).await?;
    wait_for_codes(t, "only=pins").await?;
    wait_for_count(t, 2).await?;
    set(t, "heading", "Two \"promises\" & more").await?;
    set(t, "intro", "As chosen.").await?;
    set(t, "layout", "card").await?;
    wait_for_codes(t, "layout=card").await?;
    let [element, _, iframe, link] = codes(t).await?.try_into().expect("four codes");
    let attributes = "view=\"compare=zh&amp;pin=art_1__para_3&amp;pin=art_1__para_1&amp;only=pins\" layout=\"card\" heading=\"Two &quot;promises&quot; &amp; more\" intro=\"As chosen.\"";
    assert!(element.contains(attributes), "{element}");
    assert!(iframe.contains(" allow=\"clipboard-write\""), "{iframe}");
    let query =
        "only=pins&layout=card&heading=Two%20%22promises%22%20%26%20more&intro=As%20chosen.";
    assert!(link.ends_with(query), "{link}");
    t.page
        .wait_until(
            "the explorer shows what one will get",
            "$('[part~=title]').textContent === 'Two \"promises\" & more' && root.querySelectorAll('.cards figure').length === 2",
        )
        .await?;
    // The link shows the same.
    t.page.open(&link).await?;
    t.page
        .wait_until(
            "the cards are shown",
            "$('.intro')?.textContent === 'As chosen.' && root.querySelectorAll('.cards figure').length === 2",
        )
        .await
        .map_err(Into::into)
}

async fn builder_follows_the_explorer(t: &mut Test) -> Result {
    let site = open_builder(t).await?;
    search(t, "论坛").await?;
    wait_for_count(t, 11).await?;
    t.page.click("[value=agriculture-food]").await?;
    wait_for_count(t, 1).await?;
    wait_for_codes(t, "sector=agriculture-food").await?;
    let link = codes(t).await?.remove(3);
    assert_eq!(
        link,
        site.url("/embed.html?sector=agriculture-food&q=%E8%AE%BA%E5%9D%9B&compare=zh"),
        "the address is that of the page's own folder"
    );
    t.page
        .wait_until(
            "the controls have the view",
            "((form) => form.q.value === '论坛' && form.querySelector('[value=agriculture-food]').checked)(document.querySelector('#builder form'))",
        )
        .await?;
    let picture = Path::new(env!("CARGO_TARGET_TMPDIR")).join("screenshots");
    std::fs::create_dir_all(&picture)?;
    for width in [1280, 360] {
        t.page.resize(width, 900).await?;
        let () = t
            .page
            .js(
                "document.querySelector('#builder').scrollIntoView();",
                json!([]),
            )
            .await?;
        t.page
            .wait_until(
                "nothing overflows",
                "document.documentElement.scrollWidth <= document.documentElement.clientWidth",
            )
            .await?;
        let name = format!("{}-builder-{width}.png", t.engine);
        t.page.screenshot(&picture.join(name)).await?;
    }
    // The link shows the same clause.
    t.page.open(&link).await?;
    wait_for_count(t, 1).await?;
    Ok(())
}
