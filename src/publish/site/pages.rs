//! The pages and the small documents, rendered from the templates of `www/`.
//!
//! The template engine is minijinja. An undefined name is an error, and the ending of the file
//! decides how values are escaped. A content folder may contain a `showcase.html` that extends
//! `index.html`.

use minijinja::{AutoEscape, Environment, UndefinedBehavior, Value, context};
use plan::{Content, InLanguage, Plan};

use super::error::SiteError;
use super::input::{Options, Www};
use super::preview::PREVIEW;
use super::{linked_data, prerender, studio};

/// The pages that the service worker keeps for every reader, in the order in which they are written.
pub(super) const NAMES: [&str; 3] = ["index.html", "embed.html", "guide.html"];

/// The templates: names, and paths in `www/`.
const TEMPLATES: [(&str, &str); 8] = [
    ("index.html", "site/index.html"),
    ("embed.html", "embed/embed.html"),
    ("guide.html", "site/guide.html"),
    (studio::PAGE, "studio/studio.html"),
    ("clause-explorer.html", "site/clause-explorer.html"),
    ("package.json", "package/package.json"),
    (README, "package/README.md"),
    ("manifest.webmanifest", "site/manifest.webmanifest"),
];

/// The package's own page, in Markdown.
pub(super) const README: &str = "README.md";

/// The template of a content folder that replaces `index.html`.
const SHOWCASE: &str = "showcase.html";

/// The language of the pages' own words. A page that has only the plan is in the plan's language that is nearest.
const LANGUAGE: &str = "en";

/// The templates of a site, and the values that every template may use.
pub(super) struct Pages<'a> {
    environment: Environment<'a>,
    has_showcase: bool,
    /// Whether the site has the studio.
    pub(super) has_studio: bool,
    values: Value,
}

impl<'a> Pages<'a> {
    pub(super) fn new(
        content: &Content,
        www: Www<'a>,
        options: &Options<'a>,
        has_studio: bool,
    ) -> Result<Self, SiteError> {
        let mut environment = Environment::new();
        environment.set_undefined_behavior(UndefinedBehavior::Strict);
        environment.set_keep_trailing_newline(true);
        environment.set_trim_blocks(true);
        environment.set_auto_escape_callback(|name| {
            if name.ends_with(".html") {
                AutoEscape::Html
            } else if name == README {
                AutoEscape::None
            } else {
                AutoEscape::Json
            }
        });
        let own = options.showcase.map(|showcase| Ok((SHOWCASE, showcase)));
        let of_www = TEMPLATES
            .into_iter()
            .map(|(name, path)| Ok((name, www.text(path)?)));
        for template in of_www.chain(own) {
            let (name, text) = template?;
            environment
                .add_template(name, text)
                .map_err(|error| failure(name, &error))?;
        }
        Ok(Self {
            environment,
            has_showcase: options.showcase.is_some(),
            has_studio,
            values: context! { studio => has_studio, ..values(content, options) },
        })
    }

    /// Renders the page `name`, with the mark of its build.
    pub(super) fn render(&self, name: &str, build: &str) -> Result<String, SiteError> {
        self.render_with(name, context! { build })
    }

    /// Renders the page `name`, with further values.
    pub(super) fn render_with(&self, name: &str, own: Value) -> Result<String, SiteError> {
        let template = match name {
            "index.html" if self.has_showcase => SHOWCASE,
            name => name,
        };
        let values = context! { ..own, ..self.values.clone() };
        self.environment
            .get_template(template)
            .and_then(|template| template.render(values))
            .map_err(|error| failure(template, &error))
            .and_then(|page| with_explorer(template, page))
    }
}

/// Refuses a showcase page without the element: its template may lack `extends`, or empty a block.
fn with_explorer(template: &str, page: String) -> Result<String, SiteError> {
    if template != SHOWCASE || page.contains("<clause-explorer") {
        return Ok(page);
    }
    let found = "expected a page with <clause-explorer>, found none; begin the template with \
                 {% extends \"index.html\" %}, and keep the tag in its block `explorer`";
    Err(SiteError::new(&format!("render {template}"), found))
}

fn failure(name: &str, error: &minijinja::Error) -> SiteError {
    SiteError::new(&format!("render {name}"), error)
}

/// Returns the version, the name of the plan's picture if there is one, and the values about the plan: its id, its title with the language of the title, its data
/// for search engines, its text, and the files with its text in each language.
fn values(content: &Content, options: &Options<'_>) -> Value {
    let plan = &content.plan;
    let InLanguage { tag, text: title } = plan.title.nearest(LANGUAGE);
    let language = plan.language(tag).map_or(tag, |language| &language.html);
    // A policy for scripts does not apply to it, because browsers do not run it.
    let data = linked_data::json_ld(plan, LANGUAGE);
    let data = format!("<script type=\"application/ld+json\">{data}</script>");
    let text = prerender::in_language(content, LANGUAGE);
    let languages: Vec<Value> = plan
        .languages
        .iter()
        .map(|language| {
            context! {
                name => &*language.name,
                html => &*language.html,
                file => format!("plan.{}.html", language.tag),
            }
        })
        .collect();
    context! {
        version => options.version,
        preview => options.preview.map(|_| PREVIEW),
        example => example(plan, tag),
        plan => context! {
            id => &*plan.id,
            title,
            tag,
            language,
            languages,
            data => Value::from_safe_string(data),
            text => Value::from_safe_string(text),
        },
    }
}

