//! What readers get who do not see the widget, or see it otherwise: axe finds nothing in any state, and the accessibility tree of
//! each state is the one that was read.

use std::collections::HashMap;
use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use serde_json::{Value, json};
use snapbox::Data;

use super::{built, hosts, open_page, wait_for_count};
use crate::page::{Colours, Page};
use crate::runner::{Result, Test};
use crate::states::STATES;

macro_rules! axe {
    ($($name:ident: $page:literal $language:literal $colours:ident;)*) => {
        cases![
            $($name,)*
            axe_finds_nothing_in_this_engine,
            axe_finds_what_is_wrong,
            tree_of_each_state,
        ];
        $(async fn $name(t: &mut Test) -> Result {
            find_nothing_in_any_state(t, $page, $language, Colours::$colours).await
        })*
    };
}

axe! {
    axe_on_the_showcase_in_zh_light: "/" "zh" Light;
    axe_on_the_showcase_in_zh_dark: "/" "zh" Dark;
    axe_on_the_showcase_in_zh_forced: "/" "zh" Forced;
    axe_on_the_showcase_in_en_light: "/" "en" Light;
    axe_on_the_showcase_in_en_dark: "/" "en" Dark;
    axe_on_the_showcase_in_en_forced: "/" "en" Forced;
    axe_on_the_showcase_in_es_light: "/" "es" Light;
    axe_on_the_showcase_in_es_dark: "/" "es" Dark;
    axe_on_the_showcase_in_es_forced: "/" "es" Forced;
    axe_on_the_showcase_in_pt_light: "/" "pt" Light;
    axe_on_the_showcase_in_pt_dark: "/" "pt" Dark;
    axe_on_the_showcase_in_pt_forced: "/" "pt" Forced;
    axe_on_the_embed_page_in_zh_light: "/embed.html" "zh" Light;
    axe_on_the_embed_page_in_zh_dark: "/embed.html" "zh" Dark;
    axe_on_the_embed_page_in_zh_forced: "/embed.html" "zh" Forced;
    axe_on_the_embed_page_in_en_light: "/embed.html" "en" Light;
    axe_on_the_embed_page_in_en_dark: "/embed.html" "en" Dark;
    axe_on_the_embed_page_in_en_forced: "/embed.html" "en" Forced;
    axe_on_the_embed_page_in_es_light: "/embed.html" "es" Light;
    axe_on_the_embed_page_in_es_dark: "/embed.html" "es" Dark;
    axe_on_the_embed_page_in_es_forced: "/embed.html" "es" Forced;
    axe_on_the_embed_page_in_pt_light: "/embed.html" "pt" Light;
    axe_on_the_embed_page_in_pt_dark: "/embed.html" "pt" Dark;
    axe_on_the_embed_page_in_pt_forced: "/embed.html" "pt" Forced;
}

/// axe-core from npm (`tests/axe/`), installed once.
static AXE: LazyLock<String> = LazyLock::new(|| {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("axe");
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/axe");
    fs::create_dir_all(&folder).expect("a folder can be made");
    for name in ["package.json", "package-lock.json"] {
        fs::copy(source.join(name), folder.join(name)).expect(name);
    }
    let install = [
        "ci",
        "--ignore-scripts",
        "--prefer-offline",
        "--no-audit",
        "--no-fund",
    ];
    hosts::npm(&folder, &install);
    fs::read_to_string(folder.join("node_modules/axe-core/axe.min.js")).expect("npm installed it")
});

/// Installs axe, so that it does not count as a case's own time.
pub(super) fn prepare(case: &str) {
    if case.starts_with("axe_") {
        LazyLock::force(&AXE);
    }
}

