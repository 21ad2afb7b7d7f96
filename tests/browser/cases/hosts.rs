//! The npm package in pages of others: each bundler builds a page of `tests/hosts/` with the packed
//! `dist/`.
//!
//! The package is not among the hosts' dependencies, because a lock file would then hold the hash
//! of every build. It is unpacked beside the installed packages.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::{LazyLock, Mutex, PoisonError};

use serde_json::json;

use super::{DIST, wait_for_count};
use crate::npm;
use crate::runner::{Result, Test, is_interrupted};
use crate::site::Site;

cases! {
    anywhere: [
        package_works_in_vite_with_react,
        package_works_in_vite_with_vue,
        package_works_in_webpack,
        package_works_in_esbuild,
        package_works_in_next,
    ],
    files: [
        package_is_typed_and_well_formed,
    ],
}

static VITE_REACT: Host = LazyLock::new(|| build("vite-react"));
static VITE_VUE: Host = LazyLock::new(|| build("vite-vue"));
static WEBPACK: Host = LazyLock::new(|| build("webpack"));
static ESBUILD: Host = LazyLock::new(|| build("esbuild"));
static NEXT: Host = LazyLock::new(|| build("next"));

/// The folder of a host that has been built, once.
type Host = LazyLock<PathBuf>;

/// Builds the host of a case, so that this does not count as the case's own time.
pub(super) fn prepare(case: &str) {
    let host: &Host = match case {
        "package_works_in_vite_with_react" => &VITE_REACT,
        "package_works_in_vite_with_vue" => &VITE_VUE,
        "package_works_in_webpack" => &WEBPACK,
        "package_works_in_esbuild" => &ESBUILD,
        "package_works_in_next" => &NEXT,
        _ => return,
    };
    LazyLock::force(host);
}

async fn package_works_in_vite_with_react(t: &mut Test) -> Result {
    check_host(t, &VITE_REACT).await
}

async fn package_works_in_vite_with_vue(t: &mut Test) -> Result {
    check_host(t, &VITE_VUE).await
}

async fn package_works_in_webpack(t: &mut Test) -> Result {
    check_host(t, &WEBPACK).await
}

async fn package_works_in_esbuild(t: &mut Test) -> Result {
    check_host(t, &ESBUILD).await
}

async fn package_works_in_next(t: &mut Test) -> Result {
    let page = fs::read_to_string(NEXT.join("out/index.html"))?;
    assert!(
        page.contains(
            "<clause-explorer lang=\"en\" view=\"sector=finance\">The plan</clause-explorer>"
        ),
        "the server imported the package and rendered the tag"
    );
    check_host(t, &NEXT).await
}

/// The types compile with the frameworks they serve, and publint and attw accept the package. They
/// also compile in a folder without any framework, whose types could hide a missing one of ours.
fn package_is_typed_and_well_formed() {
    build("types");
    let alone = Path::new(env!("CARGO_TARGET_TMPDIR")).join("types-alone");
    fs::remove_dir_all(&alone).ok();
    copy(&npm::sources().join("hosts/types-alone"), &alone);
    unpack(&PACKAGE, &alone);
    let compiler = npm::workspace().join("node_modules/typescript/bin/tsc");
    run("node", &[text(&compiler)], &alone);
}

/// The page filters, and hears of changes by the reader and by itself.
async fn check_host(t: &mut Test, host: &Path) -> Result {
    let site = t.site(Site::builder().folder(host.join("out")));
    t.page.open(&site.url("/")).await?;
    wait_for_count(t, 3).await?;
    t.page.click(".open-facets").await?;
    t.page.click("[value=tourism]").await?;
    wait_for_count(t, 6).await?;
    t.page
        .wait_until(
            "the page hears of the reader's change",
            "document.querySelector('#heard').textContent === '6 sector=finance&sector=tourism'",
        )
        .await?;
    let () = t
        .page
        .js("document.querySelector('#set').click();", json!([]))
        .await?;
    wait_for_count(t, 3).await?;
    t.page
        .wait_until(
            "the page hears of its own change",
            "document.querySelector('#heard').textContent === '3 sector=tourism'",
        )
        .await?;
    let requests = site.requests();
    // The engine, its second part, and three languages, each once.
    let wasm = requests.iter().filter(|path| path.ends_with(".wasm"));
    assert_eq!(wasm.count(), 5, "{requests:?}");
    Ok(())
}

/// The packed `dist/`, as a file that npm would publish.
static PACKAGE: LazyLock<PathBuf> = LazyLock::new(|| {
    let workspace = npm::workspace();
    run(
        "npm",
        &["pack", "--pack-destination", text(workspace)],
        &DIST,
    );
    let name = format!("clause-explorer-{}.tgz", env!("CARGO_PKG_VERSION"));
    let package = workspace.join("clause-explorer.tgz");
    fs::rename(workspace.join(name), &package).expect("npm has packed the package");
    unpack(&package, workspace);
    package
});

/// Puts the package among the installed packages of a folder.
fn unpack(package: &Path, folder: &Path) {
    let to = folder.join("node_modules/clause-explorer");
    fs::remove_dir_all(&to).ok();
    fs::create_dir_all(&to).expect("a folder can be made");
    run("tar", &["-xzf", text(package), "--strip-components=1"], &to);
}

/// Builds a host in the workspace. Hosts wait for each other, to leave the browsers a processor.
fn build(name: &str) -> PathBuf {
    static ONE_AT_A_TIME: Mutex<()> = Mutex::new(());
    let _turn = ONE_AT_A_TIME.lock().unwrap_or_else(PoisonError::into_inner);
    assert!(!is_interrupted(), "interrupted");
    LazyLock::force(&PACKAGE);
    let host = Path::new("hosts").join(name);
    let [source, host] = [npm::sources(), npm::workspace().to_owned()].map(|all| all.join(&host));
    copy(&source, &host);
    fs::remove_dir_all(host.join("out")).ok();
    run("npm", &["run", "build"], &host);
    host
}

fn run(program: &str, arguments: &[&str], folder: &Path) {
    let output = Command::new(program)
        .args(arguments)
        .current_dir(folder)
        .env("NEXT_TELEMETRY_DISABLED", "1")
        .output()
        .unwrap_or_else(|error| panic!("{program} cannot be run: {error}"));
    assert!(
        output.status.success(),
        "{program} {} must succeed in {}:\n{}{}",
        arguments.join(" "),
        folder.display(),
        String::from_utf8_lossy(&output.stdout),
        String::from_utf8_lossy(&output.stderr)
    );
}

/// Copies the sources of a host, without what npm and its build have written there.
fn copy(from: &Path, to: &Path) {
    let is_source = |entry: &walkdir::DirEntry| {
        let written = ["node_modules", "out", ".next"];
        entry.depth() != 1 || !written.iter().any(|name| entry.file_name() == *name)
    };
    let entries = walkdir::WalkDir::new(from)
        .into_iter()
        .filter_entry(is_source);
    for entry in entries {
        let entry = entry.expect("the host's sources can be read");
        let to = to.join(entry.path().strip_prefix(from).expect("below the host"));
        if entry.file_type().is_dir() {
            fs::create_dir_all(to).expect("a folder can be made");
        } else {
            fs::copy(entry.path(), to).expect("a file can be copied");
        }
    }
}

fn text(path: &Path) -> &str {
    path.to_str().expect("paths of tests are UTF-8")
}
