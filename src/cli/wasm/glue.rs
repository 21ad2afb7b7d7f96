//! Names of its own for what Yew hangs on nodes and events.
//!
//! Yew tells its own event listeners from others by numbers that it stores in nodes and events, counted
//! from 1 in every bundle. Where two bundles are on a page, one takes the other's numbers for its own: a
//! click in one runs handlers of the other. The names of these properties stand in the glue only, so
//! the glue is where a bundle gets names that no other has.

/// The properties, and how often the glue reads or writes each.
const PROPERTIES: [(&str, usize); 3] = [
    ("__yew_subtree_id", 2),
    ("__yew_subtree_cache_key", 2),
    ("__yew_listener_id", 2),
];

/// The glue with a prefix in the names of the properties.
///
/// # Errors
/// Where the glue is another than the one this was written for; then it must be looked at anew.
pub(super) fn with_own_names(glue: &str, prefix: &str) -> Result<String, String> {
    let mut renamed = glue.to_owned();
    for (name, times) in PROPERTIES {
        let access = format!(".{name}");
        let found = renamed.matches(&access).count();
        if found != times {
            return Err(format!(
                "expected {times} uses of the property {name} in the glue, found {found}; see src/cli/glue.rs"
            ));
        }
        renamed = renamed.replace(&access, &format!(".__{prefix}{name}"));
    }
    // A renamed property is `.__PREFIX__yew_…`; any other mention of Yew's names would still collide.
    let mentions = renamed.matches("__yew").count();
    let expected: usize = PROPERTIES.iter().map(|(_, times)| times).sum();
    if mentions != expected {
        return Err(format!(
            "expected {expected} of Yew's own names in the glue, found {mentions}; see src/cli/glue.rs"
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
    fn each_property_is_renamed_wherever_it_stands() {
        let renamed = with_own_names(GLUE, "0a1b").expect("it is the glue that is expected");
        assert_eq!(renamed, GLUE.replace("__yew", "__0a1b__yew"));
    }

    #[test]
    fn another_glue_is_refused() {
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
