//! A content folder in memory, with the plan of its last good state.

use commands::{Folder, problem_count};
use compile::{Compiled, Content, Diagnostic};
use import::{Note, Options};
use js_sys::{Array, Map};
use publish::site::{self, Bound, Engine, File, SiteError};
use serde::Serialize;
use wasm_bindgen::prelude::*;

use crate::convert::{error, files, map, plain};

/// A content folder in memory.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Project {
    folder: Folder,
    /// The plan of the last state without problems.
    content: Option<Content>,
    /// Whether `content` is that of the present files.
    is_current: bool,
}

/// A project made of a document.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Imported {
    project: Option<Project>,
    notes: Vec<Note>,
}

#[wasm_bindgen]
impl Project {
    /// Opens a content folder: a map of paths, with `/` as separator, to bytes.
    ///
    /// # Errors
    /// If the map has other keys or values.
    #[wasm_bindgen(constructor)]
    pub fn new(folder: &Map) -> Result<Self, JsValue> {
        Ok(Self::of(Folder {
            files: files(folder)?,
        }))
    }

    /// Makes a content folder of a document, by the name and the bytes of its file.
    ///
    /// # Errors
    /// If the file is of a kind that cannot be imported, is broken, or has no text.
    pub fn import(name: &str, bytes: &[u8], lang: Option<String>) -> Result<Imported, JsValue> {
        let options = Options { language: lang };
        let imported = import::import(name, bytes, &options).map_err(error)?;
        let files = imported.files.into_iter();
        let files = files
            .map(|file| (file.path, file.text.into_bytes()))
            .collect();
        Ok(Imported {
            project: Some(Self::of(Folder { files })),
            notes: imported.notes,
        })
    }

    /// Opens a zip archive of a content folder.
    ///
    /// # Errors
    /// If it is no zip archive, or too large.
    pub fn unzip(bytes: &[u8]) -> Result<Self, JsValue> {
        Folder::unzip(bytes).map(Self::of).map_err(error)
    }

    /// Returns the paths of all files, sorted.
    #[must_use]
    pub fn paths(&self) -> Vec<String> {
        self.folder.files.keys().cloned().collect()
    }

    /// Returns the text of a file; `undefined` if it is missing or no text.
    #[must_use]
    pub fn text(&self, path: &str) -> Option<String> {
        let bytes = self.folder.files.get(path)?;
        std::str::from_utf8(bytes).ok().map(str::to_owned)
    }

    /// Returns the bytes of a file; `undefined` if it is missing.
    #[must_use]
    pub fn bytes(&self, path: &str) -> Option<Vec<u8>> {
        self.folder.files.get(path).cloned()
    }

    /// Replaces or adds a file of text.
    pub fn put(&mut self, path: &str, text: &str) {
        self.put_bytes(path, text.as_bytes());
    }

    /// Replaces or adds a file of any kind.
    #[wasm_bindgen(js_name = putBytes)]
    pub fn put_bytes(&mut self, path: &str, bytes: &[u8]) {
        self.folder.files.insert(path.to_owned(), bytes.to_vec());
        self.is_current = false;
    }

    /// Removes a file, if the folder has it.
    pub fn remove(&mut self, path: &str) {
        self.folder.files.remove(path);
        self.is_current = false;
    }

    /// Compiles the content and returns all problems; keeps the plan if there are none.
    ///
    /// # Errors
    /// If the problems cannot be converted.
    pub fn check(&mut self) -> Result<Array, JsValue> {
        plain(&self.compile()).map(JsCast::unchecked_into)
    }

    /// Returns `plan.json` of the last state without problems.
    ///
    /// # Errors
    /// If the plan cannot be written as JSON.
    pub fn plan(&self) -> Result<Option<String>, JsValue> {
        self.data(site::plan_json)
    }

    /// Returns `plan.csv` of the last state without problems.
    ///
    /// # Errors
    /// If the plan cannot be written.
    pub fn csv(&self) -> Result<Option<String>, JsValue> {
        self.data(|content| Ok(site::plan_csv(content)))
    }

