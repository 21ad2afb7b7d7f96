//! Numbers as the compiler reads them, for programs that write content folders.

use super::form::Form;
use super::pattern::{Label, Pattern};

/// The patterns of one entry of `numbering` in `plan.toml`.
#[derive(Clone, Debug)]
pub struct Numbers(Form);

/// The number at the start of a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found<'a> {
    /// The index of its pattern.
    pub pattern: usize,
    /// Its value, from 1, and the position among the insertions after this value; 0 for the value
    /// itself. A number that is kept as it is printed has no value: `(0, 0)`.
    pub value: (usize, usize),
    /// The number in an eId; empty if it cannot be part of one.
    pub token: String,
    /// The text after it.
    pub rest: &'a str,
}

impl Numbers {
    /// Returns the patterns; `None` if one of them has no first number.
    #[must_use]
    pub fn new(patterns: &[String]) -> Option<Self> {
        let patterns = patterns.iter().map(|one| Pattern::new(one).ok());
        let patterns = patterns.collect::<Option<_>>()?;
        Some(Self(Form {
            patterns,
            may_lack: true,
        }))
    }

    /// Reads the number at the start of a line. `outer` has the numbers of the divisions around it
    /// as they are in eIds, outermost first.
    #[must_use]
    pub fn read<'a>(&self, line: &'a str, outer: &[&str]) -> Option<Found<'a>> {
        match self.0.read(line, outer) {
            (pattern, Label::Number { number, rest, .. }) => Some(Found {
                pattern,
                value: (number.value.base, number.value.insertion),
                token: number.token,
                rest,
            }),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_numbers_as_the_compiler_does() {
        let patterns = ["1.1".to_owned(), "1.a".to_owned()];
        let numbers = Numbers::new(&patterns).expect("patterns");
        let found = numbers.read("2.b Ask", &["2"]).expect("a number");
        assert_eq!((found.pattern, found.value, found.rest), (1, (2, 0), "Ask"));
        assert_eq!(numbers.read("3.b Ask", &["2"]), None);
        assert!(Numbers::new(&["Article".to_owned()]).is_none());
    }
}
