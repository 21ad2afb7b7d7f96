//! The facts of a citation, the same for every style, and the text helpers that styles share.

use std::borrow::Cow;
use std::fmt::Write;

use plan::{ClauseId, Plan, Status};

/// The parts of a citation that the plan does not know.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reading<'a> {
    /// The tag of the language in which the clause is read.
    pub tag: &'a str,
    /// The address of the page on which it is read, without a fragment. If this is not an address
    /// of the web, the citation leads to the source.
    pub page: &'a str,
    /// The note about an unofficial translation.
    pub note: &'a str,
    /// The note about a clause in which the source breaks off.
    pub breaks_off: &'a str,
    /// The day of reading, such as `2026-11-25`.
    pub accessed: &'a str,
    /// The same day in a sentence of the reader's language, such as “accessed 2026-11-25”.
    pub accessed_note: &'a str,
}

/// A clause as a work to cite.
pub(super) struct Work<'a> {
    pub(super) key: String,
    /// The tag of the language of the quote.
    tag: &'a str,
    pub(super) title: &'a str,
    pub(super) number: Cow<'a, str>,
    pub(super) quote: String,
    pub(super) language: &'a str,
    /// Whether these are translated from the original.
    pub(super) is_translation: bool,
    pub(super) original: Original<'a>,
    pub(super) publisher: &'a str,
    /// Year, month and day in this order, as far as the source gives them.
    pub(super) date: Vec<&'a str>,
    pub(super) link: String,
    pub(super) source: &'a str,
    /// The host of the page on which it was read; empty if that is the source's own.
    pub(super) via: &'a str,
    /// Empty for an authoritative text.
    pub(super) note: &'a str,
    /// Empty for a complete clause.
    pub(super) breaks_off: &'a str,
    /// Year, month and day of reading.
    pub(super) accessed: Vec<&'a str>,
    pub(super) accessed_note: &'a str,
}

/// A clause in the plan's original language.
pub(super) struct Original<'a> {
    pub(super) title: &'a str,
    pub(super) quote: String,
    pub(super) language: &'a str,
}

impl<'a> Work<'a> {
    pub(super) fn new(plan: &'a Plan, id: ClauseId, reading: Reading<'a>) -> Self {
        let (clause, origin) = (&plan.clauses[id], plan.origin(id));
        let quotable = plan.quotable(clause);
        let tag = clause.text.nearest(reading.tag).tag;
        let language = origin.language(tag);
        let is_unofficial = language.is_some_and(|language| language.status == Status::Unofficial);
        let original = clause.text.original().tag;
        let source = &*origin.source.url;
        let (page_host, source_host) = (host(reading.page), host(source));
        Self {
            key: key(origin.id, clause.eid.as_str()),
            title: origin.title.nearest(tag).text,
            number: clause.number.nearest(tag).text.into(),
            tag,
            quote: quotable.nearest(tag).text.to_owned(),
            language: language.map_or(tag, |language| &language.html),
            is_translation: original != tag,
            original: Original {
                title: origin.title.nearest(original).text,
                quote: quotable.original().text.to_owned(),
                language: origin
                    .language(original)
                    .map_or(original, |language| &language.html),
            },
            publisher: &origin.source.publisher,
            date: date(&origin.source.published),
            link: if page_host.is_empty() {
                source.to_owned()
            } else {
                format!("{}#{}", reading.page, clause.eid)
            },
            source,
            via: if page_host == source_host {
                ""
            } else {
                page_host
            },
            note: if is_unofficial { reading.note } else { "" },
            breaks_off: if plan.is_truncated(clause) {
                reading.breaks_off
            } else {
                ""
            },
            accessed: date(reading.accessed),
            accessed_note: reading.accessed_note,
        }
    }

