//! Runs every target on its corpus and on mutations of it.

use std::collections::BTreeSet;
use std::panic::catch_unwind;
use std::path::{Path, PathBuf};
use std::{env, fs};

use crate::mutation::Mutations;
use crate::{TARGETS, codec, content, packed, plan_json, quote, search};

#[test]
fn codec_survives_any_text() {
    run("codec", codec, 400);
}

#[test]
fn content_survives_any_text() {
    run("content", content, 200);
}

#[test]
fn packed_survives_any_bytes() {
    run("packed", packed, 2000);
}

#[test]
fn plan_json_survives_any_bytes() {
    run("plan_json", plan_json, 2000);
}

#[test]
fn quote_survives_any_text() {
    run("quote", quote, 40);
}

#[test]
fn search_survives_any_text() {
    run("search", search, 100);
}

#[test]
fn every_target_runs_under_libfuzzer() {
    let names = |folder: &str, ending: &str| -> BTreeSet<String> {
        let paths = below(folder).into_iter();
        let names = paths.filter_map(|path| path.file_name()?.to_str().map(str::to_owned));
        names
            .filter_map(|name| name.strip_suffix(ending).map(str::to_owned))
            .collect()
    };
    let targets = TARGETS.map(|(name, _)| name.to_owned()).into();
    assert_eq!(names("libfuzzer", ".rs"), targets);
    assert_eq!(names("corpus", ""), targets);
}

/// Runs a target on its corpus, and then on as many mutations of it. The variable `FUZZ_INPUTS`
/// asks for another number.
fn run(name: &str, target: fn(&[u8]), mutations: usize) {
    let files = below(&format!("corpus/{name}"));
    let read = |path: &PathBuf| fs::read(path).expect("a file of the corpus can be read");
    let corpus: Vec<Vec<u8>> = files.iter().map(read).collect();
    for (path, input) in files.iter().zip(&corpus) {
        check(target, input, &path.display().to_string());
    }
    let asked = env::var("FUZZ_INPUTS").ok();
    let asked = asked.map(|number| number.parse().expect("FUZZ_INPUTS is a number"));
    for (nth, input) in Mutations::of(corpus)
        .take(asked.unwrap_or(mutations))
        .enumerate()
    {
        check(target, &input, &format!("mutation {nth}"));
    }
}

fn check(target: fn(&[u8]), input: &[u8], name: &str) {
    if catch_unwind(|| target(input)).is_err() {
        let saved = env::temp_dir().join("fuzz-input");
        fs::write(&saved, input).expect("the input can be saved");
        panic!(
            "{name} broke a promise (see above); it is saved as {}; put it into the corpus",
            saved.display()
        );
    }
}

/// Returns the paths in a folder of this member, sorted.
fn below(folder: &str) -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let entries =
        fs::read_dir(&folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let mut paths: Vec<PathBuf> = entries
        .map(|entry| entry.expect("a readable entry").path())
        .collect();
    paths.sort();
    paths
}
