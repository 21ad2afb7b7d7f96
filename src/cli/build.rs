//! `build` and the builds of `serve`: the steps that need the project's sources.

use std::path::{Path, PathBuf};

use commands::{Failure, Report, Written, write_site};

use super::native::Native;
use super::project::Project;
use super::{freshness, wasm};

/// A site with its files written, but without compressed copies.
#[derive(Debug)]
pub(super) struct Uncompressed {
    site: Written,
    out: PathBuf,
    fingerprint: u64,
}

/// Writes the explorer for a content folder to `out`.
pub(super) fn build(project: &Project, content: &Path, out: &Path) -> Result<(), Failure> {
    let written = write(project, content, out)?;
    written.site.report_compressing(&Native);
    written.compress(project)?.print(&Native);
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
    let site = write_site(&Native, content, out, || wasm::engine(project))?;
    Ok(Uncompressed {
        site,
        out: out.to_owned(),
        fingerprint,
    })
}

impl Uncompressed {
    /// Prints that the page is new.
    pub(super) fn print_page(&self) {
        self.site.print_page(&Native);
    }

    /// Writes the compressed copies, and remembers the fingerprint of the files that the site was
    /// made of.
    pub(super) fn compress(self, project: &Project) -> Result<Report, Failure> {
        let report = self.site.compress(&Native)?;
        freshness::remember(project, &self.out, self.fingerprint);
        Ok(report)
    }
}
