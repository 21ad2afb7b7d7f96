use plan::Id;

use super::*;

fn index() -> Index {
    Index::new(fixture::plan())
}

fn view(text: &str, index: &Index) -> View {
    let (view, problems) = parse(text, index.plan());
    assert_eq!(problems, []);
    view
}

fn eids(text: &str, index: &Index) -> Vec<String> {
    let results = index.run(&view(text, index));
    results
        .clauses
        .iter()
        .map(|&id| index.plan().clauses[id].eid.to_string())
        .collect()
}

#[test]
fn queries_find_what_the_issue_tells() {
    let index = index();
    assert_eq!(
        eids("q=核能", &index),
        ["art_2__sec_4__para_5", "art_2__sec_7__para_2"]
    );
    assert_eq!(eids("q=问题", &index), ["art_2__sec_3__para_4"]);
    assert_eq!(eids("q=問題", &index), ["art_2__sec_3__para_4"]);
    for query in ["５Ｇ", "5g", "5G", "５ｇ"] {
        assert_eq!(
            eids(&format!("q={query}"), &index),
            ["art_2__sec_5__para_2"],
            "{query}"
        );
    }
    assert_eq!(
        eids("q=论坛&sector=agriculture-food", &index),
        ["art_2__sec_3__para_8"]
    );
}

