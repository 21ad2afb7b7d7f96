//! A plan that all components hold together.

use std::ops::Deref;
use std::rc::Rc;

use plan::{InLanguage, Localized, Plan};
use query::{Annotation, Index};

/// A searchable plan, shared. Two are equal if they are the same one: a plan never changes.
#[derive(Clone, Debug)]
pub struct Shared(Rc<Index>);

impl Shared {
    /// Makes a plan searchable.
    #[must_use]
    pub fn new(plan: Plan) -> Self {
        Self(Rc::new(Index::new(plan)))
    }

    /// The same plan with a host's annotations; see [`Index::annotated`].
    #[must_use]
    pub fn annotated(&self, label: Localized, annotations: Option<Vec<Annotation>>) -> Self {
        Self(Rc::new(self.0.annotated(label, annotations)))
    }

    /// The BCP 47 tag for HTML's `lang`, such as `zh-Hans` for `zh`.
    pub(super) fn html_tag(&self, tag: &str) -> String {
        let language = self.plan().language(tag);
        language.map_or(tag, |language| &language.html).to_owned()
    }

    /// The label of a facet's value in the language `tag`, or else its id.
    pub(super) fn value_label<'a>(
        &'a self,
        facet: &str,
        value: &'a str,
        tag: &str,
    ) -> InLanguage<&'a str> {
        let facet = self.plan().facets.iter().find(|f| f.id == facet);
        let found = facet.and_then(|facet| facet.values.iter().find(|v| v.id == value));
        let unknown = InLanguage {
            tag: "",
            text: value,
        };
        found.map_or(unknown, |value| value.label.nearest(tag))
    }
}

impl Deref for Shared {
    type Target = Index;

    fn deref(&self) -> &Index {
        &self.0
    }
}

impl PartialEq for Shared {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}
