//! Whole sites: every file of `dist/`, in memory.
//!
//! 1. `scripts` and `styles` make the element's class, its widget module and the sheet inside it.
//! 2. `section` puts the packed plan into the engine's wasm.
//! 3. `pages` renders the templates of `www/` with the plan's text (`prerender`, `linked_data`).
//! 4. `one_file` puts all of it into a single page.
//! 5. `codes` writes embed codes with the hashes of the files, and the oEmbed document.
//! 6. `worker` lists what the service worker keeps; it comes last, since its list has hashes.
//!
//! [`site`] is pure: it reads no file and writes none. The compressed twins are the writer's job.

mod codes;
mod linked_data;
mod one_file;
mod pages;
pub mod prerender;
mod scripts;
mod section;
mod styles;
mod worker;

use std::collections::BTreeMap;
use std::fmt;

use plan::{Content, Plan};

use crate::csv::csv;
use pages::Pages;

/// The files that a page with the script tag fetches until the widget is mounted.
pub const FIRST_USE: [&str; 3] = [
    "clause-explorer.js",
    "clause-explorer_bg.js",
    "clause-explorer_bg.wasm",
];

/// Everything of a site but the plan.
#[derive(Clone, Debug)]
pub struct Engine {
    /// The widget without a plan, as wasm-bindgen leaves it.
    pub wasm: Vec<u8>,
    /// The ES module that wasm-bindgen writes beside it.
    pub glue: String,
    /// The licences of the libraries in the wasm.
    pub licences: String,
    /// The text files of `www/`, by their path below it, with `/` between its parts.
    pub www: BTreeMap<String, String>,
}

/// What a site needs beside plan and engine.
#[derive(Clone, Copy, Debug)]
pub struct Options<'a> {
    /// The version of the package, such as `0.1.0`.
    pub version: &'a str,
    /// The content folder's template of the showcase page, if it has one: it extends `index.html`.
    pub showcase: Option<&'a str>,
    /// The licences of the project, as files.
    pub licences: &'a [(&'a str, &'a str)],
}

/// A file of a site.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct File {
    /// Its name; a site has no folders.
    pub name: String,
    /// Its content.
    pub bytes: Vec<u8>,
}

/// Why a site could not be made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SiteError {
    /// The step that failed, as an infinitive: “minify embed.js”.
    step: String,
    found: String,
}

/// Every file of a site but the compressed twins.
///
/// # Errors
/// If `www/` lacks a file, a template names something undefined, or a script is malformed.
pub fn site(
    content: &Content,
    engine: &Engine,
    options: &Options<'_>,
) -> Result<Vec<File>, SiteError> {
    let www = Www(&engine.www);
    let wasm = section::with_plan(&engine.wasm, content);
    let version = format!(
        "{}+{}",
        options.version,
        mark(&[&wasm, engine.glue.as_bytes()])
    );
    let scripts = scripts::Scripts::new(content, engine, &version)?;
    let pages = Pages::new(content, www, options)?;
    let mut files = Files::default();
    files.add("clause-explorer.js", scripts.class()?);
    files.add("clause-explorer_bg.js", scripts.widget()?);
    files.add(
        "clause-explorer.html",
        one_file::page(&scripts, &pages, www, &wasm)?,
    );
    files.0.push(File {
        name: "clause-explorer_bg.wasm".to_owned(),
        bytes: wasm,
    });
    for (name, path) in AS_THEY_ARE {
        files.add(name, www.text(path)?.to_owned());
    }
    for (name, path) in MINIFIED {
        files.add(name, scripts::minified(name, www.text(path)?)?);
    }
    for (name, text) in options.licences {
        files.add(name, (*text).to_owned());
    }
    files.add("THIRD-PARTY.txt", engine.licences.clone());
    files.0.extend(data(content)?);
    files.add_texts(content);
    files.add("package.json", pages.render("package.json", "")?);
    files.add(
        "manifest.webmanifest",
        pages.render("manifest.webmanifest", "")?,
    );
    files.add_codes(&content.plan)?;
    let worker = worker::finish(www, &pages, &mut files.0)?;
    files.add("service-worker.js", worker);
    Ok(files.0)
}

