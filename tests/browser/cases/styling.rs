//! Styles of the host: parts and custom properties apply to the widget, its text styles do not.

use std::collections::BTreeMap;
use std::fs;

use serde_json::{Value, json};

use super::isolation::open_styled;
use super::{DIST, ELEMENT, built, integrity, page_with, wait_for_count, wait_for_ready};
use crate::runner::{Result, Test};

cases! {
    everywhere: [
        every_part_and_property_can_be_styled,
        host_text_style_does_not_enter,
        vertical_host_has_horizontal_text,
        colours_stay_where_newer_functions_are_unknown,
    ],
}

async fn every_part_and_property_can_be_styled(t: &mut Test) -> Result {
    const PARTS: &str = "root header title language search facets facet option count status matrix list division clause number text mark actions annotation share";
    let outlined =
        |part| format!("clause-explorer::part({part}) {{ outline: 3px dotted rgb(1, 2, 3); }}");
    let parts: Vec<String> = PARTS.split(' ').map(outlined).collect();
    let style = parts.join("\n")
        + "clause-explorer { --ce-font: monospace; --ce-accent: rgb(1, 0, 0); --ce-surface: rgb(2, 0, 0); --ce-text: rgb(3, 0, 0);
            --ce-muted: rgb(4, 0, 0); --ce-border: rgb(5, 0, 0); --ce-radius: 7px; --ce-gap: 33px; --ce-max-height: 555px; }";
    let page = page_with("<clause-explorer layout='panel' view='q=核能'></clause-explorer>")
        .replace("<head>", "<head><link rel='stylesheet' href='host.css'>");
    let site = t.site(built().page("/test.html", page).page("/host.css", style));
    t.page.open(&site.url("/test.html")).await?;
    wait_for_count(t, 2).await?;
    let annotate = format!(
        "{ELEMENT} element.annotations = [{{ clause: 'art_2__sec_7__para_2', status: 'Kept' }}];"
    );
    let () = t.page.js(&annotate, json!([])).await?;
    t.page.click("[aria-controls=ce-overview]").await?;
    t.page
        .wait_until(
            "overview and annotation are shown",
            "$('[part~=annotation]') && $('[part~=matrix]')",
        )
        .await?;
    let script = "return arguments[0].split(' ').filter((part) => {
        const element = $(`[part~=${part}]`);
        return !element || getComputedStyle(element).outlineColor !== 'rgb(1, 2, 3)';
    });";
    let unset: Vec<String> = t.page.js(script, json!([PARTS])).await?;
    assert_eq!(unset, <[&str; 0]>::default());
    let script = "const style = (css) => getComputedStyle($(css));
        const whole = style('[part~=root]');
        return [whole.fontFamily, style('a').color, whole.backgroundColor, whole.color, style('[part~=status]').color,
            style('[part~=clause]').borderBlockStartColor, style('button').borderTopLeftRadius, style('header').paddingBlockStart, whole.height];";
    let found: Vec<String> = t.page.js(script, json!([])).await?;
    assert_eq!(
        found,
        [
            "monospace",
            "rgb(1, 0, 0)",
            "rgb(2, 0, 0)",
            "rgb(3, 0, 0)",
            "rgb(4, 0, 0)",
            "rgb(5, 0, 0)",
            "7px",
            "33px",
            "555px"
        ]
    );
    Ok(())
}

