//! The choice of a language among those that a host wants.

use plan::Plan;

use super::engine;

/// Returns the tag of the language to read in: the first that is wanted and known, else the plan's original.
pub(super) fn preferred(languages: &[String], plan: &Plan) -> String {
    let wanted = languages.iter().find_map(|tag| known_tag(tag, plan));
    wanted.unwrap_or(&plan.languages[0].tag).to_owned()
}

/// Returns the tag by which the plan, or else the widget's own words, know a language.
pub(super) fn known_tag<'a>(tag: &str, plan: &'a Plan) -> Option<&'a str> {
    let primary = tag.split('-').next().unwrap_or_default();
    let of_plan = plan.languages.iter().map(|language| &*language.tag);
    let of_words = engine::interfaces().0.iter().map(|words| &*words.tag);
    let mut known = of_plan.chain(of_words);
    known.find(|known| known.eq_ignore_ascii_case(tag) || known.eq_ignore_ascii_case(primary))
}
