//! The corpus of packed plans has the present format: with another one, no input would get further
//! than its first byte.
//!
//! After a change of the format, `SNAPSHOTS=overwrite cargo test -p clause-explorer-fuzz` writes it
//! again.

use std::path::Path;

use compile::compile;
use plan::format::{FORMAT, pack};
use plan::{ClauseId, Content, Id, Member, Plan, WithMembers};
use snapbox::Data;
use snapbox::assert::{Assert, DEFAULT_ACTION_ENV};
use snapbox::data::DataFormat;

use crate::content::small;

#[test]
fn packed_inputs_have_the_present_format() {
    let assert = Assert::new().action_env(DEFAULT_ACTION_ENV);
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus/packed");
    for (name, bytes) in inputs() {
        let kept = Data::read_from(&folder.join(name), Some(DataFormat::Binary));
        let equal = assert.try_eq(Some(&name), Data::binary(bytes), kept);
        equal.unwrap_or_else(|error| panic!("{error}"));
    }
}

/// Returns a plan as if it were a collection of two.
fn collection(mut plan: Plan) -> Plan {
    let member = |nth| Member {
        id: plan.id.clone(),
        title: plan.title.clone(),
        languages: plan.languages.clone(),
        source: plan.source.clone(),
        first: ClauseId::new(nth),
    };
    plan.members = [0, 1].map(member).into();
    plan
}

/// Returns the inputs that depend on the format, with their names.
fn inputs() -> Vec<(&'static str, Vec<u8>)> {
    let content = compile(&small()).content.expect("the small plan is valid");
    let Content { plan, .. } = &content;
    let (small, with_words) = (pack(plan), pack(&content));
    let mut twice = plan.clone();
    for clause in twice.clauses.iter_mut() {
        clause.tags = clause.tags.iter().chain(&clause.tags).cloned().collect();
    }
    let collection = WithMembers(collection(plan.clone()));
    let mut other_length = small.clone();
    other_length[1] += 1;
    let format = u8::try_from(FORMAT).expect("a number of one byte");
    let list = [&[format, 12, 1, 0][..], &[0xff; 8], &[0x7f, b'p']];
    let number = [&[format][..], &[0x80; 40]];
    vec![
        ("collection", pack(&collection)),
        ("cut", with_words[..with_words.len() / 2].to_vec()),
        ("endless_list", list.concat()),
        ("endless_number", number.concat()),
        ("format_alone", vec![format]),
        ("length_off_by_one", other_length),
        ("same_tag_twice", pack(&twice)),
        ("small", small),
        ("small_with_words", with_words),
    ]
}
