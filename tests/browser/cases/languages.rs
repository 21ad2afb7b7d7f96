//! Four languages: reading, comparing, searching over all of them.

use serde_json::{Value, json};

use super::{ELEMENT, open_page, open_showcase, search, wait_for_count};
use crate::runner::{Result, Test};

cases! {
    anywhere: [
        every_language_has_the_whole_plan,
        match_in_a_hidden_language_is_quoted,
        search_ignores_accents,
        translations_say_how_they_were_made,
    ],
    everywhere: [
        own_language_wins_over_the_page,
        language_follows_the_page,
        any_two_languages_show_side_by_side,
        language_change_keeps_the_scroll_position,
        view_sets_both_languages,
    ],
}

const LANGUAGES: [(&str, &str, &str); 4] = [
    ("zh", "zh-Hans", "领域"),
    ("en", "en", "Sector"),
    ("es", "es", "Sector"),
    ("pt", "pt-BR", "Setor"),
];

async fn every_language_has_the_whole_plan(t: &mut Test) -> Result {
    open_page(
        t,
        "<clause-explorer layout=panel lang='en'></clause-explorer>",
    )
    .await?;
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

/// A translation says in its own language how it was made, and the host can read it too.
async fn translations_say_how_they_were_made(t: &mut Test) -> Result {
    open_page(
        t,
        "<clause-explorer lang='en' view='compare=es'></clause-explorer>",
    )
    .await?;
    let script = "const notes = [...root.querySelectorAll('.language-status details')];
        notes[1].querySelector('summary').click();
        return [notes.length, notes[0].open, notes[1].open, notes[1].querySelector('p').lang, notes[1].innerText, root.host.plan.languages.map(({ translation }) => !!translation)];";
    let found: Value = t.page.js(script, json!([])).await?;
    assert_eq!(found[0], 2);
    assert_eq!((&found[1], &found[2]), (&json!(false), &json!(true)));
    assert_eq!(found[3], "es");
    let text = found[4].as_str().expect("a text");
    assert!(text.contains("Proyecto Clause Explorer, 2026-"), "{text}");
    assert_eq!(found[5], json!([false, true, true, true]));
    Ok(())
}

async fn any_two_languages_show_side_by_side(t: &mut Test) -> Result {
    open_page(
        t,
        "<clause-explorer layout=panel lang='es' view='compare=pt'></clause-explorer>",
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
            "Chinese is shown beside it",
            "root.querySelectorAll('[part~=text][lang=zh-Hans]').length === 63",
        )
        .await?;
    t.page.click("[name=lang][value=zh]").await?;
    t.page
        .wait_until(
            "no language is shown beside itself",
            "root.querySelectorAll('[part~=text]').length === 63",
        )
        .await?;
    Ok(())
}

async fn match_in_a_hidden_language_is_quoted(t: &mut Test) -> Result {
    open_page(
        t,
        "<clause-explorer layout=panel lang='en'></clause-explorer>",
    )
    .await?;
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
            "the match inside the English word is marked",
            "$('[part~=text] mark')?.textContent.toLowerCase() === 'agricultura'",
        )
        .await?;
    search(t, "agriculture").await?;
    t.page
        .wait_until(
            "no excerpt of another language is shown",
            "$('[part~=text] mark') && !$('.elsewhere')",
        )
        .await?;
    Ok(())
}

async fn search_ignores_accents(t: &mut Test) -> Result {
    open_page(
        t,
        "<clause-explorer layout=panel lang='es'></clause-explorer>",
    )
    .await?;
    search(t, "energía").await?;
    t.page.wait_until("matches are marked", "$('mark')").await?;
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
        t.page.wait_until("the match is marked with its accents", "[...root.querySelectorAll('[part~=text] mark')].some((mark) => mark.textContent === 'energía')").await?;
    }
    Ok(())
}

