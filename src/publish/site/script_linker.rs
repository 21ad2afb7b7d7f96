//! A linker for JavaScript modules: joins a module with the modules that it imports into one text.
//!
//! It reads only the module syntax that `www/` uses, and reports everything else:
//!
//! ```text
//! import { a, b } from "./x.js";           also over several lines
//! export { a, b as c } from "./x.js";
//! export { a, b as c };
//! export DECLARATION                       const, let, var, function, async function or class
//! ```
//!
//! Each of these begins at the start of a line, and so does every top-level declaration. An import
//! has the same name as its export. The linker does not change a dynamic `import(…)`.
//!
//! It reads no files: the caller passes the names and texts of the modules.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

/// The text of each module by its name, such as `x.js` for an import from `"./x.js"`.
pub(super) type Modules = BTreeMap<String, String>;

/// A module joined with its imports.
#[derive(Debug)]
pub(super) struct Linked {
    body: String,
    /// The name of each export, with the name of its declaration.
    exports: BTreeMap<String, String>,
}

impl Linked {
    /// Returns the text without exports, for a script.
    pub(super) fn script(&self) -> &str {
        &self.body
    }

    /// Returns the text as a module with the exports of the entry.
    pub(super) fn module(&self) -> String {
        let exports = self.exports.iter().map(|(exported, declared)| {
            if exported == declared {
                exported.clone()
            } else {
                format!("{declared} as {exported}")
            }
        });
        let exports: Vec<String> = exports.collect();
        if exports.is_empty() {
            return self.body.clone();
        }
        format!("{}export {{ {} }};\n", self.body, exports.join(", "))
    }
}

/// Joins the module `entry` with all modules that it imports. Each module occurs once, after its
/// own imports.
///
/// # Errors
/// Reports what was expected, what was found, where, and what to change.
pub(super) fn link(modules: &Modules, entry: &str) -> Result<Linked, String> {
    let mut linker = Linker {
        modules,
        done: BTreeMap::new(),
        open: Vec::new(),
        owners: BTreeMap::new(),
        body: String::new(),
    };
    linker.add(entry)?;
    let exports = linker.done.remove(entry).unwrap_or_default();
    Ok(Linked {
        body: linker.body,
        exports,
    })
}

type Exports = BTreeMap<String, String>;

struct Linker<'a> {
    modules: &'a Modules,
    /// The exports of each module that is in the body.
    done: BTreeMap<String, Exports>,
    /// The chain of imports from the entry to the current module.
    open: Vec<String>,
    /// The module that declares each name.
    owners: BTreeMap<String, String>,
    body: String,
}

impl Linker<'_> {
    fn add(&mut self, name: &str) -> Result<(), String> {
        let text = self.modules.get(name).ok_or_else(|| {
            let importer = self.open.last().map_or("the build", |name| name);
            let known: Vec<&str> = self.modules.keys().map(String::as_str).collect();
            format!(
                "expected a module that exists, found {name} in {importer}; import one of {}",
                known.join(", ")
            )
        })?;
        self.open.push(name.to_owned());
        let module = Module::parse(name, text)?;
        for import in &module.imports {
            self.import(name, import)?;
        }
        for declared in &module.declarations {
            if let Some(owner) = self.owners.insert(declared.clone(), name.to_owned()) {
                return Err(format!(
                    "expected each top-level name once, found {declared} in {owner} and in {name}; rename one of them"
                ));
            }
        }
        let mut exports = Exports::new();
        for (exported, declared) in module.exports {
            if !module.declarations.contains(&declared) {
                return Err(format!(
                    "expected a declaration of the export {declared} in {name}, found none; declare it at the start of a line"
                ));
            }
            exports.insert(exported, declared);
        }
        for (exported, imported, from) in module.forwards {
            let declared = &self.done[&from][&imported];
            exports.insert(exported, declared.clone());
        }
        self.body.push_str(&module.body);
        self.done.insert(name.to_owned(), exports);
        self.open.pop();
        Ok(())
    }

    /// Adds an imported module, and checks that it exports the imported names.
    fn import(&mut self, importer: &str, import: &Import) -> Result<(), String> {
        let from = &import.from;
        if self.open.contains(from) {
            let circle = [&self.open[..], std::slice::from_ref(from)].concat();
            return Err(format!(
                "expected imports without a circle, found {}; move the shared code to a separate module",
                circle.join(" → ")
            ));
        }
        if !self.done.contains_key(from) {
            self.add(from)?;
        }
        let exports = &self.done[from];
        for name in &import.names {
            match exports.get(name) {
                // The linker renames nothing, so an import needs the name of the declaration.
                Some(declared) if declared == name || import.is_forward => {}
                Some(declared) => {
                    return Err(format!(
                        "expected an export under its own name in {from}, found {declared} as {name}, which {importer} imports; \
                         export {declared} too"
                    ));
                }
                None => {
                    let known: Vec<&str> = exports.keys().map(String::as_str).collect();
                    return Err(format!(
                        "expected an export of {from}, found {name} in an import of {importer}; {from} exports {}",
                        known.join(", ")
                    ));
                }
            }
        }
        Ok(())
    }
}

/// The parts of one module.
#[derive(Default)]
struct Module {
    imports: Vec<Import>,
    /// Each exported name, with the name of its declaration in this module.
    exports: Vec<(String, String)>,
    /// Each name that is exported from another module, with its name there.
    forwards: Vec<(String, String, String)>,
    /// All names that are declared at the top level.
    declarations: BTreeSet<String>,
    /// The text without its import and export statements.
    body: String,
}

