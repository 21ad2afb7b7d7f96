//! The tools of the studio: facets, levels, translations, and the page around them.

use std::fmt::Write;

use serde_json::json;

use super::axe::{Rules, violations};
use super::offline::site_of;
use super::start::copy_of_dist;
use super::studio::{
    choose, docx, open_studio, press, wait_for_editor, wait_for_example, wait_for_notice,
};
use super::{built, wait_for_count, wait_for_worker};
use crate::page::Colours;
use crate::runner::{Result, Test};

cases! {
    everywhere: [
        studio_counts_selected_words,
        studio_corrects_levels,
        studio_aligns_a_translation,
        studio_loads_without_its_server,
        studio_fits_every_width,
    ],
    anywhere: [
        studio_takes_tables,
        studio_tabs_work_by_keyboard,
        studio_stays_quick_with_a_long_document,
    ],
    chromium: [
        axe_finds_nothing_in_the_studio,
    ],
}

const ENGLISH: &str =
    "<w:p><w:pPr><w:pStyle w:val=\"t\"/></w:pPr><w:r><w:t>Harbour Plan</w:t></w:r></w:p>
<w:p><w:pPr><w:pStyle w:val=\"h\"/></w:pPr><w:r><w:t>Article 1. Ferries</w:t></w:r></w:p>
<w:p><w:r><w:t>(1) The city buys 20 ferries for the harbour and the islands.</w:t></w:r></w:p>
<w:p><w:r><w:t>(2) A lighthouse is repaired for the ships of the harbour.</w:t></w:r></w:p>
<w:p><w:r><w:t>(3) The city builds a quay with lamps for the night.</w:t></w:r></w:p>";

/// Without the third clause, and with another number in the first.
const SPANISH: &str =
    "<w:p><w:pPr><w:pStyle w:val=\"t\"/></w:pPr><w:r><w:t>Plan del puerto</w:t></w:r></w:p>
<w:p><w:pPr><w:pStyle w:val=\"h\"/></w:pPr><w:r><w:t>Artículo 1. Transbordadores</w:t></w:r></w:p>
<w:p><w:r><w:t>(1) La ciudad compra 30 transbordadores para el puerto y las islas.</w:t></w:r></w:p>
<w:p><w:r><w:t>(2) Se repara un faro para los barcos del puerto y de la ciudad.</w:t></w:r></w:p>";

/// Gives values to fields of a form, and sends it.
pub(super) async fn send(t: &Test, form: &str, fields: &[(&str, &str)]) -> Result {
    let script = "const [id, fields] = arguments;
        const form = document.getElementById(id);
        for (const [name, value] of fields) form.elements.namedItem(name).value = value;
        form.requestSubmit(form.querySelector('button'));";
    let () = t.page.js(script, json!([form, fields])).await?;
    Ok(())
}

pub(super) async fn open_harbour(t: &mut Test) -> Result {
    open_studio(t).await?;
    choose(t, "file-input", "Harbour.docx", &docx(ENGLISH)).await?;
    wait_for_count(t, 3).await?;
    wait_for_editor(t, "lighthouse").await
}

/// Waits until the value “Ships” is at this number of clauses.
async fn wait_for_ships(t: &Test, count: usize) -> Result {
    let shown = format!(
        "document.querySelector('#facet-list details[open] .values .count').textContent === 'Clauses: {count}'"
    );
    Ok(t.page.wait_until("the value is counted", &shown).await?)
}

async fn studio_counts_selected_words(t: &mut Test) -> Result {
    open_harbour(t).await?;
    press(t, "#tab-facets").await?;
    let facet = [("name", "Theme"), ("first", "Ships"), ("phrase", "ferries")];
    send(t, "new-facet", &facet).await?;
    wait_for_ships(t, 1).await?;
    // The page's own `theme` is a key beside a view.
    let tagged = "$('input[name=theme-2][value=ships]')";
    t.page
        .wait_until("the explorer has the facet", tagged)
        .await?;
    press(t, "#tab-text").await?;
    let select =
        "const content = document.querySelector('#editor').shadowRoot.querySelector('.cm-content');
        const walker = document.createTreeWalker(content, NodeFilter.SHOW_TEXT);
        while (walker.nextNode()) {
            const at = walker.currentNode.data.indexOf('lighthouse');
            if (at < 0) continue;
            content.focus();
            getSelection().setBaseAndExtent(walker.currentNode, at, walker.currentNode, at + 10);
            return;
        }
        throw new Error('no such words');";
    let () = t.page.js(select, json!([])).await?;
    t.page
        .wait_until_async(
            "the form has the selected words",
            "(document.querySelector('#counts').open || document.querySelector('#counts-for').click(), document.querySelector('#counts-form [name=words]').value === 'lighthouse')",
        )
        .await?;
    press(t, "#counts-form [value=yes]").await?;
    wait_for_notice(t, "“lighthouse” counts for Ships").await?;
    press(t, "#tab-facets").await?;
    wait_for_ships(t, 2).await
}

