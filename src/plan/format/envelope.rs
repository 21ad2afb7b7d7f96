//! The outside of the packed form: the format number, the length of the numbers, numbers and text.

use std::borrow::Cow;
use std::fmt;

use super::packer::{Pack, Packer, Reader, push_number};

/// The present format. Change this number with every change of a field or of the encoding.
pub const FORMAT: usize = 7;

/// The format of a plan's JSON, which `plan.json` begins with. Change this number when files of before no longer load.
pub const JSON_FORMAT: usize = 1;

/// The JSON values of fields that a plan's JSON may lack, by key. Lists may be missing too, and are empty.
pub const DEFAULTS: [(&str, &str); 4] = [
    ("description", "{}"),
    ("notice", "\"\""),
    ("published", "\"\""),
    ("target", "\"\""),
];

/// Packs data behind the format number.
#[must_use]
pub fn pack(data: &impl Pack) -> Vec<u8> {
    pack_apart(data, &[]).0
}

/// Packs data, and the text of some languages apart: returns the main part, and a part for each of the languages.
#[must_use]
pub fn pack_apart(data: &impl Pack, languages: &[&str]) -> (Vec<u8>, Vec<Vec<u8>>) {
    let mut body = Packer::default();
    for (index, tag) in languages.iter().enumerate() {
        let mut apart = Packer::default();
        apart.number(index);
        apart.text(tag);
        body.apart.push(((*tag).to_owned(), apart));
    }
    data.pack(&mut body);
    let apart = std::mem::take(&mut body.apart).into_iter();
    (
        enclosed(body),
        apart.map(|(_, body)| enclosed(body)).collect(),
    )
}

fn enclosed(body: Packer) -> Vec<u8> {
    let mut head = Vec::new();
    push_number(&mut head, FORMAT);
    push_number(&mut head, body.numbers.len());
    [head, body.numbers, body.text.into_bytes()].concat()
}

/// Unpacks data and copies their text.
///
/// # Errors
/// Fails if the format is another one, or the bytes are damaged.
pub fn unpack<T: Pack>(bytes: &[u8]) -> Result<T, FormatError> {
    unpack_whole(opened(bytes, |text| Cow::Owned(text.to_owned()))?)
}

/// Unpacks data from bytes that live as long as the program, and borrows their text; with those parts of [`pack_apart`]
/// that are there.
///
/// # Errors
/// Fails if the format of a part is another one, or its bytes are damaged or belong to other data.
pub fn unpack_joined<T: Pack>(
    bytes: &'static [u8],
    apart: &[&'static [u8]],
) -> Result<T, FormatError> {
    let mut body = opened(bytes, Cow::Borrowed)?;
    let mut places = Vec::new();
    for bytes in apart {
        let mut reader = opened(bytes, Cow::Borrowed)?;
        let place = reader.number();
        let tag = Cow::Borrowed(reader.text());
        // They arrive in any order, and have the plan's.
        let before = places.iter().take_while(|known| **known < place).count();
        places.insert(before, place);
        body.apart.insert(before, (tag, reader));
    }
    unpack_whole(body)
}

fn unpack_whole<T: Pack>(mut body: Reader<'_>) -> Result<T, FormatError> {
    let data = T::unpack(&mut body);
    body.is_done().then_some(data).ok_or(FormatError::Damaged)
}

/// Returns a reader of what is inside an envelope.
fn opened<'a>(
    bytes: &'a [u8],
    keep: fn(&'a str) -> Cow<'static, str>,
) -> Result<Reader<'a>, FormatError> {
    let mut head = Reader::new(bytes, "", keep);
    let found = head.number();
    if found != FORMAT || head.is_overrun {
        return Err(FormatError::Number { found });
    }
    let length = head.number();
    let (numbers, text) = head
        .numbers
        .split_at_checked(length)
        .ok_or(FormatError::Damaged)?;
    let text = std::str::from_utf8(text).map_err(|_| FormatError::Damaged)?;
    Ok(Reader::new(numbers, text, keep))
}

