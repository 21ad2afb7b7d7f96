//! `snippet`: prints the code that embeds a view of the plan.

use std::path::Path;

use plan::Plan;
use publish::embed::Embed;
use publish::site::prerender;
use query::Problem;

use crate::arguments::{Form, Layout};
use crate::content::compile_folder;
use crate::failure::Failure;
use crate::system::System;

pub(crate) fn snippet(
    system: &impl System,
    content: &Path,
    view: &str,
    form: Form,
    layout: Option<Layout>,
) -> Result<(), Failure> {
    let content = compile_folder(system, content)?;
    let plan = &content.plan;
    let (view, problems) = query::parse(view, plan);
    if !problems.is_empty() {
        let problems: Vec<String> = problems
            .iter()
            .map(|problem| describe(problem, plan))
            .collect();
        return Err(Failure::Usage(problems.join("\nerror: ")));
    }
    let embed = Embed {
        layout: layout.map_or("", word),
        ..Embed::new(plan, &view)
    };
    let code = match form {
        Form::Element => embed.element(),
        Form::Iframe => embed.iframe(),
        Form::Link => embed.link(),
        Form::Static => {
            let text = prerender::in_language(&content, embed.language());
            embed.with_text(&text)
        }
    };
    system.print(&code);
    Ok(())
}

fn word(layout: Layout) -> &'static str {
    match layout {
        Layout::Article => "article",
        Layout::Panel => "panel",
        Layout::Page => "page",
        Layout::Card => "card",
    }
}

/// Describes a problem. For an unknown value, it lists the facet's values.
fn describe(problem: &Problem, plan: &Plan) -> String {
    let Problem::Value(key, _) = problem else {
        return problem.to_string();
    };
    let facet = plan.facets.iter().find(|facet| facet.id == *key);
    let values = facet.iter().flat_map(|facet| facet.values.iter());
    let values: Vec<&str> = values.map(|value| value.id.as_ref()).collect();
    format!("{problem}; its values are {}", values.join(", "))
}