    /// Returns the files of the site by their names, without compressed copies. `engine` is `engine.bin`. With the bytes of
    /// the compiler and the text of its glue, the site has a studio, too.
    ///
    /// # Errors
    /// If the content has problems, or the engine is not whole.
    pub fn site(
        &mut self,
        engine: &[u8],
        wasm: Option<Vec<u8>>,
        glue: Option<String>,
    ) -> Result<Map, JsValue> {
        let compiler = wasm.zip(glue).map(|(wasm, glue)| Bound { wasm, glue });
        self.files(engine, compiler).map(|files| map(&files))
    }

    /// Returns `clause-explorer.html`, the whole explorer in one file.
    ///
    /// # Errors
    /// If the content has problems, or the engine is not whole.
    #[wasm_bindgen(js_name = oneFile)]
    pub fn one_file(&mut self, engine: &[u8]) -> Result<Vec<u8>, JsValue> {
        let files = self.files(engine, None)?.into_iter();
        let mut pages = files.filter(|file| file.name == site::ONE_FILE);
        let page = pages.next().map(|file| file.bytes);
        page.ok_or_else(|| error("expected the page in one file, found none"))
    }

    /// Returns the content folder as a zip archive.
    ///
    /// # Errors
    /// If a path cannot be in an archive.
    pub fn zip(&self) -> Result<Vec<u8>, JsValue> {
        self.folder.zip().map_err(error)
    }
}

#[wasm_bindgen]
impl Imported {
    /// Returns the project; only the first time, because it is passed on.
    ///
    /// # Errors
    /// If it has been returned before.
    #[wasm_bindgen(getter)]
    pub fn project(&mut self) -> Result<Project, JsValue> {
        let project = self.project.take();
        project.ok_or_else(|| error("expected one use of the imported project, found a second one"))
    }

    /// Returns everything that the importer was unsure of.
    ///
    /// # Errors
    /// If the notes cannot be converted.
    #[wasm_bindgen(getter)]
    pub fn notes(&self) -> Result<Array, JsValue> {
        let notes: Vec<PlainNote> = self.notes.iter().map(PlainNote::of).collect();
        plain(&notes).map(JsCast::unchecked_into)
    }
}

impl Project {
    fn of(folder: Folder) -> Self {
        Self {
            folder,
            content: None,
            is_current: false,
        }
    }

    fn compile(&mut self) -> Vec<Problem> {
        let Compiled {
            content,
            diagnostics,
        } = self.folder.compile();
        self.is_current = content.is_some();
        if content.is_some() {
            self.content = content;
        }
        diagnostics.into_iter().map(Problem::of).collect()
    }

    fn data(&self, of: fn(&Content) -> Result<File, SiteError>) -> Result<Option<String>, JsValue> {
        let Some(content) = &self.content else {
            return Ok(None);
        };
        let file = of(content).map_err(error)?;
        String::from_utf8(file.bytes).map(Some).map_err(error)
    }

    /// Returns the files of the site of the present content.
    fn files(&mut self, engine: &[u8], compiler: Option<Bound>) -> Result<Vec<File>, JsValue> {
        let problems = if self.is_current {
            Vec::new()
        } else {
            self.compile()
        };
        let (Some(content), true) = (&self.content, self.is_current) else {
            let found = problem_count(problems.len());
            return Err(error(format!(
                "expected content without problems, found {found}; correct the content first"
            )));
        };
        let mut engine = Engine::unpack(engine).map_err(error)?;
        engine.compiler = compiler;
        self.folder.site(content, &engine).map_err(error)
    }
}

/// A problem as JavaScript gets it.
#[derive(Serialize)]
struct Problem {
    severity: &'static str,
    #[serde(flatten)]
    diagnostic: Diagnostic,
}

impl Problem {
    fn of(diagnostic: Diagnostic) -> Self {
        Self {
            severity: "error",
            diagnostic,
        }
    }
}

/// A note of the importer as JavaScript gets it.
#[derive(Serialize)]
struct PlainNote<'a> {
    file: &'a str,
    line: usize,
    origin: Option<usize>,
    message: &'a str,
}

impl<'a> PlainNote<'a> {
    fn of(note: &'a Note) -> Self {
        Self {
            file: &note.file,
            line: note.line,
            origin: note.origin,
            message: &note.message,
        }
    }
}
