//! The data of the pages for search engines: JSON-LD in the vocabulary of schema.org.
//!
//! The plan is a `Legislation`. A translation is a `LegislationObject`, because only this type has
//! a legal value, and the value says that the translation is unofficial. The data does not repeat
//! the clauses' texts: they are in the page, in elements with the ids that the data names.

use plan::{DivisionId, Language, Outline, Plan, Status};
use serde_json::{Value, json};

/// Returns the plan as JSON-LD, for a page whose text is in `language`.
pub(super) fn json_ld(plan: &Plan, language: &str) -> String {
    let [original, translations @ ..] = &plan.languages[..] else {
        return String::new();
    };
    let shown = plan.title.nearest(language).tag;
    let text = |language: &Language| text(plan, language, shown);
    let mut work = text(original);
    work["@context"] = json!("https://schema.org");
    if !plan.source.url.is_empty() {
        work["isBasedOn"] = json!(plan.source.url);
    }
    let translations: Vec<Value> = translations
        .iter()
        .map(|translation| {
            let mut translation = text(translation);
            translation["translationOfWork"] = json!({ "@id": work["@id"] });
            translation
        })
        .collect();
    if !translations.is_empty() {
        work["workTranslation"] = json!(translations);
    }
    // The data must not end the script element that contains it.
    work.to_string().replace('<', "\\u003c")
}

/// Returns the plan in one language. If the page shows this language, the result contains its
/// parts.
fn text(plan: &Plan, language: &Language, shown: &str) -> Value {
    let address = format!("plan.{}.html", language.tag);
    let mut text = json!({
        "@id": address,
        "@type": "Legislation",
        "name": plan.title.nearest(&language.tag).text,
        "inLanguage": language.html,
        "url": address,
    });
    if language.status == Status::Unofficial {
        text["@type"] = json!("LegislationObject");
        text["legislationLegalValue"] = json!("https://schema.org/UnofficialLegalValue");
    }
    if language.tag == shown {
        text["hasPart"] = divisions(plan, &Outline::new(plan), None, shown).into();
    }
    text
}

fn divisions(plan: &Plan, outline: &Outline, parent: Option<DivisionId>, tag: &str) -> Vec<Value> {
    let division = |&id: &DivisionId| {
        let division = &plan.divisions[id];
        let number = division.number.nearest(tag).text;
        let heading = division.heading.nearest(tag).text;
        let name = format!("{number} {heading}");
        let mut whole = part(division.eid.as_str(), &name);
        let clauses = outline.clauses(id).iter();
        let mut parts: Vec<Value> = clauses
            .map(|&clause| &plan.clauses[clause])
            .map(|clause| part(clause.eid.as_str(), clause.number.nearest(tag).text))
            .collect();
        parts.extend(divisions(plan, outline, Some(id), tag));
        whole["hasPart"] = parts.into();
        whole
    };
    outline.divisions(parent).iter().map(division).collect()
}

fn part(eid: &str, name: &str) -> Value {
    json!({
        "@id": format!("#{eid}"),
        "@type": "Legislation",
        "legislationIdentifier": eid,
        "name": name,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_every_clause_and_marks_translations_as_unofficial() {
        let plan = fixture::plan();
        let text = json_ld(&plan, "en");
        assert!(!text.contains('<'));
        let work: Value = serde_json::from_str(&text).expect("the data is JSON");
        assert_eq!(work["inLanguage"], "zh-Hans");
        assert!(work.get("legislationLegalValue").is_none() && work.get("hasPart").is_none());
        let translations = work["workTranslation"].as_array().expect("translations");
        assert_eq!(translations.len(), plan.languages.len() - 1);
        for translation in translations {
            let value = &translation["legislationLegalValue"];
            assert_eq!(value, "https://schema.org/UnofficialLegalValue");
            assert_eq!(translation["translationOfWork"]["@id"], work["@id"]);
        }
        assert_eq!(translations[0]["inLanguage"], "en");
        let parts = translations[0]["hasPart"].to_string();
        for clause in &plan.clauses {
            assert!(parts.contains(&format!("\"@id\":\"#{}\"", clause.eid)));
        }
    }
}
