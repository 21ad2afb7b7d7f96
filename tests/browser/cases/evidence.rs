//! The evidence of each tag.

use serde_json::json;

use super::{built, open_page, page_with, wait_for_count};
use crate::runner::{Result, Test};

cases! {
    anywhere: [
        tag_shows_the_words_that_justify_it,
        tag_shows_its_division_or_reason,
        details_are_shown_in_an_opened_clause,
        phrases_have_glosses_in_the_language_of_the_reader,
        glosses_that_arrive_late_are_shown,
        evidence_is_marked_beside_the_hits_of_a_search,
    ],
    everywhere: [
        evidence_applies_and_removes_its_filter,
    ],
}

/// Presses the tag of a clause with this label.
async fn press(t: &Test, eid: &str, label: &str) -> Result {
    let script = "const tags = [...$(`#${arguments[0]}`).querySelectorAll('.tags button')];
        const tag = tags.find((tag) => tag.textContent === arguments[1]);
        tag.click();";
    let () = t.page.js(script, json!([eid, label])).await?;
    Ok(())
}

async fn tag_shows_the_words_that_justify_it(t: &mut Test) -> Result {
    open_page(
        t,
        "<clause-explorer layout=panel lang='es'></clause-explorer>",
    )
    .await?;
    press(t, "art_2__sec_7__para_3", "Profundizar").await?;
    t.page
        .wait_until(
            "the evidence is shown",
            "$('#art_2__sec_7__para_3 .evidence')",
        )
        .await?;
    let script = "const evidence = $('#art_2__sec_7__para_3 .evidence');
        return [evidence.querySelector('q').textContent, evidence.querySelector('q').lang, [...evidence.querySelectorAll('mark')].map((mark) => mark.textContent).join()];";
    let found: [String; 3] = t.page.js(script, json!([])).await?;
    assert_eq!(
        found,
        [
            "拓展清洁能源资源相关新兴产业合作，支持企业间技术转让，优化矿业投资环境，并尊重和保护自然环境。",
            "zh-Hans",
            "拓展,优化"
        ]
    );
    let marked_in_text: usize = t
        .page
        .js(
            "return root.querySelectorAll('[part~=text] mark').length;",
            json!([]),
        )
        .await?;
    assert_eq!(marked_in_text, 0, "the clause's own text is left alone");
    // A second tag replaces the first; a second press closes it.
    press(t, "art_2__sec_7__para_4", "Promover").await?;
    t.page.wait_until("one evidence is open at a time", "root.querySelectorAll('.evidence').length === 1 && $('#art_2__sec_7__para_4 .evidence')").await?;
    press(t, "art_2__sec_7__para_4", "Promover").await?;
    t.page
        .wait_until("no evidence is open", "!$('.evidence')")
        .await?;
    Ok(())
}

/// Returns the phrases of the opened tag with their glosses, and those of its clause.
async fn phrases(t: &Test) -> Result<(String, String)> {
    let script = "const rule = $('.rule:has(.because)');
        return [rule.textContent, [...rule.querySelectorAll('.because')].map((phrase) => `${phrase.textContent} ${phrase.lang}`).join()];";
    Ok(t.page.js(script, json!([])).await?)
}

async fn phrases_have_glosses_in_the_language_of_the_reader(t: &mut Test) -> Result {
    open_page(
        t,
        "<clause-explorer layout=panel lang='es'></clause-explorer>",
    )
    .await?;
    press(t, "art_2__sec_7__para_3", "Profundizar").await?;
    t.page
        .wait_until(
            "the gloss is shown",
            "$('.rule:has(.because)').textContent.includes('拓展, ampliar')",
        )
        .await?;
    let (text, found) = phrases(t).await?;
    assert_eq!(
        text,
        "Palabras que justifican la etiqueta: 拓展, ampliar · 优化, optimizar · 加强, fortalecer · 深化, profundizar · 扩大, ampliar · 巩固, consolidar · 密切, intensificar · 增强, reforzar"
    );
    assert_eq!(found, "拓展 zh-Hans,优化 zh-Hans");
    // The glosses follow the language; the original needs none.
    for (lang, wanted) in [
        (
            "pt",
            "Palavras que justificam a etiqueta: 拓展, expandir · 优化, otimizar",
        ),
        ("zh", "归类依据的词语： 拓展 · 优化 · 加强 · 深化 · 扩大"),
    ] {
        let () = t
            .page
            .js(
                "document.querySelector('clause-explorer').setAttribute('lang', arguments[0]);",
                json!([lang]),
            )
            .await?;
        let is_shown = format!("$('.rule:has(.because)').textContent.startsWith('{wanted}')");
        t.page
            .wait_until(&format!("glosses in {lang}"), &is_shown)
            .await?;
    }
    Ok(())
}

