//! The accessibility tree of each state equals the one in `tests/golden/accessibility/`.
//!
//! Of the clauses and of the rows of the overview, a tree holds the first four; the others have the
//! same structure, and other tests hold their texts. `SNAPSHOTS=overwrite` writes new trees.

use std::collections::HashMap;
use std::path::Path;

use serde_json::{Value, json};
use snapbox::Data;

use super::built;
use crate::page::Page;
use crate::runner::{Result, Test};
use crate::states::STATES;

cases! {
    chromium: [
        accessibility_tree_of_each_state,
    ],
}

/// Compares roles, names, states and languages, as Chromium reports them to assistive technology.
async fn accessibility_tree_of_each_state(t: &mut Test) -> Result {
    let site = t.site(built());
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden/accessibility");
    let assert = snapbox::Assert::new().action_env("SNAPSHOTS");
    for state in &STATES {
        t.page.open(&site.url("/")).await?;
        state.show(&t.page, "en").await?;
        let path = folder.join(format!("{}.txt", state.name));
        // The port of the site and the day of reading differ each time.
        let today = "const now = new Date(); now.setMinutes(now.getMinutes() - now.getTimezoneOffset()); return now.toISOString().slice(0, 10);";
        let today: String = t.page.js(today, json!([])).await?;
        let tree = tree(&t.page).await?.replace(&site.url(""), "http://SITE");
        let tree = tree.replace(&today, "DAY");
        assert.eq(tree, Data::read_from(&path, None));
    }
    Ok(())
}

/// Returns the widget's part of the tree, with a line for each node.
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
    let root = Parent {
        depth: 0,
        name: "",
        language: "",
    };
    let mut writer = Writer {
        by_id,
        languages: &languages,
        written: HashMap::new(),
        text: String::new(),
    };
    writer.write(widget, root);
    for role in REPEATED {
        let written = writer.written.get(role).copied().unwrap_or_default();
        if let Some(more) = written.checked_sub(LIMIT).filter(|more| *more > 0) {
            writer
                .text
                .extend(["(", &more.to_string(), " more: ", role, ")\n"]);
        }
    }
    Ok(writer.text)
}

/// Collects the language of each node of the document, and finds the widget's root.
fn note_languages(
    node: &Value,
    inherited: &str,
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
    let language = attribute("lang").unwrap_or(inherited);
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

/// The node that contains another one, as far as it has a line.
#[derive(Clone, Copy)]
struct Parent<'a> {
    depth: usize,
    name: &'a str,
    language: &'a str,
}

/// Elements that repeat with the same structure: clauses, and rows of the overview.
const REPEATED: [&str; 2] = ["article", "row"];
/// The number of elements of each such role that are written.
const LIMIT: usize = 4;

/// Writes a tree, a line for each node.
struct Writer<'a> {
    by_id: HashMap<&'a str, &'a Value>,
    languages: &'a HashMap<i64, String>,
    /// The number of elements so far, by role.
    written: HashMap<&'a str, usize>,
    text: String,
}

impl<'a> Writer<'a> {
    /// Writes the line of a node and those below it. Nodes without role or name, and text that only
    /// repeats the name of its parent, get no line.
    fn write(&mut self, node: &'a Value, parent: Parent<'a>) {
        let role = node["role"]["value"].as_str().unwrap_or_default();
        let name = node["name"]["value"].as_str().unwrap_or_default();
        let is_text = role == "StaticText";
        let is_silent = node["ignored"] == true
            || ["InlineTextBox", "none", "LabelText"].contains(&role)
            || (role == "generic" && name.is_empty())
            || (is_text && (name.trim().is_empty() || parent.name.contains(name.trim())));
        let mut inside = parent;
        if !is_silent {
            let count = self.written.entry(role).or_default();
            *count += 1;
            if REPEATED.contains(&role) && *count > LIMIT {
                return;
            }
            let language = node["backendDOMNodeId"].as_i64();
            let language = language
                .and_then(|id| self.languages.get(&id))
                .map_or("", String::as_str);
            self.text += &"  ".repeat(parent.depth);
            self.text += role;
            if !name.is_empty() {
                self.text.extend([" \"", name, "\""]);
            }
            for property in node["properties"].as_array().map_or(&[][..], Vec::as_slice) {
                self.write_property(property);
            }
            if language != parent.language {
                self.text.extend([" [", language, "]"]);
            }
            self.text.push('\n');
            inside = Parent {
                depth: parent.depth + 1,
                name,
                language: if is_text { parent.language } else { language },
            };
        }
        for child in node["childIds"].as_array().map_or(&[][..], Vec::as_slice) {
            if let Some(child) = child.as_str().and_then(|id| self.by_id.get(id).copied()) {
                self.write(child, inside);
            }
        }
    }

    fn write_property(&mut self, property: &Value) {
        const SHOWN: [&str; 9] = [
            "checked", "disabled", "expanded", "focused", "level", "live", "pressed", "readonly",
            "selected",
        ];
        let name = property["name"].as_str().unwrap_or_default();
        if SHOWN.contains(&name) {
            let value = &property["value"]["value"];
            let value = value
                .as_str()
                .map_or_else(|| value.to_string(), str::to_owned);
            self.text.extend([" ", name, "=", &value]);
        }
    }
}
