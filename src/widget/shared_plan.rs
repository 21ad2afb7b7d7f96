//! A plan that all components share.

use std::ops::Deref;
use std::rc::Rc;

use plan::{InLanguage, Localized, Plan, Text, direction};
use query::{Annotation, Index};
use yew::AttrValue;

/// A searchable plan, shared. Two are equal if they are the same one: a plan never changes.
#[derive(Clone, Debug)]
pub struct SharedPlan(Rc<Index>);

impl SharedPlan {
    /// Makes a plan searchable.
    #[must_use]
    pub fn new(plan: Plan) -> Self {
        Self(Rc::new(Index::new(plan)))
    }

    /// Returns the same plan with a host's annotations; see [`Index::annotated`].
    #[must_use]
    pub fn annotated(&self, label: Localized, annotations: Option<Vec<Annotation>>) -> Self {
        Self(Rc::new(self.0.annotated(label, annotations)))
    }

    /// Returns the BCP 47 tag for HTML's `lang`, such as `zh-Hans` for `zh`.
    pub(crate) fn html_tag(&self, tag: &str) -> AttrValue {
        match self.plan().language(tag).map(|language| &language.html) {
            Some(Text::Borrowed(html)) => AttrValue::Static(html),
            Some(Text::Owned(html)) => AttrValue::from(html.clone()),
            None => AttrValue::from(tag.to_owned()),
        }
    }

    /// Returns the direction of a language for HTML's `dir`; the browser finds that of an unknown one.
    pub(crate) fn dir(&self, tag: &str) -> &'static str {
        let language = self.plan().language(tag);
        language.map_or("auto", |language| direction(&language.html))
    }

    /// Returns the label of a facet's value in the language `tag`, or else its key.
    pub(crate) fn value_label<'a>(
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

impl Deref for SharedPlan {
    type Target = Index;

    fn deref(&self) -> &Index {
        &self.0
    }
}

impl PartialEq for SharedPlan {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}
