//! The file system, the output and the clock of this machine.

use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;
use std::time::{SystemTime, UNIX_EPOCH};

use commands::{Copies, Kind, System, copies};
use publish::site;
use walkdir::WalkDir;

use super::print;
use super::project::Project;

/// This machine.
#[derive(Clone, Copy, Debug)]
pub(super) struct Native;

impl System for Native {
    fn kind(&self, path: &Path) -> Option<Kind> {
        let found = fs::metadata(path).ok()?;
        Some(if found.is_dir() {
            Kind::Folder
        } else {
            Kind::File(usize::try_from(found.len()).unwrap_or(usize::MAX))
        })
    }

    fn is_empty(&self, folder: &Path) -> bool {
        fs::read_dir(folder).is_ok_and(|mut entries| entries.next().is_none())
    }

    fn files_below(&self, folder: &Path) -> Result<Vec<String>, String> {
        let mut files = Vec::new();
        for entry in WalkDir::new(folder).sort_by_file_name() {
            let entry = entry.map_err(|error| {
                let path = error.path().unwrap_or(folder).display().to_string();
                let reason = error.io_error().map(ToString::to_string);
                format!("{path}: {}", reason.unwrap_or_else(|| error.to_string()))
            })?;
            if entry.file_type().is_file() {
                let below = entry.path().strip_prefix(folder).unwrap_or(entry.path());
                let parts: Vec<_> = below.iter().map(|part| part.to_string_lossy()).collect();
                files.push(parts.join("/"));
            }
        }
        Ok(files)
    }

    fn read(&self, file: &Path, limit: u64) -> Result<Vec<u8>, String> {
        let read = || {
            let mut bytes = Vec::new();
            File::open(file)?.take(limit).read_to_end(&mut bytes)?;
            Ok(bytes)
        };
        read().map_err(|error| words(&error))
    }

    fn write(&self, file: &Path, bytes: &[u8]) -> Result<(), String> {
        write_whole(file, bytes).map_err(|error| words(&error))
    }

    fn remove(&self, file: &Path) -> Result<(), String> {
        fs::remove_file(file).map_err(|error| words(&error))
    }

    fn make_folder(&self, folder: &Path) -> Result<(), String> {
        fs::create_dir_all(folder).map_err(|error| words(&error))
    }

    fn print(&self, line: &str) {
        print::line(line);
    }

    fn report(&self, line: &str) {
        eprintln!("{line}");
    }

    fn milliseconds(&self) -> u64 {
        let now = SystemTime::now().duration_since(UNIX_EPOCH);
        now.map_or(0, |now| u64::try_from(now.as_millis()).unwrap_or(u64::MAX))
    }

    /// Compresses on all cores.
    fn copies(&self, files: &[&site::File]) -> Result<Vec<Copies>, String> {
        let next = AtomicUsize::new(0);
        let done = Mutex::new(vec![Copies::default(); files.len()]);
        let work = || -> Result<(), String> {
            while let Some((nth, file)) = take(&next, files) {
                let copies = copies(&file.bytes)?;
                if let Ok(mut done) = done.lock() {
                    done[nth] = copies;
                }
            }
            Ok(())
        };
        let workers = thread::available_parallelism().map_or(1, usize::from);
        let outcomes: Vec<Result<(), String>> = thread::scope(|scope| {
            let workers: Vec<_> = (0..workers).map(|_| scope.spawn(work)).collect();
            let join = |worker: thread::ScopedJoinHandle<'_, _>| {
                worker
                    .join()
                    .unwrap_or_else(|_| Err("a worker stopped".to_owned()))
            };
            workers.into_iter().map(join).collect()
        });
        outcomes.into_iter().collect::<Result<(), String>>()?;
        Ok(done.into_inner().unwrap_or_default())
    }

    fn content(&self) -> PathBuf {
        Project::of_defaults().map_or_else(|| "content".into(), |it| it.content())
    }

    fn dist(&self) -> PathBuf {
        Project::of_defaults().map_or_else(|| "dist".into(), |it| it.dist())
    }
}

/// Writes a file that appears whole or not at all.
pub(super) fn write_whole(file: &Path, bytes: &[u8]) -> io::Result<()> {
    let name = file.file_name().unwrap_or_default().display();
    // Two commands may write the same file at once.
    let unfinished = file.with_file_name(format!(".{name}.{}.part", std::process::id()));
    fs::write(&unfinished, bytes)?;
    fs::rename(unfinished, file)
}

fn words(error: &io::Error) -> String {
    error.to_string()
}

fn take<'a>(next: &AtomicUsize, files: &[&'a site::File]) -> Option<(usize, &'a site::File)> {
    let nth = next.fetch_add(1, Ordering::Relaxed);
    files.get(nth).map(|file| (nth, *file))
}