/// Every count, by asking what ticking the value alone would leave in its facet.
#[test]
fn a_count_is_what_choosing_the_value_would_leave() {
    let index = index();
    let plan = index.plan();
    for query in ["", "合作", "论坛 举办", "没有这个词", "数字"] {
        for chosen in [
            "",
            "&sector=finance",
            "&sector=tourism&sector=energy-resources",
            "&sector=agriculture-food&action=hold&action=explore",
            "&party=china&topic=enterprises",
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

/// Every cell, by asking what choosing its two values would leave.
#[test]
fn a_cell_is_what_choosing_both_values_would_leave() {
    let index = index();
    let plan = index.plan();
    let overview = plan.overview.expect("the plan has an overview");
    let [rows, columns] = [overview.rows, overview.columns].map(|facet| &plan.facets[facet]);
    for text in [
        "",
        "q=合作",
        "party=china",
        "q=中方&sector=finance&action=hold&topic=trade",
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
fn crossing_chooses_two_values_and_nothing_else_of_their_facets() {
    let index = index();
    let plan = index.plan();
    let cell = [("sector", "finance"), ("action", "fund")];
    let from = view(
        "sector=tourism&sector=finance&action=hold&topic=trade&q=融资",
        &index,
    );
    let crossed = from.crossed(plan, cell);
    assert_eq!(
        write(&crossed),
        "sector=finance&action=fund&topic=trade&q=融资"
    );
    assert_eq!(
        write(&crossed.crossed(plan, cell)),
        "topic=trade&q=融资",
        "twice is not at all"
    );
}

#[test]
fn what_is_held_and_what_is_only_explored_are_told_apart() {
    let index = index();
    let forums = |action: &str| eids(&format!("action={action}&q=论坛"), &index);
    assert!(forums("hold").contains(&"art_3__para_3".to_owned()));
    assert!(!forums("hold").contains(&"art_3__para_4".to_owned()));
    assert!(forums("explore").contains(&"art_3__para_4".to_owned()));
}

/// Every substring of up to four characters of every fifth clause, in every language, is found where
/// it stands, and nowhere else.
#[test]
fn substrings_are_found_exactly() {
    let index = index();
    let mut tried = 0;
    for text in index.folded.iter().step_by(5).flatten() {
        let characters: Vec<char> = text.chars().collect();
        for length in 1..=4 {
            for piece in characters.windows(length).step_by(3) {
                let piece: String = piece.iter().collect();
                if piece.contains([' ', '“', '”']) {
                    continue;
                }
                let found = index
                    .run(&View {
                        query: piece.clone(),
                        ..View::default()
                    })
                    .clauses;
                let contains =
                    |id: &ClauseId| index.folded[*id].iter().any(|text| text.contains(&piece));
                let wanted: Vec<ClauseId> = index.folded.ids().filter(contains).collect();
                assert_eq!(found, wanted, "{piece}");
                tried += 1;
            }
        }
    }
    assert!(tried > 1000, "{tried}");
}

#[test]
fn one_query_searches_every_language() {
    let index = index();
    let found = |query: &str| eids(&format!("q={query}"), &index);
    for query in ["nuclear", "energía nuclear", "ENERGIA NUCLEAR", "核能"] {
        assert!(
            found(query).contains(&"art_2__sec_4__para_5".to_owned()),
            "{query}"
        );
    }
    assert_eq!(found("energia"), found("energía"));
    assert_eq!(found("cooperacao"), found("COOPERAÇÃO"));
    // Each word may be in another language.
    assert_eq!(found("核能 oil"), ["art_2__sec_7__para_2"]);
}

#[test]
fn a_hit_in_a_language_that_is_not_shown_is_a_line_of_it() {
    let index = index();
    let clause = index.plan().clause_by_eid("art_2__sec_7__para_2");
    let clause = clause.expect("the clause on energy");
    let lines = |query: &str, shown: &[&str]| index.elsewhere(clause, shown, &index.needles(query));
    let of_zh = lines("核能 nuclear", &["en"]);
    assert_eq!(of_zh.len(), 1);
    assert_eq!(of_zh[0].tag, "zh");
    let marked: Vec<&str> = of_zh[0]
        .hits
        .iter()
        .map(|hit| &of_zh[0].excerpt[hit.clone()])
        .collect();
    assert_eq!(marked, ["核能"]);
    assert_eq!(lines("核能 nuclear", &["en", "zh"]), []);
    assert_eq!(lines("", &["en"]), []);
    let of_es = lines("petroleo", &["zh"]);
    assert!(of_es.is_empty() || of_es[0].excerpt.chars().count() < 90);
}

#[test]
fn folding_keeps_the_number_of_characters() {
    let index = index();
    for (clause, folded) in index.plan().clauses.iter().zip(&index.folded) {
        for (one, folded) in clause.text.iter().zip(folded) {
            assert_eq!(one.text.chars().count(), folded.chars().count());
        }
    }
}

#[test]
fn hits_are_joined_and_in_the_shown_text() {
    let index = index();
    let clause = index.plan().clause_by_eid("art_2__sec_3__para_4");
    let clause = clause.expect("the clause on food security");
    let text = index.plan().clauses[clause].text.nearest("zh").text;
    let marked = |query: &str| -> Vec<&str> {
        index
            .hits(clause, "zh", &index.needles(query))
            .into_iter()
            .map(|range| &text[range])
            .collect()
    };
    assert_eq!(marked("问题"), ["問題"]);
    assert_eq!(marked("粮食安 安全"), ["粮食安全"]);
    assert_eq!(marked("２00"), ["200"]);
    assert_eq!(marked("核能"), [""; 0]);
    assert_eq!(marked(""), [""; 0]);
    assert_eq!(index.hits(clause, "fr", &index.needles("问题")), []);
}

#[test]
fn words_and_phrases() {
    let words = |query| needle::words(query);
    assert_eq!(words(" 数字  经济\u{3000}5G "), ["数字", "经济", "5G"]);
    assert_eq!(words("\"数字 经济\" a"), ["数字 经济", "a"]);
    assert_eq!(words("“一带一路”倡议"), ["一带一路", "倡议"]);
    assert_eq!(words("＂unclosed phrase"), ["unclosed phrase"]);
    assert_eq!(words("e\u{301}ner\u{200b}gia \u{feff}"), ["energia"]);
    assert_eq!(words("\" \" \"\""), [""; 0]);
    assert_eq!(words(&needle::join(&words("\"a b\" c"))), ["a b", "c"]);
}

#[test]
fn a_view_survives_its_query_string() {
    let index = index();
    let text = "sector=finance&sector=energy-resources&q=50%25 a%26b=c \"核能\"+%E8%AE%BA&clause=art_3__para_1";
    let parsed = view(text, &index);
    assert_eq!(parsed.query, "50% a&b=c \"核能\" 论");
    let written = write(&parsed);
    assert_eq!(
        written,
        "sector=finance&sector=energy-resources&q=50%25%20a%26b%3Dc%20%22核能%22%20论&clause=art_3__para_1"
    );
    assert_eq!(view(&written, &index), parsed);
    assert_eq!(view(&format!("?{written}"), &index), parsed);
    assert_eq!(write(&View::default()), "");
    assert_eq!(view("", &index), View::default());
    assert_eq!(
        view("q=%zz%e&lang=en&pin=art_1__para_2", &index).query,
        "%zz%e"
    );
}

#[test]
fn the_order_of_choosing_does_not_matter() {
    let index = index();
    let (one, other) = (
        view("sector=finance&sector=tourism", &index),
        view("sector=tourism&sector=finance&sector=finance", &index),
    );
    assert_eq!(one, other);
}

#[test]
fn what_the_plan_does_not_know_is_told_and_left_out() {
    let index = index();
    let (view, problems) = parse(
        "sektor=x&sector=y&sector=finance&clause=art_9",
        index.plan(),
    );
    assert_eq!(write(&view), "sector=finance");
    let problems: Vec<String> = problems.iter().map(ToString::to_string).collect();
    let expected = [
        "expected a facet of this plan (sector, action, party, body, topic) or one of q, lang, compare, clause, pin; found “sektor”",
        "expected a value of the facet “sector”, found “y”",
        "expected the eId of a clause, such as art_1__para_1; found “art_9”",
    ];
    assert_eq!(problems, expected);
}

#[test]
fn an_empty_result_knows_why() {
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

#[test]
fn a_page_keeps_what_is_its_own_in_its_query() {
    let index = index();
    let parted = |query| split(query, index.plan());
    let own = |text: &str| text.to_owned();
    assert_eq!(
        parted("?utm=a%20b&sector=finance&p=1&%71=x&flag&clause=nowhere&&sektor=x"),
        (
            own("sector=finance&%71=x&clause=nowhere"),
            own("utm=a%20b&p=1&flag&sektor=x")
        )
    );
    assert_eq!(parted(""), (own(""), own("")));
    assert_eq!(parted("?p=%E0%A4%A&q"), (own("q"), own("p=%E0%A4%A")));
}

fn finding(clause: &str, status: &str) -> Finding {
    Finding {
        clause: Some(clause.to_owned()),
        status: Some(status.to_owned()),
        ..Finding::default()
    }
}

fn annotated(index: &Index, findings: &[(&str, &str)]) -> Index {
    let checked = findings.iter().map(|(clause, status)| {
        Annotation::new(finding(clause, status), index.plan(), "annotations[0]")
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
fn statuses_filter_and_count_as_a_facet_does() {
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
    // Whatever the host says, the plan stays as it is.
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
fn an_empty_result_offers_to_drop_the_status() {
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
fn a_plan_s_own_facet_keeps_its_name() {
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
fn a_status_waits_for_the_annotations() {
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
fn annotations_without_a_status_are_no_facet() {
    let plain = index();
    let note = Finding {
        clause: Some("art_1__para_1".to_owned()),
        note: Some("<b>".to_owned()),
        status: Some(" ".to_owned()),
        ..Finding::default()
    };
    let note = Annotation::new(note, plain.plan(), "annotations[0]").expect("it can be shown");
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
fn what_cannot_be_shown_is_told_with_its_place() {
    let index = index();
    let told = |change: fn(&mut Finding)| {
        let mut given = finding("art_1__para_1", "kept");
        change(&mut given);
        Annotation::new(given, index.plan(), "annotations[2]").expect_err("it cannot be shown")
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