    /// Cites an item of the clause in its place; any other eId changes nothing.
    pub(super) fn narrow(&mut self, plan: &'a Plan, clause: ClauseId, eid: &str) {
        let original = plan.clauses[clause].text.original().tag;
        let [Some(own), Some(original)] =
            [self.tag, original].map(|tag| plan.item(clause, eid, tag))
        else {
            return;
        };
        let joint = joint(&self.number, &own.number);
        self.number = [&*self.number, joint, &own.number].concat().into();
        own.text.clone_into(&mut self.quote);
        original.text.clone_into(&mut self.original.quote);
        self.key = key(plan.origin(clause).id, eid);
        if let Some((page, _)) = self
            .link
            .rsplit_once('#')
            .filter(|_| self.link != self.source)
        {
            self.link = format!("{page}#{eid}");
        }
    }

    /// Returns the clause's words, behind a translation also those of the original.
    pub(super) fn words(&self) -> String {
        let mut words = self.quote.clone();
        if self.is_translation {
            words.extend([" / ", &self.original.quote]);
        }
        words
    }

    /// Returns the title, behind that of an original the translated one in brackets.
    pub(super) fn titles(&self) -> String {
        let mut titles = self.original.title.to_owned();
        if self.title != titles {
            titles.extend([" [", self.title, "]"]);
        }
        titles
    }

    /// Returns the title and the number, if the clause has one.
    pub(super) fn place(&self, title: &str) -> String {
        let mut place = title.to_owned();
        push_between(&mut place, ", ", &self.number, "");
        place
    }

    /// Returns the translation's status, the note that the source breaks off, and the source's
    /// address if the link leads elsewhere.
    pub(super) fn notes(&self) -> String {
        let source = if self.link == self.source {
            ""
        } else {
            self.source
        };
        let notes = [self.note, self.breaks_off, source];
        let notes: Vec<&str> = notes.into_iter().filter(|note| !note.is_empty()).collect();
        notes.join(" ")
    }
}

/// Returns the key of a clause or an item: the plan's id and the eId, unless the eId begins with the id, as in a collection.
fn key(plan: &str, eid: &str) -> String {
    let is_inside = eid
        .strip_prefix(plan)
        .is_some_and(|rest| rest.starts_with("__"));
    if is_inside {
        eid.to_owned()
    } else {
        [plan, "-", eid].concat()
    }
}

/// Returns the host of an address of the web; empty for other addresses.
fn host(url: &str) -> &str {
    let rest = ["https://", "http://"]
        .iter()
        .find_map(|scheme| url.strip_prefix(scheme));
    rest.and_then(|rest| rest.split(['/', '?', '#']).next())
        .unwrap_or_default()
}

/// Returns the parts of a date such as `2021-12-07`, which a time may follow.
fn date(text: &str) -> Vec<&str> {
    let day = text.split([' ', 'T']).next().unwrap_or_default();
    let is_number = |part: &&str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
    day.split('-').take(3).take_while(is_number).collect()
}

/// The months in the styles that are always in English. One text is smaller than an array.
const MONTHS: &str =
    "January February March April May June July August September October November December";

/// Returns a date in English, as far as it is given: `December 7, 2021`, or `2021, December 7`.
pub(super) fn english_date(date: &[&str], is_year_first: bool) -> String {
    let part = |nth: usize| date.get(nth).copied().unwrap_or_default();
    let nth = part(1).parse::<u16>().unwrap_or_default();
    let month = MONTHS.split(' ').nth(usize::from(nth).wrapping_sub(1));
    let mut day = month.unwrap_or_default().to_owned();
    if month.is_some() {
        push_between(&mut day, " ", part(2).trim_start_matches('0'), "");
    }
    let [mut text, second] = if is_year_first {
        [part(0).to_owned(), day]
    } else {
        [day, part(0).to_owned()]
    };
    let between = if text.is_empty() { "" } else { ", " };
    push_between(&mut text, between, &second, "");
    text
}

/// Returns what is between the number of a clause and that of an item in it: `2(1)(b)`, `2(1) b)`.
fn joint(clause: &str, item: &str) -> &'static str {
    let begins = |is: fn(&char) -> bool| item.starts_with(|c: char| is(&c));
    let is_apart = clause.ends_with(char::is_alphanumeric) && begins(char::is_ascii_alphanumeric)
        || clause.ends_with(')') && begins(char::is_ascii_alphabetic);
    if is_apart { " " } else { "" }
}