async fn language_change_keeps_the_scroll_position(t: &mut Test) -> Result {
    open_showcase(t, "").await?;
    search(t, "合作").await?;
    t.page.wait_until("matches are marked", "$('mark')").await?;
    t.page.click("[value=science-technology]").await?;
    t.page.click("[value=energy-resources]").await?;
    t.page
        .wait_until(
            "both sectors are selected",
            "root.querySelectorAll(':checked[name=sector]').length === 2",
        )
        .await?;
    // The list may still return to its start because of the filters.
    let rests = "(() => {
        const [list, clause] = ['[part~=list]', '#art_2__sec_7__para_1'].map((css) => $(css));
        const below = clause.getBoundingClientRect().top - list.getBoundingClientRect().top - 7;
        list.scrollTop += below;
        window.looks = Math.abs(below) < 2 ? (window.looks ?? 0) + 1 : 0;
        return window.looks > 5;
    })()";
    t.page
        .wait_until("the clause rests at the top of the list", rests)
        .await?;
    let top = "return Math.round($('#art_2__sec_7__para_1').getBoundingClientRect().top);";
    let before: i32 = t.page.js(top, json!([])).await?;
    let shown: usize = t
        .page
        .js("return root.querySelectorAll('article').length;", json!([]))
        .await?;
    // A script selects the language, because the driver's click would scroll the page.
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
            "Math.abs($('#art_2__sec_7__para_1').getBoundingClientRect().top - {before}) <= 2"
        );
        t.page
            .wait_until(&format!("the clause keeps its position, in {tag}"), &stays)
            .await?;
    }
    wait_for_count(t, shown).await?;
    t.page.wait_until("query and filters stay", "$('[part~=search]').value === '合作' && root.querySelectorAll(':checked[name=sector]').length === 2").await?;
    Ok(())
}

async fn view_sets_both_languages(t: &mut Test) -> Result {
    open_page(t, "<clause-explorer layout=panel lang='en' view='lang=pt&amp;compare=zh&amp;q=tecnologia'></clause-explorer>").await?;
    t.page
        .wait_until(
            "the view's language is used",
            "$('legend').textContent === 'Setor'",
        )
        .await?;
    t.page
        .wait_until(
            "Chinese is shown beside it",
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
            "the change event has fired",
            "window.view === 'q=tecnologia&lang=es&compare=zh'",
        )
        .await?;
    // A control that the reader has used shows a later choice of the host, too.
    let choose = "const select = $('.compare select'); select.value = 'en'; select.dispatchEvent(new Event('change', { bubbles: true }));";
    let () = t.page.js(choose, json!([])).await?;
    t.page
        .wait_until(
            "the reader compares with English",
            "window.view.endsWith('compare=en')",
        )
        .await?;
    let set = format!("{ELEMENT} element.view = 'lang=es&compare=pt';");
    let () = t.page.js(&set, json!([])).await?;
    t.page
        .wait_until(
            "the control follows the host",
            "$('.compare select').value === 'pt'",
        )
        .await?;
    Ok(())
}

async fn language_follows_the_page(t: &mut Test) -> Result {
    open_page(
        t,
        "<div id='a'><clause-explorer layout=panel></clause-explorer></div><div id='b' lang='pt'></div>",
    )
    .await?;
    let steps = [
        ("document.documentElement.lang = 'es'", "es"),
        ("a.lang = 'zh-TW'", "zh"),
        ("a.removeAttribute('lang')", "es"),
        ("b.append(a.firstChild)", "pt"),
        (
            "document.querySelector('clause-explorer').lang = 'en'",
            "en",
        ),
    ];
    for (step, tag) in steps {
        let () = t
            .page
            .js(
                &format!("const [a, b] = document.querySelectorAll('div'); {step};"),
                json!([]),
            )
            .await?;
        t.page
            .wait_until(step, &format!("$('[part~=root]').lang === '{tag}' && $(':checked[name=lang]').value === '{tag}'"))
            .await?;
    }
    Ok(())
}

async fn own_language_wins_over_the_page(t: &mut Test) -> Result {
    open_page(
        t,
        "<div lang='zh-CN'><clause-explorer layout=panel view='q=论坛'></clause-explorer></div>",
    )
    .await?;
    t.page
        .wait_until(
            "the page's language is used",
            "$('[part~=status]').textContent === '11 条，共 63 条'",
        )
        .await?;
    let () = t
        .page
        .js(
            "document.querySelector('clause-explorer').lang = 'en-GB';",
            json!([]),
        )
        .await?;
    t.page
        .wait_until(
            "the element's own language is used",
            "$('[part~=status]').textContent === '11 of 63 clauses'",
        )
        .await?;
    t.page
        .wait_until("the query stays", "$('[part~=search]').value === '论坛'")
        .await?;
    Ok(())
}
