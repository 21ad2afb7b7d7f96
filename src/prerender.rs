//! The plan as static HTML, for readers without scripts, search engines, and before the widget is there.

use std::fmt::Write;

use html_escape::{encode_double_quoted_attribute as attribute, encode_text};

use crate::plan::{Localized, Plan};

/// The whole text in one language as a fragment to be put inside `<clause-explorer>`: headings,
/// clauses with their eIds as ids, and where the text comes from. No script, no style.
#[must_use]
pub fn fragment(plan: &Plan, tag: &str) -> String {
    let mut html = String::new();
    // Writing to a String cannot fail.
    write_fragment(&mut html, plan, tag).unwrap_or_default();
    html
}

fn write_fragment(html: &mut String, plan: &Plan, tag: &str) -> std::fmt::Result {
    let language = plan
        .languages
        .iter()
        .find(|language| language.tag == tag)
        .unwrap_or(&plan.languages[0]);
    let text = |localized: &Localized| encode_text(localized.nearest(tag).1).into_owned();
    writeln!(html, "<div lang=\"{}\">", attribute(&language.html))?;
    writeln!(html, "<h2>{}</h2>", text(&plan.title))?;
    for paragraph in plan.preamble.iter() {
        writeln!(html, "<p>{}</p>", text(paragraph))?;
    }
    for (place, division) in plan.divisions.iter().enumerate() {
        let level = if division.parent.is_some() { 4 } else { 3 };
        let (eid, number) = (
            attribute(division.eid.as_str()),
            encode_text(&division.number),
        );
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
            let (eid, number) = (attribute(clause.eid.as_str()), encode_text(&clause.number));
            writeln!(
                html,
                "<p id=\"{eid}\"><b>{number}</b> {}</p>",
                text(&clause.text)
            )?;
        }
    }
    let source = &plan.source;
    let (url, publisher) = (attribute(&source.url), encode_text(&source.publisher));
    writeln!(
        html,
        "<p><a href=\"{url}\">{publisher}</a>, {}. {}</p>",
        encode_text(&source.published),
        encode_text(&source.notice)
    )?;
    writeln!(html, "</div>")
}
