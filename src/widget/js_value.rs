//! Plain data as JavaScript values.

use serde::Serialize;
use web_sys::wasm_bindgen::JsValue;

/// Returns the value as plain JavaScript objects, lists, strings and numbers.
pub(crate) fn plain(value: &impl Serialize) -> JsValue {
    let serializer = serde_wasm_bindgen::Serializer::json_compatible();
    // Strings, numbers, lists and maps whose keys are strings: to serialize them cannot fail.
    value.serialize(&serializer).unwrap_or_default()
}