async fn studio_corrects_levels(t: &mut Test) -> Result {
    open_harbour(t).await?;
    press(t, "#tab-reading").await?;
    let correct = "const stem = document.querySelector('#levels [data-key=\"0 stem\"]');
        stem.value = 'chp';
        stem.dispatchEvent(new Event('change'));";
    let () = t.page.js(correct, json!([])).await?;
    t.page
        .wait_until("the explorer has new eIds", "$('#chp_1__para_2')")
        .await?;
    let shown = "document.querySelector('#structure').textContent.includes('chp_1')";
    Ok(t.page.wait_until("the preview has them", shown).await?)
}

async fn studio_aligns_a_translation(t: &mut Test) -> Result {
    open_harbour(t).await?;
    press(t, "#tab-languages").await?;
    choose(t, "language-input", "Puerto.docx", &docx(SPANISH)).await?;
    let aligned = "document.querySelectorAll('#alignment tbody tr').length === 3
        && document.querySelectorAll('#alignment tr.gap').length === 1
        && document.querySelector('#alignment tr.fault').textContent.includes('30')";
    t.page
        .wait_until("the gap and the number are marked", aligned)
        .await?;
    press(t, "#alignment tr.fault button").await?;
    wait_for_editor(t, "30 transbordadores").await
}

async fn studio_takes_tables(t: &mut Test) -> Result {
    open_harbour(t).await?;
    let table = b"eid,value\nart_1__para_1,Done\nart_1__para_2,Late\n";
    choose(t, "file-input", "status.csv", table).await?;
    t.page
        .wait_until(
            "the table is in the form",
            "document.querySelector('#new-table [name=table-name]').value === 'status'",
        )
        .await?;
    send(t, "new-table", &[]).await?;
    t.page
        .wait_until(
            "the explorer has the facet",
            "$('input[name=status][value=done]')",
        )
        .await?;
    let column = [
        ("table-name", "deadline"),
        ("table", "eid\tvalue\nart_1__para_1\t2024-05-31\n"),
        ("kind", "column"),
    ];
    send(t, "new-table", &column).await?;
    let () = t
        .page
        .js("location.hash = 'art_1__para_1';", json!([]))
        .await?;
    let shown = "$('#art_1__para_1').textContent.includes('Deadline')";
    Ok(t.page
        .wait_until("the opened clause has the column", shown)
        .await?)
}

async fn studio_loads_without_its_server(t: &mut Test) -> Result {
    let folder = copy_of_dist()?;
    let site = t.site(site_of(folder.path())?);
    t.page.open(&site.url("/studio.html")).await?;
    wait_for_example(t).await?;
    wait_for_worker(t).await?;
    // The last file that the worker keeps.
    let kept = "(await Promise.all((await caches.keys()).map(async (name) => (await caches.open(name)).match('studio.js')))).some(Boolean)";
    t.page.wait_until_async("the studio is kept", kept).await?;
    site.stop();
    t.page.open(&site.url("/studio.html")).await?;
    wait_for_example(t).await?;
    choose(t, "file-input", "Harbour.docx", &docx(ENGLISH)).await?;
    wait_for_count(t, 3).await?;
    let (_, page) = super::studio::take_home(t, "one-file").await?;
    assert!(page.len() > 100_000, "{}", page.len());
    Ok(())
}

const PANES: [&str; 5] = ["text", "reading", "facets", "languages", "home"];

