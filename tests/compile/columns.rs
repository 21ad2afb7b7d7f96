//! `columns/*.csv` and `columns.toml`: the author's own data, and messages.

use compile::Source;
use plan::{ClauseId, ColumnKind, Id, Tag};
use snapbox::{assert_data_eq, str};

use crate::content::{compiled, document, report, small_plan};

/// The list of two columns.
const COLUMNS: &str = r#"[[column]]
id = "budget"
type = "number"
label = { zh = "预算" }

[[column]]
id = "page"
label = { zh = "网页" }
"#;

#[test]
fn sheets_alone_are_columns_whose_values_show_their_type() {
    let sheets = [
        (
            "end-date",
            "eid,value\nart_1__para_2,2024-05\nart_1__para_1,2024-05-31\n",
        ),
        (
            "funds",
            "eid;value\nart_1__para_1;-3.5\nart_2__sec_1__para_1;\n",
        ),
        (
            "page",
            "eid,value\nart_1__para_1,https://example.org/\nart_1__para_2,mailto:a@b.org\n",
        ),
        (
            "remarks",
            "eid,value\nart_1__para_1,2024\nart_1__para_2,later\n",
        ),
        ("wishes", "eid,value\n"),
    ];
    let plan = compiled(&with_columns(None, &sheets));
    let columns = plan.columns.iter().flatten();
    let columns: Vec<_> = columns
        .map(|it| (it.label.original().text, it.kind, it.cells.len()))
        .collect();
    assert_eq!(
        columns,
        [
            ("End date", ColumnKind::Date, 2),
            ("Funds", ColumnKind::Number, 1),
            ("Page", ColumnKind::Link, 2),
            ("Remarks", ColumnKind::Text, 2),
            ("Wishes", ColumnKind::Text, 0),
        ]
    );
    let dates = &plan.columns.as_deref().unwrap_or_default()[0];
    let values = [0, 1, 2].map(|clause| dates.value(ClauseId::new(clause)));
    assert_eq!(values, [Some("2024-05-31"), Some("2024-05"), None]);
    assert_eq!(plan.validate(), Ok(()));
}

#[test]
fn the_list_gives_order_labels_and_types() {
    let sheets = [
        ("page", "eid,value\nart_1__para_1,https://example.org/\n"),
        ("budget", "eid,value\nart_1__para_1,2024\n"),
    ];
    let plan = compiled(&with_columns(Some(COLUMNS), &sheets));
    let columns = plan.columns.iter().flatten();
    let columns: Vec<_> = columns
        .map(|it| (it.label.original().text, it.kind))
        .collect();
    assert_eq!(
        columns,
        [("预算", ColumnKind::Number), ("网页", ColumnKind::Link)]
    );
    assert_eq!(compiled(&small_plan(&[])).columns, None);
}

#[test]
fn reports_values_of_another_type() {
    let list = "[[column]]\nid = \"day\"\ntype = \"date\"\nlabel = { zh = \"日\" }\n\n[[column]]\nid = \"sum\"\ntype = \"number\"\nlabel = { zh = \"额\" }\n\n[[column]]\nid = \"page\"\ntype = \"link\"\nlabel = { zh = \"页\" }\n";
    let sheets = [
        (
            "day",
            "eid,value\nart_1__para_1,31.5.2024\nart_1__para_2,2024-02-30\nart_1_para_2,2024\n",
        ),
        (
            "sum",
            "eid,value\nart_1__para_1,\"1,250\"\nart_1__para_1,7\n",
        ),
        ("page", "eid,value\nart_1__para_1,javascript:alert(1)\n"),
    ];
    assert_data_eq!(
        report(&with_columns(Some(list), &sheets)),
        str![[r#"
columns/day.csv:2:15: expected a date such as 2024-05-31, found “31.5.2024”
  write year, month and day, year and month, or the year; in a spreadsheet, give the column the format YYYY-MM-DD
columns/day.csv:3:15: expected a valid calendar date, found “2024-02-30”
  correct the year, the month or the day
columns/day.csv:4:1: expected the eId of a clause, found “art_1_para_2”
  did you mean “art_1__para_2”? Otherwise write it like art_1__para_1 or art_1__sec_1__para_1; plan.csv, which the command `data` writes, has the eIds of all clauses
columns/page.csv:2:15: expected an address that begins with https://, http:// or mailto:, found “javascript:alert(1)”
  write the whole address, or give the column the type “text”
columns/sum.csv:2:15: expected a number such as 1250 or -3.5, found “1,250”
  write digits, with a point before decimals and nothing between thousands
columns/sum.csv:3:15: expected one value for each clause, found another one for art_1__para_1
  remove one of the rows

"#]]
    );
}

#[test]
fn reports_columns_that_do_not_fit() {
    let list = format!(
        "{COLUMNS}\n[[column]]\nid = \"page\"\ntype = \"dat\"\nlabel = {{ zh = \"页\" }}\n\n[[column]]\nid = \"sector\"\nlabel = {{ zh = \"领域\" }}\n"
    );
    let sheets = [
        ("budget", "eid,value\n"),
        ("other", "eid,value\n"),
        ("sector", "eid,value\n"),
    ];
    assert_data_eq!(
        report(&with_columns(Some(&list), &sheets)),
        str![[r#"
columns.toml:7:6: expected the file columns/page.csv, found none
  add it, with the columns eid and value, or remove this column
columns.toml:11:6: expected each column once, found “page” again
  rename or remove one of them
columns.toml:12:8: expected one of the types text, number, date, link; found “dat”
  did you mean “date”? Otherwise remove it: the values show the type too
columns.toml:16:6: expected an id that no facet and no column of plan.csv has, found “sector”
  rename the column, and its file

"#]]
    );
}

/// Returns the small plan with these spreadsheets, and with a list of them or without.
fn with_columns(list: Option<&str>, sheets: &[(&str, &str)]) -> Source {
    let mut source = small_plan(&[]);
    if let Some(list) = list {
        source.add("columns.toml", list);
    }
    for (name, sheet) in sheets {
        source.add(&format!("columns/{name}.csv"), *sheet);
    }
    source
}

#[test]
fn ranges_are_facets() {
    let plan = compiled(&document("city"));
    let mut shown = String::new();
    for (id, facet) in plan.facets.enumerated().skip(3) {
        for (value, choice) in facet.values.enumerated() {
            let has = |tag: &&Tag| (tag.facet, tag.value) == (id, value);
            let clauses = plan.clauses.iter();
            let clauses = clauses.filter(|clause| clause.tags.iter().any(|tag| has(&tag)));
            let eids: Vec<&str> = clauses.map(|clause| clause.eid.as_str()).collect();
            let label = choice.label.original().text;
            let line = format!("{}={} “{label}” {}\n", facet.id, choice.id, eids.join(" "));
            shown.push_str(&line);
        }
    }
    assert_data_eq!(
        shown,
        str![[r#"
deadline-range=2026 “2026” goal_2__act_1__para_b
deadline-range=2027 “2027” goal_1__act_1__para_a
deadline-range=2028 “2028” goal_1__act_2__para_a
budget-range=below-500000 “< 500 000” 
budget-range=500000-to-1500000 “500 000 – < 1 500 000” goal_1__act_2__para_a
budget-range=from-1500000 “≥ 1 500 000” goal_2__act_1__para_b

"#]]
    );
    assert_eq!(plan.validate(), Ok(()));
}
