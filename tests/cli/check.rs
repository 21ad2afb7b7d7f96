//! `check`.

use snapbox::{assert_data_eq, str};

use super::{broken_content, path, run, run_in, text};

#[test]
fn accepts_the_real_plan() {
    let output = run(&["check"]);
    assert_data_eq!(
        text(&output.stdout),
        str![[r#"
china-celac-2022-2024: 63 clauses in 15 divisions; the source breaks off in art_4__sec_1__para_1

"#]]
    );
    assert_eq!(
        (output.status.code(), text(&output.stderr)),
        (Some(0), String::new())
    );
}

#[test]
fn reports_json_for_programs() {
    let output = run(&["check", "--format", "json"]);
    let report: serde_json::Value =
        serde_json::from_slice(&output.stdout).expect("the report is JSON");
    assert_eq!(
        (&report["ok"], &report["plan"]["clauses"]),
        (&true.into(), &63.into())
    );
    let sectors = report["plan"]["facets"]["sector"]
        .as_object()
        .expect("the sectors");
    assert_eq!(sectors.len(), 13);
    assert_eq!(
        sectors["finance"],
        serde_json::json!([
            "art_2__sec_2__para_1",
            "art_2__sec_2__para_2",
            "art_2__sec_2__para_3"
        ])
    );

    let folder = broken_content();
    let output = run(&[
        "check",
        "--format",
        "json",
        "--content",
        path(folder.path()),
    ]);
    assert_eq!(
        (output.status.code(), text(&output.stderr).trim()),
        (Some(1), "")
    );
    let report: serde_json::Value =
        serde_json::from_slice(&output.stdout).expect("the report is JSON");
    assert_eq!(report["plan"], serde_json::Value::Null);
    assert_eq!(report["diagnostics"][1]["line"], 11);
}

#[test]
fn reports_a_missing_folder_with_the_next_step() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    std::fs::write(folder.path().join("plan.docx"), "").expect("a file can be written");
    for (content, found) in [("content", "none"), ("plan.docx", "a file")] {
        let expected = format!("expected a content folder at {content}, found {found}");
        let arguments = ["check", "--content", content];
        let output = run_in(folder.path(), &arguments);
        assert_eq!(output.status.code(), Some(2));
        let said = text(&output.stderr);
        assert!(
            said.starts_with(&format!("error: {expected}; name ")),
            "{said}"
        );
        assert!(said.contains("`import FILE --out DIR`"), "{said}");
        let output = run_in(
            folder.path(),
            &[&arguments[..], &["--format", "json"]].concat(),
        );
        assert_eq!(
            (output.status.code(), text(&output.stderr).trim()),
            (Some(2), "")
        );
        let report: serde_json::Value =
            serde_json::from_slice(&output.stdout).expect("the report is JSON");
        assert_eq!(report["ok"], false);
        assert_eq!(report["diagnostics"][0]["message"], expected);
        let hint = report["diagnostics"][0]["hint"].as_str().expect("a hint");
        assert!(said.trim_end().ends_with(hint), "{hint}");
    }
}

#[test]
fn reports_every_problem_with_file_line_and_column() {
    let folder = broken_content();
    let output = run_in(folder.path(), &["check", "--content", "."]);
    assert_eq!(output.status.code(), Some(1));
    assert_data_eq!(
        text(&output.stderr),
        str![[r#"
error: expected one of the keys publisher, url, notice, ends-in; found “page”
  --> ./plan.toml:13:1
  hint: remove the key or correct its spelling

error: expected the number 二、 of a clause, found 三、: a gap
  --> ./plan.zh.md:11:1
  hint: number it 二、, or restore what is missing before it

2 problems in .

"#]]
    );
}
