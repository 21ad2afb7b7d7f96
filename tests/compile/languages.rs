//! The languages of a plan: how each writes numbers, several authoritative texts, and partial
//! translations.

use compile::Source;
use snapbox::{assert_data_eq, str};

use crate::content::{compiled, document, replace, report};
use crate::translation::{ENGLISH, GLOSSARY, translated};

#[test]
fn accepts_numbers_in_the_style_of_each_language() {
    let chinese = "便利投资1000项、1.5亿元、250万吨和2.75%。";
    for (tag, clause) in [
        (
            "en",
            "(1) Invest in 1,000 projects, 150 million yuan, 2.5 million tons and 2.75%.",
        ),
        (
            "es",
            "(1) Inviertan en 1.000 proyectos, 150 million de yuanes, 2,5 million de toneladas y un 2,75 %.",
        ),
    ] {
        let mut source = translated(ENGLISH, "");
        let english = source.text("plan.en.md").unwrap_or_default().to_owned();
        let line = english.lines().find(|line| line.contains("COVID-19"));
        replace(&mut source, "plan.en.md", line.unwrap_or_default(), clause);
        let original = source.text("plan.zh.md").unwrap_or_default().to_owned();
        let line = original.lines().find(|line| line.starts_with("(一)"));
        let clause = ["(一) ", chinese].concat();
        replace(&mut source, "plan.zh.md", line.unwrap_or_default(), &clause);
        assert_eq!(report(&source), "", "{tag}");
    }
}

#[test]
fn takes_several_authoritative_texts() {
    let mut source = translated(ENGLISH, GLOSSARY);
    replace(&mut source, "plan.toml", "unofficial", "authoritative");
    let plan = compiled(&source);
    let statuses = plan.languages.iter().map(|language| language.status);
    assert!(statuses.eq([plan::Status::Authoritative; 2]));
    let mut source = translated(ENGLISH, GLOSSARY);
    replace(&mut source, "plan.toml", "unofficial", "official");
    assert_data_eq!(
        report(&source),
        str![[r#"
plan.toml:16:10: expected “authoritative” or “unofficial”, found “official”
  list the original first, as authoritative, and a language without legal force as unofficial

"#]]
    );
}

#[test]
fn falls_back_to_the_original_in_a_partial_translation() {
    let english =
        "# Small plan\n\n## Article 2. Economy\n\n### 1. Trade\n\n(2) Deepen trade in services.\n";
    let plan = compiled(&partial(english));
    let texts = plan.clauses.iter().map(|clause| clause.text.nearest("en"));
    let texts: Vec<&str> = texts.map(|text| text.tag).collect();
    assert_eq!(texts, ["zh", "zh", "zh", "en"]);
    let headings = plan.divisions.iter();
    let headings = headings.map(|division| division.heading.nearest("en").text);
    assert_eq!(headings.collect::<Vec<_>>(), ["总则", "Economy", "Trade"]);
}

#[test]
fn reports_what_a_partial_translation_adds_or_changes() {
    let english = "# Small plan\n\n## Article 2. Economy\n\n### 1. Trade\n\n(3) Deepen trade.\n\n(2) Deepen 3 trades in services.\n";
    let mut source = partial(english);
    assert_data_eq!(
        report(&source),
        str![[r#"
plan.en.md:9:1: expected a number of a clause after (3), found (2)
  put the numbers in ascending order

"#]]
    );
    replace(
        &mut source,
        "plan.toml",
        "authoritative\"",
        "authoritative\"\npartial = true",
    );
    assert_data_eq!(
        report(&source),
        str![[r#"
plan.en.md:9:1: expected a number of a clause after (3), found (2)
  put the numbers in ascending order
plan.toml:4:1: expected a whole original, found `partial = true`
  remove `partial`: only a translation may lack pieces

"#]]
    );
}

#[test]
fn compiles_a_decree_from_right_to_left_with_a_partial_translation() {
    let plan = compiled(&document("arabic-decree"));
    let [arabic, english] = &plan.languages[..] else {
        panic!("{:?}", plan.languages);
    };
    assert_eq!(plan::direction(&arabic.html), "rtl");
    assert_eq!(plan::direction(&english.html), "ltr");
    let clauses = plan.clauses.iter().map(|clause| {
        let (number, text) = (clause.number.nearest("en"), clause.text.nearest("en"));
        (clause.eid.as_str(), number.text, text.tag)
    });
    let expected = [
        ("art_1__para_1", "Article 1(1)", "en"),
        ("art_1__para_2", "المادة 1(2)", "ar"),
        ("art_2__para_1", "Article 2(1)", "en"),
        ("art_2__para_2", "المادة 2(2)", "ar"),
    ];
    assert_eq!(clauses.collect::<Vec<_>>(), expected);
    assert_eq!((&*plan.source.published, &*plan.source.url), ("", ""));
    assert_eq!(plan.validate(), Ok(()));
}

#[test]
fn compiles_a_treaty_with_two_authoritative_texts() {
    let plan = compiled(&document("two-authentic"));
    let statuses = plan.languages.iter().map(|language| language.status);
    assert!(statuses.eq([plan::Status::Authoritative; 2]));
    let mut changed = document("two-authentic");
    replace(&mut changed, "plan.es.md", "1.000", "1.500");
    assert_data_eq!(
        report(&changed),
        str![[r#"
plan.es.md:9:1: expected the number 1000 of the original, found 1500
  write the number of the original; a number in words counts if `number-words` in plan.toml lists it, and a piece can be excused in `excused-numbers`, with a reason

"#]]
    );
}

/// Returns the small plan with a translation that may lack pieces.
fn partial(english: &str) -> Source {
    let mut source = translated(english, "");
    replace(
        &mut source,
        "plan.toml",
        "unofficial\"",
        "unofficial\"\npartial = true",
    );
    source
}
