//! Links to earlier editions of the plan, whose facets and values have other names now.

use plan::{FacetValue, Plan};

use crate::{Problem, parse, split, write};

#[test]
fn leads_former_pairs_to_the_present_ones() {
    let plan = plan();
    for (former, present) in [
        ("kind=money", "sector=finance"),
        ("?kind=money", "sector=finance"),
        ("kind=money。", "sector=finance"),
        ("kind%3Dmoney", "sector=finance"),
        ("amp;kind=money", "sector=finance"),
        ("action=collect", "sector=finance"),
        ("sector=funds&sector=finance&kind=money", "sector=finance"),
        (
            "action=hold&sector=tourism&kind=money&q=a",
            "sector=finance&sector=tourism&action=hold&q=a",
        ),
    ] {
        let (view, problems) = parse(former, &plan);
        assert_eq!(problems, [], "{former}");
        assert_eq!(write(&view), present, "{former}");
    }
}

/// The pairs that links to this plan have had.
#[test]
fn keeps_the_links_to_the_own_plan() {
    let plan = fixture::plan();
    for (former, present) in [
        ("action=fund", "means=money"),
        ("action=exchange", "means=exchange"),
        ("action=welcome", "stance=invite"),
        ("action=reaffirm", "stance=reaffirm"),
        ("topic=training", "means=training"),
        ("topic=nuclear", "topic=civil-nuclear"),
        ("sector=finance&action=fund", "sector=finance&means=money"),
    ] {
        let (view, problems) = parse(former, &plan);
        assert_eq!(problems, [], "{former}");
        assert_eq!(write(&view), present, "{former}");
    }
}

#[test]
fn reports_what_no_edition_had() {
    let plan = plan();
    let problem = |text: &str| parse(text, &plan).1;
    let unknown = Problem::Value("action".into(), "money".into());
    assert_eq!(problem("action=money"), [unknown]);
    assert_eq!(problem("?kind=other"), []);
    assert!(matches!(&problem("kind=other")[..], [Problem::Facet(key, _)] if key == "kind"));
}

#[test]
fn prefers_present_pairs() {
    let mut plan = plan();
    let finance = value(&mut plan, "sector", "finance");
    finance.formerly = Some(vec!["sector=tourism".into(), "action=hold".into()]);
    let (view, problems) = parse("sector=tourism&action=hold", &plan);
    assert_eq!(problems, []);
    assert_eq!(write(&view), "sector=tourism&action=hold");
}

#[test]
fn splits_former_pairs_from_those_of_the_page() {
    let parts = split("a=b&kind=money&sector=tourism", &plan());
    assert_eq!(parts, ("kind=money&sector=tourism".into(), "a=b".into()));
}

/// Returns the plan with former names for one of its values.
fn plan() -> Plan {
    let mut plan = fixture::plan();
    let finance = value(&mut plan, "sector", "finance");
    let former = ["kind=money", "action=collect", "sector=funds"];
    finance.formerly = Some(former.map(Into::into).into());
    plan
}

fn value<'a>(plan: &'a mut Plan, facet: &str, value: &str) -> &'a mut FacetValue {
    let facet = plan.facet_by_key(facet).expect(facet);
    let values = &mut plan.facets[facet].values;
    values.iter_mut().find(|it| it.id == value).expect(value)
}
