//! The words of the widget itself, one set for each language: plain data, like the plan.
//!
//! They come from `content/interface/*.toml`, one file for each language. When a message is shown,
//! a value replaces each name in braces. A message with a number has one form for each plural
//! category of its language (Unicode CLDR). Numbers are written as the language writes them.

mod message;

pub use message::{CATEGORIES, Digits, Kind, Outside, Plural, fill};

use crate::document::Language;
use crate::format::pack_fields;
use crate::localized::{Localized, Text};

/// Declares the messages once: key, kind, the names in braces, and purpose.
macro_rules! messages {
    ($($(#[$about:meta])* $key:ident: $kind:ident [$($filled:ident),*];)+) => {
        /// The words of the widget in one language.
        #[derive(Clone, Debug, PartialEq, Eq)]
        pub struct Interface {
            /// The language's tag, such as `en`.
            pub tag: Text,
            /// For each number from 0 to 199, the index of its plural category in [`CATEGORIES`],
            /// as a digit.
            pub plurals: Text,
            /// How numbers are written.
            pub digits: Digits,
            /// The names of languages, by their tags.
            pub languages: Localized,
            $($(#[$about])* pub $key: $kind,)+
        }

        impl Interface {
            /// For each message: its key, its kind, and its names in braces.
            pub const KEYS: &[(&str, Kind, &[&str])] = &[$((stringify!($key), Kind::$kind, &[$(stringify!($filled)),*])),+];

            /// Creates an interface from the messages that `message_of` returns for their keys.
            pub fn new(tag: Text, plurals: Text, digits: Digits, languages: Localized, mut message_of: impl FnMut(&str) -> Plural) -> Self {
                Self { tag, plurals, digits, languages, $($key: message_of(stringify!($key)).into(),)+ }
            }
        }

        pack_fields! { Interface { tag, plurals, digits, languages, $($key),+ } }
    };
}

messages! {
    /// The name of the search field.
    search: Text [];
    /// The button that empties the search field.
    clear_search: Text [];
    /// The label of the control that chooses the language to read in.
    language: Text [];
    /// The label of the control that chooses a second language to compare with.
    compare: Text [];
    /// The choice of no second language.
    compare_none: Text [];
    /// The text in this language is the authoritative one.
    authoritative: Text [language];
    /// The text in this language is a translation without legal force.
    unofficial: Text [language];
    /// The label of an excerpt in a hidden language that explains why the clause matched.
    elsewhere: Text [language];
    /// The number of clauses that are listed. The total decides the plural form.
    status: Plural [count, total];
    /// The button that opens the facets in a narrow layout.
    filters: Text [];
    /// The same button if filters are active, with their number.
    filters_active: Text [count];
    /// The button that removes one filter.
    remove_filter: Text [name];
    /// The button that removes all filters of one facet.
    clear_facet: Text [facet];
    /// The number of a facet's values that are not listed.
    more_values: Text [count];
    /// The button that removes the query and all filters.
    clear_all: Text [];
    /// The button that opens the overview.
    overview_short: Text [];
    /// The name of the overview, with the names of its two facets.
    overview: Text [rows, columns];
    /// The heading of the totals in the overview.
    total: Text [];
    /// A cell of the overview and its number of clauses. The count decides the plural form.
    cell: Plural [row, column, count];
    /// A facet value and its number of clauses. The count decides the plural form.
    carried: Plural [name, count];
    /// The label of a clause's tags.
    tags: Text [];
    /// The label of the words of the original that justify a tag.
    because_of_words: Text [];
    /// The label of the division that justifies a tag.
    because_of_place: Text [];
    /// The label of an editor's reason for a tag.
    because_of_reason: Text [];
    /// The label of all phrases that justify a tag's value.
    rule: Text [];
    /// The button that filters by the value of a tag. The count decides the plural form.
    show_carried: Plural [count];
    /// The button that removes this filter again.
    drop_carried: Text [];
    /// The label of the list of clauses.
    clauses: Text [];
    /// The label of the control that chooses the order of the clauses.
    sort: Text [];
    /// The order of the document.
    sort_document: Text [];
    /// The order by a column, the earliest or smallest value first.
    sort_ascending: Text [name];
    /// The order by a column, the latest or largest value first.
    sort_descending: Text [name];
    /// The heading of the paragraphs before the first article.
    preamble: Text [];
    /// Shown if no clause matches.
    empty: Text [];
    /// The words of the query that occur in no clause.
    absent: Text [words];
    /// Reports that a query is too long to be searched as a whole.
    query_long: Text [longest];
    /// The unknown parts of a view, which are ignored.
    left_out: Text [what];
    /// Shown if a requested plan could not be loaded: the others are shown, or the previous one.
    plan_failed: Text [];
    /// The button that removes one criterion, with the number of clauses that would match then. The
    /// count decides the plural form.
    offer: Plural [name, count];
    /// The button that removes every criterion. The total decides the plural form.
    offer_all: Plural [total];
    /// The visible text of the link to a clause.
    link: Text [];
    /// The name of this link for screen readers.
    link_to: Text [number];
    /// The button that opens the panel for sharing, and the heading of the panel.
    share: Text [];
    /// The name of the button that shows the buttons of the panels in a narrow widget.
    menu: Text [];
    /// The button that closes a panel or a clause.
    close: Text [];
    /// The button that opens this panel with the codes of the pinned clauses.
    share_pins: Text [];
    /// The label of the field for the heading that embed codes have in place of the plan's title.
    share_headline: Text [];
    /// The label of the link to the page with the current view.
    share_page: Text [];
    /// The label of the link to a page with nothing but the widget.
    share_link: Text [];
    /// The label of the embed code for pages that allow scripts.
    share_element: Text [];
    /// The label of the embed code for pages that allow only iframes.
    share_iframe: Text [];
    /// Explains how a page shows the text to readers without JavaScript.
    share_static: Text [file];
    /// Explains that the embed codes do not contain the host's annotations.
    share_plan_only: Text [];
    /// The visible text of the button that copies the field beside it.
    copy: Text [];
    /// The name of this button for screen readers.
    copy_what: Text [name];
    /// Reports that a field was copied.
    copied: Text [name];
    /// Reports that a field could not be copied, and is selected instead.
    selected: Text [name];
    /// The visible text of the button that opens a clause.
    open: Text [];
    /// The name of this button for screen readers.
    open_what: Text [number];
    /// The name of the button that closes a clause, for screen readers.
    close_what: Text [number];
    /// The button that opens the previous clause of the list.
    previous: Text [];
    /// The button that opens the next clause of the list.
    next: Text [];
    /// The position of the opened clause in the list.
    nth_of: Text [nth, count];
    /// The heading of the clauses that share facet values with the opened one.
    related: Text [];
    /// The visible text of the button that pins a clause.
    pin: Text [];
    /// The name of this button for screen readers.
    pin_what: Text [number];
    /// The number of pinned clauses. The count decides the plural form.
    pins: Plural [count];
    /// The label of the line with the buttons for pinned clauses.
    pins_name: Text [];
    /// The button that lists only the pinned clauses.
    pins_only: Text [];
    /// The name of the button that moves a pinned clause up, for screen readers.
    move_up: Text [number];
    /// The name of the button that moves a pinned clause down, for screen readers.
    move_down: Text [number];
    /// The button that saves a clause as an image, and the name of the group of such buttons.
    save_image: Text [];
    /// The link of a quote card that opens its clause in the plan.
    read_in_plan: Text [];
    /// The button that unpins all clauses.
    unpin_all: Text [];
    /// The button that opens the panel for citations and exports, and the heading of the panel.
    export: Text [];
    /// The number of clauses to cite or export. The count decides the plural form.
    selection: Plural [count];
    /// The label of the control that chooses the format.
    form: Text [];
    /// The format of a citation as plain text.
    form_text: Text [];
    /// The label of the citation.
    citation: Text [];
    /// In a citation: the day on which the page was read.
    accessed: Text [date];
    /// The header of the numbers in a table of clauses.
    number: Text [];
    /// The header of the divisions of one level in a table of clauses; the outermost level is 1.
    level: Text [nth];
    /// The header of the column that says whether a text is authoritative.
    text_status: Text [];
    /// The name of the listed clauses as rich text, to copy.
    rich_table: Text [];
    /// The button that saves a file.
    save: Text [name];
    /// A file was saved.
    saved: Text [name];
    /// Nothing was copied or saved, because a file could not be loaded or the browser refused.
    not_done: Text [name];
    /// The link that downloads the citation or export as a file.
    download: Text [];
    /// The link that saves the overview as an image.
    picture: Text [];
    /// The button that closes the facets and shows the clauses below them. The count decides the plural form.
    to_clauses: Plural [count];
    /// The value that most of the listed clauses have.
    mostly: Text [name];
    /// The two most frequent values of the listed clauses, with their counts.
    most: Text [name, count, next, next_count];
    /// Explains how to use the numbers of the overview.
    overview_hint: Text [];
    /// How to read the numbers of the overview, below it and below its image.
    overview_note: Text [];
    /// The button that opens the panel for the quote check, and the heading of the panel.
    quote: Text [];
    /// The label of the field for the quote.
    quote_field: Text [];
    /// The label of a text that contains the quote word for word.
    quote_exact: Text [language];
    /// The label of a text that differs from the quote only in typography, letter case or script.
    quote_typographic: Text [language];
    /// The label of a text with similar words, in which the differences are marked.
    quote_near: Text [language];
    /// Reports that the quoted words do not occur in the plan.
    quote_absent: Text [];
    /// Says that other translations than ours are in other words. The original is shown beside.
    quote_translated: Text [];
    /// Follows `ends_in`: says that the missing words may be where the source text is cut off.
    quote_cut: Text [];
    /// Reports that the quote is too long to be checked to its end.
    quote_long: Text [longest];
    /// Explains the marks of the differences.
    quote_legend: Text [];
    /// The label of a host's annotation, which is not part of the plan.
    annotation: Text [];
    /// The label of the facet of the annotations' statuses.
    annotation_status: Text [];
    /// The link from an annotation to further information.
    annotation_link: Text [place];
    /// Reports that some annotations could not be shown.
    annotations_incomplete: Text [];
    /// Above a text that lacks a translation into this language.
    untranslated: Text [language];
    /// The note after the clause in which the source breaks off.
    breaks_off: Text [];
    /// The note in the footer that names this clause.
    ends_in: Text [number];
    /// The source of the text, with a link.
    source: Text [publisher, published];
    /// The button that prints the listed clauses.
    print: Text [];
    /// The link that downloads the explorer as one file.
    save_offline: Text [];
    /// Shown in place of the widget if it cannot start and the element contains no text.
    failed: Outside [];
    /// Above the text inside the element, if the widget cannot start.
    failed_with_text: Outside [];
    /// A reason, shown after one of these two: the page's policy forbids WebAssembly or a file.
    failed_policy: Outside [];
    /// Another reason: a file is missing, is broken, or cannot be loaded.
    failed_network: Outside [];
    /// Another reason: the files were not loaded within half a minute.
    failed_late: Outside [];
    /// Another reason: the browser does not have a required feature.
    failed_browser: Outside [];
    /// Above the text, if the widget had too many errors; in the place of all the others.
    failed_stopped: Outside [];
    /// Another reason: the file of `src` is not a plan.
    failed_plan: Outside [];
    /// The button that tries to start the widget again.
    try_again: Outside [];
    /// Above the text, for readers without JavaScript.
    no_script: Outside [];
}

impl Interface {
    /// Returns the plural form of a message for a number.
    #[must_use]
    pub fn plural<'a>(&self, message: &'a Plural, number: usize) -> &'a str {
        // For whole numbers from 100, the rules of CLDR depend only on the last two digits.
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

    /// Returns the name of a language in the interface's own, or else in that language itself.
    #[must_use]
    pub fn name_of<'a>(&'a self, language: &'a Language) -> &'a str {
        let mut names = self.languages.iter();
        let known = names.find(|name| name.tag == language.tag);
        known.map_or(&*language.name, |name| name.text)
    }

    /// Returns a message about a language.
    #[must_use]
    pub fn about(&self, message: &str, language: &Language) -> String {
        fill(message, &[("language", self.name_of(language))])
    }

    /// Returns a number as this language writes it.
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
