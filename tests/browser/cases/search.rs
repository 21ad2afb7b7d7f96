//! Searching.

use serde_json::json;
use thirtyfour::Key;

use super::text::clauses_of_the_source;
use super::{SEARCH, eids, open_showcase, search, wait_for_count};
use crate::runner::{Result, Test};

cases! {
    anywhere: [
        search_finds_exactly_the_clauses_with_the_query,
        search_ignores_width_case_and_script_form,
        search_marks_matches_and_keeps_the_text,
        search_matches_phrases_and_words,
        search_finds_pasted_words_and_plurals,
        empty_result_offers_ways_out,
    ],
    everywhere: [
        composition_searches_only_at_its_end,
    ],
}

async fn marks(t: &Test) -> Result<Vec<String>> {
    let script = "return [...root.querySelectorAll('mark')].map((mark) => mark.textContent);";
    Ok(t.page.js(script, json!([])).await?)
}

async fn search_finds_exactly_the_clauses_with_the_query(t: &mut Test) -> Result {
    open_showcase(t, "").await?;
    search(t, "核能").await?;
    wait_for_count(t, 2).await?;
    assert_eq!(
        eids(t).await?,
        ["art_2__sec_4__para_5", "art_2__sec_7__para_2"]
    );
    let source = clauses_of_the_source();
    for query in [
        "论坛",
        "数字经济",
        "基础设施",
        "海关",
        "合",
        "中",
        "年",
        "一带一路",
        "(AEO)",
    ] {
        search(t, query).await?;
        wait_for_count(
            t,
            source
                .iter()
                .filter(|(_, text)| text.contains(query))
                .count(),
        )
        .await?;
    }
    Ok(())
}

async fn search_ignores_width_case_and_script_form(t: &mut Test) -> Result {
    open_showcase(t, "").await?;
    for query in ["5G", "5g", "５Ｇ", "５g"] {
        search(t, query).await?;
        wait_for_count(t, 1).await?;
        assert_eq!(eids(t).await?, ["art_2__sec_5__para_2"], "{query}");
    }
    for query in ["问题", "問題", "问題"] {
        search(t, query).await?;
        wait_for_count(t, 1).await?;
        assert_eq!(eids(t).await?, ["art_2__sec_3__para_4"], "{query}");
        assert_eq!(marks(t).await?, ["問題"], "{query}");
    }
    search(t, "論壇").await?;
    wait_for_count(t, 11).await?;
    Ok(())
}

async fn search_marks_matches_and_keeps_the_text(t: &mut Test) -> Result {
    open_showcase(t, "").await?;
    search(t, "核能 民用").await?;
    wait_for_count(t, 2).await?;
    assert_eq!(marks(t).await?, ["民用核能", "核能", "民用核能"]);
    let text: String = t
        .page
        .js(
            "return $('#art_2__sec_7__para_2 [part~=text]:lang(zh)').textContent;",
            json!([]),
        )
        .await?;
    let whole = "深化电气、油气、可再生能源、新能源、民用核能、能源技术装备、电动汽车及设备、地质和能源矿产资源等领域合作。";
    assert_eq!(text, whole);
    Ok(())
}

async fn search_matches_phrases_and_words(t: &mut Test) -> Result {
    open_showcase(t, "").await?;
    for (query, count) in [
        ("数字 绿色", 2),
        ("\"数字、绿色\"", 1),
        ("“数字、绿色”", 1),
        ("绿色\u{3000}数字", 2),
        ("\"数字 绿色\"", 0),
    ] {
        search(t, query).await?;
        let shown = format!("parseInt($('[part~=status]').textContent) === {count}");
        t.page
            .wait_until(&format!("{query} leaves {count}"), &shown)
            .await?;
    }
    Ok(())
}

async fn search_finds_pasted_words_and_plurals(t: &mut Test) -> Result {
    open_showcase(t, "").await?;
    for (query, count) in [
        ("ﬁnance", 5),
        ("⾦融", 3),
        ("⽂化", 3),
        ("⼯业", 2),
        ("论坛\u{200e}", 11),
        ("計畫", 1),
        ("《论坛》", 11),
        ("forum", 12),
        ("forums", 12),
        ("high–level", 3),
    ] {
        search(t, "zzzz").await?;
        wait_for_count(t, 0).await?;
        search(t, query).await?;
        wait_for_count(t, count).await?;
        let found = marks(t).await?;
        assert!(found.len() >= count, "{query}: {found:?}");
    }
    Ok(())
}

async fn composition_searches_only_at_its_end(t: &mut Test) -> Result {
    open_showcase(t, "").await?;
    t.page.click(SEARCH).await?;
    let note = "window.counts = [];
        new MutationObserver(() => counts.push(parseInt($('[part~=status]').textContent)))
            .observe($('[part~=status]'), { subtree: true, characterData: true, childList: true });";
    let () = t.page.js(note, json!([])).await?;
    if !t
        .page
        .ime_composition(&["h", "he", "he n", "核"], "核能")
        .await?
    {
        let compose = "const field = $(arguments[0]);
            const fire = (Type, name, more) => field.dispatchEvent(new Type(name, { bubbles: true, composed: true, ...more }));
            fire(CompositionEvent, 'compositionstart', { data: '' });
            for (const text of ['h', 'he', 'he n']) {
                field.value = text;
                fire(CompositionEvent, 'compositionupdate', { data: text });
                fire(InputEvent, 'input', { data: text, isComposing: true });
            }
            field.value = '核能';
            fire(CompositionEvent, 'compositionend', { data: '核能' });";
        let () = t.page.js(compose, json!([SEARCH])).await?;
    }
    wait_for_count(t, 2).await?;
    assert_eq!(
        t.page.js::<Vec<usize>>("return counts;", json!([])).await?,
        [2],
        "nothing was searched half-composed"
    );
    assert_eq!(
        t.page
            .js::<String>("return $(arguments[0]).value;", json!([SEARCH]))
            .await?,
        "核能"
    );
    // After the composition, typing searches at once.
    t.page.keys(Key::Backspace).await?;
    t.page
        .wait_until(
            "one character is searched",
            "parseInt($('[part~=status]').textContent) > 1 && $('mark').textContent === '核'",
        )
        .await?;
    Ok(())
}

async fn empty_result_offers_ways_out(t: &mut Test) -> Result {
    open_showcase(t, "").await?;
    t.page.click("[value=tourism]").await?;
    wait_for_count(t, 3).await?;
    search(t, "核能").await?;
    t.page
        .wait_until("the result is empty", "$('.empty')")
        .await?;
    let script =
        "return [...root.querySelectorAll('.empty button')].map((button) => button.textContent);";
    let offers: Vec<String> = t.page.js(script, json!([])).await?;
    assert_eq!(
        offers,
        [
            "Without “核能”: 3 clauses",
            "Without Tourism: 2 clauses",
            "Show all 63 clauses"
        ]
    );
    t.page.click(".empty li:nth-child(2) button").await?;
    wait_for_count(t, 2).await?;
    search(t, "quantum").await?;
    let named = "$('.empty').textContent.includes('Not found in any clause: “quantum”')";
    t.page
        .wait_until("the word without a match is named", named)
        .await?;
    t.page.click(".empty li:last-child button").await?;
    wait_for_count(t, 63).await?;
    Ok(())
}
