//! Clauses as a table for spreadsheets, with all their languages and facets.
//!
//! It uses no CSV library, because a library would make the engine larger.

use plan::characters::is_invisible;
use plan::{Clause, ClauseId, Division, LEVELS, Plan};

use crate::record::values;

/// Writes clauses as a table by RFC 4180, one row for each: eid, number, the division of each level
/// as the original prints it, `text_LANG` for each language, then each facet with the keys of its
/// values joined by `;`.
///
/// The table begins with a byte order mark. Without it, Excel reads the file in the local encoding
/// of the computer and garbles Chinese. Programs that expect UTF-8 skip the mark.
#[must_use]
pub fn csv(plan: &Plan, clauses: &[ClauseId]) -> String {
    let mut table = String::from("\u{feff}eid,number");
    for level in LEVELS {
        table.extend([",", level.name]);
    }
    for language in &plan.languages {
        table.push(',');
        push_cell(&mut table, &["text_", &language.tag].concat());
    }
    for facet in &plan.facets {
        table.push(',');
        push_cell(&mut table, &facet.id);
    }
    table.push_str("\r\n");
    for id in clauses {
        push_row(&mut table, plan, &plan.clauses[*id]);
    }
    table
}

fn push_row(table: &mut String, plan: &Plan, clause: &Clause) {
    let heading = |division: &Division| {
        let [number, heading] =
            [&division.number, &division.heading].map(|text| text.original().text);
        [number, heading].join(" ")
    };
    push_cell(table, clause.eid.as_str());
    table.push(',');
    push_cell(table, clause.number.original().text);
    for division in plan.divisions_by_level(clause) {
        table.push(',');
        push_cell(table, &division.map_or(String::new(), heading));
    }
    for language in &plan.languages {
        table.push(',');
        push_cell(table, clause.text.nearest(&language.tag).text);
    }
    for (id, facet) in plan.facets.enumerated() {
        table.push(',');
        push_cell(table, &values(facet, id, &clause.tags).join(";"));
    }
    table.push_str("\r\n");
}

/// Appends a cell that no spreadsheet runs as a formula. A cell that begins with one of these
/// characters would be a formula; an apostrophe before it makes it text. Some spreadsheets skip
/// spaces and invisible characters in front of a formula.
fn push_cell(table: &mut String, cell: &str) {
    let is_quoted = cell.contains(['"', ',', '\n', '\r']);
    if is_quoted {
        table.push('"');
    }
    let is_skipped = |c: char| c.is_whitespace() || c.is_control() || is_invisible(c);
    let start = cell.trim_start_matches(is_skipped);
    let is_formula = start.starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠']);
    if is_formula || cell.starts_with(['\t', '\r']) {
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

#[cfg(test)]
mod tests {
    use plan::{Id, InLanguage, Localized};

    use super::*;

    fn hostile() -> Plan {
        let mut plan = fixture::plan();
        let texts = [
            ("zh", "=1+2"),
            ("en", "a \"b\", c\nd\r\\e\u{0}"),
            ("es", "＠x"),
            ("pt", ""),
        ];
        let texts = texts.map(|(tag, text)| InLanguage {
            tag: tag.into(),
            text: text.into(),
        });
        plan.clauses[ClauseId::new(0)].text = Localized(texts.to_vec());
        plan
    }

    fn cell(text: &str) -> String {
        let mut cell = String::new();
        push_cell(&mut cell, text);
        cell
    }

    #[test]
    fn cells_cannot_be_formulas() {
        assert_eq!(cell("=HYPERLINK(\"x\")"), "\"'=HYPERLINK(\"\"x\"\")\"");
        assert_eq!(["+1", "-1", "@x"].map(cell), ["'+1", "'-1", "'@x"]);
        assert_eq!(cell("＝1"), "'＝1");
        for hidden in [
            " ",
            "\t",
            "\n",
            "\u{a0}",
            "\u{3000}",
            "\u{feff}",
            "\u{200b}",
            "\u{202e}",
            "\u{ad}",
            "\0 \u{2060}",
        ] {
            for sign in ["=", "+", "-", "@", "＝", "＋", "－", "＠"] {
                let formula = format!("{hidden}{sign}1");
                assert!(
                    cell(&formula).trim_start_matches('"').starts_with('\''),
                    "{formula:?}"
                );
            }
            assert!(!cell(&format!("a{hidden}=1")).contains('\''), "{hidden:?}");
        }
        // Without the apostrophe, the cell is the text again.
        let mut rows = ::csv::ReaderBuilder::new();
        let mut rows = rows.has_headers(false).from_reader("\"'\n=1\"".as_bytes());
        let row = rows.records().next().expect("a row").expect("a valid row");
        assert_eq!(row[0].strip_prefix('\''), Some("\n=1"));
        assert_eq!(cell("一、加强合作。"), "一、加强合作。");
    }

    #[test]
    fn every_row_has_a_cell_for_each_column() {
        let plan = hostile();
        let table = csv(&plan, &[0, 13, 62].map(ClauseId::new));
        let table = table.strip_prefix('\u{feff}').expect("a byte order mark");
        let mut table = ::csv::Reader::from_reader(table.as_bytes());
        let rows: Vec<::csv::StringRecord> = table
            .records()
            .collect::<Result<_, _>>()
            .expect("every row has every column");
        assert_eq!(rows.len(), 3);
        let start = ["art_1__para_1", "第一条 一", "第一条 政治与安全合作", ""];
        assert_eq!(rows[0].iter().take(4).collect::<Vec<_>>(), start);
        assert_eq!(&rows[0][4], "'=1+2");
        assert_eq!(&rows[0][5], "a \"b\", c\nd\r\\e\u{0}");
        assert_eq!(&rows[0][6], "'＠x");
        let (action, facet) = plan.facets.enumerated().nth(1).expect("a second facet");
        for row in &rows[1..] {
            let clause = plan.clause_by_eid(&row[0]).expect("the eId of a clause");
            let clause = &plan.clauses[clause];
            assert_eq!(&row[5], clause.text.nearest("en").text);
            assert_eq!(&row[9], values(facet, action, &clause.tags).join(";"));
            assert!(!row[3].is_empty(), "the section of {}", clause.eid);
        }
    }
}
