//! Messages: their kinds, plural forms, numbers, and names in braces.

use crate::format::{Pack, Packer, Reader, Shape, pack_fields};
use crate::localized::Text;

/// The plural categories of Unicode CLDR.
pub const CATEGORIES: [&str; 6] = ["zero", "one", "two", "few", "many", "other"];

/// The kind of a message: how many forms it has, and whether the widget shows it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// One form.
    Text,
    /// A form for each category.
    Plural,
    /// One form. The widget does not show it; the element's class and the static pages do.
    Outside,
}

/// A message that only the element's class and the static pages show. It is not packed, because the
/// widget never shows it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Outside(pub Text);

impl Pack for Outside {
    fn pack(&self, _: &mut Packer) {}

    fn unpack(_: &mut Reader) -> Self {
        Self::default()
    }

    fn shape() -> Shape {
        Shape::Fields(Vec::new())
    }
}

impl From<Plural> for Outside {
    fn from(message: Plural) -> Self {
        Self(message.into())
    }
}

/// A message in its plural forms, as pairs of a category's index in [`CATEGORIES`] and the form.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Plural(pub Vec<(u8, Text)>);

impl Pack for Plural {
    fn pack(&self, to: &mut Packer) {
        self.0.len().pack(to);
        for (category, form) in &self.0 {
            usize::from(*category).pack(to);
            form.pack(to);
        }
    }

    fn unpack(from: &mut Reader<'_>) -> Self {
        let length = from.length();
        // The lowest byte is enough for six categories.
        let form = |_| (usize::unpack(from).to_le_bytes()[0], Pack::unpack(from));
        Self((0..length).map(form).collect())
    }

    fn shape() -> Shape {
        let form = vec![("category", Shape::Number), ("form", Shape::Text)];
        Shape::List(Box::new(Shape::Fields(form)))
    }
}

impl From<Plural> for Text {
    fn from(Plural(forms): Plural) -> Self {
        forms
            .first()
            .map_or(Self::default(), |(_, form)| form.clone())
    }
}

/// How a language writes whole numbers: `9,999`, or `9999` and `10 000`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Digits {
    /// The separator between groups of three digits.
    pub separator: Text,
    /// The smallest number that is grouped.
    pub from: usize,
}

pack_fields! { Digits { separator, from } }

/// Replaces the names in braces by values. Braces inside a value stay, because a reader's words may
/// contain braces.
#[must_use]
pub fn fill(message: &str, values: &[(&str, &str)]) -> String {
    let mut filled = String::new();
    let mut rest = message;
    while let Some((before, after)) = rest.split_once('{') {
        filled.push_str(before);
        let (name, after) = after.split_once('}').unwrap_or((after, ""));
        let value = values.iter().find(|(known, _)| *known == name);
        filled.push_str(value.map_or("", |(_, value)| value));
        rest = after;
    }
    filled + rest
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::interface::Interface;
    use crate::localized::Localized;

    #[test]
    fn fill_replaces_no_names_inside_values() {
        assert_eq!(
            fill(
                "Without {name}: {count}",
                &[("name", "{count}"), ("count", "2")]
            ),
            "Without {count}: 2"
        );
        assert_eq!(fill("no names", &[]), "no names");
    }

    /// Plural forms as in Polish, which has several; digits grouped as in Spanish.
    #[test]
    fn forms_and_digits_follow_the_language() {
        let category = |n: usize| match (n, n % 10, n % 100) {
            (1, ..) => '1',
            (_, 2..=4, 12..=14) => '4',
            (_, 2..=4, _) => '3',
            _ => '4',
        };
        let forms = [(1, "klauzula"), (3, "klauzule"), (4, "klauzul")];
        let message = Plural(
            forms
                .map(|(category, form)| (category, form.into()))
                .to_vec(),
        );
        let digits = Digits {
            separator: "\u{a0}".into(),
            from: 10_000,
        };
        let plurals: String = (0..200).map(category).collect();
        let interface = Interface::new(
            "pl".into(),
            plurals.into(),
            digits,
            Localized::default(),
            |_| Plural::default(),
        );
        for (number, form) in [
            (0, "klauzul"),
            (1, "klauzula"),
            (3, "klauzule"),
            (12, "klauzul"),
            (101, "klauzul"),
            (102, "klauzule"),
            (1_003, "klauzule"),
            (100_012, "klauzul"),
        ] {
            assert_eq!(interface.plural(&message, number), form, "{number}");
        }
        for (number, written) in [
            (0, "0"),
            (999, "999"),
            (9_999, "9999"),
            (10_000, "10\u{a0}000"),
            (1_234_567, "1\u{a0}234\u{a0}567"),
        ] {
            assert_eq!(interface.number(number), written);
        }
    }
}
