//! The quote check.

use plan::{InLanguage, Plan};
use query::quote::{Finding, Match, Side, TextOf, Verdict, check};

use crate::with_own_index;
use crate::words::{check_ranges, letters};

/// Checks the bytes as a quote from the project's own plan.
///
/// # Panics
/// If findings are not parts of the quote, in order; a match is no words of the plan; or the
/// pieces of a near match, joined, are neither the quote nor the plan's words.
pub fn quote(bytes: &[u8]) {
    let quote = String::from_utf8_lossy(bytes);
    with_own_index(|index| {
        let plan = index.plan();
        let findings = check(index, &quote);
        let parts: Vec<_> = findings
            .iter()
            .map(|finding| finding.part.clone())
            .collect();
        check_ranges(&parts, &quote);
        for Finding {
            part,
            verdict,
            matches,
        } in findings
        {
            let has_none = matches!(verdict, Verdict::Absent | Verdict::TooLong);
            assert_eq!(matches.is_empty(), has_none, "{verdict:?}");
            for found in &matches {
                let words = words_of(plan, found);
                assert!(!words.is_empty());
                if matches!(verdict, Verdict::Nearly | Verdict::Similar) {
                    let without = |side| {
                        let pieces = found.pieces.iter().filter(|piece| piece.side != side);
                        letters(&pieces.map(|piece| &*piece.words).collect::<String>())
                    };
                    assert_eq!(without(Side::Plan), letters(&quote[part.clone()]));
                    assert_eq!(without(Side::Quote), letters(words));
                }
            }
        }
    });
}

/// Returns the words of the plan that match.
fn words_of<'a>(plan: &'a Plan, found: &Match) -> &'a str {
    let text = match found.of {
        TextOf::Clause(id) => &plan.clauses[id].text,
        TextOf::Heading(id) => &plan.divisions[id].heading,
        TextOf::Preamble(id) => &plan.preamble[id],
        TextOf::Title => &plan.title,
    };
    let mut texts = text.iter();
    let text = texts.find(|InLanguage { tag, .. }| *tag == found.tag);
    let text = text.expect("a text in the language of the match").text;
    check_ranges(std::slice::from_ref(&found.range), text);
    &text[found.range.clone()]
}
