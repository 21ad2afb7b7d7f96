//! Unique names for the properties that Yew adds to nodes and events.
//!
//! Yew recognises its own nodes and events by numbers that it stores in them. Every bundle counts
//! these numbers from 1. If a page loads two bundles, each takes the other's numbers for its own: a
//! click in one runs handlers of the other. Only the glue contains the names of these properties,
//! so renaming them in the glue gives every bundle its own names.

/// The properties, and how many times the glue uses each.
const PROPERTIES: [(&str, usize); 3] = [
    ("__yew_subtree_id", 2),
    ("__yew_subtree_cache_key", 2),
    ("__yew_listener_id", 2),
];

/// Returns the glue with a prefix in the names of the properties.
///
/// # Errors
/// If the glue uses the properties in an unknown way. Then a new version of wasm-bindgen or Yew
/// needs a new version of this module.
pub(super) fn with_own_names(glue: &str, prefix: &str) -> Result<String, String> {
    let mut renamed = glue.to_owned();
    for (name, times) in PROPERTIES {
        let access = format!(".{name}");
        let found = renamed.matches(&access).count();
        if found != times {
            return Err(format!(
                "expected {times} uses of the property {name} in the glue, found {found}; see src/cli/wasm/glue.rs"
            ));
        }
        renamed = renamed.replace(&access, &format!(".__{prefix}{name}"));
    }
    // A renamed property is `.__PREFIX__yew_…`. Any other use of a name of Yew would still collide.
    let mentions = renamed.matches("__yew").count();
    let expected: usize = PROPERTIES.iter().map(|(_, times)| times).sum();
    if mentions != expected {
        return Err(format!(
            "expected {expected} of Yew's own names in the glue, found {mentions}; see src/cli/wasm/glue.rs"
        ));
    }
    Ok(renamed)
}

#[cfg(test)]
mod tests {
    use super::with_own_names;

    const GLUE: &str = "a.__yew_subtree_id = 1; b(a.__yew_subtree_id);
        a.__yew_subtree_cache_key = 1; b(a.__yew_subtree_cache_key);
        a.__yew_listener_id = 1; b(a.__yew_listener_id);";

    #[test]
    fn renames_every_use_of_a_property() {
        let renamed =
            with_own_names(GLUE, "0a1b").expect("the glue uses the properties as expected");
        assert_eq!(renamed, GLUE.replace("__yew", "__0a1b__yew"));
    }

    #[test]
    fn reports_an_unknown_glue() {
        for other in [
            GLUE.replace("b(a.__yew_listener_id);", ""),
            GLUE.replace(
                "b(a.__yew_listener_id);",
                "b(a.__yew_listener_id, a.__yew_listener_id);",
            ),
            format!("{GLUE} a.__yew_something_new = 1;"),
            format!("{GLUE} a[\"__yew_subtree_id\"];"),
        ] {
            let error = with_own_names(&other, "x").expect_err(&other);
            assert!(error.starts_with("expected "), "{error}");
        }
    }
}
