//! The libraries of the studio in `www/vendor/`: bundled from the packages of npm, so that a build needs no bundler.
//!
//! `SNAPSHOTS=overwrite` writes them.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

#[path = "npm/mod.rs"]
mod npm;

const FILES: [&str; 3] = ["codemirror.js", "smol-toml.js", "licences.txt"];

#[test]
fn vendored_libraries_are_those_of_the_packages() {
    let new = bundled();
    let vendor = root().join("www/vendor");
    let overwrites = std::env::var("SNAPSHOTS").is_ok_and(|value| value == "overwrite");
    for name in FILES {
        let bundled = fs::read_to_string(new.join(name)).expect(name);
        if overwrites {
            fs::write(vendor.join(name), &bundled).expect(name);
        }
        let checked_in = fs::read_to_string(vendor.join(name)).expect(name);
        assert!(
            checked_in == bundled,
            "expected www/vendor/{name} as bundled from the packages of tests/package-lock.json, found another text; \
             run this test with SNAPSHOTS=overwrite"
        );
    }
}

/// Bundles the libraries, and returns the folder with the results.
fn bundled() -> PathBuf {
    // Among the packages, where Node.js finds them.
    let folder = npm::workspace().join("editor");
    let out = folder.join("out");
    fs::create_dir_all(&out).expect("a folder can be made");
    for file in fs::read_dir(root().join("tests/editor")).expect("tests/editor can be read") {
        let file = file.expect("tests/editor can be read");
        fs::copy(file.path(), folder.join(file.file_name())).expect("a file can be copied");
    }
    let output = Command::new("node")
        .arg("bundle.mjs")
        .arg(&out)
        .current_dir(&folder)
        .output()
        .expect("node can be run: install Node.js 20 or later");
    assert!(
        output.status.success(),
        "bundle.mjs must succeed:\n{}",
        String::from_utf8_lossy(&output.stderr)
    );
    out
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}
