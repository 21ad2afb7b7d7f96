//! Four languages: reading, comparing, searching over all of them.

use serde_json::json;

use super::{open_page, open_showcase, search, wait_for_count};
use crate::runner::{Result, Test};

cases![
    every_language_has_the_whole_plan,
    any_language_stands_beside_any_other,
    a_hit_in_a_hidden_language_is_shown_as_the_reason,
    accents_do_not_matter,
    changing_the_language_keeps_the_place,
    a_view_carries_its_languages,
];

const LANGUAGES: [(&str, &str, &str); 4] = [
    ("zh", "zh-Hans", "领域"),
    ("en", "en", "Sector"),
    ("es", "es", "Sector"),
    ("pt", "pt-BR", "Setor"),
];

async fn every_language_has_the_whole_plan(t: &mut Test) -> Result {
    open_page(t, "<clause-explorer lang='en'></clause-explorer>").await?;
    for (tag, html, sector) in LANGUAGES {
        t.page.click(&format!("[name=lang][value={tag}]")).await?;
        let is_shown = format!(
            "root.querySelectorAll('[part~=text][lang={html}]').length === 63 && $('legend').textContent === '{sector}'"
        );
        t.page
            .wait_until(&format!("the plan is shown in {tag}"), &is_shown)
            .await?;
        let script = "return [...root.querySelectorAll('[part~=text], h2, h3, h4')].filter((text) => !text.textContent.trim() || text.lang !== arguments[0]).length;";
        assert_eq!(t.page.js::<usize>(script, json!([html])).await?, 0, "{tag}");
        let script = "return [...root.querySelectorAll('[part~=text][translate=no]')].length;";
        assert_eq!(
            t.page.js::<usize>(script, json!([])).await?,
            if tag == "zh" { 63 } else { 0 }
        );
        let status: String = t
            .page
            .js("return $('.language-status').textContent;", json!([]))
            .await?;
        assert_eq!(status.is_empty(), tag == "zh", "{status}");
    }
    Ok(())
}

async fn any_language_stands_beside_any_other(t: &mut Test) -> Result {
    open_page(
        t,
        "<clause-explorer lang='es' view='compare=pt'></clause-explorer>",
    )
    .await?;
    wait_for_count(t, 63).await?;
    let places = "const [one, other] = $('#art_2__sec_7__para_2').querySelectorAll('[part~=text]');
        const [a, b] = [one, other].map((text) => text.getBoundingClientRect());
        return [one.lang, other.lang, a.top === b.top ? 'beside' : a.bottom <= b.top ? 'below' : 'over'];";
    for (width, place) in [(1200, "beside"), (360, "below")] {
        t.page.resize(width, 800).await?;
        assert_eq!(
            t.page.js::<[String; 3]>(places, json!([])).await?,
            ["es", "pt-BR", place]
        );
    }
    let () = t.page.js("const select = $('select'); select.value = 'zh'; select.dispatchEvent(new Event('change', { bubbles: true }));", json!([])).await?;
    t.page
        .wait_until(
            "the Chinese stands beside",
            "root.querySelectorAll('[part~=text][lang=zh-Hans]').length === 63",
        )
        .await?;
    t.page.click("[name=lang][value=zh]").await?;
    t.page
        .wait_until(
            "no language stands beside itself",
            "root.querySelectorAll('[part~=text]').length === 63",
        )
        .await?;
    Ok(())
}

async fn a_hit_in_a_hidden_language_is_shown_as_the_reason(t: &mut Test) -> Result {
    open_page(t, "<clause-explorer lang='en'></clause-explorer>").await?;
    for (query, lang) in [
        ("alimentaria", "es"),
        ("农业", "zh-Hans"),
        ("pesquisa", "pt-BR"),
    ] {
        search(t, query).await?;
        let reason = format!("$('.elsewhere q[lang={lang}] mark') && !$('[part~=text] mark')");
        t.page
            .wait_until(&format!("{query} is shown in {lang}"), &reason)
            .await?;
    }
    search(t, "agricultura").await?;
    t.page
        .wait_until(
            "a part of an English word is marked there",
            "$('[part~=text] mark')?.textContent.toLowerCase() === 'agricultura'",
        )
        .await?;
    search(t, "agriculture").await?;
    t.page
        .wait_until(
            "what is shown needs no other reason",
            "$('[part~=text] mark') && !$('.elsewhere')",
        )
        .await?;
    Ok(())
}

