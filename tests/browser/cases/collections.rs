//! Several plans in the attribute `src`, shown as one collection.

use serde_json::{Value, json};

use super::steps::{errors, open_listening};
use super::{ELEMENT, built, wait_for_count, wait_for_ready};
use crate::engines::Engine;
use crate::runner::{Result, Test};

cases! {
    anywhere: [
        a_collection_is_searched_and_filtered_as_one,
        a_collection_names_the_plan_of_each_clause,
        a_collection_has_links_to_each_clause,
        a_collection_is_shown_without_missing_plans,
        a_collection_has_each_id_once,
        a_collection_without_plans_keeps_the_fallback,
        a_collection_is_shown_by_the_page_for_iframes,
    ],
}

const CITY: &str = "river-city-plan";
const CHINA: &str = "china-celac-2022-2024";

/// Returns a plan of `tests/content/` as `plan.json`.
fn json_of(folder: &str) -> String {
    serde_json::to_string(&fixture::plan_of(folder)).expect("a plan is JSON")
}

/// Opens a page with the city's plan and the ferry treaty beside the project's own plan.
async fn open(t: &mut Test, attributes: &str) -> Result {
    let body = format!("<clause-explorer layout=panel {attributes}><p>text</p></clause-explorer>");
    let [city, treaty] = ["city", "two-authentic"].map(json_of);
    let again = city.replace("River City Transport Plan", "Another plan");
    let files = [
        ("/city.json", &*city),
        ("/treaty.json", &treaty),
        ("/again.json", &again),
        ("/list.json", "[]"),
    ];
    open_listening(t, &body, &files).await
}

async fn ask(t: &Test, script: &str) -> Result<Value> {
    let script = format!("{ELEMENT} await element.ready; return {script};");
    Ok(t.page.js_async(&script, json!([])).await?)
}

async fn show(t: &Test, view: &str) -> Result {
    let script = format!("{ELEMENT} element.view = arguments[0];");
    Ok(t.page.js(&script, json!([view])).await?)
}

async fn a_collection_is_searched_and_filtered_as_one(t: &mut Test) -> Result {
    open(t, "lang=en src=' city.json\n plan.json '").await?;
    let (city, own) = (fixture::plan_of("city"), fixture::plan());
    let [few, many] = [&city, &own].map(|plan| plan.clauses.len());
    wait_for_count(t, few + many).await?;
    wait_for_ready(t).await?;
    let summary = ask(t, "element.plan").await?;
    let titles = [&city, &own].map(|plan| plan.title.nearest("en").text);
    assert_eq!(summary["title"]["en"], titles.join(" · "));
    assert_eq!(summary["id"], format!("{CITY}+{CHINA}"));
    let value = |plan: &plan::Plan| json!({ "id": plan.id, "label": plan.title, "count": plan.clauses.len() });
    let facet = &summary["facets"][0];
    assert_eq!(facet["id"], "plan");
    assert_eq!(facet["values"], json!([value(&city), value(&own)]));
    let part = |plan: &plan::Plan, src: &str| json!({ "id": plan.id, "title": plan.title, "languages": plan.languages, "source": plan.source, "src": src, "clauseCount": plan.clauses.len() });
    assert_eq!(
        summary["plans"],
        json!([part(&city, "city.json"), part(&own, "plan.json")])
    );
    let tags = ask(t, "element.plan.languages.map(({ tag }) => tag)").await?;
    assert_eq!(tags, json!(["en", "es", "zh", "pt"]));
    // One search finds clauses of both, each below the title of its plan.
    let found = ask(t, "element.counts({ q: 'bus' }).plan").await?;
    let found = [CITY, CHINA].map(|id| found[id].as_u64().unwrap_or_default());
    assert!(found.iter().all(|count| *count > 0), "{found:?}");
    show(t, "q=bus").await?;
    wait_for_count(t, usize::try_from(found[0] + found[1])?).await?;
    let headings = "return [...root.querySelectorAll('h3[part~=division]')].map((heading) => heading.textContent);";
    let headings: Vec<String> = t.page.js(headings, json!([])).await?;
    assert_eq!(headings, titles);
    t.page
        .click(&format!("input[name=plan][value={CITY}]"))
        .await?;
    wait_for_count(t, usize::try_from(found[0])?).await?;
    assert_eq!(ask(t, "element.view").await?, format!("plan={CITY}&q=bus"));
    // A plan without a language is shown in its original there.
    show(t, &format!("lang=zh&plan={CITY}")).await?;
    wait_for_count(t, few).await?;
    let shown = "return [$('[part~=text]').lang, $('[part~=division]').textContent];";
    let shown: [String; 2] = t.page.js(shown, json!([])).await?;
    assert_eq!(shown, ["en", titles[0]]);
    assert_eq!(errors(t).await?, <[[String; 2]; 0]>::default());
    Ok(())
}

