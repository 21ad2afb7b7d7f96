//! The plan inside the engine's wasm, as a custom section, and each further language in a wasm of its own.
//!
//! Engines ignore unknown custom sections, and a custom section may come last (WebAssembly Core
//! Specification 2.0, 5.5.3), so it is enough to append bytes. A language could be any file; as a wasm with nothing else it
//! has a type that every server knows, because the engine has it too.

use plan::Content;
use plan::format::{pack, pack_apart, push_number};

/// The name of the section with the plan, which `www/element` reads.
const PLAN: &str = "plan";

/// The name of the section with a further language.
const LANGUAGE: &str = "language";

/// The id of every custom section.
const CUSTOM: u8 = 0;

/// A wasm with nothing inside: the magic number and the version.
const EMPTY: [u8; 8] = *b"\0asm\x01\0\0\0";

/// The engine with a plan in its original language, and a wasm for each further language.
pub(super) struct Parts {
    pub(super) wasm: Vec<u8>,
    /// The engine with the plan in all languages, for the page in one file.
    pub(super) whole: Vec<u8>,
    /// The tags of the languages, and their files.
    pub(super) languages: Vec<(String, Vec<u8>)>,
}

impl Parts {
    /// Puts the content into the engine. The glosses of its phrases are in the module of rare features.
    pub(super) fn new(engine: &[u8], content: &Content) -> Self {
        let content = without_glosses(content.clone());
        let tags = content.plan.languages.iter().skip(1);
        let tags: Vec<&str> = tags.map(|language| &*language.tag).collect();
        let (main, apart) = pack_apart(&content, &tags);
        let of = |(tag, part): (&&str, Vec<u8>)| {
            ((*tag).to_owned(), with_section(&EMPTY, LANGUAGE, &part))
        };
        Self {
            wasm: with_section(engine, PLAN, &main),
            whole: with_section(engine, PLAN, &pack(&content)),
            languages: tags.iter().zip(apart).map(of).collect(),
        }
    }
}

/// Returns a wasm with a custom section appended.
fn with_section(wasm: &[u8], name: &str, content: &[u8]) -> Vec<u8> {
    let mut body = Vec::with_capacity(content.len() + name.len() + 1);
    push_number(&mut body, name.len());
    body.extend(name.bytes());
    body.extend(content);
    let mut whole = wasm.to_vec();
    whole.push(CUSTOM);
    push_number(&mut whole, body.len());
    whole.extend(body);
    whole
}

fn without_glosses(mut content: Content) -> Content {
    for facet in content.plan.facets.iter_mut() {
        for value in facet.values.iter_mut() {
            for phrase in &mut value.phrases {
                phrase.0.truncate(1);
            }
        }
    }
    content
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn appends_one_custom_section() {
        let content = fixture::content();
        let whole = Parts::new(&EMPTY, content).whole;
        let section = whole.strip_prefix(&EMPTY).expect("the module first");
        assert_eq!(section[0], CUSTOM);
        let packed = pack(&without_glosses(content.clone()));
        assert!(
            packed.len() < pack(content).len(),
            "the glosses are elsewhere"
        );
        let (head, body) = section.split_at(section.len() - packed.len());
        assert_eq!(body, packed);
        assert!(head.ends_with(b"\x04plan"));
        let size = (PLAN.len() + 1 + packed.len()) as u64;
        let written = head[1..head.len() - 5].iter().rev();
        let written = written.fold(0_u64, |size, byte| size << 7 | u64::from(byte & 127));
        assert_eq!(written, size);
    }

    #[test]
    fn each_language_but_the_original_is_a_file() {
        let content = fixture::content();
        let parts = Parts::new(&EMPTY, content);
        let tags: Vec<&str> = parts.languages.iter().map(|(tag, _)| &**tag).collect();
        assert_eq!(tags, ["en", "es", "pt"]);
        let has = |bytes: &[u8], text: &str| {
            bytes
                .windows(text.len())
                .any(|part| part == text.as_bytes())
        };
        let word = "energía";
        assert!(has(&parts.whole, word));
        assert!(!has(&parts.wasm, word));
        assert!(has(&parts.languages[1].1, word));
        assert!(!has(&parts.languages[0].1, word));
        assert!(has(&parts.wasm, "中拉"));
    }
}
