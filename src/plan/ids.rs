//! Identifiers: eIds, and a type of index for each of a plan's lists.

use std::fmt;
use std::marker::PhantomData;
use std::ops::{Deref, DerefMut, Index, IndexMut};

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::localized::Text;

/// An index into a list of items of one kind.
pub trait Id: Copy + Eq {
    /// Makes an id from an index, counted from 0.
    fn new(index: usize) -> Self;

    /// Returns the index, counted from 0.
    fn index(self) -> usize;
}

macro_rules! ids {
    ($($(#[$about:meta])* $name:ident;)+) => {
        $($(#[$about])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub struct $name(usize);

        impl Id for $name {
            fn new(index: usize) -> Self {
                Self(index)
            }

            fn index(self) -> usize {
                self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        })+
    };
}

ids! {
    /// A clause, by its index in [`crate::Plan::clauses`].
    ClauseId;
    /// A division, by its index in [`crate::Plan::divisions`].
    DivisionId;
    /// A level of divisions, by its index in [`crate::Plan::levels`]: 0 for the outermost.
    LevelId;
    /// A facet, by its index in [`crate::Plan::facets`].
    FacetId;
    /// A value of a facet, by its index in [`crate::Facet::values`].
    ValueId;
    /// A paragraph of the preamble, by its index in [`crate::Plan::preamble`].
    ParagraphId;
    /// An editor's reason, by its index in [`crate::Facet::reasons`].
    ReasonId;
}

/// A list that is indexed by the id of its items.
pub struct ById<I, T> {
    items: Vec<T>,
    id: PhantomData<I>,
}

impl<I: Id, T> ById<I, T> {
    /// Returns the ids of all items, in order.
    pub fn ids(
        &self,
    ) -> impl DoubleEndedIterator<Item = I> + ExactSizeIterator + Clone + use<I, T> {
        (0..self.items.len()).map(I::new)
    }

    /// Returns each item with its id, in order.
    #[must_use]
    pub fn enumerated(&self) -> impl DoubleEndedIterator<Item = (I, &T)> + Clone {
        self.ids().zip(&self.items)
    }

    /// Returns the item with this id, unless the id is out of range.
    #[must_use]
    pub fn find(&self, id: I) -> Option<&T> {
        self.items.get(id.index())
    }

    /// Returns the id of the first item that matches.
    pub fn id_of(&self, matches: impl FnMut(&T) -> bool) -> Option<I> {
        self.items.iter().position(matches).map(I::new)
    }

    /// Adds an item at the end and returns its id.
    pub fn push(&mut self, item: T) -> I {
        self.items.push(item);
        I::new(self.items.len() - 1)
    }
}

impl<I, T> From<Vec<T>> for ById<I, T> {
    fn from(items: Vec<T>) -> Self {
        Self {
            items,
            id: PhantomData,
        }
    }
}

impl<I, T> FromIterator<T> for ById<I, T> {
    fn from_iter<A: IntoIterator<Item = T>>(items: A) -> Self {
        Vec::from_iter(items).into()
    }
}

impl<I, T> Default for ById<I, T> {
    fn default() -> Self {
        Vec::new().into()
    }
}

impl<I, T> Deref for ById<I, T> {
    type Target = [T];

    fn deref(&self) -> &[T] {
        &self.items
    }
}

impl<I, T> DerefMut for ById<I, T> {
    fn deref_mut(&mut self) -> &mut [T] {
        &mut self.items
    }
}

impl<I: Id, T> Index<I> for ById<I, T> {
    type Output = T;

    fn index(&self, id: I) -> &T {
        &self.items[id.index()]
    }
}

impl<I: Id, T> IndexMut<I> for ById<I, T> {
    fn index_mut(&mut self, id: I) -> &mut T {
        &mut self.items[id.index()]
    }
}

impl<'a, I, T> IntoIterator for &'a ById<I, T> {
    type Item = &'a T;
    type IntoIter = std::slice::Iter<'a, T>;

    fn into_iter(self) -> Self::IntoIter {
        self.items.iter()
    }
}

impl<I, T> IntoIterator for ById<I, T> {
    type Item = T;
    type IntoIter = std::vec::IntoIter<T>;

    fn into_iter(self) -> Self::IntoIter {
        self.items.into_iter()
    }
}

impl<I, T: Clone> Clone for ById<I, T> {
    fn clone(&self) -> Self {
        self.items.clone().into()
    }
}

impl<I, T: fmt::Debug> fmt::Debug for ById<I, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.items.fmt(f)
    }
}

impl<I, T: PartialEq> PartialEq for ById<I, T> {
    fn eq(&self, other: &Self) -> bool {
        self.items == other.items
    }
}

impl<I, T: Eq> Eq for ById<I, T> {}

impl<I, T: Serialize> Serialize for ById<I, T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.items.serialize(serializer)
    }
}

impl<'de, I, T: Deserialize<'de>> Deserialize<'de> for ById<I, T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Vec::deserialize(deserializer).map(Self::from)
    }
}

/// An identifier of a division or clause by the Akoma Ntoso naming convention (OASIS, version 1.0)
/// with Arabic numerals: `art_2__sec_7__para_4`, or `art_1__para_3` where an article has no
/// sections. An insertion has its own mark: `art_20-1`, `art_3a`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct EId(pub Text);

impl EId {
    /// Returns the identifier, as in HTML ids and addresses.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for EId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
