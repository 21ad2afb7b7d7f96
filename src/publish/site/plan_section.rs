//! The plan inside the engine's wasm, as a custom section.
//!
//! Engines ignore unknown custom sections, and a custom section may come last (WebAssembly Core
//! Specification 2.0, 5.5.3), so it is enough to append bytes.

use plan::Content;
use plan::format::{pack, push_number};

/// The name of the section that `www/element` reads.
const NAME: &str = "plan";

/// The id of every custom section.
const CUSTOM: u8 = 0;

/// Returns the wasm with the packed content appended. The glosses of its phrases are in the module of
/// rare features.
pub(super) fn with_plan(wasm: &[u8], content: &Content) -> Vec<u8> {
    let packed = pack(&without_glosses(content.clone()));
    let mut body = Vec::with_capacity(packed.len() + NAME.len() + 1);
    push_number(&mut body, NAME.len());
    body.extend(NAME.bytes());
    body.extend(packed);
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
        let empty_module = [0, b'a', b's', b'm', 1, 0, 0, 0];
        let content = fixture::content();
        let whole = with_plan(&empty_module, content);
        let section = whole.strip_prefix(&empty_module).expect("the module first");
        assert_eq!(section[0], CUSTOM);
        let packed = pack(&without_glosses(content.clone()));
        assert!(
            packed.len() < pack(content).len(),
            "the glosses are elsewhere"
        );
        let (head, body) = section.split_at(section.len() - packed.len());
        assert_eq!(body, packed);
        assert!(head.ends_with(b"\x04plan"));
        let size = (NAME.len() + 1 + packed.len()) as u64;
        let written = head[1..head.len() - 5].iter().rev();
        let written = written.fold(0_u64, |size, byte| size << 7 | u64::from(byte & 127));
        assert_eq!(written, size);
    }
}
