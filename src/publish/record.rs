//! A clause as data: the JSON form that the element's `clauses()` and the JSON export share.

use std::borrow::Cow;

use plan::{
    Clause, ClauseId, Column, DivisionId, EId, Facet, FacetId, FacetValue, Id, LevelId, Localized,
    Plan, Tag,
};
use query::{Annotation, Index};
use serde::{Serialize, Serializer};

use crate::structure_record::Structures;

/// A clause with its divisions, its text in every language, its facet values, and the host's
/// annotations.
#[derive(Debug, Serialize)]
pub struct ClauseRecord<'a> {
    eid: &'a EId,
    /// The number as it is printed in the original, such as `第二条 七、(四)`.
    number: &'a str,
    /// The divisions that contain it, outermost first.
    path: Vec<DivisionRecord<'a>>,
    /// The eId of its division on each level, under the level's name. A hand-written `Serialize` in
    /// place of `flatten` makes the engine 556 B smaller, and 85 B larger in brotli.
    #[serde(flatten)]
    levels: ByLevel<'a>,
    text: Cow<'a, Localized>,
    /// The items, links and notes of the text; the key is absent if it has no markup.
    #[serde(skip_serializing_if = "Option::is_none")]
    structure: Option<Structures<'a>>,
    facets: Values<'a>,
    /// The author's own data; the key is absent if the plan has none.
    #[serde(skip_serializing_if = "Option::is_none")]
    columns: Option<Cells<'a>>,
    /// The plan of a collection that the clause is of; the key is absent if the plan is no collection.
    #[serde(skip_serializing_if = "Option::is_none")]
    source: Option<PlanRecord<'a>>,
    /// The host's annotations; the key is absent if the clause has no annotation.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    annotations: Vec<AnnotationRecord<'a>>,
}

/// A division that contains a clause. Number and heading are in the original language.
#[derive(Debug, Serialize)]
struct DivisionRecord<'a> {
    eid: &'a EId,
    number: &'a str,
    heading: &'a str,
}

/// A plan of a collection, and the copy from which its text was taken.
#[derive(Debug, Serialize)]
struct PlanRecord<'a> {
    id: &'a str,
    title: &'a Localized,
    publisher: &'a str,
    url: &'a str,
    published: &'a str,
}

/// An annotation in the form in which the host passed it.
#[derive(Debug, Serialize)]
struct AnnotationRecord<'a> {
    clause: &'a EId,
    #[serde(skip_serializing_if = "Option::is_none")]
    status: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    note: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    href: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    date: Option<&'a str>,
}

impl<'a> ClauseRecord<'a> {
    /// Describes a clause of the index's plan, with the annotations of the index.
    #[must_use]
    pub fn new(index: &'a Index, id: ClauseId) -> Self {
        let plan = index.plan();
        let clause = &plan.clauses[id];
        let division = |id: DivisionId| {
            let division = &plan.divisions[id];
            DivisionRecord {
                eid: &division.eid,
                number: division.number.original().text,
                heading: division.heading.original().text,
            }
        };
        let annotation = |given: &'a Annotation| AnnotationRecord {
            clause: &clause.eid,
            status: given.status.as_deref(),
            note: given.note.as_deref(),
            href: given.href.as_deref(),
            date: given.date.as_deref(),
        };
        Self {
            eid: &clause.eid,
            number: clause.number.original().text,
            path: plan.path(id).map(division).collect(),
            levels: ByLevel { plan, clause },
            text: plan.quotable(clause),
            structure: Structures::of(plan, id),
            facets: Values {
                plan,
                tags: &clause.tags,
            },
            columns: plan.columns.as_deref().map(|columns| Cells {
                columns,
                clause: id,
            }),
            source: plan.member(id).map(|member| PlanRecord {
                id: &member.id,
                title: &member.title,
                publisher: &member.source.publisher,
                url: &member.source.url,
                published: &member.source.published,
            }),
            annotations: index.annotations(id).map(annotation).collect(),
        }
    }
}

/// An eId or null for each level, under the level's name.
#[derive(Debug)]
struct ByLevel<'a> {
    plan: &'a Plan,
    clause: &'a Clause,
}

impl Serialize for ByLevel<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let levels = self.plan.levels().iter().enumerate();
        serializer.collect_map(levels.map(|(nth, level)| {
            let division = self.plan.division_on(LevelId::new(nth), self.clause);
            (&level.key, division.map(|division| &division.eid))
        }))
    }
}

/// The facet values of a clause: a map from every facet's key to a list of value keys.
#[derive(Debug)]
struct Values<'a> {
    plan: &'a Plan,
    tags: &'a [Tag],
}

impl Serialize for Values<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let facets = self.plan.facets.enumerated();
        serializer
            .collect_map(facets.map(|(id, facet)| (&facet.id, values(facet, id, self.tags, key))))
    }
}

/// The author's own data of a clause: a map from the key of a column to the value, if there is one.
#[derive(Debug)]
struct Cells<'a> {
    columns: &'a [Column],
    clause: ClauseId,
}

impl Serialize for Cells<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let columns = self.columns.iter();
        let cells = columns.filter_map(|it| Some((&it.id, it.value(self.clause)?)));
        serializer.collect_map(cells)
    }
}

