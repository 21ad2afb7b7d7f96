//! The folders of the project, and the content folder that a command uses.

use std::collections::BTreeMap;
use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};

use commands::Failure;
use walkdir::WalkDir;

/// The checkout from which this binary was built. It contains the engine's sources and `www/`.
#[derive(Clone, Debug)]
pub(super) struct Project {
    root: PathBuf,
}

impl Project {
    /// Returns the checkout, if it still exists. `cargo run` passes its path; a binary that is
    /// started by hand uses the path where it was built.
    pub(super) fn find() -> Option<Self> {
        let root = Self::expected_root();
        let has_sources = root.join("src/widget/Cargo.toml").is_file();
        has_sources.then_some(Self { root })
    }

    /// Returns the checkout, for commands that need it.
    pub(super) fn require() -> Result<Self, Failure> {
        Self::find().ok_or_else(|| {
            Failure::Usage(format!(
                "expected the project's sources in {}, found none; run `cargo run` in a checkout, or make \
                 the explorer without Rust: by studio.html or by npx, which README.md describes",
                Self::expected_root().display()
            ))
        })
    }

    fn expected_root() -> PathBuf {
        std::env::var_os("CARGO_MANIFEST_DIR")
            .map_or_else(|| env!("CARGO_MANIFEST_DIR").into(), PathBuf::from)
    }

    /// Returns the checkout whose folders a command uses by default. A binary that is started by hand
    /// beside a content folder works on that folder, even if its checkout still exists.
    pub(super) fn of_defaults() -> Option<Self> {
        let is_by_hand = std::env::var_os("CARGO_MANIFEST_DIR").is_none();
        let is_beside_content = Path::new("content/plan.toml").is_file();
        Self::find().filter(|_| !(is_by_hand && is_beside_content))
    }

    pub(super) fn root(&self) -> &Path {
        &self.root
    }

    pub(super) fn content(&self) -> PathBuf {
        self.below("content")
    }

    pub(super) fn www(&self) -> PathBuf {
        self.root.join("www")
    }

    pub(super) fn sources(&self) -> PathBuf {
        self.root.join("src")
    }

    pub(super) fn dist(&self) -> PathBuf {
        self.below("dist")
    }

    /// Returns the folder that `serve` writes to: `dist/` for the project's own content. Another
    /// content folder has one of its own, so that it does not replace the project's site.
    pub(super) fn served(&self, content: &Path) -> PathBuf {
        let [served, own] = [content, &self.content()].map(|folder| folder.canonicalize().ok());
        let Some(served) = served.filter(|served| Some(served) != own.as_ref()) else {
            return self.dist();
        };
        let mut hasher = DefaultHasher::new();
        served.hash(&mut hasher);
        self.target()
            .join("clause-explorer")
            .join(format!("served-{:x}", hasher.finish()))
    }

    pub(super) fn target(&self) -> PathBuf {
        self.root.join("target")
    }

    /// Returns the text files of `www/` by their paths in this folder.
    pub(super) fn www_files(&self) -> Result<BTreeMap<String, String>, Failure> {
        let www = self.www();
        let failure = |path: &Path, error: &dyn std::fmt::Display| {
            Failure::build(&format!("read {}", path.display()), error)
        };
        let mut files = BTreeMap::new();
        for entry in WalkDir::new(&www) {
            let entry = entry.map_err(|error| failure(&www, &error))?;
            let path = entry.path();
            // Only the README uses pictures.
            let is_picture = path.extension().is_some_and(|ending| ending == "png");
            if entry.file_type().is_file() && !is_picture {
                let text = fs::read_to_string(path).map_err(|error| failure(path, &error))?;
                let below = path.strip_prefix(&www).unwrap_or(path).iter();
                let parts: Vec<_> = below.map(|part| part.to_string_lossy()).collect();
                files.insert(parts.join("/"), text);
            }
        }
        Ok(files)
    }

    /// Returns a path in the root. It is relative if the command runs in the root, so messages are
    /// short.
    fn below(&self, name: &str) -> PathBuf {
        let is_here = std::env::current_dir().is_ok_and(|here| here == self.root);
        if is_here {
            PathBuf::from(name)
        } else {
            self.root.join(name)
        }
    }
}
