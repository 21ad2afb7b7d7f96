//! No module of a member imports one that imports it, directly or by way of others.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use syn::visit::{self, Visit};

use super::{MEMBERS, assert_none, files_below, is_for_tests, read};

/// The names of a module and those that contain it, from the root of its crate.
type Module = Vec<String>;

#[test]
fn members_have_no_import_circles() {
    /// The table of entries into the second wasm. It leads back into the parts that use it, whatever is in them.
    const ENTRIES: &str = "src/widget/rare.rs";
    let members = MEMBERS.map(|member| (member, member));
    let command_line = ("src", "src/cli");
    let mut violations = Vec::new();
    for (root, folder) in members.into_iter().chain([command_line]) {
        let files = files_below(&[folder], &["rs"]).into_iter();
        let files = files.filter(|path| {
            !path.ends_with("tests.rs") && !is_in_tests(path) && path != Path::new(ENTRIES)
        });
        let modules = files.map(|path| {
            let below = path.strip_prefix(root).unwrap_or(&path).to_owned();
            (module_of(&below), read(&path))
        });
        let circle = circle(&modules.collect());
        violations.extend(circle.map(|circle| format!("{root}: {}", circle.join(" → "))));
    }
    assert_none(&violations);
}

fn is_in_tests(path: &Path) -> bool {
    path.iter().any(|part| part == "tests")
}

#[test]
fn finds_circles_however_they_are_written() {
    let crates: [(&[(&str, &str)], bool); 7] = [
        (
            &[
                ("a", "use crate::{b, c};"),
                ("b", "use super::a::X;"),
                ("c", ""),
            ],
            true,
        ),
        (
            &[
                ("a", "use crate::b::Y;"),
                ("b", "fn f() { crate::a::g(); }"),
            ],
            true,
        ),
        (
            &[("", "use a::X; pub struct R;"), ("a", "use crate::R;")],
            true,
        ),
        // A name that the root passes on is the module's own.
        (
            &[
                ("", "pub use b::Y; mod a; mod b;"),
                ("a", "use crate::Y;"),
                ("b", ""),
            ],
            false,
        ),
        (&[("a", "use crate::b::Y;"), ("b", "use std::fmt;")], false),
        (
            &[("", "use a::X; mod a;"), ("a", "pub(super) struct X;")],
            false,
        ),
        (
            &[
                ("a", "use crate::b::Y;"),
                ("b", "#[cfg(test)] mod tests { use crate::a::X; }"),
            ],
            false,
        ),
    ];
    for (files, is_circle) in crates {
        let modules = files.iter().map(|(name, text)| {
            let module = name.split('/').filter(|part| !part.is_empty());
            (module.map(str::to_owned).collect(), (*text).to_owned())
        });
        assert_eq!(circle(&modules.collect()).is_some(), is_circle, "{files:?}");
    }
}

/// The module of a file, by its path below the root of its crate.
fn module_of(path: &Path) -> Module {
    let parts = path.with_extension("");
    let parts = parts.iter().map(|part| part.to_string_lossy().into_owned());
    parts
        .filter(|part| part != "lib" && part != "mod")
        .collect()
}

/// The names of modules that import each other in a circle, if there are any.
fn circle(texts: &BTreeMap<Module, String>) -> Option<Vec<String>> {
    let files: BTreeMap<&Module, Imports> = texts
        .iter()
        .map(|(module, text)| (module, Imports::of(text)))
        .collect();
    let mut edges: BTreeMap<&Module, BTreeSet<&Module>> = BTreeMap::new();
    for (&module, imports) in &files {
        let targets = imports
            .paths
            .iter()
            .filter_map(|path| target(&files, module, path, 0));
        edges.insert(module, targets.filter(|target| *target != module).collect());
    }
    // A module is in a circle if it can be reached from itself.
    let start = edges
        .keys()
        .copied()
        .find(|&module| reaches(&edges, module, module))?;
    let is_in_circle = |other: &&&Module| {
        **other == start || reaches(&edges, start, other) && reaches(&edges, other, start)
    };
    let names = edges
        .keys()
        .filter(is_in_circle)
        .map(|module| match &module[..] {
            [] => "the root".to_owned(),
            names => names.join("::"),
        });
    Some(names.collect())
}

