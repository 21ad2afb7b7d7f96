//! The selection for other programs: CSV in the reader's language, a workbook, and rich text with links.

use serde_json::{Value, json};

use super::network::fetched_all;
use super::steps::{press, select, wait_for_focus};
use super::{ELEMENT, built, page_with, wait_for_count};
use crate::engines::Engine;
use crate::runner::{Result, Test};
use crate::site::Fault;

cases! {
    anywhere: [
        csv_is_in_the_language_of_the_reader,
    ],
    everywhere: [
        workbook_has_the_selection,
        rich_text_has_the_selection_with_links,
        rare_features_that_do_not_load_can_be_tried_again,
    ],
}

const WORKBOOK: &str = "#ce-export .tables button";
const RICH: &str = "#ce-export .tables button + button";

/// Opens a page with an element, and the panel for exports.
async fn open_export(t: &mut Test, attributes: &str, count: usize) -> Result<String> {
    let page = page_with(&format!("<clause-explorer {attributes}></clause-explorer>"));
    let site = t.site(built().page("/test.html", page));
    let address = site.url("/test.html?p=1");
    t.page.open(&address).await?;
    wait_for_count(t, count).await?;
    fetched_all(&site).await?;
    press(t, "[aria-controls=ce-export]").await?;
    wait_for_focus(t, "#ce-export h3").await?;
    Ok(address)
}

async fn csv_is_in_the_language_of_the_reader(t: &mut Test) -> Result {
    let page = open_export(t, "lang='es' view='sector=energy-resources'", 7).await?;
    let nth: usize = t
        .page
        .js(
            "return [...$('#ce-export select').options].findIndex(({ text }) => text === 'CSV');",
            json!([]),
        )
        .await?;
    select(t, "#ce-export select", nth).await?;
    t.page
        .wait_until(
            "the table is written",
            "$('#ce-selection').value.startsWith('\\ufeffeid;Número;')",
        )
        .await?;
    let text: String = t
        .page
        .js("return $('#ce-selection').value;", json!([]))
        .await?;
    let mut reader = csv::ReaderBuilder::new();
    let mut reader = reader
        .delimiter(b';')
        .from_reader(text.trim_start_matches('\u{feff}').as_bytes());
    let headers = reader.headers()?.clone();
    let rows: Vec<csv::StringRecord> = reader.records().collect::<std::result::Result<_, _>>()?;
    assert_eq!(rows.len(), 7);
    let cell = |header: &str| {
        let nth = headers.iter().position(|known| known == header);
        &rows[1][nth.unwrap_or_else(|| panic!("no {header} in {headers:?}"))]
    };
    let eid = cell("eid");
    assert_eq!(eid, "art_2__sec_7__para_2");
    assert_eq!(cell("Número"), "Artículo 2.7(2)");
    assert_eq!(cell("Número (chino)"), "第二条 七、(二)");
    assert_eq!(cell("sector"), "energy-resources");
    assert_eq!(cell("Sector"), "Energía y recursos");
    assert_eq!(
        cell("Carácter del texto"),
        "Traducción no oficial al español."
    );
    assert_eq!(cell("Enlace"), format!("{page}#{eid}"));
    Ok(())
}

async fn workbook_has_the_selection(t: &mut Test) -> Result {
    open_export(t, "lang='en' view='sector=finance'", 3).await?;
    let listen = "window.saved = [];
        const make = URL.createObjectURL;
        URL.createObjectURL = (blob) => { const address = make.call(URL, blob); saved.push([blob, address]); return address; };
        HTMLAnchorElement.prototype.click = function () { saved.push(this.download, this.href); };";
    let () = t.page.js(listen, json!([])).await?;
    press(t, WORKBOOK).await?;
    t.page
        .wait_until("a file is saved", "saved.length === 3")
        .await?;
    let script = "const [[blob, address], name, href] = saved;
        return [name, href === address, blob.type, await blob.text()];";
    let saved: (String, bool, String, String) = t.page.js_async(script, json!([])).await?;
    assert_eq!(saved.0, "china-celac-2022-2024.xlsx");
    assert!(saved.1);
    assert_eq!(
        saved.2,
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    );
    // The archive is not compressed. tests/formats reads workbooks as spreadsheets do.
    assert_eq!(saved.3.matches("<row ").count(), 4);
    for part in [
        "PK\u{3}\u{4}",
        ">Article 2.",
        "Unofficial English translation.",
        "<hyperlink ",
    ] {
        assert!(saved.3.contains(part), "{part}");
    }
    Ok(())
}

