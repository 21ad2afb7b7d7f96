//! The packed form in which a plan travels: in the engine's custom section `plan`, and from
//! `www/element/pack.js` into the engine.
//!
//! ```text
//! format number, length of the numbers, numbers, text
//! ```
//!
//! Lengths, counts and indices are numbers in unsigned LEB128. All text is one string in UTF-8, in the
//! order in which it is read. This compresses to two thirds of the size of the same data as Rust
//! constants, whose pointers do not compress (figures in CONTRIBUTING.md).
//!
//! [`fields`] lists the fields of every type once. The packer, the unpacker and the [`Shape`] that
//! drives `pack.js` come from that list.

mod fields;
mod primitives;
mod shape;

use std::borrow::Cow;
use std::fmt;

pub(crate) use fields::pack_fields;
pub use shape::Shape;

/// The number of the present format. A change of [`fields`] or of the encoding needs a new one.
pub const FORMAT: usize = 1;

/// Data that can be packed.
pub trait Pack: Sized {
    /// Appends it.
    fn pack(&self, to: &mut Packer);

    /// Reads what comes next. Missing numbers read as zero and missing text as empty; the reader
    /// records that they are missing.
    fn unpack(from: &mut Reader<'_>) -> Self;

    /// Describes its fields, for packers in other languages.
    fn shape() -> Shape;
}

/// Packs data, with the format number.
#[must_use]
pub fn pack(data: &impl Pack) -> Vec<u8> {
    let mut body = Packer::default();
    data.pack(&mut body);
    let mut head = Packer::default();
    FORMAT.pack(&mut head);
    body.numbers.len().pack(&mut head);
    [head.numbers, body.numbers, body.text.into_bytes()].concat()
}

/// Unpacks data and copies their text.
///
/// # Errors
/// If the format number is another one, or the bytes are damaged.
pub fn unpack<T: Pack>(bytes: &[u8]) -> Result<T, FormatError> {
    read(bytes, |text| Cow::Owned(text.to_owned()))
}

/// Unpacks data that live as long as the program, and borrows their text.
///
/// # Errors
/// If the format number is another one, or the bytes are damaged.
pub fn unpack_borrowing<T: Pack>(bytes: &'static [u8]) -> Result<T, FormatError> {
    read(bytes, Cow::Borrowed)
}

fn read<'a, T: Pack>(
    bytes: &'a [u8],
    keep: fn(&'a str) -> Cow<'static, str>,
) -> Result<T, FormatError> {
    let mut head = Reader::new(bytes, "", keep);
    let found = usize::unpack(&mut head);
    if found != FORMAT || head.is_overrun {
        return Err(FormatError::Number { found });
    }
    let length = usize::unpack(&mut head);
    let (numbers, text) = head
        .numbers
        .split_at_checked(length)
        .ok_or(FormatError::Damaged)?;
    let text = std::str::from_utf8(text).map_err(|_| FormatError::Damaged)?;
    let mut body = Reader::new(numbers, text, keep);
    let data = T::unpack(&mut body);
    let is_whole = !body.is_overrun && body.numbers.is_empty() && body.text.is_empty();
    is_whole.then_some(data).ok_or(FormatError::Damaged)
}

/// Why bytes could not be unpacked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FormatError {
    /// The format number is another one.
    Number {
        /// The number that was found.
        found: usize,
    },
    /// The bytes end too early, go on too long, or contain text that is not UTF-8.
    Damaged,
}

impl fmt::Display for FormatError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Number { found } => write!(
                f,
                "expected a packed plan of format {FORMAT}, found format {found}; build the site again"
            ),
            Self::Damaged => f.write_str(
                "expected a whole packed plan, found damaged bytes; build the site again",
            ),
        }
    }
}

impl std::error::Error for FormatError {}

/// Packed data while they are written.
#[derive(Clone, Debug, Default)]
pub struct Packer {
    numbers: Vec<u8>,
    text: String,
    /// Words that have been written once.
    words: Vec<String>,
}

impl Packer {
    /// Writes a word that occurs many times, such as a language tag: its text only once.
    fn word(&mut self, word: &str) {
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

/// Packed data while they are read.
#[derive(Debug)]
pub struct Reader<'a> {
    numbers: &'a [u8],
    text: &'a str,
    /// Words that have been read once.
    words: Vec<&'a str>,
    /// Borrows a text or copies it.
    keep: fn(&'a str) -> Cow<'static, str>,
    /// Whether something was read that is not there.
    is_overrun: bool,
}

impl<'a> Reader<'a> {
    fn new(numbers: &'a [u8], text: &'a str, keep: fn(&'a str) -> Cow<'static, str>) -> Self {
        Self {
            numbers,
            text,
            words: Vec::new(),
            keep,
            is_overrun: false,
        }
    }

    /// Reads the length of a list. Each item has at least one number, so that a longer list is damaged.
    pub(crate) fn length(&mut self) -> usize {
        let length = usize::unpack(self);
        let is_possible = length <= self.numbers.len();
        self.is_overrun |= !is_possible;
        if is_possible { length } else { 0 }
    }

    fn word(&mut self) -> Cow<'static, str> {
        let index = usize::unpack(self);
        if index >= self.words.len() {
            let word = self.text();
            self.words.push(word);
        }
        (self.keep)(self.words.get(index).copied().unwrap_or_default())
    }

    fn text(&mut self) -> &'a str {
        let length = usize::unpack(self);
        let split = self.text.split_at_checked(length);
        self.is_overrun |= split.is_none();
        let (text, rest) = split.unwrap_or_default();
        self.text = rest;
        text
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Plan;

    fn packed_plan() -> (Plan, Vec<u8>) {
        let json = serde_json::to_value(fixture::plan()).expect("a plan is JSON");
        let plan: Plan = serde_json::from_value(json).expect("the JSON is a plan");
        let bytes = pack(&plan);
        (plan, bytes)
    }

    #[test]
    fn unpacks_what_was_packed() {
        for number in [0, 1, 127, 128, 300, 65_535, u32::MAX as usize] {
            assert_eq!(unpack::<usize>(&pack(&number)), Ok(number));
        }
        let (plan, bytes) = packed_plan();
        assert_eq!(unpack::<Plan>(&bytes), Ok(plan.clone()));
        assert_eq!(unpack_borrowing::<Plan>(bytes.leak()), Ok(plan));
    }

    #[test]
    fn checks_the_format_number_first() {
        let (_, mut bytes) = packed_plan();
        bytes[0] = 99;
        bytes.truncate(1);
        assert_eq!(
            unpack::<Plan>(&bytes),
            Err(FormatError::Number { found: 99 })
        );
        assert_eq!(unpack::<Plan>(&[]), Err(FormatError::Number { found: 0 }));
    }

    #[test]
    fn refuses_damaged_bytes() {
        let (_, bytes) = packed_plan();
        for length in [1, 2, 3, 100, bytes.len() / 2, bytes.len() - 1] {
            let cut = unpack::<Plan>(&bytes[..length]);
            assert_eq!(cut, Err(FormatError::Damaged), "{length} bytes");
        }
        let longer = [bytes.as_slice(), b"x"].concat();
        assert_eq!(unpack::<Plan>(&longer), Err(FormatError::Damaged));
        // A list of 2^63 items must not be read item by item.
        let mut endless = bytes.clone();
        endless[3..12].fill(255);
        assert!(unpack::<Plan>(&endless).is_err());
    }
}
