//! What is cited, exported and drawn, read by parsers of those formats from npm (`tests/formats/`).
//!
//! The program there (`check.mjs`) compares what they read with the plan. It first shows that each of them refuses
//! what is broken, or that its reading of it differs.

use std::fs;
use std::path::Path;
use std::process::Command;

use clause_explorer::baked;
use clause_explorer::chart;
use clause_explorer::cite::{Reading, Style, cite, cite_all};
use clause_explorer::export;
use clause_explorer::interface::{Interface, fill};
use clause_explorer::plan::Plan;
use clause_explorer::query::{Index, View};
use serde_json::{Value, json};

/// An address with characters that mean something in BibTeX, RIS and XML.
const PAGE: &str = "https://news.example/a_b/100%25?p=1&q=c~d";

#[test]
fn parsers_of_each_format_read_what_the_plan_says() {
    let plan = baked::plan();
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("formats");
    fs::create_dir_all(&folder).expect("a folder can be made");
    let all: Vec<usize> = (0..plan.clauses.len()).collect();
    let citations: Vec<Value> = baked::interfaces()
        .iter()
        .flat_map(|interface| citations(&plan, interface))
        .collect();
    assert_eq!(
        citations.len(),
        plan.languages.len() * Style::ALL.len() * (plan.clauses.len() + 1)
    );
    let written = json!({
        "plan": plan,
        "page": PAGE,
        "citations": citations,
        "csv": export::csv(&plan, &all),
        "json": export::json(&plan, &all),
        "pictures": pictures(&plan),
    });
    fs::write(folder.join("written.json"), written.to_string()).expect("a file can be written");
    install(&folder);
    let output = Command::new("node")
        .args(["check.mjs", "written.json"])
        .current_dir(&folder)
        .output()
        .expect("node can be run: install Node.js 20 or later");
    let said = String::from_utf8_lossy(&output.stdout);
    assert!(
        output.status.success() && said.starts_with("all right: "),
        "{said}{}",
        String::from_utf8_lossy(&output.stderr)
    );
}

/// Every clause in every style, and then all of them together.
fn citations(plan: &Plan, interface: &Interface) -> Vec<Value> {
    let tag = &*interface.tag;
    let language = plan.languages.iter().find(|language| language.tag == tag);
    let language = language.expect("each interface is in a language of the plan");
    let note = fill(&interface.unofficial, &[("language", &language.name)]);
    let reading = Reading {
        tag,
        page: PAGE,
        note: &note,
        breaks_off: &interface.breaks_off,
    };
    let all: Vec<usize> = (0..plan.clauses.len()).collect();
    let mut citations = Vec::new();
    for (name, style) in Style::ALL {
        let about = |eids: Vec<&str>, text: String| {
            json!({
                "style": name, "tag": tag, "eids": eids, "text": text, "note": note, "breaksOff": &*interface.breaks_off,
            })
        };
        let eids = plan.clauses.iter().map(|clause| clause.eid.as_str());
        for eid in eids.clone() {
            let text = cite(plan, eid, style, reading).expect("there is such a clause");
            citations.push(about(vec![eid], text));
        }
        let text = cite_all(plan, &all, style, reading);
        citations.push(about(eids.collect(), text));
    }
    citations
}

/// The overview in each language, of the whole plan and of part of it.
fn pictures(plan: &Plan) -> Vec<Value> {
    let index = Index::new(plan.clone());
    let overview = plan.overview.expect("the plan has an overview");
    let mut pictures = Vec::new();
    for interface in baked::interfaces() {
        for (query, narrowed) in [("", ""), ("5G", "“5G” & <b>")] {
            let view = View {
                query: query.to_owned(),
                ..View::default()
            };
            let crossed = index.cross(&view, overview);
            let svg = chart::overview(plan, &crossed, interface, narrowed);
            pictures.push(json!({
                "tag": &*interface.tag,
                "narrowed": narrowed,
                "total": crossed.total,
                "svg": svg.expect("the plan has an overview"),
            }));
        }
    }
    pictures
}

/// Installs the parsers, unless those of the lock file are there already.
fn install(folder: &Path) {
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/formats");
    let lock = |folder: &Path| fs::read(folder.join("package-lock.json")).ok();
    let note = folder.join("node_modules/.installed");
    let is_installed = lock(folder) == lock(&source) && note.is_file();
    for name in ["package.json", "package-lock.json", ".npmrc", "check.mjs"] {
        fs::copy(source.join(name), folder.join(name)).expect(name);
    }
    if is_installed {
        return;
    }
    let output = Command::new("npm")
        .args([
            "ci",
            "--ignore-scripts",
            "--prefer-offline",
            "--no-audit",
            "--no-fund",
        ])
        .current_dir(folder)
        .output()
        .expect("npm can be run: install Node.js 20 or later, which brings it along");
    assert!(
        output.status.success(),
        "npm ci must succeed:\n{}",
        String::from_utf8_lossy(&output.stderr)
    );
    fs::write(note, "").expect("a note can be written");
}
