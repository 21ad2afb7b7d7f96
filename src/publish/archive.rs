//! Zip archives of files in memory. Equal files make equal archives, because no entry has a time of its own.

use std::collections::BTreeMap;
use std::fmt;
use std::io::{Cursor, Read, Write};

use zip::result::ZipError;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipArchive, ZipWriter};

/// The largest number of entries that are unpacked.
const MOST_ENTRIES: usize = 10_000;

/// How files are packed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Packing {
    /// As they are, for an archive that a server compresses as a whole.
    Stored,
    /// Compressed one by one.
    Deflated,
}

/// Why an archive cannot be packed or unpacked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ArchiveError {
    /// It is no zip archive, or a broken one.
    Broken(String),
    /// It has too many entries, or more bytes than the limit.
    TooLarge(String),
}

/// Packs files, by their paths with `/` as separator.
///
/// # Errors
/// If a path occurs twice.
pub fn pack<'a>(
    files: impl IntoIterator<Item = (&'a str, &'a [u8])>,
    packing: Packing,
) -> Result<Vec<u8>, ArchiveError> {
    let options = match packing {
        Packing::Stored => {
            SimpleFileOptions::default().compression_method(CompressionMethod::Stored)
        }
        Packing::Deflated => SimpleFileOptions::default()
            .compression_method(CompressionMethod::Deflated)
            .compression_level(Some(9)),
    };
    let options = options.last_modified_time(DateTime::DEFAULT);
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (path, bytes) in files {
        writer.start_file(path, options)?;
        writer.write_all(bytes).map_err(ZipError::from)?;
    }
    Ok(writer.finish()?.into_inner())
}

/// Unpacks the files of an archive of at most `limit` bytes when unpacked. Entries whose paths lead out of the archive are
/// refused.
///
/// # Errors
/// If it is no zip archive, or has too many entries or bytes. A small archive cannot fill the memory.
pub fn unpack(bytes: &[u8], limit: u64) -> Result<BTreeMap<String, Vec<u8>>, ArchiveError> {
    let mut archive = ZipArchive::new(Cursor::new(bytes))?;
    if archive.len() > MOST_ENTRIES {
        let found = format!(
            "expected at most {MOST_ENTRIES} files, found {}",
            archive.len()
        );
        return Err(ArchiveError::TooLarge(found));
    }
    let mut left = limit;
    let mut files = BTreeMap::new();
    for nth in 0..archive.len() {
        let entry = archive.by_index(nth)?;
        if !entry.is_file() {
            continue;
        }
        let name = entry.name()?.into_owned();
        let path = entry.enclosed_name().ok_or_else(|| {
            ArchiveError::Broken(format!("the path “{name}” leads out of the archive"))
        })?;
        let parts: Vec<_> = path.iter().map(|part| part.to_string_lossy()).collect();
        let path = parts.join("/");
        let mut content = Vec::new();
        let read = entry.take(left + 1).read_to_end(&mut content);
        let length = read.map_err(|error| ArchiveError::Broken(format!("{error}, in {path}")))?;
        let length = u64::try_from(length).unwrap_or(u64::MAX);
        left = left.checked_sub(length).ok_or_else(|| {
            let limit = limit >> 20;
            ArchiveError::TooLarge(format!(
                "expected at most {limit} MB when unpacked, found more, in {path}"
            ))
        })?;
        files.insert(path, content);
    }
    Ok(files)
}

impl From<ZipError> for ArchiveError {
    fn from(error: ZipError) -> Self {
        Self::Broken(error.to_string())
    }
}

impl fmt::Display for ArchiveError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Broken(found) => {
                write!(f, "expected a zip archive, found a broken one ({found})")
            }
            Self::TooLarge(found) => f.write_str(found),
        }
    }
}

impl std::error::Error for ArchiveError {}

#[cfg(test)]
mod tests {
    use super::*;

    const FILES: [(&str, &[u8]); 2] = [("a.txt", b"one"), ("b/c.txt", &[0; 5000])];

    #[test]
    fn unpacks_the_packed_files() {
        for packing in [Packing::Stored, Packing::Deflated] {
            let packed = pack(FILES, packing).expect("the paths differ");
            let unpacked = unpack(&packed, 6000).expect("a zip archive");
            let files = unpacked
                .iter()
                .map(|(path, bytes)| (path.as_str(), bytes.as_slice()));
            assert_eq!(files.collect::<Vec<_>>(), FILES);
            assert_eq!(pack(FILES, packing), Ok(packed), "no time of its own");
        }
    }

    #[test]
    fn refuses_broken_and_large_archives() {
        let packed = pack(FILES, Packing::Deflated).expect("the paths differ");
        assert!(packed.len() < 500, "{}", packed.len());
        let said = |bytes: &[u8], limit| {
            let refused = unpack(bytes, limit).map_err(|error| error.to_string());
            refused.expect_err("it is refused")
        };
        assert_eq!(
            said(&packed, 5002),
            "expected at most 0 MB when unpacked, found more, in b/c.txt"
        );
        assert!(said(&packed[..20], 6000).starts_with("expected a zip archive, found a broken"));
        let outside = pack([("../x", &b""[..])], Packing::Stored).expect("one path");
        assert!(said(&outside, 6000).contains("“../x” leads out of the archive"));
    }
}
