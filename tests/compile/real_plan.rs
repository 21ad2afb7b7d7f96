//! The project's own plan: its text, structure and tags, compared with reviewed files.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::ops::Range;

use plan::{Clause, ClauseId, Evidence, FacetValue, Localized, Plan, ValueId};
use snapbox::{assert_data_eq, file};

use crate::content::real_content;

#[test]
fn matches_the_reviewed_clauses() {
    let mut table = String::new();
    let plan = fixture::plan();
    for clause in &plan.clauses {
        let division = &plan.divisions[clause.division].eid;
        let sector = &plan.facets[clause.tags[0].facet].values[clause.tags[0].value].id;
        let (eid, number, text) = (&clause.eid, zh(&clause.number), zh(&clause.text));
        writeln!(table, "{eid} | {number} | {division} | {sector} | {text}")
            .expect("writing to a String never fails");
    }
    assert_data_eq!(table, file!["../golden/clauses.txt"]);
}

/// This test reports the effect of every change of the rules, for each clause, with the evidence.
#[test]
fn matches_the_reviewed_tags() {
    let plan = fixture::plan();
    let mut table = String::from(
        "Each clause, and a line for each of its values: facet=value | the value's label | the evidence, which is one of\n\
         - words of the clause, with their glosses in square brackets: 加强 [strengthen].\n  \
           Words that come again have no second gloss. Words that touch are one passage: 绿色低碳 [green + low-carbon].\n\
         - the part of the plan that contains the clause, such as art_1.\n\
         - because: an editor's reason.\n\
         The line “otherwise” has the values that a clause has because it has no other one in the facet. The reasons:\n",
    );
    for facet in &plan.facets {
        if let Some(reason) = facet.otherwise {
            let reason = facet.reasons[reason].nearest("en").text;
            writeln!(table, "- {}: {reason}", facet.id).expect("writing to a String never fails");
        }
    }
    for clause in &plan.clauses {
        writeln!(table, "\n{} {}", clause.eid, zh(&clause.text))
            .expect("writing to a String never fails");
        let mut rest = String::new();
        for tag in &clause.tags {
            let facet = &plan.facets[tag.facet];
            let value = &facet.values[tag.value];
            let otherwise = facet.otherwise.map(Evidence::Reason);
            if otherwise.as_ref() == Some(&tag.evidence) {
                write!(rest, " {}={}", facet.id, value.id)
            } else {
                let evidence = printed_evidence(&plan, clause, tag);
                let label = value.label.nearest("en").text;
                writeln!(table, "  {}={} | {label} | {evidence}", facet.id, value.id)
            }
            .expect("writing to a String never fails");
        }
        writeln!(table, "  otherwise:{rest}").expect("writing to a String never fails");
    }
    assert_data_eq!(table, file!["../golden/tags.txt"]);
}

/// The clause that only reaffirms and welcomes promises nothing.
#[test]
fn gives_every_promise_an_action() {
    let plan = fixture::plan();
    let action = plan.facet_by_key("action").expect("a facet “action”");
    let has_action = |clause: &&Clause| clause.tags.iter().any(|tag| tag.facet == action);
    let without = plan.clauses.iter().filter(|clause| !has_action(clause));
    let without: Vec<&str> = without.map(|clause| clause.eid.as_str()).collect();
    assert_eq!(without, ["art_3__para_1"]);
}

#[test]
fn copies_the_source_to_the_letter() {
    let content = real_content();
    let copied = content.text("plan.zh.md").expect("the plan's text");
    assert_eq!(lines_without_marks(copied), source_lines());
}

