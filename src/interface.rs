//! The words of the widget itself, one set for each language: plain data, like the plan.
//!
//! They come from `content/interface/*.toml`. A name in braces is filled in when it is shown.

use crate::plan::Text;

/// Declares the messages once: their names, the names filled into them, and what they are for.
macro_rules! messages {
    ($($(#[$about:meta])* $key:ident [$($filled:ident),*];)+) => {
        /// The words of the widget in one language.
        #[derive(Clone, Debug, PartialEq, Eq)]
        #[cfg_attr(not(target_family = "wasm"), derive(databake::Bake), databake(path = crate::interface))]
        pub struct Interface {
            /// The language's tag, such as `en`.
            pub tag: Text,
            $($(#[$about])* pub $key: Text,)+
        }

        impl Interface {
            /// Each message's key, and the names that are filled into it.
            #[cfg(not(target_family = "wasm"))]
            pub const KEYS: &[(&str, &[&str])] = &[$((stringify!($key), &[$(stringify!($filled)),*])),+];

            /// Takes each message from `message_of`, by its key.
            #[cfg(not(target_family = "wasm"))]
            pub fn new(tag: Text, mut message_of: impl FnMut(&str) -> Text) -> Self {
                Self { tag, $($key: message_of(stringify!($key)),)+ }
            }
        }
    };
}

messages! {
    /// The name of the search field.
    search [];
    /// The button that empties the search field.
    clear_search [];
    /// The name of the choice of the language to read in.
    language [];
    /// The name of the choice of a language to read beside it.
    compare [];
    /// No language beside it.
    compare_none [];
    /// That a text is the one that counts, behind its language's name.
    authoritative [language];
    /// That a text is a translation that binds nobody, behind its language's name.
    unofficial [language];
    /// Before a line of a language that is not shown, as the reason why a clause was found.
    elsewhere [language];
    /// How many clauses there are now.
    status [count, total];
    /// The button that opens the facets where there is little room.
    filters [];
    /// The same, with something chosen.
    filters_active [count];
    /// The button that drops one filter.
    remove_filter [name];
    /// The button that drops the choices of one facet.
    clear_facet [facet];
    /// The button that drops everything that narrows the plan.
    clear_all [];
    /// The name of the list of clauses.
    clauses [];
    /// The heading of the paragraphs before the first article.
    preamble [];
    /// There is no clause to show.
    empty [];
    /// Words of the query that stand nowhere in the plan.
    absent [words];
    /// What a view named that the plan does not have.
    left_out [what];
    /// Another plan was to be shown, and could not be had.
    plan_failed [];
    /// A button that drops one criterion, and what that would leave.
    offer [name, count];
    /// A button that drops everything.
    offer_all [total];
    /// The link to a clause, as it is shown.
    link [];
    /// The link to a clause, for those who cannot see where it stands.
    link_to [number];
    /// Behind the clause in which the source breaks off.
    breaks_off [];
    /// Where the source breaks off.
    ends_in [number];
    /// Where the text was taken from.
    source [publisher, published];
    /// The button that shows the list in its full height.
    expand [];
    /// The button that bounds the height of the list.
    collapse [];
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
    use super::fill;

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
}
