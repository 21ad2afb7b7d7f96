//! The studio after removals, drops and refusals: files, fields and messages are those of the open document.

use std::fmt::Write;

use serde_json::json;
use thirtyfour::Key;

use super::studio::{
    choose, docx, open_studio, press, put_cursor_after, take_home, wait_for_editor,
    wait_for_notice, wait_for_problems,
};
use super::studio_tools::{open_harbour, send};
use super::wait_for_count;
use crate::runner::{Result, Test};

cases! {
    everywhere: [
        studio_keeps_dropped_files_out_of_the_text,
        studio_reads_tables_by_printed_numbers,
    ],
    anywhere: [
        studio_offers_no_copy_of_another_plan,
        studio_removes_the_open_file,
        studio_refuses_names_that_exist,
        studio_forgets_the_document_before,
        studio_makes_no_file_with_problems,
        studio_adds_a_translation_with_its_own_numbers,
        studio_keeps_the_chosen_tab_visible,
    ],
}

/// The explorer in one file beside the studio has the plan of the site.
async fn studio_offers_no_copy_of_another_plan(t: &mut Test) -> Result {
    open_harbour(t).await?;
    let links = "return [...document.querySelector('clause-explorer').shadowRoot.querySelectorAll('a[download]')].map((link) => link.href);";
    let links: Vec<String> = t.page.js(links, json!([])).await?;
    assert!(links.is_empty(), "{links:?}");
    Ok(())
}

async fn studio_keeps_dropped_files_out_of_the_text(t: &mut Test) -> Result {
    open_harbour(t).await?;
    put_cursor_after(t, "lighthouse").await?;
    t.page.keys(" Edited.").await?;
    for name in ["notes.txt", "table.xlsx"] {
        let drop = "const line = document.querySelector('#editor').shadowRoot.querySelector('.cm-line');
            const dataTransfer = new DataTransfer();
            dataTransfer.items.add(new File(['Dropped words'], arguments[0], { type: 'text/plain' }));
            const { x, y } = line.getBoundingClientRect();
            const options = { bubbles: true, cancelable: true, composed: true, clientX: x + 5, clientY: y + 5, dataTransfer };
            line.dispatchEvent(new DragEvent('drop', options));";
        let () = t.page.js(drop, json!([name])).await?;
        // The editor would read the file after the event.
        let () = t
            .page
            .js_async(
                "await new Promise((later) => setTimeout(later, 300));",
                json!([]),
            )
            .await?;
        let text = "return document.querySelector('#editor').shadowRoot.querySelector('.cm-content').textContent;";
        let text: String = t.page.js(text, json!([])).await?;
        assert!(!text.contains("Dropped words"), "{name}: {text}");
    }
    let () = t
        .page
        .js("document.querySelector('#replace').close();", json!([]))
        .await?;
    choose(t, "file-input", "table.xlsx", b"PK").await?;
    wait_for_notice(t, "Save it as CSV").await?;
    take_home(t, "folder").await.map(|_| ())
}

/// Shows a file in the text pane.
async fn show_file(t: &Test, path: &str) -> Result {
    press(t, "#tab-text").await?;
    let choose = "const choice = document.querySelector('#file-choice');
        choice.value = arguments[0];
        choice.dispatchEvent(new Event('change'));";
    let () = t.page.js(choose, json!([path])).await?;
    Ok(())
}

async fn paths(t: &mut Test) -> Result<Vec<String>> {
    let (_, folder) = take_home(t, "folder").await?;
    let files = publish::archive::unpack(&folder, 64 << 20).expect("a zip archive");
    Ok(files.into_keys().collect())
}

