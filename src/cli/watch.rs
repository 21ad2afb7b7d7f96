//! Watches folders for changes.

use std::path::{Path, PathBuf};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::time::Duration;

use notify::{Event, RecommendedWatcher, RecursiveMode, Watcher};

/// The time without further changes before a change is reported: editors write a file in several
/// steps.
const SETTLED: Duration = Duration::from_millis(100);

/// Folders that are watched for as long as this value lives.
pub(super) struct Watch {
    folders: Vec<PathBuf>,
    sender: Sender<Change>,
    changes: Receiver<Change>,
    watcher: RecommendedWatcher,
}

/// A change in a watched folder.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Change {
    /// Something in the folder.
    Inside,
    /// The folder itself, or one around it: it may have been renamed or replaced.
    Itself,
}

impl Watch {
    /// Watches folders, which exist.
    pub(super) fn new(folders: &[&Path]) -> notify::Result<Self> {
        let folders = folders.iter().map(|folder| {
            // The paths of changes are compared with these.
            std::path::absolute(folder).unwrap_or_else(|_| folder.to_path_buf())
        });
        let folders: Vec<PathBuf> = folders.collect();
        let (sender, changes) = mpsc::channel();
        let watcher = watch(&folders, &sender)?;
        Ok(Self {
            folders,
            sender,
            changes,
            watcher,
        })
    }

    /// Waits for a change, and then until no more changes follow. Returns false if nothing changed
    /// within the limit. Without a limit it waits forever.
    pub(super) fn wait(&mut self, limit: Option<Duration>) -> bool {
        let first = match limit {
            Some(limit) => self.changes.recv_timeout(limit).ok(),
            None => self.changes.recv().ok(),
        };
        let Some(mut change) = first else {
            return false;
        };
        loop {
            match self.changes.recv_timeout(SETTLED) {
                Ok(Change::Itself) => change = Change::Itself,
                Ok(Change::Inside) => {}
                Err(RecvTimeoutError::Timeout | RecvTimeoutError::Disconnected) => break,
            }
        }
        // A folder in the place of an earlier one needs a new watch. Until the folder is there, only
        // those around it can be watched.
        if change == Change::Itself
            && let Ok(watcher) = watch(&self.folders, &self.sender)
        {
            self.watcher = watcher;
        }
        true
    }
}

/// Watches folders with all that is in them, and the names of the folders around them.
fn watch(folders: &[PathBuf], sender: &Sender<Change>) -> notify::Result<RecommendedWatcher> {
    let (named, sender) = (folders.to_vec(), sender.clone());
    let mut watcher = notify::recommended_watcher(move |event: notify::Result<Event>| {
        // Reading a file is an event too, and a build reads all files.
        if let Some(event) = event.ok().filter(|event| !event.kind.is_access())
            && let Some(change) = change(&event, &named)
        {
            sender.send(change).ok();
        }
    })?;
    for folder in folders {
        // From the outside: a folder that appears meanwhile is noticed by the one around it.
        let around: Vec<&Path> = folder.ancestors().skip(1).collect();
        for path in around.into_iter().rev() {
            // An error is ignored: most programs may not watch every folder above their own.
            watcher.watch(path, RecursiveMode::NonRecursive).ok();
        }
    }
    for folder in folders {
        match watcher.watch(folder, RecursiveMode::Recursive) {
            Err(_) if !folder.exists() => {}
            outcome => outcome?,
        }
    }
    Ok(watcher)
}

/// Returns the change that an event reports; `None` if it is of a neighbour of the folders.
fn change(event: &Event, folders: &[PathBuf]) -> Option<Change> {
    let is_above = |path: &PathBuf| folders.iter().any(|folder| folder.starts_with(path));
    let is_below = |path: &PathBuf| folders.iter().any(|folder| path.starts_with(folder));
    if event.paths.iter().any(is_above) {
        Some(Change::Itself)
    } else if event.paths.iter().any(is_below) || event.paths.is_empty() {
        Some(Change::Inside)
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    /// Long enough for a busy machine to report a change.
    const PATIENCE: Option<Duration> = Some(Duration::from_secs(20));
    /// Long enough that a change would have been reported.
    const SILENCE: Option<Duration> = Some(Duration::from_millis(500));

    #[test]
    fn follows_files_and_folders_that_are_replaced() {
        let outer = tempfile::tempdir().expect("a temporary folder");
        let [folder, away, file] =
            ["content", "away", "content/plan.md"].map(|name| outer.path().join(name));
        fs::create_dir(&folder).expect("a folder can be made");
        let mut watch = Watch::new(&[&folder]).expect("it can be watched");
        let save = |text: &str| {
            let unfinished = folder.join("plan.md.part");
            fs::write(&unfinished, text).expect("a file can be written");
            fs::rename(unfinished, &file).expect("a file can be renamed");
        };
        for text in ["one", "two", "three"] {
            save(text);
            assert!(watch.wait(PATIENCE), "{text}");
        }
        fs::rename(&folder, &away).expect("a folder can be renamed");
        assert!(watch.wait(PATIENCE), "renamed away");
        fs::rename(&away, &folder).expect("a folder can be renamed");
        assert!(watch.wait(PATIENCE), "renamed back");
        save("four");
        assert!(watch.wait(PATIENCE), "an edit after that");
        fs::remove_dir_all(&folder).expect("a folder can be removed");
        fs::create_dir(&folder).expect("a folder can be made");
        assert!(watch.wait(PATIENCE), "replaced");
        save("five");
        assert!(watch.wait(PATIENCE), "an edit in the new folder");
        fs::write(outer.path().join("neighbour"), "").expect("a file can be written");
        assert!(!watch.wait(SILENCE), "a neighbour is no change");
    }
}
