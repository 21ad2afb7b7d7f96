//! axe finds nothing wrong in any state, language and colour scheme.
//!
//! Of axe's rules, only two read colours, and the page around the widget does not depend on the
//! widget's language. So all other rules run for each language in light alone, and the two for
//! light and dark in one language; both pages of ours are scanned in every state.

use std::fs;
use std::sync::LazyLock;

use serde_json::json;

use super::{built, open_page, wait_for_count};
use crate::npm;
use crate::page::{Colours, Page};
use crate::runner::{Result, Test};
use crate::states::STATES;

cases! {
    everywhere: [
        axe_finds_nothing,
    ],
    anywhere: [
        axe_finds_planted_faults,
    ],
    chromium: [
        axe_on_the_showcase_in_english,
        axe_on_the_showcase_in_spanish,
        axe_on_the_showcase_in_dark,
        axe_on_the_embed_page_in_chinese,
        axe_on_the_embed_page_in_portuguese,
        axe_on_the_embed_page_in_dark,
        axe_on_the_embed_page_in_forced_colours,
    ],
}

const SHOWCASE: &str = "/";
const EMBED: &str = "/embed.html";

/// Which of axe's rules run.
#[derive(Clone, Copy)]
pub(super) enum Rules {
    All,
    /// The two that read colours.
    Colours,
    AllButColours,
}

async fn axe_on_the_showcase_in_english(t: &mut Test) -> Result {
    check_every_state(t, SHOWCASE, "en", Colours::Light, Rules::All).await
}

async fn axe_on_the_showcase_in_spanish(t: &mut Test) -> Result {
    check_every_state(t, SHOWCASE, "es", Colours::Light, Rules::AllButColours).await
}

async fn axe_on_the_showcase_in_dark(t: &mut Test) -> Result {
    check_every_state(t, SHOWCASE, "en", Colours::Dark, Rules::Colours).await
}

async fn axe_on_the_embed_page_in_chinese(t: &mut Test) -> Result {
    check_every_state(t, EMBED, "zh", Colours::Light, Rules::All).await
}

async fn axe_on_the_embed_page_in_portuguese(t: &mut Test) -> Result {
    check_every_state(t, EMBED, "pt", Colours::Light, Rules::AllButColours).await
}

async fn axe_on_the_embed_page_in_dark(t: &mut Test) -> Result {
    check_every_state(t, EMBED, "en", Colours::Dark, Rules::Colours).await
}

async fn axe_on_the_embed_page_in_forced_colours(t: &mut Test) -> Result {
    check_every_state(t, EMBED, "en", Colours::Forced, Rules::All).await
}

/// The program of axe-core, from npm.
static AXE: LazyLock<String> = LazyLock::new(|| {
    let file = npm::workspace().join("node_modules/axe-core/axe.min.js");
    fs::read_to_string(file).expect("npm has installed axe-core")
});

/// Installs axe, so that this does not count as a case's own time.
pub(super) fn prepare(case: &str) {
    if case.starts_with("axe_") {
        LazyLock::force(&AXE);
    }
}

async fn check_every_state(
    t: &mut Test,
    page: &str,
    language: &str,
    colours: Colours,
    rules: Rules,
) -> Result {
    t.page.set_colours(colours).await?;
    let site = t.site(built());
    let mut faults = Vec::new();
    for state in &STATES {
        t.page.open(&site.url(page)).await?;
        state.show(&t.page, language).await?;
        for fault in violations(&t.page, rules).await? {
            faults.push(format!("{}: {fault}", state.name));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
    Ok(())
}

async fn axe_finds_nothing(t: &mut Test) -> Result {
    let site = t.site(built());
    let address = site.url("/embed.html?lang=es&sector=finance");
    t.page.open(&address).await?;
    wait_for_count(t, 3).await?;
    assert_eq!(violations(&t.page, Rules::All).await?, [""; 0]);
    Ok(())
}

/// Plants an image without a description in the page, and in the widget a button without a name
/// and pale text.
async fn axe_finds_planted_faults(t: &mut Test) -> Result {
    open_page(t, "<main><h1>t</h1><img><clause-explorer lang='en' view='sector=finance'></clause-explorer></main>").await?;
    wait_for_count(t, 3).await?;
    let plant = "$('[part~=root]').append(document.createElement('button'));
        $('[part~=status]').style.color = 'color-mix(in srgb, white 70%, black)';";
    let () = t.page.js(plant, json!([])).await?;
    for (rules, expected) in [
        (
            Rules::All,
            &["button-name", "color-contrast", "image-alt"][..],
        ),
        (Rules::Colours, &["color-contrast"]),
        (Rules::AllButColours, &["button-name", "image-alt"]),
    ] {
        let found = violations(&t.page, rules).await?;
        let mut broken: Vec<&str> = found
            .iter()
            .filter_map(|fault| fault.split(',').next())
            .collect();
        broken.sort_unstable();
        assert_eq!(broken, expected, "{found:?}");
    }
    Ok(())
}

/// Returns what axe finds wrong: for each broken rule, the elements that break it.
pub(super) async fn violations(page: &Page, rules: Rules) -> Result<Vec<String>> {
    const COLOURS: [&str; 2] = ["color-contrast", "link-in-text-block"];
    const TAGS: [&str; 7] = [
        "wcag2a",
        "wcag2aa",
        "wcag21a",
        "wcag21aa",
        "wcag22a",
        "wcag22aa",
        "best-practice",
    ];
    let off = COLOURS.map(|rule| (rule, json!({ "enabled": false })));
    let (options, least) = match rules {
        Rules::All => (json!({ "runOnly": TAGS }), 21),
        Rules::AllButColours => {
            let off: serde_json::Map<_, _> = off
                .map(|(rule, off)| (rule.to_owned(), off))
                .into_iter()
                .collect();
            (json!({ "runOnly": TAGS, "rules": off }), 20)
        }
        Rules::Colours => (
            json!({ "runOnly": { "type": "rule", "values": COLOURS } }),
            1,
        ),
    };
    let script = format!(
        "{}\n;const {{ violations, passes }} = await window.axe.run(document, {{ ...arguments[0], resultTypes: ['violations'] }});
        const elements = (nodes) => nodes.slice(0, 3).map(({{ target, failureSummary }}) => `${{JSON.stringify(target)}} ${{failureSummary}}`).join('; ');
        return [passes.length, violations.map(({{ id, nodes }}) => `${{id}}, ${{nodes.length}} times: ${{elements(nodes)}}`)];",
        *AXE
    );
    let (passed, found): (usize, Vec<String>) = page.js_async(&script, json!([options])).await?;
    assert!(
        passed + found.len() >= least,
        "only {passed} rules found elements to check"
    );
    Ok(found)
}