async fn studio_fits_every_width(t: &mut Test) -> Result {
    open_studio(t).await?;
    for width in [320, 390, 600, 899, 900, 1280, 1920] {
        t.page.resize(width, 800).await?;
        for pane in PANES {
            press(t, &format!("#tab-{pane}")).await?;
            let script = "const wide = document.documentElement.scrollWidth > innerWidth;
                const panes = [...document.querySelectorAll('[role=tabpanel]')].filter((pane) => pane.checkVisibility());
                return [wide, ...panes.filter((pane) => pane.scrollWidth > pane.clientWidth + 1).map(({ id }) => id)];";
            let found: serde_json::Value = t.page.js(script, json!([])).await?;
            assert_eq!(found, json!([false]), "{pane}, {width} pixels wide");
        }
    }
    Ok(())
}

async fn studio_tabs_work_by_keyboard(t: &mut Test) -> Result {
    use thirtyfour::Key;
    open_studio(t).await?;
    t.page.resize(600, 800).await?;
    let () = t
        .page
        .js("document.querySelector('#tab-text').focus();", json!([]))
        .await?;
    for (key, pane) in [
        (Key::Right, "problems"),
        (Key::Right, "explorer"),
        (Key::Left, "problems"),
        (Key::End, "home"),
        (Key::Right, "text"),
        (Key::Home, "text"),
    ] {
        t.page.keys(key + "").await?;
        let chosen = format!(
            "document.activeElement.id === 'tab-{pane}' && document.querySelector('#pane-{pane}').checkVisibility()"
        );
        t.page.wait_until(pane, &chosen).await?;
    }
    Ok(())
}

/// A text of 1 MB with 10,000 clauses: the page answers, and the edit is shown.
async fn studio_stays_quick_with_a_long_document(t: &mut Test) -> Result {
    open_studio(t).await?;
    let mut text = String::from("# Long plan\n");
    for article in 1..=100 {
        writeln!(text, "\n## Article {article}. Quay {article}")?;
        for clause in 1..=100 {
            writeln!(
                text,
                "\n({clause}) The city repairs quay {article} with {clause} lamps, and says when, how, and for which ships."
            )?;
        }
    }
    assert!(text.len() > 800_000, "{}", text.len());
    choose(t, "file-input", "long.md", text.as_bytes()).await?;
    wait_for_editor(t, "Long plan").await?;
    let all = "$('[part~=status]').textContent.startsWith('10,000 ')";
    t.page.wait_until("all clauses are counted", all).await?;
    let longest = "let longest = 0;
        let last = performance.now();
        const watch = setInterval(() => {
            longest = Math.max(longest, performance.now() - last);
            last = performance.now();
        }, 10);
        const content = document.querySelector('#editor').shadowRoot.querySelector('.cm-content');
        content.focus();
        getSelection().selectAllChildren(content.querySelector('.cm-line'));
        getSelection().collapseToEnd();
        document.execCommand('insertText', false, ' of the city');
        const began = performance.now();
        const shown = () => document.querySelector('clause-explorer').shadowRoot.textContent.includes('Long plan of the city');
        while (!shown()) await new Promise((later) => setTimeout(later, 20));
        clearInterval(watch);
        return [Math.round(longest), Math.round(performance.now() - began)];";
    let [longest, followed]: [u32; 2] = t.page.js_async(longest, json!([])).await?;
    assert!(longest < 2000, "the page was blocked for {longest} ms");
    assert!(followed < 10_000, "the edit was shown after {followed} ms");
    Ok(())
}

async fn axe_finds_nothing_in_the_studio(t: &mut Test) -> Result {
    let site = t.site(built());
    let mut faults = Vec::new();
    for (colours, language, panes) in [
        (Colours::Light, "en", &PANES[..]),
        (Colours::Light, "zh", &["home"]),
        (Colours::Light, "es", &["home"]),
        (Colours::Light, "pt", &["home"]),
        (Colours::Dark, "en", &PANES),
        (Colours::Forced, "en", &["text"]),
    ] {
        t.page.set_colours(colours).await?;
        t.page.open(&site.url("/studio.html?")).await?;
        wait_for_example(t).await?;
        let choose = "const choice = document.querySelector('#language');
            choice.value = arguments[0];
            choice.dispatchEvent(new Event('change'));";
        let () = t.page.js(choose, json!([language])).await?;
        for pane in panes {
            press(t, &format!("#tab-{pane}")).await?;
            for fault in violations(&t.page, Rules::All).await? {
                faults.push(format!("{pane}, {language}, {colours:?}: {fault}"));
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
    Ok(())
}
