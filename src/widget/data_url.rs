//! Files that a link contains.

/// Returns an address that contains a text, so that a link can save it as a file.
pub(crate) fn data_url(media_type: &str, text: &str) -> String {
    let text = query::encode(text);
    ["data:", media_type, ";charset=utf-8,", &text].concat()
}
