//! The host's own heading and introduction.

use serde_json::json;

use super::steps::{open, set};
use super::{ELEMENT, wait_for_count};
use crate::runner::{Result, Test};

cases! {
    everywhere: [
        long_headings_wrap,
    ],
    anywhere: [
        a_heading_stands_in_place_of_the_title,
    ],
}

const TITLE: &str = "China-CELAC Joint Action Plan for Cooperation in Key Areas (2022–2024)";

/// Returns the heading, the introduction and what is before the source.
async fn texts(t: &Test) -> Result<[String; 3]> {
    let script = "return ['[part~=title]', '.intro', 'footer cite'].map((css) => $(css)?.textContent ?? '');";
    Ok(t.page.js(script, json!([])).await?)
}

async fn wait_for_heading(t: &Test, heading: &str) -> Result {
    let is_shown = format!("$('[part~=title]').textContent === {}", json!(heading));
    Ok(t.page.wait_until("the heading is shown", &is_shown).await?)
}

async fn a_heading_stands_in_place_of_the_title(t: &mut Test) -> Result {
    let attributes = "lang='en' heading='Three &lt;b&gt;promises&lt;/b&gt;' intro='Chosen by us.' view='pin=art_1__para_2&amp;only=pins'";
    open(t, attributes, "").await?;
    wait_for_count(t, 1).await?;
    let title = [TITLE, ". "].concat();
    assert_eq!(
        texts(t).await?,
        ["Three <b>promises</b>", "Chosen by us.", &title]
    );
    let named = "return $('section').getAttribute('aria-labelledby') === $('[part~=title]').id && $('[part~=title]').dir;";
    assert_eq!(t.page.js::<String>(named, json!([])).await?, "auto");
    set(t, "heading", "Another").await?;
    wait_for_heading(t, "Another").await?;
    let change = format!("{ELEMENT} element.heading = element.intro = '';
        return [element.hasAttribute('heading'), element.hasAttribute('intro'), element.heading, element.intro];");
    let reflected: (bool, bool, String, String) = t.page.js(&change, json!([])).await?;
    assert_eq!(reflected, (false, false, String::new(), String::new()));
    wait_for_heading(t, TITLE).await?;
    assert_eq!(texts(t).await?, [TITLE, "", ""]);
    let change = format!(
        "{ELEMENT} element.intro = 'Below the title.'; return element.getAttribute('intro');"
    );
    assert_eq!(
        t.page.js::<String>(&change, json!([])).await?,
        "Below the title."
    );
    t.page
        .wait_until("the introduction is shown", "$('.intro')")
        .await?;
    assert_eq!(texts(t).await?, [TITLE, "Below the title.", ""]);
    Ok(())
}

async fn long_headings_wrap(t: &mut Test) -> Result {
    let long = ["无".repeat(60), "w".repeat(200)].concat();
    open(
        t,
        &format!("lang='en' heading='{long}' intro='{long}\nA second line, שלום'"),
        "",
    )
    .await?;
    wait_for_heading(t, &long).await?;
    for width in [320, 1280] {
        t.page.resize(width, 700).await?;
        t.page
            .wait_until(
                "nothing is wider than the page",
                "document.documentElement.scrollWidth <= document.documentElement.clientWidth
                    && ['[part~=title]', '.intro'].every((css) => $(css).scrollWidth <= $(css).clientWidth)",
            )
            .await?;
    }
    let lines = "return getComputedStyle($('.intro')).whiteSpace;";
    assert_eq!(t.page.js::<String>(lines, json!([])).await?, "pre-line");
    Ok(())
}
