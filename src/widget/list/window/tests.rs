#![expect(clippy::float_cmp, reason = "heights in whole pixels are exact")]

use super::*;

fn results(clauses: impl Iterator<Item = usize>) -> Rc<Results> {
    Rc::new(Results {
        clauses: clauses.map(ClauseId::new).collect(),
        counts: query::Counts::default(),
    })
}

const WISHES: Wishes = Wishes {
    most: usize::MAX,
    needed: None,
    is_printed: false,
    least: FIRST_ROWS,
};

fn window(results: &Rc<Results>, wishes: &Wishes) -> Window {
    let mut window = Window::default();
    let rows = window.wanted(results, wishes);
    window.set(results, rows);
    window
}

#[test]
fn begins_with_the_first_rows_and_whole_chunks() {
    let rows = |count: usize, wishes: &Wishes| window(&results(0..count), wishes).rows;
    assert_eq!(rows(63, &WISHES), 0..63);
    assert_eq!(rows(1000, &WISHES), 0..64);
    assert_eq!(rows(5000, &WISHES), 0..64);
    let starts = Wishes { least: 0, ..WISHES };
    assert_eq!(rows(5000, &starts), 0..0);
    let needs = |needed| Wishes {
        needed: Some(needed),
        ..WISHES
    };
    assert_eq!(rows(1000, &needs(500)), 0..512);
    assert_eq!(rows(5000, &needs(2500)), 2448..2560);
    assert_eq!(rows(5000, &needs(4999)), 4944..5000);
    let article = Wishes { most: 10, ..WISHES };
    assert_eq!(rows(5000, &article), 0..10);
    let printed = Wishes {
        is_printed: true,
        ..WISHES
    };
    assert_eq!(rows(100_000, &printed), 0..MOST_PRINTED);
}

#[test]
fn keeps_a_clause_in_its_chunk() {
    let sparse = results((0..9000).step_by(3));
    let window = window(&sparse, &WISHES);
    let chunks = window.chunks(&sparse.clauses);
    assert_eq!(chunks[..3], [(0, 0..6), (1, 6..11), (2, 11..16)]);
    assert_eq!(chunks.last(), Some(&(11, 59..64)));
}

#[test]
fn leaves_the_measured_height_of_its_rows() {
    let all = results(0..3000);
    let listed = &all.clauses;
    let mut window = window(&all, &WISHES);
    let rows: Vec<_> = (0..64).map(|nth| (listed[nth], 100.0)).collect();
    window.measured(3000, 800, &rows);
    assert_eq!(window.rest(listed), [0.0, 293_600.0]);
    window.see(listed, 60..64, false);
    assert_eq!(window.rows, 0..128);
    window.see(listed, 120..128, false);
    assert_eq!(window.rows, 64..192);
    assert_eq!(window.rest(listed), [6400.0, 280_800.0]);
    assert_eq!(window.position(listed, false, 150.0), 1);
    assert_eq!(window.position(listed, true, 150.0), 193);
    // Another width makes them unknown.
    assert!(!window.measured(3000, 400, &[(listed[64], 200.0)]));
    assert_eq!(window.rest(listed), [12_800.0, 561_600.0]);
    // No box is higher than browsers can draw.
    window.measured(3000, 400, &[]);
    let long = results(0..100_000);
    assert!(window.rest(&long.clauses).iter().sum::<f64>() <= HIGHEST);
}

#[test]
fn grows_while_it_has_to_keep_its_rows() {
    let all = results(0..3000);
    let listed = &all.clauses;
    let mut window = window(&all, &WISHES);
    for seen in [100..110, 150..160, 200..210] {
        window.see(listed, seen, true);
    }
    assert_eq!(window.rows, 0..272);
    window.see(listed, 2000..2010, true);
    assert_eq!(window.rows, 1936..2064);
}
