//! Plain data for JavaScript.

use serde::Serialize;
use web_sys::wasm_bindgen::JsValue;

/// The value as plain JavaScript objects, lists, strings and numbers.
pub(crate) fn plain(value: &impl Serialize) -> JsValue {
    let serializer = serde_wasm_bindgen::Serializer::json_compatible();
    // Strings, numbers, lists and maps with names as keys: serializing them cannot fail.
    value.serialize(&serializer).unwrap_or_default()
}
