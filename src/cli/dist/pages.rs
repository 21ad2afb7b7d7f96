//! The pages, with the plan's text in them, and that text by itself.

use clause_explorer::compile::Content;
use clause_explorer::prerender;
use html_escape::encode_double_quoted_attribute;

use super::linked_data;

/// The pages that `www/` has.
pub(super) const NAMES: [&str; 3] = ["index.html", "embed.html", "guide.html"];

/// The pages are in English.
const LANGUAGE: &str = "en";

/// A page, with the plan's name, data and text in place of the comments that stand for them.
pub(super) fn page(page: &str, content: &Content) -> String {
    let title = content.plan.title.nearest(LANGUAGE).1;
    page.replace(
        "<!-- the plan's name -->",
        &encode_double_quoted_attribute(title),
    )
    .replace("<!-- the plan's data -->", &data(content))
    .replace("<!-- the plan's text -->", &text(content, LANGUAGE))
}

/// The web app's manifest, with the plan's name.
pub(super) fn manifest(manifest: &str, content: &Content) -> String {
    let title = content.plan.title.nearest(LANGUAGE).1;
    let quoted = serde_json::Value::from(title).to_string();
    manifest.replace("\"<!-- the plan's name -->\"", &quoted)
}

/// The plan as JSON-LD. A policy on scripts does not concern it: it is never run.
fn data(content: &Content) -> String {
    let data = linked_data::json_ld(&content.plan, LANGUAGE);
    format!("<script type=\"application/ld+json\">{data}</script>")
}

/// The whole text in a language as a static fragment.
pub(super) fn text(Content { plan, interfaces }: &Content, language: &str) -> String {
    let interface = interfaces
        .iter()
        .find(|interface| interface.tag == language)
        .or(interfaces.first());
    interface.map_or(String::new(), |interface| {
        prerender::fragment(plan, interface)
    })
}
