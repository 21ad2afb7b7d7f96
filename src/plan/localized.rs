//! Texts in several languages.

use std::borrow::Cow;
use std::fmt;

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

/// A piece of text: borrowed from the packed plan, or owned where it was made at run time.
pub type Text = Cow<'static, str>;

/// The length of the longest text in UTF-16 code units, in which JavaScript counts. A longer one would hang a page, so
/// `www/element/more/pack.js` refuses it, and the compiler too.
pub const LONGEST_TEXT: usize = 100_000;

/// A text and the tag of its language, such as `zh`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct InLanguage<T> {
    /// The language's tag.
    pub tag: T,
    /// The text.
    pub text: T,
}

/// One text in several languages. The first is the original.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Localized(pub Vec<InLanguage<Text>>);

impl Localized {
    /// Returns the text in the language `tag`, or else in the first language; empty without
    /// languages.
    #[must_use]
    pub fn nearest(&self, tag: &str) -> InLanguage<&str> {
        let found = self.0.iter().find(|one| one.tag == tag);
        found
            .or(self.0.first())
            .map_or(InLanguage::default(), InLanguage::borrowed)
    }

    /// Returns the text in the original language.
    #[must_use]
    pub fn original(&self) -> InLanguage<&str> {
        self.nearest("")
    }

    /// Returns the text in the language `tag`, unless this is the original or has no text.
    #[must_use]
    pub fn translation(&self, tag: &str) -> Option<&str> {
        let translations = self.0.iter().skip(1);
        let mut found = translations.filter(|one| one.tag == tag);
        found.next().map(|one| &*one.text)
    }

    /// Returns the text in every language.
    pub fn iter(&self) -> impl Iterator<Item = InLanguage<&str>> {
        self.0.iter().map(InLanguage::borrowed)
    }
}

impl InLanguage<Text> {
    fn borrowed(&self) -> InLanguage<&str> {
        InLanguage {
            tag: &self.tag,
            text: &self.text,
        }
    }
}

impl FromIterator<InLanguage<Text>> for Localized {
    fn from_iter<A: IntoIterator<Item = InLanguage<Text>>>(texts: A) -> Self {
        Self(texts.into_iter().collect())
    }
}

/// Serialized as a map from tags to texts.
impl Serialize for Localized {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.iter().map(|InLanguage { tag, text }| (tag, text)))
    }
}

/// Keeps the order of the map: the first language is the original.
impl<'de> Deserialize<'de> for Localized {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(LocalizedVisitor)
    }
}

struct LocalizedVisitor;

impl<'de> de::Visitor<'de> for LocalizedVisitor {
    type Value = Localized;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a map from language tags to texts")
    }

    fn visit_map<A: de::MapAccess<'de>>(self, mut map: A) -> Result<Localized, A::Error> {
        let mut texts = Vec::new();
        while let Some((tag, text)) = map.next_entry()? {
            texts.push(InLanguage { tag, text });
        }
        Ok(Localized(texts))
    }
}