async fn studio_removes_the_open_file(t: &mut Test) -> Result {
    open_harbour(t).await?;
    press(t, "#tab-facets").await?;
    let table = [
        ("table-name", "Checked by"),
        ("table", "eid,value\nart_1__para_1,Ann\n"),
        ("kind", "column"),
    ];
    send(t, "new-table", &table).await?;
    wait_for_notice(t, "is added").await?;
    let facet = [
        ("name", "Subject"),
        ("first", "Ships"),
        ("phrase", "ferries"),
    ];
    send(t, "new-facet", &facet).await?;
    for (path, text, item) in [
        ("columns/checked-by.csv", "Ann", "#facet-list .column"),
        (
            "facets/subject.toml",
            "Ships",
            "#facet-list details:not(.column)",
        ),
    ] {
        show_file(t, path).await?;
        wait_for_editor(t, text).await?;
        press(t, "#tab-facets").await?;
        let remove = "const details = document.querySelector(arguments[0]);
            details.open = true;
            details.querySelector(':scope > button').click();";
        let () = t.page.js(remove, json!([item])).await?;
        wait_for_notice(t, "is removed").await?;
        press(t, "#tab-text").await?;
        wait_for_editor(t, "lighthouse").await?;
        wait_for_problems(t, 0).await?;
        let paths = paths(t).await?;
        assert!(!paths.iter().any(|one| one == path), "{paths:?}");
    }
    Ok(())
}

async fn studio_reads_tables_by_printed_numbers(t: &mut Test) -> Result {
    open_harbour(t).await?;
    let table = "Status;Clause;Checked by\nDone;Article 1(1);Ann\n\"Late; very\";Art. 1 (2);\n;Total;\nDone;(3);Bo\n";
    choose(t, "file-input", "Progress.csv", table.as_bytes()).await?;
    let guessed = "document.querySelector('#new-table [name=clause-column]').selectedOptions[0]?.text === 'Clause'
        && document.querySelector('#new-table [name=value-column]').selectedOptions[0]?.text === 'Status'
        && document.querySelector('#table-example').textContent.includes('art_1__para_1')";
    t.page
        .wait_until("the columns are offered", guessed)
        .await?;
    send(t, "new-table", &[]).await?;
    wait_for_notice(t, "Progress is added").await?;
    let done =
        "$('input[name=progress][value=done]')?.closest('label, li').textContent.includes('2')";
    t.page
        .wait_until("two clauses have the value", done)
        .await?;
    show_file(t, "facets/progress.csv").await?;
    wait_for_editor(t, "art_1__para_2,Late; very").await?;
    press(t, "#tab-facets").await?;
    let other = [
        ("table-name", "Other"),
        ("table", "Clause,Status\nArticle 7(1),Done\n"),
    ];
    send(t, "new-table", &other).await?;
    wait_for_notice(t, "“Article 7(1)”").await?;
    let kept = "document.querySelector('#new-table [name=table]').value.includes('Article 7')";
    Ok(t.page.wait_until("the rows stay in the form", kept).await?)
}

async fn studio_refuses_names_that_exist(t: &mut Test) -> Result {
    open_harbour(t).await?;
    press(t, "#tab-facets").await?;
    let mut facet = [
        ("name", "Subject"),
        ("first", "Ships"),
        ("phrase", "ferries"),
    ];
    send(t, "new-facet", &facet).await?;
    facet[0].1 = "subject";
    send(t, "new-facet", &facet).await?;
    wait_for_notice(t, "There is a “subject” already").await?;
    let shown = "document.querySelectorAll('#facet-list > details').length === 1
        && document.querySelector('#new-facet [name=name]').value === 'subject'";
    t.page
        .wait_until("one facet, and the fields stay", shown)
        .await?;
    // A change of the tools ends the message about an earlier one.
    facet[0].1 = "Harbour";
    send(t, "new-facet", &facet).await?;
    let silent = "document.querySelector('#notice').textContent === ''";
    t.page.wait_until("the message is gone", silent).await?;
    take_home(t, "folder").await.map(|_| ())
}

