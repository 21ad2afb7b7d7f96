//! Citations of clauses, in the forms that writers need.
//!
//! What is cited is the plan: publisher and date are those of its source. The page is where it was read, which is
//! said in each style's own words (`via` on Wikipedia) beside the address that leads there.
//!
//! Pure text from a [`Plan`]. Absent on purpose: the day of reading, since there is no clock here, and
//! an author, since a plan's parties are in its title.

use std::fmt::Write;

use crate::json;
use plan::{Clause, ClauseId, InLanguage, Plan, Status};

/// The form of a citation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Style {
    /// A sentence with the clause's words.
    Text,
    /// An `@misc` entry.
    Bibtex,
    /// A record for reference managers.
    Ris,
    /// An array of one item of the Citation Style Language.
    CslJson,
    /// A `{{cite web}}` template.
    Wikipedia,
}

impl Style {
    /// Every style with its name.
    pub const ALL: [(&str, Self); 5] = [
        ("text", Self::Text),
        ("bibtex", Self::Bibtex),
        ("ris", Self::Ris),
        ("csl-json", Self::CslJson),
        ("wikipedia", Self::Wikipedia),
    ];

    /// The style of this name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        let found = Self::ALL.iter().find(|(known, _)| *known == name);
        found.map(|(_, style)| *style)
    }
}

/// What a citation needs besides the plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reading<'a> {
    /// The tag of the language that is read.
    pub tag: &'a str,
    /// The address of the page it is read on, without a fragment. Where it is no address of the web,
    /// the citation leads to the source.
    pub page: &'a str,
    /// What is said of an unofficial translation.
    pub note: &'a str,
    /// What is said of a clause in which the source breaks off.
    pub breaks_off: &'a str,
}

/// Cites the clause with this eId; nothing if there is none.
#[must_use]
pub fn cite(plan: &Plan, eid: &str, style: Style, reading: Reading<'_>) -> Option<String> {
    let clause = plan.clause_by_eid(eid)?;
    Some(cite_all(plan, &[clause], style, reading))
}

/// Cites clauses in the order given: paragraphs, entries, records,
/// one array, or a template on each line.
#[must_use]
pub fn cite_all<'a>(
    plan: &'a Plan,
    clauses: &[ClauseId],
    style: Style,
    reading: Reading<'a>,
) -> String {
    let clauses = clauses.iter().map(|&id| &plan.clauses[id]);
    let works = clauses.map(|clause| Work::new(plan, clause, reading));
    let (write, between): (fn(&Work<'a>) -> String, _) = match style {
        Style::Text => (Work::text, "\n\n"),
        Style::Bibtex => (Work::bibtex, "\n"),
        Style::Ris => (Work::ris, "\r\n"),
        Style::CslJson => (Work::csl_json, ",\n"),
        Style::Wikipedia => (Work::wikipedia, "\n"),
    };
    let written = works.map(|work| write(&work)).collect::<Vec<_>>();
    let written = written.join(between);
    if style == Style::CslJson {
        format!("[{written}]\n")
    } else {
        written
    }
}

/// What every style tells, each in its own way.
struct Work<'a> {
    key: String,
    title: &'a str,
    number: &'a str,
    quote: &'a str,
    language: &'a str,
    publisher: &'a str,
    /// Year, month, day, as far as the source tells them in this order.
    date: Vec<&'a str>,
    link: String,
    source: &'a str,
    /// Whose page it was read on; empty where that is the source.
    via: &'a str,
    /// Empty for the text that counts.
    note: &'a str,
    /// Empty for a clause that is whole.
    breaks_off: &'a str,
}

impl<'a> Work<'a> {
    fn new(plan: &'a Plan, clause: &'a Clause, reading: Reading<'a>) -> Self {
        let InLanguage { tag, text: quote } = clause.text.nearest(reading.tag);
        let language = plan.language(tag);
        let is_unofficial = language.is_some_and(|language| language.status == Status::Unofficial);
        let source = &*plan.source.url;
        let (page_host, source_host) = (host(reading.page), host(source));
        Self {
            key: format!("{}-{}", plan.id, clause.eid),
            title: plan.title.nearest(tag).text,
            number: clause.number.nearest(tag).text,
            quote,
            language: language.map_or(tag, |language| &language.html),
            publisher: &plan.source.publisher,
            date: date(&plan.source.published),
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
        }
    }

    fn text(&self) -> String {
        let Self {
            title,
            number,
            quote,
            publisher,
            source,
            link,
            note,
            breaks_off,
            ..
        } = self;
        let date = self.date.join("-");
        let mut text = if self.language.starts_with("zh") {
            format!("“{quote}”《{title}》{number}（{publisher}，{date}，{source}）")
        } else {
            format!("“{quote}” {title}, {number} ({publisher}, {date}, {source}).")
        };
        for part in [*note, *breaks_off, link] {
            if !part.is_empty() && part != *source {
                text.push(' ');
                text.push_str(part);
            }
        }
        text
    }

    fn bibtex(&self) -> String {
        let safe = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
        let key: String = self.key.chars().filter(|&c| safe(c)).collect();
        let mut entry = format!("@misc{{{key}");
        let mut field = |name: &str, value: &str| {
            if !value.is_empty() {
                // Writing to a String cannot fail.
                write!(entry, ",\n  {name} = {{{value}}}").unwrap_or_default();
            }
        };
        // The second braces keep the title's capital letters.
        field(
            "title",
            &format!("{{{}}}, {}", tex(self.title), tex(self.number)),
        );
        let via = if self.via.is_empty() { "" } else { ", via " };
        let published = [self.publisher, via, self.via].concat();
        field("howpublished", &tex(&published));
        field("year", self.date.first().unwrap_or(&""));
        field("month", self.date.get(1).unwrap_or(&""));
        field("day", self.date.get(2).unwrap_or(&""));
        field("url", &address(&self.link));
        field("language", &tex(self.language));
        field("note", &tex(&self.notes()));
        entry + "\n}\n"
    }

