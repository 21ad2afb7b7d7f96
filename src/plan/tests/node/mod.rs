//! Runs modules of `www/element/more/` in Node.js.

use std::fs;
use std::path::Path;
use std::process::Command;

use plan::format::{FORMAT, JSON_FORMAT, Pack};
use plan::{Member, Plan};
use serde_json::Value;

/// The modules, without `shape.js`, which the build writes.
const MODULES: [&str; 6] = [
    "pack.js",
    "folds-of.js",
    "merge.js",
    "merge-eids.js",
    "merge-facets.js",
    "merge-texts.js",
];

/// Returns what a script writes into the file `output`. It reads its input from `input.json`. The name is that of its folder.
pub(crate) fn run(name: &str, script: &str, input: &Value) -> Vec<u8> {
    let modules = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../www/element/more");
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    fs::create_dir_all(&folder).expect("a folder can be made");
    for module in MODULES {
        fs::copy(modules.join(module), folder.join(module)).expect(module);
    }
    for (file, text) in [
        ("package.json", "{ \"type\": \"module\" }"),
        ("shape.js", &shape()),
        ("input.json", &input.to_string()),
        ("run.js", script),
    ] {
        fs::write(folder.join(file), text).expect(file);
    }
    let output = Command::new("node")
        .arg("run.js")
        .current_dir(&folder)
        .output()
        .expect("node can be run: install Node.js 20 or later");
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{errors}");
    fs::read(folder.join("output")).expect("the script writes a file")
}

/// Returns the module that the build writes.
fn shape() -> String {
    let shapes = [Plan::shape(), Vec::<Member>::shape()];
    let [plan, members] =
        shapes.map(|shape| serde_json::to_string(&shape).expect("a shape is JSON"));
    format!(
        "export const format = {FORMAT};\nexport const jsonFormat = {JSON_FORMAT};\n\
         export const defaults = {{ description: {{}}, notice: '', published: '', target: '' }};\n\
         export const planShape = {plan};\nexport const membersShape = {members};\n"
    )
}
