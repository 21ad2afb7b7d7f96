//! The direction in which a language is written.

/// The languages that are usually written from right to left.
const LANGUAGES: &str = "ar arc ckb dv fa he ks nqo ps sd syr ug ur yi";

/// The scripts that are written from right to left.
const SCRIPTS: &str = "Adlm Arab Aran Hebr Nkoo Rohg Syrc Thaa";

/// Returns the direction of a language for HTML's `dir`, by its BCP 47 tag, such as `ar` or
/// `uz-Arab`.
#[must_use]
pub fn direction(tag: &str) -> &'static str {
    let mut parts = tag.split('-');
    let language = parts.next().unwrap_or_default();
    let is_script = |part: &&str| part.len() == 4 && part.bytes().all(|b| b.is_ascii_alphabetic());
    let (known, part) = match parts.find(is_script) {
        Some(script) => (SCRIPTS, script),
        None => (LANGUAGES, language),
    };
    let is_from_right = known.split(' ').any(|one| one.eq_ignore_ascii_case(part));
    if is_from_right { "rtl" } else { "ltr" }
}

#[cfg(test)]
mod tests {
    use super::direction;

    #[test]
    fn reads_languages_and_scripts() {
        for tag in ["ar", "AR-EG", "he", "fa-IR", "uz-Arab-AF", "az-Latn-x-Arab"] {
            let expected = if tag.starts_with("az") { "ltr" } else { "rtl" };
            assert_eq!(direction(tag), expected, "{tag}");
        }
        for tag in ["zh-Hans", "pt-BR", "en", "ar-Latn", "sl-1994", ""] {
            assert_eq!(direction(tag), "ltr", "{tag}");
        }
    }
}
