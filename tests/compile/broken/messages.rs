//! Every message of the compiler is reached by a broken content.

use std::fs;

use proc_macro2::{TokenStream, TokenTree};
use walkdir::WalkDir;

use super::BROKEN;
use crate::content;

#[test]
fn every_message_is_reached() {
    let diagnostics = BROKEN.iter().flat_map(|broken| &broken.diagnostics);
    let messages: Vec<&str> = diagnostics.map(|it| it.message.as_str()).collect();
    let unreached: Vec<String> = written_messages()
        .into_iter()
        .filter(|(_, written)| !messages.iter().any(|message| is_filled(written, message)))
        .map(|(file, written)| format!("{file}: {written}"))
        .collect();
    assert!(
        unreached.is_empty(),
        "no broken content gets these messages:\n{}",
        unreached.join("\n")
    );
}

/// Returns the texts in the compiler's sources that begin a message, with the name of their file.
fn written_messages() -> Vec<(String, String)> {
    let sources = WalkDir::new(content::path("src/compile")).sort_by_file_name();
    let mut messages = Vec::new();
    for entry in sources {
        let entry = entry.expect("a readable entry");
        let name = entry.file_name().to_string_lossy().into_owned();
        if entry.path().extension().is_none_or(|kind| kind != "rs") || name == "tests.rs" {
            continue;
        }
        let text = fs::read_to_string(entry.path()).expect("a readable source");
        let text = text.split("#[cfg(test)]").next().unwrap_or_default();
        let tokens: TokenStream = text.parse().expect("a source is made of tokens");
        collect(tokens, &mut |text| {
            if text.starts_with("expected ") {
                messages.push((name.clone(), text.to_owned()));
            }
        });
    }
    messages
}

/// Calls a function with each text in quotes.
fn collect(tokens: TokenStream, each: &mut impl FnMut(&str)) {
    for token in tokens {
        match token {
            TokenTree::Group(group) => collect(group.stream(), each),
            TokenTree::Literal(literal) => {
                if let Ok(text) = syn::parse_str::<syn::LitStr>(&literal.to_string()) {
                    each(&text.value());
                }
            }
            _ => {}
        }
    }
}

/// Reports whether a message is a written one with anything in place of the names in braces.
fn is_filled(written: &str, message: &str) -> bool {
    // A brace of the message itself is written twice.
    let written = written.replace("{{", "\u{1}").replace("}}", "\u{2}");
    let mut parts = written.split('{');
    let first = parts.next().unwrap_or_default();
    let rest = parts.map(|part| part.split_once('}').map_or(part, |(_, text)| text));
    let mut left = message.to_owned();
    for part in [first].into_iter().chain(rest) {
        let part = part.replace('\u{1}', "{").replace('\u{2}', "}");
        let Some(at) = left.find(&part) else {
            return false;
        };
        left.drain(..at + part.len());
    }
    true
}
