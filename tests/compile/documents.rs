//! Documents of many shapes, written for the tests: their levels, eIds, numbers and paths.

use plan::{Plan, Status};
use snapbox::{assert_data_eq, str};

use crate::content::{compiled, document, problems_of};

/// Returns a line for each division and clause: eId, number, and the number of its level.
fn outline(plan: &Plan) -> String {
    let mut lines = String::new();
    for (id, division) in plan.divisions.enumerated() {
        let title = division.title("");
        let line = format!("{} | {title} | level {}\n", division.eid, plan.level(id));
        lines.push_str(&line);
    }
    for clause in &plan.clauses {
        let line = format!("{} | {}\n", clause.eid, clause.number.original().text);
        lines.push_str(&line);
    }
    lines
}

fn plan_of(name: &str) -> Plan {
    let plan = compiled(&document(name));
    assert_eq!(plan.validate(), Ok(()), "{name}");
    assert_eq!(plan.languages[0].status, Status::Authoritative);
    let json = serde_json::to_value(&plan).expect("a plan is JSON");
    assert_eq!(
        serde_json::from_value::<Plan>(json).ok(),
        Some(plan.clone())
    );
    plan
}

#[test]
fn counts_articles_through_books_and_chapters() {
    assert_data_eq!(
        outline(&plan_of("statute")),
        str![[r#"
preface | 序言 | level 0
book_1 | 第一编 总则 | level 0
book_1__chp_1 | 第一章 一般规定 | level 1
book_1__chp_1__art_1 | 第一条 | level 2
book_1__chp_1__art_2 | 第二条 | level 2
book_1__chp_2 | 第二章 管理 | level 1
book_1__chp_2__art_3 | 第三条 | level 2
book_1__chp_2__art_3-1 | 第三条之一 | level 2
book_2 | 第二编 附则 | level 0
book_2__art_1260 | 第一千二百六十条 | level 2
preface__para_1 | 序言
book_1__chp_1__art_1__para_1 | 第一条
book_1__chp_1__art_2__para_1 | 第二条 ¶1
book_1__chp_1__art_2__para_2 | 第二条 ¶2
book_1__chp_2__art_3__para_1 | 第三条
book_1__chp_2__art_3-1__para_1 | 第三条之一
book_2__art_1260__para_1 | 第一千二百六十条

"#]]
    );
}

#[test]
fn reads_roman_numerals_ordinals_and_insertions() {
    assert_data_eq!(
        outline(&plan_of("constitution")),
        str![[r#"
title_1 | Título I De la Isla | level 0
title_1__chp_1 | Capítulo PRIMERO Del territorio | level 1
title_1__chp_1__art_1 | Artículo 1. El territorio | level 2
title_1__chp_2 | Capítulo SEGUNDO De la lengua | level 1
title_1__chp_2__art_2 | Artículo 2. Las lenguas | level 2
title_2 | Título II De las reformas | level 0
title_2__art_2bis | Artículo 2 bis. La reforma | level 2
title_1__chp_1__art_1__para_1 | Artículo 1 ¶1
title_1__chp_1__art_1__para_2 | Artículo 1 ¶2
title_1__chp_2__art_2__para_1 | Artículo 2.1)
title_1__chp_2__art_2__para_2 | Artículo 2.2)
title_2__art_2bis__para_1 | Artículo 2 bis

"#]]
    );
}

#[test]
fn takes_articles_without_heading_and_an_annex() {
    assert_data_eq!(
        outline(&plan_of("treaty")),
        str![[r#"
part_1 | Part I General | level 0
part_1__art_1 | Article 1 | level 1
part_1__art_2 | Article 2 | level 1
part_2 | Part II Final Provisions | level 0
part_2__art_3 | Article 3 | level 1
annex | Annex: Tolls | level 0
part_1__art_1__para_1 | Article 1
part_1__art_2__para_1 | Article 2(1)
part_1__art_2__para_2 | Article 2(2)
part_2__art_3__para_1 | Article 3
annex__para_1 | Annex: Tolls

"#]]
    );
}

#[test]
fn reads_composite_numbers() {
    assert_data_eq!(
        outline(&plan_of("goals")),
        str![[r#"
goal_1 | Goal 1. No hunger | level 0
goal_2 | Goal 2. Clean air | level 0
goal_1__para_1 | 1.1
goal_1__para_2 | 1.2
goal_1__para_a | 1.a
goal_2__para_1 | 2.1
goal_2__para_a | 2.a
goal_2__para_b | 2.b

"#]]
    );
}

#[test]
fn counts_paragraphs_without_numbers() {
    assert_data_eq!(
        outline(&plan_of("statement")),
        str![[r#"
art_1 | Our rivers | level 0
art_2 | Our streets | level 0
art_1__para_1 | Our rivers ¶1
art_1__para_2 | Our rivers ¶2
art_2__para_1 | Our streets

"#]]
    );
}

#[test]
fn reports_numbers_that_a_document_does_not_allow() {
    for (name, from, to, expected) in [
        (
            "statute",
            "第三条之一",
            "第三条",
            str![[r#"
plan.zh.md:34:6: expected each number of an article once, found 第三条 again
  number it differently, or remove it if it is a duplicate

"#]],
        ),
        (
            "treaty",
            "### Article 2",
            "### Article 1a",
            str![[r#"
plan.en.md:16:5: expected the number Article 2 of an article, found Article 1a: an insertion
  if the text has insertions, write `gaps = true` for “art” in plan.toml
plan.en.md:29:5: expected the number Article 2 of an article, found Article 3: a gap
  number it Article 2, or restore what is missing before it

"#]],
        ),
        (
            "goals",
            "2.1 Plant",
            "1.1 Plant",
            str![[r#"
plan.en.md:13:1: expected the number 2.1 or 2.a of a clause, found “1.1 Plant a …”
  start it with 2.1 or 2.a, or join it to the paragraph before

"#]],
        ),
        (
            "statement",
            "## Our streets",
            "#### Our streets",
            str![[r#"
plan.en.md:12:6: expected an article (`##`) or a section (`###`), found a heading of level 4
  use `#` for the title only, and write only clauses in a section; `[[level]]` in plan.toml names the levels

"#]],
        ),
        (
            "constitution",
            "stem = \"chp\"",
            "stem = \"title\"",
            str![[r#"
plan.es.md:7:6: expected a title (`##`) or an article (`###`), found a heading of level 4
  use `#` for the title only, and write only clauses in an article; `[[level]]` in plan.toml names the levels
plan.es.md:15:6: expected a title (`##`) or an article (`###`), found a heading of level 4
  use `#` for the title only, and write only clauses in an article; `[[level]]` in plan.toml names the levels
plan.es.md:23:6: expected a title (`##`) or an article (`###`), found a heading of level 4
  use `#` for the title only, and write only clauses in an article; `[[level]]` in plan.toml names the levels
plan.toml:9:8: expected a stem for each level, found “title” again
  give each level a stem of its own

"#]],
        ),
        (
            "treaty",
            "{#annex}",
            "{#An nex}",
            str![[r#"
plan.en.md:33:4: expected a name of the letters a to z, digits and hyphens in `{#…}`, found “An nex”
  write it like `## Annex {#annex}`; it becomes the eId

"#]],
        ),
    ] {
        assert_data_eq!(problems_of(name, from, to), expected);
    }
}

#[test]
fn tracks_promises_in_a_spreadsheet() {
    let plan = plan_of("city");
    let mut shown = outline(&plan);
    for clause in &plan.clauses {
        let tags = clause.tags.iter().map(|tag| {
            let facet = &plan.facets[tag.facet];
            format!(" {}={}", facet.id, facet.values[tag.value].id)
        });
        let tags: String = tags.collect();
        let line = format!("{}:{tags}\n", clause.eid);
        shown.push_str(&line);
    }
    assert_data_eq!(
        shown,
        str![[r#"
goal_1 | Goal 1. Cleaner streets | level 0
goal_1__act_1 | Action 1.1 Night buses | level 1
goal_1__act_2 | Action 1.2 Bicycles | level 1
goal_2 | Goal 2. Fair prices | level 0
goal_2__act_1 | Action 2.1 Fares | level 1
goal_1__act_1__para_a | Action 1.1(a)
goal_1__act_1__para_b | Action 1.1(b)
goal_1__act_2__para_a | Action 1.2(a)
goal_1__act_2__para_b | Action 1.2(b)
goal_2__act_1__para_a | Action 2.1(a)
goal_2__act_1__para_b | Action 2.1(b)
goal_1__act_1__para_a: area=streets status=in-progress promise=build deadline-range=2027
goal_1__act_1__para_b: area=streets status=open promise=study
goal_1__act_2__para_a: area=streets status=open promise=build deadline-range=2028 budget-range=500000-to-1500000
goal_1__act_2__para_b: area=streets status=done promise=build
goal_2__act_1__para_a: area=prices status=done promise=pay
goal_2__act_1__para_b: area=prices status=open promise=pay deadline-range=2026 budget-range=from-1500000

"#]]
    );
}
