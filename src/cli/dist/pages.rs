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
    let plan = &content.plan;
    let (tag, title) = plan.title.nearest(LANGUAGE);
    let language = plan.language(tag).map_or(tag, |language| &language.html);
    let of_it = of_plan(page, &plan.id);
    of_it
        .replace(
            "<!-- the plan's name -->",
            &encode_double_quoted_attribute(title),
        )
        .replace(
            "<!-- the plan's language -->",
            &encode_double_quoted_attribute(language),
        )
        .replace("<!-- the plan's tag -->", tag)
        .replace("<!-- the plan's data -->", &data(content))
        .replace("<!-- the plan's text -->", &text(content, LANGUAGE))
}

/// A page without what is said there of another plan. What is of the plan with an id stands below a comment
/// that names it, then what is of any other one, and then what is of every plan again.
fn of_plan(page: &str, id: &str) -> String {
    let [of, other, every] = [
        "<!-- of ",
        "any other plan -->\n",
        "<!-- of every plan -->\n",
    ];
    let mut kept = String::with_capacity(page.len());
    let mut rest = page;
    while let Some((before, after)) = rest.split_once(of) {
        kept.push_str(before);
        let (parts, after) = after.split_once(every).unwrap_or((after, ""));
        let (named, others) = parts
            .split_once(&[of, other].concat())
            .unwrap_or((parts, ""));
        let (name, own) = named.split_once(" -->\n").unwrap_or((named, ""));
        kept.push_str(if name == id { own } else { others });
        rest = after;
    }
    kept + rest
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

#[cfg(test)]
mod tests {
    use super::of_plan;

    #[test]
    fn a_page_says_what_is_of_its_plan() {
        let page = "a\n<!-- of ours -->\nb\n<!-- of any other plan -->\nc\n<!-- of every plan -->\nd\n\
            <!-- of ours -->\ne\n<!-- of any other plan -->\n<!-- of every plan -->\nf <!-- the plan's name -->\n";
        assert_eq!(
            of_plan(page, "ours"),
            "a\nb\nd\ne\nf <!-- the plan's name -->\n"
        );
        assert_eq!(
            of_plan(page, "theirs"),
            "a\nc\nd\nf <!-- the plan's name -->\n"
        );
    }
}
