//! A clause as data: the one shape that the element's `clauses()` and the JSON export share.

use plan::{ClauseId, DivisionId, EId, Facet, FacetId, LEVELS, Localized, Plan, Tag};
use query::{Annotation, Index};
use serde::{Serialize, Serializer};

/// A clause with its place in the plan, its texts, its facet values, and the host's annotations.
#[derive(Debug, Serialize)]
pub struct ClauseRecord<'a> {
    eid: &'a EId,
    /// The number as the original prints it, such as `第二条 七、(四)`.
    number: &'a str,
    /// The divisions that contain it, outermost first.
    path: Vec<DivisionRecord<'a>>,
    /// The eId of its division on each level, under the level's name.
    #[serde(flatten)]
    levels: ByLevel<'a>,
    text: &'a Localized,
    facets: Values<'a>,
    /// The host's annotations; the key is absent where the clause has none.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    annotations: Vec<AnnotationRecord<'a>>,
}

/// A division that contains a clause. Number and heading are the original's.
#[derive(Debug, Serialize)]
struct DivisionRecord<'a> {
    eid: &'a EId,
    number: &'a str,
    heading: &'a str,
}

/// An annotation, as the host gave it.
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
    /// A clause of the index's plan, with the annotations that the index has.
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
        let by_level = plan.divisions_by_level(clause);
        Self {
            eid: &clause.eid,
            number: clause.number.original().text,
            path: plan.path(id).map(division).collect(),
            levels: ByLevel(by_level.map(|division| division.map(|division| &division.eid))),
            text: &clause.text,
            facets: Values {
                plan,
                tags: &clause.tags,
            },
            annotations: index.annotations(id).map(annotation).collect(),
        }
    }
}

/// An eId or null for each level, under the level's name.
#[derive(Debug)]
struct ByLevel<'a>([Option<&'a EId>; LEVELS.len()]);

impl Serialize for ByLevel<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(LEVELS.iter().map(|level| level.name).zip(self.0))
    }
}

/// The values that a clause carries: a map from every facet's key to a list of value keys.
#[derive(Debug)]
struct Values<'a> {
    plan: &'a Plan,
    tags: &'a [Tag],
}

impl Serialize for Values<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let facets = self.plan.facets.enumerated();
        serializer.collect_map(facets.map(|(id, facet)| (&facet.id, values(facet, id, self.tags))))
    }
}

/// The keys of the values of one facet among a clause's tags.
pub(crate) fn values<'a>(facet: &'a Facet, id: FacetId, tags: &[Tag]) -> Vec<&'a str> {
    let tags = tags.iter().filter(|tag| tag.facet == id);
    tags.map(|tag| &*facet.values[tag.value].id).collect()
}

#[cfg(test)]
mod tests {
    use plan::Id;
    use serde_json::{Value, json};

    use super::*;

    #[test]
    fn has_the_public_shape() {
        let index = Index::new(fixture::plan());
        let plan = index.plan();
        for id in [0, 13, 62].map(ClauseId::new) {
            let record = serde_json::to_value(ClauseRecord::new(&index, id)).expect("it is JSON");
            let object = record.as_object().expect("an object");
            let keys: Vec<&String> = object.keys().collect();
            let shape = [
                "eid", "number", "path", "article", "section", "text", "facets",
            ];
            assert_eq!(keys, shape);
            let clause = &plan.clauses[id];
            assert_eq!(record["eid"], clause.eid.as_str());
            assert_eq!(record["number"], clause.number.nearest("zh").text);
            let text = serde_json::to_value(&clause.text).expect("a text is JSON");
            assert_eq!(record["text"], text);
            for (id, facet) in plan.facets.enumerated() {
                let expected = json!(values(facet, id, &clause.tags));
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
}
