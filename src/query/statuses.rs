//! A host's annotations, and the facet of their statuses.
//!
//! The plan itself never changes. A plan with annotations is a copy with one more facet, so views,
//! counts and the interface treat a status like any other value.

use std::rc::Rc;

use plan::{
    ById, ClauseId, Evidence, Facet, FacetId, FacetValue, Id, InLanguage, Localized, Plan, Tag,
    ValueId,
};

use crate::annotation::Annotation;
use crate::index::Index;
use crate::tags::Tags;

/// The keys for the facet of statuses: the first one that the plan does not use. If the plan uses
/// both, statuses are shown and cannot be chosen.
const KEYS: [&str; 2] = ["status", "annotation-status"];

impl Index {
    /// Returns the same index with a host's annotations. If any has a status, the plan gets a facet
    /// of the statuses, in the order in which they first occur. `label` is the facet's name. While
    /// the annotations are loading (`None`), the facet has no values, and a view may name any.
    #[must_use]
    pub fn annotated(&self, label: Localized, annotations: Option<Vec<Annotation>>) -> Self {
        let is_loading = annotations.is_none();
        let annotations = annotations.unwrap_or_default();
        let is_free = |key: &&str| self.plan.facet_by_key(key).is_none();
        let key = KEYS.into_iter().find(is_free);
        let has_statuses = annotations.iter().any(|a| a.status.is_some());
        let key = key.filter(|_| has_statuses || is_loading);
        let mut plan = Rc::clone(&self.plan);
        let statuses = key.map(|key| add_facet(Rc::make_mut(&mut plan), key, label, &annotations));
        let (mut tags, mut whole) = (Rc::clone(&self.tags), Rc::clone(&self.whole));
        if statuses.is_some() {
            let with_statuses = Tags::new(&plan.clauses, &plan.facets);
            whole = Rc::new(with_statuses.whole());
            tags = Rc::new(with_statuses);
        }
        Self {
            folder: Rc::clone(&self.folder),
            names: Rc::clone(&self.names),
            folded: Rc::clone(&self.folded),
            last: Rc::clone(&self.last),
            tags,
            whole,
            annotations: by_clause(&plan, annotations),
            statuses,
            plan,
        }
    }

    /// Returns a clause's annotations, in the order in which they were given.
    pub fn annotations(&self, clause: ClauseId) -> impl Iterator<Item = &Annotation> {
        self.annotations.find(clause).into_iter().flatten()
    }

    /// Reports whether the host gave any annotations.
    #[must_use]
    pub fn is_annotated(&self) -> bool {
        !self.annotations.is_empty()
    }

    /// Returns the facet of statuses. It belongs to the host, not to the plan.
    #[must_use]
    pub fn statuses(&self) -> Option<FacetId> {
        self.statuses
    }
}

/// Returns the annotations of each clause; an empty list without annotations.
fn by_clause(plan: &Plan, annotations: Vec<Annotation>) -> ById<ClauseId, Vec<Annotation>> {
    if annotations.is_empty() {
        return ById::default();
    }
    let empty = plan.clauses.ids().map(|_| Vec::new());
    let mut by_clause: ById<_, Vec<_>> = empty.collect();
    for annotation in annotations {
        by_clause[annotation.clause].push(annotation);
    }
    by_clause
}

/// Adds the facet with its tags, and returns its id.
fn add_facet(plan: &mut Plan, key: &'static str, label: Localized, all: &[Annotation]) -> FacetId {
    let facet = FacetId::new(plan.facets.len());
    let mut statuses: Vec<&str> = Vec::new();
    for (annotation, status) in all.iter().filter_map(|a| Some((a, a.status.as_deref()?))) {
        let known = statuses.iter().position(|known| *known == status);
        let value = ValueId::new(known.unwrap_or(statuses.len()));
        if known.is_none() {
            statuses.push(status);
        }
        let tags = &mut plan.clauses[annotation.clause].tags;
        if !tags.iter().any(|t| (t.facet, t.value) == (facet, value)) {
            // The host, not the plan, justifies the tag.
            let evidence = Evidence::Phrases(Vec::new());
            tags.push(Tag {
                facet,
                value,
                evidence,
            });
        }
    }
    let value = |status: &&str| FacetValue {
        id: (*status).to_owned().into(),
        // The language of a status is unknown.
        label: Localized(vec![InLanguage {
            tag: "".into(),
            text: (*status).to_owned().into(),
        }]),
        heading: None,
        description: Localized::default(),
        phrases: Vec::new(),
        formerly: None,
    };
    plan.facets.push(Facet {
        id: key.into(),
        label,
        scale: None,
        details: false,
        values: statuses.iter().map(value).collect(),
        reasons: ById::default(),
        otherwise: None,
    })
}
