//! What a reader does: read, search, filter, follow links.

use serde_json::json;
use thirtyfour::Key;

use super::{SEARCH, eids, open_showcase, search, wait_for_count, wait_for_worker};
use crate::runner::{Result, Test};

cases![
    the_whole_plan_is_shown_to_the_letter,
    sectors_carry_their_counts,
    searching_finds_exactly_what_contains_it,
    width_case_and_script_form_do_not_matter,
    hits_are_marked_and_the_text_stays_whole,
    sector_and_query_narrow_each_other,
    values_of_a_facet_are_alternatives,
    phrases_and_words,
    composing_does_not_search,
    an_empty_result_says_why_and_offers_a_way_out,
    chips_and_clear_buttons_undo,
    the_source_ends_where_it_ends,
    a_fragment_leads_to_its_clause,
    everything_works_without_the_server,
];

const SOURCE: &str = include_str!("../../golden/source.zh.md");

/// Number and text of each clause, read off the source by its own marks and not by our compiler.
fn clauses_of_the_source() -> Vec<(String, String)> {
    let body = SOURCE
        .lines()
        .skip_while(|line| !line.starts_with("## 第一条"));
    let body = body.take_while(|line| !line.starts_with("预览已结束"));
    let clauses = body.filter(|line| !line.is_empty() && !line.starts_with('#'));
    let split = |line: &str| {
        let end = if line.starts_with('(') { ')' } else { '、' };
        let (number, text) = line
            .split_once(end)
            .expect("each clause of the source begins with its number");
        (
            number.trim_start_matches('(').to_owned(),
            text.trim_start().to_owned(),
        )
    };
    clauses.map(split).collect()
}

async fn the_whole_plan_is_shown_to_the_letter(t: &mut Test) -> Result {
    open_showcase(t, "").await?;
    wait_for_count(t, 63).await?;
    let script = "return [...root.querySelectorAll('article[part~=clause]')].map((clause) =>
        ['[part~=number]', '[part~=text]:lang(zh)'].map((css) => clause.querySelector(css).textContent));";
    let shown: Vec<(String, String)> = t.page.js(script, json!([])).await?;
    let source = clauses_of_the_source();
    assert_eq!((shown.len(), source.len()), (63, 63));
    for ((number, text), (source_number, source_text)) in shown.iter().zip(&source) {
        assert_eq!(text, source_text);
        let last = number.rsplit([' ', '(']).next().unwrap_or_default();
        assert_eq!(last.trim_end_matches(')'), source_number);
    }
    assert_eq!(shown[44].0, "第二条 七、(四)");
    let script =
        "return [...new Set([...root.querySelectorAll('[part~=text]')].map((text) => text.lang))];";
    assert_eq!(
        t.page.js::<Vec<String>>(script, json!([])).await?,
        ["en", "zh-Hans"]
    );
    let headings: usize = t
        .page
        .js("return root.querySelectorAll('h3, h4').length;", json!([]))
        .await?;
    assert_eq!(headings, 4 + 11);
    Ok(())
}

async fn sectors_carry_their_counts(t: &mut Test) -> Result {
    open_showcase(t, "").await?;
    assert_eq!(counts(t).await?, [9, 6, 3, 8, 5, 4, 6, 7, 3, 3, 3, 5, 1]);
    let script = "return [...root.querySelectorAll('input[type=checkbox][name=sector]')].map((box) => box.value);";
    let values: Vec<String> = t.page.js(script, json!([])).await?;
    let expected = "political-security trade-investment finance agriculture-food science-technology industry-ict \
         aerospace energy-resources tourism customs-taxation quality-infrastructure infrastructure public-health";
    assert_eq!(values.join(" "), expected);
    Ok(())
}

