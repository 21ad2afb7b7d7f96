//! The npm package in pages of others: each bundler builds a page in `tests/hosts/` from npm and the packed `dist/`.
//!
//! The package is none of their dependencies, since a lock file would then hold the hash of every build: it is
//! installed beside them.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::LazyLock;

use serde_json::json;

use super::{DIST, wait_for_count};
use crate::runner::{Result, Test};
use crate::site::Site;

cases![
    the_package_works_in_vite_with_react,
    the_package_works_in_vite_with_vue,
    the_package_works_in_webpack,
    the_package_works_in_esbuild,
    the_package_works_in_next,
    the_package_is_typed_and_well_formed,
];

static VITE_REACT: Host = LazyLock::new(|| build("vite-react"));
static VITE_VUE: Host = LazyLock::new(|| build("vite-vue"));
static WEBPACK: Host = LazyLock::new(|| build("webpack"));
static ESBUILD: Host = LazyLock::new(|| build("esbuild"));
static NEXT: Host = LazyLock::new(|| build("next"));
static TYPES: Host = LazyLock::new(|| build("types"));
static TYPES_ALONE: Host = LazyLock::new(|| build("types-alone"));

/// The folder of a host that has been built, once.
type Host = LazyLock<PathBuf>;

/// Builds what a case needs, so that it does not count as the case's own time.
pub(super) fn prepare(case: &str) {
    let hosts: &[&Host] = match case {
        "the_package_works_in_vite_with_react" => &[&VITE_REACT],
        "the_package_works_in_vite_with_vue" => &[&VITE_VUE],
        "the_package_works_in_webpack" => &[&WEBPACK],
        "the_package_works_in_esbuild" => &[&ESBUILD],
        "the_package_works_in_next" => &[&NEXT],
        "the_package_is_typed_and_well_formed" => &[&TYPES, &TYPES_ALONE],
        _ => &[],
    };
    for host in hosts {
        LazyLock::force(host);
    }
}

async fn the_package_works_in_vite_with_react(t: &mut Test) -> Result {
    works(t, &VITE_REACT).await
}

async fn the_package_works_in_vite_with_vue(t: &mut Test) -> Result {
    works(t, &VITE_VUE).await
}

async fn the_package_works_in_webpack(t: &mut Test) -> Result {
    works(t, &WEBPACK).await
}

async fn the_package_works_in_esbuild(t: &mut Test) -> Result {
    works(t, &ESBUILD).await
}

async fn the_package_works_in_next(t: &mut Test) -> Result {
    let page = fs::read_to_string(NEXT.join("out/index.html"))?;
    assert!(
        page.contains(
            "<clause-explorer lang=\"en\" view=\"sector=finance\">The plan</clause-explorer>"
        ),
        "the server rendered the tag, having imported the package"
    );
    works(t, &NEXT).await
}

/// The types compile, with and without the frameworks they serve, and neither publint nor attw finds anything.
async fn the_package_is_typed_and_well_formed(_: &mut Test) -> Result {
    for host in [&TYPES, &TYPES_ALONE] {
        assert!(
            host.join("node_modules/clause-explorer/clause-explorer.d.ts")
                .is_file()
        );
    }
    Ok(())
}

/// The page filters and hears of it, by the reader's hand and by the host's.
async fn works(t: &mut Test, host: &Path) -> Result {
    let site = t.site(Site::builder().folder(host.join("out")));
    t.page.open(&site.url("/")).await?;
    wait_for_count(t, 3).await?;
    t.page.click("[value=tourism]").await?;
    wait_for_count(t, 6).await?;
    t.page
        .wait_until(
            "the page has heard of it",
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
            "and of what it did itself",
            "document.querySelector('#heard').textContent === '3 sector=tourism'",
        )
        .await?;
    let requests = site.requests();
    let wasm = requests.iter().filter(|path| path.ends_with(".wasm"));
    assert_eq!(wasm.count(), 1, "{requests:?}");
    Ok(())
}

/// The packed `dist/`, in the folder of the hosts.
static PACKAGE: LazyLock<PathBuf> = LazyLock::new(|| {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("hosts");
    fs::create_dir_all(&folder).expect("a folder can be made");
    npm(&DIST, &["pack", "--pack-destination", text(&folder)]);
    let name = format!("clause-explorer-{}.tgz", env!("CARGO_PKG_VERSION"));
    let package = folder.join("clause-explorer.tgz");
    fs::rename(folder.join(name), &package).expect("npm has packed the package");
    package
});

/// Builds a host in a folder of its own. What is installed there stays as long as its lock file does.
fn build(name: &str) -> PathBuf {
    let package = text(&PACKAGE);
    let source = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/hosts")
        .join(name);
    let host = PACKAGE.with_file_name(name);
    let lock = |folder: &Path| fs::read(folder.join("package-lock.json")).ok();
    let is_installed =
        lock(&host) == lock(&source) && host.join("node_modules/.installed").is_file();
    copy(&source, &host);
    let quiet = ["--prefer-offline", "--no-audit", "--no-fund"];
    if !is_installed {
        npm(&host, &[&["ci"][..], &quiet].concat());
        fs::write(host.join("node_modules/.installed"), "").expect("a note can be written");
    }
    for old in ["node_modules/clause-explorer", "out"] {
        fs::remove_dir_all(host.join(old)).ok();
    }
    let install = ["install", "--no-save", "--no-package-lock", package];
    npm(&host, &[&install[..], &quiet].concat());
    npm(&host, &["run", "build"]);
    host
}

pub(super) fn npm(folder: &Path, arguments: &[&str]) {
    let output = Command::new("npm")
        .args(arguments)
        .current_dir(folder)
        .env("NEXT_TELEMETRY_DISABLED", "1")
        .output()
        .expect("npm can be run: install Node.js 20 or later, which brings it along");
    assert!(
        output.status.success(),
        "npm {} must succeed in {}:\n{}{}",
        arguments.join(" "),
        folder.display(),
        String::from_utf8_lossy(&output.stdout),
        String::from_utf8_lossy(&output.stderr)
    );
}

fn copy(from: &Path, to: &Path) {
    let is_source = |entry: &walkdir::DirEntry| {
        entry.depth() != 1
            || !["node_modules", "out", ".next"]
                .iter()
                .any(|name| entry.file_name() == *name)
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