/// The plan for programs and for spreadsheets: `plan.json` and `plan.csv`.
///
/// # Errors
/// If the plan cannot be written as JSON.
pub fn data(content: &Content) -> Result<[File; 2], SiteError> {
    let plan = &content.plan;
    let json =
        serde_json::to_vec(plan).map_err(|error| SiteError::new("write plan.json", error))?;
    let all: Vec<_> = plan.clauses.ids().collect();
    Ok([
        File {
            name: "plan.json".to_owned(),
            bytes: json,
        },
        File {
            name: "plan.csv".to_owned(),
            bytes: csv(plan, &all).into_bytes(),
        },
    ])
}

/// Files of `www/` that are copied: name in the site, path below `www/`.
const AS_THEY_ARE: [(&str, &str); 9] = [
    ("README.md", "package.md"),
    ("builder.js", "builder.js"),
    ("clause-explorer.css", "clause-explorer.css"),
    ("clause-explorer.css.d.ts", "clause-explorer.css.d.ts"),
    ("clause-explorer.d.ts", "clause-explorer.d.ts"),
    ("custom-elements.json", "custom-elements.json"),
    ("embed.css", "embed.css"),
    ("icon.svg", "icon.svg"),
    ("showcase.css", "showcase.css"),
];

/// Scripts of `www/` that are minified: name in the site, path below `www/`.
const MINIFIED: [(&str, &str); 4] = [
    ("embed.js", "embed.js"),
    ("embed-page.js", "embed-page.js"),
    ("offline-copy.js", "offline-copy.js"),
    ("offline.js", "offline.js"),
];

/// A short name for exactly these bytes, the same on every machine.
#[must_use]
pub fn mark(parts: &[&[u8]]) -> String {
    let mut checksum = flate2::Crc::new();
    for part in parts {
        checksum.update(part);
    }
    format!("{:08x}", checksum.sum())
}

/// The text files of `www/`.
#[derive(Clone, Copy)]
struct Www<'a>(&'a BTreeMap<String, String>);

impl<'a> Www<'a> {
    fn text(self, path: &str) -> Result<&'a str, SiteError> {
        let text = self.0.get(path).map(String::as_str);
        text.ok_or_else(|| SiteError::new("read www/", format!("it has no file {path}")))
    }
}

/// The files made so far.
#[derive(Default)]
struct Files(Vec<File>);

impl Files {
    fn add(&mut self, name: &str, text: String) {
        self.0.push(File {
            name: name.to_owned(),
            bytes: text.into_bytes(),
        });
    }

    /// The plan's text in each language, as fragments to be pasted inside the element.
    fn add_texts(&mut self, content: &Content) {
        for language in &content.plan.languages {
            let name = format!("plan.{}.html", language.tag);
            self.add(&name, prerender::in_language(content, &language.tag));
        }
    }

    fn add_codes(&mut self, plan: &Plan) -> Result<(), SiteError> {
        let hash = |name: &str| {
            let file = self.0.iter().find(|file| file.name == name);
            let file = file.map(|file| codes::integrity(&file.bytes));
            file.ok_or_else(|| SiteError::new("hash a file of the embed codes", name))
        };
        let hashes = codes::CHECKED
            .into_iter()
            .map(|name| Ok((name, hash(name)?)))
            .collect::<Result<_, SiteError>>()?;
        let [_, widget, _] = FIRST_USE;
        let snippets = codes::snippets(plan, (widget, &hash(widget)?), &hashes);
        self.add("snippets.txt", snippets);
        self.add("oembed.json", codes::oembed(plan));
        Ok(())
    }
}

impl SiteError {
    fn new(step: &str, found: impl fmt::Display) -> Self {
        Self {
            step: step.to_owned(),
            found: found.to_string(),
        }
    }
}

impl fmt::Display for SiteError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "expected to {}, but: {}", self.step, self.found)
    }
}

impl std::error::Error for SiteError {}
