//! The pairs of a query string, also of one that was changed on its way.
//!
//! Addresses pass through mail, chats, text editors and other programs, which escape `&` once more,
//! encode the whole query, put quotation marks around it or punctuation behind it. Such a query is
//! read as it was meant, but only where it would otherwise have no meaning: a known key, a known
//! value and every search stay as they are written.

use plan::characters::{is_forbidden, is_invisible, is_letter, is_quotation_mark};
use plan::{Plan, VIEW_KEYS};

/// A kind of characters. One type for all of them keeps the engine small: each type of a pattern has
/// its own copy of the code that searches.
type Kind = fn(char) -> bool;

const LETTERS: Kind = is_letter;
const QUOTATION_MARKS: Kind = is_quotation_mark;
const UNSEEN: Kind = |c| c.is_whitespace() || is_invisible(c) || is_forbidden(c);
/// Characters that others put around a query, a key or an eId.
const AROUND: Kind = |c| UNSEEN(c) || is_quotation_mark(c) || matches!(c, '?' | '#');
const PUNCTUATION: Kind = |c| !is_letter(c);
const OF_EIDS: Kind = |c| c.is_ascii_alphanumeric() || c == '_';
/// Characters that begin something else behind an eId.
const FOREIGN: Kind = |c| !c.is_ascii() || matches!(c, '?' | '&');

/// How often a whole query may be encoded. It bounds the time for a hostile one.
const ENCODINGS: usize = 3;

/// Returns the pairs of a query string, decoded, with or without a leading `?` or `#`.
pub(super) fn decoded(query: &str, plan: &Plan) -> Vec<(String, String)> {
    let mut pairs = Vec::new();
    push_decoded(query, ENCODINGS, &mut pairs);
    let is_quoted = pairs.first().is_some_and(|(key, _)| {
        let key = key.trim_start_matches(UNSEEN);
        key.starts_with(QUOTATION_MARKS) && !is_known(key, plan)
    });
    for (key, _) in &mut pairs {
        if !is_known(key, plan) {
            *key = meant_key(key).to_owned();
        }
    }
    // A quotation mark at the end may belong to a phrase, unless another one precedes the query.
    if let Some((_, last)) = pairs.last_mut().filter(|_| is_quoted) {
        let end = last.trim_end_matches(UNSEEN);
        let end = end.strip_suffix(QUOTATION_MARKS).unwrap_or(end).len();
        last.truncate(end);
    }
    pairs
}

/// Returns the pairs of a query string as they are written.
pub(super) fn raw(query: &str) -> impl Iterator<Item = &str> {
    let query = query.strip_prefix(['?', '#']).unwrap_or(query);
    query.split('&').filter(|pair| !pair.is_empty())
}

/// Reports whether a key belongs to the views of a plan, or did in an earlier edition.
pub(super) fn is_known(key: &str, plan: &Plan) -> bool {
    let has_key = |pair: &str| {
        let value = pair.strip_prefix(key);
        value.is_some_and(|value| value.starts_with('='))
    };
    let is_former = || plan.by_former_pair(&has_key).is_some();
    VIEW_KEYS.contains(&key) || plan.facet_by_key(key).is_some() || is_former()
}

/// Returns the text without punctuation, quotation marks and invisible characters around it. No
/// value of a plan begins or ends with them.
pub(super) fn bare(text: &str) -> &str {
    text.trim_start_matches(PUNCTUATION)
        .trim_end_matches(PUNCTUATION)
}

/// Returns the eId that a page's fragment names; the decoded fragment if it does not look like one.
///
/// Programs that make links of addresses take the punctuation or the Chinese words behind an
/// address for a part of it, and others append their parameters to the fragment.
#[must_use]
pub fn eid_in(fragment: &str) -> String {
    let decoded = decode(fragment, false);
    // A text directive reaches the page only in browsers that do not know it.
    let text = decoded.split(":~:").next().unwrap_or_default();
    let text = text.trim_start_matches(AROUND);
    let rest = text.trim_start_matches(OF_EIDS);
    let is_foreign = !rest.contains(LETTERS) || rest.starts_with(FOREIGN);
    let end = if is_foreign { rest.len() } else { 0 };
    text[..text.len() - end].to_owned()
}

fn push_decoded(query: &str, encodings: usize, pairs: &mut Vec<(String, String)>) {
    for pair in raw(query) {
        if let Some((key, value)) = pair.split_once('=') {
            pairs.push((decode(key, true), decode(value, true)));
            continue;
        }
        let mut whole = decode(pair, true);
        if whole == pair {
            // An input method for Chinese may write full-width signs.
            whole = whole.replace('＝', "=").replace('＆', "&");
        }
        if encodings > 0 && whole != pair {
            push_decoded(&whole, encodings - 1, pairs);
        } else {
            pairs.push((whole, String::new()));
        }
    }
}

/// Returns a key without what other programs put before or around it.
fn meant_key(key: &str) -> &str {
    let mut key = key.trim_start_matches(AROUND).trim_end_matches(AROUND);
    while let Some(rest) = key.strip_prefix("amp;") {
        key = rest.trim_start_matches(AROUND);
    }
    key
}

/// Decodes percent-encoding, and `+` if it stands for a space. A malformed escape is kept; bytes
/// that are not UTF-8 become U+FFFD.
fn decode(text: &str, plus_is_space: bool) -> String {
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
        if let Some((high, low)) = escaped {
            decoded.push(high * 16 + low);
            at += 3;
        } else {
            let is_space = byte == b'+' && plus_is_space;
            decoded.push(if is_space { b' ' } else { byte });
            at += 1;
        }
    }
    String::from_utf8_lossy(&decoded).into_owned()
}
