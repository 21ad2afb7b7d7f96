//! `build`: from content and sources to a folder of files for a web server.

use std::fs;
use std::path::Path;
use std::time::Instant;

use super::dist::{Dist, FIRST_USE};
use super::failure::Failure;
use super::freshness;
use super::project::{Project, compile_folder};
use super::wasm;

/// What was written.
#[derive(Debug)]
pub(super) struct Report {
    out: String,
    seconds: f32,
    /// Name, size as it is, and size in brotli, of each file, in bytes.
    sizes: Vec<(String, usize, usize)>,
}

/// Writes the explorer for a content folder to `out`.
pub(super) fn build(project: &Project, content: &Path, out: &Path) -> Result<Report, Failure> {
    let start = Instant::now();
    claim(out)?;
    let fingerprint = freshness::fingerprint(project, content);
    let compiled = compile_folder(content)?;
    let widget = wasm::build(project, content)?;
    let dist = Dist::new(project, &compiled, widget)?;
    let sizes = dist
        .write(out)
        .map_err(|error| Failure::build(&format!("write {}", out.display()), error))?;
    freshness::remember(project, out, fingerprint);
    Ok(Report {
        out: out.display().to_string(),
        seconds: start.elapsed().as_secs_f32(),
        sizes,
    })
}

/// Makes the folder, and refuses one that holds something else: an index.html there would be lost.
fn claim(out: &Path) -> Result<(), Failure> {
    let refuse = |found: &str| {
        let out = out.display();
        Err(Failure::Usage(format!(
            "expected an empty folder or an earlier build at {out}, found {found}; name another with --out"
        )))
    };
    if out.is_file() {
        return refuse("a file");
    }
    if let Err(error) = fs::create_dir_all(out) {
        return refuse(&format!("that it cannot be made: {error}"));
    }
    let is_empty = fs::read_dir(out).is_ok_and(|mut entries| entries.next().is_none());
    if is_empty || out.join("clause-explorer.js").is_file() {
        Ok(())
    } else {
        refuse("other files")
    }
}

impl Report {
    /// Prints the sizes of the files, and of those a first use fetches.
    pub(super) fn print(&self) {
        println!("wrote {}/ in {:.1} s", self.out, self.seconds);
        for (name, plain, brotli) in &self.sizes {
            let mark = if FIRST_USE.contains(&name.as_str()) {
                '*'
            } else {
                ' '
            };
            println!("  {mark} {name:<26} {plain:>8} B {brotli:>7} B brotli");
        }
        println!(
            "  * a first use fetches     {:>19} B brotli",
            self.first_use()
        );
    }

    /// What a reader's first use fetches, in bytes of brotli.
    pub(super) fn first_use(&self) -> usize {
        let fetched = self
            .sizes
            .iter()
            .filter(|(name, ..)| FIRST_USE.contains(&name.as_str()));
        fetched.map(|(_, _, brotli)| brotli).sum()
    }

    /// One line, for a log that goes on.
    pub(super) fn print_short(&self) {
        println!(
            "built {}/ in {:.1} s; a first use fetches {} B (brotli)",
            self.out,
            self.seconds,
            self.first_use()
        );
    }
}
