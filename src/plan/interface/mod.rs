//! The words of the widget itself, one set for each language: plain data, like the plan.
//!
//! They come from `content/interface/*.toml`. A name in braces is filled in when it is shown. A message with a
//! number in it has a form for each plural category of its language (Unicode CLDR), and numbers are
//! written as that language writes them. A further language is a further file.

mod message;

pub use message::{CATEGORIES, Digits, Kind, Outside, Plural, fill};

use crate::format::pack_fields;
use crate::localized::Text;

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
            pub const KEYS: &[(&str, Kind, &[&str])] = &[$((stringify!($key), Kind::$kind, &[$(stringify!($filled)),*])),+];

            /// Takes each message from `message_of`, by its key.
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
