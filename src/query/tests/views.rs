//! Views and their query strings.

use super::{index, view};
use crate::{Problem, View, parse, split, write};

#[test]
fn crossed_replaces_all_values_of_two_facets() {
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
        "expected a facet of this plan (sector, action, party, body, topic) or one of q, lang, compare, clause, pin; found “sektor”",
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
fn parse_keeps_known_pins_in_the_plans_order() {
    let index = index();
    let text = "pin=art_2__sec_7__para_2&pin=art_9&pin=art_1__para_1&pin=art_2__sec_7__para_2";
    let (view, problems) = parse(text, index.plan());
    assert_eq!(view.pins, ["art_1__para_1", "art_2__sec_7__para_2"]);
    assert_eq!(problems, [Problem::Clause("art_9".to_owned())]);
}
