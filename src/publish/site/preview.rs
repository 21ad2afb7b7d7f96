//! The picture of the plan that messengers and other sites show beside a link to the explorer.

use super::error::SiteError;

/// The name of the picture, in a content folder and in a site.
pub const PREVIEW: &str = "preview.png";

/// The first bytes of every PNG file.
const SIGNATURE: &[u8] = b"\x89PNG\r\n\x1a\n";

/// Returns the bytes of the picture.
///
/// # Errors
/// If they are no PNG file: the pages say that they are.
pub(super) fn checked(bytes: &[u8]) -> Result<&[u8], SiteError> {
    if bytes.starts_with(SIGNATURE) {
        return Ok(bytes);
    }
    let found = format!(
        "expected a PNG file of 1200 × 630 pixels, found {} bytes of something else; save the picture as PNG, or remove it",
        bytes.len()
    );
    Err(SiteError::new(&format!("read {PREVIEW}"), found))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn another_kind_of_file_is_refused() {
        assert!(checked(b"\x89PNG\r\n\x1a\n rest").is_ok());
        let error = checked(b"<svg>").map_err(|error| error.to_string());
        assert!(
            error.is_err_and(|error| error.contains("expected a PNG file")),
            "an SVG file is no PNG file"
        );
    }
}
