//! `interface/*.toml`: the words of the widget, a file for each language.

use super::Source;
use super::diagnostic::{Place, Reporter};
use super::manifest::check_id;
use super::toml_table::Table;
use crate::interface::Interface;

const FOLDER: &str = "interface/";

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
    let keys: Vec<&str> = Interface::KEYS.iter().map(|(key, _)| *key).collect();
    table.accept(&keys, reporter);
    let tag = file[FOLDER.len()..].trim_end_matches(".toml").to_owned();
    check_id(&tag, &Place::new(file, 0..0), reporter);
    let interface = Interface::new(tag.into(), |key| {
        let Some((message, place)) = table.text(key, reporter) else {
            return "".into();
        };
        let filled = Interface::KEYS
            .iter()
            .find(|(known, _)| *known == key)
            .map_or(&[][..], |(_, filled)| filled);
        check_braces(&message, filled, &place, reporter);
        message.into()
    });
    Some(interface)
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
