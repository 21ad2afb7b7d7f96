//! `plan.*.md`: title, date, articles, sections and numbered clauses.

use plan::{ClauseId, Id};
use snapbox::{assert_data_eq, str};

use crate::content::{compiled, problems, small_plan};

#[test]
fn reports_gaps_and_repeats_in_numbers() {
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
plan.zh.md:13:4: expected the number 第二条 of an article, found “甲” in place of the numeral
  write a numeral from 1 to 99999 in the form of `numbering` in plan.toml
plan.zh.md:19:1: expected the number (二) of a clause, found (一) after (一)
  number it (二), or remove it if it is a duplicate

"#]]
    );
}

#[test]
fn reports_clauses_without_number_or_text() {
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
plan.zh.md:21:1: expected headings, paragraphs, tables and quotations, found a list with bullets
  write it as plain text, with a backslash before a character that Markdown would read as markup; the guide for authors, README.md or CONTENT.md, lists the markup of clauses

"#]]
    );
}

#[test]
fn reports_missing_titles_and_empty_divisions() {
    assert_data_eq!(
        problems(&[
            ("plan.zh.md", "## 第一条", "## 第一条 甲\n\n## 第二条"),
            ("plan.zh.md", "# 小计划", "")
        ]),
        str![[r#"
plan.zh.md:1:1: expected a title (`# …`), found none
  write it on the first line
plan.zh.md:15:4: expected the number 第三条 of an article, found 第二条 after 第二条
  number it 第三条, or remove it if it is a duplicate

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
fn rejects_impossible_dates() {
    assert_data_eq!(
        problems(&[("plan.zh.md", "2020-01-01", "2021-02-30")]),
        str![[r#"
plan.zh.md:3:1: expected the date of the copy, a valid calendar date, found “2021-02-30”
  write it in figures, such as 2021-12-07 or 2021-12-07 15:19

"#]]
    );
}

#[test]
fn needs_neither_a_date_nor_an_address() {
    let edits = [
        ("plan.zh.md", "2020-01-01\n", ""),
        ("plan.zh.md", "序言。\n", ""),
        ("plan.toml", "url = \"https://example.org/plan\"\n", ""),
    ];
    let plan = compiled(&small_plan(&edits));
    assert_eq!((&*plan.source.published, &*plan.source.url), ("", ""));
    assert!(plan.preamble.is_empty());
}

#[test]
fn joins_the_lines_of_a_paragraph() {
    let edits = [
        (
            "plan.zh.md",
            "序言。",
            "序言，\n分两行，\n“引号”\nWTO\n规则。",
        ),
        ("plan.zh.md", "加强合作。", "加强\n合作。"),
        ("plan.zh.md", "## 第一条 总则", "第一条 总则\n---"),
    ];
    let plan = compiled(&small_plan(&edits));
    let preamble = plan.preamble.iter().map(|text| text.original().text);
    assert_eq!(
        preamble.collect::<Vec<_>>(),
        ["序言，分两行，“引号” WTO 规则。"]
    );
    let first = &plan.clauses[ClauseId::new(0)];
    assert_eq!(first.text.original().text, "加强合作。");
}

#[test]
fn reports_clauses_without_an_empty_line_between_them() {
    let edits = [
        (
            "plan.zh.md",
            "一、加强合作。\n\n二、",
            "一、加强合作。\n二、",
        ),
        ("plan.zh.md", "便利投资。", "便利投资，\\\n促进贸易。"),
    ];
    assert_data_eq!(
        problems(&edits),
        str![[r#"
plan.zh.md:10:1: expected an empty line before 二、, the number of a clause, found it in a paragraph
  add an empty line, or move the word to the line before
plan.zh.md:16:10: expected headings, paragraphs, tables and quotations, found a line break that a backslash or two spaces at the end of a line force
  write it as plain text, with a backslash before a character that Markdown would read as markup; the guide for authors, README.md or CONTENT.md, lists the markup of clauses

"#]]
    );
}

#[test]
fn reports_headings_in_the_wrong_order() {
    let edits = [
        (
            "plan.zh.md",
            "## 第一条 总则",
            "### 一、总则\n\n## 第一条 总则",
        ),
        ("plan.zh.md", "### 一、贸易", "#### 一、贸易"),
    ];
    assert_data_eq!(
        problems(&edits),
        str![[r#"
plan.zh.md:17:6: expected an article (`##`) or a section (`###`), found a heading of level 4
  use `#` for the title only, and write only clauses in a section; `[[level]]` in plan.toml names the levels

"#]]
    );
}
