//! The levels of a plan's divisions, and its clauses, as `plan.toml` describes them; with their
//! names for messages to authors.

use plan::{CLAUSE_STEM, LEVELS};

use crate::numbering::form::Form;

/// The stem of the eIds of items, by the Akoma Ntoso naming convention.
const ITEM_STEM: &str = "point";

/// The levels of divisions, and the clauses.
#[derive(Clone, Debug)]
pub(crate) struct Levels {
    /// Outermost first.
    pub(crate) divisions: Vec<Rule>,
    pub(crate) clause: Rule,
    /// Whether all of them could be read.
    pub(crate) is_whole: bool,
    /// The numbers of items inside clauses: one form for each depth. Empty without items.
    pub(crate) items: Vec<Form>,
    pub(crate) item: Rule,
}

/// The properties that all divisions of a level share, or all clauses.
#[derive(Clone, Debug)]
pub(crate) struct Rule {
    /// The stem of their eIds.
    pub(crate) stem: String,
    /// Their name in data and messages.
    pub(crate) name: String,
    /// Whether their numbers run through the divisions above them.
    pub(crate) runs_through: bool,
    /// Whether their numbers may have gaps and insertions.
    pub(crate) has_gaps: bool,
}

impl Default for Levels {
    fn default() -> Self {
        let rule = |stem: &str, name: &str| Rule {
            stem: stem.to_owned(),
            name: name.to_owned(),
            runs_through: false,
            has_gaps: false,
        };
        Self {
            divisions: LEVELS
                .iter()
                .map(|level| rule(&level.stem, &level.key))
                .collect(),
            clause: rule(CLAUSE_STEM, "clause"),
            is_whole: true,
            items: Vec::new(),
            item: rule(ITEM_STEM, "item"),
        }
    }
}

impl Levels {
    /// Reports whether the exported table has a column of this name for levels, numbers or addresses. The others have an
    /// underscore, which no id has.
    pub(crate) fn has_column(&self, id: &str) -> bool {
        let mut levels = self.divisions.iter();
        levels.any(|level| level.name == id) || ["eid", "number", "url"].contains(&id)
    }

    /// Returns the same levels for a text whose numbers may have gaps.
    pub(crate) fn with_gaps(&self) -> Self {
        let mut levels = self.clone();
        for rule in levels
            .divisions
            .iter_mut()
            .chain([&mut levels.clause, &mut levels.item])
        {
            rule.has_gaps = true;
        }
        levels
    }

    /// Returns the names of all levels, such as “article or section”.
    pub(crate) fn any_division(&self) -> String {
        let names: Vec<&str> = self.divisions.iter().map(|rule| &*rule.name).collect();
        names.join(" or ")
    }

    /// Returns one eId for each level, such as “`art_1` or `art_1__sec_1`”.
    pub(crate) fn division_eids(&self) -> String {
        self.example_eids().join(" or ")
    }

    /// Returns one clause's eId for each level, such as “`art_1__para_1` or
    /// `art_1__sec_1__para_1`”.
    pub(crate) fn clause_eids(&self) -> String {
        let mut eids = self.example_eids();
        for eid in &mut eids {
            eid.extend(["__", &self.clause.stem, "_1"]);
        }
        eids.join(" or ")
    }

    fn example_eids(&self) -> Vec<String> {
        let mut path = String::new();
        let mut next = |rule: &Rule| {
            let joint = if path.is_empty() { "" } else { "__" };
            path.extend([joint, &rule.stem, "_1"]);
            path.clone()
        };
        self.divisions.iter().map(&mut next).collect()
    }
}

/// Returns a level's name with its indefinite article, such as “an article”.
pub(crate) fn with_article(name: &str) -> String {
    let article = if name.starts_with(['a', 'e', 'i', 'o', 'u']) {
        "an"
    } else {
        "a"
    };
    format!("{article} {name}")
}
