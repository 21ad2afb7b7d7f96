//! `facets/*.toml`: evidence of the tags, and messages.

use compile::{Source, compile};
use plan::{ClauseId, DivisionId, Evidence, FacetId, Id, Overview, ReasonId, Span, ValueId};
use snapbox::{assert_data_eq, str};

use crate::content::{document, problems, replace, report, small_plan};

#[test]
fn reports_divisions_without_a_value() {
    let edits = [
        (
            "facets/sector.toml",
            "\"art_2__sec_1\"",
            "\"art_9\", \"art_1\"",
        ),
        ("facets/sector.toml", "id = \"trade\"", "id = \"general\""),
        ("facets/sector.toml", "zh = \"贸易\"", ""),
    ];
    assert_data_eq!(
        problems(&edits),
        str![[r#"
facets/sector.toml:9:6: expected each value once, found “general” again
  rename or remove one of them
facets/sector.toml:10:9: expected the key “zh”, found none
  add `zh = "…"`
facets/sector.toml:11:14: expected the eId of an article or section, found “art_9”
  write it like art_1 or art_1__sec_1
facets/sector.toml:11:23: expected each division under one value, found “art_1” again
  remove it from one of the values

"#]]
    );
}

#[test]
fn reports_divisions_listed_twice_and_values_without_divisions() {
    let edits = [
        (
            "facets/sector.toml",
            "divisions = [\"art_1\"]",
            "divisions = []",
        ),
        (
            "facets/sector.toml",
            "[\"art_2__sec_1\"]",
            "[\"art_2__sec_1\", \"art_2\"]",
        ),
        (
            "facets/sector.toml",
            "{ zh = \"总则\"",
            "{ ne = \"General\", zh = \"总则\"",
        ),
    ];
    assert_data_eq!(
        problems(&edits),
        str![[r#"
facets/sector.toml:3:1: expected at least one article or section in “divisions”, found none
  list the eIds of all divisions whose clauses have this value, or remove the value
facets/sector.toml:5:11: expected one of the keys zh; found “ne”
  add a [[language]] with the tag “ne” to plan.toml, or remove the key
facets/sector.toml:11:14: expected each division under one value, found “art_2__sec_1” beside “art_2”, which contains it
  list only one of the two

"#]]
    );
}

/// A valid facet by phrases.
const KIND: &str = r#"label = { zh = "承诺" }
exhaustive = true

[[value]]
id = "deepen"
label = { zh = "深化" }
description = { zh = "加强或深化。" }
phrases = ["加强", "深化", "便利"]
except = ["深化服务"]

[[value]]
id = "expand"
label = { zh = "扩大" }
description = { zh = "扩大。" }
phrases = ["扩大"]

[[correction]]
clause = "art_2__sec_1__para_2"
add = "expand"
reason = { zh = "服务贸易也是扩大。" }
"#;

#[test]
fn keeps_the_spans_of_matching_phrases() {
    let mut source = plan_with_kind(KIND);
    replace(
        &mut source,
        "plan.toml",
        "[[language]]",
        "overview = [\"sector\", \"kind\"]\n[[language]]",
    );
    let compiled = compile(&source);
    assert_eq!(compiled.diagnostics, []);
    let plan = compiled.content.expect("the content has no errors").plan;
    let (sector, kind) = (FacetId::new(0), FacetId::new(1));
    let (deepen, expand) = (ValueId::new(0), ValueId::new(1));
    let evidence = |clause: usize| {
        let tags = plan.clauses[ClauseId::new(clause)].tags.iter();
        tags.filter(|tag| tag.facet == kind)
            .map(|tag| (tag.value, tag.evidence.clone()))
            .collect::<Vec<_>>()
    };
    let phrase = |start, end| Evidence::Phrases(vec![Span { start, end }]);
    assert_eq!(evidence(0), [(deepen, phrase(0, 6))]);
    assert_eq!(
        evidence(1),
        [(deepen, phrase(15, 21)), (expand, phrase(0, 6))]
    );
    let reason = ReasonId::new(0);
    assert_eq!(evidence(3), [(expand, Evidence::Reason(reason))]);
    assert_eq!(
        plan.facets[kind].reasons[reason].nearest("zh").text,
        "服务贸易也是扩大。"
    );
    let by_division = Evidence::Division(DivisionId::new(0));
    assert_eq!(plan.clauses[ClauseId::new(0)].tags[0].evidence, by_division);
    let overview = Overview {
        rows: sector,
        columns: kind,
    };
    assert_eq!(plan.overview, Some(overview));
}

#[test]
fn rejects_rules_that_match_nothing() {
    let kind = KIND
        .replace("[\"扩大\"]", "[\"扩大\", \"缩小\"]")
        .replace("\"深化服务\"", "\"深化服务\", \"加深\"")
        .replace("reason = { zh = \"服务贸易也是扩大。\" }\n", "")
        .replace("description = { zh = \"扩大。\" }", "");
    assert_data_eq!(
        problems_of_kind(&kind),
        str![[r#"
facets/kind.toml:9:19: expected a passage of the original that contains one of the phrases, found “加深”
  correct its spelling, or remove it: it excludes nothing
facets/kind.toml:11:1: expected the key “description”, found none
  add `description = { … }`
facets/kind.toml:15:18: expected a phrase that counts in a clause, found “缩小”, which counts in none
  correct its spelling, or remove it; it does not count inside a passage of “except”
facets/kind.toml:17:1: expected the key “reason”, found none
  add `reason = { … }`

"#]]
    );
}

#[test]
fn reports_clauses_without_a_value() {
    let kind = KIND
        .replace("\"便利\"", "\"服务\"")
        .replace("add = \"expand\"", "remove = \"deepen\"");
    assert_data_eq!(
        problems_of_kind(&kind),
        str![[r#"
facets/kind.toml:8:24: expected a phrase that counts in a clause, found “服务”, which counts in none
  correct its spelling, or remove it; it does not count inside a passage of “except”
facets/kind.toml:17:1: expected a correction that changes something, found one that removes “deepen” where the clause does not have it
  remove it
plan.zh.md:17:1: expected a value of the facet “kind” for art_2__sec_1__para_1, “便利投资。…”, found none
  add a phrase of this clause to a value in facets/kind.toml, or a correction with a reason
plan.zh.md:19:1: expected a value of the facet “kind” for art_2__sec_1__para_2, “深化服务贸易。…”, found none
  add a phrase of this clause to a value in facets/kind.toml, or a correction with a reason

"#]]
    );
}

#[test]
fn rejects_corrections_that_change_nothing() {
    let more = r#"
[[correction]]
clause = "art_1__para_1"
add = "deepen"
reason = { zh = "已有。" }

[[correction]]
clause = "art_1__para_1"
remove = "expand"
reason = { zh = "没有。" }

[[correction]]
clause = "art_9"
add = "shrink"
reason = { zh = "无此条。" }

[[correction]]
clause = "art_1__para_2"
add = "deepen"
remove = "expand"
reason = { zh = "两者。" }

[otherwise]
value = "none"
reason = { zh = "" }
"#;
    assert_data_eq!(
        problems_of_kind(&format!("{KIND}{more}")),
        str![[r#"
facets/kind.toml:22:1: expected a correction that changes something, found one that adds “deepen” where the clause has it already
  remove it
facets/kind.toml:27:1: expected a correction that changes something, found one that removes “expand” where the clause does not have it
  remove it
facets/kind.toml:33:10: expected the eId of a clause, found “art_9”
  write it like art_1__para_1 or art_1__sec_1__para_1; plan.csv, which the command `data` writes, has the eIds of all clauses
facets/kind.toml:34:7: expected a value of this facet (deepen, expand), found “shrink”
  correct its spelling
facets/kind.toml:37:1: expected either “add” or “remove” in a correction, found both
  write `add` or `remove`, with one value of this facet
facets/kind.toml:44:9: expected a value of this facet (deepen, expand), found “none”
  correct its spelling

"#]]
    );
}

#[test]
fn rejects_values_with_two_kinds_of_rule() {
    let kind = KIND
        .replace(
            "phrases = [\"扩大\"]",
            "divisions = [\"art_1\"]\nexcept = [\"扩大\"]",
        )
        .replace("except = [\"深化服务\"]", "divisions = [\"art_1\"]")
        .replace("exhaustive = true", "exhaustive = \"yes\"");
    let kind = kind.split("[[correction]]").next().unwrap_or_default();
    let unused = "\n[[value]]\nid = \"idle\"\nlabel = { zh = \"无\" }\ndescription = { zh = \"无。\" }\nphrases = []\n";
    assert_data_eq!(
        problems_of_kind(&format!("{kind}{unused}")),
        str![[r#"
facets/kind.toml:2:14: expected true or false for “exhaustive”, found a text
  write it like `exhaustive = true`
facets/kind.toml:9:14: expected either “divisions” or “phrases”, found both
  remove one of them: a value comes from the plan's divisions or from its words
facets/kind.toml:16:11: expected “phrases” together with “except”, found “except” alone
  add the phrases, or remove “except”: it names passages in which a phrase does not count

"#]]
    );
}

/// A phrase of a language with spaces is whole words, in any letter case and with any apostrophe.
#[test]
fn finds_phrases_as_whole_words() {
    let text = "Explore a bus line to the harbour: opportunities for Port Verane, by the Commission’s report on “ports” and the PORT";
    let found = |phrase: &str| {
        let mut source = document("city");
        replace(
            &mut source,
            "plan.en.md",
            "Explore a bus line to the harbour",
            text,
        );
        replace(
            &mut source,
            "facets/promise.toml",
            "[\"Explore\"]",
            &format!("[{phrase:?}]"),
        );
        let gloss = format!("{phrase:?} = {{ es = \"x\" }}");
        replace(
            &mut source,
            "glosses.toml",
            "\"Explore\" = { es = \"Estudiar\" }",
            &gloss,
        );
        let Some(content) = compile(&source).content else {
            return Err(report(&source).lines().collect::<Vec<_>>().join("\n"));
        };
        let clauses = content.plan.clauses.iter();
        let tags = clauses.flat_map(|clause| {
            clause
                .tags
                .iter()
                .map(|tag| (clause.text.original().text, &tag.evidence))
        });
        let spans =
            tags.filter(|(of, _)| of.starts_with("Explore"))
                .filter_map(|(of, evidence)| match evidence {
                    Evidence::Phrases(spans) => Some(
                        spans
                            .iter()
                            .map(|span| of[span.start..span.end].to_owned())
                            .collect::<Vec<_>>(),
                    ),
                    _ => None,
                });
        Ok(spans.flatten().collect::<Vec<_>>())
    };
    let all = |words: &[&str]| {
        Ok(words
            .iter()
            .map(|&word| word.to_owned())
            .collect::<Vec<_>>())
    };
    assert_eq!(found("port"), all(&["Port", "PORT"]));
    assert_eq!(found("port Verane"), all(&["Port Verane"]));
    assert_eq!(
        found("the commission's REPORT"),
        all(&["the Commission’s report"])
    );
    assert_eq!(found("\"ports\""), all(&["“ports”"]));
    let failed = found("opportunit").expect_err("no whole word");
    assert!(
        failed.contains("only inside longer words") && failed.contains("“opportunities”"),
        "{failed}"
    );
}

/// Returns the problems that the compiler reports about the small plan with this second facet.
fn problems_of_kind(kind: &str) -> String {
    report(&plan_with_kind(kind))
}

/// Returns the small plan with a second facet. One phrase counts in one clause and is excepted in
/// another.
fn plan_with_kind(kind: &str) -> Source {
    let mut source = small_plan(&[
        ("plan.toml", "[\"sector\"]", "[\"sector\", \"kind\"]"),
        ("plan.zh.md", "扩大交流", "扩大交流，深化合作"),
    ]);
    source.add("facets/kind.toml", kind);
    source
}
