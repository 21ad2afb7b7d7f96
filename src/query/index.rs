//! A plan prepared for searching.

use std::cell::RefCell;
use std::rc::Rc;

use plan::{ById, ClauseId, FacetId, InLanguage, Plan};

use crate::annotation::Annotation;
use crate::clause_set::ClauseSet;
use crate::fold::Folder;
use crate::folded::FoldedText;
use crate::needle::Needles;
use crate::tags::{Counts, Tags};

/// A plan prepared for searching.
#[derive(Debug)]
pub struct Index {
    pub(super) plan: Rc<Plan>,
    pub(super) folder: Rc<Folder>,
    /// The folded names of each thing that has several.
    pub(super) names: Rc<Vec<Vec<String>>>,
    /// The folded texts: the first text of each clause, then the second of each, and so on.
    pub(super) folded: Rc<Vec<FoldedText>>,
    pub(super) tags: Rc<Tags>,
    /// How many clauses have each value.
    pub(super) whole: Rc<Counts>,
    /// The last search. Typing asks for the same again, or for a part of it.
    pub(super) last: Rc<RefCell<Option<Search>>>,
    /// The annotations of each clause; empty if the host gave none.
    pub(super) annotations: ById<ClauseId, Vec<Annotation>>,
    /// The facet of the annotations' statuses.
    pub(super) statuses: Option<FacetId>,
}

/// The needles of a search, and the clauses that contain all of them.
pub(super) type Search = (Needles, Rc<ClauseSet>);

impl Index {
    /// Folds the text of all clauses once.
    #[must_use]
    pub fn new(plan: Plan) -> Self {
        let folder = Folder::new(&plan.folds);
        let languages = plan.clauses.iter().map(|clause| clause.text.0.len());
        let languages = 0..languages.max().unwrap_or(0);
        let texts = languages.map(|nth| FoldedText::new(&plan, nth, &folder));
        let names = plan.names.iter().flatten();
        let names = names.map(|names| names.iter().map(|name| folder.fold(name)).collect());
        let tags = Tags::new(&plan.clauses, &plan.facets);
        Self {
            names: Rc::new(names.collect()),
            folded: Rc::new(texts.collect()),
            whole: Rc::new(tags.whole()),
            tags: Rc::new(tags),
            last: Rc::default(),
            plan: Rc::new(plan),
            folder: Rc::new(folder),
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

    /// Reports whether a text contains these words, as a search compares them.
    #[must_use]
    pub fn contains(&self, text: &str, words: &str) -> bool {
        self.folder.fold(text).contains(&self.folder.fold(words))
    }

    /// Returns the character to which a search folds this one.
    pub(crate) fn fold(&self, c: char) -> char {
        self.folder.fold_char(c)
    }

    /// Returns the texts of a clause in the order of its languages, each with its folded form, in which the notes to it
    /// follow.
    pub(crate) fn texts(&self, clause: ClauseId) -> impl Iterator<Item = (InLanguage<&str>, &str)> {
        let folded = self.folded.iter().map(move |text| text.of(clause));
        self.plan.clauses[clause].text.iter().zip(folded)
    }

    /// Returns the clauses that contain every needle.
    pub(crate) fn matching(&self, needles: &Needles) -> Rc<ClauseSet> {
        let last = self.last.borrow().clone();
        let mut matching = match last.filter(|(former, _)| needles.imply(former)) {
            Some((former, set)) if former == *needles => return set,
            Some((_, set)) => (*set).clone(),
            None => ClauseSet::all(self.plan.clauses.len()),
        };
        for needle in needles.as_slice() {
            matching = needle.matching(&self.folded, &matching);
        }
        let matching = Rc::new(matching);
        *self.last.borrow_mut() = Some((needles.clone(), Rc::clone(&matching)));
        matching
    }
}
