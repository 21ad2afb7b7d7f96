//! Citations, tables and records of a collection name the plan that each clause is of.

use plan::{ClauseId, Content, Id, Member, Plan, Source, Status};
use publish::cite::{Reading, Style, cite, cite_all};
use publish::record::ClauseRecord;
use publish::table::Table;
use query::Index;

/// The first clause of the second plan.
const SECOND: usize = 10;

/// Returns the project's own plan as if it were a collection of two. English is official in the second.
fn collection() -> Plan {
    let mut plan = fixture::plan();
    let mut languages = plan.languages.clone();
    let english = languages.iter_mut().find(|language| language.tag == "en");
    english.expect("the plan has English").status = Status::Authoritative;
    let first = Member {
        id: plan.id.clone(),
        title: plan.title.clone(),
        languages: plan.languages.clone(),
        source: plan.source.clone(),
        first: ClauseId::new(0),
    };
    let mut title = plan.title.clone();
    for text in &mut title.0 {
        text.text = format!("Second ({})", text.tag).into();
    }
    let second = Member {
        id: "second".into(),
        title,
        languages,
        source: Source {
            publisher: "Press".into(),
            url: "https://press.example/plan".into(),
            published: "2020-05-04".into(),
            notice: "".into(),
            ends_in: Some(plan.clauses[ClauseId::new(SECOND)].eid.clone()),
        },
        first: ClauseId::new(SECOND),
    };
    plan.members = vec![first, second];
    plan.id = "both".into();
    plan.source.publisher = "Both".into();
    plan.source.ends_in = None;
    assert_eq!(plan.validate(), Ok(()));
    plan
}

const READING: Reading<'_> = Reading {
    tag: "en",
    page: "https://news.example/",
    note: "Unofficial.",
    breaks_off: "Breaks off.",
    accessed: "2026-11-25",
    accessed_note: "",
};

#[test]
fn every_style_cites_the_plan_of_the_clause() {
    let plan = collection();
    for (name, style) in Style::ALL {
        let [first, second] = [SECOND - 1, SECOND].map(|id| {
            let eid = plan.clauses[ClauseId::new(id)].eid.as_str();
            cite(&plan, eid, style, READING).expect("the plan has this clause")
        });
        for own in ["Second (en)", "Press", "2020"] {
            assert!(second.contains(own), "{name}: {second}");
            assert!(!first.contains(own), "{name}: {first}");
        }
        assert!(first.contains("yunbaogao.cn"), "{name}: {first}");
        assert!(!second.contains("yunbaogao.cn"), "{name}: {second}");
        // The status of a translation, and the end of the source, are those of the plan.
        let notes = ["Unofficial", "Breaks off"];
        let has = |text: &str| notes.map(|note| text.contains(note));
        assert_eq!(has(&first), [true, false], "{name}: {first}");
        assert_eq!(has(&second), [false, true], "{name}: {second}");
        let clauses = [SECOND - 1, SECOND].map(ClauseId::new);
        let both = cite_all(&plan, &clauses, style, READING);
        assert!(both.contains("yunbaogao.cn"), "{name}: {both}");
        assert!(both.contains("Press"), "{name}: {both}");
        assert!(!both.contains("Both"), "{name}: {both}");
    }
}

#[test]
fn keys_of_citations_have_the_id_of_the_plan_once() {
    let mut plan = collection();
    let key = |plan: &Plan| {
        let eid = plan.clauses[ClauseId::new(SECOND)].eid.clone();
        let entry = cite(plan, eid.as_str(), Style::Bibtex, READING).expect("a clause");
        let key = entry.split(['{', ',']).nth(1).unwrap_or_default();
        (eid.to_string(), key.to_owned())
    };
    let (eid, found) = key(&plan);
    assert_eq!(found, ["second-", &eid].concat());
    plan.clauses[ClauseId::new(SECOND)].eid.0 = "second__art_1".into();
    assert_eq!(key(&plan).1, "second__art_1");
    plan.clauses[ClauseId::new(SECOND)].eid.0 = "second_1".into();
    assert_eq!(key(&plan).1, "second-second_1");
}

#[test]
fn tables_have_the_source_and_the_status_of_each_clause() {
    let Content { interfaces, .. } = fixture::content();
    let plan = collection();
    let words = interfaces.iter().find(|words| words.tag == "en");
    let table = Table {
        plan: &plan,
        tag: "en",
        interface: words.expect("the interface has English"),
        page: "",
    };
    let rows = table.rows(&[0, SECOND].map(ClauseId::new));
    let column = |header: &str| {
        let nth = rows[0].iter().position(|known| known == header);
        let nth = nth.unwrap_or_else(|| panic!("no {header} in {:?}", rows[0]));
        [&*rows[1][nth], &rows[2][nth]]
    };
    let [first, second] = column("Source");
    assert!(first.starts_with("yunbaogao.cn, 2021-12-07"), "{first}");
    assert_eq!(second, "Press, 2020-05-04, https://press.example/plan");
    assert_eq!(
        column("Status of the text"),
        [
            "Unofficial English translation.",
            "The English text is authoritative."
        ]
    );
}

#[test]
fn records_have_the_plan_of_the_clause() {
    let record = |plan: Plan, id| {
        let index = Index::new(plan);
        let record = ClauseRecord::new(&index, ClauseId::new(id));
        serde_json::to_value(record).expect("the record is JSON")
    };
    let source = &record(collection(), SECOND)["source"];
    assert_eq!(source["id"], "second");
    assert_eq!(source["title"]["es"], "Second (es)");
    assert_eq!(source["publisher"], "Press");
    assert_eq!(source["published"], "2020-05-04");
    assert_eq!(source["url"], "https://press.example/plan");
    assert_eq!(record(fixture::plan(), 0).get("source"), None);
}
