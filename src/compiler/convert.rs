//! Values of JavaScript from those of Rust.

use std::collections::BTreeMap;
use std::fmt::Display;

use js_sys::{Error, JSON, Map, Uint8Array};
use publish::site::File;
use serde::Serialize;
use wasm_bindgen::JsCast;
use wasm_bindgen::JsValue;

/// Returns an error with this message.
pub(crate) fn error(message: impl Display) -> JsValue {
    Error::new(&message.to_string()).into()
}

/// Returns a list or an object of plain values.
pub(crate) fn plain(value: &impl Serialize) -> Result<JsValue, JsValue> {
    let json = serde_json::to_string(value).map_err(error)?;
    JSON::parse(&json)
}

/// Returns a map of names to bytes.
pub(crate) fn map(files: &[File]) -> Map {
    let map = Map::new();
    for File { name, bytes } in files {
        map.set(&name.into(), &Uint8Array::from(bytes.as_slice()));
    }
    map
}

/// Reads a map of paths to bytes.
pub(crate) fn files(map: &Map) -> Result<BTreeMap<String, Vec<u8>>, JsValue> {
    let mut files = BTreeMap::new();
    for entry in map.entries() {
        let entry = js_sys::Array::from(&entry?);
        let path = entry.get(0).as_string();
        let path = path.ok_or_else(|| error("expected a path as key of the map, found none"))?;
        let bytes = entry.get(1).dyn_into::<Uint8Array>();
        let bytes =
            bytes.map_err(|_| error(format!("expected the bytes of {path}, found none")))?;
        files.insert(path, bytes.to_vec());
    }
    Ok(files)
}
