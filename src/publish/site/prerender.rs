//! The plan as static HTML, for readers without scripts, for search engines, and until the widget
//! is mounted.
//!
//! Absent on purpose: scripts, styles, and the widget's own markup. The widget is for interaction;
//! this text is for reading, also by programs.

use std::fmt::Write;

use html_escape::{encode_double_quoted_attribute as attribute, encode_text};

use plan::interface::{Interface, Outside, fill};
use plan::{
    ClauseId, Content, DivisionId, InLanguage, Language, Localized, Outline, Plan, Status,
    direction,
};

use crate::rich_html::{note_id, rich_html};

/// Returns the whole text in a language of the plan, with the widget's words in that language, or
/// else in the first language of the widget.
#[must_use]
pub fn in_language(Content { plan, interfaces }: &Content, language: &str) -> String {
    let own = interfaces
        .iter()
        .find(|interface| interface.tag == language);
    own.or(interfaces.first())
        .map_or(String::new(), |words| fragment(plan, words, language))
}

/// Returns the whole text in this language, or else in the nearest one of its title, as a fragment for
/// the inside of `<clause-explorer>`: an article with a section for each division, with eIds as ids, the text's
/// legal status, and its source.
#[must_use]
fn fragment(plan: &Plan, interface: &Interface, language: &str) -> String {
    let tag = plan.title.nearest(language).tag;
    let language = plan.language(tag);
    let text = Fragment {
        plan,
        outline: Outline::new(plan),
        interface,
        language: language.unwrap_or(&plan.languages[0]),
    };
    let mut html = String::new();
    // Writing to a String cannot fail.
    text.write(&mut html).unwrap_or_default();
    html
}

struct Fragment<'a> {
    plan: &'a Plan,
    outline: Outline,
    interface: &'a Interface,
    /// The language of the text.
    language: &'a Language,
}

