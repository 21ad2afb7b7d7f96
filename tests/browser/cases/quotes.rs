//! Checking quotes.

use serde_json::{Value, json};

use super::steps::{open, press, wait_for_focus, wait_for_view};
use super::wait_for_count;
use crate::runner::{Result, Test};

cases! {
    anywhere: [
        quote_check_reports_matches_and_differences,
        quote_in_other_words_lists_nearest_clauses,
        quote_in_other_characters_is_word_for_word,
    ],
    everywhere: [
        quote_is_never_markup,
    ],
}

async fn paste(t: &Test, quote: &str) -> Result {
    let script = "const field = $('#ce-quoted');
        field.value = arguments[0];
        field.dispatchEvent(new InputEvent('input', { bubbles: true }));";
    Ok(t.page.js(script, json!([quote])).await?)
}

/// Sets the quote to check and waits for this number of findings.
async fn check(t: &Test, quote: &str, findings: usize) -> Result {
    paste(t, quote).await?;
    let are_there = format!(
        "$('#ce-quoted').value === {} && root.querySelectorAll('.findings li').length === {findings}",
        json!(quote)
    );
    Ok(t.page
        .wait_until(&format!("{findings} parts are judged"), &are_there)
        .await?)
}

/// Returns the first line of each finding, and its deleted and inserted words.
async fn findings(t: &Test) -> Result<Vec<[String; 3]>> {
    let script = "return [...root.querySelectorAll('.findings li')].map((finding) => [
        finding.querySelector('p').textContent,
        ...['del', 'ins'].map((tag) => [...finding.querySelectorAll(tag)].map((words) => words.textContent).join('|')),
    ]);";
    Ok(t.page.js(script, json!([])).await?)
}

async fn quote_check_reports_matches_and_differences(t: &mut Test) -> Result {
    const LINE: &str = "深化电气、油气、可再生能源、新能源、民用核能、能源技术装备";
    open(t, "lang='zh' view='sector=tourism'", "").await?;
    wait_for_count(t, 3).await?;
    press(t, "[aria-controls=ce-quote]").await?;
    wait_for_focus(t, "#ce-quote h3").await?;
    let number = "第二条 七、(二)";
    check(t, LINE, 1).await?;
    let exact = findings(t).await?.remove(0);
    assert!(exact[0].ends_with(number), "{exact:?}");
    assert_eq!(exact[1..], ["", ""]);

    check(t, &LINE.replace("民用", "军用"), 1).await?;
    let near = findings(t).await?.remove(0);
    assert!(near[0].ends_with(number), "{near:?}");
    assert_ne!(near[0], exact[0], "it is not called word for word");
    assert!(
        near[1].contains('军') && !near[1].contains('民'),
        "{near:?}"
    );
    assert!(
        near[2].contains('民') && !near[2].contains('军'),
        "{near:?}"
    );

    // Decomposed accents, as some systems copy them.
    paste(t, "a\u{301}mbitos como la electricidad").await?;
    t.page
        .wait_until(
            "the field has composed accents",
            "$('#ce-quoted').value === 'ámbitos como la electricidad'",
        )
        .await?;
    let composed = findings(t).await?.remove(0);
    assert!(composed[0].contains("西班牙文"), "{composed:?}");
    assert_eq!(composed[1..], ["", ""]);

    check(t, "the moon is made of green cheese", 1).await?;
    let absent = findings(t).await?.remove(0);
    assert_eq!(absent[1..], ["", ""]);
    t.page
        .wait_until("no match is reported", "!$('.findings button')")
        .await?;

    check(
        t,
        &format!("加强和平民用核能…the moon is made of green cheese ... {LINE}"),
        3,
    )
    .await?;
    let parts = findings(t).await?;
    assert_eq!(parts[1], absent);
    assert_eq!(parts[2], exact);
    assert_ne!(parts[0][0], absent[0]);

    press(t, ".findings li:last-child button").await?;
    let eid = "art_2__sec_7__para_2";
    wait_for_focus(t, &format!("#{eid}[aria-current=location]")).await?;
    wait_for_view(t, &format!("clause={eid}")).await?;
    wait_for_count(t, 63).await
}

/// Returns the texts of all lines of the result, with those below the list.
async fn lines(t: &Test) -> Result<Vec<String>> {
    let script =
        "return [...root.querySelectorAll('.findings p')].map((line) => line.textContent);";
    Ok(t.page.js(script, json!([])).await?)
}

