//! The panels: cite and export, share, check a quote.

use serde_json::{Value, json};
use thirtyfour::Key;

use super::share::{BUTTON, fields, open_panel};
use super::steps::{open, press, select, wait_for_focus};
use super::{ELEMENT, open_page, open_showcase, wait_for_count, with_clipboard};
use crate::runner::{Result, Test};

cases! {
    anywhere: [
        export_holds_the_selection_in_each_form,
        citation_equals_the_one_of_the_method,
        copying_is_confirmed,
    ],
    everywhere: [
        showcase_does_not_intercept_export_downloads,
        one_panel_is_open_at_a_time,
        share_panel_takes_and_returns_the_focus,
        share_panel_fits_every_width,
        text_that_cannot_be_copied_is_selected,
    ],
}

async fn export_holds_the_selection_in_each_form(t: &mut Test) -> Result {
    open(t, "lang='en' view='sector=energy-resources'", "").await?;
    wait_for_count(t, 7).await?;
    press(t, "[aria-controls=ce-export]").await?;
    wait_for_focus(t, "#ce-export h3").await?;
    let id: String = t
        .page
        .js(&format!("{ELEMENT} return element.plan.id;"), json!([]))
        .await?;
    // For each form, the file's ending and an expression that counts the clauses of its text.
    let forms = [
        ("txt", "text.split('#art_').length - 1"),
        ("txt", "text.trim().split('\\n').length"),
        ("txt", "text.trim().split('\\n').length"),
        ("bib", "text.split('@misc{').length - 1"),
        ("ris", "text.split('TY  - ').length - 1"),
        ("csl.json", "JSON.parse(text).length"),
        ("wiki", "text.split('{{').length - 1"),
        ("csv", "text.trim().split('\\n').length - 1"),
        ("json", "JSON.parse(text).length"),
    ];
    for (count, filter) in [(7, ""), (3, "[name=sector][value=tourism]")] {
        if !filter.is_empty() {
            t.page
                .click("[name=sector][value=energy-resources]")
                .await?;
            t.page.click(filter).await?;
        }
        wait_for_count(t, count).await?;
        for (nth, (ending, counted)) in forms.iter().enumerate() {
            select(t, "#ce-export select", nth).await?;
            let is_chosen = format!("$('#ce-export a').download === '{id}.{ending}'");
            t.page
                .wait_until(&format!("{ending} is selected"), &is_chosen)
                .await?;
            let script = format!(
                "const text = $('#ce-selection').value;
                const [kind, file] = $('#ce-export a').getAttribute('href').split(/,(.*)/s);
                // A field has no carriage returns, whatever it is given.
                return [{counted}, kind, decodeURIComponent(file).replaceAll('\\r\\n', '\\n') === text, $('#ce-export p').textContent, $('#ce-export a').textContent];"
            );
            assert_eq!(
                t.page.js::<Value>(&script, json!([])).await?,
                json!([
                    count,
                    "data:application/octet-stream;charset=utf-8",
                    true,
                    format!("The {count} clauses currently listed"),
                    format!("Download {id}.{ending}"),
                ]),
                "{ending}"
            );
        }
    }
    Ok(())
}

/// The showcase's script for the offline copy handles that download alone.
async fn showcase_does_not_intercept_export_downloads(t: &mut Test) -> Result {
    open_showcase(t, "").await?;
    t.page.click("[aria-controls=ce-export]").await?;
    wait_for_focus(t, "#ce-export h3").await?;
    let script = "let wasTaken;
        addEventListener('click', (event) => { wasTaken = event.defaultPrevented; event.preventDefault(); }, { once: true });
        $(arguments[0]).click();
        return wasTaken;";
    for (link, is_taken) in [("#ce-export a", false), ("footer a[download]", true)] {
        let was_taken: bool = t.page.js(script, json!([link])).await?;
        assert_eq!(was_taken, is_taken, "{link}");
    }
    Ok(())
}

async fn citation_equals_the_one_of_the_method(t: &mut Test) -> Result {
    let eid = "art_2__sec_7__para_2";
    open(t, &format!("lang='en' view='clause={eid}'"), "").await?;
    t.page
        .wait_until("the citation is shown", "$('#ce-citation')")
        .await?;
    let styles = [
        "text",
        "apa",
        "chicago",
        "bibtex",
        "ris",
        "csl-json",
        "wikipedia",
    ];
    for (nth, style) in styles.into_iter().enumerate() {
        select(t, ".cite select", nth).await?;
        // A field has no carriage returns, whatever it is given.
        let agrees = format!(
            "$('#ce-citation').value === document.querySelector('clause-explorer').cite('{eid}', '{style}').replaceAll('\\r\\n', '\\n')"
        );
        t.page
            .wait_until(&format!("both cite as {style}"), &agrees)
            .await?;
    }
    Ok(())
}

async fn one_panel_is_open_at_a_time(t: &mut Test) -> Result {
    open(t, "lang='en'", "").await?;
    wait_for_count(t, 63).await?;
    let opened = "return [...root.querySelectorAll('.panel')].filter((panel) => panel.childElementCount && panel.getClientRects().length).map((panel) => panel.id);";
    let expanded = "return [...root.querySelectorAll('.panels [aria-expanded=true]')].map((button) => button.getAttribute('aria-controls'));";
    for id in ["ce-quote", "ce-export", "ce-share", "ce-quote"] {
        t.page.click(&format!("[aria-controls={id}]")).await?;
        wait_for_focus(t, &format!("#{id} h3")).await?;
        for script in [opened, expanded] {
            assert_eq!(t.page.js::<Vec<String>>(script, json!([])).await?, [id]);
        }
    }
    for id in ["ce-export", "ce-quote"] {
        t.page.click(&format!("[aria-controls={id}]")).await?;
        // The panel that was opened last closes by its own button.
        let is_open = format!("$('#{id} h3')");
        if id == "ce-quote" {
            t.page.wait_until("the panel is open", &is_open).await?;
        }
        wait_for_focus(t, &format!("#{id} h3")).await?;
        t.page.keys(Key::Escape + "").await?;
        wait_for_focus(t, &format!("[aria-controls={id}][aria-expanded=false]")).await?;
        assert_eq!(
            t.page.js::<Vec<String>>(opened, json!([])).await?,
            [] as [&str; 0]
        );
    }
    Ok(())
}