impl Fragment<'_> {
    fn write(&self, html: &mut String) -> std::fmt::Result {
        let (plan, interface) = (self.plan, self.interface);
        // Browsers must not replace the authoritative text with a machine translation.
        let translate = match self.language.status {
            Status::Authoritative => " translate=\"no\"",
            Status::Unofficial => "",
        };
        let lang = attribute(&self.language.html);
        let dir = direction(&self.language.html);
        writeln!(html, "<article lang=\"{lang}\" dir=\"{dir}\"{translate}>")?;
        writeln!(html, "<h2>{}</h2>", self.text(&plan.title))?;
        let Outside(no_script) = &interface.no_script;
        let no_script = encode_text(no_script);
        writeln!(html, "<noscript><p>{no_script}</p></noscript>")?;
        let status = match self.language.status {
            Status::Authoritative => &interface.authoritative,
            Status::Unofficial => &interface.unofficial,
        };
        // The status of a plan's only language needs no explanation.
        if plan.languages.len() > 1 {
            let status = interface.about(status, self.language);
            writeln!(html, "<p><strong>{}</strong></p>", encode_text(&status))?;
        }
        if let Some(translation) = &self.language.translation {
            writeln!(html, "<p>{}</p>", encode_text(translation))?;
        }
        for paragraph in &plan.preamble {
            let (lang, text) = (self.lang(paragraph), self.text(paragraph));
            writeln!(html, "<p{lang}>{text}</p>")?;
        }
        self.write_divisions(html, None)?;
        self.write_source(html)?;
        writeln!(html, "</article>")
    }

    /// Writes the divisions inside another one, or the outermost ones: each with its clauses, then
    /// with the divisions inside it.
    fn write_divisions(&self, html: &mut String, parent: Option<DivisionId>) -> std::fmt::Result {
        let level = if parent.is_some() { 4 } else { 3 };
        for &id in self.outline.divisions(parent) {
            let division = &self.plan.divisions[id];
            let eid = attribute(division.eid.as_str());
            let title = encode_text(&division.title(&self.language.tag)).into_owned();
            writeln!(html, "<section id=\"{eid}\">")?;
            let lang = self.lang(&division.heading);
            writeln!(html, "<h{level}{lang}>{title}</h{level}>")?;
            for &clause in self.outline.clauses(id) {
                self.write_clause(html, clause)?;
            }
            self.write_divisions(html, Some(id))?;
            writeln!(html, "</section>")?;
        }
        Ok(())
    }

    fn write_clause(&self, html: &mut String, id: ClauseId) -> std::fmt::Result {
        let clause = &self.plan.clauses[id];
        let eid = attribute(clause.eid.as_str());
        let number = self.text(&clause.number);
        let lang = self.lang(&clause.text);
        if !lang.is_empty() {
            let missing = &self.interface.untranslated;
            let missing = self.interface.about(missing, self.language);
            writeln!(html, "<p><i>{}</i></p>", encode_text(&missing))?;
        }
        let InLanguage { tag, text } = clause.text.nearest(&self.language.tag);
        let markup = self.plan.markup_of(id, tag);
        let (parts, notes) = markup.map_or((&[][..], &[][..]), |it| (&it.parts, &it.notes));
        // A paragraph cannot contain lists, tables or quotations.
        let has_blocks = parts.iter().any(|part| part.kind.is_block());
        let tag = if has_blocks { "div" } else { "p" };
        let text = rich_html(text, parts, notes, clause.eid.as_str());
        write!(html, "<{tag} id=\"{eid}\"{lang}><b>{number}</b> {text}")?;
        if self.plan.is_truncated(clause) {
            let note = encode_text(&self.interface.breaks_off);
            write!(html, " <i>{note}</i>")?;
        }
        if let Some(slip) = clause.slip.as_ref().filter(|_| self.is_original()) {
            let (words, note) = (encode_text(&slip.words), self.text(&slip.note));
            write!(html, " <i>“{words}” [sic] {note}</i>")?;
        }
        writeln!(html, "</{tag}>")?;
        for (nth, note) in notes.iter().enumerate() {
            let id = note_id(clause.eid.as_str(), nth);
            let (id, mark) = (attribute(&id), encode_text(&note.mark));
            let text = rich_html(&note.text, &note.parts, &[], "");
            writeln!(html, "<p id=\"{id}\"{lang}><sup>{mark}</sup> {text}</p>")?;
        }
        Ok(())
    }

    /// Writes the clause in which the source breaks off, if it does, and the source.
    fn write_source(&self, html: &mut String) -> std::fmt::Result {
        let source = &self.plan.source;
        writeln!(html, "<footer>")?;
        if let Some(last) = self.plan.truncated() {
            let number = last.number.nearest(&self.language.tag).text;
            let end = fill(&self.interface.ends_in, &[("number", number)]);
            writeln!(html, "<p>{}</p>", encode_text(&end))?;
        }
        let line = source.line(self.interface);
        let (url, line) = (attribute(&source.url), encode_text(&line));
        if url.is_empty() {
            writeln!(html, "<p>{line}</p>")?;
        } else {
            writeln!(html, "<p><a href=\"{url}\">{line}</a></p>")?;
        }
        writeln!(html, "</footer>")
    }

    fn is_original(&self) -> bool {
        self.plan.languages.first() == Some(self.language)
    }

    /// Returns the attributes of a text that lacks a translation; empty for any other text.
    fn lang(&self, localized: &Localized) -> String {
        let tag = localized.nearest(&self.language.tag).tag;
        let other = self.plan.language(tag);
        let other = other.filter(|other| other.tag != self.language.tag);
        other.map_or_else(String::new, |other| {
            let (lang, dir) = (attribute(&other.html), direction(&other.html));
            format!(" lang=\"{lang}\" dir=\"{dir}\"")
        })
    }

    fn text(&self, localized: &Localized) -> String {
        encode_text(localized.nearest(&self.language.tag).text).into_owned()
    }
}

#[cfg(test)]
mod tests {
    use plan::{ClauseId, Id};

