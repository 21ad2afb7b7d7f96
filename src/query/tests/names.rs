//! The names of one thing: a search for one of them finds the others.

use super::{eids, index};

fn found(query: &str) -> Vec<String> {
    eids(&format!("q={query}"), &index())
}

#[test]
fn every_name_of_a_thing_finds_the_clauses_with_the_others() {
    let index = index();
    for names in index.plan().names.iter().flatten() {
        let having = |name: &str| eids(&format!("q=\"{name}\""), &index);
        // Short names also occur inside words.
        let longest = names.iter().max_by_key(|name| name.len());
        let wanted = having(longest.expect("a thing has names"));
        assert!(!wanted.is_empty(), "{names:?}");
        for name in names {
            let unquoted = found(name);
            for eid in &wanted {
                assert!(having(name).contains(eid), "“{name}” in {eid}");
                assert!(unquoted.contains(eid), "{name} in {eid}");
            }
        }
    }
}

#[test]
fn the_source_spells_one_name_in_two_ways() {
    let both = found("拉共体");
    assert_eq!(both, found("拉共同体"));
    assert_eq!(both.len(), 12);
    for eid in ["art_3__para_1", "art_3__para_5"] {
        assert!(both.contains(&eid.to_owned()));
    }
    assert_eq!(found("拉共体成员国"), found("拉共同体成员国"));
    // Traditional characters too.
    assert_eq!(both, found("拉共同體"));
}

#[test]
fn abbreviations_find_names_and_names_find_abbreviations() {
    assert!(found("BRI").contains(&"art_3__para_1".to_owned()));
    assert_eq!(found("canton fair"), ["art_2__sec_1__para_6"]);
    assert_eq!(found("广交会"), ["art_2__sec_1__para_6"]);
    assert_eq!(found("\"LAC Business Summit\""), ["art_2__sec_1__para_6"]);
    let long = "\"Latin America and the Caribbean Business Summit\"";
    assert_eq!(found(long), ["art_2__sec_1__para_6"]);
    let acronyms = found("\"China-ALC\"");
    assert!(acronyms.contains(&"art_3__para_3".to_owned()));
    assert_eq!(acronyms, found("\"China-LAC\""));
}

/// The other names match only whole words: “ALC” for “LAC” would be in “alcanzar”.
#[test]
fn other_names_match_no_parts_of_words() {
    let index = index();
    let needles = index.needles("\"Latin America and the Caribbean\"");
    for (id, _) in index.plan().clauses.enumerated() {
        for text in index.plan().clauses[id].text.iter() {
            for hit in index.hits(id, text.tag, &needles) {
                let is_letter = |c: char| c.is_alphabetic() && c.is_ascii();
                let (before, after) = (&text.text[..hit.start], &text.text[hit.end..]);
                assert!(!before.ends_with(is_letter) && !after.starts_with(is_letter));
            }
        }
    }
}

#[test]
fn marks_the_other_name() {
    let index = index();
    let clause = index.plan().clause_by_eid("art_3__para_5").expect("3(5)");
    let needles = index.needles("拉共体");
    let hits = index.hits(clause, "zh", &needles);
    let text = index.plan().clauses[clause].text.original().text;
    let marked: Vec<&str> = hits.into_iter().map(|hit| &text[hit]).collect();
    assert_eq!(marked, ["拉共同体"]);
}
