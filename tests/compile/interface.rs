//! Messages about `interface/*.toml`.

use compile::{Source, compile};
use plan::{Language, Status};
use snapbox::{assert_data_eq, str};

use crate::content::{document, problems, real_content, report, small_plan};

#[test]
fn reports_missing_messages_and_wrong_names_in_braces() {
    let mut source = small_plan(&[(
        "interface/en.toml",
        "{count} of {total} clauses",
        "{count} of {all} clauses",
    )]);
    let words = source.text("interface/en.toml").unwrap_or_default();
    let words = words.replace("\nlink = \"Link\"\n", "\n");
    source.add(
        "interface/de.toml",
        words.replace("clear_all =", "clear_everything ="),
    );
    assert_data_eq!(
        report(&source),
        str![[r#"
interface/de.toml:1:1: expected the key “clear_all”, found none
  add `clear_all = "…"`
interface/de.toml:1:1: expected the key “link”, found none
  add `link = "…"`
interface/de.toml:11:55: expected the names in braces {count}, {total}; found {all}, {count}
  keep each name exactly as it is; the widget replaces it by a value
interface/de.toml:17:1: expected a key that this file may have; found “clear_everything”
  remove the key or correct its spelling
interface/en.toml:11:55: expected the names in braces {count}, {total}; found {all}, {count}
  keep each name exactly as it is; the widget replaces it by a value

"#]]
    );
}

/// The small plan is in Chinese, and has English words.
#[test]
fn languages_without_a_file_have_built_in_words() {
    let words = |source: &Source| {
        let content = compile(source).content.expect("the content has no errors");
        let words = content.interfaces.into_iter();
        words
            .map(|words| (words.tag.to_string(), words.search.to_string()))
            .collect::<Vec<_>>()
    };
    let pair = |tag: &str, search: &str| (tag.to_owned(), search.to_owned());
    let [english, chinese] = [pair("en", "Search the plan"), pair("zh", "搜索全文")];
    let mut source = small_plan(&[]);
    assert_eq!(words(&source), [english.clone(), chinese.clone()]);
    source.remove("interface/en.toml");
    assert_eq!(words(&source), std::slice::from_ref(&chinese));
    // Only a language with its own words comes before them.
    source.add("interface/en.toml", "search = \"Find\"");
    assert_eq!(words(&source), [pair("en", "Find"), chinese]);
    // Readers of a language without words get English.
    let mut source = document("arabic-decree");
    let arabic = pair("ar", "ابحث في النص");
    assert_eq!(words(&source), [arabic, english.clone()]);
    source.remove("interface/ar.toml");
    assert_eq!(words(&source), [english]);
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
interface/en.toml:42:13: expected a table for “offer_all”, found a text
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
