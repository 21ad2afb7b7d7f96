//! Short names between the wasm and its glue.
//!
//! In wasm-bindgen's output, the names of imports and of some exports end with 16 hexadecimal
//! digits, which do not compress. Without them, a first use loads 2 KB less (brotli). Only the wasm
//! and its glue contain these names.

/// Reports whether a name ends with such digits.
pub(super) fn is_long(name: &str) -> bool {
    let digits = name.bytes().rev().take_while(u8::is_ascii_hexdigit).count();
    digits >= 16
}

/// Returns the short name with this number.
pub(super) fn short(nth: usize) -> String {
    format!("_{nth}")
}

/// Returns the glue with names replaced, as pairs of the long and the short name.
///
/// # Errors
/// If the glue does not contain a long name, or already contains a short one.
pub(super) fn renamed(glue: &str, names: &[(String, String)]) -> Result<String, String> {
    let is_inside = |c: char| c.is_alphanumeric() || c == '_' || c == '$';
    let mut renamed = String::with_capacity(glue.len());
    let mut found = vec![false; names.len()];
    let mut rest = glue;
    while let Some(start) = rest.find(is_inside) {
        let (before, word) = rest.split_at(start);
        let end = word.find(|c| !is_inside(c)).unwrap_or(word.len());
        let (word, after) = word.split_at(end);
        if names.iter().any(|(_, short)| short == word) {
            return Err(format!(
                "expected a glue without the name {word}, found it; see src/cli/wasm/names.rs"
            ));
        }
        let known = names.iter().position(|(long, _)| long == word);
        renamed.push_str(before);
        renamed.push_str(known.map_or(word, |nth| &names[nth].1));
        if let Some(nth) = known {
            found[nth] = true;
        }
        rest = after;
    }
    renamed.push_str(rest);
    match found.iter().position(|found| !found) {
        Some(missing) => Err(format!(
            "expected the name {} in the glue, found none; see src/cli/wasm/names.rs",
            names[missing].0
        )),
        None => Ok(renamed),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(pairs: &[(&str, &str)]) -> Vec<(String, String)> {
        let own = |(long, short): &(&str, &str)| ((*long).to_owned(), (*short).to_owned());
        pairs.iter().map(own).collect()
    }

    #[test]
    fn names_with_a_hash_are_long() {
        assert!(is_long("__wbg_append_0123456789abcdef"));
        assert!(is_long("invoke__h0123456789abcdef"));
        assert!(!is_long("explorer_annotate"));
        assert!(!is_long("__wbindgen_malloc"));
    }

    #[test]
    fn replaces_whole_words_only() {
        let names = names(&[("a_1f", "_0"), ("b_1f", "_1")]);
        let glue = "wasm.a_1f(x); imports = { b_1f: a_1f, a_1ff: 1 };";
        let renamed = renamed(glue, &names);
        assert_eq!(
            renamed.as_deref(),
            Ok("wasm._0(x); imports = { _1: _0, a_1ff: 1 };")
        );
    }

    #[test]
    fn reports_missing_and_taken_names() {
        let names = names(&[("a_1f", "_0")]);
        let error = renamed("b()", &names).expect_err("the name is missing");
        assert!(error.starts_with("expected the name a_1f"), "{error}");
        let error = renamed("a_1f(_0)", &names).expect_err("the short name is taken");
        assert!(error.contains("without the name _0"), "{error}");
    }
}
