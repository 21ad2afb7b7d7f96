//! Whole sites: every file of `dist/`, in memory.
//!
//! 1. `scripts` links the modules of `www/` (`script_linker`): the element's class, the widget module,
//!    which contains the style sheet of `styles`, and the module of rare features.
//! 2. `plan_section` puts the packed plan into the engine's wasm, and further languages into files of their own.
//! 3. `pages` renders the templates of `www/` with the plan's text (`prerender`, `linked_data`).
//! 4. `one_file` puts everything into a single page.
//! 5. `schema` describes `plan.json` for programs that check a plan.
//! 6. `studio` adds the page that makes an explorer of a document, if the site has the compiler.
//! 7. `snippets` writes embed codes with the hashes of the files, and the oEmbed document.
//! 8. `service_worker` lists the files that the service worker keeps. It comes last, because the list
//!    contains the hashes of the other files.
//!
//! [`site`] is pure: it reads no file and writes no file. The caller writes the files and their
//! compressed copies.

mod error;
mod file;
mod glosses;
mod input;
mod linked_data;
mod one_file;
mod pages;
mod parts;
mod plan_section;
pub mod prerender;
mod preview;
mod schema;
mod script_linker;
mod scripts;
mod service_worker;
mod snippets;
mod studio;
mod styles;

use minijinja::context;
use plan::format::JSON_FORMAT;
use plan::{Content, Plan};
use serde::Serialize;

use crate::csv::csv;
use crate::table::Table;
pub use error::SiteError;
pub use file::File;
pub use input::{Bound, Engine, Options};
use input::{Www, name_of};
use pages::Pages;
use parts::RARE;
pub use parts::language_file;
use plan_section::Parts;
pub use preview::PREVIEW;
pub use scripts::minified;
use scripts::{MORE, Scripts};

/// The files that a page with the script tag loads before the widget is mounted. A page in another language than the
/// plan's original loads that language too: see [`language_file`].
pub const FIRST_USE: [&str; 3] = [
    "clause-explorer.js",
    "clause-explorer_bg.js",
    "clause-explorer_bg.wasm",
];

/// The name of the page with everything inside.
pub const ONE_FILE: &str = "clause-explorer.html";

/// The files of the compiler for browsers: the glue and the wasm.
pub const COMPILER: [&str; 2] = ["compiler.js", "compiler_bg.wasm"];

/// The files of the command line for Node.js: the glue and the wasm.
pub const COMMAND_LINE: [&str; 2] = ["cli.js", "cli_bg.wasm"];

/// The packed engine, which both need to make a site.
pub const ENGINE: &str = "engine.bin";

/// Reports whether a file is for web servers. The command line is only in the npm package.
#[must_use]
pub fn is_for_servers(name: &str) -> bool {
    !(COMMAND_LINE.contains(&name) || OF_COMMAND_LINE.iter().any(|path| name_of(path) == name))
}

/// Returns every file of a site except the compressed copies.
///
/// # Errors
/// If a file of `www/` is missing, a template uses an undefined name, or a script is malformed.
pub fn site(
    content: &Content,
    engine: &Engine,
    options: &Options<'_>,
) -> Result<Vec<File>, SiteError> {
    let www = Www(&engine.www);
    let Parts {
        wasm,
        whole,
        languages,
    } = Parts::new(&engine.wasm, content);
    let all = languages.iter().map(|(_, bytes)| &**bytes);
    let all: Vec<&[u8]> = [&*wasm, engine.glue.as_bytes()]
        .into_iter()
        .chain(all)
        .collect();
    let version = format!("{}+{}", options.version, mark(&all));
    let scripts = Scripts::new(content, engine, &languages, &version)?;
    let has_studio = engine.compiler.is_some();
    let pages = Pages::new(content, www, options, has_studio)?;
    let mut files = Files::default();
    let [widget, more] = [scripts.widget()?, scripts.more()?];
    files.add("clause-explorer.js", scripts.class(&widget, &more, &wasm)?);
    files.add("clause-explorer_bg.js", widget);
    files.add(MORE, more);
    files.add(
        ONE_FILE,
        one_file::page(&scripts, &pages, www, [&whole, &engine.rare])?,
    );
    files.0.push(File {
        name: "clause-explorer_bg.wasm".to_owned(),
        bytes: wasm,
    });
    files.0.push(File {
        name: RARE.to_owned(),
        bytes: engine.rare.clone(),
    });
    for (tag, bytes) in languages {
        files.0.push(File {
            name: language_file(&tag),
            bytes,
        });
    }
    for path in AS_THEY_ARE {
        files.add(name_of(path), www.text(path)?.to_owned());
    }
    for path in MINIFIED {
        let name = name_of(path);
        files.add(name, scripts::minified(name, www.text(path)?)?);
    }
    if let Some(preview) = options.preview {
        files.0.push(File {
            name: PREVIEW.to_owned(),
            bytes: preview::checked(preview)?.to_owned(),
        });
    }
    for (name, text) in options.licences {
        files.add(name, (*text).to_owned());
    }
    let mut licences = engine.licences.clone();
    if has_studio {
        files.0.extend(studio::files(www, options.folder)?);
        licences = [&*licences, "\n", studio::licences(www)?].concat();
    }
    files.add("THIRD-PARTY.txt", licences);
    files.add_tools(engine, www)?;
    files.0.extend(data(content)?);
    files.add("plan.schema.json", schema::plan_schema().to_string());
    files.add_texts(content);
    let has_command = engine.command_line.is_some();
    if has_command {
        files.add(GUIDE, options.guide.to_owned());
    }
    let package = pages.render_with("package.json", context! { has_command })?;
    files.add("package.json", package);
    files.add(pages::README, pages.render(pages::README, "")?);
    files.add(
        "manifest.webmanifest",
        pages.render("manifest.webmanifest", "")?,
    );
    files.add_codes(&content.plan)?;
    let worker = service_worker::finish(www, &pages, &mut files.0)?;
    files.add("service-worker.js", worker);
    Ok(files.0)
}

