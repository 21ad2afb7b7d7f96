//! The compiler: the real plan to the letter, and every message it can give.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::ops::Range;
use std::path::Path;

use clause_explorer::compile::{Compiled, Source, compile};
use clause_explorer::plan::{Evidence, Overview, Plan, Span};
use snapbox::{assert_data_eq, file, str};

#[test]
fn the_real_plan_compiles_to_what_was_reviewed() {
    let mut table = String::new();
    let plan = real_plan();
    for clause in plan.clauses.iter() {
        let division = &plan.divisions[clause.division];
        let sector = &plan.facets[0].values[clause.tags[0].value].id;
        let text = clause.text.nearest("zh").1;
        let (eid, number, division) = (&clause.eid, clause.number.nearest("zh").1, &division.eid);
        writeln!(table, "{eid} | {number} | {division} | {sector} | {text}")
            .expect("a String takes all");
    }
    assert_data_eq!(table, file!["golden/clauses.txt"]);
}

/// Which clause carries what, and why: a change of the rules shows here, clause by clause.
#[test]
fn every_tag_has_its_evidence() {
    let plan = real_plan();
    let mut table = String::new();
    for clause in plan.clauses.iter() {
        writeln!(table, "{} {}", clause.eid, clause.text.nearest("zh").1)
            .expect("a String takes all");
        for tag in clause.tags.iter() {
            let facet = &plan.facets[tag.facet];
            let evidence = match &tag.evidence {
                Evidence::Division(division) => plan.divisions[*division].eid.to_string(),
                Evidence::Phrases(spans) => {
                    let text = clause.text.nearest("zh").1;
                    let phrases: Vec<&str> =
                        spans.iter().map(|span| &text[Range::from(*span)]).collect();
                    assert!(phrases.iter().all(|phrase| !phrase.is_empty()));
                    phrases.join("·")
                }
                Evidence::Reason(reason) => {
                    let reason = &facet.reasons[*reason];
                    assert_eq!(
                        reason.iter().filter(|(_, text)| !text.is_empty()).count(),
                        4
                    );
                    format!("({})", reason.nearest("en").1)
                }
            };
            let value = &facet.values[tag.value].id;
            writeln!(table, "  {}={value}: {evidence}", facet.id).expect("a String takes all");
        }
    }
    assert_data_eq!(table, file!["golden/tags.txt"]);
    let action = plan.facets.iter().position(|facet| facet.id == "action");
    let has_action = |clause: &&clause_explorer::plan::Clause| {
        clause.tags.iter().any(|tag| Some(tag.facet) == action)
    };
    assert_eq!(plan.clauses.iter().filter(has_action).count(), 63);
}

#[test]
fn the_text_is_the_source_to_the_letter() {
    let source = include_str!("golden/source.zh.md");
    let (source, _notice) = source
        .split_once("预览已结束")
        .expect("the source ends in a notice");
    let without_marks = |text: &str| -> Vec<String> {
        text.lines()
            .map(|line| line.trim_start_matches('#').trim().to_owned())
            .filter(|line| !line.is_empty())
            .collect()
    };
    let ours =
        std::fs::read_to_string(content("content").join("plan.zh.md")).expect("the plan's text");
    assert_eq!(without_marks(&ours), without_marks(source));

    // And the compiler loses nothing of it.
    let plan = real_plan();
    let mut pieces = vec![
        plan.title.nearest("zh").1.to_owned(),
        plan.source.published.to_string(),
    ];
    pieces.extend(
        plan.preamble
            .iter()
            .map(|paragraph| paragraph.nearest("zh").1.to_owned()),
    );
    for (place, division) in plan.divisions.iter().enumerate() {
        let space = if division.parent.is_none() { " " } else { "" };
        pieces.push(format!(
            "{}{space}{}",
            division.number.nearest("zh").1,
            division.heading.nearest("zh").1
        ));
        for clause in plan
            .clauses
            .iter()
            .filter(|clause| clause.division == place)
        {
            let number = clause
                .number
                .nearest("zh")
                .1
                .rsplit([' ', '、'])
                .next()
                .unwrap_or_default();
            let space = if number.starts_with('(') { " " } else { "、" };
            pieces.push(format!("{number}{space}{}", clause.text.nearest("zh").1));
        }
    }
    assert_eq!(pieces, without_marks(source));
}

