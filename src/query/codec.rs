//! A view as a query string, the same in the `view` attribute, addresses and embed codes.
//!
//! The syntax is that of HTML forms (`key=value` pairs joined by `&`, a key for each value), except
//! that characters outside ASCII are written without encoding: browsers accept them, and a link to
//! a Chinese search stays readable. Both forms can be read.

use plan::{ById, FacetId, Names, Plan};

use crate::pairs;
use crate::problem::Problem;
use crate::view::{View, sign_and_key, sorting_column};

/// The only value of the key `only`.
const ONLY_PINS: &str = "pins";

/// Parses a query string, with or without a leading `?` or `#`.
///
/// A view that begins with `?` is the query of an address. Others append their own keys to
/// addresses, so unknown keys are skipped there. Everywhere else an author wrote the view, and each
/// unknown key is a problem. Unknown values, eIds and languages are problems in both: they come
/// from a link to another plan or to an older edition, and its reader must know.
#[must_use]
pub fn parse(text: &str, plan: &Plan) -> (View, Vec<Problem>) {
    let is_of_an_address = text.starts_with('?');
    let pairs = pairs::decoded(text, plan);
    let has = |name: &str| pairs.iter().any(|(key, _)| key == name);
    // Only names of which the view may have some: a plan has many clauses, a facet may have thousands of values.
    let clauses = Some(&plan.clauses).filter(|_| has("clause") || has("pin"));
    let clauses = clauses.into_iter().flatten();
    let eids: Vec<&str> = clauses.map(|one| one.eid.as_str()).collect();
    let known_eids = Names::new(&eids);
    let mut is_pinned = vec![false; known_eids.slots()];
    let values = plan.facets.iter().map(|facet| {
        let values = Some(&facet.values).filter(|_| has(&facet.id));
        let values = values.into_iter().flatten();
        Names::new(&values.map(|value| &*value.id).collect::<Vec<_>>())
    });
    let values: ById<FacetId, Names<'_>> = values.collect();
    let mut view = View::default();
    let mut problems = Vec::new();
    for (key, value) in pairs.iter().cloned() {
        match (key.as_str(), plan.facet_by_key(&key)) {
            ("q", _) => view.query = value,
            ("clause" | "pin", _) => {
                let eid = pairs::eid_in(&value);
                match known_eids.find(&eid) {
                    // An item opens its clause.
                    None if key == "clause" && plan.clause_around(&eid).is_some() => {
                        view.clause = Some(eid);
                    }
                    None => problems.push(Problem::Clause(value)),
                    Some(_) if key == "clause" => view.clause = Some(eid),
                    Some(slot) if is_pinned[slot] => {}
                    Some(slot) => {
                        is_pinned[slot] = true;
                        view.pins.push(eid);
                    }
                }
            }
            ("lang" | "compare", _) => match meant(&value, |tag| plan.language(tag).is_some()) {
                Some(tag) if key == "lang" => view.lang = Some(tag),
                Some(tag) => view.compare = Some(tag),
                None => {
                    let tags = plan.languages.iter().map(|one| one.tag.to_string());
                    problems.push(Problem::Language(value, tags.collect()));
                }
            },
            ("only", _) => match meant(&value, |word| word == ONLY_PINS) {
                Some(_) => view.only_pins = true,
                None => problems.push(Problem::Only(value)),
            },
            ("sort", _) => match sort(&value, plan) {
                Some(sort) => view.sort = Some(sort),
                // Pages have keys of this name, too.
                None if is_of_an_address => {}
                None => {
                    let known = plan.sorting_columns().map(|column| column.id.to_string());
                    problems.push(Problem::Sort(value, known.collect()));
                }
            },
            (_, facet) => {
                let present = facet.and_then(|facet| {
                    let is_loading = plan.facets[facet].values.is_empty();
                    let value = meant(&value, |id| is_loading || values[facet].contains(id))?;
                    Some((key.clone(), value))
                });
                match present.or_else(|| moved(&key, &value, plan)) {
                    Some(pair) => view.filters.push(pair),
                    None if facet.is_some() => problems.push(Problem::Value(key, value)),
                    None if is_of_an_address => {}
                    None => {
                        let known = plan.facets.iter().map(|facet| facet.id.to_string());
                        problems.push(Problem::Facet(key, known.collect()));
                    }
                }
            }
        }
    }
    view.only_pins &= !view.pins.is_empty();
    (view.known_to(plan), problems)
}

/// Splits a page's query string into the pairs of a view of this plan and the page's own pairs.
/// Both keep their spelling and order.
#[must_use]
pub fn split(query: &str, plan: &Plan) -> (String, String) {
    let is_of_a_view = |pair: &&str| {
        let pairs = pairs::decoded(pair, plan);
        pairs.iter().any(|(key, value)| {
            pairs::is_known(key, plan) || key == "sort" && sort(value, plan).is_some()
        })
    };
    let (view, page): (Vec<&str>, Vec<&str>) = pairs::raw(query).partition(is_of_a_view);
    (view.join("&"), page.join("&"))
}

/// Writes a view: the filters in the plan's order, then query, languages, order, opened clause, pins
/// and `only`. The string is empty if nothing is chosen.
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
        ("sort", &view.sort),
        ("clause", &view.clause),
    ];
    let others = others
        .into_iter()
        .filter_map(|(key, value)| Some((key, value.as_deref()?)));
    let pins = view.pins.iter().map(|eid| ("pin", eid.as_str()));
    let only = Some(("only", ONLY_PINS)).filter(|_| view.only_pins);
    let pairs = filters.chain(query).chain(others).chain(pins).chain(only);
    let pairs: Vec<String> = pairs
        .map(|(key, value)| [&*encode(key), "=", &*encode(value)].concat())
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

/// Returns the present pair for one that an earlier edition of the plan used.
fn moved(key: &str, value: &str, plan: &Plan) -> Option<(String, String)> {
    let present = |value: &str| {
        let pair = [key, "=", value].concat();
        let (facet, value) = plan.by_former_pair(&|former| former == pair)?;
        Some((facet.id.to_string(), value.id.to_string()))
    };
    present(value).or_else(|| present(pairs::bare(value)))
}

/// Returns the order that a value means in a plan.
fn sort(value: &str, plan: &Plan) -> Option<String> {
    let (sign, key) = sign_and_key(value);
    let column = meant(key, |key| sorting_column(key, plan).is_some())?;
    Some([sign, &column].concat())
}

/// Returns the value if it is known, or else what is known of it without punctuation around it.
fn meant(value: &str, is_known: impl Fn(&str) -> bool) -> Option<String> {
    let mut candidates = [value, pairs::bare(value)].into_iter();
    candidates.find(|one| is_known(one)).map(str::to_owned)
}
