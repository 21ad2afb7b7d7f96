//! The levels of a plan's divisions in words, for messages to authors.

use plan::{CLAUSE_STEM, LEVELS};

/// Returns a level's name with its indefinite article, such as “an article”.
pub(crate) fn with_article(name: &str) -> String {
    let article = if name.starts_with(['a', 'e', 'i', 'o', 'u']) {
        "an"
    } else {
        "a"
    };
    format!("{article} {name}")
}

/// Returns the names of all levels, such as “article or section”.
pub(crate) fn any_division() -> String {
    LEVELS.map(|level| level.name).join(" or ")
}

/// Returns one eId for each level, such as “`art_1` or `art_1__sec_1`”.
pub(crate) fn division_eids() -> String {
    example_eids().join(" or ")
}

/// Returns one clause's eId for each level, such as “`art_1__para_1` or `art_1__sec_1__para_1`”.
pub(crate) fn clause_eids() -> String {
    let in_division = |division: String| format!("{division}__{CLAUSE_STEM}_1");
    example_eids().map(in_division).join(" or ")
}

fn example_eids() -> [String; LEVELS.len()] {
    let mut path = Vec::new();
    LEVELS.map(|level| {
        path.push(format!("{}_1", level.stem));
        path.join("__")
    })
}
