//! Clauses as data, for spreadsheets and programs: a selection with all its languages and facets.
//!
//! Written by hand, so that neither a CSV nor a JSON library has to be shipped.

use crate::json;
use crate::plan::{Clause, Division, Plan};

/// The clauses at these places as a table, one row each: eid, number, article and section as the original prints
/// them, `text_LANG` for each language, then each facet with the ids of its values joined by `;`.
///
/// It begins with a byte order mark. Without one, Excel reads the file in the encoding of its country and Chinese
/// becomes gibberish; what reads UTF-8 by itself skips the mark.
#[must_use]
pub fn csv(plan: &Plan, places: &[usize]) -> String {
    let mut table = String::from("\u{feff}eid,number,article,section");
    for language in plan.languages.iter() {
        table.push(',');
        push_cell(&mut table, &["text_", &language.tag].concat());
    }
    for facet in plan.facets.iter() {
        table.push(',');
        push_cell(&mut table, &facet.id);
    }
    table.push_str("\r\n");
    for clause in clauses(plan, places) {
        push_row(&mut table, plan, clause);
    }
    table
}

/// The clauses at these places as a JSON array of objects in the shape that the element's `clauses()` returns:
/// `{eid, number, article, section, text, facets}`, with the eIds of article and section.
#[must_use]
pub fn json(plan: &Plan, places: &[usize]) -> String {
    let objects: Vec<String> = clauses(plan, places)
        .map(|clause| object(plan, clause))
        .collect();
    let objects = objects.join(",\n");
    ["[", &objects, "]\n"].concat()
}

fn clauses<'a>(plan: &'a Plan, places: &'a [usize]) -> impl Iterator<Item = &'a Clause> {
    places.iter().filter_map(|&place| plan.clauses.get(place))
}

fn push_row(table: &mut String, plan: &Plan, clause: &Clause) {
    let original = plan.languages.first().map_or("", |language| &language.tag);
    let heading = |division: &Division| {
        let [number, heading] =
            [&division.number, &division.heading].map(|text| text.nearest(original).1);
        [number, heading].join(" ")
    };
    let (article, section) = divisions(plan, clause);
    push_cell(table, clause.eid.as_str());
    table.push(',');
    push_cell(table, clause.number.nearest(original).1);
    table.push(',');
    push_cell(table, &heading(article));
    table.push(',');
    push_cell(table, &section.map_or(String::new(), heading));
    for language in plan.languages.iter() {
        table.push(',');
        push_cell(table, clause.text.nearest(&language.tag).1);
    }
    for facet in 0..plan.facets.len() {
        table.push(',');
        push_cell(table, &values(plan, clause, facet).join(";"));
    }
    table.push_str("\r\n");
}

/// Adds a cell. No spreadsheet takes it for a formula: those run what begins with one of these characters,
/// and read an apostrophe before it as “this is text”.
fn push_cell(table: &mut String, cell: &str) {
    let is_quoted = cell.contains(['"', ',', '\n', '\r']);
    if is_quoted {
        table.push('"');
    }
    if cell.starts_with(['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠']) {
        table.push('\'');
    }
    for c in cell.chars() {
        if c == '"' {
            table.push('"');
        }
        table.push(c);
    }
    if is_quoted {
        table.push('"');
    }
}

fn object(plan: &Plan, clause: &Clause) -> String {
    let (article, section) = divisions(plan, clause);
    let mut object = String::from("{\"eid\":");
    json::push(&mut object, clause.eid.as_str());
    object.push_str(",\"number\":");
    json::push(&mut object, clause.number.nearest("").1);
    object.push_str(",\"article\":");
    json::push(&mut object, article.eid.as_str());
    object.push_str(",\"section\":");
    match section {
        Some(section) => json::push(&mut object, section.eid.as_str()),
        None => object.push_str("null"),
    }
    let mut opening = ",\"text\":{";
    for (tag, text) in clause.text.iter() {
        object.push_str(opening);
        json::push(&mut object, tag);
        object.push(':');
        json::push(&mut object, text);
        opening = ",";
    }
    let mut opening = "},\"facets\":{";
    for (place, facet) in plan.facets.iter().enumerate() {
        object.push_str(opening);
        json::push(&mut object, &facet.id);
        object.push_str(":[");
        for (nth, value) in values(plan, clause, place).into_iter().enumerate() {
            if nth > 0 {
                object.push(',');
            }
            json::push(&mut object, value);
        }
        object.push(']');
        opening = ",";
    }
    object.push_str("}}");
    object
}

