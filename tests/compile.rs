//! The compiler: the real plan to the letter, and every message it can give.

use std::collections::BTreeMap;
use std::path::Path;

use clause_explorer::compile::{Compiled, Source, compile};
use clause_explorer::plan::Plan;
use snapbox::{assert_data_eq, file, str};

#[test]
fn the_real_plan_compiles_to_what_was_reviewed() {
    let mut table = String::new();
    let plan = real_plan();
    for clause in plan.clauses.iter() {
        let division = &plan.divisions[clause.division];
        let sector = &plan.facets[0].values[clause.tags[0].value].id;
        let text = clause.text.nearest("zh").1;
        table += &format!("{} | {} | {} | {sector} | {text}\n", clause.eid, clause.number, division.eid);
    }
    assert_data_eq!(table, file!["golden/clauses.txt"]);
}

#[test]
fn the_text_is_the_source_to_the_letter() {
    let source = include_str!("golden/source.zh.md");
    let (source, _notice) = source.split_once("预览已结束").expect("the source ends in a notice");
    let without_marks = |text: &str| -> Vec<String> {
        text.lines().map(|line| line.trim_start_matches('#').trim().to_owned()).filter(|line| !line.is_empty()).collect()
    };
    let ours = std::fs::read_to_string(content("content").join("plan.zh.md")).expect("the plan's text");
    assert_eq!(without_marks(&ours), without_marks(source));

    // And the compiler loses nothing of it.
    let plan = real_plan();
    let mut pieces = vec![plan.title.nearest("zh").1.to_owned(), plan.source.published.to_string()];
    pieces.extend(plan.preamble.iter().map(|paragraph| paragraph.nearest("zh").1.to_owned()));
    for (place, division) in plan.divisions.iter().enumerate() {
        let space = if division.parent.is_none() { " " } else { "" };
        pieces.push(format!("{}{space}{}", division.number, division.heading.nearest("zh").1));
        for clause in plan.clauses.iter().filter(|clause| clause.division == place) {
            let number = clause.number.rsplit([' ', '、']).next().unwrap_or_default();
            let space = if number.starts_with('(') { " " } else { "、" };
            pieces.push(format!("{number}{space}{}", clause.text.nearest("zh").1));
        }
    }
    assert_eq!(pieces, without_marks(source));
}

#[test]
fn the_source_ends_where_the_preview_does() {
    let plan = real_plan();
    let truncated: Vec<&str> = plan.clauses.iter().filter(|clause| clause.truncated).map(|clause| clause.eid.as_str()).collect();
    assert_eq!(truncated, ["art_4__sec_1__para_1"]);
    assert_eq!(plan.source.notice, "预览已结束，完整报告链接和二维码如下：");
    let mut sectors: BTreeMap<usize, usize> = BTreeMap::new();
    for clause in plan.clauses.iter() {
        *sectors.entry(clause.tags[0].value).or_default() += 1;
    }
    assert_eq!(sectors.into_values().collect::<Vec<_>>(), [9, 6, 3, 8, 5, 4, 6, 7, 3, 3, 3, 5, 1]);
}

#[test]
fn the_small_plan_is_right() {
    assert_data_eq!(problems(&[]), str![""]);
}

