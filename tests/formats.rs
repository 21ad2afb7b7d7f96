//! Citations, exports and pictures, read by parsers of their formats from npm (`tests/formats/`).
//!
//! The program there (`check.mjs`) compares their results with the plan. It first shows that each
//! comparison fails for a broken document.

use std::fs;
use std::path::Path;
use std::process::Command;

use plan::interface::{Interface, fill};
use plan::{ClauseId, Content, Plan, Status};
use publish::chart;
use publish::cite::{Reading, Style, cite, cite_all};
use publish::csv::{csv, separator};
use publish::record::ClauseRecord;
use publish::table::Table;
use query::{Index, View};
use serde_json::{Value, json};

#[path = "npm/mod.rs"]
mod npm;

/// An address with characters that are special in BibTeX, RIS and XML.
const PAGE: &str = "https://news.example/a_b/100%25?p=1&q=c~d";

/// The day of reading.
const ACCESSED: &str = "2026-11-05";

#[test]
fn parsers_read_the_plan_from_each_format() {
    let Content { plan, interfaces } = fixture::content();
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("formats");
    fs::create_dir_all(&folder).expect("a folder can be made");
    let all: Vec<ClauseId> = plan.clauses.ids().collect();
    let index = Index::new(plan.clone());
    let records: Vec<_> = all
        .iter()
        .map(|&id| ClauseRecord::new(&index, id))
        .collect();
    let citations: Vec<Value> = interfaces
        .iter()
        .flat_map(|interface| citations(plan, interface))
        .collect();
    assert_eq!(
        citations.len(),
        plan.languages.len() * Style::ALL.len() * (plan.clauses.len() + 1)
    );
    let written = json!({
        "plan": plan,
        "page": PAGE,
        "accessed": ACCESSED,
        "citations": citations,
        "tables": interfaces.iter().map(|words| table(plan, words, &all)).collect::<Vec<_>>(),
        "json": serde_json::to_string(&records).expect("the records are JSON"),
        "pictures": pictures(&index, interfaces),
    });
    fs::write(folder.join("written.json"), written.to_string()).expect("a file can be written");
    // Node.js looks for packages from the folder of the program upwards.
    let program = npm::workspace().join("check-formats.mjs");
    fs::copy(npm::sources().join("formats/check.mjs"), &program).expect("a file can be copied");
    for name in ["xlsx.js", "zip.js"] {
        let module = npm::sources().join("../www/element/more").join(name);
        fs::copy(module, npm::workspace().join(name)).expect("a file can be copied");
    }
    let output = Command::new("node")
        .arg(program)
        .arg(folder.join("written.json"))
        .output()
        .expect("node can be run: install Node.js 20 or later");
    let report = String::from_utf8_lossy(&output.stdout);
    assert!(
        output.status.success() && report.starts_with("all right: "),
        "{report}{}",
        String::from_utf8_lossy(&output.stderr)
    );
}

/// Cites every clause alone in every style, and all clauses together.
fn citations(plan: &Plan, interface: &Interface) -> Vec<Value> {
    let tag = &*interface.tag;
    let language = plan.languages.iter().find(|language| language.tag == tag);
    let language = language.expect("each interface is in a language of the plan");
    let note = interface.about(&interface.unofficial, language);
    let reading = Reading {
        tag,
        page: PAGE,
        note: &note,
        breaks_off: &interface.breaks_off,
        accessed: ACCESSED,
        accessed_note: &fill(&interface.accessed, &[("date", ACCESSED)]),
    };
    let all: Vec<ClauseId> = plan.clauses.ids().collect();
    let mut citations = Vec::new();
    for (name, style) in Style::ALL {
        let about = |eids: Vec<&str>, text: String| {
            json!({
                "style": name, "tag": tag, "eids": eids, "text": text, "note": note, "breaksOff": &*interface.breaks_off,
            })
        };
        let eids = plan.clauses.iter().map(|clause| clause.eid.as_str());
        for eid in eids.clone() {
            let text = cite(plan, eid, style, reading).expect("the plan has this clause");
            citations.push(about(vec![eid], text));
        }
        let text = cite_all(plan, &all, style, reading);
        citations.push(about(eids.collect(), text));
    }
    citations
}

/// Writes all clauses as a table in one language, for readers and for programs.
fn table(plan: &Plan, interface: &Interface, all: &[ClauseId]) -> Value {
    let table = Table {
        plan,
        tag: &interface.tag,
        interface,
        page: PAGE,
    };
    let language = plan.language(&interface.tag);
    let language = language.expect("each interface is in a language of the plan");
    let status = match language.status {
        Status::Authoritative => &interface.authoritative,
        Status::Unofficial => &interface.unofficial,
    };
    json!({
        "tag": &*interface.tag,
        "separator": separator(interface),
        "status": interface.about(status, language),
        "csv": csv(&table.rows(all), separator(interface)),
        "forPrograms": csv(&table.rows_for_programs(all), ','),
    })
}

/// Draws the overview in each language, for the whole plan and for a part of it.
fn pictures(index: &Index, interfaces: &[Interface]) -> Vec<Value> {
    let plan = index.plan();
    let overview = plan.overview.expect("the plan has an overview");
    let mut pictures = Vec::new();
    for interface in interfaces {
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