/// Compares every computed property in a page with all the inherited properties that a host can set, with the same in a
/// page without them.
async fn host_text_style_does_not_enter(t: &mut Test) -> Result {
    let style = "body { text-transform: uppercase; letter-spacing: 1em; word-spacing: 2em; text-indent: 4em; white-space: pre;
        text-shadow: 1px 1px red; word-break: break-all; overflow-wrap: break-word; line-break: anywhere; font-style: italic;
        font-weight: 900; font-stretch: condensed; font-variant: small-caps; font-feature-settings: 'smcp'; font-kerning: none;
        font-variation-settings: 'wght' 700; font-optical-sizing: none; font-size-adjust: 0.7; font-synthesis: none;
        font-language-override: 'TRK'; font-palette: dark; line-height: 5; text-align: right; text-align-last: center;
        text-justify: none; text-orientation: upright; text-combine-upright: all; user-select: none;
        -webkit-user-select: none; -webkit-user-modify: read-write; hyphens: auto; -webkit-hyphens: auto; hyphenate-character: '~';
        cursor: wait; -webkit-text-fill-color: #880088; -webkit-text-stroke: 2px red; -webkit-text-security: disc;
        text-emphasis: filled red; text-emphasis-position: under left; text-underline-position: under; text-underline-offset: 9px;
        text-decoration-skip-ink: none; tab-size: 1; quotes: '<' '>'; list-style: square inside; caption-side: bottom;
        border-collapse: collapse; border-spacing: 9px; empty-cells: hide; hanging-punctuation: first; image-rendering: pixelated;
        caret-color: red; accent-color: red; orphans: 7; widows: 7; ruby-position: under; ruby-align: start;
        text-rendering: geometricPrecision; text-wrap: nowrap; text-autospace: no-autospace; text-spacing-trim: space-all;
        paint-order: stroke; fill: red; stroke: red; stroke-width: 9px; color: #123456; forced-color-adjust: none;
        print-color-adjust: exact; -webkit-tap-highlight-color: red; image-orientation: none; math-style: compact; zoom: 1; }";
    let read = "const styles = {};
        for (const css of ['[part~=text]', '[part~=title]', '[part~=number]', '[part~=search]', '[part~=option]', '[part~=actions] a', 'button', 'select', 'footer', '.bar rect', 'mark', '.open-overview']) {
            const style = getComputedStyle($(css));
            for (const name of style) styles[`${css} ${name}`] = style.getPropertyValue(name);
        }
        return styles;";
    let body = "<p>the host’s</p><clause-explorer view='q=核能' lang='en'></clause-explorer>";
    let mut found: Vec<BTreeMap<String, String>> = Vec::new();
    let mut hosts = Vec::new();
    for style in ["body { margin: 0; }", style] {
        open_styled(t, body, &format!("{style} body {{ margin: 0; }}")).await?;
        wait_for_count(t, 2).await?;
        wait_for_ready(t).await?;
        found.push(t.page.js(read, json!([])).await?);
        let of_host = "const style = getComputedStyle(document.querySelector('p')); return [...style].map((name) => style.getPropertyValue(name));";
        hosts.push(t.page.js::<Vec<String>>(of_host, json!([])).await?);
    }
    let changed = hosts[0]
        .iter()
        .zip(&hosts[1])
        .filter(|(one, other)| one != other);
    assert!(changed.count() > 40, "the host has these styles");
    let differences: Vec<String> = found[0]
        .iter()
        .filter(|(name, value)| found[1].get(*name) != Some(value))
        .map(|(name, value)| format!("{name}: {value} became {:?}", found[1].get(name)))
        .collect();
    assert_eq!(differences, <[&str; 0]>::default());
    Ok(())
}

async fn vertical_host_has_horizontal_text(t: &mut Test) -> Result {
    let style = "body { writing-mode: vertical-rl; }";
    open_styled(t, "<clause-explorer></clause-explorer>", style).await?;
    wait_for_count(t, 63).await?;
    let script = "const text = $('[part~=text]'); return [getComputedStyle(text).writingMode, text.clientWidth > 300];";
    let found: Value = t.page.js(script, json!([])).await?;
    assert_eq!(found, json!(["horizontal-tb", true]));
    Ok(())
}

/// Chromium 109 knows neither `light-dark()` nor `color-mix()`.
async fn colours_stay_where_newer_functions_are_unknown(t: &mut Test) -> Result {
    let widget = fs::read_to_string(DIST.join("clause-explorer_bg.js"))?;
    let older = widget
        .replace("light-dark(", "unknown-pair(")
        .replace("color-mix(", "unknown-mix(");
    assert!(older.len() > widget.len(), "the sheet has both functions");
    let page = page_with("<clause-explorer view='q=核能' theme='dark'></clause-explorer>");
    // The class with the hash of these other bytes.
    let class = fs::read_to_string(DIST.join("clause-explorer.js"))?;
    let class = class.replace(&integrity(widget.as_bytes()), &integrity(older.as_bytes()));
    let site = built()
        .page("/test.html", page)
        .page("/clause-explorer.js", class)
        .page("/clause-explorer_bg.js", older);
    let site = t.site(site);
    t.page.open(&site.url("/test.html")).await?;
    wait_for_count(t, 2).await?;
    wait_for_ready(t).await?;
    let script = "const style = (css) => getComputedStyle($(css));
        return [style('[part~=root]').backgroundColor, style('[part~=root]').colorScheme, style('[part~=text]').color, style('mark').backgroundColor,
            style('[part~=actions] a').color, style('[part~=status]').color, style('.search input').borderTopColor, style('.bar rect').fill];";
    let found: Vec<String> = t.page.js(script, json!([])).await?;
    assert_eq!(
        found,
        [
            "rgb(255, 255, 255)",
            "light",
            "rgb(27, 27, 26)",
            "rgb(255, 232, 163)",
            "rgb(156, 52, 20)",
            "rgb(93, 96, 102)",
            "rgb(133, 129, 122)",
            "rgb(156, 52, 20)",
        ]
    );
    Ok(())
}
