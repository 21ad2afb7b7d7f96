//! A view as a query string, the same in the `view` attribute, addresses and embed codes.
//!
//! The syntax is that of HTML forms (`key=value` pairs joined by `&`, a key for each value), except
//! that characters outside ASCII are written without encoding: browsers accept them, and a link to
//! a Chinese search stays readable. Both forms can be read.

use std::fmt;

use plan::{Plan, RESERVED_KEYS};

use crate::view::View;

/// A part of a query string that this plan does not have. The view omits it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Problem {
    /// A key that is neither a facet nor one of the other keys of a view, and the plan's facets.
    Facet(String, Vec<String>),
    /// A facet, and a value that it does not have.
    Value(String, String),
    /// An eId that no clause has.
    Clause(String),
    /// A tag that no language of the plan has, and the tags of the plan.
    Language(String, Vec<String>),
}

/// Parses a query string, with or without a leading `?` or `#`.
#[must_use]
pub fn parse(text: &str, plan: &Plan) -> (View, Vec<Problem>) {
    let mut view = View::default();
    let mut problems = Vec::new();
    let mut chosen = Vec::new();
    let pairs: Vec<(String, String)> = pairs(text).map(decode_pair).collect();
    // One pass over the clauses, however many pins there are. A set would make the engine larger.
    let of_pins = pairs.iter().filter(|(key, _)| key == "pin");
    let pins: Vec<&str> = of_pins.map(|(_, eid)| eid.as_str()).collect();
    for clause in plan.clauses.iter().filter(|_| !pins.is_empty()) {
        if pins.contains(&clause.eid.as_str()) {
            view.pins.push(clause.eid.to_string());
        }
    }
    for (key, value) in pairs.iter().cloned() {
        let facet = plan.facets.iter().find(|facet| facet.id == key);
        match (key.as_str(), facet) {
            ("q", _) => view.query = value,
            ("clause", _) if plan.clause_by_eid(&value).is_none() => {
                problems.push(Problem::Clause(value));
            }
            ("pin", _) if !view.pins.contains(&value) => problems.push(Problem::Clause(value)),
            ("clause", _) => view.clause = Some(value),
            ("pin", _) => {}
            ("lang" | "compare", _) if plan.language(&value).is_none() => {
                let known = plan
                    .languages
                    .iter()
                    .map(|language| language.tag.to_string());
                problems.push(Problem::Language(value, known.collect()));
            }
            ("lang", _) => view.lang = Some(value),
            ("compare", _) => view.compare = Some(value),
            (_, Some(facet))
                if facet.values.is_empty() || facet.values.iter().any(|v| v.id == value) =>
            {
                chosen.push((key, value));
            }
            (_, Some(_)) => problems.push(Problem::Value(key, value)),
            (_, None) => {
                let known = plan.facets.iter().map(|facet| facet.id.to_string());
                problems.push(Problem::Facet(key, known.collect()));
            }
        }
    }
    for (facet, value) in chosen {
        if !view.has(&facet, &value) {
            view = view.toggled(plan, &facet, &value);
        }
    }
    (view, problems)
}

/// Splits a page's query string into the pairs of a view of this plan and the page's own pairs.
/// Both keep their spelling and order.
#[must_use]
pub fn split(query: &str, plan: &Plan) -> (String, String) {
    let is_of_a_view = |pair: &&str| {
        let (key, _) = decode_pair(pair);
        RESERVED_KEYS.contains(&key.as_str()) || plan.facet_by_key(&key).is_some()
    };
    let (view, page): (Vec<&str>, Vec<&str>) = pairs(query).partition(is_of_a_view);
    (view.join("&"), page.join("&"))
}

/// Writes a view: the filters in the plan's order, then query, languages, opened clause and pins.
/// The string is empty if nothing is chosen.
#[must_use]
pub fn write(view: &View) -> String {
    let filters = view
        .filters
        .iter()
        .map(|(facet, value)| (facet.as_str(), value.as_str()));
    let query = Some(("q", view.query.as_str())).filter(|(_, query)| !query.is_empty());
    let others = [
        ("lang", &view.lang),
        ("compare", &view.compare),
        ("clause", &view.clause),
    ];
    let others = others
        .into_iter()
        .filter_map(|(key, value)| Some((key, value.as_deref()?)));
    let pins = view.pins.iter().map(|eid| ("pin", eid.as_str()));
    let pairs = filters.chain(query).chain(others).chain(pins);
    let pairs: Vec<String> = pairs
        .map(|(key, value)| format!("{key}={}", encode(value)))
        .collect();
    pairs.join("&")
}

/// Encodes text for an address: ASCII characters that are special there are percent-encoded.
#[must_use]
pub fn encode(text: &str) -> String {
    let mut encoded = String::with_capacity(text.len());
    for c in text.chars() {
        if c.is_ascii() && !c.is_ascii_alphanumeric() && !"-_.~,".contains(c) {
            encoded.push('%');
            for nibble in [c as u8 >> 4, c as u8 & 15] {
                encoded.push(char::from(b"0123456789ABCDEF"[usize::from(nibble)]));
            }
        } else {
            encoded.push(c);
        }
    }
    encoded
}

/// Returns the pairs of a query string, with or without a leading `?` or `#`.
fn pairs(query: &str) -> impl Iterator<Item = &str> {
    let query = query.strip_prefix(['?', '#']).unwrap_or(query);
    query.split('&').filter(|pair| !pair.is_empty())
}

fn decode_pair(pair: &str) -> (String, String) {
    let (key, value) = pair.split_once('=').unwrap_or((pair, ""));
    (decode(key), decode(value))
}

/// Decodes percent-encoding. A malformed escape is kept; bytes that are not UTF-8 become U+FFFD.
fn decode(text: &str) -> String {
    let bytes = text.as_bytes();
    let nibble = |at: usize| {
        let digit = char::from(*bytes.get(at)?).to_digit(16)?;
        u8::try_from(digit).ok()
    };
    let mut decoded = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while let Some(&byte) = bytes.get(at) {
        let escaped = match byte {
            b'%' => nibble(at + 1).zip(nibble(at + 2)),
            _ => None,
        };
        match (escaped, byte) {
            (Some((high, low)), _) => {
                decoded.push(high * 16 + low);
                at += 3;
            }
            (None, b'+') => {
                decoded.push(b' ');
                at += 1;
            }
            (None, _) => {
                decoded.push(byte);
                at += 1;
            }
        }
    }
    String::from_utf8_lossy(&decoded).into_owned()
}

impl Problem {
    /// Returns the unknown part as it was written.
    #[must_use]
    pub fn found(&self) -> String {
        match self {
            Self::Facet(found, _) | Self::Clause(found) | Self::Language(found, _) => found.clone(),
            Self::Value(facet, value) => format!("{facet}={value}"),
        }
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Facet(key, known) => {
                let known = known.join(", ");
                write!(
                    f,
                    "expected a facet of this plan ({known}) or one of q, lang, compare, clause, pin; found “{key}”"
                )
            }
            Self::Value(facet, value) => {
                write!(
                    f,
                    "expected a value of the facet “{facet}”, found “{value}”"
                )
            }
            Self::Language(tag, known) => {
                let known = known.join(", ");
                write!(
                    f,
                    "expected a language of this plan ({known}), found “{tag}”"
                )
            }
            Self::Clause(eid) => {
                write!(
                    f,
                    "expected the eId of a clause, such as art_1__para_1; found “{eid}”"
                )
            }
        }
    }
}