/// Returns a text of each of one facet's values among a clause's tags, such as its key.
pub(crate) fn values<'a>(
    facet: &'a Facet,
    id: FacetId,
    tags: &[Tag],
    text_of: impl Fn(&'a FacetValue) -> &'a str,
) -> Vec<&'a str> {
    let tags = tags.iter().filter(|tag| tag.facet == id);
    tags.map(|tag| text_of(&facet.values[tag.value])).collect()
}

/// Returns the key of a value.
pub(crate) fn key(value: &FacetValue) -> &str {
    &value.id
}

#[cfg(test)]
mod tests {
    use plan::EIdTable;
    use query::Finding;
    use serde_json::{Value, json};

    use super::*;

    #[test]
    fn writes_items_links_and_notes() {
        let mut plan = fixture::plan();
        plan.clauses[ClauseId::new(1)].text.0[1].text = "See:\n(a) this\n(b) that".into();
        let markup = json!([{
            "clause": 1,
            "language": "en",
            "parts": [
                { "kind": "link", "start": 0, "end": 3, "target": "https://a.example" },
                { "kind": "item", "start": 5, "end": 14, "target": "art_1__para_2__list_1__point_a" },
            ],
            "notes": [{ "mark": "1", "text": "n", "parts": [] }],
        }]);
        plan.markup = serde_json::from_value(markup).expect("the JSON is markup");
        let index = Index::new(plan);
        let of = |id| {
            let record = ClauseRecord::new(&index, ClauseId::new(id));
            serde_json::to_value(record).expect("the record is JSON")["structure"].clone()
        };
        assert_eq!(of(0), json!(null));
        let expected = json!({ "en": {
            "items": [{ "eid": "art_1__para_2__list_1__point_a", "text": "(a) this" }],
            "links": [{ "text": "See", "href": "https://a.example" }],
            "notes": [{ "mark": "1", "text": "n" }],
        } });
        assert_eq!(of(1), expected);
    }

    #[test]
    fn writes_the_public_keys_in_order() {
        let index = Index::new(fixture::plan());
        let plan = index.plan();
        for id in [0, 13, 62].map(ClauseId::new) {
            let text = serde_json::to_string(&ClauseRecord::new(&index, id));
            let text = text.expect("the record is JSON");
            let record: Value = serde_json::from_str(&text).expect("the text is JSON");
            let keys = [
                "eid", "number", "path", "article", "section", "text", "facets",
            ];
            assert_eq!(record.as_object().map(serde_json::Map::len), Some(7));
            let mut rest = &*text;
            for key in keys {
                let found = rest.split_once(&format!("\"{key}\":"));
                rest = found
                    .unwrap_or_else(|| panic!("expected {key} next in {text}"))
                    .1;
            }
            let clause = &plan.clauses[id];
            assert_eq!(record["eid"], clause.eid.as_str());
            assert_eq!(record["number"], clause.number.nearest("zh").text);
            for text in clause.text.iter() {
                let is_cut = id == ClauseId::new(62);
                let mark = if is_cut && text.tag == "zh" {
                    " […]"
                } else {
                    ""
                };
                assert_eq!(record["text"][text.tag], [text.text, mark].concat());
                assert_eq!(
                    is_cut,
                    record["text"][text.tag]
                        .as_str()
                        .is_some_and(|text| text.ends_with(" […]"))
                );
            }
            for (id, facet) in plan.facets.enumerated() {
                let expected = json!(values(facet, id, &clause.tags, key));
                assert_eq!(record["facets"][&*facet.id], expected);
            }
            let path = record["path"].as_array().expect("a list");
            assert_eq!(path[0]["eid"], record["article"]);
            let section = path
                .get(1)
                .map_or(Value::Null, |section| section["eid"].clone());
            assert_eq!(record["section"], section);
        }
    }

    #[test]
    fn writes_annotations_as_the_host_passed_them() {
        let plain = Index::new(fixture::plan());
        let finding = Finding {
            clause: Some("art_1__para_1".to_owned()),
            status: Some("kept".to_owned()),
            date: Some("2024-01".to_owned()),
            ..Finding::default()
        };
        let annotation = Annotation::new(finding, &EIdTable::new(plain.plan()), "annotations[0]");
        let annotation = annotation.expect("the finding can be shown");
        let index = plain.annotated(plan::Localized::default(), Some(vec![annotation]));
        let record = |id| {
            let record = ClauseRecord::new(&index, ClauseId::new(id));
            serde_json::to_value(record).expect("the record is JSON")
        };
        let expected = json!([{ "clause": "art_1__para_1", "status": "kept", "date": "2024-01" }]);
        assert_eq!(record(0)["annotations"], expected);
        assert_eq!(record(0)["facets"]["status"], json!(["kept"]));
        assert_eq!(record(1).get("annotations"), None);
    }

    #[test]
    fn writes_the_columns_of_a_plan_that_has_some() {
        let mut plan = fixture::plan();
        plan.columns = Some(vec![plan::Column {
            id: "deadline".into(),
            label: Localized::default(),
            kind: plan::ColumnKind::Date,
            cells: vec![plan::Cell {
                clause: ClauseId::new(1),
                value: "2024-05".into(),
            }],
        }]);
        let index = Index::new(plan);
        let columns = |id| {
            let record = ClauseRecord::new(&index, ClauseId::new(id));
            let record = serde_json::to_value(record).expect("the record is JSON");
            record["columns"].clone()
        };
        assert_eq!(columns(0), json!({}));
        assert_eq!(columns(1), json!({ "deadline": "2024-05" }));
    }
}
