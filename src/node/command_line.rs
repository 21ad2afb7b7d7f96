//! The command line in Node.js: `www/package/cli.mjs` calls it.

use std::fmt::Display;
use std::path::{Path, PathBuf};

use commands::{Failure, Folder, Problem, Site, WithEngine, parse, read_folder, write_site};
use js_sys::Uint8Array;
use publish::site::{Bound, COMMAND_LINE, COMPILER, ENGINE, Engine};
use serde::Serialize;
use wasm_bindgen::prelude::*;

use crate::machine::{Machine, text, words};

/// Runs the command that the arguments name, without the name of the program. Returns the exit status.
#[wasm_bindgen]
#[must_use]
pub fn run(arguments: Vec<String>, machine: &Machine) -> u8 {
    let arguments = arguments.into_iter().map(Into::into);
    let program = std::iter::once(commands::PROGRAM.into());
    let command = match parse(program.chain(arguments)) {
        Ok(command) => command,
        Err(usage) if usage.use_stderr() => {
            machine.report_text(&usage.render().to_string());
            return 2;
        }
        Err(help) => {
            machine.print_text(&help.render().to_string());
            return 0;
        }
    };
    match commands::run(command, machine, &Package(machine)) {
        Ok(()) => 0,
        Err(failure) => {
            machine.report_text(&format!("{failure}\n"));
            failure.status()
        }
    }
}

/// Returns the compressed copies of a file: brotli and gzip.
///
/// # Errors
/// If the compression fails.
#[wasm_bindgen]
pub fn copies(bytes: &[u8]) -> Result<Vec<Uint8Array>, JsValue> {
    let copies = commands::copies(bytes).map_err(error)?;
    Ok(copies
        .iter()
        .map(|copy| Uint8Array::from(&**copy))
        .collect())
}

/// A site that is served from memory, and follows the edits of its content.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Served {
    content: PathBuf,
    /// The files that the latest build was made of, or failed with.
    tried: Option<Folder>,
    site: Option<Site>,
    engine: Engine,
}

/// The outcome of a build, for `cli-serve.mjs`.
#[derive(Serialize)]
struct Outcome {
    status: u8,
    problems: Vec<Problem>,
}

#[wasm_bindgen]
impl Served {
    /// Prepares a content folder, which is not yet read.
    ///
    /// # Errors
    /// If the package is not whole.
    #[wasm_bindgen(constructor)]
    pub fn new(content: &str, machine: &Machine) -> Result<Self, JsValue> {
        Ok(Self {
            content: content.into(),
            tried: None,
            site: None,
            engine: engine(machine).map_err(error)?,
        })
    }

    /// Makes the site of the present content. Returns the exit status and the problems, which are printed, too, as JSON;
    /// `undefined` if no file has changed.
    ///
    /// # Errors
    /// If the outcome cannot be written as JSON.
    pub fn build(&mut self, machine: &Machine) -> Result<Option<String>, JsValue> {
        let tried = read_folder(machine, &self.content).ok();
        // An editor may save a file without changes.
        if tried.is_some() && tried == self.tried {
            return Ok(None);
        }
        self.tried = tried;
        let outcome = match Site::make(machine, &self.content, || Ok(&self.engine)) {
            Ok(site) => {
                site.print_page(machine);
                self.site = Some(site);
                Outcome {
                    status: 0,
                    problems: Vec::new(),
                }
            }
            Err(failure) => {
                machine.report_text(&failure_of_page(&failure, self.site.is_some()));
                Outcome {
                    status: failure.status(),
                    problems: Problem::of(&failure),
                }
            }
        };
        serde_json::to_string(&outcome).map(Some).map_err(error)
    }

    /// Returns the bytes of a file of the site, if the site has this file.
    #[must_use]
    pub fn file(&self, name: &str) -> Option<Vec<u8>> {
        self.site.as_ref()?.file(name).map(<[u8]>::to_vec)
    }

    /// Returns a text of `www/` by its path there.
    #[must_use]
    pub fn source(&self, path: &str) -> Option<String> {
        self.engine.www.get(path).cloned()
    }
}

/// Returns the report of a failed build. Wrong usage at the start ends the program, so that no page is mentioned.
fn failure_of_page(failure: &Failure, has_page: bool) -> String {
    match failure {
        Failure::Usage(_) if !has_page => format!("{failure}\n"),
        _ => format!("{failure}\nthe page was not changed\n"),
    }
}

/// The package that `cli.mjs` is in.
struct Package<'a>(&'a Machine);

impl WithEngine for Package<'_> {
    fn build(&self, content: &Path, out: &Path) -> Result<(), Failure> {
        let site = write_site(self.0, content, out, || engine(self.0))?;
        site.report_compressing(self.0);
        site.compress(self.0)?.print(self.0);
        Ok(())
    }

    /// The caller opens the port and serves, because only it can wait.
    fn serve(&self, content: PathBuf, port: Option<u16>) -> Result<(), Failure> {
        self.0.serve(&text(&content), port);
        Ok(())
    }
}

/// Returns the engine of the package.
fn engine(machine: &Machine) -> Result<Engine, Failure> {
    let part = |name: &str| {
        let failure = |error: JsValue| Failure::build(&format!("read {name}"), words(&error));
        machine.part(name).map_err(failure)
    };
    let bound = |[glue, wasm]: [&str; 2]| -> Result<Bound, Failure> {
        let text = String::from_utf8(part(glue)?);
        Ok(Bound {
            glue: text.map_err(|error| Failure::build(&format!("read {glue}"), error))?,
            wasm: part(wasm)?,
        })
    };
    Ok(Engine {
        compiler: Some(bound(COMPILER)?),
        command_line: Some(bound(COMMAND_LINE)?),
        ..Engine::unpack(&part(ENGINE)?)?
    })
}

fn error(reason: impl Display) -> JsValue {
    js_sys::Error::new(&reason.to_string()).into()
}