async fn studio_forgets_the_document_before(t: &mut Test) -> Result {
    open_studio(t).await?;
    put_cursor_after(t, "中国").await?;
    t.page.keys(Key::Control + Key::End).await?;
    let scrolled =
        "document.querySelector('#editor').shadowRoot.querySelector('.cm-scroller').scrollTop";
    t.page.wait_until("the text is scrolled", scrolled).await?;
    let fill = "document.querySelector('#new-facet [name=name]').value = 'Kept';
        document.querySelector('#new-table [name=table]').value = 'Kept';
        window.statuses = [];
        const status = document.querySelector('#problem-status');
        new MutationObserver(() => statuses.push(status.textContent)).observe(status, { childList: true });";
    let () = t.page.js(fill, json!([])).await?;
    let mut body = String::new();
    for number in 1..=200 {
        write!(
            body,
            "<w:p><w:r><w:t>({number}) The city repairs lamp {number}.</w:t></w:r></w:p>"
        )?;
    }
    let head = "<w:p><w:pPr><w:pStyle w:val=\"t\"/></w:pPr><w:r><w:t>Lamps</w:t></w:r></w:p>
        <w:p><w:pPr><w:pStyle w:val=\"h\"/></w:pPr><w:r><w:t>Article 1. Lamps</w:t></w:r></w:p>";
    choose(
        t,
        "file-input",
        "Lamps.docx",
        &docx(&format!("{head}{body}")),
    )
    .await?;
    wait_for_count(t, 200).await?;
    wait_for_editor(t, "# Lamps").await?;
    let top = "document.querySelector('#editor').shadowRoot.querySelector('.cm-scroller').scrollTop === 0";
    t.page.wait_until("the text begins at its top", top).await?;
    let state = "return [document.querySelector('#new-facet [name=name]').value, document.querySelector('#new-table [name=table]').value, statuses[0]];";
    let [name, table, status]: [String; 3] = t.page.js(state, json!([])).await?;
    assert_eq!((&*name, &*table), ("", ""));
    assert!(status.starts_with("Checking"), "{status}");
    Ok(())
}

async fn studio_makes_no_file_with_problems(t: &mut Test) -> Result {
    open_harbour(t).await?;
    put_cursor_after(t, "lamps for the night").await?;
    t.page.keys(Key::Enter + Key::Enter).await?;
    t.page.keys("(7) A wrong number.").await?;
    wait_for_problems(t, 1).await?;
    press(t, "#tab-home").await?;
    for (result, file) in [
        ("plan", "plan.json"),
        ("table", "plan.csv"),
        ("one-file", ".html"),
        ("site", ".zip"),
    ] {
        press(t, &format!("[data-result={result}]")).await?;
        wait_for_notice(
            t,
            &format!("{file} is not made, because of problems in the text: 1"),
        )
        .await?;
    }
    // The folder can be taken home with its problems.
    take_home(t, "folder").await.map(|_| ())
}

const ENGLISH: &str = "# Harbour Plan

## Part I. Ferries

### Article 1. Ships

(1) The city buys 20 ferries for the harbour and the islands.

## Part II. Quays

### Article 1. Lamps

(1) The city builds a quay with lamps for the night.
";

/// Without the inner level, so that it has fewer first numbers.
const SPANISH: &str = "# Plan del puerto

## Parte I. Transbordadores

(1) La ciudad compra 20 transbordadores para el puerto y las islas.

## Parte II. Muelles

(1) La ciudad construye un muelle con lámparas para la noche.
";

async fn studio_adds_a_translation_with_its_own_numbers(t: &mut Test) -> Result {
    open_studio(t).await?;
    choose(t, "file-input", "harbour.md", ENGLISH.as_bytes()).await?;
    wait_for_editor(t, "Harbour Plan").await?;
    wait_for_count(t, 2).await?;
    press(t, "#tab-languages").await?;
    choose(t, "language-input", "puerto.md", SPANISH.as_bytes()).await?;
    wait_for_notice(t, "Opened puerto.md").await?;
    let (_, folder) = take_home(t, "folder").await?;
    let files = publish::archive::unpack(&folder, 64 << 20).expect("a zip archive");
    let plan = String::from_utf8(files["plan.toml"].clone())?;
    let numbers = r#"numbering = ["Parte I.", "Article 1.", "(1)"]"#;
    assert!(plan.contains(numbers), "{plan}");
    Ok(())
}

async fn studio_keeps_the_chosen_tab_visible(t: &mut Test) -> Result {
    open_studio(t).await?;
    t.page.resize(1280, 800).await?;
    press(t, "#tab-home").await?;
    t.page.resize(360, 800).await?;
    for language in ["en", "es", "zh", "pt"] {
        let choose = "const choice = document.querySelector('#language');
            choice.value = arguments[0];
            choice.dispatchEvent(new Event('change'));";
        let () = t.page.js(choose, json!([language])).await?;
        let visible = "(({ left, right }) => left >= -1 && right <= innerWidth + 1)(document.querySelector('#tab-home').getBoundingClientRect())";
        t.page.wait_until(language, visible).await?;
    }
    Ok(())
}
