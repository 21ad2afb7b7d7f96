//! `slips.toml`: words of the original that look like a slip.

use compile::compile;
use snapbox::{assert_data_eq, str};

use crate::content::{report, small_plan};

#[test]
fn keeps_the_text_and_notes_the_slip() {
    let mut source = small_plan(&[("plan.zh.md", "加强合作", "加強合作")]);
    let slip = "[[slip]]\nclause = \"art_1__para_1\"\nwords = \"加強\"\nnote = { zh = \"繁体\" }\n";
    source.add("slips.toml", slip);
    let plan = compile(&source).content.expect("no problems").plan;
    let clause = plan.clauses.iter().next().expect("a clause");
    assert_eq!(clause.text.original().text, "加強合作。");
    let slip = clause.slip.as_ref().expect("a slip");
    assert_eq!((&*slip.words, slip.note.original().text), ("加強", "繁体"));
}

#[test]
fn reports_slips_that_are_not_in_the_text() {
    let mut source = small_plan(&[]);
    source.add(
        "slips.toml",
        r#"
[[slip]]
clause = "art_1__para_1"
words = "加強"
note = { zh = "繁体" }

[[slip]]
clause = "art_1__para_1"
words = "合作"
note = { zh = "繁体" }

[[slip]]
clause = "art_9"
words = "合作"
note = { zh = "繁体", en = "traditional" }

[[slip]]
clause = "art_1__para_2"
"#,
    );
    assert_data_eq!(
        report(&source),
        str![[r#"
slips.toml:4:9: expected words of art_1__para_1 in the original, found “加強”
  copy the words from the text, to the letter
slips.toml:8:10: expected one slip in each clause, found another one in art_1__para_1
  describe both in one note
slips.toml:13:10: expected the eId of a clause, found “art_9”
  write it like art_1__para_1 or art_1__sec_1__para_1; plan.csv, which the command `data` writes, has the eIds of all clauses
slips.toml:15:21: expected one of the keys zh; found “en”
  add a [[language]] with the tag “en” to plan.toml, or remove the key
slips.toml:17:1: expected the key “note”, found none
  add `note = { … }`
slips.toml:17:1: expected the key “words”, found none
  add `words = "…"`

"#]]
    );
}