    fn ris(&self) -> String {
        let title = format!("{}, {}", self.title, self.number);
        let mut record = String::from("TY  - ELEC\r\n");
        let date = if self.date.is_empty() {
            String::new()
        } else {
            // Year, month, day and a remark stand between slashes, also where they are empty.
            let part = |nth: usize| self.date.get(nth).copied().unwrap_or_default();
            format!("{}/{}/{}/", part(0), part(1), part(2))
        };
        let fields = [
            ("ID", self.key.as_str()),
            ("TI", title.as_str()),
            ("PB", self.publisher),
            ("DP", self.via),
            ("PY", self.date.first().unwrap_or(&"")),
            ("DA", date.as_str()),
            ("LA", self.language),
            ("UR", &address(&self.link)),
            ("N1", &self.notes()),
            ("ER", ""),
        ];
        for (tag, value) in fields {
            if !value.is_empty() || tag == "ER" {
                write!(record, "{tag}  - {}\r\n", line(value)).unwrap_or_default();
            }
        }
        record
    }

    fn csl_json(&self) -> String {
        let title = format!("{}, {}", self.title, self.number);
        // What is no number is no date; a leading zero is none in JSON either.
        let date: Vec<String> = self
            .date
            .iter()
            .filter_map(|part| part.parse::<u16>().ok())
            .map(|part| part.to_string())
            .collect();
        let mut item = String::from("{\"type\":\"webpage\"");
        let fields = [
            ("id", self.key.as_str()),
            ("title", title.as_str()),
            ("publisher", self.publisher),
            ("source", self.via),
            ("language", self.language),
            ("URL", &address(&self.link)),
            ("note", &self.notes()),
        ];
        for (name, value) in fields {
            if !value.is_empty() {
                item.extend([",\"", name, "\":"]);
                json::push(&mut item, value);
            }
        }
        if !date.is_empty() {
            let date = date.join(",");
            write!(item, ",\"issued\":{{\"date-parts\":[[{date}]]}}").unwrap_or_default();
        }
        item + "}"
    }

    fn wikipedia(&self) -> String {
        let mut template = String::from("{{cite web");
        let date = self.date.join("-");
        let fields = [
            ("url", address(&self.link)),
            ("title", wiki(self.title)),
            ("at", wiki(self.number)),
            ("date", wiki(&date)),
            ("publisher", wiki(self.publisher)),
            ("via", wiki(self.via)),
            ("language", wiki(self.language)),
            ("quote", wiki(self.quote)),
        ];
        for (name, value) in fields {
            if !value.is_empty() {
                write!(template, " |{name}={value}").unwrap_or_default();
            }
        }
        template.push_str("}}");
        for note in [self.note, self.breaks_off] {
            if !note.is_empty() {
                template.push(' ');
                template.push_str(&wiki(note));
            }
        }
        template
    }

    /// The translation's status, where the source breaks off, and where the text was taken from if the link leads
    /// elsewhere.
    fn notes(&self) -> String {
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

/// Whose page an address of the web leads to; empty for other addresses.
fn host(url: &str) -> &str {
    let rest = ["https://", "http://"]
        .iter()
        .find_map(|scheme| url.strip_prefix(scheme));
    rest.and_then(|rest| rest.split(['/', '?', '#']).next())
        .unwrap_or_default()
}

/// The parts of a date such as `2021-12-07`, with or without a time behind it.
fn date(text: &str) -> Vec<&str> {
    let day = text.split([' ', 'T']).next().unwrap_or_default();
    let is_number = |part: &&str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
    day.split('-').take(3).take_while(is_number).collect()
}

/// Without line breaks, which end a field in some styles.
fn line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// An address without characters that end a field in some style.
fn address(url: &str) -> String {
    let mut safe = String::with_capacity(url.len());
    for c in url.chars() {
        match c {
            '|' | '{' | '}' | '[' | ']' | '<' | '>' | '"' | '\\' | '\0'..=' ' => {
                write!(safe, "%{:02X}", u32::from(c)).unwrap_or_default();
            }
            _ => safe.push(c),
        }
    }
    safe
}

/// For BibTeX, which counts braces even behind a backslash.
fn tex(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in line(text).chars() {
        match c {
            '\\' => escaped.push_str("\\textbackslash{}"),
            '{' => escaped.push_str("\\textbraceleft{}"),
            '}' => escaped.push_str("\\textbraceright{}"),
            '~' => escaped.push_str("\\textasciitilde{}"),
            '^' => escaped.push_str("\\textasciicircum{}"),
            '$' | '&' | '#' | '%' | '_' => escaped.extend(['\\', c]),
            _ => escaped.push(c),
        }
    }
    escaped
}

/// For a field of a template on Wikipedia.
fn wiki(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in line(text).chars() {
        match c {
            '|' => escaped.push_str("{{!}}"),
            '{' | '}' | '[' | ']' | '<' | '>' | '&' | '~' | '\'' => {
                write!(escaped, "&#{};", u32::from(c)).unwrap_or_default();
            }
            _ => escaped.push(c),
        }
    }
    escaped
}

#[cfg(test)]
mod tests;