/// Returns a filter, a view (alone, and as an attribute has it) and a clause of the plan, for the examples of the guide.
fn example(plan: &Plan, tag: &str) -> Value {
    let facet = plan.facets.iter().find(|facet| !facet.values.is_empty());
    let filter = facet.and_then(|facet| {
        let value = facet.values.iter().next()?;
        Some(format!("{}={}", facet.id, value.id))
    });
    let mut languages = plan.languages.iter().map(|language| &*language.tag);
    let beside = languages.find(|other| *other != tag);
    let compare = beside.map(|other| format!("compare={other}"));
    let view: Vec<String> = filter.clone().into_iter().chain(compare).collect();
    let clause = plan.clauses.iter().next_back().map(|clause| &clause.eid);
    context! {
        filter => filter.unwrap_or_default(),
        view => view.join("&"),
        attribute => view.join("&amp;"),
        clause => clause.map_or("", |eid| eid.as_str()),
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;

    fn rendered(index: &str, showcase: Option<&str>) -> Result<String, SiteError> {
        let mut www: BTreeMap<String, String> = TEMPLATES
            .iter()
            .map(|(_, path)| ((*path).to_owned(), "{{ plan.title }}".to_owned()))
            .collect();
        www.insert("site/index.html".to_owned(), index.to_owned());
        let options = Options {
            version: "1.2.3",
            showcase,
            preview: None,
            folder: &BTreeMap::new(),
            licences: &[],
            guide: "",
        };
        Pages::new(fixture::content(), Www(&www), &options, true)?.render("index.html", "mark")
    }

    #[test]
    fn a_showcase_fills_the_blocks_of_the_index() {
        let index =
            "<clause-explorer>{% block lead %}any plan{% endblock %}, {{ version }}, {{ build }}\n";
        let showcase = "{% extends \"index.html\" %}{% block lead %}{{ plan.id }}{% endblock %}";
        assert_eq!(
            rendered(index, None).as_deref(),
            Ok("<clause-explorer>any plan, 1.2.3, mark\n")
        );
        assert_eq!(
            rendered(index, Some(showcase)).as_deref(),
            Ok("<clause-explorer>china-celac-2022-2024, 1.2.3, mark\n")
        );
    }

    #[test]
    fn a_showcase_without_the_element_is_an_error() {
        for showcase in ["", "<p>bare</p>"] {
            let error = rendered("<clause-explorer>", Some(showcase)).expect_err(showcase);
            let error = error.to_string();
            assert!(
                error.contains("expected a page with <clause-explorer>"),
                "{error}"
            );
        }
    }

    #[test]
    fn an_undefined_name_is_an_error() {
        let error = rendered("{{ plan.titel }}", None).expect_err("titel is not defined");
        let error = error.to_string();
        assert!(
            error.starts_with("expected to render index.html, but: "),
            "{error}"
        );
        assert!(error.contains("undefined"), "{error}");
    }

    #[test]
    fn examples_are_of_the_plan() {
        let template = "{{ example.filter }} {{ example.attribute | safe }} {{ example.clause }}";
        assert_eq!(
            rendered(template, None).as_deref(),
            Ok(
                "sector=political-security sector=political-security&amp;compare=zh art_4__sec_1__para_1"
            )
        );
    }

    #[test]
    fn pages_with_only_the_plan_are_in_its_language() {
        let mut content = fixture::content().clone();
        for (has_english, expected) in [(true, "en"), (false, "zh-Hans")] {
            content
                .plan
                .title
                .0
                .retain(|title| has_english || title.tag != "en");
            let mut www: BTreeMap<String, String> = TEMPLATES
                .iter()
                .map(|(_, path)| ((*path).to_owned(), String::new()))
                .collect();
            let embed = include_str!("../../../www/embed/embed.html");
            www.insert("embed/embed.html".to_owned(), embed.to_owned());
            let options = Options {
                version: "",
                showcase: None,
                preview: None,
                folder: &BTreeMap::new(),
                licences: &[],
                guide: "",
            };
            let pages = Pages::new(&content, Www(&www), &options, true).expect("the templates");
            let page = pages.render("embed.html", "").expect("a page");
            assert!(
                page.contains(&format!("<html lang=\"{expected}\">")),
                "{page:.300}"
            );
            assert_eq!(page.contains("earchable"), has_english, "{page:.900}");
        }
    }

    #[test]
    fn values_are_escaped() {
        let page = rendered("<p title=\"{{ '<&\"' }}\">", None);
        assert_eq!(page.as_deref(), Ok("<p title=\"&lt;&amp;&quot;\">"));
    }
}
