//! `npx clause-explorer`: the same commands in Node.js, from a packed package in a folder without sources and network.

mod serve;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::sync::LazyLock;

use walkdir::WalkDir;

use super::{DIST, broken_content, path, root, run_in, text};

/// A folder in which the packed package is installed, without the network and without scripts.
static INSTALLED: LazyLock<PathBuf> = LazyLock::new(|| {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("npx");
    fs::remove_dir_all(&folder).ok();
    fs::create_dir_all(&folder).expect("a folder can be made");
    let npm = |arguments: &[&str]| {
        let output = Command::new("npm")
            .args(arguments)
            .current_dir(&folder)
            .output()
            .expect("npm can be run: install Node.js 20 or later, which includes it");
        assert!(output.status.success(), "{}", text(&output.stderr));
        text(&output.stdout)
    };
    let packed = npm(&["pack", "--silent", path(&DIST)]);
    fs::write(folder.join("package.json"), "{}").expect("a file can be written");
    let packed = format!("./{}", packed.trim());
    npm(&[
        "install",
        "--offline",
        "--ignore-scripts",
        "--no-audit",
        "--no-fund",
        &packed,
    ]);
    folder
});

#[test]
fn every_document_gives_the_same_output() {
    let documents = fs::read_dir(root().join("tests/content")).expect("the test documents");
    let documents = documents.flatten().map(|document| document.path());
    let mut compared = 0;
    for document in documents.chain([root().join("content")]) {
        let both = Both::new(|folder| copy(&document, &folder.join("plan")));
        for arguments in [
            &["check", "--content", "plan"][..],
            &["check", "--content", "plan", "--format", "json"],
            &["data", "--content", "plan", "--out", "data"],
            &["snippet", "--content", "plan", "--form", "static"],
        ] {
            let output = both.agree(arguments);
            assert!(output.status.success(), "{}", text(&output.stderr));
        }
        compared += 1;
    }
    assert!(compared > 8, "{compared} documents");
}

#[test]
fn a_build_writes_the_same_bytes() {
    let both = Both::new(|folder| {
        copy(&root().join("tests/content/treaty"), &folder.join("plan"));
    });
    let build = ["build", "--content", "plan", "--out", "site"];
    let output = both.agree(&build);
    assert!(output.status.success(), "{}", text(&output.stderr));
    assert!(
        both.native
            .path()
            .join("site/compiler_bg.wasm.br")
            .is_file()
    );
    // Again, with all files there.
    both.agree(&build);
}

#[test]
fn imports_and_new_folders_are_the_same() {
    let both = Both::new(|folder| {
        for (name, bytes) in [
            (
                "statement.md",
                &b"# Statement\n\n## Article 1\n\n(1) We meet.\n\n(3) We part.\n"[..],
            ),
            (
                "page.html",
                b"<!DOCTYPE html><h1>Page</h1><p>One.</p><p>Two.</p>",
            ),
            ("plan.pdf", b"%PDF-1.7"),
            ("plan.docx", b"PK\x03\x04 and no more"),
            ("empty.md", b""),
        ] {
            fs::write(folder.join(name), bytes).expect("a file can be written");
        }
    });
    for (arguments, status) in [
        (
            &["import", "statement.md", "--out", "one", "--lang", "en"][..],
            0,
        ),
        (&["import", "statement.md", "--out", "one"], 2),
        (&["import", "page.html", "--out", "two"], 0),
        (&["import", "plan.pdf", "--out", "three"], 2),
        (&["import", "plan.docx", "--out", "three"], 2),
        (&["import", "empty.md", "--out", "three"], 2),
        (&["import", "no.md", "--out", "three"], 2),
        (&["import", "one", "--out", "three"], 2),
        (&["new", "harbour"], 0),
        (&["new", "harbour"], 2),
        (&["new", "plan.pdf"], 2),
        (&["new", "plan.pdf/below"], 2),
        (&["check", "--content", "harbour"], 0),
    ] {
        let output = both.agree(arguments);
        assert_eq!(output.status.code(), Some(status), "{arguments:?}");
    }
}

