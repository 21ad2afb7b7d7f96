//! The build that is served: it follows the edits, and keeps the last good state beside mistakes.

use std::path::PathBuf;
use std::time::Duration;

use serde::Serialize;
use tokio::sync::watch;

use crate::cli::build::{self, Uncompressed};
use crate::cli::excerpt;
use crate::cli::freshness;
use crate::cli::native::Native;
use crate::cli::project::Project;
use crate::cli::watch::Watch;
use commands::{Failure, Problem};

/// The time without changes after which the site is compressed. Compressing takes some seconds.
const IDLE: Duration = Duration::from_secs(5);

/// The state that browsers show.
#[derive(Debug, Default, Serialize)]
pub(super) struct Shown {
    /// The number of changes of this value.
    pub(super) number: u64,
    /// The number of builds since the start.
    pub(super) build: u64,
    /// Why the page is older than the content; empty if it is not.
    problems: Vec<Problem>,
}

/// The folder that is served, and the content that it is made of.
#[derive(Debug)]
pub(super) struct Live {
    project: Project,
    content: PathBuf,
    out: PathBuf,
    /// The fingerprint of the files that the latest build was made of, or failed with.
    tried: u64,
    /// A site that is written but not yet compressed.
    pending: Option<Uncompressed>,
    shown: watch::Sender<Shown>,
}

impl Live {
    /// Builds the site, unless it is up to date. Mistakes in the content are no failure: browsers
    /// show them.
    pub(super) fn start(
        project: Project,
        content: PathBuf,
        out: PathBuf,
    ) -> Result<(Self, watch::Receiver<Shown>), Failure> {
        let tried = freshness::fingerprint(&project, &content);
        let is_fresh = freshness::is_fresh(&project, &out, tried);
        let (shown, receiver) = watch::channel(Shown::default());
        let mut live = Self {
            project,
            content,
            out,
            tried,
            pending: None,
            shown,
        };
        if !is_fresh {
            match live.build() {
                Ok(()) => {}
                Err(failure @ Failure::Content { .. }) => live.fail(&failure),
                Err(failure) => return Err(failure),
            }
        }
        Ok((live, receiver))
    }

    /// Writes the site after each edit, and compresses it when no more edits follow.
    pub(super) fn follow(mut self, mut watch: Watch) {
        loop {
            if watch.wait(self.pending.as_ref().map(|_| IDLE)) {
                self.rebuild();
                continue;
            }
            match self.pending.take().map(|site| site.compress(&self.project)) {
                Some(Ok(report)) => report.print_short(&Native),
                Some(Err(failure)) => eprintln!("{failure}"),
                None => {}
            }
        }
    }

    fn rebuild(&mut self) {
        let now = freshness::fingerprint(&self.project, &self.content);
        // An editor may save a file without changes.
        if now == self.tried {
            return;
        }
        self.tried = now;
        if let Err(failure) = self.build() {
            self.fail(&failure);
        }
    }

    fn build(&mut self) -> Result<(), Failure> {
        let site = build::write(&self.project, &self.content, &self.out)?;
        self.shown.send_modify(|shown| {
            shown.number += 1;
            shown.build += 1;
            shown.problems = Vec::new();
        });
        // Last, so that a reader of the line gets the new page.
        site.print_page();
        self.pending = Some(site);
        Ok(())
    }

    fn fail(&self, failure: &Failure) {
        self.shown.send_modify(|shown| {
            shown.number += 1;
            shown.problems = Problem::of(failure);
        });
        // Last, so that a reader of the line gets the problems.
        eprintln!("{}\nthe page was not changed", excerpt::shown(failure));
    }
}