/// A clause's article, and its section where the article has any.
fn divisions<'a>(plan: &'a Plan, clause: &Clause) -> (&'a Division, Option<&'a Division>) {
    let division = &plan.divisions[clause.division];
    match division.parent {
        Some(article) => (&plan.divisions[article], Some(division)),
        None => (division, None),
    }
}

/// The ids of the values of a facet that a clause carries.
fn values<'a>(plan: &'a Plan, clause: &Clause, facet: usize) -> Vec<&'a str> {
    let tags = clause.tags.iter().filter(|tag| tag.facet == facet);
    tags.map(|tag| &*plan.facets[facet].values[tag.value].id)
        .collect()
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;
    use crate::baked::plan;

    fn hostile() -> Plan {
        let mut json = serde_json::to_value(plan()).expect("a plan is JSON");
        json["clauses"][0]["text"] =
            json!({ "zh": "=1+2", "en": "a \"b\", c\nd\r\\e\u{0}", "es": "＠x", "pt": "" });
        serde_json::from_value(json).expect("it still has a plan's shape")
    }

    fn cell(text: &str) -> String {
        let mut cell = String::new();
        push_cell(&mut cell, text);
        cell
    }

    #[test]
    fn no_cell_is_a_formula() {
        assert_eq!(cell("=HYPERLINK(\"x\")"), "\"'=HYPERLINK(\"\"x\"\")\"");
        assert_eq!(["+1", "-1", "@x"].map(cell), ["'+1", "'-1", "'@x"]);
        assert_eq!(cell("＝1"), "'＝1");
        assert_eq!(cell("一、加强合作。"), "一、加强合作。");
    }

    #[test]
    fn a_table_has_every_cell_of_every_row() {
        let plan = hostile();
        let table = csv(&plan, &[0, 13, 62, 63]);
        let table = table.strip_prefix('\u{feff}').expect("a byte order mark");
        let mut table = ::csv::Reader::from_reader(table.as_bytes());
        let rows: Vec<::csv::StringRecord> = table
            .records()
            .collect::<Result<_, _>>()
            .expect("every row has every column");
        // There is no clause 63.
        assert_eq!(rows.len(), 3);
        let start = ["art_1__para_1", "第一条 一", "第一条 政治与安全合作", ""];
        assert_eq!(rows[0].iter().take(4).collect::<Vec<_>>(), start);
        assert_eq!(&rows[0][4], "'=1+2");
        assert_eq!(&rows[0][5], "a \"b\", c\nd\r\\e\u{0}");
        assert_eq!(&rows[0][6], "'＠x");
        for row in &rows[1..] {
            let clause = plan.clauses.iter().find(|c| c.eid.as_str() == &row[0]);
            let clause = clause.expect("there is such a clause");
            assert_eq!(&row[5], clause.text.nearest("en").1);
            assert_eq!(&row[9], values(&plan, clause, 1).join(";"));
            assert!(!row[3].is_empty(), "the section of {}", clause.eid);
        }
    }

    #[test]
    fn json_is_what_a_plan_says() {
        let plan = hostile();
        let read = json(&plan, &[0, 13, usize::MAX]);
        let read: Vec<Value> = serde_json::from_str(&read).expect("it is JSON");
        assert_eq!(read.len(), 2);
        let keys: Vec<&String> = read[0].as_object().expect("an object").keys().collect();
        let shape = ["eid", "number", "article", "section", "text", "facets"];
        assert_eq!(keys, shape);
        for (object, place) in read.iter().zip([0, 13]) {
            let clause = &plan.clauses[place];
            assert_eq!(object["eid"], clause.eid.as_str());
            assert_eq!(object["number"], clause.number.nearest("zh").1);
            let text = serde_json::to_value(&clause.text).expect("a text is JSON");
            assert_eq!(object["text"], text);
            for (nth, facet) in plan.facets.iter().enumerate() {
                assert_eq!(
                    object["facets"][&*facet.id],
                    json!(values(&plan, clause, nth))
                );
            }
        }
        assert_eq!(
            (&read[0]["article"], &read[0]["section"]),
            (&json!("art_1"), &Value::Null)
        );
        let section = read[1]["section"].as_str().expect("it stands in a section");
        assert!(section.starts_with(read[1]["article"].as_str().expect("and in an article")));
        assert_eq!(json(&plan, &[]), "[]\n");
    }
}
