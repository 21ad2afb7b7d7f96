//! `glosses.toml`: a gloss for each phrase that justifies a tag, in each unofficial language.

use compile::compile;
use plan::{Localized, Plan};
use snapbox::{assert_data_eq, str};

use crate::content::{document, problems, real_content, replace, report};

#[test]
fn needs_no_gloss_for_a_label_in_other_letters() {
    let mut source = document("city");
    for (file, from, to) in [
        ("facets/promise.toml", "en = \"Study\"", "en = \"EXPLORE\""),
        ("glosses.toml", "\"Explore\" = { es = \"Estudiar\" }", ""),
    ] {
        replace(&mut source, file, from, to);
    }
    assert_eq!(report(&source), "");
}

#[test]
fn reports_phrases_without_a_gloss_and_glosses_without_a_phrase() {
    let mut source = real_content();
    let edits = [
        (
            "\"重申\" = { en = \"reaffirm\", es = \"reafirmar\", pt = \"reafirmar\" }",
            "\"重中\" = { en = \"reaffirm\", es = \"reafirmar\", pt = \"reafirmar\" }",
        ),
        ("es = \"celebrar\"", "fr = \"tenir\""),
        ("pt = \"aperfeiçoar\"", "pt = \" \""),
    ];
    for (from, to) in edits {
        replace(&mut source, "glosses.toml", from, to);
    }
    // No longer the label of its value, the phrase needs a line.
    replace(
        &mut source,
        "facets/body.toml",
        "label = { zh = \"中拉论坛\"",
        "label = { zh = \"论坛\"",
    );
    assert_data_eq!(
        report(&source),
        str![[r#"
facets/body.toml:32:12: expected a gloss for “中拉论坛” in glosses.toml, found none
  add `"中拉论坛" = { en = "…", es = "…", pt = "…" }` there
facets/stance.toml:29:12: expected a gloss for “重申” in glosses.toml, found none
  add `"重申" = { en = "…", es = "…", pt = "…" }` there
glosses.toml:8:8: expected the key “es”, found none
  add `es = "…"`
glosses.toml:8:23: expected one of the keys en, es, pt; found “fr”
  add a [[language]] with the tag “fr” to plan.toml, or remove the key
glosses.toml:12:52: expected a text for “pt”, found an empty one
  write the text, or remove the key if it is not needed
glosses.toml:47:1: expected a phrase that a facet names in `phrases`, found “重中”
  correct its spelling, or remove the line

"#]]
    );
}

#[test]
fn requires_all_glosses_if_the_file_is_missing() {
    let mut source = real_content();
    source.add("glosses.toml", "");
    let report = report(&source);
    let first = report.lines().take(2).collect::<Vec<_>>().join("\n");
    assert_data_eq!(
        first,
        str![[r#"
facets/action.toml:17:12: expected a gloss for “举办” in glosses.toml, found none
  add `"举办" = { en = "…", es = "…", pt = "…" }` there
"#]]
    );
    assert!(report.lines().count() > 300, "{report}");
    assert!(!report.contains("中拉论坛”"), "a label is its own gloss");
    // A plan without translations needs no file.
    assert_eq!(problems(&[]), "");
}

#[test]
fn keeps_glosses_in_the_order_of_the_languages() {
    let compiled = compile(&real_content());
    let plan = compiled.content.expect("the content has no errors").plan;
    let gloss = |phrase: &str| {
        let texts = phrase_of(&plan, phrase).iter();
        texts
            .map(|one| [one.tag, "=", one.text].concat())
            .collect::<Vec<_>>()
            .join(" ")
    };
    assert_eq!(
        gloss("重申"),
        "zh=重申 en=reaffirm es=reafirmar pt=reafirmar"
    );
    assert_eq!(
        gloss("中拉论坛"),
        "zh=中拉论坛 en=China-CELAC Forum es=Foro China-CELAC pt=Fórum China-CELAC"
    );
    let phrase = phrase_of(&plan, "重申");
    assert_eq!(phrase.translation("es"), Some("reafirmar"));
    assert_eq!(
        [phrase.translation("zh"), phrase.translation("fr")],
        [None, None]
    );
}

/// Returns a phrase with its glosses.
fn phrase_of<'a>(plan: &'a Plan, phrase: &str) -> &'a Localized {
    let values = plan.facets.iter().flat_map(|facet| facet.values.iter());
    let mut phrases = values.flat_map(|value| value.phrases.iter());
    let found = phrases.find(|known| known.original().text == phrase);
    found.unwrap_or_else(|| panic!("no value has the phrase {phrase}"))
}
