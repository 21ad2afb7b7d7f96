//! Arbitrary, long and slow input.

use std::time::Instant;

use super::*;

#[test]
fn survives_arbitrary_input() {
    let index = index();
    let odd = [
        "a",
        "é",
        "e\u{301}",
        "\u{301}",
        "核",
        "能",
        "𠀀",
        "🇨🇳",
        "\u{202e}",
        "\u{0}",
        "\r\n",
        "\u{3000}",
        "…",
        "...",
        "[",
        "]",
        "“",
        "”",
        "'",
        ".",
        "。",
        " ",
        "\u{feff}",
        "CELAC",
        "合作",
        "Ａ",
        "\u{10ffff}",
        "ا",
    ];
    let mut state = 1_u64;
    for round in 0..150 {
        let mut quote = String::new();
        for _ in 0..round % 40 {
            state = state
                .wrapping_mul(6_364_136_223_846_793_005)
                .wrapping_add(1);
            let nth = usize::try_from(state >> 33).expect("31 bits") % odd.len();
            quote.push_str(odd[nth]);
        }
        let mut end = 0;
        for Finding { part, matches, .. } in check(&index, &quote) {
            assert!(part.start >= end && part.end > part.start, "{quote:?}");
            end = part.end;
            assert!(quote.get(part).is_some(), "{quote:?}");
            for place in &matches {
                assert!(!text(&index, place).is_empty(), "{quote:?}");
            }
        }
    }
}

#[test]
fn overlong_quotes_report_too_long() {
    let index = index();
    let quote = "合作 ".repeat(LONGEST);
    let findings = check(&index, &quote);
    let last = findings.last().expect("there are findings");
    assert_eq!(last.verdict, Verdict::TooLong);
    assert_eq!(last.part.end, quote.len());
    assert!(findings.len() >= 2);
}

#[test]
fn quotes_with_very_many_parts_report_too_long() {
    let index = index();
    for piece in ["合…", "合\n", "a. "] {
        let quote = piece.repeat(LONGEST / piece.chars().count());
        let findings = check(&index, &quote);
        assert!(
            findings.len() <= MOST_PARTS + 1,
            "{piece}: {}",
            findings.len()
        );
        let last = findings.last().expect("there are findings");
        assert_eq!(last.verdict, Verdict::TooLong, "{piece}");
        assert_eq!(last.part.end, quote.len(), "{piece}");
        for Finding { matches, .. } in &findings {
            assert!(matches.len() <= MOST_MATCHES + 1);
        }
    }
}

/// The limit is generous, for unoptimized builds on busy machines; it guards against quadratic
/// time.
#[test]
fn checks_two_thousand_characters_quickly() {
    let index = index();
    let plan = index.plan();
    for tag in ["zh", "en"] {
        let all = plan
            .clauses
            .iter()
            .map(|clause| clause.text.nearest(tag).text);
        let all = all.collect::<Vec<_>>().join(" ");
        for quote in [
            all.chars().take(2_000).collect::<String>(),
            all.chars()
                .take(2_000)
                .map(|c| if c == 'e' || c == '合' { 'x' } else { c })
                .collect(),
        ] {
            let start = Instant::now();
            let count = check(&index, &quote).len();
            let took = start.elapsed().as_millis();
            println!("{tag}: {count} parts in {took} ms");
            assert!(took < 3_000, "{took} ms");
        }
    }
}