async fn accents_do_not_matter(t: &mut Test) -> Result {
    open_page(t, "<clause-explorer lang='es'></clause-explorer>").await?;
    search(t, "energía").await?;
    t.page.wait_until("it is found", "$('mark')").await?;
    let count: usize = t
        .page
        .js(
            "return parseInt($('[part~=status]').textContent);",
            json!([]),
        )
        .await?;
    for query in ["energia", "ENERGÍA", "energi\u{301}a"] {
        search(t, query).await?;
        wait_for_count(t, count).await?;
        t.page.wait_until("it is marked as it stands", "[...root.querySelectorAll('[part~=text] mark')].some((mark) => mark.textContent === 'energía')").await?;
    }
    Ok(())
}

async fn changing_the_language_keeps_the_place(t: &mut Test) -> Result {
    open_showcase(t, "").await?;
    search(t, "合作").await?;
    t.page.wait_until("something is found", "$('mark')").await?;
    t.page.click("[value=science-technology]").await?;
    t.page.click("[value=energy-resources]").await?;
    t.page
        .wait_until(
            "both sectors are chosen",
            "root.querySelectorAll(':checked[name=sector]').length === 2",
        )
        .await?;
    let scroll = "const [list, clause] = ['[part~=list]', '#art_2__sec_7__para_1'].map((css) => $(css));
        list.scrollTop += clause.getBoundingClientRect().top - list.getBoundingClientRect().top - 7;";
    let () = t.page.js(scroll, json!([])).await?;
    let top = "return Math.round($('#art_2__sec_7__para_1').getBoundingClientRect().top - $('[part~=list]').getBoundingClientRect().top);";
    let before: i32 = t.page.js(top, json!([])).await?;
    let shown: usize = t
        .page
        .js("return root.querySelectorAll('article').length;", json!([]))
        .await?;
    // A reader's own click would scroll the page first; the choice is what matters here.
    let choose = "$(`[name=lang][value=${arguments[0]}]`).click();";
    for (tag, html) in [("es", "es"), ("zh", "zh-Hans"), ("pt", "pt-BR")] {
        let () = t.page.js(choose, json!([tag])).await?;
        t.page
            .wait_until(
                "the language has changed",
                &format!("$('[part~=text]').lang === '{html}'"),
            )
            .await?;
        let stays = format!(
            "Math.abs($('#art_2__sec_7__para_1').getBoundingClientRect().top - $('[part~=list]').getBoundingClientRect().top - {before}) <= 2"
        );
        t.page
            .wait_until(&format!("the clause is where it was, in {tag}"), &stays)
            .await?;
    }
    wait_for_count(t, shown).await?;
    t.page.wait_until("query and filters stay", "$('[part~=search]').value === '合作' && root.querySelectorAll(':checked[name=sector]').length === 2").await?;
    Ok(())
}

async fn a_view_carries_its_languages(t: &mut Test) -> Result {
    open_page(t, "<clause-explorer lang='en' view='lang=pt&amp;compare=zh&amp;q=tecnologia'></clause-explorer>").await?;
    t.page
        .wait_until(
            "the view's language comes first",
            "$('legend').textContent === 'Setor'",
        )
        .await?;
    t.page
        .wait_until(
            "the Chinese stands beside",
            "$('article [lang=zh-Hans][part~=text]')",
        )
        .await?;
    let () = t
        .page
        .js(
            "addEventListener('ce-change', (event) => (window.view = event.detail.viewString));",
            json!([]),
        )
        .await?;
    t.page.click("[name=lang][value=es]").await?;
    t.page
        .wait_until(
            "the change is told",
            "window.view === 'q=tecnologia&lang=es&compare=zh'",
        )
        .await?;
    Ok(())
}