/// Appends a text with what is before and behind it, if it is not empty.
pub(super) fn push_between(to: &mut String, before: &str, text: &str, after: &str) {
    if !text.is_empty() {
        to.extend([before, text, after]);
    }
}

/// Replaces line breaks, which end a field in some styles, by spaces.
pub(super) fn line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Encodes the characters of an address that end a field in some style.
pub(super) fn address(url: &str) -> String {
    let mut safe = String::with_capacity(url.len());
    for c in url.chars() {
        match c {
            '|' | '{' | '}' | '[' | ']' | '<' | '>' | '"' | '\\' | '\0'..=' ' => {
                // Writing to a String cannot fail.
                write!(safe, "%{:02X}", u32::from(c)).unwrap_or_default();
            }
            _ => safe.push(c),
        }
    }
    safe
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::super::{Style, cite};
    use super::*;

    #[test]
    fn separates_the_number_of_an_item_from_that_of_its_clause() {
        for (clause, item, between) in [
            ("Article 2(1)", "(b)", ""),
            ("Artículo 2(1)", "b)", " "),
            ("Article 2", "b", " "),
            ("第二条 七、(二)", "1", ""),
        ] {
            assert_eq!(joint(clause, item), between, "{clause}");
        }
    }

    #[test]
    fn cites_an_item_by_its_own_number() {
        let reading = Reading {
            tag: "en",
            page: "https://news.example/china?p=1",
            note: "",
            breaks_off: "",
            accessed: "2026-11-25",
            accessed_note: "",
        };
        let of_clause = "art_2__sec_7__para_2";
        let mut plan = fixture::plan();
        let id = plan
            .clause_by_eid(of_clause)
            .expect("the plan has this clause");
        let eid = format!("{of_clause}__list_1__point_1__list_1__point_b");
        let markup = |language: &str, ends: [usize; 4]| {
            let [outer, outer_number, own_number, end] = ends;
            let part = |kind: &str, range: [usize; 2], target: &str| json!({ "kind": kind, "start": range[0], "end": range[1], "target": target });
            json!({ "clause": id, "language": language, "parts": [
                part("item", [outer, end], &eid[..eid.len() - 15]),
                part("number", [outer, outer_number], ""),
                part("item", [own_number - 3, end], &eid),
                part("number", [own_number - 3, own_number], ""),
            ] })
        };
        let clause = &mut plan.clauses[id];
        clause.tags.clear();
        clause.text.0[0].text = "下列：\n1.能源：\n(b)石油".into();
        clause.text.0[1].text = "These:\n(1) energy:\n(b) oil".into();
        let markup = json!([
            markup("zh", [10, 12, 25, 31]),
            markup("en", [7, 10, 22, 26])
        ]);
        plan.markup = serde_json::from_value(markup).expect("the JSON is markup");
        assert_eq!(plan.validate(), Ok(()));
        let cited =
            |style, tag| cite(&plan, &eid, style, Reading { tag, ..reading }).expect("an item");
        let text = cited(Style::Text, "en");
        assert!(text.starts_with("“oil” [石油] "), "{text}");
        assert!(text.contains(", Article 2.7(2)(1)(b) ("), "{text}");
        assert!(text.ends_with(&format!("?p=1#{eid}")), "{text}");
        let text = cited(Style::Text, "zh");
        assert!(text.starts_with("“石油”"), "{text}");
        assert!(text.contains("第二条 七、(二)1(b)"), "{text}");
        let bibtex = cited(Style::Bibtex, "en");
        assert!(
            bibtex.starts_with(&format!("@misc{{{}-{eid},", plan.id)),
            "{bibtex}"
        );
        // A translation without the item is cited as a whole clause.
        let text = cited(Style::Text, "es");
        assert!(text.contains("Artículo 2.7(2) ("), "{text}");
    }
}
