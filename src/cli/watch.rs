//! Watches folders for changes.

use std::path::Path;
use std::sync::mpsc::{self, Receiver, RecvTimeoutError};
use std::time::Duration;

use notify::{Event, RecommendedWatcher, RecursiveMode, Watcher};

/// The time without further changes before a change is reported: editors write a file in several
/// steps.
const SETTLED: Duration = Duration::from_millis(100);

/// Folders that are watched for as long as this value lives.
pub(super) struct Watch {
    changes: Receiver<()>,
    _watcher: RecommendedWatcher,
}

impl Watch {
    pub(super) fn new(folders: &[&Path]) -> notify::Result<Self> {
        let (sender, changes) = mpsc::channel();
        let mut watcher = notify::recommended_watcher(move |event: notify::Result<Event>| {
            // Reading a file is an event too, and a build reads all files.
            if event.is_ok_and(|event| !event.kind.is_access()) {
                sender.send(()).ok();
            }
        })?;
        for folder in folders {
            watcher.watch(folder, RecursiveMode::Recursive)?;
        }
        Ok(Self {
            changes,
            _watcher: watcher,
        })
    }

    /// Waits for a change, and then until no more changes follow. Returns false if nothing changed
    /// within the limit. Without a limit it waits forever.
    pub(super) fn wait(&self, limit: Option<Duration>) -> bool {
        let first = match limit {
            Some(limit) => self.changes.recv_timeout(limit).is_ok(),
            None => self.changes.recv().is_ok(),
        };
        while first && self.changes.recv_timeout(SETTLED) != Err(RecvTimeoutError::Timeout) {}
        first
    }
}
