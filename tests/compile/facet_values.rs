//! `facets/*.toml`: groups and scales of values, and links to earlier editions.

use plan::{FacetId, FacetValue, Id, Plan};
use snapbox::{assert_data_eq, str};

use crate::content::{self, report, small_plan};
use compile::Source;

/// A valid facet with groups and a scale, whose values come from other facets or had other names.
const STEP: &str = r#"label = { zh = "步骤" }
scale = { zh = "由硬到软" }

[[group]]
id = "firm"
label = { zh = "硬" }

[[group]]
id = "soft"
label = { zh = "软" }

[[value]]
id = "open"
group = "soft"
label = { zh = "其他" }
description = { zh = "其他。" }
phrases = []

[[value]]
id = "deepen"
group = "firm"
label = { zh = "深化" }
description = { zh = "深化。" }
phrases = ["深化"]
formerly = ["kind=deepen", "sector=deep"]

[[value]]
id = "expand"
group = "firm"
label = { zh = "扩大" }
phrases = ["扩大"]

[otherwise]
value = "open"
reason = { zh = "没有写明步骤。" }
"#;

#[test]
fn orders_values_by_their_groups() {
    let plan = compiled(STEP);
    let facet = &plan.facets[FacetId::new(1)];
    let of = |value: &FacetValue| {
        let heading = value.heading.as_ref();
        let heading = heading.map(|heading| heading.nearest("zh").text.to_owned());
        (value.id.to_string(), heading)
    };
    assert_eq!(
        facet.values.iter().map(of).collect::<Vec<_>>(),
        [
            ("deepen".to_owned(), Some("硬".to_owned())),
            ("expand".to_owned(), None),
            ("open".to_owned(), Some("软".to_owned())),
        ]
    );
    let scale = facet.scale.as_ref().expect("a scale");
    assert_eq!(scale.nearest("zh").text, "由硬到软");
}

#[test]
fn keeps_apart_the_tags_of_otherwise() {
    let plan = compiled(STEP);
    let step = FacetId::new(1);
    let facet = &plan.facets[step];
    let tags = plan.clauses.iter().flat_map(|clause| &clause.tags);
    let tags = tags.filter(|tag| tag.facet == step);
    let rest = tags.map(|tag| (&*facet.values[tag.value].id, facet.is_detail(tag)));
    let rest: Vec<_> = rest.collect();
    assert!(rest.contains(&("open", true)), "{rest:?}");
    assert!(
        rest.iter().all(|&(value, rest)| rest == (value == "open")),
        "{rest:?}"
    );
}

#[test]
fn keeps_former_pairs() {
    let plan = compiled(STEP);
    for pair in ["kind=deepen", "sector=deep"] {
        let (facet, value) = plan.by_former_pair(&|former| former == pair).expect(pair);
        assert_eq!((&*facet.id, &*value.id), ("step", "deepen"));
    }
    assert!(plan.by_former_pair(&|former| former == "kind=a").is_none());
}

#[test]
fn rejects_groups_that_do_not_fit() {
    let step = STEP
        .replacen("group = \"firm\"", "group = \"hard\"", 1)
        .replacen("group = \"firm\"\n", "", 1)
        .replacen("label = { zh = \"软\" }", "", 1)
        .replace(
            "[[value]]\nid = \"open\"",
            "[[group]]\nid = \"soft\"\nlabel = { zh = \"再\" }\n\n[[value]]\nid = \"open\"",
        );
    assert_data_eq!(
        problems(&step),
        str![[r#"
facets/step.toml:8:1: expected the key “label”, found none
  add `label = { … }`
facets/step.toml:13:6: expected each group once, found “soft” again
  rename or remove one of them
facets/step.toml:31:1: expected a group for each value (firm, soft), found none
  add `group = "…"` with the id of one of them

"#]]
    );
}

#[test]
fn rejects_former_pairs_that_lead_nowhere() {
    let step = STEP.replace(
        "\"kind=deepen\", \"sector=deep\"",
        "\"step=expand\", \"kind\", \"q=deepen\", \"kind=Deep\", \"kind=a\", \"kind=a\", \"=b\"",
    );
    assert_data_eq!(
        problems(&step),
        str![[r#"
facets/step.toml:25:13: expected a former facet and value, found “step=expand”, which exists
  remove it: a link with this pair means the present value
facets/step.toml:25:28: expected a former facet and value, found “kind”
  write it like "sector=energy", as it stands in old links
facets/step.toml:25:36: expected a former facet and value, found “q=deepen”
  write it like "sector=energy", as it stands in old links
facets/step.toml:25:48: expected a former facet and value, found “kind=Deep”
  write it like "sector=energy", as it stands in old links
facets/step.toml:25:71: expected each former pair under one value, found “kind=a” again
  remove it from one of the values: an old link can lead to one of them
facets/step.toml:25:81: expected a former facet and value, found “=b”
  write it like "sector=energy", as it stands in old links

"#]]
    );
    let again = STEP.replace(
        "phrases = [\"扩大\"]",
        "phrases = [\"扩大\"]\nformerly = [\"sector=deep\"]",
    );
    assert_data_eq!(
        problems(&again),
        str![[r#"
facets/step.toml:32:13: expected each former pair under one value, found “sector=deep” again
  remove it from one of the values: an old link can lead to one of them

"#]]
    );
}

fn compiled(step: &str) -> Plan {
    content::compiled(&plan_with_steps(step))
}

fn problems(step: &str) -> String {
    report(&plan_with_steps(step))
}

/// Returns the small plan with a second facet.
fn plan_with_steps(step: &str) -> Source {
    let mut source = small_plan(&[("plan.toml", "[\"sector\"]", "[\"sector\", \"step\"]")]);
    source.add("facets/step.toml", step);
    source
}

/// A search through all values for each clause would take minutes.
#[test]
fn compiles_thousands_of_values() {
    const COUNT: usize = 3000;
    let (mut clauses, mut values) = (Vec::new(), Vec::new());
    for nth in 1..=COUNT {
        let text = format!("{{ zh = \"{nth}\" }}");
        clauses.push(format!("第{nth}次合作。\n\n"));
        values.push(format!("[[value]]\nid = \"v{nth}\"\nlabel = {text}\ndescription = {text}\nphrases = [\"第{nth}次\"]\n"));
    }
    let (clauses, values) = (clauses.concat(), values.concat());
    let mut source = small_plan(&[
        ("plan.toml", "[\"sector\"]", "[\"time\"]"),
        ("plan.toml", "\"(一)\"", "\"\""),
        ("plan.toml", "\"一、\", \"一、\"", "\"一、\", \"\""),
    ]);
    source.add(
        "plan.zh.md",
        format!("# 计划\n\n## 第一条 合作\n\n{clauses}"),
    );
    source.remove("facets/sector.toml");
    source.add(
        "facets/time.toml",
        format!("label = {{ zh = \"次\" }}\n{values}"),
    );
    let plan = content::compiled(&source);
    assert!(plan.clauses.iter().all(|clause| clause.tags.len() == 1));
}
