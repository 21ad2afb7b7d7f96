//! `facets/*.csv`: tags of a spreadsheet, as spreadsheet programs write it, and messages.

use compile::Source;
use plan::{Evidence, Facet, FacetId, Id, Plan};
use snapbox::{assert_data_eq, str};

use crate::content::{compiled, report, small_plan};

/// The values of a tracker whose tags are in a spreadsheet alone.
const STATUS: &str = r#"label = { zh = "进展" }

[[value]]
id = "done"
label = { zh = "已完成" }

[[value]]
id = "open"
label = { zh = "未开始" }
phrases = ["服务"]
description = { zh = "没有开始。" }
"#;

#[test]
fn a_sheet_tags_clauses_with_reasons() {
    let sheet = "eid,value,reason\nart_1__para_1,done,五月开始。\nart_1__para_2,已完成,\nart_2__sec_1__para_2,OPEN,尚未开始。\n";
    let plan = compiled(&with_status(Some(STATUS), sheet));
    assert_eq!(
        tags(&plan),
        [
            "art_1__para_1 done 五月开始。",
            "art_1__para_2 done ",
            "art_2__sec_1__para_2 open 尚未开始。",
        ]
    );
}

#[test]
fn a_sheet_alone_makes_a_facet() {
    let sheet = "eid,value\nart_1__para_1,In progress\nart_1__para_2,Done\nart_2__sec_1__para_1,In progress\n";
    let plan = compiled(&with_status(None, sheet));
    let facet = &plan.facets[FacetId::new(1)];
    assert_eq!(facet.label.original().text, "Status");
    let values = facet.values.iter();
    let values: Vec<_> = values
        .map(|value| (&*value.id, value.label.original().text))
        .collect();
    assert_eq!(values, [("in-progress", "In progress"), ("done", "Done")]);
    assert_eq!(tags(&plan).len(), 3);
}

/// The same table, as different programs write it.
#[test]
fn reads_what_spreadsheets_write() {
    let plain =
        "eid,value,reason\nart_1__para_1,done,\"May, as \"\"promised\"\"\"\nart_1__para_2,open,\n";
    let expected = tags(&compiled(&with_status(None, plain)));
    assert_eq!(expected[0], "art_1__para_1 done May, as \"promised\"");
    let windows = format!("\u{feff}{}", plain.replace('\n', "\r\n"));
    let semicolons = "eid;value;reason\r\nart_1__para_1;done;\"May, as \"\"promised\"\"\"\r\nart_1__para_2;open;\r\n";
    let tabs = semicolons.replace(';', "\t");
    let blank = "\n\nValue,Notes,EID,Reason\n\n done ,,art_1__para_1,\"May, as \"\"promised\"\"\"\n,,,\nopen,x, art_1__para_2 \n,no value yet,art_2__sec_1__para_1,\n\n";
    let old_mac = plain.replace('\n', "\r");
    for sheet in [&*windows, semicolons, &tabs, blank, &old_mac] {
        assert_eq!(
            tags(&compiled(&with_status(None, sheet))),
            expected,
            "{sheet:?}"
        );
    }
}

#[test]
fn reports_rows_that_cannot_be_read() {
    let sheet = "eid;value;reason\nart_1__para_9;done;\nart_1_para_1;done;\nart_1__para_1;dome;\nart_1__para_1;done;\nart_1__para_1;已完成;again\n;open;\nart_1__para_2;done;a;b\nart_1__para_2;done;\"a\n";
    assert_data_eq!(
        report(&with_status(Some(STATUS), sheet)),
        str![[r#"
facets/status.csv:2:1: expected the eId of a clause, found “art_1__para_9”
  write it like art_1__para_1 or art_1__sec_1__para_1; plan.csv, which the command `data` writes, has the eIds of all clauses
facets/status.csv:3:1: expected the eId of a clause, found “art_1_para_1”
  did you mean “art_1__para_1”? Otherwise write it like art_1__para_1 or art_1__sec_1__para_1; plan.csv, which the command `data` writes, has the eIds of all clauses
facets/status.csv:4:15: expected a value of this facet (done, open), found “dome”
  did you mean “done”? Otherwise write the id or the label of a value, or add it to the facet's file
facets/status.csv:6:15: expected each value once for a clause, found “已完成” again
  remove one of the rows
facets/status.csv:7:2: expected the eId of a clause before the value, found an empty cell
  write the clause's eId in the column “eid”, or remove the row
facets/status.csv:8:22: expected 3 cells, as many as in the first line, found 4
  put a text that has a comma or semicolon into quotes, or name the column in the first line
facets/status.csv:9:20: expected a quote at the end of a cell that begins with one, found none
  add it, and write a quote inside the cell twice

"#]]
    );
}

#[test]
fn reports_columns_that_are_missing() {
    assert_data_eq!(
        report(&with_status(None, "eId,vaule,reasons,note\n")),
        str![[r#"
facets/status.csv:1:5: expected the column “value”, found “vaule”
  rename it to “value”
facets/status.csv:1:11: expected the column “reason”, found “reasons”
  rename it to “reason”

"#]]
    );
    assert_data_eq!(
        report(&with_status(None, "")),
        str![[r#"
facets/status.csv:1:1: expected the columns “eid” and “value” in the first line, found an empty file
  name the columns in the first line: eid, value and, if there are reasons, reason

"#]]
    );
    assert_data_eq!(
        report(&with_status(None, "a,eid,EID\n")),
        str![[r#"
facets/status.csv:1:1: expected the column “value” in the first line, found “a, eid, EID”
  name the columns in the first line: eid, value and, if there are reasons, reason
facets/status.csv:1:7: expected each column once, found “eid” again
  rename or remove one of them

"#]]
    );
}

#[test]
fn reports_two_spellings_of_a_value_and_a_sheet_that_is_not_listed() {
    let mut source = with_status(
        None,
        "eid,value\nart_1__para_1,In progress\nart_1__para_2,in  progress\n",
    );
    source.add("facets/other.csv", "eid,value\n");
    assert_data_eq!(
        report(&source),
        str![[r#"
facets/other.csv:1:1: expected only facets that plan.toml lists in `facets`, found this file
  add its name to `facets`, at the position in which it is to be shown, or remove the file
facets/status.csv:3:15: expected one spelling of “In progress”, found “in  progress”
  write it as “In progress” too

"#]]
    );
}

/// Returns the small plan with this spreadsheet, beside a file of the facet or alone.
fn with_status(file: Option<&str>, sheet: &str) -> Source {
    let mut source = small_plan(&[("plan.toml", "[\"sector\"]", "[\"sector\", \"status\"]")]);
    source.add("facets/status.csv", sheet);
    if let Some(file) = file {
        source.add("facets/status.toml", file);
    }
    source
}

/// Returns the second facet's tags: the clause, the value, and the reason or the kind of evidence.
fn tags(plan: &Plan) -> Vec<String> {
    let status = FacetId::new(1);
    let Facet {
        values, reasons, ..
    } = &plan.facets[status];
    let mut tags = Vec::new();
    for clause in &plan.clauses {
        for tag in clause.tags.iter().filter(|tag| tag.facet == status) {
            let reason = match &tag.evidence {
                Evidence::Reason(reason) => reasons[*reason].original().text,
                _ => "by a rule",
            };
            tags.push(format!("{} {} {reason}", clause.eid, values[tag.value].id));
        }
    }
    tags
}
