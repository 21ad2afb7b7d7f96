//! Files that are missing, broken, or not plain text.

use compile::{Compiled, Source, compile};
use snapbox::{assert_data_eq, str};

use crate::content::{problems, real_content, replace, report};

#[test]
fn accepts_the_small_plan() {
    assert_data_eq!(problems(&[]), str![""]);
}

#[test]
fn toml_errors_do_not_stop_other_checks() {
    let edits = [
        ("facets/sector.toml", "id = \"trade\"", "id = \"trade"),
        ("plan.zh.md", "二、扩大", "四、扩大"),
    ];
    assert_data_eq!(
        problems(&edits),
        str![[r#"
facets/sector.toml:9:12: expected valid TOML, found an error: invalid basic string, expected `"`
  end a text with a straight quotation mark on its line; write one inside a text as `/"`
plan.zh.md:11:1: expected the number 二、 of a clause, found 四、: a gap
  number it 二、, or restore what is missing before it

"#]]
    );
}

#[test]
fn reports_missing_files() {
    assert_data_eq!(
        problems(&[("plan.toml", "plan.zh.md", "plan.cn.md")]),
        str![[r#"
plan.toml:9:8: expected a file plan.cn.md, found none
  add the file or correct its name

"#]]
    );
    let Compiled {
        content,
        diagnostics,
    } = compile(&Source::default());
    assert!(content.is_none());
    let messages: Vec<String> = diagnostics.iter().map(ToString::to_string).collect();
    assert_data_eq!(
        messages.join("\n"),
        str![[r#"
error: expected the file plan.toml, found none
  --> plan.toml:1:1
  hint: add the file; the command `new` writes a content folder that has all files
"#]]
    );
}

#[test]
fn reports_invisible_characters() {
    assert_data_eq!(
        problems(&[
            ("plan.zh.md", "深化服务", "深\u{202e}化\0服务"),
            ("plan.zh.md", "扩大", "扩&#x202E;大"),
            ("plan.toml", "example.org", "exa\\u0000mple\\u202e.org"),
        ]),
        str![[r#"
plan.toml:13:13: expected visible text, found the invisible character U+0000
  remove it; such characters often come with pasted text
plan.toml:13:13: expected visible text, found the invisible character U+202E
  remove it; such characters often come with pasted text
plan.zh.md:11:4: expected visible text, found the invisible character U+202E
  remove it; such characters often come with pasted text
plan.zh.md:19:6: expected visible text, found the invisible character U+202E
  remove it; such characters often come with pasted text
plan.zh.md:19:8: expected visible text, found the invisible character U+0000
  remove it; such characters often come with pasted text

"#]]
    );
}

#[test]
fn reports_the_position_of_invalid_utf8() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    std::fs::write(folder.path().join("plan.toml"), b"id = \"a\"\n# \xff\n")
        .expect("a file can be written");
    let source = Source::read(folder.path()).expect("the folder can be read");
    let report = report(&source);
    let line = report.lines().find(|line| line.contains("UTF-8"));
    assert_data_eq!(
        line.unwrap_or_default().to_owned(),
        str!["plan.toml:2:3: expected text in UTF-8, found an invalid byte"]
    );
}

/// One wrong number in the original would move every piece behind it.
#[test]
fn translations_are_not_compared_with_an_original_that_has_problems() {
    let mut source = real_content();
    replace(&mut source, "plan.zh.md", "一、密切", "三、密切");
    let report = report(&source);
    assert!(report.contains("plan.zh.md:"), "{report}");
    assert!(!report.contains("plan.en.md:"), "{report}");
}