async fn glosses_that_arrive_late_are_shown(t: &mut Test) -> Result {
    let late = "const fetchNow = fetch;
        const arrival = new Promise((arrive) => (window.arrive = arrive));
        window.fetch = async (...request) => {
            if (`${request[0]}`.includes('_more')) await arrival;
            return fetchNow(...request);
        };";
    let page = page_with("<clause-explorer lang='en'></clause-explorer>");
    let page = page.replace("<head>", "<head><script src='late.js'></script>");
    let site = t.site(built().page("/test.html", page).page("/late.js", late));
    t.page.open(&site.url("/test.html")).await?;
    wait_for_count(t, 63).await?;
    press(t, "art_1__para_1", "Deepen").await?;
    t.page
        .wait_until(
            "the phrases are shown",
            "$('.rule:has(.because)')?.textContent.includes('加强 · 扩大 · 密切')",
        )
        .await?;
    let () = t.page.js("arrive();", json!([])).await?;
    t.page
        .wait_until(
            "the glosses are shown",
            "$('.rule:has(.because)').textContent.includes('密切, intensify')",
        )
        .await?;
    Ok(())
}

async fn evidence_is_marked_beside_the_hits_of_a_search(t: &mut Test) -> Result {
    open_page(
        t,
        "<clause-explorer layout=panel lang='en' view='compare=zh&q=清洁能源资源相关新兴产业合作，支持'></clause-explorer>",
    )
    .await?;
    wait_for_count(t, 1).await?;
    press(t, "art_2__sec_7__para_3", "Support").await?;
    t.page
        .wait_until("the evidence is shown", "$('.evidence')")
        .await?;
    let script = "return [...root.querySelectorAll('[part~=text] mark')].map((mark) => {
        const { textDecorationLine, backgroundColor } = getComputedStyle(mark);
        return `${mark.textContent}: ${textDecorationLine}, ${backgroundColor === 'rgba(0, 0, 0, 0)' ? 'plain' : 'coloured'}`;
    });";
    let marks: Vec<String> = t.page.js(script, json!([])).await?;
    assert_eq!(
        marks,
        [
            "清洁能源资源相关新兴产业合作，: none, coloured",
            "支持: underline, coloured"
        ]
    );
    let has_quote: bool = t.page.js("return !!$('.evidence q');", json!([])).await?;
    assert!(!has_quote, "the original is shown already");
    press(t, "art_2__sec_7__para_3", "Deepen").await?;
    t.page
        .wait_until("the marks are those of the other tag", "[...root.querySelectorAll('[part~=text] .because')].map((mark) => mark.textContent).join() === '拓展,优化'")
        .await?;
    press(t, "art_2__sec_7__para_3", "Deepen").await?;
    t.page
        .wait_until(
            "no evidence is marked",
            "!$('.because') && root.querySelectorAll('[part~=text] mark').length === 1",
        )
        .await?;
    Ok(())
}

