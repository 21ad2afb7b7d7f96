//! `plan.csv`: the clauses as a table, one row each.
//!
//! It begins with a byte order mark. Without one, Excel reads the file in the encoding of its country and Chinese
//! becomes gibberish; what reads UTF-8 by itself skips the mark.

use clause_explorer::plan::{Clause, Plan};

use super::super::failure::Failure;

/// The columns: eid, number, article and section as the original prints them, `text_LANG` for each language,
/// then each facet with the ids of its values joined by `;`.
pub(super) fn csv(plan: &Plan) -> Result<Vec<u8>, Failure> {
    let mut table = csv::Writer::from_writer("\u{feff}".as_bytes().to_vec());
    let fail = |error: &dyn std::fmt::Display| Failure::build("write plan.csv", error);
    let texts = plan
        .languages
        .iter()
        .map(|language| format!("text_{}", language.tag));
    let facets = plan.facets.iter().map(|facet| facet.id.to_string());
    let head = ["eid", "number", "article", "section"].map(str::to_owned);
    table
        .write_record(head.into_iter().chain(texts).chain(facets))
        .map_err(|error| fail(&error))?;
    for clause in plan.clauses.iter() {
        let row = row(plan, clause).into_iter().map(|cell| inert(&cell));
        table.write_record(row).map_err(|error| fail(&error))?;
    }
    table.into_inner().map_err(|error| fail(&error))
}

fn row(plan: &Plan, clause: &Clause) -> Vec<String> {
    let original = plan.languages.first().map_or("", |language| &language.tag);
    let heading = |place: usize| {
        let division = &plan.divisions[place];
        let [number, heading] =
            [&division.number, &division.heading].map(|text| text.nearest(original).1);
        format!("{number} {heading}")
    };
    let (article, section) = match plan.divisions[clause.division].parent {
        Some(article) => (heading(article), heading(clause.division)),
        None => (heading(clause.division), String::new()),
    };
    let number = clause.number.nearest(original).1.to_owned();
    let mut row = vec![clause.eid.to_string(), number, article, section];
    let texts = plan
        .languages
        .iter()
        .map(|language| clause.text.nearest(&language.tag).1.to_owned());
    row.extend(texts);
    for (place, facet) in plan.facets.iter().enumerate() {
        let tags = clause.tags.iter().filter(|tag| tag.facet == place);
        let values: Vec<&str> = tags.map(|tag| &*facet.values[tag.value].id).collect();
        row.push(values.join(";"));
    }
    row
}

/// A cell that no spreadsheet takes for a formula: those run what begins with one of these characters,
/// and read an apostrophe before it as “this is text”.
fn inert(cell: &str) -> String {
    if cell.starts_with(['=', '+', '-', '@', '\t', '\r']) {
        format!("'{cell}")
    } else {
        cell.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::inert;

    #[test]
    fn no_cell_is_a_formula() {
        assert_eq!(inert("=HYPERLINK(\"x\")"), "'=HYPERLINK(\"x\")");
        assert_eq!(["+1", "-1", "@x"].map(inert), ["'+1", "'-1", "'@x"]);
        assert_eq!(inert("一、加强合作。"), "一、加强合作。");
    }
}
