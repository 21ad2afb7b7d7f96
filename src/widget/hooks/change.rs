//! Effects that run when a value changes.

use std::any::Any;
use std::rc::Rc;

use yew::prelude::*;

/// Calls `effect` after the first rendering, and after each later one that has another `key`.
///
/// It is [`use_effect_with`] for effects without a cleanup. All keys and effects go through one
/// type, since each pair of types would cost 0.7 KB of wasm.
#[hook]
pub(super) fn use_change<K, F>(key: K, effect: F)
where
    K: PartialEq + 'static,
    F: FnOnce(&K) + 'static,
{
    let key = Rc::new(key);
    let effect = {
        let key = key.clone();
        Box::new(move || effect(&key))
    };
    use_erased(ErasedKey(key), effect);
}

#[hook]
fn use_erased(key: ErasedKey, effect: Box<dyn FnOnce()>) {
    use_effect_with(key, move |_| effect());
}

/// A key of any type.
struct ErasedKey(Rc<dyn Key>);

impl PartialEq for ErasedKey {
    fn eq(&self, other: &Self) -> bool {
        self.0.equals(other.0.as_any())
    }
}

trait Key {
    fn equals(&self, other: &dyn Any) -> bool;
    fn as_any(&self) -> &dyn Any;
}

impl<K: PartialEq + 'static> Key for K {
    fn equals(&self, other: &dyn Any) -> bool {
        other.downcast_ref() == Some(self)
    }

    fn as_any(&self) -> &dyn Any {
        self
    }
}
