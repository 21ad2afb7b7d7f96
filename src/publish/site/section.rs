//! The plan inside the engine's wasm, as a custom section.
//!
//! Custom sections are ignored by whatever runs the module, and may come last (WebAssembly Core
//! Specification 2.0, 5.5.3), so that appending bytes is enough.

use plan::{Content, format};

/// The name of the section, which `www/element` reads.
const NAME: &str = "plan";

/// The id of every custom section.
const CUSTOM: u8 = 0;

/// The wasm with the packed content appended.
pub(super) fn with_plan(wasm: &[u8], content: &Content) -> Vec<u8> {
    let packed = format::pack(content);
    let mut body = Vec::with_capacity(packed.len() + NAME.len() + 1);
    push_length(&mut body, NAME.len());
    body.extend(NAME.bytes());
    body.extend(packed);
    let mut whole = wasm.to_vec();
    whole.push(CUSTOM);
    push_length(&mut whole, body.len());
    whole.extend(body);
    whole
}

/// Appends a length in unsigned LEB128, as all of WebAssembly writes lengths.
fn push_length(to: &mut Vec<u8>, mut length: usize) {
    while length > 127 {
        to.push(128 | length.to_le_bytes()[0]);
        length >>= 7;
    }
    to.push(length.to_le_bytes()[0]);
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
        let packed = format::pack(content);
        let (head, body) = section.split_at(section.len() - packed.len());
        assert_eq!(body, packed);
        assert!(head.ends_with(b"\x04plan"));
        let size = (NAME.len() + 1 + packed.len()) as u64;
        let written = head[1..head.len() - 5].iter().rev();
        let written = written.fold(0_u64, |size, byte| size << 7 | u64::from(byte & 127));
        assert_eq!(written, size);
    }
}