async fn share_panel_takes_and_returns_the_focus(t: &mut Test) -> Result {
    open_page(
        t,
        "<clause-explorer layout=panel lang='en'></clause-explorer>",
    )
    .await?;
    wait_for_count(t, 63).await?;
    let is_button_focused = "root.activeElement === $('[part~=share]') && !$('#ce-share textarea') && $('[part~=share]').ariaExpanded === 'false'";
    let is_heading_focused = "root.activeElement === $('#ce-share h3') && $('[part~=share]').getAttribute('aria-expanded') === 'true'";
    let is_button_focused =
        is_button_focused.replace(".ariaExpanded", ".getAttribute('aria-expanded')");
    open_panel(t).await?;
    t.page
        .wait_until("the heading has the focus", is_heading_focused)
        .await?;
    t.page.keys(Key::Escape + "").await?;
    t.page
        .wait_until("Escape closes it", &is_button_focused)
        .await?;
    t.page.keys(Key::Enter + "").await?;
    t.page
        .wait_until("the heading has the focus", is_heading_focused)
        .await?;
    t.page.click("#ce-share h3 + button").await?;
    t.page
        .wait_until("the button closes it", &is_button_focused)
        .await?;
    t.page.keys(Key::Enter + "").await?;
    t.page
        .wait_until("the heading has the focus", is_heading_focused)
        .await?;
    t.page.click(BUTTON).await?;
    t.page
        .wait_until("the button of the panel closes it", &is_button_focused)
        .await?;
    Ok(())
}

async fn share_panel_fits_every_width(t: &mut Test) -> Result {
    open_page(
        t,
        "<clause-explorer layout=panel lang='pt'></clause-explorer>",
    )
    .await?;
    wait_for_count(t, 63).await?;
    open_panel(t).await?;
    for width in [320, 480, 800, 1200] {
        t.page.resize(width, 900).await?;
        let overflowing = "const widget = $('[part~=root]').getBoundingClientRect();
            const outside = [...root.querySelectorAll('#ce-share *, .tools *')].filter((element) => {
                const box = element.getBoundingClientRect();
                return box.width && (box.left < widget.left || box.right > widget.right + 1);
            });
            const list = $('[part~=list]').getBoundingClientRect();
            return [outside.map((element) => element.outerHTML), list.height > 200, document.documentElement.scrollWidth <= innerWidth];";
        assert_eq!(
            t.page.js::<Value>(overflowing, json!([])).await?,
            json!([[], true, true]),
            "{width}"
        );
    }
    Ok(())
}

async fn copying_is_confirmed(t: &mut Test) -> Result {
    open_page(
        t,
        "<clause-explorer layout=panel lang='en' view='q=forum'></clause-explorer>",
    )
    .await?;
    with_clipboard(
        t,
        "{ writeText: async (text) => { window.copied = text; } }",
    )
    .await?;
    open_panel(t).await?;
    let names: Vec<String> = fields(t).await?.into_iter().map(|[name, _]| name).collect();
    assert_eq!(
        names,
        [
            "Link to this page",
            "Link to a standalone page",
            "Embed code",
            "Iframe embed code"
        ]
    );
    for (nth, name) in names.iter().enumerate() {
        t.page.click(&format!("#ce-code-{nth} + button")).await?;
        let is_confirmed = format!(
            "$('#ce-share [role=status]').textContent === 'Copied: {name}' && copied === $('#ce-code-{nth}').value"
        );
        t.page
            .wait_until("the message is shown", &is_confirmed)
            .await?;
        let label = format!("return $('#ce-code-{nth} + button').getAttribute('aria-label');");
        assert_eq!(
            t.page.js::<String>(&label, json!([])).await?,
            format!("Copy: {name}")
        );
    }
    // After a change of the view, the message disappears.
    t.page.click("[value=finance]").await?;
    t.page
        .wait_until(
            "the message has disappeared",
            "$('#ce-share [role=status]').textContent === ''",
        )
        .await?;
    Ok(())
}

async fn text_that_cannot_be_copied_is_selected(t: &mut Test) -> Result {
    for clipboard in [
        "undefined",
        "{ writeText: async () => { throw new Error('not allowed'); } }",
    ] {
        open_page(
            t,
            "<clause-explorer layout=panel lang='en'></clause-explorer>",
        )
        .await?;
        with_clipboard(t, clipboard).await?;
        let refuse = "Document.prototype.execCommand = () => false;";
        let () = t.page.js(refuse, json!([])).await?;
        open_panel(t).await?;
        t.page.click("#ce-code-2 + button").await?;
        let is_selected = "((field) => root.activeElement === field && field.selectionStart === 0 && field.selectionEnd === field.value.length && field.value.length > 0)($('#ce-code-2'))";
        t.page
            .wait_until("the code is selected", is_selected)
            .await?;
        t.page
            .wait_until("the message is shown", "$('#ce-share [role=status]').textContent === 'Could not copy. Embed code is selected: copy it by hand.'")
            .await?;
    }
    Ok(())
}
