//! The plan as static HTML, for readers without scripts, search engines, and before the widget is there.

use std::fmt::Write;

use html_escape::{encode_double_quoted_attribute as attribute, encode_text};

use crate::interface::{Interface, fill};
use crate::plan::{Localized, Plan, Status};

/// The whole text in the language of the interface as a fragment to be put inside `<clause-explorer>`:
/// headings, clauses with their eIds as ids, and where the text comes from. No script, no style.
#[must_use]
pub fn fragment(plan: &Plan, interface: &Interface) -> String {
    let mut html = String::new();
    // Writing to a String cannot fail.
    write_fragment(&mut html, plan, interface).unwrap_or_default();
    html
}

fn write_fragment(html: &mut String, plan: &Plan, interface: &Interface) -> std::fmt::Result {
    let tag = plan.title.nearest(&interface.tag).0;
    let text = |localized: &Localized| encode_text(localized.nearest(tag).1).into_owned();
    let language = plan
        .languages
        .iter()
        .find(|language| language.tag == tag)
        .unwrap_or(&plan.languages[0]);
    let translate = if language.status == Status::Authoritative {
        " translate=\"no\""
    } else {
        ""
    };
    writeln!(
        html,
        "<div lang=\"{}\" dir=\"ltr\"{translate}>",
        attribute(&language.html)
    )?;
    writeln!(html, "<h2>{}</h2>", text(&plan.title))?;
    if language.status == Status::Unofficial {
        let status = fill(&interface.unofficial, &[("language", &language.name)]);
        writeln!(html, "<p>{}</p>", encode_text(&status))?;
    }
    for paragraph in plan.preamble.iter() {
        writeln!(html, "<p>{}</p>", text(paragraph))?;
    }
    for (place, division) in plan.divisions.iter().enumerate() {
        let level = if division.parent.is_some() { 4 } else { 3 };
        let (eid, number) = (attribute(division.eid.as_str()), text(&division.number));
        writeln!(
            html,
            "<h{level} id=\"{eid}\">{number} {}</h{level}>",
            text(&division.heading)
        )?;
        for clause in plan
            .clauses
            .iter()
            .filter(|clause| clause.division == place)
        {
            let (eid, number) = (attribute(clause.eid.as_str()), text(&clause.number));
            writeln!(
                html,
                "<p id=\"{eid}\"><b>{number}</b> {}</p>",
                text(&clause.text)
            )?;
        }
    }
    let source = &plan.source;
    let line = fill(
        &interface.source,
        &[
            ("publisher", &source.publisher),
            ("published", &source.published),
        ],
    );
    let (url, line) = (attribute(&source.url), encode_text(&line));
    let end = plan.clauses.iter().find(|clause| clause.truncated);
    let end = end.map_or(String::new(), |clause| {
        fill(
            &interface.ends_in,
            &[("number", clause.number.nearest(tag).1)],
        )
    });
    writeln!(
        html,
        "<p>{} <a href=\"{url}\">{line}</a></p>",
        encode_text(&end)
    )?;
    writeln!(html, "</div>")
}
