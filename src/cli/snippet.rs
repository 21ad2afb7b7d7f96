//! `snippet`: prints the code that embeds a view of the plan.

use std::path::Path;

use clap::ValueEnum;
use plan::Plan;
use publish::embed::Embed;
use publish::site::prerender;
use query::Problem;

use super::failure::Failure;
use super::print;
use super::project::compile_folder;

/// The kind of code.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Form {
    /// The tag with its script
    Element,
    /// An iframe, resized by a script if the page allows scripts
    Iframe,
    /// The tag with the plan's whole text inside
    Static,
    /// The address of a page that shows the view
    Link,
}

/// How the element lives in its page.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Layout {
    /// In the flow of an article
    Article,
    /// Of a limited height
    Panel,
    /// A page that has nothing else
    Page,
    /// Quote cards of the pinned clauses
    Card,
}

pub(super) fn snippet(
    content: &Path,
    view: &str,
    form: Form,
    layout: Option<Layout>,
) -> Result<(), Failure> {
    let content = compile_folder(content)?;
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
        layout: layout.map_or("", Layout::word),
        ..Embed::new(plan, &view)
    };
    let code = match form {
        Form::Element => embed.element(),
        Form::Iframe => embed.iframe(),
        Form::Link => embed.link(),
        Form::Static => {
            let mut interfaces = content.interfaces.iter();
            let interface = interfaces.find(|interface| interface.tag == embed.language());
            let interface = interface.or(content.interfaces.first());
            let text = interface.map(|interface| prerender::fragment(plan, interface));
            embed.with_text(&text.unwrap_or_default())
        }
    };
    print::line(code);
    Ok(())
}

impl Layout {
    fn word(self) -> &'static str {
        match self {
            Self::Article => "article",
            Self::Panel => "panel",
            Self::Page => "page",
            Self::Card => "card",
        }
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
