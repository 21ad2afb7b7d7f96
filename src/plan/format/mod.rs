//! The packed form in which a plan travels: in the engine's custom section `plan`, and from
//! `www/element/more/pack.js` into the engine.
//!
//! ```text
//! format number, length of the numbers, numbers, text
//! ```
//!
//! Lengths, counts and indices are numbers in unsigned LEB128. All text is one string in UTF-8, in
//! the order in which it is read. This compresses to two thirds of the size of the same data as
//! Rust constants, whose pointers do not compress (figures in CONTRIBUTING.md).
//!
//! The text of some languages may be packed apart ([`pack_apart`]), so that a reader of others does not load it. Such a part has
//! its place among the parts, its language, and for each text of the main part in several languages the text in this one, if
//! it has one. Data can be unpacked with any of their parts ([`unpack_joined`]).
//!
//! `fields` lists the fields of every type of a plan once. The packer, the unpacker and the
//! [`Shape`] that drives `pack.js` come from that list.

mod envelope;
mod fields;
mod packer;
mod primitives;
mod shape;

pub use envelope::{
    DEFAULTS, FORMAT, FormatError, JSON_FORMAT, pack, pack_apart, unpack, unpack_joined,
};
pub(crate) use fields::pack_fields;
pub use packer::{Pack, Packer, Reader, push_number};
pub use shape::Shape;
