//! Writes a site to a folder: the files, then their compressed copies.
//!
//! Every file is renamed from a complete temporary file, so a server never sends half a file. The
//! compressed copies of a file are removed before the file changes and written after it, so a copy
//! always matches its file.

use std::fs;
use std::io::{self, Write};
use std::path::Path;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use publish::site::File;

use super::failure::Failure;

/// The endings of the compressed copies.
const COPIES: [&str; 2] = ["br", "gz"];

/// A file's name, its size, and its size in brotli, both in bytes.
pub(super) type Size = (String, usize, usize);

/// Creates the folder. Reports a folder with other files than those of an earlier build, because
/// they could be lost.
pub(super) fn claim(out: &Path) -> Result<(), Failure> {
    make(out)?;
    let is_empty = fs::read_dir(out).is_ok_and(|mut entries| entries.next().is_none());
    if is_empty || out.join("clause-explorer.js").is_file() {
        Ok(())
    } else {
        refuse("an empty folder or an earlier build", out, "other files")
    }
}

/// Creates the folder if it does not exist.
pub(super) fn make(out: &Path) -> Result<(), Failure> {
    if out.is_file() {
        return refuse("a folder", out, "a file");
    }
    match fs::create_dir_all(out) {
        Ok(()) => Ok(()),
        Err(error) => {
            let found = format!("one that cannot be created: {error}");
            refuse("a folder", out, &found)
        }
    }
}

fn refuse(expected: &str, out: &Path, found: &str) -> Result<(), Failure> {
    let out = out.display();
    Err(Failure::Usage(format!(
        "expected {expected} at {out}, found {found}; name another folder with --out"
    )))
}

/// Writes the files that differ from those in the folder.
pub(super) fn write_files(out: &Path, files: &[File]) -> Result<(), Failure> {
    let write = |File { name, bytes }: &File| {
        let path = out.join(name);
        if fs::read(&path).is_ok_and(|written| written == *bytes) {
            return Ok(());
        }
        for ending in COPIES {
            let copy = out.join(format!("{name}.{ending}"));
            if copy.exists() {
                fs::remove_file(copy)?;
            }
        }
        write_whole(out, name, bytes)
    };
    let mut written = files.iter().map(write);
    written
        .find_map(Result::err)
        .map_or(Ok(()), |error| Err(failure(out, error)))
}

/// Writes missing compressed copies on all cores, and returns the sizes of all files.
pub(super) fn write_copies(out: &Path, files: &[File]) -> Result<Vec<Size>, Failure> {
    let next = AtomicUsize::new(0);
    let sizes = Mutex::new(vec![(String::new(), 0, 0); files.len()]);
    let work = || -> io::Result<()> {
        while let Some((nth, file)) = take(&next, files) {
            let brotli = write_copies_of(out, file)?;
            let size = (file.name.clone(), file.bytes.len(), brotli);
            if let Ok(mut sizes) = sizes.lock() {
                sizes[nth] = size;
            }
        }
        Ok(())
    };
    let workers = thread::available_parallelism().map_or(1, usize::from);
    let outcomes: Vec<io::Result<()>> = thread::scope(|scope| {
        let workers: Vec<_> = (0..workers).map(|_| scope.spawn(work)).collect();
        let join = |worker: thread::ScopedJoinHandle<'_, io::Result<()>>| {
            worker
                .join()
                .unwrap_or_else(|_| Err(io::Error::other("a worker stopped")))
        };
        workers.into_iter().map(join).collect()
    });
    outcomes
        .into_iter()
        .collect::<io::Result<()>>()
        .map_err(|error| failure(out, error))?;
    Ok(sizes.into_inner().unwrap_or_default())
}

fn take<'a>(next: &AtomicUsize, files: &'a [File]) -> Option<(usize, &'a File)> {
    let nth = next.fetch_add(1, Ordering::Relaxed);
    files.get(nth).map(|file| (nth, file))
}

/// Writes a file's compressed copies, unless both exist, and returns its size in brotli.
fn write_copies_of(out: &Path, File { name, bytes }: &File) -> io::Result<usize> {
    let [brotli_name, gzip_name] = COPIES.map(|ending| format!("{name}.{ending}"));
    if let (Ok(copy), true) = (
        fs::metadata(out.join(&brotli_name)),
        out.join(&gzip_name).is_file(),
    ) {
        return Ok(usize::try_from(copy.len()).unwrap_or(usize::MAX));
    }
    let compressed = brotli(bytes)?;
    write_whole(out, &gzip_name, &gzip(bytes)?)?;
    write_whole(out, &brotli_name, &compressed)?;
    Ok(compressed.len())
}

fn failure(out: &Path, error: impl std::fmt::Display) -> Failure {
    Failure::build(&format!("write {}", out.display()), error)
}

/// Writes a file that appears whole or not at all.
pub(super) fn write_whole(out: &Path, name: &str, bytes: &[u8]) -> io::Result<()> {
    // Two commands may write the same file at once.
    let unfinished = out.join(format!(".{name}.{}.part", std::process::id()));
    fs::write(&unfinished, bytes)?;
    fs::rename(unfinished, out.join(name))
}

/// The size of a file, in bytes, from which the best compression takes too long: 4 MB of a plan take
/// 7 s at quality 11 and 0.15 s at quality 9, for a result that is 15 % larger.
const LARGE: usize = 4_000_000;

fn brotli(bytes: &[u8]) -> io::Result<Vec<u8>> {
    let mut compressed = Vec::new();
    let parameters = brotli::enc::BrotliEncoderParams {
        quality: if bytes.len() < LARGE { 11 } else { 9 },
        lgwin: 22,
        ..Default::default()
    };
    brotli::BrotliCompress(&mut &*bytes, &mut compressed, &parameters)?;
    Ok(compressed)
}

fn gzip(bytes: &[u8]) -> io::Result<Vec<u8>> {
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    encoder.write_all(bytes)?;
    encoder.finish()
}
