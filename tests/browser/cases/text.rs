//! The text of the plan, and links to its clauses.

use serde_json::{Value, json};

use super::steps::{events_of, open, wait_for_view};
use super::{
    built, eids, open_page, open_showcase, page_with, search, wait_for_count, wait_for_widget,
    wait_for_worker,
};
use crate::runner::{Result, Test};

cases! {
    anywhere: [
        list_shows_the_whole_plan_verbatim,
        list_ends_where_the_source_ends,
        slip_of_the_source_is_noted_beside_the_original,
    ],
    everywhere: [
        fragment_opens_its_clause,
        loaded_page_works_without_its_server,
        second_press_of_a_link_scrolls_again,
        unknown_eid_in_the_address_is_reported,
    ],
}

const SOURCE: &str = include_str!("../../golden/source.zh.md");

/// Returns number and text of each clause, read from the source without our compiler.
pub(super) fn clauses_of_the_source() -> Vec<(String, String)> {
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

async fn list_shows_the_whole_plan_verbatim(t: &mut Test) -> Result {
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

async fn list_ends_where_the_source_ends(t: &mut Test) -> Result {
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

async fn slip_of_the_source_is_noted_beside_the_original(t: &mut Test) -> Result {
    open(t, "lang='en' view='compare=zh'", "").await?;
    let script = "const clause = $('#art_2__sec_3__para_4');
        return [clause.querySelector('[part~=text]:lang(zh)').textContent, clause.querySelector('.note').textContent];";
    let [text, note]: [String; 2] = t.page.js(script, json!([])).await?;
    assert!(text.ends_with("应对粮食安全問題。"), "{text}");
    assert!(note.starts_with("問題 [sic] So in the source"), "{note}");
    open(t, "lang='en'", "").await?;
    let script = "return $('#art_2__sec_3__para_4').querySelectorAll('.note').length;";
    assert_eq!(t.page.js::<usize>(script, json!([])).await?, 0);
    Ok(())
}

async fn fragment_opens_its_clause(t: &mut Test) -> Result {
    let in_sight = |eid: &str| {
        format!(
            "(({{ top }}) => top >= -1 && top < 0.75 * innerHeight)($('#{eid}').getBoundingClientRect())"
        )
    };
    let body = "<clause-explorer sync='hash' layout='panel'></clause-explorer>";
    let site = t.site(built().page("/test.html", page_with(body)));
    t.page
        .open(&site.url("/test.html#art_2__sec_7__para_4"))
        .await?;
    wait_for_widget(t).await?;
    t.page
        .wait_until(
            "the clause is open",
            "$('#art_2__sec_7__para_4[aria-current]')",
        )
        .await?;
    t.page
        .wait_until(
            "the clause is in the window",
            &in_sight("art_2__sec_7__para_4"),
        )
        .await?;
    t.page
        .click("#art_2__sec_7__para_5 [part~=actions] a")
        .await?;
    t.page
        .wait_until(
            "the address has the next clause",
            "location.hash === '#art_2__sec_7__para_5'",
        )
        .await?;
    t.page
        .wait_until(
            "the next clause is at the top",
            &in_sight("art_2__sec_7__para_5"),
        )
        .await?;
    // A link shows its clause even if the filters hide it.
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
    t.page.wait_until("the beginning of the clause is visible", "(([list, clause]) => clause.top >= list.top - 1 && clause.top + 100 <= list.bottom)(['[part~=list]', '#art_3__para_3'].map((css) => $(css).getBoundingClientRect()))").await?;
    let href: String = t
        .page
        .js("return $('#art_3__para_3 a').href;", json!([]))
        .await?;
    assert_eq!(href, site.url("/test.html#art_3__para_3"));
    Ok(())
}

async fn loaded_page_works_without_its_server(t: &mut Test) -> Result {
    let site = open_showcase(t, "").await?;
    wait_for_worker(t).await?;
    let requests = site.requests().len();
    site.stop();
    search(t, "论坛").await?;
    wait_for_count(t, 11).await?;
    t.page.click("[value=agriculture-food]").await?;
    wait_for_count(t, 1).await?;
    t.page.click("#art_2__sec_3__para_8 a").await?;
    // The page scrolls to the clause. Until then, buttons move away from the pointer.
    t.page
        .wait_until("the clause is open and visible", "$('#art_2__sec_3__para_8[aria-current]') && Math.abs($('[part~=root]').getBoundingClientRect().top) < 2")
        .await?;
    t.page.click(".clear-all").await?;
    wait_for_count(t, 63).await?;
    t.page.click("[aria-controls=ce-overview]").await?;
    t.page
        .wait_until("the overview is open", "$('[part~=matrix]')")
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
            "the labels are Chinese",
            "$('legend').textContent === '领域'",
        )
        .await?;
    assert_eq!(site.requests().len(), requests);
    Ok(())
}

async fn second_press_of_a_link_scrolls_again(t: &mut Test) -> Result {
    open_page(t, "<clause-explorer layout=panel></clause-explorer>").await?;
    wait_for_count(t, 63).await?;
    let at_top = "Math.abs($('#art_2__sec_7__para_2').getBoundingClientRect().top - $('[part~=list]').getBoundingClientRect().top) < 2";
    // The link is then outside the viewport, but the keyboard can still press it.
    for _ in 0..2 {
        let () = t
            .page
            .js(
                "$('[part~=list]').scrollTop = 0; $('#art_2__sec_7__para_2 a').click();",
                json!([]),
            )
            .await?;
        t.page
            .wait_until("the clause is at the top", at_top)
            .await?;
    }
    assert_eq!(eids(t).await?.len(), 63);
    Ok(())
}

async fn unknown_eid_in_the_address_is_reported(t: &mut Test) -> Result {
    let notices =
        "return [...root.querySelectorAll('.note[role=note]')].map((note) => note.textContent);";
    let notice = "Ignored (not in this plan): art_9__para_9";
    for sync in ["none", "hash"] {
        let attributes = format!("lang='en' sync='{sync}'");
        open(t, &attributes, "#art_9__para_9").await?;
        wait_for_count(t, 63).await?;
        let shown = format!("$('.note[role=note]').textContent === {}", json!(notice));
        t.page
            .wait_until("the reader sees the reason", &shown)
            .await?;
        let error = json!({
            "code": "view",
            "message": "expected the eId of a clause, such as art_1__para_1; found “art_9__para_9”",
        });
        assert_eq!(
            events_of(t, "ce-error").await?,
            std::slice::from_ref(&error),
            "{sync}"
        );
        wait_for_view(t, "").await?;

        // A known eId removes the report.
        let go = "location.hash = arguments[0];";
        let () = t.page.js(go, json!(["art_3__para_1"])).await?;
        t.page
            .wait_until(
                "the clause is open and the note has disappeared",
                "$('#art_3__para_1[aria-current=location]') && !$('.note[role=note]')",
            )
            .await?;
        let () = t.page.js(go, json!(["art_9__para_9"])).await?;
        t.page.wait_until("the note is shown again", &shown).await?;
        assert_eq!(
            events_of(t, "ce-error").await?,
            [error.clone(), error],
            "{sync}"
        );

        for fragment in ["#comments", "#art_2__sec_7", ""] {
            open(t, &attributes, fragment).await?;
            wait_for_count(t, 63).await?;
            assert_eq!(
                t.page.js::<Vec<String>>(notices, json!([])).await?,
                [] as [&str; 0],
                "{fragment}"
            );
            assert_eq!(
                events_of(t, "ce-error").await?,
                [] as [Value; 0],
                "{fragment}"
            );
        }
    }
    Ok(())
}
