//! Messages about `plan.toml`.

use snapbox::{assert_data_eq, str};

use crate::content::problems;

#[test]
fn reports_unknown_missing_and_mistyped_keys_together() {
    let edits = [
        (
            "plan.toml",
            "id = \"small\"",
            "id = \"Small plan\"\ncolour = 1",
        ),
        ("plan.toml", "name = \"中文\"", "nmae = \"中文\""),
        (
            "plan.toml",
            "status = \"authoritative\"",
            "status = \"official\"",
        ),
        ("plan.toml", "\"一、\"", "\"、\""),
        (
            "plan.toml",
            "url = \"https://example.org/plan\"",
            "url = \"javascript:alert(1)\"\nends-in = \"art_1__para_1\"",
        ),
        (
            "facets/sector.toml",
            "divisions = [\"art_1\"]",
            "divisions = \"art_1\"\nicon = \"\"",
        ),
    ];
    assert_data_eq!(
        problems(&edits),
        str![[r#"
plan.toml:1:6: expected an id of the letters a to z, digits and hyphens; found “Small plan”
  write it like `energy-resources`; it becomes part of addresses, and readers see the label instead
plan.toml:2:1: expected one of the keys id, facets, overview, level, clause, item, language, source; found “colour”
  remove the key or correct its spelling
plan.toml:8:1: expected one of the keys tag, html, name, status, text, numbering, partial, months, million, thousand, billion, number-words; found “nmae”
  did you mean “name”? Otherwise remove the key or correct its spelling
plan.toml:9:10: expected “authoritative”, found “official”
  list the original first, as authoritative, and a language without legal force as unofficial
plan.toml:11:21: expected a pattern with the first number (1, 一, I, i, A, a, ①, First, One) or *, found “、”
  write the first number as the text prints it, such as “第一条” or “Article 1.”; write “” for no number
plan.toml:15:7: expected an address that starts with https:// or http://, found “javascript:alert(1)”
  write the whole address, which readers follow to the source, or remove the key

"#]]
    );
}

#[test]
fn rejects_ends_in_before_the_last_clause() {
    let edits = [(
        "plan.toml",
        "url = \"https://example.org/plan\"",
        "url = \"javascript:alert(1)\"\nends-in = \"art_1__para_1\"",
    )];
    assert_data_eq!(
        problems(&edits),
        str![[r#"
plan.toml:14:7: expected an address that starts with https:// or http://, found “javascript:alert(1)”
  write the whole address, which readers follow to the source, or remove the key
plan.toml:15:11: expected the eId of the last clause, “art_2__sec_1__para_2”, found “art_1__para_1”
  name the last clause, because a copy breaks off there; remove `ends-in` if the text is complete

"#]]
    );
}

#[test]
fn rejects_facets_with_a_reserved_key_as_id() {
    for key in plan::RESERVED_KEYS {
        let facets = format!("[\"sector\", \"{key}\"]");
        let found = problems(&[("plan.toml", "[\"sector\"]", &facets)]);
        let expected = format!(
            "than q, lang, compare, clause, pin, only, sort, layout, theme, heading, intro, src; found “{key}”"
        );
        assert!(found.contains(&expected), "{found}");
    }
    let edits = [(
        "plan.toml",
        "[\"sector\"]",
        "[\"sector\", \"q\", \"sector\"]",
    )];
    assert_data_eq!(
        problems(&edits),
        str![[r#"
plan.toml:2:21: expected a facet's id other than q, lang, compare, clause, pin, only, sort, layout, theme, heading, intro, src; found “q”
  rename the facet; views and the address of embed.html use these keys
plan.toml:2:21: expected the file facets/q.toml, found none
  add it, or the spreadsheet facets/q.csv, or remove the facet
plan.toml:2:26: expected each facet once, found “sector” again
  remove one of them

"#]]
    );
    assert_data_eq!(
        problems(&[("plan.toml", "[\"sector\"]", "[]")]),
        str![[r#"
facets/sector.toml:1:1: expected only facets that plan.toml lists in `facets`, found this file
  add its name to `facets`, at the position in which it is to be shown, or remove the file

"#]]
    );
}

#[test]
fn rejects_an_overview_of_other_than_two_listed_facets() {
    for (overview, found) in [
        ("[\"sector\", \"kind\"]", "kind"),
        ("[\"sector\", \"sector\"]", "different"),
        ("[\"sector\"]", "found 1"),
    ] {
        let facets = format!("[\"sector\"]\noverview = {overview}");
        let report = problems(&[("plan.toml", "[\"sector\"]", &facets)]);
        assert!(
            report.starts_with("plan.toml:3:") && report.contains(found),
            "{report}"
        );
    }
}

#[test]
fn requires_a_pattern_for_each_level() {
    assert_data_eq!(
        problems(&[("plan.toml", "\"一、\", \"一、\", ", "")]),
        str![[r#"
plan.toml:4:1: expected 3 or 4 patterns in “numbering”, found 2
  list the first number of an article, of a section, of a clause directly in an article, of a clause directly in a section; or one for all clauses

"#]]
    );
}