/// The reason why bytes cannot be unpacked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FormatError {
    /// The bytes have another format number.
    Number {
        /// The number that was found.
        found: usize,
    },
    /// The bytes end too early, are too many, or contain text that is not UTF-8.
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

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::document::Plan;
    use crate::test_plan;

    fn packed_plan() -> (Plan, Vec<u8>) {
        let plan = test_plan::plan();
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
        assert_eq!(unpack_joined::<Plan>(bytes.leak(), &[]), Ok(plan));
    }

    #[test]
    fn joins_what_was_packed_apart() {
        let plan = small_plan();
        let (main, apart) = pack_apart(&plan, &["en"]);
        let [main, apart] = [main.leak(), apart.concat().leak()].map(|bytes| &*bytes);
        assert!(!String::from_utf8_lossy(main).contains('T'));
        assert_eq!(unpack_joined(main, &[apart]), Ok(plan.clone()));
        let alone = unpack_joined::<Plan>(main, &[]).expect("the main part is whole");
        assert_eq!(alone.title.nearest("en").tag, "zh");
        assert_eq!(unpack(&pack(&alone)), Ok(alone));
        for length in 0..apart.len() {
            assert!(
                unpack_joined::<Plan>(main, &[&apart[..length]]).is_err(),
                "{length} bytes"
            );
        }
        let other = pack_apart(&test_plan::plan(), &["en"]).1.concat().leak();
        assert_eq!(
            unpack_joined::<Plan>(main, &[other]),
            Err(FormatError::Damaged)
        );
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
    fn rejects_damaged_bytes() {
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

    /// A plan with a value of every kind, and as few bytes as that takes.
    fn small_plan() -> Plan {
        let json = json!({
            "id": "p",
            "languages": [{ "tag": "zh", "html": "zh", "name": "中", "status": "authoritative" }],
            "title": { "zh": "题", "en": "T" },
            "preamble": [{ "zh": "序" }],
            "divisions": [
                { "eid": "art_1", "parent": null, "number": { "zh": "一" }, "heading": { "zh": "a" } },
                { "eid": "sec_1", "parent": 0, "number": { "zh": "二" }, "heading": { "zh": "b" } },
            ],
            "clauses": [{
                "eid": "para_1",
                "division": 1,
                "number": { "zh": "1" },
                "text": { "zh": "核能。" },
                "tags": [
                    { "facet": 0, "value": 0, "evidence": { "phrases": [{ "start": 0, "end": 6 }] } },
                    { "facet": 1, "value": 0, "evidence": { "division": 0 } },
                    { "facet": 1, "value": 1, "evidence": { "reason": 0 } },
                ],
            }],
            "facets": [
                {
                    "id": "f",
                    "label": {},
                    "values": [{ "id": "v", "label": {}, "description": {}, "phrases": [{ "zh": "核能", "en": "n" }] }],
                    "reasons": [],
                },
                {
                    "id": "g",
                    "label": {},
                    "values": [
                        { "id": "w", "label": {}, "description": {}, "phrases": [] },
                        { "id": "x", "label": {}, "description": {}, "phrases": [] },
                    ],
                    "reasons": [{ "zh": "r" }],
                },
            ],
            "overview": { "rows": 0, "columns": 1 },
            "source": {
                "publisher": "s",
                "url": "https://a",
                "published": "2",
                "notice": "",
                "endsIn": "para_1",
            },
            "folds": { "from": "A核", "to": "a核" },
            "columns": [{ "id": "c", "label": {}, "type": "link", "cells": [{ "clause": 0, "value": "http://a" }] }],
            "markup": [{
                "clause": 0,
                "language": "zh",
                "parts": [
                    { "kind": "link", "start": 0, "end": 6, "target": "http://a" },
                    { "kind": "note", "start": 9, "end": 9, "target": "1" },
                ],
                "notes": [{ "mark": "1", "text": "n" }],
            }],
        });
        serde_json::from_value(json).expect("the JSON has a plan's shape")
    }

    /// Damaged bytes either fail to unpack or make a plan that validation can judge. Neither may
    /// panic or take long.
    #[test]
    fn survives_every_change_of_one_byte() {
        let plan = small_plan();
        assert_eq!(plan.validate(), Ok(()));
        let bytes = pack(&plan);
        assert!(bytes.len() < 300, "{} bytes", bytes.len());
        let (mut unpacked, mut valid) = (0, 0);
        for at in 0..bytes.len() {
            for byte in 0..=u8::MAX {
                let mut damaged = bytes.clone();
                damaged[at] = byte;
                if let Ok(plan) = unpack::<Plan>(&damaged) {
                    unpacked += 1;
                    valid += usize::from(plan.validate().is_ok());
                }
            }
            assert!(unpack::<Plan>(&bytes[..at]).is_err(), "{at} bytes");
        }
        // Each byte once unchanged, and changes inside texts.
        assert!(valid > bytes.len(), "{valid} valid plans");
        assert!(unpacked > valid, "{unpacked} plans, {valid} of them valid");
    }
}
