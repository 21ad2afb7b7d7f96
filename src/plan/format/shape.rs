//! The description of packed data that packers in other languages follow.

use serde::Serialize;

/// The packed form of a value of a plan's JSON. As JSON, a shape is a word (`"text"`) or an object
/// with one key (`{"list": "text"}`).
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum Shape {
    /// A whole number from 0: in LEB128.
    Number,
    /// A text: its length in bytes as a number, and its bytes among the text.
    Text,
    /// A text whose characters ascend: their number, then for each the distance of its code point
    /// from the one before, modulo 2^21. It compresses better than the characters' bytes.
    Ascending,
    /// True or false: 1 or 0.
    Flag,
    /// One of some words: its index among them.
    Word(Vec<&'static str>),
    /// A list: its length, and the items.
    List(Box<Shape>),
    /// A value or null: 1 and the value, or 0.
    Optional(Box<Shape>),
    /// A map from language tags to texts: its length, then for each text the index of the tag among
    /// the tags so far (followed by the tag as a text if it is new), and the text.
    Localized,
    /// An object: its fields in this order, without their names.
    Fields(Vec<(&'static str, Shape)>),
    /// An object with one key of several: the index of the key, and the value.
    Choice(Vec<(&'static str, Shape)>),
}
