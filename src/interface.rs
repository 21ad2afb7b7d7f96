//! The words of the widget itself, one set for each language: plain data, like the plan.
//!
//! They come from `content/interface/*.toml`. A name in braces is filled in when it is shown. A message with a
//! number in it has a form for each plural category of its language (Unicode CLDR), and numbers are
//! written as that language writes them. A further language is a further file.

#[cfg(not(target_family = "wasm"))]
use crate::pack::Packed;
use crate::pack::{Pack, Reader, pack_fields};
use crate::plan::{List, Text};

/// Declares the messages once: their names and kinds, the names filled into them, and what they are for.
macro_rules! messages {
    ($($(#[$about:meta])* $key:ident: $kind:ident [$($filled:ident),*];)+) => {
        /// The words of the widget in one language.
        #[derive(Clone, Debug, PartialEq, Eq)]
        pub struct Interface {
            /// The language's tag, such as `en`.
            pub tag: Text,
            /// For each number from 0 to 199, the place of its plural category in [`CATEGORIES`], as a digit.
            pub plurals: Text,
            /// How numbers are written.
            pub digits: Digits,
            $($(#[$about])* pub $key: $kind,)+
        }

        impl Interface {
            /// Each message's key, and the names that are filled into it.
            #[cfg(not(target_family = "wasm"))]
            pub const KEYS: &[(&str, Kind, &[&str])] = &[$((stringify!($key), Kind::$kind, &[$(stringify!($filled)),*])),+];

            /// Takes each message from `message_of`, by its key.
            #[cfg(not(target_family = "wasm"))]
            pub fn new(tag: Text, plurals: Text, digits: Digits, mut message_of: impl FnMut(&str) -> Plural) -> Self {
                Self { tag, plurals, digits, $($key: message_of(stringify!($key)).into(),)+ }
            }
        }

        pack_fields! { Interface { tag, plurals, digits, $($key),+ } }
    };
}

messages! {
    /// The name of the search field.
    search: Text [];
    /// The button that empties the search field.
    clear_search: Text [];
    /// The name of the choice of the language to read in.
    language: Text [];
    /// The name of the choice of a language to read beside it.
    compare: Text [];
    /// No language beside it.
    compare_none: Text [];
    /// That a text is the one that counts, behind its language's name.
    authoritative: Text [language];
    /// That a text is a translation that binds nobody, behind its language's name.
    unofficial: Text [language];
    /// Before a line of a language that is not shown, as the reason why a clause was found.
    elsewhere: Text [language];
    /// How many clauses there are now. Its form follows the total.
    status: Plural [count, total];
    /// The button that opens the facets where there is little room.
    filters: Text [];
    /// The same, with something chosen.
    filters_active: Text [count];
    /// The button that drops one filter.
    remove_filter: Text [name];
    /// The button that drops the choices of one facet.
    clear_facet: Text [facet];
    /// The button that drops everything that narrows the plan.
    clear_all: Text [];
    /// The button that opens the overview, with the names of the facets it crosses.
    overview: Text [rows, columns];
    /// The head of the totals of the overview.
    total: Text [];
    /// How many clauses a cell of the overview stands for. Its form follows the count.
    cell: Plural [row, column, count];
    /// How many clauses carry a value. Its form follows the count.
    carried: Plural [name, count];
    /// The name of the tags of a clause.
    tags: Text [];
    /// Before the words of the original that justify a tag.
    because_of_words: Text [];
    /// Before the place in the plan that justifies a tag.
    because_of_place: Text [];
    /// Before an editor's reason for a tag.
    because_of_reason: Text [];
    /// Before all the words that would justify it.
    rule: Text [];
    /// The button that shows just the clauses that carry a value. Its form follows the count.
    show_carried: Plural [count];
    /// The button that drops that choice again.
    drop_carried: Text [];
    /// The name of the list of clauses.
    clauses: Text [];
    /// The heading of the paragraphs before the first article.
    preamble: Text [];
    /// There is no clause to show.
    empty: Text [];
    /// Words of the query that stand nowhere in the plan.
    absent: Text [words];
    /// What a view named that the plan does not have.
    left_out: Text [what];
    /// Another plan was to be shown, and could not be had.
    plan_failed: Text [];
    /// A button that drops one criterion, and what that would leave. Its form follows the count.
    offer: Plural [name, count];
    /// A button that drops everything. Its form follows the total.
    offer_all: Plural [total];
    /// The link to a clause, as it is shown.
    link: Text [];
    /// The link to a clause, for those who cannot see where it stands.
    link_to: Text [number];
    /// The button that opens what a view is shared by, and the heading above it.
    share: Text [];
    /// The button that closes a panel or a clause.
    close: Text [];
    /// The name of the address of the page, in which the view is.
    share_page: Text [];
    /// The name of the address of a page that has the widget alone.
    share_link: Text [];
    /// The name of the code for pages that let scripts through.
    share_element: Text [];
    /// The name of the code for pages that let iframes through.
    share_iframe: Text [];
    /// How readers without scripts get the text too.
    share_static: Text [file];
    /// That the codes lead to the plan as it is, without the host's annotations.
    share_plan_only: Text [];
    /// The button that copies what stands beside it.
    copy: Text [];
    /// The same, for those who cannot see what stands beside it.
    copy_what: Text [name];
    /// It has been copied.
    copied: Text [name];
    /// It could not be copied, so that it is selected for the reader to do it.
    selected: Text [name];
    /// The button that opens a clause.
    open: Text [];
    /// The same, for those who cannot see where it stands.
    open_what: Text [number];
    /// The button that closes it, likewise.
    close_what: Text [number];
    /// The buttons that open the clauses before and behind it in the list.
    previous: Text [];
    /// See [`Self::previous`].
    next: Text [];
    /// Which of the clauses in the list it is.
    nth_of: Text [nth, count];
    /// Above the clauses that share something with it.
    related: Text [];
    /// The button that collects a clause.
    pin: Text [];
    /// The same, for those who cannot see where it stands.
    pin_what: Text [number];
    /// How many clauses are collected. Its form follows the count.
    pins: Plural [count];
    /// The name of the line with what can be done with them.
    pins_name: Text [];
    /// The button that lists just them.
    pins_only: Text [];
    /// The button that collects none of them any more.
    unpin_all: Text [];
    /// The button that opens the forms of citing and exporting, and the heading above them.
    export: Text [];
    /// How many clauses are cited and exported. Its form follows the count.
    selection: Plural [count];
    /// The name of the choice of form.
    form: Text [];
    /// The form of a sentence with the clause's words.
    form_text: Text [];
    /// The name of the citation of a clause.
    citation: Text [];
    /// The link to a file of it.
    download: Text [];
    /// The link to the overview as a picture.
    picture: Text [];
    /// The button that closes the overview, so that the clauses below it come into sight. Its form follows the count.
    to_clauses: Plural [count];
    /// How to learn what a cell of the overview holds.
    overview_hint: Text [];
    /// The button that opens the field to look words up in, and the heading above it.
    quote: Text [];
    /// The name of that field.
    quote_field: Text [];
    /// The words stand so in a clause.
    quote_exact: Text [language];
    /// They stand so but for what is marked.
    quote_near: Text [language];
    /// They stand nowhere.
    quote_absent: Text [];
    /// They are too many to be looked for.
    quote_long: Text [longest];
    /// What the marks mean.
    quote_legend: Text [];
    /// What marks a finding as the host's and not the plan's.
    annotation: Text [];
    /// The name of the facet of the findings' statuses.
    annotation_status: Text [];
    /// The link to more of a finding.
    annotation_link: Text [place];
    /// Findings that could not be shown.
    annotations_incomplete: Text [];
    /// Behind the clause in which the source breaks off.
    breaks_off: Text [];
    /// Where the source breaks off.
    ends_in: Text [number];
    /// Where the text was taken from.
    source: Text [publisher, published];
    /// The button that shows the list in its full height.
    expand: Text [];
    /// The button that bounds the height of the list.
    collapse: Text [];
    /// The button that prints what is shown.
    print: Text [];
    /// The link to the explorer in one file.
    save_offline: Text [];
    /// In place of the widget, if it cannot start and there is no text to fall back on.
    failed: Outside [];
    /// Above the text inside the element, if the widget cannot start.
    failed_with_text: Outside [];
    /// Behind one of these two: the page's policy forbids wasm.
    failed_policy: Outside [];
    /// Or: a file is missing, broken, or out of reach.
    failed_network: Outside [];
    /// Or: the files have not arrived within half a minute.
    failed_late: Outside [];
    /// Or: the browser lacks something.
    failed_browser: Outside [];
    /// The button that starts it anew.
    try_again: Outside [];
    /// Above the text, for readers without scripts.
    no_script: Outside [];
}

/// The plural categories of Unicode CLDR.
pub const CATEGORIES: [&str; 6] = ["zero", "one", "two", "few", "many", "other"];

/// Whether a message has one form or one for each plural category.
#[cfg(not(target_family = "wasm"))]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// One form.
    Text,
    /// A form for each category.
    Plural,
    /// One form, which is not for the widget.
    Outside,
}

/// A message for where the widget is not: the element's class and the static pages show it. It is left out
/// when the interface is packed, so that the wasm does without it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Outside(pub Text);

impl Pack for Outside {
    #[cfg(not(target_family = "wasm"))]
    fn pack(&self, _: &mut Packed) {}

    fn unpack(_: &mut Reader) -> Self {
        Self::default()
    }
}

#[cfg(not(target_family = "wasm"))]
impl From<Plural> for Outside {
    fn from(message: Plural) -> Self {
        Self(message.into())
    }
}

/// A message in its plural forms, as pairs of a category's place in [`CATEGORIES`] and the form.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Plural(pub List<(u8, Text)>);

impl Pack for Plural {
    #[cfg(not(target_family = "wasm"))]
    fn pack(&self, to: &mut Packed) {
        self.0.len().pack(to);
        for (category, form) in self.0.iter() {
            usize::from(*category).pack(to);
            form.pack(to);
        }
    }

    fn unpack(from: &mut Reader<'_>) -> Self {
        let length = usize::unpack(from);
        // There are six categories, so that the lowest byte is all.
        let form = |_| (usize::unpack(from).to_le_bytes()[0], Pack::unpack(from));
        Self((0..length).map(form).collect())
    }
}

#[cfg(not(target_family = "wasm"))]
impl From<Plural> for Text {
    fn from(Plural(forms): Plural) -> Self {
        forms
            .iter()
            .next()
            .map_or(Self::default(), |(_, form)| form.clone())
    }
}

/// How a language writes whole numbers: `9,999`, or `9999` and `10 000`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Digits {
    /// What stands between groups of three digits.
    pub separator: Text,
    /// The smallest number that is grouped.
    pub from: usize,
}

pack_fields! { Digits { separator, from } }

impl Interface {
    /// The form of a message that goes with a number.
    #[must_use]
    pub fn plural<'a>(&self, message: &'a Plural, number: usize) -> &'a str {
        // The rules of whole numbers look at the last two digits, apart from numbers below 100.
        let known = if number < 200 {
            number
        } else {
            100 + number % 100
        };
        let category = self.plurals.as_bytes().get(known).map(|digit| digit - b'0');
        let Plural(forms) = message;
        let form = forms.iter().find(|(of, _)| Some(*of) == category);
        form.or(forms.last()).map_or("", |(_, form)| form)
    }

    /// A number as this language writes it.
    #[must_use]
    pub fn number(&self, number: usize) -> String {
        let digits = number.to_string();
        if number < self.digits.from {
            return digits;
        }
        let mut written = String::new();
        for (nth, digit) in digits.chars().enumerate() {
            if nth > 0 && (digits.len() - nth).is_multiple_of(3) {
                written.push_str(&self.digits.separator);
            }
            written.push(digit);
        }
        written
    }
}

/// A message with names filled in. What is filled in is not looked at again, so that a reader's words are
/// never taken for a name.
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

    #[test]
    fn what_is_filled_in_is_not_looked_at_again() {
        assert_eq!(
            fill(
                "Without {name}: {count}",
                &[("name", "{count}"), ("count", "2")]
            ),
            "Without {count}: 2"
        );
        assert_eq!(fill("no names", &[]), "no names");
    }

    /// A language with all kinds of forms: Polish, as CLDR has it, with Spanish grouping.
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
                .to_vec()
                .into(),
        );
        let digits = Digits {
            separator: "\u{a0}".into(),
            from: 10_000,
        };
        let plurals: String = (0..200).map(category).collect();
        let interface = Interface::new("pl".into(), plurals.into(), digits, |_| Plural::default());
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
