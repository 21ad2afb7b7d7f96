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
  add `clear_all = …`
interface/en.toml:1:1: expected the key “link”, found none
  add `link = …`
interface/en.toml:11:55: expected the names in braces {count}, {total}; found {all}, {count}
  keep each name exactly as it is; the widget replaces it by a value
interface/en.toml:17:1: expected one of the keys search, clear_search, language, compare, compare_none, authoritative, unofficial, elsewhere, status, filters, filters_active, remove_filter, clear_facet, more_values, clear_all, overview_short, overview, total, cell, carried, tags, because_of_words, because_of_place, because_of_reason, rule, show_carried, drop_carried, clauses, preamble, empty, absent, query_long, left_out, plan_failed, offer, offer_all, link, link_to, share, menu, close, share_pins, share_headline, share_page, share_link, share_element, share_iframe, share_static, share_plan_only, copy, copy_what, copied, selected, open, open_what, close_what, previous, next, nth_of, related, pin, pin_what, pins, pins_name, pins_only, move_up, move_down, save_image, read_in_plan, unpin_all, export, selection, form, form_text, citation, accessed, number, level, text_status, rich_table, save, saved, not_done, download, picture, to_clauses, mostly, most, overview_hint, overview_note, quote, quote_field, quote_exact, quote_typographic, quote_near, quote_absent, quote_translated, quote_cut, quote_long, quote_legend, annotation, annotation_status, annotation_link, annotations_incomplete, untranslated, breaks_off, ends_in, source, print, save_offline, failed, failed_with_text, failed_policy, failed_network, failed_late, failed_browser, failed_stopped, failed_plan, try_again, no_script, thousands, languages; found “clear_everything”
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
  add `one = …`
interface/en.toml:21:10: expected one of the keys one, other; found “few”
  remove the key or correct its spelling
interface/en.toml:38:13: expected a table for “offer_all”, found string
  see the project's own content/ for an example

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
