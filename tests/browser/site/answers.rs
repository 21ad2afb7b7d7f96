//! Answers of a site: their types, and the script that records the console.

use axum::body::Body;
use axum::http::{Response, StatusCode, header};

pub(super) const CAPTURE_PATH: &str = "/console-capture.js";
pub(super) const HTML: &str = "text/html; charset=utf-8";

pub(super) fn response(status: StatusCode, mime: &str, content: Vec<u8>) -> Response<Body> {
    Response::builder()
        .status(status)
        .header(header::CONTENT_TYPE, mime)
        .header(header::CACHE_CONTROL, "no-store")
        .body(Body::from(content))
        .expect("the status and both headers are valid")
}

pub(super) fn redirect(to: &str) -> Response<Body> {
    let mut response = response(StatusCode::PERMANENT_REDIRECT, "text/plain", vec![]);
    let to = header::HeaderValue::try_from(to).expect("an address is a valid header");
    response.headers_mut().insert(header::LOCATION, to);
    response
}

pub(super) fn mime(path: &str) -> &'static str {
    match path.rsplit_once('.').map_or("", |(_, extension)| extension) {
        "html" => HTML,
        "js" | "mjs" => "text/javascript",
        "css" => "text/css; charset=utf-8",
        "json" => "application/json",
        "svg" => "image/svg+xml",
        "webmanifest" => "application/manifest+json",
        "png" => "image/png",
        "wasm" => "application/wasm",
        "woff2" => "font/woff2",
        "txt" => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

/// Inserts the script after `<head>`, or where the implied head begins; not into fragments of pages.
pub(super) fn insert_capture(page: Vec<u8>) -> Vec<u8> {
    let mut page = String::from_utf8(page).expect("HTML pages must be UTF-8");
    let lower = page.to_ascii_lowercase();
    let after = |tag| {
        lower
            .find(tag)
            .and_then(|at| Some(at + lower[at..].find('>')? + 1))
    };
    let at = ["<head>", "<head ", "<!doctype"]
        .into_iter()
        .find_map(after);
    if let Some(at) = at {
        page.insert_str(at, &format!(r#"<script src="{CAPTURE_PATH}"></script>"#));
    }
    page.into_bytes()
}
