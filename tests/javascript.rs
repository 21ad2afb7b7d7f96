//! The JavaScript of `www/` and of the benchmark: its types, checked by TypeScript, and the files that are generated from it.
//!
//! The tools come from npm (`tests/package.json`). `SNAPSHOTS=overwrite` writes the generated files into `www/package/`.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::sync::LazyLock;

#[path = "npm/mod.rs"]
mod npm;

/// Files that `tests/types/generate.mjs` writes.
const GENERATED: [&str; 2] = ["clause-explorer.d.ts", "custom-elements.json"];

/// A folder among the installed tools, with the programs of `tests/types/`.
static TOOLS: LazyLock<PathBuf> = LazyLock::new(|| {
    let folder = npm::workspace().join("types");
    fs::create_dir_all(folder.join("glue")).expect("a folder can be made");
    fs::copy(source().join("generate.mjs"), folder.join("generate.mjs")).expect("generate.mjs");
    folder
});

#[test]
fn modules_have_no_type_errors() {
    for config in [
        "tsconfig.json",
        "tsconfig.worker.json",
        "tsconfig.bench.json",
        "tsconfig.cli.json",
    ] {
        check_types(&source().join(config)).expect("TypeScript finds nothing");
    }
}

/// Each error here stands for a class of errors that the configuration must not let pass.
#[test]
fn type_errors_are_found() {
    for (nth, (script, error)) in [
        ("export const n = 1; n.trim();", "TS2339"),
        ("export const twice = (n) => 2 * n;", "TS7006"),
        (
            "export const p = document.querySelector(\"p\"); p.remove();",
            "TS18047",
        ),
        (
            "import { missing } from \"./build.js\"; missing();",
            "TS2305",
        ),
    ]
    .into_iter()
    .enumerate()
    {
        let folder = tempfile::tempdir().expect("a folder can be made");
        let config = serde_json::json!({
            "extends": source().join("tsconfig.json"),
            "include": ["wrong.js", root().join("www/element/build.js")],
            "compilerOptions": { "rootDirs": [".", root().join("www/element")] },
        });
        let path = folder.path().join("tsconfig.json");
        fs::write(&path, config.to_string()).expect("a file can be written");
        fs::write(folder.path().join("wrong.js"), script).expect("a file can be written");
        let found = check_types(&path).expect_err(script);
        assert!(found.contains(error), "script {nth}: {found}");
    }
}

#[test]
fn the_types_of_the_glue_are_those_of_wasm_bindgen() {
    let folder = TOOLS.join("glue");
    let built = Command::new(env!("CARGO_BIN_EXE_clause-explorer"))
        .args(["build", "--out"])
        .arg(folder.join("dist"))
        .current_dir(root())
        .output()
        .expect("the command line can be run");
    succeeds(&built, "build");
    let mut bindgen = wasm_bindgen_cli_support::Bindgen::new();
    bindgen
        .input_path(root().join("target/clause-explorer/split/main.wasm"))
        .out_name("written")
        .typescript(true);
    // As in the build: without it, the glue does not know where its wasm is.
    bindgen.omit_default_module_path(false);
    bindgen
        .web(true)
        .and_then(|bindgen| bindgen.generate(&folder))
        .expect("wasm-bindgen writes the types");
    let config = serde_json::json!({
        "extends": source().join("tsconfig.json"),
        "include": ["glue.ts"],
        "exclude": [],
        "compilerOptions": { "paths": {
            "described": [root().join("www/element/glue.d.ts")],
            "written": ["./written.d.ts"],
        } },
    });
    fs::write(folder.join("tsconfig.json"), config.to_string()).expect("a file can be written");
    fs::copy(source().join("glue.ts"), folder.join("glue.ts")).expect("a file can be copied");
    check_types(&folder.join("tsconfig.json"))
        .expect("www/element/glue.d.ts describes what wasm-bindgen writes");
}

#[test]
fn the_types_and_the_manifest_are_those_of_the_class() {
    let out = TOOLS.join("generated");
    fs::create_dir_all(&out).expect("a folder can be made");
    let output = Command::new("node")
        .arg("generate.mjs")
        .arg(root().join("www"))
        .arg(&out)
        .current_dir(&*TOOLS)
        .output()
        .expect("node can be run: install Node.js 20 or later");
    succeeds(&output, "generate.mjs");
    let overwrites = std::env::var("SNAPSHOTS").is_ok_and(|value| value == "overwrite");
    for name in GENERATED {
        let checked_in = root().join("www/package").join(name);
        let new = fs::read_to_string(out.join(name)).expect(name);
        if overwrites {
            fs::write(&checked_in, &new).expect(name);
        }
        let old = fs::read_to_string(&checked_in).expect(name);
        let first = old.lines().zip(new.lines()).find(|(old, new)| old != new);
        assert!(
            old == new,
            "expected www/package/{name} as generated from www/element/, found another text; \
             run this test with SNAPSHOTS=overwrite. First difference: {first:?}"
        );
    }
}

/// Else the studio would give a facet an id that the compiler refuses.
#[test]
fn the_studio_avoids_the_reserved_keys() {
    let script = fs::read_to_string(root().join("www/studio/facet-files.js")).expect("the script");
    let keys = plan::RESERVED_KEYS.map(|key| format!("\"{key}\""));
    assert!(script.contains(&format!("[{}]", keys.join(", "))));
}

/// Runs TypeScript with a configuration; fails with its messages.
fn check_types(config: &Path) -> Result<(), String> {
    let output = Command::new("node")
        .args(["../node_modules/typescript/bin/tsc", "--project"])
        .arg(config)
        .args(["--typeRoots", "../node_modules/@types"])
        .current_dir(&*TOOLS)
        .output()
        .expect("node can be run: install Node.js 20 or later");
    if output.status.success() {
        return Ok(());
    }
    Err(String::from_utf8_lossy(&output.stdout).into_owned())
}

#[track_caller]
fn succeeds(output: &Output, what: &str) {
    assert!(
        output.status.success(),
        "{what} must succeed:\n{}{}",
        String::from_utf8_lossy(&output.stdout),
        String::from_utf8_lossy(&output.stderr)
    );
}

fn source() -> PathBuf {
    root().join("tests/types")
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}
