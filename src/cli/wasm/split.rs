//! Splits the code that a first view does not need off the wasm.
//!
//! The entries into that code are declared in `src/widget/rare.rs`. The library follows what they use: whatever only they
//! use becomes the second wasm. Both share the memory and the table of functions.

use std::fs;
use std::path::{Path, PathBuf};

use wasm_split_cli_support::{Options, transform};

use commands::Failure;

/// The name of the second wasm's part, as the entries have it.
const PART: &str = "rare";

/// Splits a module, in a folder for the results. Returns the path of the main wasm, which wasm-bindgen still has to bind,
/// and the second wasm.
pub(super) fn split(module: &Path, folder: &Path) -> Result<(PathBuf, Vec<u8>), Failure> {
    let failure = |error: &dyn std::fmt::Display| Failure::build("split the wasm", error);
    let folder = folder.join("split");
    let main = folder.join("main.wasm");
    let whole = fs::read(module).map_err(|error| failure(&error))?;
    let mut options = Options::new(&whole);
    options.output_dir = &folder;
    options.main_out_path = &main;
    let split = transform(options).map_err(|error| failure(&error))?;
    match &*split.split_modules {
        [rare] if rare.ends_with(format!("split_{PART}.wasm")) => {
            let rare = fs::read(rare).map_err(|error| failure(&error))?;
            let rare = without_custom_sections(&rare).ok_or_else(|| {
                failure(&"expected whole sections in the second wasm, found a cut one")
            })?;
            Ok((main, rare))
        }
        others => {
            let found =
                format!("expected one part named {PART}, found {others:?}; see src/widget/rare.rs");
            Err(failure(&found))
        }
    }
}

/// Returns a wasm without its custom sections: names for debuggers, which are as large as the code.
fn without_custom_sections(wasm: &[u8]) -> Option<Vec<u8>> {
    /// The length of the magic number and the version.
    const HEAD: usize = 8;
    /// The id of every custom section.
    const CUSTOM: u8 = 0;
    let (head, mut rest) = wasm.split_at_checked(HEAD)?;
    let mut kept = head.to_vec();
    while let [id, after @ ..] = rest {
        // The length of a section is an unsigned LEB128: seven bits in each byte, the lowest first.
        let digits = after.iter().position(|byte| byte & 0x80 == 0)? + 1;
        let seven_bits = after[..digits].iter().rev();
        let length = seven_bits.fold(0, |length, byte| length << 7 | usize::from(byte & 0x7f));
        let (section, next) = rest.split_at_checked(1 + digits + length)?;
        if *id != CUSTOM {
            kept.extend(section);
        }
        rest = next;
    }
    Some(kept)
}

#[cfg(test)]
mod tests {
    use super::without_custom_sections;

    #[test]
    fn removes_custom_sections_only() {
        let head = *b"\0asm\x01\0\0\0";
        // Two custom sections, the first of 130 bytes, around a type section of one byte.
        let long = [&[0, 0x82, 1][..], &[7; 130]].concat();
        let wasm = [&head[..], &long, &[1, 1, 0], &[0, 2, 1, b'x']].concat();
        let kept = without_custom_sections(&wasm);
        assert_eq!(kept, Some([&head[..], &[1, 1, 0]].concat()));
        assert_eq!(without_custom_sections(&wasm[..wasm.len() - 1]), None);
        assert_eq!(without_custom_sections(&wasm[..4]), None);
    }
}