#[test]
fn numbers_must_run_on() {
    let edits = [("plan.zh.md", "二、扩大", "三、扩大"), ("plan.zh.md", "(二) 深化", "(一) 深化"), ("plan.zh.md", "第二条", "第甲条")];
    assert_data_eq!(problems(&edits), str![[r#"
plan.zh.md:11:1: expected the number 二、 of a section or clause, found 三、: a gap
  number it 二、, or restore what is missing before it
plan.zh.md:13:4: expected the number 第二条 of an article, found “甲”, which is no numeral
  write the number as a Chinese numeral from 一 to 九十九
plan.zh.md:15:5: expected the number 四、 of a section or clause, found 一、, which there is already
  number it 四、, or remove it if it stands twice
plan.zh.md:19:1: expected the number (二) of a clause, found (一), which there is already
  number it (二), or remove it if it stands twice

"#]]);
}

#[test]
fn clauses_must_have_number_and_text() {
    let edits = [("plan.zh.md", "二、扩大交流。", "二、"), ("plan.zh.md", "(一) 便利投资。", "便利投资。"), ("plan.zh.md", "(二) 深化服务贸易。", "(二) *深化*服务贸易。\n\n- 一项")];
    assert_data_eq!(problems(&edits), str![[r#""#]]);
}

#[test]
fn a_plan_needs_its_parts() {
    assert_data_eq!(problems(&[("plan.zh.md", "## 第一条", "## 第一条 甲\n\n## 第二条"), ("plan.zh.md", "# 小计划", "")]), str![[r#""#]]);
    assert_data_eq!(problems(&[("plan.zh.md", "#", "x")]), str![[r#""#]]);
}

#[test]
fn every_section_has_a_sector() {
    let edits = [
        ("facets/sector.toml", "\"art_2__sec_1\"", "\"art_9\", \"art_1\""),
        ("facets/sector.toml", "id = \"trade\"", "id = \"general\""),
        ("facets/sector.toml", "zh = \"贸易\", ", ""),
    ];
    assert_data_eq!(problems(&edits), str![[r#""#]]);
}

#[test]
fn unknown_missing_and_mistyped_keys_are_all_reported() {
    let edits = [
        ("plan.toml", "id = \"small\"", "id = \"Small plan\"\ncolour = 1"),
        ("plan.toml", "name = \"中文\"", "nmae = \"中文\""),
        ("plan.toml", "status = \"authoritative\"", "status = \"official\""),
        ("plan.toml", "\"一、\"", "\"、\""),
        ("plan.toml", "url = \"https://example.org/plan\"", "url = \"javascript:alert(1)\"\nends-in = \"art_1__para_1\""),
        ("facets/sector.toml", "divisions = [\"art_1\"]", "divisions = \"art_1\"\nicon = \"\""),
    ];
    assert_data_eq!(problems(&edits), str![[r#""#]]);
}

#[test]
fn the_end_is_the_last_clause() {
    let edits = [("plan.toml", "url = \"https://example.org/plan\"", "url = \"javascript:alert(1)\"\nends-in = \"art_1__para_1\"")];
    assert_data_eq!(problems(&edits), str![[r#""#]]);
}

#[test]
fn a_facet_may_not_take_a_key_of_views() {
    let edits = [("plan.toml", "[\"sector\"]", "[\"sector\", \"q\", \"sector\"]")];
    assert_data_eq!(problems(&edits), str![[r#""#]]);
    assert_data_eq!(problems(&[("plan.toml", "[\"sector\"]", "[]")]), str![[r#""#]]);
}

#[test]
fn the_interface_must_be_whole() {
    let edits = [
        ("interface/en.toml", "link = \"Link\"\n", ""),
        ("interface/en.toml", "{count} of {total} clauses", "{count} of {all} clauses"),
        ("interface/en.toml", "clear_all", "clear_everything"),
    ];
    assert_data_eq!(problems(&edits), str![[r#""#]]);
}

#[test]
fn broken_toml_is_no_end() {
    let edits = [("plan.toml", "publisher = \"example.org\"", "publisher = \"example.org"), ("plan.zh.md", "二、扩大", "四、扩大")];
    assert_data_eq!(problems(&edits), str![[r#""#]]);
}

#[test]
fn a_missing_file_is_named() {
    assert_data_eq!(problems(&[("plan.toml", "plan.zh.md", "plan.cn.md")]), str![[r#""#]]);
    let Compiled { content, diagnostics } = compile(&Source::default());
    assert!(content.is_none());
    assert_data_eq!(diagnostics.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n"), str![[r#""#]]);
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
    let mut source = Source::read(&content("tests/content/small")).expect("the small plan can be read");
    for (file, from, to) in edits {
        let text = source.text(file).expect("an edit names a file that there is");
        assert!(text.contains(from), "an edit of {file} replaces something that is there: {from}");
        let text = text.replacen(from, to, 1);
        source.add(file, text);
    }
    let Compiled { content, diagnostics } = compile(&source);
    assert_eq!(content.is_some(), diagnostics.is_empty());
    let line = |d: &clause_explorer::compile::Diagnostic| format!("{}:{}:{}: {}\n  {}\n", d.file, d.line, d.column, d.message, d.hint);
    diagnostics.iter().map(line).collect()
}
