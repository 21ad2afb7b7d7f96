//! Citations: the bare address of the clause, the day of reading, original and translation, in the method and in the
//! widget alike.

use serde_json::json;

use super::{ELEMENT, built, page_with, wait_for_count};
use crate::runner::{Result, Test};

cases! {
    anywhere: [
        citations_have_the_bare_address,
        citations_have_the_day_and_both_texts,
    ],
}

const EID: &str = "art_2__sec_7__para_2";

async fn citations_have_the_bare_address(t: &mut Test) -> Result {
    let tag = |attributes: &str| {
        page_with(&format!(
            "<clause-explorer lang='en' {attributes}></clause-explorer>"
        ))
    };
    let site = built()
        .page("/none.html", tag("view='sector=energy-resources'"))
        .page("/query.html", tag("sync='query'"))
        .page("/hash.html", tag("sync='hash'"))
        .page("/src.html", tag("src='plan.json'"));
    let site = t.site(site);
    for (opened, count, cited) in [
        // Without `sync`, the host's query is not a view, whatever its keys.
        ("/none.html?q=1&p=2#top", 7, "/none.html?q=1&p=2"),
        (
            "/query.html?p=2&sector=energy-resources&lang=es",
            7,
            "/query.html?p=2",
        ),
        ("/query.html?sector=energy-resources", 7, "/query.html"),
        (
            "/hash.html?p=2#sector=energy-resources",
            7,
            "/hash.html?p=2",
        ),
        ("/src.html#art_1__para_1", 63, "/src.html"),
        (
            "/embed.html?sector=energy-resources&lang=en#art_2__sec_7__para_4",
            7,
            "/embed.html",
        ),
    ] {
        t.page.open(&site.url(opened)).await?;
        wait_for_count(t, count).await?;
        let address = site.url(&format!("{cited}#{EID}"));
        for style in ["text", "apa", "ris", "csl-json", "wikipedia"] {
            let script =
                format!("{ELEMENT} await element.ready; return element.cite('{EID}', '{style}');");
            let citation: String = t.page.js_async(&script, json!([])).await?;
            let end = citation
                .split(&address)
                .nth(1)
                .and_then(|rest| rest.chars().next());
            let is_whole = !end.is_some_and(|c| c.is_alphanumeric() || "_?&#".contains(c));
            assert!(
                citation.contains(&address) && is_whole,
                "expected {address} in the {style} of {opened}: {citation}"
            );
        }
        let script = format!("{ELEMENT} return element.goTo('{EID}');");
        let _: bool = t.page.js_async(&script, json!([])).await?;
        t.page
            .wait_until(
                &format!("the widget cites {address}"),
                &format!("$('#ce-citation')?.value.includes('{address} ')"),
            )
            .await?;
    }
    Ok(())
}

async fn citations_have_the_day_and_both_texts(t: &mut Test) -> Result {
    let page = page_with("<clause-explorer lang='es'></clause-explorer>");
    let site = t.site(built().page("/test.html", page));
    t.page.open(&site.url("/test.html")).await?;
    wait_for_count(t, 63).await?;
    let script = format!(
        "{ELEMENT} const now = new Date();
        const two = (number) => `${{number}}`.padStart(2, '0');
        const day = `${{now.getFullYear()}}-${{two(now.getMonth() + 1)}}-${{two(now.getDate())}}`;
        const {{ es, zh }} = element.clauses().find(({{ eid }}) => eid === '{EID}').text;
        const cited = (style) => element.cite('{EID}', style);
        return [
            ['text', day], ['bibtex', `urldate = {{${{day}}}}`], ['ris', `Y2  - ${{day.replaceAll('-', '/')}}/`], ['wikipedia', `access-date=${{day}}`],
            ['apa', 'Retrieved '], ['chicago', 'Accessed '], ['csl-json', '\"accessed\"'],
            ...['text', 'bibtex', 'ris', 'csl-json', 'wikipedia'].flatMap((style) => [[style, es], [style, zh]]),
            ...['text', 'bibtex', 'ris', 'csl-json', 'wikipedia', 'apa', 'chicago'].map((style) => [style, 'Traducción no oficial al español']),
        ].filter(([style, part]) => !cited(style).includes(part)).map(([style, part]) => `${{part}} in ${{cited(style)}}`);"
    );
    let missing: Vec<String> = t.page.js(&script, json!([])).await?;
    assert_eq!(missing, <[String; 0]>::default());
    Ok(())
}
