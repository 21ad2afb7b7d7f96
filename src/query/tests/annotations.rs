//! Annotations and the facet of their statuses.

use plan::{ClauseId, EIdTable, FacetId, Id, InLanguage};

use super::{eids, index, view};
use crate::{Annotation, Criterion, Finding, Index, View, split, write};

fn finding(clause: &str, status: &str) -> Finding {
    Finding {
        clause: Some(clause.to_owned()),
        status: Some(status.to_owned()),
        ..Finding::default()
    }
}

fn annotated(index: &Index, findings: &[(&str, &str)]) -> Index {
    let checked = findings.iter().map(|(clause, status)| {
        Annotation::new(
            finding(clause, status),
            &EIdTable::new(index.plan()),
            "annotations[0]",
        )
        .expect("it can be shown")
    });
    let label = plan::Localized(vec![InLanguage {
        tag: "en".into(),
        text: "Status".into(),
    }]);
    index.annotated(label, Some(checked.collect()))
}

const FINDINGS: [(&str, &str); 5] = [
    ("art_2__sec_7__para_2", "broken & kept"),
    ("art_1__para_1", "kept"),
    ("art_2__sec_7__para_2", "kept"),
    ("art_2__sec_7__para_2", "kept"),
    ("art_3__para_1", "kept"),
];

#[test]
fn statuses_filter_and_count_like_a_facet() {
    let plain = index();
    let index = annotated(&plain, &FINDINGS);
    let facet = index.statuses().expect("there are statuses");
    let statuses = &index.plan().facets[facet];
    let ids: Vec<&str> = statuses.values.iter().map(|value| &*value.id).collect();
    assert_eq!(
        (&*statuses.id, ids),
        ("status", vec!["broken & kept", "kept"])
    );
    assert_eq!(index.run(&View::default()).counts[facet], vec![1, 3].into());
    assert_eq!(
        eids("status=broken+%26+kept", &index),
        ["art_2__sec_7__para_2"]
    );
    let text = "sector=energy-resources&status=kept&q=核能";
    assert_eq!(eids(text, &index), ["art_2__sec_7__para_2"]);
    let results = index.run(&view(text, &index));
    assert_eq!(results.counts[facet], vec![1, 1].into());
    assert_eq!(
        write(&view("status=kept&status=broken %26 kept", &index)),
        "status=broken%20%26%20kept&status=kept"
    );
    // Annotations do not change the plan.
    let tags = |index: &Index| {
        index
            .plan()
            .clauses
            .iter()
            .map(|c| c.tags.len())
            .sum::<usize>()
    };
    assert_eq!(tags(&index), tags(&plain) + 4);
    assert_eq!(plain.plan().facets.len(), facet.index());
    assert_eq!(index.annotations(ClauseId::new(0)).count(), 1);
    let own = index.plan().facets.iter().take(facet.index());
    assert!(own.eq(plain.plan().facets.iter()));
}

#[test]
fn emptiness_offers_to_drop_a_status() {
    let index = annotated(&index(), &FINDINGS);
    let emptiness = index.emptiness(&view("status=kept&sector=tourism", &index));
    let offers = emptiness
        .offers
        .iter()
        .map(|offer| (&offer.criterion, offer.count));
    assert_eq!(
        offers.collect::<Vec<_>>(),
        [
            (&Criterion::Facet("sector".to_owned()), 3),
            (&Criterion::Facet("status".to_owned()), 3)
        ]
    );
}

#[test]
fn a_plans_own_status_facet_keeps_its_key() {
    let mut plan = index().plan().clone();
    plan.facets[FacetId::new(0)].id = "status".into();
    let index = annotated(&Index::new(plan), &FINDINGS);
    assert_eq!(
        eids("annotation-status=broken %26 kept", &index),
        ["art_2__sec_7__para_2"]
    );
    let mut plan = index.plan().clone();
    plan.facets[FacetId::new(0)].id = "annotation-status".into();
    plan.facets[FacetId::new(1)].id = "status".into();
    let index = annotated(&Index::new(plan), &FINDINGS);
    assert_eq!(index.statuses(), None);
    assert!(index.is_annotated());
}

#[test]
fn views_keep_statuses_while_annotations_load() {
    let plain = index();
    let label = plan::Localized::default();
    let awaiting = plain.annotated(label, None);
    let waiting = view("status=later&status=kept&sector=tourism", &awaiting);
    assert_eq!(
        awaiting.run(&waiting).clauses.len(),
        3,
        "as if it were not there"
    );
    assert_eq!(write(&waiting), "sector=tourism&status=later&status=kept");
    let fewer = waiting.toggled(awaiting.plan(), "status", "later");
    assert_eq!(write(&fewer), "sector=tourism&status=kept");
    assert_eq!(
        split("status=kept&page=2", awaiting.plan()).0,
        "status=kept"
    );
    let index = annotated(&plain, &FINDINGS);
    assert_eq!(
        write(&waiting.known_to(index.plan())),
        "sector=tourism&status=kept"
    );
    assert_eq!(write(&waiting.known_to(plain.plan())), "sector=tourism");
    assert_eq!(split("status=kept&page=2", plain.plan()).0, "");
}

#[test]
fn annotations_without_status_add_no_facet() {
    let plain = index();
    let note = Finding {
        clause: Some("art_1__para_1".to_owned()),
        note: Some("<b>".to_owned()),
        status: Some(" ".to_owned()),
        ..Finding::default()
    };
    let note = Annotation::new(note, &EIdTable::new(plain.plan()), "annotations[0]")
        .expect("it can be shown");
    assert_eq!(note.status, None);
    let index = plain.annotated(plan::Localized::default(), Some(vec![note]));
    assert_eq!(
        (
            index.statuses(),
            index.annotations(ClauseId::new(0)).count()
        ),
        (None, 1)
    );
    assert_eq!(index.plan(), plain.plan());
}

#[test]
fn rejected_findings_report_their_path() {
    let index = index();
    let told = |change: fn(&mut Finding)| {
        let mut given = finding("art_1__para_1", "kept");
        change(&mut given);
        Annotation::new(given, &EIdTable::new(index.plan()), "annotations[2]")
            .expect_err("it cannot be shown")
    };
    let told = [
        told(|given| given.clause = None),
        told(|given| given.clause = Some("art_9".to_owned())),
        told(|given| given.href = Some("javascript:alert(1)".to_owned())),
        told(|given| given.date = Some("31 January".to_owned())),
        told(|given| given.status = None),
    ];
    assert_eq!(
        told,
        [
            "expected the eId of a clause, such as art_1__para_1, at annotations[2].clause, found nothing",
            "expected the eId of a clause, such as art_1__para_1, at annotations[2].clause, found “art_9”",
            "expected an address by http, https or mailto at annotations[2].href, found “javascript:alert(1)”",
            "expected a date such as 2024-01-31, 2024-01 or 2024 at annotations[2].date, found “31 January”",
            "expected a status, note, href or date at annotations[2], found nothing",
        ]
    );
}