async fn tag_shows_its_division_or_reason(t: &mut Test) -> Result {
    open_page(
        t,
        "<clause-explorer layout=panel lang='en'></clause-explorer>",
    )
    .await?;
    for (label, wanted) in [
        (
            "Energy and resources",
            "Place in the plan: 7. Energy and Resources",
        ),
        ("Deepen", "firm → soft: Hold events · "),
    ] {
        press(t, "art_2__sec_7__para_2", label).await?;
        let is_shown = format!("$('.evidence').textContent.includes('{wanted}')");
        t.page
            .wait_until(&format!("{label} shows its reason"), &is_shown)
            .await?;
    }
    // Values of clauses that have no other one are shown in an opened clause.
    press(t, "art_2__sec_7__para_3", "Both sides").await?;
    let is_shown =
        "$('.evidence').textContent.includes('Editor’s note: The clause has no subject')";
    t.page
        .wait_until("the editor's note is shown", is_shown)
        .await?;
    let tags = "return [...$('#art_2__sec_7__para_2').querySelectorAll('.tags button')].map((tag) => tag.textContent);";
    let closed: Vec<String> = t.page.js(tags, json!([])).await?;
    assert!(!closed.contains(&"Both sides".to_owned()), "{closed:?}");
    t.page.click("#art_2__sec_7__para_2 .open").await?;
    t.page
        .wait_until(
            "the clause is open",
            "$('#art_2__sec_7__para_2[aria-current]')",
        )
        .await?;
    press(t, "art_2__sec_7__para_2", "No time stated").await?;
    let is_shown =
        "$('.evidence').textContent.includes('Editor’s note: The clause has no word of time')";
    t.page.wait_until("the reason is shown", is_shown).await?;
    // Every tag of every ninth clause has evidence; the compiler's tests check all of them.
    let script = "const bare = [];
        for (const clause of [...root.querySelectorAll('article')].filter((_, nth) => nth % 9 === 0)) {
            for (const tag of clause.querySelectorAll('.tags button')) {
                tag.click();
                for (let nth = 0; nth < 200 && tag.getAttribute('aria-expanded') !== 'true'; nth += 1) await new Promise((done) => setTimeout(done));
                const evidence = clause.querySelector('.evidence');
                if (!evidence?.querySelector('mark') && !(evidence?.querySelectorAll('p')[1]?.textContent.length > 20)) bare.push(`${clause.id} ${tag.textContent}`);
            }
        }
        return [root.querySelectorAll('.tags button').length, bare];";
    let (tags, bare): (usize, Vec<String>) = t.page.js_async(script, json!([])).await?;
    assert!(tags > 63 * 3, "{tags}");
    assert_eq!(bare, [""; 0]);
    Ok(())
}

async fn details_are_shown_in_an_opened_clause(t: &mut Test) -> Result {
    open_page(
        t,
        "<clause-explorer layout=panel lang='en'></clause-explorer>",
    )
    .await?;
    let tags = "return [...$('#art_1__para_2').querySelectorAll('.tags button')].map((tag) => tag.textContent);";
    let closed: Vec<String> = t.page.js(tags, json!([])).await?;
    assert_eq!(
        closed,
        [
            "Politics and security",
            "Explore",
            "Both sides",
            "China-CELAC Forum",
            "China-CELAC Forum Summit"
        ]
    );
    t.page.click("#art_1__para_2 .open").await?;
    t.page
        .wait_until("the clause is open", "$('#art_1__para_2[aria-current]')")
        .await?;
    let opened: Vec<String> = t.page.js(tags, json!([])).await?;
    for detail in ["Dated", "First or to be created", "No condition stated"] {
        assert!(
            opened.contains(&detail.to_owned()),
            "{detail} in {opened:?}"
        );
    }
    Ok(())
}

async fn evidence_applies_and_removes_its_filter(t: &mut Test) -> Result {
    open_page(
        t,
        "<clause-explorer layout=panel lang='en' view='sector=energy-resources'></clause-explorer>",
    )
    .await?;
    wait_for_count(t, 7).await?;
    press(t, "art_2__sec_7__para_2", "Deepen").await?;
    t.page
        .wait_until(
            "the button names the number of clauses",
            "$('.evidence button').textContent === 'Show only these 6 clauses'",
        )
        .await?;
    t.page.click(".evidence button").await?;
    wait_for_count(t, 6).await?;
    t.page.wait_until("the button offers to drop the filter", "$('.evidence button').textContent === 'Remove this filter' && root.activeElement === $('.evidence button')").await?;
    t.page.click(".evidence button").await?;
    wait_for_count(t, 7).await?;
    Ok(())
}