async fn searching_finds_exactly_what_contains_it(t: &mut Test) -> Result {
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

async fn width_case_and_script_form_do_not_matter(t: &mut Test) -> Result {
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

async fn hits_are_marked_and_the_text_stays_whole(t: &mut Test) -> Result {
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

async fn sector_and_query_narrow_each_other(t: &mut Test) -> Result {
    open_showcase(t, "").await?;
    search(t, "论坛").await?;
    wait_for_count(t, 11).await?;
    assert_eq!(
        counts(t).await?,
        [3, 1, 0, 1, 1, 1, 1, 0, 0, 0, 0, 3, 0],
        "the counts follow the query"
    );
    t.page.click("[value=agriculture-food]").await?;
    wait_for_count(t, 1).await?;
    assert_eq!(eids(t).await?, ["art_2__sec_3__para_8"]);
    assert_eq!(
        counts(t).await?,
        [3, 1, 0, 1, 1, 1, 1, 0, 0, 0, 0, 3, 0],
        "a facet does not narrow its own counts"
    );
    Ok(())
}

async fn values_of_a_facet_are_alternatives(t: &mut Test) -> Result {
    open_showcase(t, "").await?;
    t.page.click("[value=finance]").await?;
    wait_for_count(t, 3).await?;
    t.page.click("[value=tourism]").await?;
    wait_for_count(t, 6).await?;
    t.page.click("[value=finance]").await?;
    wait_for_count(t, 3).await?;
    Ok(())
}

async fn phrases_and_words(t: &mut Test) -> Result {
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

async fn composing_does_not_search(t: &mut Test) -> Result {
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
    // What follows is typed in the ordinary way again.
    t.page.keys(Key::Backspace).await?;
    t.page
        .wait_until(
            "one character is searched",
            "parseInt($('[part~=status]').textContent) > 1 && $('mark').textContent === '核'",
        )
        .await?;
    Ok(())
}

async fn an_empty_result_says_why_and_offers_a_way_out(t: &mut Test) -> Result {
    open_showcase(t, "").await?;
    t.page.click("[value=tourism]").await?;
    wait_for_count(t, 3).await?;
    search(t, "核能").await?;
    t.page.wait_until("nothing is left", "$('.empty')").await?;
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
    let named = "$('.empty').textContent.includes('In no clause: “quantum”')";
    t.page.wait_until("the absent word is named", named).await?;
    t.page.click(".empty li:last-child button").await?;
    wait_for_count(t, 63).await?;
    Ok(())
}

async fn chips_and_clear_buttons_undo(t: &mut Test) -> Result {
    open_showcase(t, "").await?;
    t.page.click("[value=finance]").await?;
    t.page.click("[value=tourism]").await?;
    wait_for_count(t, 6).await?;
    t.page.click(".chip").await?;
    wait_for_count(t, 3).await?;
    let script =
        "return [...root.querySelectorAll('[name=sector]:checked')].map((box) => box.value);";
    assert_eq!(
        t.page.js::<Vec<String>>(script, json!([])).await?,
        ["tourism"]
    );
    t.page.click("fieldset button").await?;
    wait_for_count(t, 63).await?;
    search(t, "核能").await?;
    wait_for_count(t, 2).await?;
    t.page.click(".search .clear").await?;
    wait_for_count(t, 63).await?;
    let is_ready = "root.activeElement === $('[part~=search]') && root.activeElement.value === ''";
    t.page
        .wait_until("the field is empty and has the focus", is_ready)
        .await?;
    search(t, "核能").await?;
    wait_for_count(t, 2).await?;
    t.page.click(".clear-all").await?;
    wait_for_count(t, 63).await?;
    t.page
        .wait_until("the field is empty", "$('[part~=search]').value === ''")
        .await?;
    Ok(())
}

async fn the_source_ends_where_it_ends(t: &mut Test) -> Result {
    open_showcase(t, "").await?;
    let script = "const last = [...root.querySelectorAll('article')].at(-1);
        return [last.id, last.querySelector('[part~=text]:lang(zh)').textContent, last.querySelector('.note').textContent, $('footer').textContent];";
    let [eid, text, note, foot]: [String; 4] = t.page.js(script, json!([])).await?;
    assert_eq!(eid, "art_4__sec_1__para_1");
    assert!(
        text.ends_with("2020年7月22日中拉应对新冠肺炎疫情"),
        "{text}"
    );
    assert_eq!(note, "The source text breaks off here.");
    assert!(
        foot.contains("The source text ends in Article 4.1(1)"),
        "{foot}"
    );
    Ok(())
}

async fn a_fragment_leads_to_its_clause(t: &mut Test) -> Result {
    let at_the_top = |eid: &str| {
        format!(
            "Math.abs($('#{eid}').getBoundingClientRect().top - $('[part~=list]').getBoundingClientRect().top) < 40"
        )
    };
    let site = open_showcase(t, "#art_2__sec_7__para_4").await?;
    t.page
        .wait_until(
            "the clause is the opened one",
            "$('#art_2__sec_7__para_4[aria-current]')",
        )
        .await?;
    t.page
        .wait_until(
            "it is at the top of the list",
            &at_the_top("art_2__sec_7__para_4"),
        )
        .await?;
    t.page
        .click("#art_2__sec_7__para_5 [part~=actions] a")
        .await?;
    t.page
        .wait_until(
            "the address names the next one",
            "location.hash === '#art_2__sec_7__para_5'",
        )
        .await?;
    t.page
        .wait_until(
            "the next one is at the top",
            &at_the_top("art_2__sec_7__para_5"),
        )
        .await?;
    // What a link leads to is shown even if the view hid it.
    search(t, "核能").await?;
    wait_for_count(t, 2).await?;
    let () = t
        .page
        .js("location.hash = '#art_3__para_3';", json!([]))
        .await?;
    wait_for_count(t, 63).await?;
    t.page
        .wait_until("the clause is shown", "$('#art_3__para_3[aria-current]')")
        .await?;
    t.page.wait_until("it is in sight, at its full length or from its beginning", "(([list, clause]) => clause.top >= list.top - 1 && clause.top + 100 <= list.bottom)(['[part~=list]', '#art_3__para_3'].map((css) => $(css).getBoundingClientRect()))").await?;
    let href: String = t
        .page
        .js("return $('#art_3__para_3 a').href;", json!([]))
        .await?;
    assert_eq!(href, site.url("/#art_3__para_3"));
    Ok(())
}

async fn everything_works_without_the_server(t: &mut Test) -> Result {
    let site = open_showcase(t, "").await?;
    wait_for_worker(t).await?;
    let requests = site.requests().len();
    site.stop();
    search(t, "论坛").await?;
    wait_for_count(t, 11).await?;
    t.page.click("[value=agriculture-food]").await?;
    wait_for_count(t, 1).await?;
    t.page.click("#art_2__sec_3__para_8 a").await?;
    // The page scrolls to it: only then is anything where it will be pressed.
    t.page
        .wait_until("the clause is opened and in sight", "$('#art_2__sec_3__para_8[aria-current]') && Math.abs($('[part~=root]').getBoundingClientRect().top) < 2")
        .await?;
    t.page.click(".clear-all").await?;
    wait_for_count(t, 63).await?;
    t.page.click("footer button").await?;
    let is_full = "$('[part~=list]').scrollHeight <= $('[part~=list]').clientHeight + 1";
    t.page
        .wait_until("the list has its full height", is_full)
        .await?;
    let () = t
        .page
        .js(
            "document.querySelector('clause-explorer').lang = 'zh';",
            json!([]),
        )
        .await?;
    t.page
        .wait_until(
            "the words are Chinese",
            "$('legend').textContent === '领域'",
        )
        .await?;
    assert_eq!(site.requests().len(), requests);
    Ok(())
}

/// The counts beside the sectors.
async fn counts(t: &Test) -> Result<Vec<usize>> {
    let script = "return [...root.querySelectorAll('[name=sector] ~ [part~=count]')].map((count) => Number(count.textContent));";
    Ok(t.page.js(script, json!([])).await?)
}

async fn marks(t: &Test) -> Result<Vec<String>> {
    let script = "return [...root.querySelectorAll('mark')].map((mark) => mark.textContent);";
    Ok(t.page.js(script, json!([])).await?)
}
