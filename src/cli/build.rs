//! `build` and the builds of `serve`: the steps that need the project's sources.

use std::path::Path;

use commands::{Failure, Report, Site};

use super::native::Native;
use super::project::Project;
use super::{freshness, wasm};

/// A site with its files written, but without compressed copies.
#[derive(Debug)]
pub(super) struct Uncompressed {
    site: Site,
    out: std::path::PathBuf,
    fingerprint: u64,
}

/// Writes the explorer for a content folder to `out`.
pub(super) fn build(project: &Project, content: &Path, out: &Path) -> Result<(), Failure> {
    write(project, content, out)?
        .compress(project)?
        .print(&Native);
    Ok(())
}

/// Writes the files of the explorer for a content folder to `out`, without compressed copies.
pub(super) fn write(
    project: &Project,
    content: &Path,
    out: &Path,
) -> Result<Uncompressed, Failure> {
    // Before the files are read: an edit during the build is noticed.
    let fingerprint = freshness::fingerprint(project, content);
    let site = Site::write(&Native, content, out, || wasm::engine(project))?;
    Ok(Uncompressed {
        site,
        out: out.to_owned(),
        fingerprint,
    })
}

impl Uncompressed {
    /// Returns the seconds since the build began.
    pub(super) fn seconds(&self) -> f64 {
        self.site.seconds(&Native)
    }

    /// Writes the compressed copies, and remembers the fingerprint of the files that the site was
    /// made of.
    pub(super) fn compress(self, project: &Project) -> Result<Report, Failure> {
        let report = self.site.compress(&Native)?;
        freshness::remember(project, &self.out, self.fingerprint);
        Ok(report)
    }
}
