//! The traits and the cursors with which data are packed and unpacked.

use std::borrow::Cow;

use super::shape::Shape;

/// Data that can be packed.
pub trait Pack: Sized {
    /// Appends the value.
    fn pack(&self, to: &mut Packer);

    /// Reads the next value. Missing numbers read as zero and missing text as empty; the reader
    /// records that something was missing.
    fn unpack(from: &mut Reader<'_>) -> Self;

    /// Describes the fields, for packers in other languages.
    fn shape() -> Shape;
}

/// Writes packed data.
#[derive(Clone, Debug, Default)]
pub struct Packer {
    pub(super) numbers: Vec<u8>,
    pub(super) text: String,
    /// Words that were written once.
    words: Vec<String>,
    /// The languages whose text is written apart, with the packer of each.
    pub(crate) apart: Vec<(String, Packer)>,
}

impl Packer {
    /// Writes a number.
    pub(super) fn number(&mut self, number: usize) {
        push_number(&mut self.numbers, number);
    }

    /// Writes a word that occurs many times, such as a language tag, with its text only once.
    pub(super) fn word(&mut self, word: &str) {
        let known = self.words.iter().position(|known| known == word);
        self.number(known.unwrap_or(self.words.len()));
        if known.is_none() {
            self.words.push(word.to_owned());
            self.text(word);
        }
    }

    /// Writes a text: its length among the numbers, and its bytes among the text.
    pub(super) fn text(&mut self, text: &str) {
        self.number(text.len());
        self.text.push_str(text);
    }

    /// Writes a text whose characters ascend as the distances of its characters.
    pub(super) fn ascending(&mut self, text: &str) {
        self.number(text.chars().count());
        let mut before = 0;
        for code in text.chars().map(u32::from) {
            let distance = code.wrapping_sub(before) % CODE_POINTS;
            self.number(distance as usize);
            before = code;
        }
    }
}

/// The number of code points, rounded up to a power of two.
const CODE_POINTS: u32 = 1 << 21;

/// Reads packed data.
#[derive(Debug)]
pub struct Reader<'a> {
    pub(super) numbers: &'a [u8],
    pub(super) text: &'a str,
    /// Words that were read once.
    words: Vec<&'a str>,
    /// Borrows a text or copies it.
    pub(super) keep: fn(&'a str) -> Cow<'static, str>,
    /// The languages whose text was written apart, with the reader of each, in the plan's order.
    pub(crate) apart: Vec<(Cow<'static, str>, Reader<'a>)>,
    /// Whether more was read than the data contain.
    pub(super) is_overrun: bool,
}

impl<'a> Reader<'a> {
    pub(super) fn new(
        numbers: &'a [u8],
        text: &'a str,
        keep: fn(&'a str) -> Cow<'static, str>,
    ) -> Self {
        Self {
            numbers,
            text,
            words: Vec::new(),
            keep,
            apart: Vec::new(),
            is_overrun: false,
        }
    }

    /// Reports whether everything was read and nothing was missing.
    pub(super) fn is_done(&self) -> bool {
        let is_own = !self.is_overrun && self.numbers.is_empty() && self.text.is_empty();
        is_own && self.apart.iter().all(|(_, reader)| reader.is_done())
    }

    /// Reads a number.
    pub(super) fn number(&mut self) -> usize {
        let mut number = 0_usize;
        let mut shift = 0;
        while let Some((&byte, rest)) = self.numbers.split_first() {
            self.numbers = rest;
            number |= usize::from(byte & 127).checked_shl(shift).unwrap_or(0);
            shift += 7;
            if byte < 128 {
                return number;
            }
        }
        self.is_overrun = true;
        number
    }

    /// Reads the length of a list. Each item has at least one number, so a longer list is damaged.
    pub(crate) fn length(&mut self) -> usize {
        let length = self.number();
        let is_possible = length <= self.numbers.len();
        self.is_overrun |= !is_possible;
        if is_possible { length } else { 0 }
    }

    pub(super) fn word(&mut self) -> Cow<'static, str> {
        let index = self.number();
        if index >= self.words.len() {
            let word = self.text();
            self.words.push(word);
        }
        (self.keep)(self.words.get(index).copied().unwrap_or_default())
    }

    pub(super) fn text(&mut self) -> &'a str {
        let length = self.number();
        let split = self.text.split_at_checked(length);
        self.is_overrun |= split.is_none();
        let (text, rest) = split.unwrap_or_default();
        self.text = rest;
        text
    }

    pub(super) fn ascending(&mut self) -> String {
        let length = self.length();
        let mut code = 0_u32;
        let next = |_| {
            let distance = u32::try_from(self.number()).unwrap_or_default();
            code = code.wrapping_add(distance) % CODE_POINTS;
            char::from_u32(code).unwrap_or(char::REPLACEMENT_CHARACTER)
        };
        (0..length).map(next).collect()
    }
}

/// Appends a number in unsigned LEB128, as WebAssembly writes its lengths too.
pub fn push_number(to: &mut Vec<u8>, number: usize) {
    let low = |number: usize| number.to_le_bytes()[0];
    let mut rest = number;
    while rest > 127 {
        to.push(128 | low(rest));
        rest >>= 7;
    }
    to.push(low(rest));
}
