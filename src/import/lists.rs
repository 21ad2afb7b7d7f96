//! Lists whose values are found by a rule.

/// Returns the index of the first value that has a property. If none has, `new` is added.
pub(crate) fn index_or_push<T>(
    list: &mut Vec<T>,
    has: impl FnMut(&T) -> bool,
    new: impl FnOnce() -> T,
) -> usize {
    list.iter().position(has).unwrap_or_else(|| {
        list.push(new());
        list.len() - 1
    })
}
