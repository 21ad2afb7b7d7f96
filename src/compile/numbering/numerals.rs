//! The properties of every kind of numeral.

/// One kind of numeral.
#[derive(Debug)]
pub(crate) struct Numerals {
    /// The numeral of one, by which a pattern shows its kind.
    pub(crate) one: char,
    /// How many characters are searched for the end of a numeral. More than the longest numeral
    /// has, so that a wrong one is still recognised. Few, because 、 is also the comma of Chinese
    /// enumerations.
    pub(crate) reach: usize,
    /// Returns the value of a numeral from 1 to [`LARGEST`]; `None` for any other text.
    pub(crate) value: fn(&str) -> Option<usize>,
    /// Returns the numeral of a value from 1 to [`LARGEST`].
    pub(crate) print: fn(usize) -> String,
}

/// The largest number that a division or clause may have.
pub(crate) const LARGEST: usize = 99;
