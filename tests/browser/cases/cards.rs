//! The layout `card`: quotations of clauses.

use std::path::Path;

use serde_json::json;

use super::ELEMENT;
use super::steps::{open_listening, set};
use crate::runner::{Result, Test};

cases! {
    everywhere: [
        cards_fit_into_narrow_pages,
    ],
    anywhere: [
        cards_quote_the_pinned_clauses,
        cards_quote_the_opened_clause_or_those_of_the_view,
    ],
}

async fn open(t: &mut Test, attributes: &str) -> Result {
    let body = format!("<clause-explorer layout='card' {attributes}></clause-explorer>");
    open_listening(t, &body, &[]).await
}

/// Returns the eIds of the quoted clauses.
async fn quoted(t: &Test) -> Result<Vec<String>> {
    let script = "return [...root.querySelectorAll('.cards article figure')].map((figure) => figure.parentNode.id);";
    Ok(t.page.js(script, json!([])).await?)
}

async fn wait_for_cards(t: &Test, eids: &[&str]) -> Result {
    let shown = format!(
        "$('[part~=root]').getClientRects().length && String([...root.querySelectorAll('.cards article')].map(({{ id }}) => id)) === '{}'",
        eids.join(",")
    );
    Ok(t.page.wait_until("the cards are shown", &shown).await?)
}

async fn cards_quote_the_pinned_clauses(t: &mut Test) -> Result {
    let pins = ["art_3__para_3", "art_1__para_2"];
    let view = pins.map(|eid| format!("pin={eid}")).join("&amp;");
    let attributes = format!("lang='en' heading='Two promises' intro='As made.' view='{view}'");
    open(t, &attributes).await?;
    wait_for_cards(t, &pins).await?;
    assert_eq!(quoted(t).await?, pins);
    let parts = "const [article] = root.querySelectorAll('article[part~=clause]');
        return [
            [...article.querySelectorAll('blockquote [part~=text]')].map((one) => one.lang),
            article.querySelector('[part~=number]').textContent,
            article.querySelector('figcaption').textContent,
            article.querySelector('a').href,
            $('[part~=title]').textContent,
            $('.intro').textContent,
        ];";
    let (languages, number, caption, link, title, intro): (
        Vec<String>,
        String,
        String,
        String,
        String,
        String,
    ) = t.page.js(parts, json!([])).await?;
    assert_eq!(languages, ["en", "zh-Hans"], "the original is under it");
    assert_eq!(number, "第三条 三");
    for part in [
        "Article 3(3)",
        "China-CELAC Joint Action Plan",
        "2021-12-07",
        "Unofficial English translation.",
        "Read in the plan →",
    ] {
        assert!(caption.contains(part), "{part} in {caption}");
    }
    let end = "/embed.html?lang=en&clause=art_3__para_3";
    assert!(link.ends_with(end), "{link}");
    assert_eq!([&*title, &*intro], ["Two promises", "As made."]);
    let operable =
        "return root.querySelectorAll('button, input, select, summary, [tabindex=\"0\"]').length;";
    assert_eq!(t.page.js::<usize>(operable, json!([])).await?, 0);
    // The answers to the host are as in any layout.
    let answer = format!(
        "{ELEMENT} return element.clauses(element.view + '&only=pins').map(({{ eid }}) => eid);"
    );
    assert_eq!(t.page.js::<Vec<String>>(&answer, json!([])).await?, pins);
    // Of the original itself there is one text, and nothing is unofficial.
    set(t, "lang", "zh").await?;
    t.page
        .wait_until(
            "the original is quoted alone",
            "root.querySelectorAll('[part~=text]').length === 2 && !$('figcaption').textContent.includes('译')",
        )
        .await?;
    // A layout may change.
    set(t, "layout", "article").await?;
    t.page
        .wait_until("the list is shown", "$('[part~=search]') && !$('.cards')")
        .await?;
    set(t, "layout", "card").await?;
    wait_for_cards(t, &pins).await
}

async fn cards_quote_the_opened_clause_or_those_of_the_view(t: &mut Test) -> Result {
    open(t, "lang='en' view='clause=art_1__para_2&amp;compare=es'").await?;
    wait_for_cards(t, &["art_1__para_2"]).await?;
    let languages = "return [...root.querySelectorAll('[part~=text]')].map((one) => one.lang);";
    assert_eq!(
        t.page.js::<Vec<String>>(languages, json!([])).await?,
        ["en", "es"]
    );
    for (view, eids) in [
        (
            "sector=tourism&lang=en",
            &[
                "art_2__sec_8__para_1",
                "art_2__sec_8__para_2",
                "art_2__sec_8__para_3",
            ][..],
        ),
        (
            "sector=tourism&pin=art_1__para_1&pin=art_2__sec_8__para_2&only=pins",
            &["art_2__sec_8__para_2"],
        ),
    ] {
        set(t, "view", view).await?;
        wait_for_cards(t, eids).await?;
    }
    set(t, "view", "q=zzzz").await?;
    t.page
        .wait_until(
            "the reader learns that nothing matches",
            "$('.cards').textContent === 'No clauses match.'",
        )
        .await?;
    Ok(())
}

async fn cards_fit_into_narrow_pages(t: &mut Test) -> Result {
    let picture = Path::new(env!("CARGO_TARGET_TMPDIR")).join("screenshots");
    std::fs::create_dir_all(&picture)?;
    open(t, "lang='es' view='sector=finance'").await?;
    for width in [320, 1280] {
        t.page.resize(width, 800).await?;
        t.page
            .wait_until(
                "nothing is wider than the page",
                "document.documentElement.scrollWidth <= document.documentElement.clientWidth",
            )
            .await?;
        let name = format!("{}-cards-{width}.png", t.engine);
        t.page.screenshot(&picture.join(name)).await?;
    }
    Ok(())
}
