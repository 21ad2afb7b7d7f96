//! Where the project's files are.

use std::path::{Path, PathBuf};

use clause_explorer::compile::{Compiled, Content, Source, compile};

use super::failure::Failure;

/// The project that this binary was built from: it builds the widget from its sources.
#[derive(Clone, Debug)]
pub(super) struct Project {
    root: PathBuf,
}

impl Project {
    pub(super) fn of_this_binary() -> Result<Self, Failure> {
        // `cargo run` says where it runs; started by hand, the binary remembers where it was built.
        let root = std::env::var_os("CARGO_MANIFEST_DIR")
            .map_or_else(|| env!("CARGO_MANIFEST_DIR").into(), PathBuf::from);
        if root.join("Cargo.toml").is_file() {
            return Ok(Self { root });
        }
        let message = format!(
            "expected the project's sources in {}, found none; run `cargo run` in a checkout",
            root.display()
        );
        Err(Failure::Usage(message))
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

    pub(super) fn target(&self) -> PathBuf {
        self.root.join("target")
    }

    /// A path below the root; short where the command runs in the root, so that messages are.
    fn below(&self, name: &str) -> PathBuf {
        let here = std::env::current_dir().is_ok_and(|here| here == self.root);
        if here {
            PathBuf::from(name)
        } else {
            self.root.join(name)
        }
    }
}

/// Compiles a content folder, or fails with everything that is wrong with it.
pub(super) fn compile_folder(folder: &Path) -> Result<Content, Failure> {
    let Compiled {
        content,
        diagnostics,
    } = compile(&read_folder(folder)?);
    content.ok_or_else(|| Failure::content(folder, diagnostics))
}

/// Reads a content folder that a user named.
pub(super) fn read_folder(folder: &Path) -> Result<Source, Failure> {
    if !folder.is_dir() {
        let message = format!(
            "expected a content folder, found none at {}",
            folder.display()
        );
        return Err(Failure::Usage(message));
    }
    Source::read(folder)
        .map_err(|error| Failure::Usage(format!("expected a readable content folder: {error}")))
}
