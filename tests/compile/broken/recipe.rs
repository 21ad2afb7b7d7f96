//! The changes that break a content.

use std::fs;
use std::path::Path;

use compile::Source;

use crate::content;

/// The line before the diagnostics.
const END: &str = "Diagnostics:\n";

/// How a content is broken.
pub(super) struct Recipe {
    /// The part of the file that authors of tests write, with the line before the diagnostics.
    pub(super) text: String,
}

/// A change of one file.
struct Change<'a> {
    file: &'a str,
    /// How the file is stored; empty for UTF-8.
    form: &'a str,
    removed: String,
    added: String,
}

impl Recipe {
    pub(super) fn read(file: &Path) -> Self {
        let text = fs::read_to_string(file).expect("a readable file");
        let (recipe, _) = text
            .split_once(END)
            .unwrap_or_else(|| panic!("{}: no line “Diagnostics:”", file.display()));
        Self {
            text: [recipe, END].concat(),
        }
    }

    /// Returns the broken content.
    pub(super) fn source(&self) -> Source {
        let name = self
            .text
            .lines()
            .find_map(|line| line.strip_prefix("Content: "));
        let mut source = content::document(name.unwrap_or("city"));
        let words = compile::built_in_words(compile::ENGLISH);
        source.add("interface/en.toml", words.unwrap_or_default());
        for block in self.text.split("\n@ ").skip(1) {
            source = Change::read(block).apply(source);
        }
        source
    }
}

impl<'a> Change<'a> {
    fn read(block: &'a str) -> Self {
        let mut lines = block.lines();
        let first = lines.next().unwrap_or_default();
        let (file, form) = first.split_once(": ").unwrap_or((first, ""));
        let (mut removed, mut added) = (String::new(), String::new());
        for line in lines.take_while(|line| !line.is_empty()) {
            let (mark, line) = line.split_at(1);
            let line = format!("{line}\n");
            match mark {
                "-" => removed.push_str(&line),
                "+" => added.push_str(&unescaped(&line)),
                " " => {
                    removed.push_str(&line);
                    added.push_str(&line);
                }
                _ => panic!("a line of a change begins with a space, a minus or a plus: {line}"),
            }
        }
        Self {
            file,
            form,
            removed,
            added,
        }
    }

    fn apply(&self, mut source: Source) -> Source {
        let Self {
            file,
            form,
            removed,
            added,
        } = self;
        if removed.is_empty() && !added.is_empty() {
            source.add(file, added.clone());
        } else if !removed.is_empty() {
            content::replace(&mut source, file, removed, added);
        }
        let text = source.text(file).unwrap_or_default().to_owned();
        match *form {
            "" => {}
            "removed" => source.remove(file),
            "empty" => source.add(file, ""),
            "UTF-16" => {
                let units = text.encode_utf16().flat_map(u16::to_le_bytes);
                let bytes: Vec<u8> = [0xff, 0xfe].into_iter().chain(units).collect();
                source.add_bytes(file, &bytes);
            }
            "Latin-1" => {
                let bytes: Vec<u8> = text
                    .chars()
                    .map(|c| u8::try_from(c).unwrap_or(b'?'))
                    .collect();
                source.add_bytes(file, &bytes);
            }
            "byte order mark" => source.add(file, format!("\u{feff}{text}")),
            "long" => source.add(file, text.replace("LONG", &"long ".repeat(25_000))),
            "CRLF" => source.add(file, text.replace('\n', "\r\n")),
            _ => panic!("a known form, not {form}"),
        }
        source
    }
}

/// Returns a line with the characters that it has as `\u{…}`.
fn unescaped(line: &str) -> String {
    let mut parts = line.split("\\u{");
    let mut text = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (code, rest) = part.split_once('}').expect("a brace after a code point");
        let code = u32::from_str_radix(code, 16).expect("a code point");
        text.push(char::from_u32(code).expect("a character"));
        text.push_str(rest);
    }
    text
}
