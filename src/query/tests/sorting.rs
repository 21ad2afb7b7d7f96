//! The order of clauses by the values of a column.

use plan::{Cell, ClauseId, Column, ColumnKind, Id, Localized};

use crate::{Index, Problem, parse, split, write};

/// The plan with a deadline for its fourth, third and second clause, and a budget for the first three.
fn index() -> Index {
    let mut plan = fixture::plan();
    let ids: Vec<_> = plan.clauses.ids().take(4).collect();
    let column = |id: &'static str, kind, values: &[(usize, &str)]| Column {
        id: id.into(),
        label: Localized::default(),
        kind,
        cells: values
            .iter()
            .map(|&(nth, value)| Cell {
                clause: ids[nth],
                value: value.to_owned().into(),
            })
            .collect(),
    };
    plan.columns = Some(vec![
        column(
            "deadline",
            ColumnKind::Date,
            &[(1, "2026-05"), (2, "2026"), (3, "2025-12-31")],
        ),
        column(
            "budget",
            ColumnKind::Number,
            &[(0, "90"), (1, "1250.5"), (2, "-3")],
        ),
        column("body", ColumnKind::Text, &[(0, "b"), (1, "a")]),
    ]);
    Index::new(plan)
}

/// Returns the positions in the document of the first clauses of a view, and that of the last one.
fn order(index: &Index, view: &str) -> (Vec<usize>, usize) {
    let (view, problems) = parse(view, index.plan());
    assert_eq!(problems, []);
    let results = index.run(&view);
    let sorted = index.sorted(&view, &results.clauses);
    assert_eq!(sorted.len(), results.clauses.len());
    let positions = sorted.iter().map(|&id| id.index());
    let positions: Vec<usize> = positions.collect();
    (
        positions.iter().copied().take(4).collect(),
        positions[positions.len() - 1],
    )
}

#[test]
fn clauses_are_in_the_order_of_dates_and_numbers_and_those_without_come_last() {
    let index = index();
    let last = index.plan().clauses.len() - 1;
    for (view, first) in [
        ("", [0, 1, 2, 3]),
        ("sort=deadline", [3, 2, 1, 0]),
        ("sort=-deadline", [1, 2, 3, 0]),
        ("sort=budget", [2, 0, 1, 3]),
        ("sort=-budget", [1, 0, 2, 3]),
    ] {
        assert_eq!(order(&index, view), (first.to_vec(), last), "{view}");
    }
    let eid = |nth: usize| index.plan().clauses[ClauseId::new(nth)].eid.clone();
    let view = format!("pin={}&pin={}&only=pins&sort=budget", eid(1), eid(0));
    assert_eq!(order(&index, &view), (vec![1, 0], 0), "pins have their own");
}

#[test]
fn views_keep_an_order_that_the_plan_has() {
    let index = index();
    for text in ["q=a&sort=deadline", "sort=-budget"] {
        let (view, problems) = parse(text, index.plan());
        assert_eq!((write(&view).as_str(), problems), (text, Vec::new()));
        assert!(view.shows_all() || text.starts_with('q'), "no filter");
    }
    let (view, problems) = parse("sort=body", index.plan());
    assert_eq!(view.sort, None);
    let known = ["deadline", "budget"].map(str::to_owned).to_vec();
    assert_eq!(problems, [Problem::Sort("body".to_owned(), known)]);
    assert_eq!(
        problems[0].to_string(),
        "expected a column of dates or numbers of this plan (deadline, budget), found “body”"
    );
    // Punctuation around a value is left out, as elsewhere.
    for (text, written) in [
        ("?sort=deadline).", "sort=deadline"),
        ("?sort=-deadline”,", "sort=-deadline"),
    ] {
        let (view, _) = parse(text, index.plan());
        assert_eq!(write(&view), written);
    }
}

#[test]
fn a_page_keeps_its_own_key_of_that_name() {
    let index = index();
    let (_, problems) = parse("?sort=price&q=a", index.plan());
    assert_eq!(problems, []);
    let both = |query: &str| split(query, index.plan());
    assert_eq!(
        both("sort=price&q=a"),
        ("q=a".to_owned(), "sort=price".to_owned())
    );
    assert_eq!(
        both("sort=-budget&page=2"),
        ("sort=-budget".to_owned(), "page=2".to_owned())
    );
}
