//! The packages from npm that the tests use (`tests/package.json`), installed once below `target/`.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::LazyLock;

/// Returns a copy of the npm workspace `tests/` with all packages installed, of which
/// `node_modules/` is a part. Installs them if the lock file has changed.
pub(crate) fn workspace() -> &'static Path {
    static WORKSPACE: LazyLock<PathBuf> = LazyLock::new(|| {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("npm");
        let wanted = lock(&sources());
        // Another test program may install at the same time; the first to finish wins.
        if lock(&folder) != wanted {
            let new = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).expect("a new folder");
            install(new.path());
            // A folder that another program has finished meanwhile is in use.
            if lock(&folder) != wanted {
                fs::remove_dir_all(&folder).ok();
                let moved = fs::rename(new.keep(), &folder);
                assert!(moved.is_ok() || lock(&folder) == wanted, "{moved:?}");
            }
        }
        folder
    });
    &WORKSPACE
}

/// Returns the workspace as it is in the repository.
pub(crate) fn sources() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests")
}

fn lock(folder: &Path) -> Option<Vec<u8>> {
    fs::read(folder.join("package-lock.json")).ok()
}

fn install(folder: &Path) {
    let hosts = fs::read_dir(sources().join("hosts")).expect("tests/hosts can be read");
    let hosts = hosts.map(|host| host.expect("tests/hosts can be read").file_name());
    let hosts = hosts.map(|host| Path::new("hosts").join(host));
    let manifests = hosts.map(|host| host.join("package.json"));
    let root = ["package.json", "package-lock.json", ".npmrc"].map(PathBuf::from);
    for file in root.into_iter().chain(manifests) {
        let (from, to) = (sources().join(&file), folder.join(&file));
        if from.is_file() {
            let parent = to.parent().expect("a file is in a folder");
            fs::create_dir_all(parent).expect("a folder can be made");
            fs::copy(from, to).expect("a file can be copied");
        }
    }
    let options = [
        "--ignore-scripts",
        "--prefer-offline",
        "--no-audit",
        "--no-fund",
    ];
    let output = Command::new("npm")
        .arg("ci")
        .args(options)
        .current_dir(folder)
        .output()
        .expect("npm can be run: install Node.js 20 or later, which includes it");
    assert!(
        output.status.success(),
        "`npm ci` must succeed in tests/:\n{}",
        String::from_utf8_lossy(&output.stderr)
    );
}