struct Import {
    names: Vec<String>,
    from: String,
    /// Whether this is an export from another module, not an import.
    is_forward: bool,
}

impl Module {
    fn parse(name: &str, text: &str) -> Result<Self, String> {
        let mut module = Self::default();
        let mut lines = text.lines().enumerate();
        while let Some((index, line)) = lines.next() {
            let at = format!("{name}:{}", index + 1);
            let is_list = line.starts_with("import ") || line.starts_with("export {");
            if is_list {
                let mut statement = line.to_owned();
                while !statement.ends_with(';') {
                    let Some((_, more)) = lines.next() else {
                        return Err(unreadable(&at, line));
                    };
                    statement.push(' ');
                    statement.push_str(more.trim());
                }
                module.statement(&statement, &at)?;
                continue;
            }
            if ["import ", "import{", "export "]
                .iter()
                .any(|word| line.trim_start().starts_with(word))
                && !line.starts_with("export ")
            {
                return Err(unreadable(&at, line));
            }
            let (declaration, is_exported) = match line.strip_prefix("export ") {
                Some(declaration) => (declaration, true),
                None => (line, false),
            };
            let declared = declared(declaration).map_err(|()| unreadable(&at, line))?;
            if is_exported {
                let Some(declared) = declared.first() else {
                    return Err(unreadable(&at, line));
                };
                module.exports.push((declared.clone(), declared.clone()));
            }
            for declared in declared {
                if !module.declarations.insert(declared.clone()) {
                    return Err(format!(
                        "expected each top-level name once, found {declared} again at {at}; rename it"
                    ));
                }
            }
            // Writing to a String cannot fail.
            writeln!(module.body, "{declaration}").unwrap_or_default();
        }
        Ok(module)
    }

    /// Reads an import, or an export of a list of names.
    fn statement(&mut self, statement: &str, at: &str) -> Result<(), String> {
        let error = || unreadable(at, statement);
        let (word, rest) = statement.split_once(" {").ok_or_else(error)?;
        let (names, rest) = rest.split_once('}').ok_or_else(error)?;
        let from = match rest.trim().trim_end_matches(';').trim() {
            "" => None,
            from => {
                let from = from
                    .strip_prefix("from \"./")
                    .and_then(|from| from.strip_suffix('"'));
                Some(from.ok_or_else(error)?.to_owned())
            }
        };
        let names = names
            .split(',')
            .map(str::trim)
            .filter(|name| !name.is_empty());
        let pairs = names.map(|name| name.split_once(" as ").unwrap_or((name, name)));
        let pairs: Vec<(&str, &str)> = pairs.collect();
        if !pairs
            .iter()
            .all(|(name, alias)| is_name(name) && is_name(alias))
            || pairs.is_empty()
        {
            return Err(error());
        }
        let names = pairs.iter().map(|(name, _)| (*name).to_owned()).collect();
        match (word, from) {
            ("import", Some(from)) if pairs.iter().all(|(name, alias)| name == alias) => {
                self.imports.push(Import {
                    names,
                    from,
                    is_forward: false,
                });
            }
            ("export", Some(from)) => {
                for (name, alias) in pairs {
                    self.forwards
                        .push((alias.to_owned(), name.to_owned(), from.clone()));
                }
                self.imports.push(Import {
                    names,
                    from,
                    is_forward: true,
                });
            }
            ("export", None) => {
                let own = pairs
                    .iter()
                    .map(|(name, alias)| ((*alias).to_owned(), (*name).to_owned()));
                self.exports.extend(own);
            }
            _ => return Err(error()),
        }
        Ok(())
    }
}

fn unreadable(at: &str, found: &str) -> String {
    format!(
        "expected `import {{ a, b }} from \"./x.js\";`, `export {{ a, b }};` or `export` before a declaration, each at the \
         start of a line, found `{found}` at {at}; write it in one of these forms"
    )
}

/// Returns the names that a top-level line declares; an error if the form of the declaration is not
/// supported.
fn declared(line: &str) -> Result<Vec<String>, ()> {
    let line = line.strip_prefix("async ").unwrap_or(line);
    let Some((word, rest)) = line.split_once(' ') else {
        return Ok(Vec::new());
    };
    let name_of = |text: &str| -> Result<String, ()> {
        let end = text.find(|c: char| !is_part(c)).unwrap_or(text.len());
        Some(text[..end].to_owned())
            .filter(|name| is_name(name))
            .ok_or(())
    };
    match word {
        // Several names are supported if none has a value: `let a, b, c;`.
        "const" | "let" | "var" if !rest.contains('=') => {
            let names = rest.trim_end().trim_end_matches(';').split(',');
            names.map(|name| name_of(name.trim())).collect()
        }
        "const" | "let" | "var" | "function" | "function*" | "class" => Ok(vec![name_of(rest)?]),
        _ => Ok(Vec::new()),
    }
}

fn is_name(text: &str) -> bool {
    !text.is_empty() && text.chars().all(is_part) && !text.starts_with(|c: char| c.is_ascii_digit())
}

fn is_part(c: char) -> bool {
    c.is_alphanumeric() || c == '_' || c == '$'
}

#[cfg(test)]
mod tests;
