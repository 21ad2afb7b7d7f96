//! Messages about `interface/*.toml`.

use compile::compile;
use plan::{Language, Status};
use snapbox::{assert_data_eq, str};

use crate::content::{problems, real_content};

#[test]
fn reports_missing_messages_and_wrong_names_in_braces() {
    let edits = [
        ("interface/en.toml", "\nlink = \"Link\"\n", "\n"),
        (
            "interface/en.toml",
            "{count} of {total} clauses",
            "{count} of {all} clauses",
        ),
        ("interface/en.toml", "clear_all =", "clear_everything ="),
    ];
    assert_data_eq!(
        problems(&edits),
        str![[r#"
interface/en.toml:1:1: expected the key “clear_all”, found none
  add `clear_all = "…"`
interface/en.toml:1:1: expected the key “link”, found none
  add `link = "…"`
interface/en.toml:11:55: expected the names in braces {count}, {total}; found {all}, {count}
  keep each name exactly as it is; the widget replaces it by a value
interface/en.toml:17:1: expected a key that this file may have; found “clear_everything”
  remove the key or correct its spelling

"#]]
    );
}

#[test]
fn requires_the_plural_forms_of_the_language() {
    let edits = [
        (
            "interface/en.toml",
            "cell = { one = \"{row}, {column}: {count} clause\", ",
            "cell = { few = \"{row}\", ",
        ),
        (
            "interface/en.toml",
            "[\"1,000\", \"10,000\"]",
            "[\"1,000\", \"10.000\"]",
        ),
        (
            "interface/en.toml",
            "offer_all = { one = \"Show the {total} clause\", other = \"Show all {total} clauses\" }",
            "offer_all = \"Show all {total} clauses\"",
        ),
    ];
    assert_data_eq!(
        problems(&edits),
        str![[r#"
interface/en.toml:1:14: expected one thousand and ten thousand in “thousands”, as this language writes them; found “1,000”, “10.000”
  write them like ["1,000", "10,000"] or ["1000", "10 000"]
interface/en.toml:21:8: expected the key “one”, found none
  add `one = "…"`
interface/en.toml:21:10: expected one of the keys one, other; found “few”
  remove the key or correct its spelling
interface/en.toml:38:13: expected a table for “offer_all”, found a text
  write it like `offer_all = { … }`

"#]]
    );
}

#[test]
fn names_every_language_in_the_language_of_the_sentence() {
    let content = compile(&real_content()).content;
    let content = content.expect("the content has no errors");
    let mut statuses = Vec::new();
    for interface in &content.interfaces {
        for language in &content.plan.languages {
            let name = interface.name_of(language);
            let is_endonym = name == language.name.to_lowercase() || name == language.name;
            assert_eq!(is_endonym, interface.tag == language.tag, "{name}");
        }
        let original = &content.plan.languages[0];
        statuses.push(interface.about(&interface.authoritative, original));
    }
    assert_eq!(
        statuses,
        [
            "The Chinese text is authoritative.",
            "Prevalece el texto en chino.",
            "Prevalece o texto em chinês.",
            "以中文文本为准。",
        ]
    );
    // A plan from elsewhere may have another language.
    let french = Language {
        tag: "fr".into(),
        html: "fr".into(),
        name: "français".into(),
        status: Status::Unofficial,
        translation: None,
    };
    let english = &content.interfaces[0];
    assert_eq!(
        english.about(&english.unofficial, &french),
        "Unofficial français translation."
    );
}
