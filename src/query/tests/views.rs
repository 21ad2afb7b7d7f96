//! Views and their query strings.

use plan::{ClauseId, Id};

use super::{eids, index, view};
use crate::{Problem, View, eid_in, parse, split, write};

#[test]
fn crossed_replaces_all_values_of_two_facets() {
    let index = index();
    let plan = index.plan();
    let cell = [("sector", "finance"), ("action", "support")];
    let from = view(
        "sector=tourism&sector=finance&action=hold&topic=trade&q=融资",
        &index,
    );
    let crossed = from.crossed(plan, cell);
    assert_eq!(
        write(&crossed),
        "sector=finance&action=support&topic=trade&q=融资"
    );
    assert_eq!(
        write(&crossed.crossed(plan, cell)),
        "topic=trade&q=融资",
        "twice is not at all"
    );
}

#[test]
fn views_round_trip_through_query_strings() {
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
fn filters_are_in_the_plans_order() {
    let index = index();
    let (one, other) = (
        view("sector=finance&sector=tourism", &index),
        view("sector=tourism&sector=finance&sector=finance", &index),
    );
    assert_eq!(one, other);
}

#[test]
fn parse_reports_and_omits_unknown_parts() {
    let index = index();
    let (view, problems) = parse(
        "sektor=x&sector=y&sector=finance&clause=art_9",
        index.plan(),
    );
    assert_eq!(write(&view), "sector=finance");
    let problems: Vec<String> = problems.iter().map(ToString::to_string).collect();
    let expected = [
        "expected a facet of this plan (sector, action, topic, party, means, stance, time, condition, novelty, body) or one of q, lang, compare, clause, pin, only; found “sektor”",
        "expected a value of the facet “sector”, found “y”",
        "expected the eId of a clause, such as art_1__para_1; found “art_9”",
    ];
    assert_eq!(problems, expected);
}

#[test]
fn split_keeps_the_pages_own_pairs() {
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

#[test]
fn parse_keeps_each_known_pin_once_in_the_given_order() {
    let index = index();
    let text = "pin=art_2__sec_7__para_2&pin=art_9&pin=art_1__para_1&pin=art_2__sec_7__para_2";
    let (view, problems) = parse(text, index.plan());
    assert_eq!(view.pins, ["art_2__sec_7__para_2", "art_1__para_1"]);
    assert_eq!(problems, [Problem::Clause("art_9".to_owned())]);
}

#[test]
fn only_pins_matches_the_pins_in_their_order() {
    let index = index();
    let pins = "pin=art_3__para_1&pin=art_1__para_2&pin=art_2__sec_7__para_2";
    let all = ["art_3__para_1", "art_1__para_2", "art_2__sec_7__para_2"];
    for (text, expected) in [
        (format!("{pins}&only=pins"), &all[..]),
        (format!("only=pins&{pins}"), &all[..]),
        (
            format!("{pins}&only=pins&sector=energy-resources"),
            &all[2..],
        ),
        (format!("{pins}&only=pins&q=zzz"), &[]),
    ] {
        assert_eq!(eids(&text, &index), expected, "{text}");
    }
    assert_eq!(eids(pins, &index).len(), 63);
    let written = format!("sector=tourism&q=a&{pins}&only=pins");
    assert_eq!(write(&view(&written, &index)), written);
}

#[test]
fn only_pins_needs_a_pin() {
    let index = index();
    assert_eq!(write(&view("only=pins", &index)), "");
    let (view, problems) = parse("only=pins&pin=art_9&pin=art_1__para_1", index.plan());
    assert_eq!(problems, [Problem::Clause("art_9".to_owned())]);
    assert!(view.only_pins);
    let unpinned = view.pinned(index.plan(), "art_1__para_1");
    assert_eq!(
        unpinned,
        View::default(),
        "the last pin ends the restriction"
    );
    assert_eq!(view.without_pins(), View::default());
}

#[test]
fn parse_reports_unknown_words_of_only() {
    let index = index();
    for text in ["only=pin&q=a", "?only=pin&q=a", "pin=art_1__para_1&only="] {
        let (view, problems) = parse(text, index.plan());
        assert!(!view.only_pins);
        let word = if text.starts_with("pin") { "" } else { "pin" };
        assert_eq!(problems, [Problem::Only(word.to_owned())], "{text}");
        assert_eq!(problems[0].found(), format!("only={word}"));
        assert_eq!(
            problems[0].to_string(),
            format!("expected “pins” as the value of “only”, found “{word}”")
        );
    }
}

#[test]
fn parse_skips_unknown_keys_of_an_address() {
    let index = index();
    let text = "?utm_source=a&sector=finance&from=singlemessage&isappinstalled=0&sector=y&clause=z";
    let (view, problems) = parse(text, index.plan());
    assert_eq!(write(&view), "sector=finance");
    let found: Vec<String> = problems.iter().map(Problem::found).collect();
    assert_eq!(found, ["sector=y", "z"]);
    let (_, problems) = parse(&text[1..], index.plan());
    assert_eq!(problems.len(), 5, "an author wrote these keys");
}

#[test]
fn parse_understands_changed_queries() {
    let index = index();
    let both = "sector=finance&action=hold";
    let opened = "clause=art_2__sec_7__para_4";
    let quoted = "q=\"核能\"";
    let cases = [
        ("?sector=finance&amp;action=hold", both),
        ("?sector=finance&amp;amp;action=hold", both),
        ("sector%3Dfinance%26action%3Dhold", both),
        ("?sector%253Dfinance%2526action%253Dhold", both),
        ("?%3Fsector%3Dfinance%26amp%3Baction%3Dhold", both),
        ("“sector=finance&action=hold”", both),
        (" « sector=finance&action=hold » ", both),
        ("‘sector=finance&action=hold’", both),
        ("「sector=finance&action=hold」", both),
        ("?%E2%80%9Csector=finance&action=hold%E2%80%9D", both),
        ("“sector%3Dfinance%26action%3Dhold”", both),
        ("\n sector = finance &\n action = hold \n", both),
        ("sector=finance&action=hold。", both),
        ("sector=finance),&action=hold%20", both),
        ("sector＝finance＆action＝hold", both),
        ("\u{feff}sector=finance\u{200b}&action=hold", both),
        ("clause=art_2__sec_7__para_4。", opened),
        ("clause=art_2__sec_7__para_4%EF%BC%89", opened),
        ("lang=en.", "lang=en"),
        ("“q=\"核能\"”", quoted),
        // A search stays as it is written.
        (quoted, quoted),
        ("q=核能。", "q=核能。"),
        ("q=“核能”", "q=“核能”"),
        ("q=a%26amp%3Bb", "q=a&amp;b"),
        ("q=sector%253Dfinance", "q=sector%3Dfinance"),
    ];
    for (text, meant) in cases {
        let (view, problems) = parse(text, index.plan());
        assert_eq!(problems, [], "{text}");
        let query = meant.strip_prefix("q=").unwrap_or_default();
        assert_eq!(view.query, query, "{text}");
        if query.is_empty() {
            assert_eq!(write(&view), meant, "{text}");
        }
        assert_eq!(parse(&write(&view), index.plan()).0, view, "{text}");
    }
    let (view, page) = split(
        "?from=a&sector%3Dfinance&amp;action=hold&x%3Dy",
        index.plan(),
    );
    assert_eq!(
        (&*view, &*page),
        ("sector%3Dfinance&amp;action=hold", "from=a&x%3Dy")
    );
}

#[test]
fn fragments_name_eids_behind_which_others_wrote() {
    for fragment in [
        "art_2__sec_7__para_4",
        "art_2__sec_7__para_4。",
        "art_2__sec_7__para_4)",
        "art_2__sec_7__para_4.",
        "art_2__sec_7__para_4,”",
        "art_2__sec_7__para_4%E3%80%82",
        "art_2__sec_7__para_4%20",
        "art_2__sec_7__para_4这一条",
        "art_2__sec_7__para_4?utm_source=x",
        "art_2__sec_7__para_4&from=singlemessage",
        "art_2__sec_7__para_4:~:text=energy",
        "%E2%80%9Cart_2__sec_7__para_4%E2%80%9D",
    ] {
        assert_eq!(eid_in(fragment), "art_2__sec_7__para_4", "{fragment}");
    }
    for (fragment, same) in [
        ("", ""),
        (":~:text=energy", ""),
        ("/news/42?x=1", "/news/42?x=1"),
        ("art_1-details", "art_1-details"),
        ("art_9%E9%9F%BF%ff", "art_9"),
        ("section%2D2", "section-2"),
    ] {
        assert_eq!(eid_in(fragment), same, "{fragment}");
    }
}

#[test]
fn unknown_parts_are_shown_decoded_and_harmless() {
    let index = index();
    let found = |text: &str| parse(text, index.plan()).1[0].found();
    assert_eq!(found("sector=%E6%B8%AF"), "sector=港");
    assert_eq!(
        found("clause=a%E2%80%AEb%00%0Ac"),
        "a\u{fffd}b\u{fffd}\u{fffd}c"
    );
    assert_eq!(
        found(&format!("clause={}", "é".repeat(90))),
        "é".repeat(60) + "…"
    );
}

#[test]
fn a_view_may_open_an_item() {
    let mut plan = fixture::plan();
    let eid = "art_1__para_2__list_1__point_a";
    let item = plan::Part {
        kind: plan::PartKind::Item,
        start: 0,
        end: 3,
        target: eid.into(),
    };
    plan.markup = Some(vec![plan::Markup {
        clause: ClauseId::new(1),
        language: "zh".into(),
        parts: vec![item],
        notes: Vec::new(),
    }]);
    let (view, problems) = parse(&format!("clause={eid}"), &plan);
    assert_eq!((view.clause.as_deref(), problems), (Some(eid), vec![]));
    let (_, problems) = parse(&format!("clause={eid}b&pin={eid}"), &plan);
    assert_eq!(problems.len(), 2);
}
