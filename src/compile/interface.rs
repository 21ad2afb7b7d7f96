//! `interface/*.toml`: the words of the widget, a file for each language.
//!
//! Which plural forms a language has is known to Unicode CLDR (crate `icu_plurals`); a file must have just
//! these. The widget takes along the category of each number up to 199, and no rules.

use icu_locale_core::Locale;
use icu_plurals::{PluralCategory, PluralRules};

use super::diagnostic::{Place, Reporter};
use super::manifest::check_id;
use super::toml_table::Table;
use super::{Placed, Source};
use plan::Text;
use plan::interface::{CATEGORIES, Digits, Interface, Kind, Plural};

const FOLDER: &str = "interface/";

/// A number that no plan reaches, for languages that do not group digits.
const NEVER: usize = u32::MAX as usize;

/// Reads every interface file; the file's name is the language's tag.
pub(super) fn read(source: &Source, reporter: &mut Reporter<'_>) -> Vec<Interface> {
    let files: Vec<&str> = source
        .below(FOLDER)
        .filter(|file| file.ends_with(".toml"))
        .collect();
    if files.is_empty() {
        let message = format!("expected a file {FOLDER}<language>.toml, found none");
        reporter.report(
            &Place::new("plan.toml", 0..0),
            message,
            "the widget needs words in at least one language",
        );
    }
    files
        .into_iter()
        .filter_map(|file| read_file(source, file, reporter))
        .collect()
}

fn read_file(source: &Source, file: &str, reporter: &mut Reporter<'_>) -> Option<Interface> {
    let table = Table::read(source, file, reporter)?;
    let keys = Interface::KEYS.iter().map(|(key, ..)| *key);
    let keys: Vec<&str> = keys.chain(["thousands"]).collect();
    table.accept(&keys, reporter);
    let tag = file[FOLDER.len()..].trim_end_matches(".toml").to_owned();
    check_id(&tag, &Place::new(file, 0..0), reporter);
    let plurals = plurals(&tag);
    let digits = digits(&table, reporter);
    let interface = Interface::new(tag.into(), plurals.clone().into(), digits, |key| {
        let known = Interface::KEYS.iter().find(|(known, ..)| *known == key);
        let (kind, filled) =
            known.map_or((Kind::Text, &[][..]), |&(_, kind, filled)| (kind, filled));
        let forms = match kind {
            Kind::Text | Kind::Outside => table
                .text(key, reporter)
                .map(|text| (0, text))
                .into_iter()
                .collect(),
            Kind::Plural => forms(&table, key, &plurals, reporter),
        };
        let checked = forms.into_iter().map(|(category, (message, place))| {
            check_braces(&message, filled, &place, reporter);
            (category, Text::from(message))
        });
        Plural(checked.collect())
    });
    Some(interface)
}

/// For each number from 0 to 199, the place of its category in [`CATEGORIES`] as a digit. A language that
/// CLDR does not know has one form for all.
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

/// The forms of a message with a number in it: one for each category that the language has. Where that is
/// only one, the message may stand by itself.
fn forms(
    table: &Table<'_>,
    key: &str,
    plurals: &str,
    reporter: &mut Reporter<'_>,
) -> Vec<(u8, Placed)> {
    let categories: Vec<(u8, &str)> = (0..)
        .zip(CATEGORIES)
        .filter(|(place, _)| plurals.contains(char::from(b'0' + place)))
        .collect();
    if let ([(place, _)], true) = (categories.as_slice(), table.is_text(key)) {
        return table
            .text(key, reporter)
            .map(|text| (*place, text))
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
        .filter_map(|(place, category)| Some((place, forms.text(category, reporter)?)))
        .collect()
}

/// How numbers are written, read off the file's examples of one thousand and ten thousand.
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
            if let Some((_, place)) = examples.first() {
                let message = "expected one thousand and ten thousand, as this language writes them, in “thousands”, found something else";
                reporter.report(
                    place,
                    message,
                    "such as [\"1,000\", \"10,000\"] or [\"1000\", \"10 000\"]",
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

/// Reports names in braces that are missing or that nothing fills in.
fn check_braces(message: &str, filled: &[&str], place: &Place, reporter: &mut Reporter<'_>) {
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
            "expected in braces: {}; found: {}",
            in_braces(&wanted),
            in_braces(&found)
        );
        reporter.report(
            place,
            message,
            "each name in braces is filled in when the message is shown",
        );
    }
}
