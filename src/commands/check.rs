//! `check`: compiles the content, reports every problem, writes nothing.

use std::collections::BTreeMap;
use std::path::Path;

use compile::{Compiled, Diagnostic};
use plan::Plan;
use serde::Serialize;

use crate::arguments::Format;
use crate::content::{Unreadable, read_folder};
use crate::failure::Failure;
use crate::system::System;

pub(crate) fn check(system: &impl System, folder: &Path, format: Format) -> Result<(), Failure> {
    let read = match read_folder(system, folder) {
        Err(unreadable) if format == Format::Json => {
            return report_unreadable(system, unreadable);
        }
        read => read?,
    };
    let Compiled {
        content,
        diagnostics,
    } = read.compile();
    let plan = content.as_ref().map(|content| &content.plan);
    if format == Format::Json {
        let report = Report {
            ok: plan.is_some(),
            plan: plan.map(Summary::new),
            diagnostics: &diagnostics,
        };
        return report.print(system, 1);
    }
    let Some(plan) = plan else {
        return Err(Failure::content(folder, diagnostics));
    };
    let last = plan.source.ends_in.as_ref().map_or(String::new(), |eid| {
        format!("; the source breaks off in {eid}")
    });
    system.print(&format!("{}: {}{last}", plan.id, size(plan)));
    Ok(())
}

/// Prints the report of a folder that cannot be read. Its only problem is one of the folder itself.
fn report_unreadable(system: &impl System, unreadable: Unreadable) -> Result<(), Failure> {
    let problem = Diagnostic {
        file: ".".to_owned(),
        line: 1,
        column: 1,
        message: unreadable.message.clone(),
        hint: unreadable.hint.to_owned(),
        length: 0,
    };
    let report = Report {
        ok: false,
        plan: None,
        diagnostics: &[problem],
    };
    report.print(system, Failure::from(unreadable).status())
}

/// Returns the numbers of clauses and divisions in words. The names of the levels are in the plan's
/// languages, so that they have no English plural.
pub(crate) fn size(plan: &Plan) -> String {
    let count = |number: usize, name: &str| {
        let plural = if number == 1 { "" } else { "s" };
        format!("{number} {name}{plural}")
    };
    let clauses = count(plan.clauses.len(), "clause");
    format!("{clauses} in {}", count(plan.divisions.len(), "division"))
}

/// The report that `--format json` prints.
#[derive(Serialize)]
struct Report<'a> {
    ok: bool,
    diagnostics: &'a [Diagnostic],
    plan: Option<Summary<'a>>,
}

impl Report<'_> {
    /// Prints the report. Of a folder with problems, the failure has this exit status.
    fn print(&self, system: &impl System, status: u8) -> Result<(), Failure> {
        let json = serde_json::to_string_pretty(self);
        system.print(&json.map_err(|error| Failure::build("write JSON", error))?);
        if self.ok {
            Ok(())
        } else {
            Err(Failure::Reported(status))
        }
    }
}

#[derive(Serialize)]
struct Summary<'a> {
    id: &'a str,
    clauses: usize,
    languages: Vec<&'a str>,
    /// For each facet and value, the eIds of the clauses with this value.
    facets: BTreeMap<&'a str, BTreeMap<&'a str, Vec<&'a str>>>,
}

impl<'a> Summary<'a> {
    fn new(plan: &'a Plan) -> Self {
        let mut facets: BTreeMap<&str, BTreeMap<&str, Vec<&str>>> = BTreeMap::new();
        for facet in &plan.facets {
            let values = facet
                .values
                .iter()
                .map(|value| (value.id.as_ref(), Vec::new()));
            facets.insert(&facet.id, values.collect());
        }
        for clause in &plan.clauses {
            for tag in &clause.tags {
                let facet = &plan.facets[tag.facet];
                let values = facets.entry(&facet.id).or_default();
                values
                    .entry(&facet.values[tag.value].id)
                    .or_default()
                    .push(clause.eid.as_str());
            }
        }
        let languages = plan
            .languages
            .iter()
            .map(|language| language.tag.as_ref())
            .collect();
        Self {
            id: &plan.id,
            clauses: plan.clauses.len(),
            languages,
            facets,
        }
    }
}