async fn quote_in_other_words_lists_nearest_clauses(t: &mut Test) -> Result {
    open(t, "lang='en'", "").await?;
    press(t, "[aria-controls=ce-quote]").await?;
    wait_for_focus(t, "#ce-quote h3").await?;
    let other = "Hold the first China-LAC Transportation Cooperation Forum at an early date";
    check(t, other, 1).await?;
    let lines_of_other = lines(t).await?;
    assert_eq!(lines_of_other[0], "Closest match in English: Article 3(3)");
    assert_eq!(
        lines_of_other[1],
        "Hold the first China-LAC Transportation Transport Cooperation Forum at an early date(LAC: Latin America and the Caribbean) as soon as possible"
    );
    assert_eq!(lines_of_other[2], "尽快举行首届中拉交通合作论坛。");
    let [.., legend, translated, cut] = &lines_of_other[..] else {
        panic!("{lines_of_other:?}");
    };
    assert!(legend.starts_with("Struck out:"), "{legend}");
    assert!(translated.contains("unofficial"), "{translated}");
    assert!(cut.contains("ends in Article 4.1(1)"), "{cut}");
    let found = findings(t).await?.remove(0);
    assert!(found[1].starts_with("Transportation"), "{found:?}");
    assert!(found[2].starts_with("Transport |"), "{found:?}");
    press(t, ".findings button").await?;
    wait_for_focus(t, "#art_3__para_3[aria-current=location]").await?;

    let unrelated = "Fry the onions in butter until golden, then add the flour and the milk.";
    check(t, unrelated, 1).await?;
    let lines_of_unrelated = lines(t).await?;
    assert_eq!(
        lines_of_unrelated[0],
        "These words do not appear in the plan."
    );
    assert_eq!(lines_of_unrelated[1], unrelated);
    assert_eq!(lines_of_unrelated[2], *cut);
    assert_eq!(lines_of_unrelated.len(), 3);

    // The original is no translation.
    check(t, "尽快举行首届中拉运输合作论坛", 1).await?;
    let lines_of_original = lines(t).await?;
    assert_eq!(
        lines_of_original[0], "Closest match in Chinese: Article 3(3)",
        "{lines_of_original:?}"
    );
    assert!(!lines_of_original.contains(translated));
    Ok(())
}

async fn quote_in_other_characters_is_word_for_word(t: &mut Test) -> Result {
    open(t, "lang='en'", "").await?;
    press(t, "[aria-controls=ce-quote]").await?;
    wait_for_focus(t, "#ce-quote h3").await?;
    for (quote, place) in [
        (
            "the ﬁeld of public health",
            "English, apart from capitals, accents, typography or simplified/traditional Chinese: Article 4.1(1)",
        ),
        (
            "深化電氣、油氣、可再生能源",
            "Chinese, apart from capitals, accents, typography or simplified/traditional Chinese: Article 2.7(2)",
        ),
        (
            "HIGH–LEVEL CONTACTS",
            "English, apart from capitals, accents, typography or simplified/traditional Chinese: Article 1(1)",
        ),
    ] {
        check(t, quote, 1).await?;
        assert_eq!(
            lines(t).await?,
            [format!("Exact match in {place}"), quote.to_owned()]
        );
    }
    Ok(())
}

async fn quote_is_never_markup(t: &mut Test) -> Result {
    open(t, "lang='zh'", "").await?;
    press(t, "[aria-controls=ce-quote]").await?;
    wait_for_focus(t, "#ce-quote h3").await?;
    let markup = "<b>民用核能</b><img src=x onerror=\"window.harmed = true\">";
    for quote in [
        markup.to_owned(),
        format!(
            "深化电气、油气、可再生能源、新能源、{markup}、能源技术装备、电动汽车及设备、地质和能源矿产资源等领域合作。"
        ),
    ] {
        check(t, &quote, 1).await?;
        let script = "return [root.querySelectorAll('#ce-quote :is(b, img)').length, window.harmed ?? false, $('.findings li').textContent.includes('<img')];";
        assert_eq!(
            t.page.js::<Value>(script, json!([])).await?,
            json!([0, false, true])
        );
    }
    Ok(())
}