/// The contents of `plan.json`.
#[derive(Serialize)]
struct PlanFile<'a> {
    /// [`JSON_FORMAT`], so that a reader of another version can say so.
    format: usize,
    #[serde(flatten)]
    plan: &'a Plan,
}

/// Returns the plan for programs and for spreadsheets: [`plan_json`] and [`plan_csv`].
///
/// # Errors
/// If the plan cannot be written as JSON.
pub fn data(content: &Content) -> Result<[File; 2], SiteError> {
    Ok([plan_json(content)?, plan_csv(content)])
}

/// Returns the plan for programs.
///
/// # Errors
/// If the plan cannot be written as JSON.
pub fn plan_json(content: &Content) -> Result<File, SiteError> {
    let json = PlanFile {
        format: JSON_FORMAT,
        plan: &content.plan,
    };
    let json =
        serde_json::to_vec(&json).map_err(|error| SiteError::new("write plan.json", error))?;
    Ok(File {
        name: "plan.json".to_owned(),
        bytes: json,
    })
}

/// Returns the clauses for spreadsheets. The numbers, divisions and labels are in the plan's original language.
#[must_use]
pub fn plan_csv(content: &Content) -> File {
    let plan = &content.plan;
    let all: Vec<_> = plan.clauses.ids().collect();
    let tag = plan.title.original().tag;
    let interfaces = &content.interfaces;
    let own = interfaces.iter().find(|words| words.tag == tag);
    let rows = own.or(interfaces.first()).map(|interface| {
        Table {
            plan,
            tag,
            interface,
            page: "",
        }
        .rows_for_programs(&all)
    });
    File {
        name: "plan.csv".to_owned(),
        bytes: csv(&rows.unwrap_or_default(), ',').into_bytes(),
    }
}

/// The guide for authors of a content folder.
const GUIDE: &str = "CONTENT.md";

/// Files of `www/` that a site contains unchanged.
const AS_THEY_ARE: [&str; 7] = [
    "element/clause-explorer.css",
    "element/clause-explorer.css.d.ts",
    "embed/embed.css",
    "package/clause-explorer.d.ts",
    "package/custom-elements.json",
    "site/icon.svg",
    "site/showcase.css",
];

/// Files of `www/` that a site with the command line for Node.js contains unchanged.
const OF_COMMAND_LINE: [&str; 5] = [
    "package/cli.mjs",
    "package/cli-files.mjs",
    "package/cli-copies.mjs",
    "package/cli-serve.mjs",
    "package/cli-watch.mjs",
];

/// Scripts of `www/` without imports. A site contains them minified.
const MINIFIED: [&str; 5] = [
    "embed/embed-page.js",
    "embed/embed.js",
    "offline/offline-copy.js",
    "offline/offline.js",
    "site/builder.js",
];

/// Returns a short hash of these bytes, the same on every machine.
#[must_use]
pub fn mark(parts: &[&[u8]]) -> String {
    let mut checksum = flate2::Crc::new();
    for part in parts {
        checksum.update(part);
    }
    format!("{:08x}", checksum.sum())
}

/// The files that were made so far.
#[derive(Default)]
struct Files(Vec<File>);

impl Files {
    fn add(&mut self, name: &str, text: String) {
        self.0.push(File {
            name: name.to_owned(),
            bytes: text.into_bytes(),
        });
    }

    /// Adds the compiler and the command line, and the engine that they put a plan into.
    fn add_tools(&mut self, engine: &Engine, www: Www<'_>) -> Result<(), SiteError> {
        let tools = [
            (COMPILER, &engine.compiler),
            (COMMAND_LINE, &engine.command_line),
        ];
        for ([glue, wasm], bound) in tools {
            if let Some(bound) = bound {
                self.add(glue, bound.glue.clone());
                self.0.push(File {
                    name: wasm.to_owned(),
                    bytes: bound.wasm.clone(),
                });
            }
        }
        if engine.command_line.is_some() {
            for path in OF_COMMAND_LINE {
                self.add(name_of(path), www.text(path)?.to_owned());
            }
        }
        if engine.compiler.is_some() || engine.command_line.is_some() {
            self.0.push(File {
                name: ENGINE.to_owned(),
                bytes: engine.pack()?,
            });
        }
        Ok(())
    }

    /// Adds the plan's text in each language, as HTML to paste inside the element.
    fn add_texts(&mut self, content: &Content) {
        for language in &content.plan.languages {
            let name = format!("plan.{}.html", language.tag);
            self.add(&name, prerender::in_language(content, &language.tag));
        }
    }

    fn add_codes(&mut self, plan: &Plan) -> Result<(), SiteError> {
        let hash = |name: &str| {
            let file = self.0.iter().find(|file| file.name == name);
            let file = file.map(|file| snippets::integrity(&file.bytes));
            file.ok_or_else(|| SiteError::new("hash a file of the embed codes", name))
        };
        let hashes = snippets::CHECKED
            .into_iter()
            .map(|name| Ok((name, hash(name)?)))
            .collect::<Result<_, SiteError>>()?;
        let [_, widget, _] = FIRST_USE;
        let modules = [(widget, &*hash(widget)?), (MORE, &*hash(MORE)?)];
        let snippets = snippets::snippets(plan, modules, &hashes);
        self.add("snippets.txt", snippets);
        self.add("oembed.json", snippets::oembed(plan));
        Ok(())
    }
}
