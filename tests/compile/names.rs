//! `names.toml`: the names of one thing.

use snapbox::{assert_data_eq, str};

use crate::content::{report, small_plan};

#[test]
fn reports_names_that_find_nothing_new() {
    let mut source = small_plan(&[]);
    source.add(
        "names.toml",
        r#"
[[thing]]
names = ["服务贸易", "服贸"]

[[thing]]
names = ["交流"]

[[thing]]
names = ["Mars", "Red Planet"]

[[thing]]
names = ["服贸", "投资"]
order = 1

[[thing]]
names = ["加强", "", "，"]
"#,
    );
    assert_data_eq!(
        report(&source),
        str![[r#"
names.toml:5:1: expected at least 2 names of a thing, found 1
  add another name, or remove the thing
names.toml:9:10: expected a name that occurs in a clause, found none for “Mars” and its other names
  add the name that the text has, or remove the thing
names.toml:12:10: expected each name once, found “服贸” again
  list all names of a thing together
names.toml:13:1: expected one of the keys names; found “order”
  remove the key or correct its spelling
names.toml:16:16: expected a name with letters, found “”
  write the name as readers type it
names.toml:16:20: expected a name with letters, found “，”
  write the name as readers type it

"#]]
    );
}

#[test]
fn folds_what_readers_type_in_place_of_a_name() {
    let mut source = small_plan(&[]);
    let thing = "[[thing]]\nnames = [\"服务贸易\", \"广交会\"]\n";
    source.add("names.toml", thing);
    let content = compile::compile(&source).content.expect("no problems");
    assert!(content.plan.folds.from.contains('廣'));
    assert_eq!(content.plan.names.map(|names| names.len()), Some(1));
}
