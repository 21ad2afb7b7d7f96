//! `build`: writes content and engine as a folder of files for a web server.

use std::borrow::Borrow;
use std::path::{Path, PathBuf};

use publish::site::{Engine, FIRST_USE, File, is_for_servers, language_file};

use crate::content::{compiled, read_folder};
use crate::failure::Failure;
use crate::output::{self, Size};
use crate::system::System;

/// The files of a site, in memory.
#[derive(Debug)]
pub struct Site {
    files: Vec<File>,
    /// The names of the files with a further language each.
    languages: Vec<String>,
    /// When the build began, in milliseconds since the beginning of 1970.
    start: u64,
}

/// A site with its files written, but without compressed copies.
#[derive(Debug)]
pub struct Written {
    site: Site,
    out: PathBuf,
}

/// The summary of a complete build.
#[derive(Debug)]
pub struct Report {
    out: String,
    seconds: f64,
    sizes: Vec<Size>,
    /// The names of the files with a further language each.
    languages: Vec<String>,
}

/// Writes the files of the explorer for a content folder to `out`, without compressed copies.
/// Compressing takes seconds, and an editor of content is waiting for the page.
///
/// # Errors
/// If the content has errors, the folder has other files, or there is no engine.
pub fn write_site(
    system: &impl System,
    content: &Path,
    out: &Path,
    engine: impl FnOnce() -> Result<Engine, Failure>,
) -> Result<Written, Failure> {
    output::claim(system, out)?;
    let site = Site::make(system, content, engine)?;
    output::make(system, out)?;
    output::write_files(system, out, &site.files)?;
    Ok(Written {
        site,
        out: out.to_owned(),
    })
}

impl Site {
    /// Makes the files of the explorer for a content folder. The engine is asked for when the content has no errors.
    ///
    /// # Errors
    /// If the content has errors, or there is no engine.
    pub fn make<E: Borrow<Engine>>(
        system: &impl System,
        content: &Path,
        engine: impl FnOnce() -> Result<E, Failure>,
    ) -> Result<Self, Failure> {
        let start = system.milliseconds();
        let folder = read_folder(system, content)?;
        let compiled = compiled(content, &folder)?;
        let files = folder.site(&compiled, engine()?.borrow())?;
        let languages = compiled.plan.languages.iter().skip(1);
        Ok(Self {
            files,
            languages: languages.map(|one| language_file(&one.tag)).collect(),
            start,
        })
    }

    /// Returns the bytes of a file, if the site has this file.
    #[must_use]
    pub fn file(&self, name: &str) -> Option<&[u8]> {
        let mut files = self.files.iter();
        let file = files.find(|file| file.name == name);
        file.map(|file| &*file.bytes)
    }

    /// Prints that the page is new, for the log of `serve`.
    pub fn print_page(&self, system: &impl System) {
        system.print(&format!("wrote the page in {:.1} s", self.seconds(system)));
    }

    /// Returns the seconds since the build began.
    fn seconds(&self, system: &impl System) -> f64 {
        let milliseconds = system.milliseconds().saturating_sub(self.start);
        f64::from(u32::try_from(milliseconds).unwrap_or(u32::MAX)) / 1000.0
    }
}

impl Written {
    /// Prints that the page is new, for the log of `serve`.
    pub fn print_page(&self, system: &impl System) {
        self.site.print_page(system);
    }

    /// Reports that compressing begins, which can take a minute.
    pub fn report_compressing(&self, system: &impl System) {
        let out = self.out.display();
        system.report(&format!(
            "wrote the files of {out}/; compressing copies for web servers, which can take a minute"
        ));
    }

    /// Writes the compressed copies.
    ///
    /// # Errors
    /// If a copy cannot be written.
    pub fn compress(self, system: &impl System) -> Result<Report, Failure> {
        let Self { site, out } = self;
        let served = site.files.iter().filter(|file| is_for_servers(&file.name));
        let served: Vec<&File> = served.collect();
        let sizes = output::write_copies(system, &out, &served)?;
        Ok(Report {
            out: out.display().to_string(),
            seconds: site.seconds(system),
            sizes,
            languages: site.languages,
        })
    }
}

impl Report {
    /// Prints the size of every file, and of all files that a first use loads.
    pub fn print(&self, system: &impl System) {
        system.print(&format!("wrote {}/ in {:.1} s", self.out, self.seconds));
        for (name, plain, brotli) in &self.sizes {
            let mark = if self.is_of_first_use(name) { '*' } else { ' ' };
            system.print(&format!(
                "  {mark} {name:<26} {plain:>8} B {brotli:>7} B brotli"
            ));
        }
        system.print(&format!(
            "  * a first use loads       {:>19} B brotli",
            self.first_use()
        ));
        let out = &self.out;
        system.print(&format!(
            "next: put all files of {out}/ on a web server; {out}/guide.html shows the line for a page"
        ));
    }

    /// Prints a summary in one line, for the log of `serve`.
    pub fn print_short(&self, system: &impl System) {
        system.print(&format!(
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
