//! `build`: writes content and engine as a folder of files for a web server.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::Instant;

use publish::site::{FIRST_USE, File, Options, PREVIEW, SiteError, language_file, site};

use super::failure::Failure;
use super::output::{self, Size};
use super::print;
use super::project::{Project, compile_folder};
use super::{freshness, wasm};

/// The licence files of the project, which every site contains.
const LICENCES: [(&str, &str); 2] = [
    ("LICENSE-APACHE", include_str!("../../LICENSE-APACHE")),
    ("LICENSE-MIT", include_str!("../../LICENSE-MIT")),
];

/// The template of the showcase page, which a content folder may contain.
const SHOWCASE: &str = "showcase.html";

/// A site with its files written, but without compressed copies.
#[derive(Debug)]
pub(super) struct Uncompressed {
    out: PathBuf,
    files: Vec<File>,
    /// The names of the files with a further language each.
    languages: Vec<String>,
    start: Instant,
    fingerprint: u64,
}

/// The summary of a complete build.
#[derive(Debug)]
pub(super) struct Report {
    out: String,
    seconds: f32,
    sizes: Vec<Size>,
    /// The names of the files with a further language each.
    languages: Vec<String>,
}

/// Writes the explorer for a content folder to `out`.
pub(super) fn build(project: &Project, content: &Path, out: &Path) -> Result<Report, Failure> {
    write(project, content, out)?.compress(project)
}

/// Writes the files of the explorer for a content folder to `out`, without compressed copies.
/// Compressing takes seconds, and an editor of content is waiting for the page.
pub(super) fn write(
    project: &Project,
    content: &Path,
    out: &Path,
) -> Result<Uncompressed, Failure> {
    let start = Instant::now();
    output::claim(out)?;
    let fingerprint = freshness::fingerprint(project, content);
    let compiled = compile_folder(content)?;
    let showcase = fs::read_to_string(content.join(SHOWCASE)).ok();
    let preview = fs::read(content.join(PREVIEW)).ok();
    let engine = wasm::engine(project)?;
    let options = Options {
        version: env!("CARGO_PKG_VERSION"),
        showcase: showcase.as_deref(),
        preview: preview.as_deref(),
        licences: &LICENCES,
    };
    let files = site(&compiled, &engine, &options)?;
    output::write_files(out, &files)?;
    let languages = compiled.plan.languages.iter().skip(1);
    Ok(Uncompressed {
        out: out.to_owned(),
        files,
        languages: languages.map(|one| language_file(&one.tag)).collect(),
        start,
        fingerprint,
    })
}

impl Uncompressed {
    /// Returns the seconds since the build began.
    pub(super) fn seconds(&self) -> f32 {
        self.start.elapsed().as_secs_f32()
    }

    /// Writes the compressed copies, and remembers the fingerprint of the files that the site was
    /// made of.
    pub(super) fn compress(self, project: &Project) -> Result<Report, Failure> {
        let sizes = output::write_copies(&self.out, &self.files)?;
        freshness::remember(project, &self.out, self.fingerprint);
        Ok(Report {
            out: self.out.display().to_string(),
            seconds: self.seconds(),
            sizes,
            languages: self.languages,
        })
    }
}

impl From<SiteError> for Failure {
    fn from(error: SiteError) -> Self {
        Self::Build(error.to_string())
    }
}

impl Report {
    /// Prints the size of every file, and of all files that a first use loads.
    pub(super) fn print(&self) {
        print::line(format_args!("wrote {}/ in {:.1} s", self.out, self.seconds));
        for (name, plain, brotli) in &self.sizes {
            let mark = if self.is_of_first_use(name) { '*' } else { ' ' };
            print::line(format_args!(
                "  {mark} {name:<26} {plain:>8} B {brotli:>7} B brotli"
            ));
        }
        print::line(format_args!(
            "  * a first use loads       {:>19} B brotli",
            self.first_use()
        ));
    }

    /// Prints a summary in one line, for the log of `serve`.
    pub(super) fn print_short(&self) {
        print::line(format_args!(
            "built {}/ in {:.1} s; a first use loads {} B (brotli)",
            self.out,
            self.seconds,
            self.first_use()
        ));
    }

    /// Returns the size of the files that a first use loads, in bytes of brotli.
    fn first_use(&self) -> usize {
        let sizes = self.sizes.iter();
        let fetched = sizes.filter(|(name, ..)| self.is_of_first_use(name));
        fetched.map(|(_, _, brotli)| brotli).sum()
    }

    /// Reports whether a first use loads a file: in another language than the original, the largest one.
    fn is_of_first_use(&self, name: &String) -> bool {
        FIRST_USE.contains(&name.as_str()) || self.largest_language() == Some(name)
    }

    /// Returns the file of the language that takes the most bytes of brotli.
    fn largest_language(&self) -> Option<&String> {
        let is_language = |name: &String| self.languages.contains(name);
        let languages = self.sizes.iter().filter(|(name, ..)| is_language(name));
        let largest = languages.max_by_key(|(_, _, brotli)| *brotli);
        largest.map(|(name, ..)| name)
    }
}
