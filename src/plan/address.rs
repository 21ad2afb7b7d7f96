//! Addresses that a page may link to.

/// Reports whether a text is an absolute address by http, https or mailto. Browsers accept more,
/// such as white space before or inside the scheme; this does not.
#[must_use]
pub fn is_address(href: &str) -> bool {
    ["http://", "https://", "mailto:"].iter().any(|scheme| {
        let start = href.get(..scheme.len());
        start.is_some_and(|start| start.eq_ignore_ascii_case(scheme)) && href.len() > scheme.len()
    })
}

#[cfg(test)]
mod tests {
    use super::is_address;

    #[test]
    fn accepts_only_addresses_of_web_and_mail() {
        for href in [
            "http://a",
            "https://a.org/b?c#d",
            "HTTPS://A.ORG",
            "mailto:a@b.org",
        ] {
            assert!(is_address(href), "{href}");
        }
        for text in [
            "",
            "javascript:alert(1)",
            " javascript:alert(1)",
            "java\nscript:alert(1)",
            "data:text/html,x",
            "//a.org",
            "/a",
            "a.org",
            "https:",
            "https://",
            "http:a",
            "file:///a",
            "blob:http://a",
            "h\u{74}tp",
            "é",
        ] {
            assert!(!is_address(text), "{text}");
        }
    }
}
