//! `interface/*.toml`: the words of the widget, a file for each language.
//!
//! A language of the plan without a file has the built-in words, and a file may lack keys that these have.
//!
//! Unicode CLDR (crate `icu_plurals`) says which plural forms a language has; a file must have
//! exactly these. The widget ships the category of each number up to 199, and no rules.

mod built_in;

use icu_locale_core::Locale;
use icu_plurals::{PluralCategory, PluralRules};

use plan::interface::{CATEGORIES, Digits, Interface, Kind, Plural};
use plan::{InLanguage, Localized, Text};

use crate::diagnostics::{Located, Location, Reporter};
use crate::plan_toml::id;
use crate::source::Source;
use crate::toml_table::Table;

pub use built_in::{ENGLISH, built_in_words};

const FOLDER: &str = "interface/";

/// A number that no plan reaches: languages that do not group digits start grouping here.
const NEVER: usize = u32::MAX as usize;

/// Reads every interface file. The file's name is the language's tag.
pub(crate) fn read(source: &Source, reporter: &mut Reporter<'_>) -> Vec<Interface> {
    let files = source.below(FOLDER);
    files
        .filter(|file| file.ends_with(".toml"))
        .filter_map(|file| read_file(source, file, reporter))
        .collect()
}

/// Adds the built-in words of languages without a file. Readers of a language without any words get the first ones of
/// all, which are those of a file, or else English.
pub(crate) fn complete<'a>(
    interfaces: &mut Vec<Interface>,
    tags: impl Iterator<Item = &'a str> + Clone,
    reporter: &mut Reporter<'_>,
) {
    let mut first = None;
    if interfaces.is_empty() && tags.clone().any(|tag| built_in_words(tag).is_none()) {
        first = Some(ENGLISH);
    }
    for tag in first.into_iter().chain(tags) {
        if !interfaces.iter().any(|interface| interface.tag == tag) {
            let table = built_in_table(tag, reporter);
            interfaces.extend(table.map(|table| interface(&table, tag, reporter)));
        }
    }
}

fn read_file(source: &Source, file: &str, reporter: &mut Reporter<'_>) -> Option<Interface> {
    let mut table = Table::read(source, file, reporter)?;
    let keys = Interface::KEYS.iter().map(|(key, ..)| *key);
    let keys: Vec<&str> = keys.chain(["thousands", "languages"]).collect();
    table.accept(&keys, reporter);
    let tag = file[FOLDER.len()..].trim_end_matches(".toml");
    let lacks_some = keys.iter().any(|key| !table.has(key));
    if lacks_some && let Some(built_in) = built_in_table(tag, reporter) {
        table.complete_with(built_in);
    }
    let hint = "copy them from another file of interface/, and translate their texts";
    table.require(&keys, hint, reporter);
    id::check_tag(tag, &Location::start_of(file), reporter);
    Some(interface(&table, tag, reporter))
}

