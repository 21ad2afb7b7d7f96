//! Rules that hold for every view and every text.

use plan::{ClauseId, Plan, ValueId};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index as Nth, select};

use super::index;
use crate::{Index, View, parse, split, write};

/// Characters with a meaning in queries, addresses, languages or scripts.
const PIECES: &[&str] = &[
    "a",
    "E",
    "é",
    "e\u{301}",
    "核",
    "能",
    "论坛",
    "５Ｇ",
    " ",
    "\u{3000}",
    "\"",
    "“",
    "”",
    "'",
    "「",
    "»",
    "%",
    "%25",
    "%E6%A0%B8",
    "%ff",
    "&",
    "&amp;",
    "=",
    "＝",
    "＆",
    "+",
    "#",
    "?",
    "/",
    ";",
    ".",
    "。",
    ")",
    "\n",
    "\0",
    "\u{feff}",
    "\u{202e}",
    "\u{200b}",
    "𠀀",
    "🇨🇳",
    "q",
    "q=",
    "sector=",
    "sector=finance",
    "finance",
    "clause=",
    "pin=art_1__para_2",
    "only=pins",
    "art_2__sec_7__para_4",
    "lang=en",
    "amp;",
    "constructor",
    "__proto__",
];

/// A failure is not kept in a file: a test of its own should say what was wrong.
fn cases(count: u32) -> ProptestConfig {
    ProptestConfig {
        failure_persistence: None,
        ..ProptestConfig::with_cases(count)
    }
}

fn texts() -> impl Strategy<Value = String> {
    vec(select(PIECES), 0..12).prop_map(|pieces| pieces.concat())
}

/// Returns views of a plan: any query, any values, languages, clause and pins.
fn views(plan: &Plan) -> impl Strategy<Value = View> + use<> {
    let values: Vec<(String, String)> = plan
        .facets
        .iter()
        .flat_map(|facet| {
            facet
                .values
                .iter()
                .map(|value| (facet.id.to_string(), value.id.to_string()))
        })
        .collect();
    let eids: Vec<String> = plan
        .clauses
        .iter()
        .map(|clause| clause.eid.to_string())
        .collect();
    let tags: Vec<String> = plan
        .languages
        .iter()
        .map(|one| one.tag.to_string())
        .collect();
    let plan = plan.clone();
    let language = || prop::option::of(select(tags.clone()));
    let clause = prop::option::of(select(eids.clone()));
    let pins = (vec(select(eids), 0..4), any::<bool>());
    let chosen = (vec(select(values), 0..6), pins);
    (texts(), chosen, language(), language(), clause).prop_map(
        move |(query, (filters, (pins, only_pins)), lang, compare, clause)| {
            let view = View {
                query,
                filters,
                lang,
                compare,
                clause,
                pins: Vec::new(),
                only_pins: false,
                sort: None,
            };
            let pin = |view: View, pin: &String| view.pinned(&plan, pin);
            let pinned = pins.iter().fold(view.known_to(&plan), pin);
            View {
                only_pins: only_pins && !pinned.pins.is_empty(),
                ..pinned
            }
        },
    )
}

fn values(index: &Index) -> Vec<(String, String, ValueId)> {
    let facets = index.plan().facets.iter();
    let values = facets.flat_map(|facet| {
        let values = facet.values.enumerated();
        values.map(|(id, value)| (facet.id.to_string(), value.id.to_string(), id))
    });
    values.collect()
}

#[test]
fn every_view_survives_its_query_string() {
    let index = index();
    proptest!(cases(400), |(view in views(index.plan()))| {
        let written = write(&view);
        for text in [written.clone(), format!("?{written}"), format!("#{written}")] {
            prop_assert_eq!(parse(&text, index.plan()), (view.clone(), vec![]));
        }
        // As one part of an address, and encoded as a whole.
        let (own, page) = split(&format!("?x=1&{written}&y"), index.plan());
        prop_assert_eq!((own, page), (written.clone(), "x=1&y".to_owned()));
        if written.contains('=') {
            prop_assert_eq!(parse(&crate::encode(&written), index.plan()).0, view);
        }
    });
}

#[test]
fn every_text_is_a_view_that_stays_the_same() {
    let index = index();
    proptest!(cases(1000), |(text in texts())| {
        let (view, _) = parse(&text, index.plan());
        let written = write(&view);
        let (again, problems) = parse(&written, index.plan());
        prop_assert_eq!(&again, &view);
        prop_assert_eq!(problems, vec![]);
        prop_assert_eq!(write(&again), written);
        // The same from an address, in which unknown keys are silent.
        let (page, problems) = parse(&format!("?{text}"), index.plan());
        prop_assert_eq!(write(&parse(&write(&page), index.plan()).0), write(&page));
        let is_key = |problem: &crate::Problem| matches!(problem, crate::Problem::Facet(..));
        prop_assert!(!problems.iter().any(is_key));
    });
}

#[test]
fn counts_equal_the_clauses_after_ticking() {
    let index = index();
    let all = values(&index);
    proptest!(cases(150), |(view in views(index.plan()), nth in any::<Nth>())| {
        let (facet, value, id) = nth.get(&all);
        let counted = index.run(&view).counts[index.plan().facet_by_key(facet).expect("a facet")][*id];
        let mut alone = view.clone();
        alone.filters.retain(|(key, _)| key != facet);
        let ticked = alone.toggled(index.plan(), facet, value);
        prop_assert_eq!(index.run(&ticked).clauses.len(), counted);
        prop_assert_eq!(ticked.toggled(index.plan(), facet, value), alone);
    });
}

