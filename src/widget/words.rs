//! The widget's own words. Sets of words are compared by their address: comparing a hundred messages at
//! each rendering would cost time and code.

use std::ops::Deref;

use plan::interface::Interface;

/// The widget's own words in all its languages. Two are equal if they are the same ones.
#[derive(Clone, Copy, Debug, Default)]
pub struct Interfaces(pub(crate) &'static [Interface]);

impl Interfaces {
    /// Keeps the words for as long as the program runs.
    #[must_use]
    pub fn new(interfaces: Vec<Interface>) -> Self {
        Self(interfaces.leak())
    }

    /// Returns the words in the language `tag`, or else in the first language; none if the list is empty.
    pub(crate) fn nearest(self, tag: &str) -> Option<Words> {
        let own = self.0.iter().find(|interface| interface.tag == tag);
        own.or(self.0.first()).map(Words)
    }
}

impl Deref for Interfaces {
    type Target = [Interface];

    fn deref(&self) -> &[Interface] {
        self.0
    }
}

impl PartialEq for Interfaces {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self.0, other.0)
    }
}

/// The widget's own words in one language. Two are equal if they are the same ones.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Words(pub(crate) &'static Interface);

impl Deref for Words {
    type Target = Interface;

    fn deref(&self) -> &Interface {
        self.0
    }
}

impl PartialEq for Words {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self.0, other.0)
    }
}