async fn a_collection_names_the_plan_of_each_clause(t: &mut Test) -> Result {
    open(t, "lang=en src='city.json plan.json'").await?;
    wait_for_ready(t).await?;
    let (city, own) = (fixture::plan_of("city"), fixture::plan());
    let clause = ask(t, &format!("element.clauses('plan={CITY}')[0]")).await?;
    let first = clause["eid"].as_str().unwrap_or_default().to_owned();
    assert_eq!(
        clause["source"],
        json!({ "id": city.id, "title": city.title, "publisher": city.source.publisher, "url": city.source.url, "published": city.source.published })
    );
    assert_eq!(clause["path"][0]["heading"], city.title.original().text);
    assert_eq!(clause["facets"]["plan"], json!([CITY]));
    for (eid, plan, unofficial) in [
        (&*first, &city, false),
        ("art_2__sec_7__para_2", &own, true),
    ] {
        for style in [
            "text",
            "apa",
            "chicago",
            "bibtex",
            "ris",
            "csl-json",
            "wikipedia",
        ] {
            let citation = ask(t, &format!("element.cite('{eid}', '{style}')")).await?;
            let citation = citation.as_str().unwrap_or_default();
            let title = plan.title.nearest("en").text;
            assert!(citation.contains(title), "{style}: {citation}");
            assert!(!citation.contains(" · "), "{style}: {citation}");
            assert!(
                citation.contains(&*plan.source.publisher),
                "{style}: {citation}"
            );
            let is_marked = citation.contains("Unofficial English translation");
            assert_eq!(is_marked, unofficial, "{style}: {citation}");
        }
        let bibtex = ask(t, &format!("element.cite('{eid}', 'bibtex')")).await?;
        let key = format!("@misc{{{}-{eid},", plan.id);
        assert!(
            bibtex.as_str().is_some_and(|it| it.starts_with(&key)),
            "{bibtex}"
        );
    }
    // The foot names each source, and where one of them breaks off.
    let foot = "return [...$('footer').querySelectorAll('p')].map((line) => line.textContent).join('\\n');";
    let foot: String = t.page.js(foot, json!([])).await?;
    for plan in [&city, &own] {
        let line = [plan.title.nearest("en").text, ". "].concat();
        assert!(foot.contains(&line), "{foot}");
        assert!(foot.contains(&*plan.source.publisher), "{foot}");
    }
    assert_eq!(foot.matches("The source text ends in").count(), 1, "{foot}");
    Ok(())
}

async fn a_collection_has_links_to_each_clause(t: &mut Test) -> Result {
    open(t, "lang=en src='treaty.json plan.json'").await?;
    wait_for_ready(t).await?;
    let (treaty, own) = (fixture::plan_of("two-authentic"), fixture::plan());
    let eid = format!("{CHINA}__art_2__sec_7__para_4");
    let () = t
        .page
        .js("location.hash = arguments[0];", json!([eid]))
        .await?;
    t.page
        .wait_until(
            "the clause is open",
            &format!("$('[aria-current]')?.id === '{eid}' && $('.steps')"),
        )
        .await?;
    let steps: String = t
        .page
        .js("return $('.steps').textContent;", json!([]))
        .await?;
    assert!(steps.starts_with(own.title.nearest("en").text), "{steps}");
    let citation = ask(t, &format!("element.cite('{eid}', 'text')")).await?;
    let citation = citation.as_str().unwrap_or_default();
    assert!(citation.contains(&*own.source.publisher), "{citation}");
    assert!(
        citation.contains(&format!("/test.html#{eid} ")),
        "{citation}"
    );
    let bibtex = ask(t, &format!("element.cite('{eid}', 'bibtex')")).await?;
    let key = format!("@misc{{{eid},");
    assert!(
        bibtex.as_str().is_some_and(|it| it.starts_with(&key)),
        "{bibtex}"
    );
    // The first plan keeps its eIds.
    let first = treaty.clauses.first().map(|clause| clause.eid.as_str());
    let first = first.unwrap_or_default();
    assert_eq!(ask(t, &format!("element.goTo('{first}')")).await?, true);
    t.page
        .wait_until(
            "the clause is open",
            &format!("$('[aria-current]')?.id === '{first}'"),
        )
        .await?;
    assert_eq!(
        ask(t, &format!("element.goTo('{CITY}__art_1')")).await?,
        false
    );
    assert_eq!(errors(t).await?, <[[String; 2]; 0]>::default());
    Ok(())
}

