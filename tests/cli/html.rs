//! The pages are valid HTML, by the Nu checker from npm.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use super::{DIST, npm, text};

/// The text of each language is checked in a page of its own, as it is used inside an element.
#[test]
fn pages_are_valid_html() {
    let checker = Path::new(env!("CARGO_TARGET_TMPDIR")).join("html");
    fs::create_dir_all(&checker).expect("a folder for the checker");
    let jar = npm::workspace().join("node_modules/vnu-jar/build/dist/vnu.jar");
    let mut pages: Vec<PathBuf> = [
        "index.html",
        "embed.html",
        "guide.html",
        "studio.html",
        "clause-explorer.html",
    ]
    .map(|name| DIST.join(name))
    .to_vec();
    for language in ["zh", "en", "es", "pt"] {
        let name = format!("plan.{language}.html");
        let fragment = fs::read_to_string(DIST.join(&name)).expect(&name);
        let page = format!(
            "<!DOCTYPE html><html lang=\"{language}\"><head><title>t</title></head><body>\n<h1>t</h1>\n\
             <clause-explorer>\n{fragment}</clause-explorer></body></html>"
        );
        let path = checker.join(name);
        fs::write(&path, page).expect("a page can be written");
        pages.push(path);
    }
    let check = |pages: &[PathBuf]| {
        let mut java = Command::new("java");
        java.arg("-jar").arg(&jar).arg("--errors-only").args(pages);
        java.output()
            .expect("java can be run: install default-jre-headless")
    };
    let found = check(&pages);
    assert!(found.status.success(), "{}", text(&found.stderr));
    // The checker reports faults.
    let wrong = checker.join("wrong.html");
    fs::write(
        &wrong,
        "<!DOCTYPE html><title>t</title><p id=\"a\"><p id=\"a\">",
    )
    .expect("a page can be written");
    assert!(!check(&[wrong]).status.success());
}
