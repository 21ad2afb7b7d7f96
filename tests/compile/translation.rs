//! Translations: the same pieces and numbers as the original, and the terms of the glossary.

use compile::{Source, compile};
use snapbox::{assert_data_eq, str};

use crate::content::{real_content, replace, report, small_plan};

/// The correct English text of the small plan.
pub(crate) const ENGLISH: &str = "\
# Small plan

Preamble.

## Article 1. General

(1) Strengthen cooperation.

(2) Expand exchange.

## Article 2. Economy

### 1. Trade

(1) On 3 February 2021, the Parties invest 2 million dollars and hold the 4th forum on COVID-19.

(2) Deepen trade in services.
";

pub(crate) const GLOSSARY: &str = r#"
["双方"]
en = ["the Parties"]
"#;

#[test]
fn accepts_a_faithful_translation() {
    assert_data_eq!(report(&translated(ENGLISH, GLOSSARY)), str![""]);
}

#[test]
fn reports_missing_pieces_other_numbers_and_other_terms() {
    let english = [
        ("2 million", "3 million"),
        ("February", "January"),
        ("the Parties", "both sides"),
        ("(2) Expand exchange.\n\n", ""),
    ]
    .into_iter()
    .fold(ENGLISH.to_owned(), |text, (from, to)| {
        text.replace(from, to)
    });
    assert_data_eq!(
        report(&translated(&english, GLOSSARY)),
        str![[r#"
plan.en.md:8:1: expected a translation of art_1__para_2, “扩大交流。…”, found none
  translate it at the same position as in the original, or say `partial = true` for this language in plan.toml
plan.en.md:13:1: expected only the numbers of the original, found 1
  write the number of the original; a number in words counts if `number-words` in plan.toml lists it, and a piece can be excused in `excused-numbers`, with a reason
plan.en.md:13:1: expected only the numbers of the original, found 3000000
  write the number of the original; a number in words counts if `number-words` in plan.toml lists it, and a piece can be excused in `excused-numbers`, with a reason
plan.en.md:13:1: expected the number 2 of the original, found none
  write the number of the original; a number in words counts if `number-words` in plan.toml lists it, and a piece can be excused in `excused-numbers`, with a reason
plan.en.md:13:1: expected the number 2000000 of the original, found none
  write the number of the original; a number in words counts if `number-words` in plan.toml lists it, and a piece can be excused in `excused-numbers`, with a reason
plan.en.md:13:1: expected “the Parties” for 双方, found none of them
  use one of them, add a rendering to glossary.toml, or excuse this piece there with a reason

"#]]
    );
}

#[test]
fn reports_glossary_entries_that_match_nothing() {
    let glossary = r#"["双方"]
en = ["the two"]
excused = { art_2__sec_1__para_1 = "another word", art_9 = " " }
["火星"]
en = ["Mars"]
"#;
    assert_data_eq!(
        report(&translated(ENGLISH, glossary)),
        str![[r#"
glossary.toml:3:52: expected a reason why “art_9” is excused, found none
  write why the term is translated differently there
glossary.toml:3:52: expected the eId of a clause or division, found “art_9”
  write its eId, or `title`, or `preamble_1` and so on
glossary.toml:4:2: expected a term that occurs in the original outside longer terms, found “火星”
  correct its spelling, or remove it

"#]]
    );
}

/// A term inside a longer one is translated with it, and a second rendering of a term is refused.
#[test]
fn reports_a_term_without_rendering_once() {
    assert_data_eq!(
        report(&translated(ENGLISH, "[\"双方\"]\nen = []\n")),
        str![[r#"
glossary.toml:1:1: expected the rendering of “双方” in en, found none
  write how the term is translated, or remove the term

"#]]
    );
}

#[test]
fn wants_the_note_of_a_slip_in_each_language() {
    let mut source = translated(ENGLISH, "[\"双方投资\"]\nen = [\"the Parties invest\"]\n");
    source.add(
        "slips.toml",
        "[[slip]]\nclause = \"art_2__sec_1__para_1\"\nwords = \"投资\"\nnote = { zh = \"如此\" }\n",
    );
    assert_data_eq!(
        report(&source),
        str![[r#"
slips.toml:4:8: expected the key “en”, found none
  add `en = "…"`

"#]]
    );
}

#[test]
fn gives_each_term_one_rendering() {
    let glossary = r#"["投资"]
en = ["invest", "investments", "put money"]
["双方投资"]
en = ["the Parties invest", "a Party invested", "both sides invest"]
"#;
    assert_data_eq!(
        report(&translated(ENGLISH, glossary)),
        str![[r#"
glossary.toml:1:2: expected a term that occurs in the original outside longer terms, found “投资”
  correct its spelling, or remove it
glossary.toml:2:32: expected a form of “invest”, found “put money”
  use one rendering for a term; give a longer term a rendering of its own, or excuse a clause with a reason
glossary.toml:4:49: expected a form of “the Parties invest”, found “both sides invest”
  use one rendering for a term; give a longer term a rendering of its own, or excuse a clause with a reason

"#]]
    );
}

/// Nobody promises in the translation what somebody else promises in the original.
#[test]
fn keeps_the_subjects_of_sentences() {
    let glossary = format!("{GLOSSARY}subject = true\n");
    assert_data_eq!(report(&translated(ENGLISH, &glossary)), str![""]);
    let english = [
        (", the Parties invest", ", invest with the Parties"),
        ("Expand exchange", "Expand exchange; the Parties do so"),
    ]
    .into_iter()
    .fold(ENGLISH.to_owned(), |text, (from, to)| {
        text.replace(from, to)
    });
    assert_data_eq!(
        report(&translated(&english, &glossary)),
        str![[r#"
plan.en.md:9:1: expected sentences, or parts of them, that begin with “the Parties”: 0, as many as begin with 双方 in the original; found 1
  keep the subject of each sentence, or excuse this piece in glossary.toml with a reason
plan.en.md:15:1: expected sentences, or parts of them, that begin with “the Parties”: 1, as many as begin with 双方 in the original; found 0
  keep the subject of each sentence, or excuse this piece in glossary.toml with a reason

"#]]
    );
}

/// The original breaks off, so its translation says so, and only there.
#[test]
fn marks_the_end_of_a_fragment() {
    let broken_off = |english: &str| {
        let mut source = translated(english, GLOSSARY);
        let end = "url = \"https://example.org/plan\"\nends-in = \"art_2__sec_1__para_2\"";
        replace(
            &mut source,
            "plan.toml",
            "url = \"https://example.org/plan\"",
            end,
        );
        source
    };
    assert_data_eq!(
        report(&broken_off(ENGLISH)),
        str![[r#"
plan.en.md:17:1: expected the mark “[…]” at the end of art_2__sec_1__para_2, found none
  end the translation with it, because the source breaks off there

"#]]
    );
    let marked = ENGLISH.replace("in services.", "in services […]");
    assert_data_eq!(report(&broken_off(&marked)), str![""]);
    assert_data_eq!(
        report(&translated(&marked, GLOSSARY)),
        str![[r#"
plan.en.md:17:1: expected no mark “[…]” at the end of art_2__sec_1__para_2, found one
  remove it, because the source does not break off there

"#]]
    );
}

#[test]
fn reads_how_a_translation_was_made() {
    let made = |table: &str| {
        let mut source = translated(ENGLISH, GLOSSARY);
        source.add("translation.toml", table);
        source
    };
    let table = "[en]\ntranslator = \"A\"\ndate = \"2026-11-26\"\nmethod = \"B.\"\nsought = \"C.\"\nchecked = \"D.\"\n";
    let content = compile(&made(table)).content.expect("no problems");
    let english = content.plan.language("en").expect("English");
    let made_so = english.translation.as_deref();
    assert_eq!(made_so, Some("A, 2026-11-26. B. C. D."));
    let wrong = table
        .replace("2026-11-26", "26 November")
        .replace("sought", "by");
    assert_data_eq!(
        report(&made(&wrong)),
        str![[r#"
translation.toml:1:1: expected the key “sought”, found none
  add `sought = "…"`
translation.toml:3:8: expected a date such as 2026-11-26, found “26 November”
  write year, month and day in figures
translation.toml:5:1: expected one of the keys translator, date, method, sought, checked; found “by”
  remove the key or correct its spelling

"#]]
    );
    assert_data_eq!(
        report(&made("[zh]\n")),
        str![[r#"
translation.toml:1:2: expected one of the keys en; found “zh”
  remove the key or correct its spelling

"#]]
    );
}

/// A further language needs only files and entries. This test uses the English text as French.
#[test]
fn compiles_a_fifth_language_from_files_alone() {
    let mut source = real_content();
    let french = language("fr", "Français");
    replace(
        &mut source,
        "plan.toml",
        "[source]",
        &format!("{french}\n[source]"),
    );
    let english = |source: &Source, file: &str| source.text(file).expect(file).to_owned();
    let text = english(&source, "plan.en.md");
    source.add("plan.fr.md", text);
    let words = english(&source, "interface/en.toml").replace("Search the plan", "Rechercher");
    source.add("interface/fr.toml", words);
    let facets = fixture::plan().facets;
    let facets = facets
        .iter()
        .map(|facet| format!("facets/{}.toml", facet.id));
    let dictionaries = ["glossary.toml", "glosses.toml", "slips.toml"].map(str::to_owned);
    for file in facets.chain(dictionaries) {
        let text: String = english(&source, &file).lines().map(with_french).collect();
        source.add(&file, text);
    }
    assert_data_eq!(report(&source), str![""]);
    let content = compile(&source).content.expect("the content has no errors");
    assert_eq!(content.plan.languages[4].name, "Français");
    let mut interfaces = content.interfaces.iter();
    let french = interfaces.find(|interface| interface.tag == "fr");
    let french = french.expect("the words in French");
    assert_eq!(french.search, "Rechercher");
    let forms = [0, 1].map(|count| french.plural(&french.cell, count));
    assert_eq!(forms[0], forms[1], "in French 0 is singular");
}

/// Returns the small plan with numbers and a term in one clause, and with this translation.
pub(crate) fn translated(english: &str, glossary: &str) -> Source {
    let manifest = format!("{}\n[source]", language("en", "English"));
    let mut source = small_plan(&[
        ("plan.toml", "[source]", &manifest),
        (
            "plan.zh.md",
            "便利投资。",
            "2021年2月3日，双方投资200万美元，办第四届论坛。",
        ),
        (
            "facets/sector.toml",
            "zh = \"领域\"",
            "zh = \"领域\", en = \"Sector\"",
        ),
        (
            "facets/sector.toml",
            "zh = \"总则\"",
            "zh = \"总则\", en = \"General\"",
        ),
        (
            "facets/sector.toml",
            "zh = \"贸易\"",
            "zh = \"贸易\", en = \"Trade\"",
        ),
    ]);
    source.add("plan.en.md", english);
    source.add("glossary.toml", glossary);
    source
}

/// Returns the entry of a translation in `plan.toml`, with the numbers and months of English.
fn language(tag: &str, name: &str) -> String {
    format!(
        r#"[[language]]
tag = "{tag}"
html = "{tag}"
name = "{name}"
status = "unofficial"
text = "plan.{tag}.md"
numbering = ["Article 1.", "1.", "(1)", "(1)"]
months = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"]
million = ["million"]
"#
    )
}

/// Returns a line of TOML with the value of `en` repeated as `fr`.
fn with_french(line: &str) -> String {
    let Some(at) = line.find("en = ").filter(|_| !line.starts_with("except")) else {
        return format!("{line}\n");
    };
    let value = &line[at + "en = ".len()..];
    let (close, kept) = if value.starts_with('[') {
        ("]", 1)
    } else {
        ("\", ", 1)
    };
    let end = at + "en = ".len() + value.find(close).expect("the value ends") + kept;
    let separator = if at == 0 { "\n" } else { ", " };
    let (before, value, after) = (&line[..end], &line[at + "en = ".len()..end], &line[end..]);
    format!("{before}{separator}fr = {value}{after}\n")
}