#[test]
fn broken_content_and_wrong_usage_are_the_same() {
    let both = Both::new(|folder| {
        copy(broken_content().path(), &folder.join("broken"));
        copy(&root().join("tests/content/small"), &folder.join("bytes"));
        fs::write(folder.join("bytes/plan.zh.md"), b"# \xff").expect("a file can be written");
        copy(
            &root().join("tests/content/small"),
            &folder.join("showcase"),
        );
        fs::write(folder.join("showcase/showcase.html"), "bare").expect("a file can be written");
        fs::create_dir(folder.join("empty")).expect("a folder can be made");
        fs::create_dir(folder.join("other")).expect("a folder can be made");
        fs::write(folder.join("other/file"), "").expect("a file can be written");
    });
    for (arguments, status) in [
        (&["check", "--content", "broken"][..], 1),
        (&["check", "--content", "broken", "--format", "json"], 1),
        (&["data", "--content", "broken", "--out", "out"], 1),
        (&["build", "--content", "broken", "--out", "out"], 1),
        (&["check", "--content", "bytes"], 1),
        (&["check", "--content", "empty"], 1),
        (&["build", "--content", "showcase", "--out", "out"], 1),
        (&["build", "--content", "broken", "--out", "other"], 2),
        (&["data", "--content", "showcase", "--out", "other/file"], 2),
        (&["check", "--content", "no/such/folder"], 2),
        (&["check", "--content", "other/file"], 2),
        (&["check", "--content", "no", "--format", "json"], 2),
        (&["serve", "--port", "0", "--content", "no/such/folder"], 2),
        (
            &[
                "snippet",
                "--content",
                "showcase",
                "--view",
                "sektor=x&sector=y&lang=fr",
            ],
            2,
        ),
        (&["new"], 2),
        (&["chekc"], 2),
        (&["check", "--format", "xml"], 2),
        (&["snippet", "--form", "paper"], 2),
        (&["serve", "--port", "x"], 2),
        (&["--help"], 0),
        (&["--version"], 0),
        (&["help", "build"], 0),
        (&["import", "--help"], 0),
    ] {
        let output = both.agree(arguments);
        assert_eq!(output.status.code(), Some(status), "{arguments:?}");
    }
}

#[test]
fn a_port_that_is_taken_is_wrong_usage() {
    let taken = std::net::TcpListener::bind("127.0.0.1:0").expect("a free port");
    let port = taken
        .local_addr()
        .expect("a bound socket")
        .port()
        .to_string();
    let arguments = ["serve", "--content", "x", "--port", &port];
    let both = Both::new(|folder| copy(&root().join("tests/content/small"), &folder.join("x")));
    let output = both.agree(&arguments);
    assert_eq!(output.status.code(), Some(2), "{}", text(&output.stderr));
}

/// Two folders with the same files: the native program works in one, Node.js in the other.
struct Both {
    native: tempfile::TempDir,
    node: tempfile::TempDir,
}

impl Both {
    fn new(fill: impl Fn(&Path)) -> Self {
        let [native, node] = [(); 2].map(|()| tempfile::tempdir().expect("a temporary folder"));
        fill(native.path());
        fill(node.path());
        Self { native, node }
    }

    /// Runs a command in both folders: output, status and all files must be equal. Returns the native output.
    #[track_caller]
    fn agree(&self, arguments: &[&str]) -> Output {
        let native = run_in(self.native.path(), arguments);
        let node = command(arguments)
            .current_dir(self.node.path())
            .output()
            .expect("node can be run: install Node.js 20 or later");
        let said = |output: &Output| {
            let [out, err] = [&output.stdout, &output.stderr].map(|bytes| without_times(bytes));
            (output.status.code(), out, err)
        };
        assert_eq!(said(&node), said(&native), "{arguments:?}");
        let [native_files, node_files] = [&self.native, &self.node].map(|it| files(it.path()));
        let names = |files: &BTreeMap<PathBuf, Vec<u8>>| files.keys().cloned().collect::<Vec<_>>();
        assert_eq!(names(&node_files), names(&native_files), "{arguments:?}");
        for (name, bytes) in &native_files {
            assert!(node_files[name] == *bytes, "{} differs", name.display());
        }
        native
    }
}

/// The installed command, as `npx` starts it.
fn command(arguments: &[&str]) -> Command {
    let mut command = Command::new(INSTALLED.join("node_modules/.bin/clause-explorer"));
    command.args(arguments).stdin(Stdio::null());
    command
}

/// Returns a text with each number of seconds, such as `in 1.2 s`, as `in _ s`.
fn without_times(bytes: &[u8]) -> String {
    let text = text(bytes);
    let words = text.split(' ').collect::<Vec<_>>();
    let is_time = |nth: usize| {
        nth > 0
            && words[nth - 1] == "in"
            && words.get(nth + 1).is_some_and(|next| next.starts_with('s'))
    };
    let words = words.iter().enumerate();
    let words = words.map(|(nth, word)| if is_time(nth) { "_" } else { word });
    words.collect::<Vec<_>>().join(" ")
}

/// Copies a document. Those of the tests have the words of the widget from the small plan.
fn copy(from: &Path, to: &Path) {
    for (name, bytes) in files(from) {
        let to = to.join(name);
        fs::create_dir_all(to.parent().expect("a folder")).expect("a folder can be made");
        fs::write(to, bytes).expect("a file can be written");
    }
}

/// All files below a folder.
fn files(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let entries = WalkDir::new(folder).into_iter().flatten();
    let entries = entries.filter(|entry| entry.file_type().is_file());
    let below = |path: &Path| {
        path.strip_prefix(folder)
            .expect("below the folder")
            .to_owned()
    };
    entries
        .map(|entry| {
            (
                below(entry.path()),
                fs::read(entry.path()).expect("it can be read"),
            )
        })
        .collect()
}