    use super::*;

    #[test]
    fn says_how_a_translation_was_made() {
        let text = |language| in_language(fixture::content(), language);
        assert!(text("es").contains("<p>Proyecto Clause Explorer, 2026-11-26. Borrador de"));
        assert!(!text("zh").contains("Clause Explorer"));
    }

    #[test]
    fn marks_texts_without_a_translation() {
        let mut content = fixture::content().clone();
        let clause = &mut content.plan.clauses[ClauseId::new(0)];
        clause.text.0.retain(|text| text.tag != "en");
        let text = in_language(&content, "en");
        let expected = "<p><i>Not translated into English; the original:</i></p>\n<p id=\"art_1__para_1\" lang=\"zh-Hans\" dir=\"ltr\"><b>Article 1(1)</b> ";
        assert!(text.contains(expected), "{text}");
        assert_eq!(text.matches("Not translated").count(), 1);
    }

    #[test]
    fn needs_no_words_of_the_widget_in_the_language() {
        let mut content = fixture::content().clone();
        content.interfaces.retain(|interface| interface.tag == "en");
        let text = in_language(&content, "es");
        assert!(text.starts_with("<article lang=\"es\""), "{text}");
        assert!(text.contains("Artículo 4.1"), "{text}");
        assert!(
            text.contains("Searching and filtering need JavaScript"),
            "{text}"
        );
    }

    #[test]
    fn writes_lists_and_notes() {
        let mut content = fixture::content().clone();
        let plan = &mut content.plan;
        plan.clauses[ClauseId::new(0)].text.0[1].text = "Keep:\n(a) forests".into();
        let markup = serde_json::json!([{
            "clause": 0,
            "language": "en",
            "parts": [
                { "kind": "note", "start": 4, "end": 4, "target": "1" },
                { "kind": "list", "start": 6, "end": 17 },
                { "kind": "item", "start": 6, "end": 17, "target": "art_1__para_1__list_1__point_a" },
            ],
            "notes": [{ "mark": "1", "text": "n", "parts": [{ "kind": "strong", "start": 0, "end": 1 }] }],
        }]);
        plan.markup = serde_json::from_value(markup).expect("the JSON is markup");
        assert_eq!(plan.validate(), Ok(()));
        let text = in_language(&content, "en");
        let expected = "<div id=\"art_1__para_1\"><b>Article 1(1)</b> Keep<sup><a href=\"#art_1__para_1__note_1\">1</a></sup>:<ul><li id=\"art_1__para_1__list_1__point_a\">(a) forests</li></ul></div>\n<p id=\"art_1__para_1__note_1\"><sup>1</sup> <strong>n</strong></p>\n";
        assert!(text.contains(expected), "{text}");
        assert!(!in_language(&content, "es").contains("forests"));
    }

    #[test]
    fn writes_languages_from_right_to_left() {
        let mut content = fixture::content().clone();
        content.plan.languages[1].html = "ar".into();
        let text = in_language(&content, "en");
        assert!(text.starts_with("<article lang=\"ar\" dir=\"rtl\">"));
    }

    #[test]
    fn names_a_source_without_date_or_address() {
        let mut content = fixture::content().clone();
        content.plan.source.published = "".into();
        content.plan.source.url = "".into();
        let end = |language| {
            let text = in_language(&content, language);
            let footer = text.rsplit("<p>").next().unwrap_or_default();
            footer.lines().next().unwrap_or_default().to_owned()
        };
        assert_eq!(end("en"), "Source: yunbaogao.cn</p>");
        assert_eq!(end("zh"), "来源：yunbaogao.cn</p>");
    }

    #[test]
    fn notes_slips_only_in_the_original() {
        let text = |language| in_language(fixture::content(), language);
        let zh = text("zh");
        assert!(zh.contains("应对粮食安全問題。 <i>“問題” [sic] "));
        assert_eq!(zh.matches("[sic]").count(), 3);
        assert!(!text("en").contains("[sic]"));
    }
}