async fn find_nothing_in_any_state(
    t: &mut Test,
    page: &str,
    language: &str,
    colours: Colours,
) -> Result {
    t.page.set_colours(colours).await?;
    let site = t.site(built());
    let mut faults = Vec::new();
    for state in &STATES {
        t.page.open(&site.url(page)).await?;
        state.show(&t.page, language).await?;
        for fault in violations(&t.page).await? {
            faults.push(format!("{}: {fault}", state.name));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
    Ok(())
}

async fn axe_finds_nothing_in_this_engine(t: &mut Test) -> Result {
    let site = t.site(built());
    t.page
        .open(&site.url("/embed.html?lang=es&sector=finance"))
        .await?;
    wait_for_count(t, 3).await?;
    assert_eq!(violations(&t.page).await?, [""; 0]);
    Ok(())
}

/// A picture without words in the page, and in the widget a button without a name and pale text.
async fn axe_finds_what_is_wrong(t: &mut Test) -> Result {
    open_page(t, "<main><h1>t</h1><img><clause-explorer lang='en' view='sector=finance'></clause-explorer></main>").await?;
    wait_for_count(t, 3).await?;
    let plant = "$('[part~=root]').append(document.createElement('button'));
        $('[part~=status]').style.color = 'color-mix(in srgb, white 70%, black)';";
    let () = t.page.js(plant, json!([])).await?;
    let found = violations(&t.page).await?;
    for rule in ["image-alt", "button-name", "color-contrast"] {
        assert!(
            found.iter().any(|fault| fault.starts_with(rule)),
            "{rule} is missing: {found:?}"
        );
    }
    assert_eq!(found.len(), 3, "{found:?}");
    Ok(())
}

/// What axe finds wrong: for each rule that is broken, where.
async fn violations(page: &Page) -> Result<Vec<String>> {
    let script = format!(
        "{}\n;const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice'];
        const {{ violations, passes }} = await window.axe.run(document, {{ runOnly: tags, resultTypes: ['violations'] }});
        const places = (nodes) => nodes.slice(0, 3).map(({{ target, failureSummary }}) => `${{JSON.stringify(target)}} ${{failureSummary}}`).join('; ');
        return [passes.length, violations.map(({{ id, nodes }}) => `${{id}}, ${{nodes.length}} times: ${{places(nodes)}}`)];",
        *AXE
    );
    let (passed, found): (usize, Vec<String>) = page.js_async(&script, json!([])).await?;
    assert!(passed > 20, "only {passed} rules had something to look at");
    Ok(found)
}

/// Roles, names, states and languages, as Chromium gives them to assistive technology, in `tests/golden/accessibility/`.
async fn tree_of_each_state(t: &mut Test) -> Result {
    let site = t.site(built());
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden/accessibility");
    let assert = snapbox::Assert::new().action_env("SNAPSHOTS");
    for state in &STATES {
        t.page.open(&site.url("/")).await?;
        state.show(&t.page, "en").await?;
        let path = folder.join(format!("{}.txt", state.name));
        // The port of the site is another one each time.
        let tree = tree(&t.page).await?.replace(&site.url(""), "http://SITE");
        assert.eq(tree, Data::read_from(&path, None));
    }
    Ok(())
}

/// The widget's part of the tree, a line for each node.
async fn tree(page: &Page) -> Result<String> {
    let document = page
        .cdp("DOM.getDocument", json!({ "depth": -1, "pierce": true }))
        .await?;
    let mut languages = HashMap::new();
    let mut root = None;
    note_languages(&document["root"], "", &mut languages, &mut root);
    let answer = page.cdp("Accessibility.getFullAXTree", json!({})).await?;
    let nodes = answer["nodes"].as_array().map_or(&[][..], Vec::as_slice);
    let by_id: HashMap<&str, &Value> = nodes
        .iter()
        .filter_map(|node| Some((node["nodeId"].as_str()?, node)))
        .collect();
    let widget = nodes
        .iter()
        .find(|node| root.is_some() && node["backendDOMNodeId"].as_i64() == root)
        .expect("the widget is in the tree");
    let mut text = String::new();
    let place = Place {
        depth: 0,
        name: "",
        language: "",
    };
    write_node(widget, place, &by_id, &languages, &mut text);
    Ok(text)
}

/// Notes the language of each node of the document, and which one is the widget's root.
fn note_languages(
    node: &Value,
    around: &str,
    languages: &mut HashMap<i64, String>,
    root: &mut Option<i64>,
) {
    let attributes: Vec<&str> = node["attributes"]
        .as_array()
        .map_or(&[][..], Vec::as_slice)
        .iter()
        .filter_map(Value::as_str)
        .collect();
    let attribute = |name| {
        let mut pairs = attributes.chunks_exact(2);
        pairs.find(|pair| pair[0] == name).map(|pair| pair[1])
    };
    let language = attribute("lang").unwrap_or(around);
    let id = node["backendNodeId"].as_i64().unwrap_or_default();
    languages.insert(id, language.to_owned());
    if attribute("part") == Some("root") {
        *root = Some(id);
    }
    for kind in ["children", "shadowRoots"] {
        for child in node[kind].as_array().map_or(&[][..], Vec::as_slice) {
            note_languages(child, language, languages, root);
        }
    }
}

/// Where a node stands: how deep, and in what.
#[derive(Clone, Copy)]
struct Place<'a> {
    depth: usize,
    name: &'a str,
    language: &'a str,
}

/// A node that says nothing, and text that only repeats the name of what it is in, get no line.
fn write_node<'a>(
    node: &'a Value,
    place: Place<'a>,
    by_id: &HashMap<&str, &'a Value>,
    languages: &'a HashMap<i64, String>,
    text: &mut String,
) {
    let role = node["role"]["value"].as_str().unwrap_or_default();
    let name = node["name"]["value"].as_str().unwrap_or_default();
    let is_text = role == "StaticText";
    let is_silent = node["ignored"] == true
        || ["InlineTextBox", "none", "LabelText"].contains(&role)
        || (role == "generic" && name.is_empty())
        || (is_text && (name.trim().is_empty() || place.name.contains(name.trim())));
    let mut inside = place;
    if !is_silent {
        let language = node["backendDOMNodeId"].as_i64();
        let language = language
            .and_then(|id| languages.get(&id))
            .map_or("", String::as_str);
        write!(text, "{}{role}", "  ".repeat(place.depth)).expect("a String takes all");
        if !name.is_empty() {
            write!(text, " \"{name}\"").expect("a String takes all");
        }
        for property in node["properties"].as_array().map_or(&[][..], Vec::as_slice) {
            write_property(property, text);
        }
        if language != place.language {
            write!(text, " [{language}]").expect("a String takes all");
        }
        text.push('\n');
        inside = Place {
            depth: place.depth + 1,
            name,
            language: if is_text { place.language } else { language },
        };
    }
    for child in node["childIds"].as_array().map_or(&[][..], Vec::as_slice) {
        if let Some(child) = child.as_str().and_then(|id| by_id.get(id)) {
            write_node(child, inside, by_id, languages, text);
        }
    }
}

fn write_property(property: &Value, text: &mut String) {
    const TOLD: [&str; 9] = [
        "checked", "disabled", "expanded", "focused", "level", "live", "pressed", "readonly",
        "selected",
    ];
    let name = property["name"].as_str().unwrap_or_default();
    if TOLD.contains(&name) {
        let value = &property["value"]["value"];
        let value = value
            .as_str()
            .map_or_else(|| value.to_string(), str::to_owned);
        write!(text, " {name}={value}").expect("a String takes all");
    }
}