#[test]
fn the_source_ends_where_the_preview_does() {
    let plan = real_plan();
    let truncated: Vec<&str> = plan
        .clauses
        .iter()
        .filter(|clause| clause.truncated)
        .map(|clause| clause.eid.as_str())
        .collect();
    assert_eq!(truncated, ["art_4__sec_1__para_1"]);
    assert_eq!(plan.source.notice, "预览已结束，完整报告链接和二维码如下：");
    let mut sectors: BTreeMap<usize, usize> = BTreeMap::new();
    for clause in plan.clauses.iter() {
        *sectors.entry(clause.tags[0].value).or_default() += 1;
    }
    assert_eq!(
        sectors.into_values().collect::<Vec<_>>(),
        [9, 6, 3, 8, 5, 4, 6, 7, 3, 3, 3, 5, 1]
    );
}

#[test]
fn the_small_plan_is_right() {
    assert_data_eq!(problems(&[]), str![""]);
}

#[test]
fn numbers_must_run_on() {
    let edits = [
        ("plan.zh.md", "二、扩大", "三、扩大"),
        ("plan.zh.md", "(二) 深化", "(一) 深化"),
        ("plan.zh.md", "第二条", "第甲条"),
    ];
    assert_data_eq!(
        problems(&edits),
        str![[r#"
plan.zh.md:11:1: expected the number 二、 of a clause, found 三、: a gap
  number it 二、, or restore what is missing before it
plan.zh.md:13:4: expected the number 第二条 of an article, found “甲”, which is no numeral
  write the number as the pattern in plan.toml does, from 1 to 99
plan.zh.md:19:1: expected the number (二) of a clause, found (一), which there is already
  number it (二), or remove it if it stands twice

"#]]
    );
}

#[test]
fn clauses_must_have_number_and_text() {
    let edits = [
        ("plan.zh.md", "二、扩大交流。", "二、"),
        ("plan.zh.md", "(一) 便利投资。", "便利投资。"),
        (
            "plan.zh.md",
            "(二) 深化服务贸易。",
            "(二) *深化*服务贸易。\n\n- 一项",
        ),
    ];
    assert_data_eq!(
        problems(&edits),
        str![[r#"
plan.zh.md:11:1: expected a text after the number 二、 of a clause, found none
  write the text on the same line, or remove the number
plan.zh.md:17:1: expected the number (一) of a clause, found “便利投资。…”
  start it with (一), or join it to the paragraph before
plan.zh.md:19:5: expected headings and paragraphs of plain text, found emphasis
  put each clause on one line of its own, with an empty line after it and a backslash before a character that Markdown would read as markup
plan.zh.md:21:1: expected headings and paragraphs of plain text, found a list
  put each clause on one line of its own, with an empty line after it and a backslash before a character that Markdown would read as markup

"#]]
    );
}

#[test]
fn a_plan_needs_its_parts() {
    assert_data_eq!(
        problems(&[
            ("plan.zh.md", "## 第一条", "## 第一条 甲\n\n## 第二条"),
            ("plan.zh.md", "# 小计划", "")
        ]),
        str![[r#"
plan.zh.md:1:1: expected a title (`# …`), found none
  write it on the first line
plan.zh.md:7:4: expected a clause in “第一条 甲”, found none
  add its clauses, or remove the heading
plan.zh.md:9:4: expected a value of the facet “sector” for “第二条 总则” (art_2), found none
  add "art_2" to `divisions` of a value in facets/sector.toml
plan.zh.md:15:4: expected the number 第三条 of an article, found 第二条, which there is already
  number it 第三条, or remove it if it stands twice

"#]]
    );
    assert_data_eq!(
        problems(&[("plan.zh.md", "#", "x")]),
        str![[r#"
plan.zh.md:1:1: expected a title (`# …`), found none
  write it on the first line

"#]]
    );
}

#[test]
fn every_section_has_a_sector() {
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
  add `zh = …`
facets/sector.toml:11:14: expected the eId of an article or section, found “art_9”
  eIds look like art_1 or art_2__sec_7
facets/sector.toml:11:23: expected each division under one value, found “art_1” again
  remove it from one of the values
plan.zh.md:15:5: expected a value of the facet “sector” for “一、 贸易” (art_2__sec_1), found none
  add "art_2__sec_1" to `divisions` of a value in facets/sector.toml

"#]]
    );
}

#[test]
fn unknown_missing_and_mistyped_keys_are_all_reported() {
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
  ids stand in addresses, and readers see the label instead
plan.toml:2:1: expected one of the keys id, facets, overview, language, source; found “colour”
  remove the key or mend its spelling
plan.toml:5:1: expected the key “name”, found none
  add `name = …`
plan.toml:8:1: expected one of the keys tag, html, name, status, text, numbering, months, million; found “nmae”
  remove the key or mend its spelling
plan.toml:9:10: expected “authoritative”, found “official”
  the original comes first and is authoritative; every other language is unofficial
plan.toml:11:21: expected the numeral 一 or 1 in it, found “、”
  write the number as the text prints the first one, such as “第一条”
plan.toml:15:7: expected an address that starts with https:// or http://, found “javascript:alert(1)”
  write the whole address; readers are sent there

"#]]
    );
}

#[test]
fn the_end_is_the_last_clause() {
    let edits = [(
        "plan.toml",
        "url = \"https://example.org/plan\"",
        "url = \"javascript:alert(1)\"\nends-in = \"art_1__para_1\"",
    )];
    assert_data_eq!(
        problems(&edits),
        str![[r#"
plan.toml:14:7: expected an address that starts with https:// or http://, found “javascript:alert(1)”
  write the whole address; readers are sent there
plan.toml:15:11: expected the eId of the last clause, “art_2__sec_1__para_2”, found “art_1__para_1”
  a source can break off only inside its last clause; leave `ends-in` out if the text is whole

"#]]
    );
}

#[test]
fn a_facet_may_not_take_a_key_of_views() {
    let edits = [(
        "plan.toml",
        "[\"sector\"]",
        "[\"sector\", \"q\", \"sector\"]",
    )];
    assert_data_eq!(
        problems(&edits),
        str![[r#"
facets/q.toml:1:1: expected the file facets/q.toml, found none
  add the file; content/ of the project has an example
plan.toml:2:21: expected a facet's id other than q, lang, compare, clause, pin; found “q”
  these are a view's own keys; rename the facet
plan.toml:2:26: expected each facet once, found “sector” again
  remove one of them

"#]]
    );
    assert_data_eq!(
        problems(&[("plan.toml", "[\"sector\"]", "[]")]),
        str![[r#"
facets/sector.toml:1:1: expected only facets that plan.toml lists in `facets`, found this file
  list it there, where the order is also chosen, or remove the file

"#]]
    );
}

#[test]
fn the_interface_must_be_whole() {
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
interface/en.toml:10:55: expected in braces: {count}, {total}; found: {all}, {count}
  each name in braces is filled in when the message is shown
interface/en.toml:15:1: expected one of the keys search, clear_search, language, compare, compare_none, authoritative, unofficial, elsewhere, status, filters, filters_active, remove_filter, clear_facet, clear_all, overview, total, cell, carried, tags, because_of_words, because_of_place, because_of_reason, rule, show_carried, drop_carried, clauses, preamble, empty, absent, left_out, plan_failed, offer, offer_all, link, link_to, share, close, share_page, share_link, share_element, share_iframe, share_static, share_plan_only, copy, copy_what, copied, selected, open, open_what, close_what, previous, next, nth_of, related, pin, pin_what, pins, pins_name, pins_only, unpin_all, export, selection, form, form_text, citation, download, picture, to_clauses, overview_hint, quote, quote_field, quote_exact, quote_near, quote_absent, quote_long, quote_legend, annotation, annotation_status, annotation_link, annotations_incomplete, breaks_off, ends_in, source, expand, collapse, print, save_offline, failed, failed_with_text, failed_policy, failed_network, failed_late, failed_browser, try_again, no_script, thousands; found “clear_everything”
  remove the key or mend its spelling

"#]]
    );
}

#[test]
fn broken_toml_is_no_end() {
    let edits = [
        (
            "plan.toml",
            "publisher = \"example.org\"",
            "publisher = \"example.org",
        ),
        ("plan.zh.md", "二、扩大", "四、扩大"),
    ];
    assert_data_eq!(
        problems(&edits),
        str![[r#"
plan.toml:13:25: invalid basic string, expected `"`
  mend the TOML syntax here or just before

"#]]
    );
}

#[test]
fn a_missing_file_is_named() {
    assert_data_eq!(
        problems(&[("plan.toml", "plan.zh.md", "plan.cn.md")]),
        str![[r#"
plan.toml:9:8: expected a file plan.cn.md, found none
  add the file or mend its name

"#]]
    );
    let Compiled {
        content,
        diagnostics,
    } = compile(&Source::default());
    assert!(content.is_none());
    assert_data_eq!(
        diagnostics
            .iter()
            .map(ToString::to_string)
            .collect::<Vec<_>>()
            .join("\n"),
        str![[r#"
error: expected a file interface/<language>.toml, found none
  --> plan.toml:1:1
  hint: the widget needs words in at least one language
error: expected the file plan.toml, found none
  --> plan.toml:1:1
  hint: add the file; content/ of the project has an example
"#]]
    );
}

#[test]
fn translations_are_held_against_the_original() {
    let mut source =
        Source::read(&content("tests/content/small")).expect("the small plan can be read");
    let language = "[[language]]\ntag = \"en\"\nhtml = \"en\"\nname = \"English\"\nstatus = \"unofficial\"\ntext = \"plan.en.md\"\n\
        numbering = [\"Article 1.\", \"1.\", \"(1)\", \"(1)\"]\nmonths = [\"January\", \"February\", \"March\", \"April\", \"May\", \"June\", \"July\", \"August\", \"September\", \"October\", \
        \"November\", \"December\"]\nmillion = [\"million\"]\n\n[source]";
    let manifest = source
        .text("plan.toml")
        .expect("the manifest")
        .replace("[source]", language);
    source.add("plan.toml", manifest);
    let original = source.text("plan.zh.md").expect("the text").replace(
        "便利投资。",
        "2021年2月3日，双方投资200万美元，办第四届论坛。",
    );
    source.add("plan.zh.md", original);
    let sector = source.text("facets/sector.toml").expect("the sectors");
    let labels = [("领域", "Sector"), ("总则", "General"), ("贸易", "Trade")];
    let sector = labels.iter().fold(sector.to_owned(), |text, (zh, en)| {
        text.replace(
            &format!("zh = \"{zh}\""),
            &format!("zh = \"{zh}\", en = \"{en}\""),
        )
    });
    source.add("facets/sector.toml", sector);
    source.add("glossary.toml", "[\"双方\"]\nen = [\"the Parties\"]\n");
    let right = "# Small plan\n\nPreamble.\n\n## Article 1. General\n\n(1) Strengthen cooperation.\n\n(2) Expand exchange.\n\n\
        ## Article 2. Economy\n\n### 1. Trade\n\n(1) On 3 February 2021 the Parties invest 2 million dollars and hold the 4th forum on COVID-19.\n\n\
        (2) Deepen trade in services.\n";
    let compiled = |text: &str, glossary: &str| {
        let mut source = source.clone();
        source.add("plan.en.md", text);
        source.add("glossary.toml", glossary);
        report(&source)
    };
    let glossary = "[\"双方\"]\nen = [\"the Parties\"]\n";
    assert_data_eq!(compiled(right, glossary), str![""]);

    let wrong = right
        .replace("2 million", "3 million")
        .replace("February", "January")
        .replace("the Parties", "both sides");
    let wrong = wrong
        .replace("(2) Expand exchange.\n\n", "")
        .replace("(2) Deepen", "(3) Deepen");
    assert_data_eq!(
        compiled(&wrong, glossary),
        str![[r#"
plan.en.md:1:1: expected a translation of art_1__para_2, “扩大交流。…”, found none
  translate it in the place where the original has it
plan.en.md:1:1: expected a translation of art_2__sec_1__para_2, “深化服务贸易。…”, found none
  translate it in the place where the original has it
plan.en.md:13:1: expected only the numbers of the original, found 1
  remove it, or write it where the original has it
plan.en.md:13:1: expected only the numbers of the original, found 3000000
  remove it, or write it where the original has it
plan.en.md:13:1: expected the number 2, which the original has here, found none
  write it in figures; a month as its name, and 200万 as 2 million
plan.en.md:13:1: expected the number 2000000, which the original has here, found none
  write it in figures; a month as its name, and 200万 as 2 million
plan.en.md:13:1: expected “the Parties” for 双方, found none of them
  use one of them, add a rendering to glossary.toml, or excuse this piece there with a reason
plan.en.md:15:1: expected only what the original has, found art_2__sec_1__para_3, “Deepen trade in …”
  remove it, or number it as the original does
plan.en.md:15:1: expected the number (2) of a clause, found (3): a gap
  number it (2), or restore what is missing before it

"#]]
    );

    let excused = "[\"双方\"]\nen = [\"the two\"]\nexcused = { art_2__sec_1__para_1 = \"another word\", art_9 = \" \" }\n[\"火星\"]\nen = [\"Mars\"]\n";
    assert_data_eq!(
        compiled(right, excused),
        str![[r#"
glossary.toml:3:52: expected a reason why “art_9” is excused, found none
  write why the term is rendered otherwise there
glossary.toml:3:52: expected the eId of a clause or division, found “art_9”
  or `title`, or `preamble_1` and so on
glossary.toml:4:2: expected a term that stands in the original, found “火星”, which does not
  mend its spelling, or remove it

"#]]
    );
}

/// A facet from phrases, as it should be.
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
fn a_facet_from_phrases_keeps_where_they_stand() {
    let mut source = plan_with_kind(KIND);
    let manifest = source.text("plan.toml").expect("the manifest");
    let manifest = format!(
        "overview = [\"sector\", \"kind\"]
{manifest}"
    );
    source.add("plan.toml", manifest);
    let compiled = compile(&source);
    assert_eq!(compiled.diagnostics, []);
    let plan = compiled.content.expect("the content is right").plan;
    let evidence = |place: usize| {
        let tags = plan.clauses[place].tags.iter().filter(|tag| tag.facet == 1);
        tags.map(|tag| (tag.value, tag.evidence.clone()))
            .collect::<Vec<_>>()
    };
    let span = Evidence::Phrases(vec![Span { start: 0, end: 6 }].into());
    assert_eq!(evidence(0), [(0, span.clone())]);
    let later = Evidence::Phrases(vec![Span { start: 15, end: 21 }].into());
    assert_eq!(evidence(1), [(0, later), (1, span.clone())]);
    assert_eq!(evidence(3), [(1, Evidence::Reason(0))]);
    assert_eq!(
        plan.facets[1].reasons[0].nearest("zh").1,
        "服务贸易也是扩大。"
    );
    assert_eq!(plan.clauses[0].tags[0].evidence, Evidence::Division(0));
    assert_eq!(
        plan.overview,
        Some(Overview {
            rows: 0,
            columns: 1
        })
    );
}

#[test]
fn rules_that_match_nothing_are_refused() {
    let kind = KIND
        .replace("[\"扩大\"]", "[\"扩大\", \"缩小\"]")
        .replace("\"深化服务\"", "\"深化服务\", \"加深\"")
        .replace("reason = { zh = \"服务贸易也是扩大。\" }\n", "")
        .replace("description = { zh = \"扩大。\" }", "");
    assert_data_eq!(
        problems_of_kind(&kind),
        str![[r#"
facets/kind.toml:9:19: expected a passage of the original with one of the phrases in it, found “加深”, which excepts nothing
  mend its spelling, or remove it
facets/kind.toml:11:1: expected the key “description”, found none
  add `description = …`
facets/kind.toml:15:18: expected a phrase that a clause of the original has, found “缩小”, which counts nowhere
  mend its spelling, or remove it; inside a passage of “except” it does not count
facets/kind.toml:17:1: expected the key “reason”, found none
  add `reason = …`

"#]]
    );
}

#[test]
fn a_clause_that_no_rule_covers_is_refused() {
    let kind = KIND
        .replace("\"便利\"", "\"服务\"")
        .replace("add = \"expand\"", "remove = \"deepen\"");
    assert_data_eq!(
        problems_of_kind(&kind),
        str![[r#"
facets/kind.toml:8:24: expected a phrase that a clause of the original has, found “服务”, which counts nowhere
  mend its spelling, or remove it; inside a passage of “except” it does not count
facets/kind.toml:17:1: expected a correction that changes something, found one that removes “deepen” where the clause does not have it
  remove it
plan.zh.md:17:1: expected a value of the facet “kind” for art_2__sec_1__para_1, “便利投资。…”, found none
  add a phrase of it to a value in facets/kind.toml, or a correction with a reason
plan.zh.md:19:1: expected a value of the facet “kind” for art_2__sec_1__para_2, “深化服务贸易。…”, found none
  add a phrase of it to a value in facets/kind.toml, or a correction with a reason

"#]]
    );
}

#[test]
fn corrections_must_change_something() {
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
  eIds look like art_1__para_3 or art_2__sec_7__para_4
facets/kind.toml:34:7: expected a value of this facet (deepen, expand), found “shrink”
  mend its spelling
facets/kind.toml:37:1: expected either “add” or “remove” in a correction, found both
  name one value of this facet by it
facets/kind.toml:44:9: expected a value of this facet (deepen, expand), found “none”
  mend its spelling

"#]]
    );
}

#[test]
fn a_value_has_one_kind_of_rule() {
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
facets/kind.toml:2:14: expected true or false for “exhaustive”, found string
  see the files of content/ for an example
facets/kind.toml:9:14: expected either “divisions” or “phrases”, found both
  a value comes from the plan's divisions or from its words
facets/kind.toml:16:11: expected a passage of the original with one of the phrases in it, found “扩大”, which excepts nothing
  mend its spelling, or remove it
facets/kind.toml:16:11: expected “except” beside “phrases”, found it alone
  it names passages in which a phrase does not count
facets/kind.toml:19:1: expected a clause that carries “idle”, found none
  mend its phrases, add it to a clause by a correction, or remove it

"#]]
    );
}

#[test]
fn an_overview_crosses_two_facets() {
    for (overview, at) in [
        ("[\"sector\", \"kind\"]", "kind"),
        ("[\"sector\", \"sector\"]", "different"),
        ("[\"sector\"]", "found 1"),
    ] {
        let facets = format!("[\"sector\"]\noverview = {overview}");
        let said = problems(&[("plan.toml", "[\"sector\"]", &facets)]);
        assert!(
            said.starts_with("plan.toml:3:") && said.contains(at),
            "{said}"
        );
    }
}

/// French, made of the English: what a further language needs is files and entries, and no Rust.
#[test]
fn a_further_language_is_files() {
    let mut source = Source::read(&content("content")).expect("the content can be read");
    let english = |path: &str| source.text(path).expect(path).to_owned();
    let language = "[[language]]\ntag = \"fr\"\nhtml = \"fr\"\nname = \"Français\"\nstatus = \"unofficial\"\ntext = \"plan.fr.md\"\n\
        numbering = [\"Article 1.\", \"1.\", \"(1)\", \"(1)\"]\nmonths = [\"January\", \"February\", \"March\", \"April\", \"May\", \"June\", \"July\", \
        \"August\", \"September\", \"October\", \"November\", \"December\"]\nmillion = [\"million\"]\n\n[source]";
    let manifest = english("plan.toml").replace("[source]", language);
    let (text, words) = (english("plan.en.md"), english("interface/en.toml"));
    let twice = |line: &str| match line.find("en = ") {
        Some(at) if !line.starts_with("except") => {
            let value = &line[at + 5..];
            let end = if value.starts_with('[') {
                value.find(']').map(|end| end + 1)
            } else {
                value.find("\", ").map(|end| end + 1)
            };
            let end = at + 5 + end.expect("a value ends");
            let comma = if line.starts_with("en") { "\n" } else { ", " };
            format!(
                "{}{comma}fr = {}{}\n",
                &line[..end],
                &line[at + 5..end],
                &line[end..]
            )
        }
        _ => format!("{line}\n"),
    };
    let mut edited = vec![
        ("plan.toml".to_owned(), manifest),
        ("plan.fr.md".to_owned(), text),
        (
            "interface/fr.toml".to_owned(),
            words.replace("Search the plan", "Rechercher"),
        ),
    ];
    for file in [
        "glossary",
        "facets/sector",
        "facets/action",
        "facets/party",
        "facets/body",
        "facets/topic",
    ] {
        let file = format!("{file}.toml");
        let text: String = english(&file).lines().map(twice).collect();
        edited.push((file, text));
    }
    for (file, text) in edited {
        source.add(&file, text);
    }
    assert_data_eq!(report(&source), str![""]);
    let content = compile(&source).content.expect("the content is right");
    assert_eq!(content.plan.languages[4].name, "Français");
    let french = content
        .interfaces
        .iter()
        .find(|interface| interface.tag == "fr");
    let french = french.expect("the words in French");
    assert_eq!(french.search, "Rechercher");
    assert_eq!(
        french.plural(&french.cell, 0),
        french.plural(&french.cell, 1),
        "in French 0 is singular"
    );
}

#[test]
fn an_interface_has_the_plural_forms_of_its_language() {
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
interface/en.toml:1:14: expected one thousand and ten thousand, as this language writes them, in “thousands”, found something else
  such as ["1,000", "10,000"] or ["1000", "10 000"]
interface/en.toml:18:8: expected the key “one”, found none
  add `one = …`
interface/en.toml:18:10: expected one of the keys one, other; found “few”
  remove the key or mend its spelling
interface/en.toml:34:13: expected a table for “offer_all”, found string
  see the files of content/ for an example

"#]]
    );
}

#[test]
fn a_facet_is_whole_and_each_division_is_listed_once() {
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
        ("plan.zh.md", "2020-01-01\n", ""),
    ];
    assert_data_eq!(
        problems(&edits),
        str![[r#"
facets/sector.toml:3:1: expected at least one article or section in “divisions”, found none
  list the eIds of those whose clauses carry this value, or remove it
facets/sector.toml:5:11: expected one of the keys zh; found “ne”
  remove the key or mend its spelling
facets/sector.toml:11:14: expected each division under one value, found “art_2__sec_1” beside “art_2”, which holds it
  list either the article or its sections
plan.zh.md:1:1: expected the date of the copy on a line of its own below the title, found none
  write it in figures, such as 2021-12-07 or 2021-12-07 15:19
plan.zh.md:6:4: expected a value of the facet “sector” for “第一条 总则” (art_1), found none
  add "art_1" to `divisions` of a value in facets/sector.toml

"#]]
    );
}

#[test]
fn a_day_that_there_is_not_is_no_date() {
    assert_data_eq!(
        problems(&[("plan.zh.md", "2020-01-01", "2021-02-30")]),
        str![[r#"
plan.zh.md:3:1: expected the date of the copy, a day that there is, found “2021-02-30”
  write it in figures, such as 2021-12-07 or 2021-12-07 15:19

"#]]
    );
}

#[test]
fn a_year_has_twelve_months() {
    let mut source = Source::read(&content("content")).expect("the content can be read");
    let manifest = source.text("plan.toml").expect("the manifest");
    let manifest = manifest.replace("\"November\", \"December\"", "\"December\"");
    source.add("plan.toml", manifest);
    let report = report(&source);
    let told = report.lines().find(|line| line.contains("months"));
    assert_data_eq!(
        told.unwrap_or_default().to_owned(),
        str!["plan.toml:29:11: expected the names of twelve months in “months”, found 11"]
    );
}

#[test]
fn what_cannot_be_seen_is_told() {
    assert_data_eq!(
        problems(&[
            ("plan.zh.md", "深化服务", "深\u{202e}化\0服务"),
            ("plan.zh.md", "扩大", "扩&#x202E;大"),
            ("plan.toml", "example.org", "exa\\u0000mple\\u202e.org"),
        ]),
        str![[r#"
plan.toml:13:13: expected text, found the character U+0000, which cannot be seen
  remove it; it comes along with what is pasted
plan.toml:13:13: expected text, found the character U+202E, which cannot be seen
  remove it; it comes along with what is pasted
plan.zh.md:11:4: expected text, found the character U+202E, which cannot be seen
  remove it; it comes along with what is pasted
plan.zh.md:19:6: expected text, found the character U+202E, which cannot be seen
  remove it; it comes along with what is pasted
plan.zh.md:19:8: expected text, found the character U+0000, which cannot be seen
  remove it; it comes along with what is pasted

"#]]
    );
}

#[test]
fn a_byte_that_is_no_text_has_its_place() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    std::fs::write(folder.path().join("plan.toml"), b"id = \"a\"\n# \xff\n")
        .expect("a file can be written");
    let source = Source::read(folder.path()).expect("the folder can be read");
    let report = report(&source);
    assert!(
        report.contains("plan.toml:2:3: expected text in UTF-8, found a byte that is none"),
        "{report}"
    );
}

fn content(folder: &str) -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(folder)
}

fn real_plan() -> Plan {
    let source = Source::read(&content("content")).expect("the content can be read");
    compile(&source).content.expect("the content is right").plan
}

/// What the compiler says about the small plan after these replacements, each in one file.
fn problems(edits: &[(&str, &str, &str)]) -> String {
    report(&small_plan(edits))
}

/// What it says about the small plan with this second facet.
fn problems_of_kind(kind: &str) -> String {
    report(&plan_with_kind(kind))
}

/// The small plan with a second facet, and a clause in which a phrase counts that is excepted in another.
fn plan_with_kind(kind: &str) -> Source {
    let mut source = small_plan(&[
        ("plan.toml", "[\"sector\"]", "[\"sector\", \"kind\"]"),
        ("plan.zh.md", "扩大交流", "扩大交流，深化合作"),
    ]);
    source.add("facets/kind.toml", kind);
    source
}

/// The small plan after these replacements, each in one file.
fn small_plan(edits: &[(&str, &str, &str)]) -> Source {
    let mut source =
        Source::read(&content("tests/content/small")).expect("the small plan can be read");
    for (file, from, to) in edits {
        let text = source
            .text(file)
            .expect("an edit names a file that there is");
        assert!(
            text.contains(from),
            "an edit of {file} replaces something that is there: {from}"
        );
        let text = text.replacen(from, to, 1);
        source.add(file, text);
    }
    source
}

fn report(source: &Source) -> String {
    let Compiled {
        content,
        diagnostics,
    } = compile(source);
    assert_eq!(content.is_some(), diagnostics.is_empty());
    let line = |d: &clause_explorer::compile::Diagnostic| {
        format!(
            "{}:{}:{}: {}\n  {}\n",
            d.file, d.line, d.column, d.message, d.hint
        )
    };
    diagnostics.iter().map(line).collect()
}
