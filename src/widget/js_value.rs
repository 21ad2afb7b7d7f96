//! Plain data as JavaScript values.

use js_sys::{Array, Map, Object, Reflect};
use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use web_sys::wasm_bindgen::{JsCast, JsValue};

/// Returns the value as plain JavaScript objects, lists, strings and numbers.
pub(crate) fn plain(value: &impl Serialize) -> JsValue {
    let serializer = Serializer::json_compatible().serialize_maps_as_objects(false);
    // Strings, numbers, lists and maps whose keys are strings: to serialize them cannot fail.
    let value = value.serialize(&serializer).unwrap_or_default();
    with_objects(value)
}

/// Replaces each map by an object. The serializer would set a key such as `__proto__` by assignment, which replaces the
/// object's prototype and leaves the key out.
fn with_objects(value: JsValue) -> JsValue {
    if let Some(map) = value.dyn_ref::<Map>() {
        let pairs = Array::new();
        map.for_each(&mut |value, key| {
            pairs.push(&Array::of2(&key, &with_objects(value)));
        });
        return Object::from_entries(&pairs).map_or(JsValue::NULL, JsValue::from);
    }
    if let Some(list) = value.dyn_ref::<Array>() {
        for index in 0..list.length() {
            list.set(index, with_objects(list.get(index)));
        }
    } else if let Some(object) = value.dyn_ref::<Object>() {
        for key in Object::keys(object).iter() {
            let inner = Reflect::get(object, &key).unwrap_or_default();
            if inner.is_object() {
                Reflect::set(object, &key, &with_objects(inner)).ok();
            }
        }
    }
    value
}
