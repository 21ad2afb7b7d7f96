//! Styles of the host: parts and custom properties.

use serde_json::json;

use super::{ELEMENT, built, page_with, wait_for_count};
use crate::runner::{Result, Test};

cases! {
    everywhere: [
        every_part_and_property_can_be_styled,
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
    let page = page_with("<clause-explorer view='q=核能'></clause-explorer>")
        .replace("<head>", "<head><link rel='stylesheet' href='host.css'>");
    let site = t.site(built().page("/test.html", page).page("/host.css", style));
    t.page.open(&site.url("/test.html")).await?;
    wait_for_count(t, 2).await?;
    let annotate = format!(
        "{ELEMENT} element.annotations = [{{ clause: 'art_2__sec_7__para_2', status: 'Kept' }}];"
    );
    let () = t.page.js(&annotate, json!([])).await?;
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