async fn a_collection_is_shown_without_missing_plans(t: &mut Test) -> Result {
    open(t, "lang=en src='missing.json list.json city.json'").await?;
    wait_for_count(t, fixture::plan_of("city").clauses.len()).await?;
    wait_for_ready(t).await?;
    assert_eq!(
        errors(t).await?,
        [
            [
                "src",
                "no plan at missing.json: expected a file, found status 404"
            ],
            [
                "src",
                "no plan at list.json: the file is not a plan that this version knows: expected an object at the top, found a list"
            ],
        ]
    );
    t.page
        .wait_until(
            "the reader sees it",
            "$('.note').textContent.startsWith('A requested plan could not be loaded')",
        )
        .await?;
    // A link to a clause of a missing plan leads to no clause of another one.
    let eids = ask(t, "element.clauses().map(({ eid }) => eid)").await?;
    let eids = eids.as_array().expect("a list");
    let is_own = |eid: &Value| {
        eid.as_str()
            .is_some_and(|eid| eid.starts_with(&format!("{CITY}__")))
    };
    assert!(eids.iter().all(is_own), "{eids:?}");
    if t.engine == Engine::Chromium {
        t.expect_console(&["missing.json - Failed to load resource"]);
    }
    Ok(())
}

async fn a_collection_has_each_id_once(t: &mut Test) -> Result {
    open(t, "lang=en src='city.json again.json'").await?;
    let city = fixture::plan_of("city");
    wait_for_count(t, city.clauses.len()).await?;
    wait_for_ready(t).await?;
    let message = format!(
        "no further plan at again.json: expected another id than that of the plan at city.json, found “{CITY}”; give each plan an id of its own"
    );
    assert_eq!(errors(t).await?, [["src", &message]]);
    let title = ask(t, "element.plan.title.en").await?;
    assert_eq!(title, city.title.nearest("en").text);
    Ok(())
}

async fn a_collection_without_plans_keeps_the_fallback(t: &mut Test) -> Result {
    open(t, "src='list.json missing.json'").await?;
    t.page
        .wait_until(
            "the reader sees the reason",
            "$('p').textContent.startsWith('The explorer could not start')",
        )
        .await?;
    let message = "no plan at list.json: the file is not a plan that this version knows: expected an object at the top, found a list; no plan at missing.json: expected a file, found status 404";
    assert_eq!(errors(t).await?, [["src", message]]);
    let rejection =
        format!("{ELEMENT} return element.ready.then(() => 'mounted', (error) => error.message);");
    let rejection: String = t.page.js_async(&rejection, json!([])).await?;
    assert_eq!(rejection, message);
    if t.engine == Engine::Chromium {
        t.expect_console(&["missing.json - Failed to load resource"]);
    }
    Ok(())
}

async fn a_collection_is_shown_by_the_page_for_iframes(t: &mut Test) -> Result {
    let (city, own) = (fixture::plan_of("city"), fixture::plan());
    let site = t.site(built().page("/city.json", json_of("city")));
    for space in ["%20", "+"] {
        let address = format!("/embed.html?lang=en&src=city.json{space}plan.json");
        t.page.open(&site.url(&address)).await?;
        wait_for_count(t, city.clauses.len() + own.clauses.len()).await?;
        let citation = ask(t, "element.cite('art_2__sec_7__para_2', 'text')").await?;
        let cited = "/embed.html?src=city.json%20plan.json#art_2__sec_7__para_2 ";
        let citation = citation.as_str().unwrap_or_default();
        assert!(citation.contains(cited), "{citation}");
    }
    Ok(())
}