fn built_in_table(tag: &str, reporter: &mut Reporter<'_>) -> Option<Table<'static>> {
    Table::parse(
        &format!("{FOLDER}{tag}.toml"),
        built_in_words(tag)?,
        reporter,
    )
}

/// Returns the words of a table.
fn interface(table: &Table<'_>, tag: &str, reporter: &mut Reporter<'_>) -> Interface {
    let plurals = plurals(tag);
    let digits = digits(table, reporter);
    let languages = languages(table, reporter);
    let (tag, categories) = (tag.to_owned().into(), plurals.clone().into());
    Interface::new(tag, categories, digits, languages, |key| {
        let known = Interface::KEYS.iter().find(|(known, ..)| *known == key);
        let (kind, filled) =
            known.map_or((Kind::Text, &[][..]), |&(_, kind, filled)| (kind, filled));
        let forms = match kind {
            Kind::Text | Kind::Outside => table
                .text(key, reporter)
                .map(|text| (0, text))
                .into_iter()
                .collect(),
            Kind::Plural => forms(table, key, &plurals, reporter),
        };
        let checked = forms.into_iter().map(|(category, (message, location))| {
            check_braces(&message, filled, &location, reporter);
            (category, Text::from(message))
        });
        Plural(checked.collect())
    })
}

/// Returns, for each number from 0 to 199, the index of its category in [`CATEGORIES`] as a digit.
/// A language that CLDR does not know has one form for all numbers.
fn plurals(tag: &str) -> String {
    let locale = Locale::try_from_str(tag).ok();
    let rules = locale.and_then(|locale| PluralRules::try_new_cardinal(locale.into()).ok());
    let category = |number: u32| match rules.as_ref().map(|rules| rules.category_for(number)) {
        Some(PluralCategory::Zero) => '0',
        Some(PluralCategory::One) => '1',
        Some(PluralCategory::Two) => '2',
        Some(PluralCategory::Few) => '3',
        Some(PluralCategory::Many) => '4',
        Some(PluralCategory::Other) | None => '5',
    };
    (0..200).map(category).collect()
}

/// Returns the forms of a message with a number in it: one for each category of the language. If
/// the language has only one category, the message may be a plain text.
fn forms(
    table: &Table<'_>,
    key: &str,
    plurals: &str,
    reporter: &mut Reporter<'_>,
) -> Vec<(u8, Located)> {
    let categories: Vec<(u8, &str)> = (0..)
        .zip(CATEGORIES)
        .filter(|(index, _)| plurals.contains(char::from(b'0' + index)))
        .collect();
    if let ([(index, _)], true) = (categories.as_slice(), table.is_text(key)) {
        return table
            .text(key, reporter)
            .map(|text| (*index, text))
            .into_iter()
            .collect();
    }
    let Some(forms) = table.table(key, reporter) else {
        return Vec::new();
    };
    let known: Vec<&str> = categories.iter().map(|(_, category)| *category).collect();
    forms.accept(&known, reporter);
    categories
        .into_iter()
        .filter_map(|(index, category)| Some((index, forms.text(category, reporter)?)))
        .collect()
}

/// Returns the names of languages in the file's own language. A language that is not among them is
/// called by its own name.
fn languages(table: &Table<'_>, reporter: &mut Reporter<'_>) -> Localized {
    let names = table.table("languages", reporter);
    let names = names.map_or_else(Vec::new, |names| names.all_texts(reporter));
    let names = names.into_iter().map(|((tag, _), (name, _))| InLanguage {
        tag: tag.into(),
        text: name.into(),
    });
    names.collect()
}

/// Returns how numbers are written, from the file's examples of one thousand and ten thousand.
fn digits(table: &Table<'_>, reporter: &mut Reporter<'_>) -> Digits {
    let examples = table.texts("thousands", reporter);
    let separators: Vec<Option<&str>> = examples
        .iter()
        .zip(["1", "10"])
        .map(|((example, _), start)| example.strip_prefix(start)?.strip_suffix("000"))
        .collect();
    let (separator, from) = match separators[..] {
        [Some(""), Some("")] => ("", NEVER),
        [Some(""), Some(separator)] => (separator, 10_000),
        [Some(one), Some(other)] if one == other => (one, 1_000),
        _ => {
            if let Some((_, location)) = examples.first() {
                let message = format!(
                    "expected one thousand and ten thousand in “thousands”, as this language writes them; found {}",
                    quoted(&examples)
                );
                reporter.report(
                    location,
                    message,
                    "write them like [\"1,000\", \"10,000\"] or [\"1000\", \"10 000\"]",
                );
            }
            ("", NEVER)
        }
    };
    Digits {
        separator: separator.to_owned().into(),
        from,
    }
}

fn quoted(examples: &[Located]) -> String {
    let examples = examples.iter().map(|(example, _)| format!("“{example}”"));
    examples.collect::<Vec<_>>().join(", ")
}

/// Reports names in braces that are missing or unknown.
fn check_braces(message: &str, filled: &[&str], location: &Location, reporter: &mut Reporter<'_>) {
    let mut found: Vec<&str> = message
        .split('{')
        .skip(1)
        .filter_map(|after| Some(after.split_once('}')?.0))
        .collect();
    let mut wanted = filled.to_vec();
    found.sort_unstable();
    wanted.sort_unstable();
    if found != wanted {
        let in_braces = |names: &[&str]| match names {
            [] => "none".to_owned(),
            names => names
                .iter()
                .map(|name| format!("{{{name}}}"))
                .collect::<Vec<_>>()
                .join(", "),
        };
        let message = format!(
            "expected the names in braces {}; found {}",
            in_braces(&wanted),
            in_braces(&found)
        );
        reporter.report(
            location,
            message,
            "keep each name exactly as it is; the widget replaces it by a value",
        );
    }
}
