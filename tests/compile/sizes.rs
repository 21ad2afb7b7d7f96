//! Long clauses and large numbers.

use compile::{Source, compile};
use plan::format::{pack, unpack};
use plan::{Content, LONGEST_TEXT, Plan};

use crate::content::{compiled, report};

/// Returns a plan of one article with this text below it.
fn source(numbering: &str, text: &str) -> Source {
    let manifest = format!(
        r#"id = "law"
facets = []

[[level]]
stem = "art"

[clause]
gaps = true

[[language]]
tag = "en"
html = "en"
name = "English"
status = "authoritative"
text = "plan.en.md"
numbering = ["Article 1", "{numbering}"]

[source]
publisher = "example.org"
"#
    );
    let mut source = Source::default();
    source.add("plan.toml", manifest);
    source.add("plan.en.md", format!("# Law\n\n## Article 1\n\n{text}"));
    source
}

/// Everything that compiles unpacks, and `src` takes it (`src/plan/tests/pack_js.rs`).
#[test]
fn plans_with_long_clauses_unpack() {
    for (length, compiles) in [
        (65_536, true),
        (LONGEST_TEXT, true),
        (LONGEST_TEXT + 1, false),
        (3_000_000, false),
    ] {
        for letter in ["a", "长"] {
            let source = source("1.", &format!("1. {}\n\n2. Two.\n", letter.repeat(length)));
            let Some(content) = compile(&source).content else {
                let wanted =
                    format!("expected at most 100000 characters in a clause, found {length}");
                assert!(!compiles && report(&source).contains(&wanted), "{length}");
                continue;
            };
            assert!(compiles, "{length}");
            assert_eq!(content.plan.validate(), Ok(()));
            let unpacked = unpack::<Content>(&pack(&content));
            assert!(unpacked.is_ok_and(|it| it.plan == content.plan), "{length}");
        }
    }
}

#[test]
fn numbers_have_up_to_five_digits() {
    let numbers = |plan: &Plan| -> Vec<String> {
        let numbers = plan.clauses.iter().map(|clause| clause.eid.to_string());
        numbers.collect()
    };
    for (numbering, printed) in [
        ("1.", ["999.", "1000.", "1001.", "10000.", "99999."]),
        ("(1)", ["(999)", "(1000)", "(1001)", "(10000)", "(99999)"]),
        (
            "一、",
            [
                "九百九十九、",
                "一千、",
                "一千零一、",
                "一万、",
                "九万九千九百九十九、",
            ],
        ),
    ] {
        let text = printed.map(|number| format!("{number} Text.\n\n")).concat();
        let eids = ["999", "1000", "1001", "10000", "99999"].map(|it| format!("art_1__para_{it}"));
        assert_eq!(numbers(&compiled(&source(numbering, &text))), eids);
    }
    // None is read as a part of the clause before it.
    let problem = report(&source("(1)", "(1) Text.\n\n(100000) Text."));
    assert!(problem.contains("expected the number (2)"), "{problem}");
}