#[test]
fn marks_cover_exactly_the_matches() {
    let index = index();
    let queries = (
        vec(
            select(
                &[
                    "e",
                    "核",
                    "合作",
                    "de ",
                    "\"in the\"",
                    "５g",
                    "Á",
                    "\u{301}o",
                    "论坛",
                ][..],
            ),
            1..4,
        ),
        any::<Nth>(),
    );
    proptest!(cases(150), |((words, nth) in queries)| {
        let query = words.join(" ");
        let needles = index.needles(&query);
        let folded: Vec<String> = crate::needle::words(&query).iter().map(|word| index.folder.fold(word)).collect();
        let id = <ClauseId as plan::Id>::new(nth.index(index.plan().clauses.len()));
        for (nth, one) in index.plan().clauses[id].text.iter().enumerate() {
            let text: Vec<char> = index.folded[nth].of(id).chars().collect();
            let mut is_match = vec![false; text.len()];
            for word in &folded {
                let word: Vec<char> = word.chars().collect();
                for (at, window) in text.windows(word.len()).enumerate() {
                    if window == word {
                        is_match[at..at + word.len()].fill(true);
                    }
                }
            }
            let hits = index.hits(id, one.tag, &needles);
            prop_assert!(hits.windows(2).all(|two| two[0].end < two[1].start));
            let is_marked = one.text.char_indices().map(|(at, _)| hits.iter().any(|hit| hit.contains(&at)));
            prop_assert_eq!(is_marked.collect::<Vec<_>>(), is_match);
        }
    });
}

/// Returns a plan whose clauses have other texts and tags: each is made of pieces that other clauses have, too.
fn plans() -> impl Strategy<Value = Plan> {
    let pieces = [TEXTS, PIECES].concat();
    let clause = (vec(vec(select(pieces), 0..12), 4), any::<Nth>());
    vec(clause, 1..200).prop_map(|made| {
        let mut plan = fixture::plan();
        let clauses: Vec<_> = plan.clauses.iter().cloned().collect();
        plan.clauses = made
            .into_iter()
            .map(|(texts, nth)| {
                let mut clause = nth.get(&clauses).clone();
                for (one, pieces) in clause.text.0.iter_mut().zip(texts) {
                    one.text = pieces.concat().into();
                }
                clause
            })
            .collect();
        plan
    })
}

/// Words with plurals, names, accents, dashes and Chinese characters.
const TEXTS: &[&str] = &[
    "country",
    "countries",
    "country ",
    "co",
    "oper",
    "ation",
    "ations",
    "s",
    "s ",
    "y",
    "ies ",
    "forum",
    "Forums ",
    "China-CELAC Forum",
    "中拉论坛",
    "论坛",
    "中拉",
    "合作",
    "核能",
    "能",
    "-",
    " the ",
    "acción ",
    "acciones ",
    "naç",
    "ões ",
    "aaa",
    "aab",
    "abab",
];

fn queries() -> impl Strategy<Value = String> {
    let words = vec(vec(select(TEXTS), 1..4), 1..4);
    words.prop_map(|words| {
        let words: Vec<String> = words.iter().map(|word| word.concat()).collect();
        words.join(" ")
    })
}

#[test]
fn sets_of_clauses_match_as_each_clause_does() {
    proptest!(cases(60), |(plan in plans(), query in prop_oneof![queries(), texts()], nth in any::<Nth>())| {
        let index = Index::new(plan);
        let (facet, value, _) = nth.get(&values(&index)).clone();
        // The query is typed letter by letter, then a facet is chosen, and letters are deleted.
        let lengths = 1..=query.chars().count();
        let typed = lengths.clone().map(|length| (length, false)).chain(lengths.rev().map(|length| (length, true)));
        for (length, is_filtered) in typed {
            let query: String = query.chars().take(length).collect();
            let mut view = View { query, ..View::default() };
            if is_filtered {
                view = view.toggled(index.plan(), &facet, &value);
            }
            let needles = index.needles(&view.query);
            let contains = |id: ClauseId, needle: &crate::needle::Needle| {
                index.texts(id).any(|(_, folded)| needle.is_in(folded))
            };
            let has = |id: ClauseId, facet: &str, value: &str| {
                let facet = index.plan().facet_by_key(facet).expect("a facet");
                let mut tags = index.plan().clauses[id].tags.iter();
                tags.any(|tag| tag.facet == facet && index.plan().facets[facet].values[tag.value].id == value)
            };
            let mut wanted: Vec<ClauseId> = index.plan().clauses.ids().collect();
            wanted.retain(|&id| needles.as_slice().iter().all(|needle| contains(id, needle)));
            let found = index.run(&view);
            for (facet, list) in index.plan().facets.iter().zip(&found.counts) {
                for (value, count) in facet.values.iter().zip(list) {
                    let others = |id: &ClauseId| view.filters.iter().all(|(key, chosen)| *key == facet.id || has(*id, key, chosen));
                    let of_value = wanted.iter().filter(|id| others(id) && has(**id, &facet.id, &value.id));
                    prop_assert_eq!(of_value.count(), *count);
                }
            }
            wanted.retain(|&id| view.filters.iter().all(|(key, chosen)| has(id, key, chosen)));
            prop_assert_eq!(found.clauses, wanted, "{:?}", view.query);
        }
    });
}
