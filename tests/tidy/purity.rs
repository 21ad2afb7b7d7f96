//! The members of the workspace are pure: they open no file, start no process, and ask for no time.
//!
//! Cargo holds the rest: no pure member but the widget depends on a crate that knows the browser.

use syn::visit::{self, Visit};

use super::{MEMBERS, assert_none, files_below, is_for_tests, read};

/// Modules of the standard library that reach outside the program.
const IMPURE: [&str; 6] = ["env", "fs", "net", "os", "process", "time"];

/// Files that may reach outside.
const ALLOWED: [(&str, &str); 1] = [("src/compile/source.rs", "it reads the content folder")];

#[test]
fn members_reach_outside_nowhere() {
    let mut violations = Vec::new();
    for path in files_below(&MEMBERS, &["rs"]) {
        let is_allowed = ALLOWED.iter().any(|(allowed, _)| path.ends_with(allowed));
        let is_test = path.ends_with("tests.rs") || path.iter().any(|part| part == "tests");
        if !is_allowed && !is_test {
            let found = impure_uses(&read(&path));
            violations.extend(
                found
                    .iter()
                    .map(|it| format!("{} uses std::{it}", path.display())),
            );
        }
    }
    assert_none(&violations);
}

#[test]
fn finds_every_way_to_name_an_impure_module() {
    for (text, found) in [
        ("use std::fs;", true),
        ("use std::{fmt, fs};", true),
        ("use std::{fmt, fs::{self, File}};", true),
        ("use ::std::fs as files;", true),
        ("fn f() { std::fs::read(\"x\"); }", true),
        ("fn f() -> std::time::Instant { todo() }", true),
        ("use std::{fmt, ops::Range};", false),
        ("/// Like std::fs.\nfn f() {}", false),
        ("#[cfg(test)] mod tests { use std::fs; }", false),
    ] {
        assert_eq!(!impure_uses(text).is_empty(), found, "{text}");
    }
}

/// The impure modules that a file of Rust names.
fn impure_uses(text: &str) -> Vec<String> {
    let file = syn::parse_file(text).expect("Rust that compiles can be parsed");
    let mut uses = Uses(Vec::new());
    uses.visit_file(&file);
    uses.0
}

struct Uses(Vec<String>);

impl Uses {
    fn add(&mut self, module: &syn::Ident) {
        if IMPURE.iter().any(|impure| module == impure) {
            self.0.push(module.to_string());
        }
    }

    /// Adds the parts of the standard library that a tree of imports names.
    fn add_tree(&mut self, tree: &syn::UseTree) {
        match tree {
            syn::UseTree::Path(path) => self.add(&path.ident),
            syn::UseTree::Name(name) => self.add(&name.ident),
            syn::UseTree::Rename(rename) => self.add(&rename.ident),
            syn::UseTree::Group(group) => group.items.iter().for_each(|item| self.add_tree(item)),
            syn::UseTree::Glob(_) => {}
        }
    }
}

impl Visit<'_> for Uses {
    fn visit_item_mod(&mut self, module: &syn::ItemMod) {
        if !is_for_tests(&module.attrs) {
            visit::visit_item_mod(self, module);
        }
    }

    fn visit_use_path(&mut self, path: &syn::UsePath) {
        if path.ident == "std" {
            self.add_tree(&path.tree);
        }
    }

    fn visit_path(&mut self, path: &syn::Path) {
        let mut segments = path.segments.iter();
        if let (Some(first), Some(second)) = (segments.next(), segments.next())
            && first.ident == "std"
        {
            self.add(&second.ident);
        }
        visit::visit_path(self, path);
    }
}
