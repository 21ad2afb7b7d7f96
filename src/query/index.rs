//! A plan prepared for searching.

use std::rc::Rc;

use plan::{ById, Clause, ClauseId, FacetId, InLanguage, Plan};

use crate::annotation::Annotation;
use crate::fold::Folder;
use crate::needle::Needles;

/// A plan prepared for searching.
#[derive(Debug)]
pub struct Index {
    pub(super) plan: Rc<Plan>,
    pub(super) folder: Rc<Folder>,
    /// The folded names of each thing that has several.
    pub(super) names: Rc<Vec<Vec<String>>>,
    /// The folded text of each clause, in the order of its languages.
    pub(super) folded: Rc<ById<ClauseId, Vec<String>>>,
    /// The annotations of each clause; empty if the host gave none.
    pub(super) annotations: ById<ClauseId, Vec<Annotation>>,
    /// The facet of the annotations' statuses.
    pub(super) statuses: Option<FacetId>,
}

impl Index {
    /// Folds the text of all clauses once.
    #[must_use]
    pub fn new(plan: Plan) -> Self {
        let folder = Folder::new(&plan.folds);
        let fold_clause = |clause: &Clause| {
            let texts = clause.text.iter();
            texts.map(|one| folder.fold(one.text)).collect()
        };
        let texts: ById<_, _> = plan.clauses.iter().map(fold_clause).collect();
        let names = plan.names.iter().flatten();
        let names = names.map(|names| names.iter().map(|name| folder.fold(name)).collect());
        Self {
            names: Rc::new(names.collect()),
            plan: Rc::new(plan),
            folder: Rc::new(folder),
            folded: Rc::new(texts),
            annotations: ById::default(),
            statuses: None,
        }
    }

    /// Returns the plan, with the facet of the annotations' statuses if there is one.
    #[must_use]
    pub fn plan(&self) -> &Plan {
        &self.plan
    }

    /// Folds the words and phrases of a query as the plan's text is folded.
    #[must_use]
    pub fn needles(&self, query: &str) -> Needles {
        Needles::new(query, &self.folder, &self.names)
    }

    /// Returns the character to which a search folds this one.
    pub(crate) fn fold(&self, c: char) -> char {
        self.folder.fold_char(c)
    }

    /// Returns the texts of a clause in the order of its languages, each with its folded form.
    pub(crate) fn texts(
        &self,
        clause: ClauseId,
    ) -> impl Iterator<Item = (InLanguage<&str>, &String)> {
        let texts = self.plan.clauses[clause].text.iter();
        texts.zip(&self.folded[clause])
    }
}