async fn rich_text_has_the_selection_with_links(t: &mut Test) -> Result {
    let page = open_export(t, "lang='en' view='sector=finance'", 3).await?;
    let listen = "window.written = [];
        Object.defineProperty(navigator, 'clipboard', { configurable: true, value: { write: async ([item]) => {
            for (const type of item.types) written.push([type, await (await item.getType(type)).text()]);
        } } });";
    let () = t.page.js(listen, json!([])).await?;
    press(t, RICH).await?;
    t.page
        .wait_until(
            "that is confirmed",
            "$('#ce-export .tables [role=status]').textContent === 'Copied: Table for Word or Google Docs'",
        )
        .await?;
    let script = format!(
        "{ELEMENT} const [html, plain] = ['text/html', 'text/plain'].map((type) => written.find(([known]) => known === type)[1]);
        const trusted = globalThis.trustedTypes?.createPolicy('test', {{ createHTML: (text) => text }}).createHTML(html) ?? html;
        const read = new DOMParser().parseFromString(trusted, 'application/xhtml+xml');
        const rows = [...read.querySelectorAll('tr')].map((row) => [...row.children].map((cell) => cell.textContent));
        const links = [...read.querySelectorAll('td a')].map(({{ href }}) => href);
        const clauses = element.clauses('sector=finance');
        return [
            rows[0], rows.slice(1).map((cells) => cells.slice(1)), clauses.map(({{ text }}) => [text.en, text.zh]),
            links, clauses.map(({{ eid }}) => eid), plain.split('\\n').length, read.documentElement.textContent, [...read.querySelectorAll('td[lang]')].map(({{ lang }}) => lang).slice(0, 2),
        ];"
    );
    let found: Value = t.page.js(&script, json!([])).await?;
    assert_eq!(found[0], json!(["Number", "English", "Chinese"]));
    assert_eq!(found[1], found[2]);
    let eids: Vec<String> = serde_json::from_value(found[4].clone())?;
    let links: Vec<String> = eids.iter().map(|eid| format!("{page}#{eid}")).collect();
    assert_eq!(found[3], json!(links));
    // Title, headers, three clauses, and two notes.
    assert_eq!(found[5], 7);
    let text = found[6].as_str().unwrap_or_default();
    for part in [
        "China-CELAC",
        "Unofficial English translation.",
        "yunbaogao.cn, 2021-12-07",
    ] {
        assert!(text.contains(part), "{part} in {text}");
    }
    assert_eq!(found[7], json!(["en", "zh-Hans"]));
    Ok(())
}

async fn rare_features_that_do_not_load_can_be_tried_again(t: &mut Test) -> Result {
    let page = page_with("<clause-explorer lang='en' view='sector=finance'></clause-explorer>");
    let site = t.site(built().page("/test.html", page));
    site.set_faults([("/clause-explorer_more.js", Fault::Status(500))]);
    t.page.open(&site.url("/test.html")).await?;
    wait_for_count(t, 3).await?;
    press(t, "[aria-controls=ce-export]").await?;
    wait_for_focus(t, "#ce-export h3").await?;
    press(t, WORKBOOK).await?;
    t.page
        .wait_until(
            "the reader sees the reason",
            "$('#ce-export .tables [role=status]').textContent === 'Could not complete: china-celac-2022-2024.xlsx. Check your connection and try again.'",
        )
        .await?;
    site.set_faults([]);
    press(t, WORKBOOK).await?;
    t.page
        .wait_until(
            "the file is saved",
            "$('#ce-export .tables [role=status]').textContent === 'Saved: china-celac-2022-2024.xlsx'",
        )
        .await?;
    if t.engine == Engine::Chromium {
        t.expect_console(&["integrity", "status of 500"]);
    }
    Ok(())
}