fn reaches(edges: &BTreeMap<&Module, BTreeSet<&Module>>, from: &Module, to: &Module) -> bool {
    let mut open: Vec<&Module> = edges[from].iter().copied().collect();
    let mut seen = BTreeSet::new();
    while let Some(module) = open.pop() {
        if module == to {
            return true;
        }
        if seen.insert(module) {
            open.extend(edges.get(module).into_iter().flatten());
        }
    }
    false
}

/// The module that has the item which a path in `module` names; none if it is of another crate.
fn target<'a>(
    files: &BTreeMap<&'a Module, Imports>,
    module: &Module,
    path: &[String],
    depth: usize,
) -> Option<&'a Module> {
    let (first, rest) = path.split_first()?;
    let mut current = match first.as_str() {
        "crate" => Vec::new(),
        "self" => module.clone(),
        "super" => module[..module.len().checked_sub(1)?].to_vec(),
        _ => {
            let child = [module, std::slice::from_ref(first)].concat();
            files.contains_key(&child).then_some(child)?
        }
    };
    for (nth, name) in rest.iter().enumerate() {
        if name == "super" {
            current.pop();
            continue;
        }
        current.push(name.clone());
        if files.contains_key(&current) {
            continue;
        }
        current.pop();
        // The name may be passed on from elsewhere.
        let passed_on = files.get(&current)?.names.get(name);
        if let Some(from) = passed_on.filter(|_| depth < 8) {
            let from = [from, &rest[nth + 1..]].concat();
            if let Some(target) = target(files, &current, &from, depth + 1) {
                return Some(target);
            }
        }
        break;
    }
    files.get_key_value(&current).map(|(module, _)| *module)
}

/// The imports of a file.
#[derive(Default)]
struct Imports {
    /// Every path that it names.
    paths: Vec<Vec<String>>,
    /// Names that it imports itself, with the path that each is short for.
    names: BTreeMap<String, Vec<String>>,
}

impl Imports {
    fn of(text: &str) -> Self {
        let file = syn::parse_file(text).expect("Rust that compiles can be parsed");
        let mut imports = Self::default();
        imports.visit_file(&file);
        imports
    }

    fn add_tree(&mut self, before: &[String], tree: &syn::UseTree, is_public: bool) {
        let with = |ident: &syn::Ident| [before, &[ident.to_string()]].concat();
        match tree {
            syn::UseTree::Path(path) => self.add_tree(&with(&path.ident), &path.tree, is_public),
            syn::UseTree::Group(group) => {
                for item in &group.items {
                    self.add_tree(before, item, is_public);
                }
            }
            syn::UseTree::Name(name) if name.ident == "self" => self.paths.push(before.to_vec()),
            syn::UseTree::Name(name) => {
                let path = with(&name.ident);
                self.add_name(name.ident.to_string(), path, is_public);
            }
            syn::UseTree::Rename(rename) => {
                let path = with(&rename.ident);
                self.add_name(rename.rename.to_string(), path, is_public);
            }
            syn::UseTree::Glob(_) => self.paths.push(before.to_vec()),
        }
    }

    /// A private import uses the name; a public one only passes it on.
    fn add_name(&mut self, name: String, path: Vec<String>, is_public: bool) {
        if !is_public {
            self.paths.push(path.clone());
        }
        self.names.insert(name, path);
    }
}

impl Visit<'_> for Imports {
    fn visit_item_mod(&mut self, module: &syn::ItemMod) {
        if !is_for_tests(&module.attrs) {
            visit::visit_item_mod(self, module);
        }
    }

    fn visit_item_use(&mut self, item: &syn::ItemUse) {
        if !is_for_tests(&item.attrs) {
            let is_public = !matches!(item.vis, syn::Visibility::Inherited);
            self.add_tree(&[], &item.tree, is_public);
        }
    }

    /// `pub(super)` imports nothing.
    fn visit_visibility(&mut self, _: &syn::Visibility) {}

    fn visit_path(&mut self, path: &syn::Path) {
        let segments = path
            .segments
            .iter()
            .map(|segment| segment.ident.to_string());
        self.paths.push(segments.collect());
        visit::visit_path(self, path);
    }
}
