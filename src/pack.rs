//! Plain data as one string and one row of numbers, in which the plan travels inside the wasm.
//!
//! Lengths, counts and places are numbers in LEB128; all text stands in one string, in the order in which it is
//! read. That compresses to two thirds of what the same data weigh as Rust constants, whose pointers
//! do not (figures in CONTRIBUTING.md). The text of a baked plan is borrowed, not copied. A plan from elsewhere is packed
//! by `www/pack.js`, so that no other reader has to be shipped.
//!
//! Absent on purpose: versions and errors. The same build packs and unpacks; whatever lacks is read as
//! nothing, and a test compares what was unpacked with what was packed.

use std::borrow::Cow;

/// What packed data consist of.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[cfg(not(target_family = "wasm"))]
pub struct Packed {
    /// The numbers.
    pub numbers: Vec<u8>,
    /// The text.
    pub text: String,
    /// The words that have been written once.
    words: Vec<String>,
}

/// Packed data that are being read.
#[derive(Debug)]
pub struct Reader<'a> {
    numbers: &'a [u8],
    text: &'a str,
    /// The words that have been read once.
    words: Vec<&'a str>,
    /// Borrows a text or copies it.
    keep: fn(&'a str) -> Cow<'static, str>,
}

/// Data that can be packed.
pub trait Pack: Sized {
    /// Writes it behind what is there.
    #[cfg(not(target_family = "wasm"))]
    fn pack(&self, to: &mut Packed);

    /// Reads what comes next.
    fn unpack(from: &mut Reader<'_>) -> Self;
}

#[cfg(not(target_family = "wasm"))]
impl Packed {
    /// Writes a word that comes again and again: its text only once.
    pub fn word(&mut self, word: &str) {
        let known = self.words.iter().position(|known| known == word);
        known.unwrap_or(self.words.len()).pack(self);
        if known.is_none() {
            self.words.push(word.to_owned());
            self.text(word);
        }
    }

    fn text(&mut self, text: &str) {
        text.len().pack(self);
        self.text.push_str(text);
    }
}

impl Reader<'static> {
    /// Reads data that are part of the program, and borrows their text.
    #[must_use]
    pub fn baked(numbers: &'static [u8], text: &'static str) -> Self {
        Self {
            keep: Cow::Borrowed,
            ..Reader::new(numbers, text)
        }
    }
}

impl<'a> Reader<'a> {
    /// Reads data that will be gone, and copies their text.
    #[must_use]
    pub fn new(numbers: &'a [u8], text: &'a str) -> Self {
        Self {
            numbers,
            text,
            words: Vec::new(),
            keep: |text| Cow::Owned(text.to_owned()),
        }
    }

    /// Reads a word that comes again and again.
    pub fn word(&mut self) -> Cow<'static, str> {
        let place = usize::unpack(self);
        if place >= self.words.len() {
            let word = self.text();
            self.words.push(word);
        }
        (self.keep)(self.words.get(place).copied().unwrap_or_default())
    }

    fn text(&mut self) -> &'a str {
        let length = usize::unpack(self);
        let (text, rest) = self.text.split_at_checked(length).unwrap_or_default();
        self.text = rest;
        text
    }
}

impl Pack for usize {
    #[cfg(not(target_family = "wasm"))]
    fn pack(&self, to: &mut Packed) {
        let low = |number: usize| number.to_le_bytes()[0];
        let mut rest = *self;
        while rest > 127 {
            to.numbers.push(128 | low(rest));
            rest >>= 7;
        }
        to.numbers.push(low(rest));
    }

    fn unpack(from: &mut Reader<'_>) -> Self {
        let mut number = 0;
        let mut shift = 0;
        while let Some((&byte, rest)) = from.numbers.split_first() {
            from.numbers = rest;
            number |= usize::from(byte & 127) << shift;
            shift += 7;
            if byte < 128 {
                break;
            }
        }
        number
    }
}

impl Pack for Cow<'static, str> {
    #[cfg(not(target_family = "wasm"))]
    fn pack(&self, to: &mut Packed) {
        to.text(self);
    }

    fn unpack(from: &mut Reader<'_>) -> Self {
        let text = from.text();
        (from.keep)(text)
    }
}

impl<T: Pack + Clone> Pack for Cow<'static, [T]> {
    #[cfg(not(target_family = "wasm"))]
    fn pack(&self, to: &mut Packed) {
        self.len().pack(to);
        for item in self.iter() {
            item.pack(to);
        }
    }

    fn unpack(from: &mut Reader<'_>) -> Self {
        let length = usize::unpack(from);
        (0..length).map(|_| T::unpack(from)).collect()
    }
}

impl<T: Pack> Pack for Option<T> {
    #[cfg(not(target_family = "wasm"))]
    fn pack(&self, to: &mut Packed) {
        usize::from(self.is_some()).pack(to);
        if let Some(value) = self {
            value.pack(to);
        }
    }

    fn unpack(from: &mut Reader<'_>) -> Self {
        (usize::unpack(from) > 0).then(|| T::unpack(from))
    }
}

impl Pack for bool {
    #[cfg(not(target_family = "wasm"))]
    fn pack(&self, to: &mut Packed) {
        usize::from(*self).pack(to);
    }

    fn unpack(from: &mut Reader<'_>) -> Self {
        usize::unpack(from) > 0
    }
}

/// Packs a struct field by field.
macro_rules! pack_fields {
    ($($name:ident { $($field:ident),+ $(,)? })+) => {
        $(impl $crate::pack::Pack for $name {
            #[cfg(not(target_family = "wasm"))]
            fn pack(&self, to: &mut $crate::pack::Packed) {
                $(self.$field.pack(to);)+
            }

            fn unpack(from: &mut $crate::pack::Reader<'_>) -> Self {
                Self { $($field: $crate::pack::Pack::unpack(from)),+ }
            }
        })+
    };
}

pub(crate) use pack_fields;

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;
    use crate::compile::{Source, compile};
    use crate::plan::Plan;

    fn unpacked<T: Pack>(data: &T) -> T {
        let mut packed = Packed::default();
        data.pack(&mut packed);
        T::unpack(&mut Reader::new(&packed.numbers, &packed.text))
    }

    #[test]
    fn what_is_packed_is_unpacked() {
        for number in [0, 1, 127, 128, 300, 65_535, u32::MAX as usize] {
            assert_eq!(unpacked(&number), number);
        }
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("content");
        let source = Source::read(&folder).expect("the content can be read");
        let content = compile(&source).content.expect("the content is right");
        assert_eq!(unpacked(&content.plan), content.plan);
        let interfaces: Cow<'static, [_]> = content.interfaces.into();
        // What is not for the widget is left out, so that it is what is packed that has to be the same.
        let packed = |interfaces: &Cow<'static, [_]>| {
            let mut packed = Packed::default();
            interfaces.pack(&mut packed);
            (packed.numbers, packed.text)
        };
        assert_eq!(packed(&unpacked(&interfaces)), packed(&interfaces));
        assert_eq!(unpacked(&interfaces)[0].search, interfaces[0].search);
    }

    #[test]
    fn what_lacks_is_read_as_nothing() {
        let plan = Plan::unpack(&mut Reader::new(&[], ""));
        assert!(plan.clauses.is_empty() && plan.id.is_empty());
    }
}
