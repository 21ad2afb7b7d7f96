//! Counts beside choices, cells of the overview, and what to drop from an empty result.

use super::{index, view};
use crate::{Criterion, View};

/// Compares every count with the number of matches after choosing only this value of its facet.
#[test]
fn counts_equal_the_results_of_choosing_the_value() {
    let index = index();
    let plan = index.plan();
    for query in ["", "合作", "论坛 举办", "没有这个词", "数字"] {
        for chosen in [
            "",
            "&sector=finance",
            "&sector=tourism&sector=energy-resources",
            "&sector=agriculture-food&action=hold&action=explore",
            "&party=china&topic=enterprises",
            "&pin=art_2__sec_7__para_2&pin=art_1__para_2&only=pins&sector=finance",
        ] {
            let view = view(&format!("q={query}{chosen}"), &index);
            let counts = index.run(&view).counts;
            for (facet, counts) in plan.facets.iter().zip(&counts) {
                for (value, &count) in facet.values.iter().zip(counts) {
                    let alone = view
                        .without(&Criterion::Facet(facet.id.to_string()))
                        .toggled(plan, &facet.id, &value.id);
                    assert_eq!(
                        index.run(&alone).clauses.len(),
                        count,
                        "{query} {chosen} {}",
                        value.id
                    );
                }
            }
        }
    }
}

/// Compares every cell with the number of matches after choosing its two values.
#[test]
fn cells_equal_the_results_of_choosing_both_values() {
    let index = index();
    let plan = index.plan();
    let overview = plan.overview.expect("the plan has an overview");
    let [rows, columns] = [overview.rows, overview.columns].map(|facet| &plan.facets[facet]);
    for text in [
        "",
        "q=合作",
        "party=china",
        "q=中方&sector=finance&action=hold&topic=trade",
        "q=合作&pin=art_2__sec_7__para_2&pin=art_1__para_2&only=pins&sector=finance",
    ] {
        let view = view(text, &index);
        let crossed = index.cross(&view, overview);
        let others = view
            .without(&Criterion::Facet(rows.id.to_string()))
            .without(&Criterion::Facet(columns.id.to_string()));
        let left = |view: &View| index.run(view).clauses.len();
        assert_eq!(crossed.total, left(&others), "{text}");
        for (row, of_row) in rows.values.enumerated() {
            let only_row = others.toggled(plan, &rows.id, &of_row.id);
            assert_eq!(crossed.rows[row], left(&only_row), "{text} {}", of_row.id);
            for (column, of_column) in columns.values.enumerated() {
                let both = only_row.toggled(plan, &columns.id, &of_column.id);
                assert_eq!(
                    crossed.cells[row][column],
                    left(&both),
                    "{text} {}",
                    of_column.id
                );
            }
        }
        for (column, value) in columns.values.enumerated() {
            let only = others.toggled(plan, &columns.id, &value.id);
            assert_eq!(crossed.columns[column], left(&only), "{text} {}", value.id);
        }
    }
}

#[test]
fn emptiness_offers_criteria_to_drop() {
    let index = index();
    let emptiness = index.emptiness(&view("q=核能 旅游&sector=tourism", &index));
    assert_eq!(emptiness.absent, [""; 0]);
    let offers: Vec<_> = emptiness
        .offers
        .iter()
        .map(|offer| (offer.names.join("+"), offer.count))
        .collect();
    assert_eq!(offers, [("核能".to_owned(), 3)]);
    let emptiness = index.emptiness(&view("q=核能 quantum", &index));
    assert_eq!(emptiness.absent, ["quantum"]);
    assert_eq!(emptiness.offers.len(), 1);
    let emptiness = index.emptiness(&view("q=zzz quantum", &index));
    assert_eq!(emptiness.offers, []);
}

/// Compares every offer with the definition: the whole query, run without the criterion.
#[test]
fn emptiness_equals_running_without_each_criterion() {
    let index = index();
    let plan = index.plan();
    let words = [
        "合作", "论坛", "quantum", "旅游", "\"5G a\"", "nuclear", "合作",
    ];
    let filters = [
        "",
        "sector=tourism&",
        "sector=finance&action=hold&",
        "party=china&topic=trade&",
        "pin=art_2__sec_7__para_2&pin=art_1__para_2&only=pins&",
        "pin=art_2__sec_7__para_2&only=pins&sector=tourism&",
    ];
    let mut offers = 0;
    for filters in filters {
        for start in 0..words.len() {
            for end in start..=words.len() {
                let query = words[start..end].join(" ");
                let view = view(&format!("{filters}q={query}"), &index);
                let left = |criterion| index.run(&view.without(&criterion)).clauses.len();
                let emptiness = index.emptiness(&view);
                let of_words = (0..end - start).map(Criterion::Word);
                let is_filtered = |key: &str| view.filters.iter().any(|(facet, _)| facet == key);
                let of_facets = plan.facets.iter().filter(|facet| is_filtered(&facet.id));
                let of_facets = of_facets.map(|facet| Criterion::Facet(facet.id.to_string()));
                let of_pins = view.only_pins.then_some(Criterion::Pins);
                let expected: Vec<_> = of_words
                    .chain(of_facets)
                    .chain(of_pins)
                    .map(|criterion| (criterion.clone(), left(criterion)))
                    .filter(|(_, count)| *count > 0)
                    .collect();
                let found = emptiness.offers.into_iter();
                let found: Vec<_> = found.map(|offer| (offer.criterion, offer.count)).collect();
                assert_eq!(found, expected, "{filters}{query}");
                offers += found.len();
                let absent = words[start..end]
                    .iter()
                    .filter(|word| ["quantum", "\"5G a\""].contains(word));
                assert_eq!(emptiness.absent.len(), absent.count(), "{query}");
            }
        }
    }
    assert!(offers > 50, "{offers}");
}