#[test]
fn keeps_the_source_to_the_letter() {
    let plan = fixture::plan();
    let mut lines = vec![
        zh(&plan.title).to_owned(),
        plan.source.published.to_string(),
    ];
    lines.extend(plan.preamble.iter().map(|text| zh(text).to_owned()));
    for (id, division) in plan.divisions.enumerated() {
        let space = if division.parent.is_none() { " " } else { "" };
        let (number, heading) = (zh(&division.number), zh(&division.heading));
        lines.push(format!("{number}{space}{heading}"));
        for clause in plan.clauses.iter().filter(|clause| clause.division == id) {
            let number = zh(&clause.number);
            let number = number.rsplit([' ', '、']).next().unwrap_or_default();
            let space = if number.starts_with('(') { " " } else { "、" };
            lines.push(format!("{number}{space}{}", zh(&clause.text)));
        }
    }
    assert_eq!(lines, source_lines());
}

#[test]
fn marks_the_clause_in_which_the_preview_breaks_off() {
    let plan = fixture::plan();
    let truncated: Vec<ClauseId> = plan
        .clauses
        .enumerated()
        .filter(|(_, clause)| plan.is_truncated(clause))
        .map(|(id, _)| id)
        .collect();
    assert_eq!(
        truncated,
        Vec::from_iter(plan.clause_by_eid("art_4__sec_1__para_1"))
    );
    assert_eq!(plan.source.notice, "预览已结束，完整报告链接和二维码如下：");
}

#[test]
fn gives_each_sector_its_clauses() {
    let mut clauses: BTreeMap<ValueId, usize> = BTreeMap::new();
    for clause in &fixture::plan().clauses {
        *clauses.entry(clause.tags[0].value).or_default() += 1;
    }
    let counts: Vec<usize> = clauses.into_values().collect();
    assert_eq!(counts, [9, 6, 3, 8, 5, 4, 6, 7, 3, 3, 3, 5, 1]);
}

fn printed_evidence(plan: &Plan, clause: &Clause, tag: &plan::Tag) -> String {
    match &tag.evidence {
        Evidence::Division(division) => plan.divisions[*division].eid.to_string(),
        Evidence::Phrases(spans) => {
            let text = zh(&clause.text);
            let value = &plan.facets[tag.facet].values[tag.value];
            let mut printed: Vec<String> = Vec::new();
            for span in spans {
                let words = &text[Range::from(*span)];
                let gloss = [" [", &gloss(words, value), "]"].concat();
                let is_first = !printed.contains(&[words, &gloss].concat());
                printed.push([words, if is_first { &gloss } else { "" }].concat());
            }
            printed.join(" · ")
        }
        Evidence::Reason(reason) => {
            let reason = &plan.facets[tag.facet].reasons[*reason];
            let written = reason.iter().filter(|reason| !reason.text.is_empty());
            assert_eq!(written.count(), plan.languages.len());
            format!("because: {}", reason.nearest("en").text)
        }
    }
}

/// Returns what words of a clause mean: the glosses of the phrases in them, from first to last.
fn gloss(words: &str, value: &FacetValue) -> String {
    let places = |phrase| words.find(zh(phrase)).map(|place| (place, phrase));
    let mut phrases: Vec<(usize, &Localized)> = value.phrases.iter().filter_map(places).collect();
    phrases.sort_by_key(|(place, _)| *place);
    let glosses = phrases.iter().map(|(_, phrase)| {
        let gloss = phrase.translation("en");
        gloss.unwrap_or_else(|| panic!("“{}” has no gloss", zh(phrase)))
    });
    let glosses: Vec<&str> = glosses.collect();
    assert!(!glosses.is_empty(), "no phrase in “{words}”");
    glosses.join(" + ")
}

fn zh(text: &Localized) -> &str {
    text.nearest("zh").text
}

/// Returns the lines of the downloaded source, without the notice at its end.
fn source_lines() -> Vec<String> {
    let source = include_str!("../golden/source.zh.md");
    let (text, _notice) = source
        .split_once("预览已结束")
        .expect("the source ends in a notice");
    lines_without_marks(text)
}

fn lines_without_marks(markdown: &str) -> Vec<String> {
    let lines = markdown.lines();
    lines
        .map(|line| line.trim_start_matches('#').trim().to_owned())
        .filter(|line| !line.is_empty())
        .collect()
}
