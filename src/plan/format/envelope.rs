//! The outside of the packed form: the format number, the length of the numbers, numbers and text.

use std::borrow::Cow;
use std::fmt;

use super::packer::{Pack, Packer, Reader, push_number};

/// The present format. Change this number with every change of a field or of the encoding.
pub const FORMAT: usize = 3;

/// Packs data behind the format number.
#[must_use]
pub fn pack(data: &impl Pack) -> Vec<u8> {
    let mut body = Packer::default();
    data.pack(&mut body);
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
    read(bytes, |text| Cow::Owned(text.to_owned()))
}

/// Unpacks data from bytes that live as long as the program, and borrows their text.
///
/// # Errors
/// Fails if the format is another one, or the bytes are damaged.
pub fn unpack_borrowing<T: Pack>(bytes: &'static [u8]) -> Result<T, FormatError> {
    read(bytes, Cow::Borrowed)
}

fn read<'a, T: Pack>(
    bytes: &'a [u8],
    keep: fn(&'a str) -> Cow<'static, str>,
) -> Result<T, FormatError> {
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
    let mut body = Reader::new(numbers, text, keep);
    let data = T::unpack(&mut body);
    let is_whole = !body.is_overrun && body.numbers.is_empty() && body.text.is_empty();
    is_whole.then_some(data).ok_or(FormatError::Damaged)
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
