use std::time::Instant;

use plan::Id;

use super::*;

fn index() -> Index {
    Index::new(fixture::plan())
}

fn text<'a>(index: &'a Index, place: &Place) -> &'a str {
    let plan = index.plan();
    let text = match place.of {
        TextOf::Clause(at) => &plan.clauses[at].text,
        TextOf::Heading(at) => &plan.divisions[at].heading,
        TextOf::Preamble(at) => &plan.preamble[at],
        TextOf::Title => &plan.title,
    };
    &text.nearest(&place.tag).text[place.range.clone()]
}

/// Each part with what became of it: where it is verbatim or nearly, and what differs there (`-` only in the
/// quote, `+` only in the plan).
fn told(index: &Index, quote: &str) -> Vec<String> {
    let name = |place: &Place| {
        let of = match place.of {
            TextOf::Clause(at) => index.plan().clauses[at].eid.to_string(),
            TextOf::Heading(at) => format!("heading of {}", index.plan().divisions[at].eid),
            TextOf::Preamble(at) => format!("preamble {at}"),
            TextOf::Title => "title".to_owned(),
        };
        format!("{} {of}", place.tag)
    };
    let findings = check(index, quote).into_iter();
    let tell = |Finding { part, verdict }| {
        let verdict = match verdict {
            Verdict::Verbatim(places) => places.iter().map(name).collect::<Vec<_>>().join(", "),
            Verdict::Nearly(place, pieces) => {
                let differing = pieces.iter().map(|piece| match piece.of {
                    Of::Both => " ".to_owned(),
                    Of::Quote => format!("-{}-", piece.words.trim()),
                    Of::Plan => format!("+{}+", piece.words.trim()),
                });
                let differing: String = differing.collect();
                format!("nearly {}: {}", name(&place), differing.trim())
            }
            Verdict::Absent => "absent".to_owned(),
            Verdict::TooLong => "too long".to_owned(),
        };
        format!("{}: {verdict}", &quote[part])
    };
    findings.map(tell).collect()
}

const SUMMIT: &str = "explore the possibility of holding a China-CELAC Forum Summit in 2024";

#[test]
fn clauses_stand_in_the_plan_verbatim() {
    let index = index();
    let all = texts(&index);
    assert!(all.len() > 300, "{}", all.len());
    let plan = index.plan();
    for (id, clause) in plan.clauses.enumerated().step_by(6) {
        for InLanguage { tag, text: words } in clause.text.iter() {
            let [finding] = &check(&index, words)[..] else {
                panic!("{words} is found as one");
            };
            let Verdict::Verbatim(places) = &finding.verdict else {
                panic!("{words} is found verbatim");
            };
            assert_eq!(finding.part, 0..words.len());
            let own = |place: &&Place| place.of == TextOf::Clause(id) && place.tag == tag;
            assert_eq!(places.iter().filter(own).count(), 1);
            for place in places {
                assert_eq!(text(&index, place), words);
            }
        }
    }
}

#[test]
fn verbatim_is_blind_to_white_space_and_outer_quotation_marks() {
    let index = index();
    let broken = "\n “explore the  possibility\r\nof holding a China-\u{ad}CELAC Forum\u{a0}Summit in 2024” ";
    let findings = check(&index, broken);
    let Verdict::Verbatim(places) = &findings[0].verdict else {
        panic!("{findings:?}");
    };
    assert_eq!(text(&index, &places[0]), SUMMIT);
    assert!(broken[findings[0].part.clone()].starts_with("explore"));
    assert!(broken[findings[0].part.clone()].ends_with("2024"));
    assert_eq!(
        told(&index, "《深化电气》"),
        ["《深化电气》: nearly zh art_2__sec_7__para_2: -《- -》-"]
    );
    assert_eq!(
        told(&index, "「深化电气、\n 油气」"),
        ["深化电气、\n 油气: zh art_2__sec_7__para_2"]
    );
}

#[test]
fn words_parted_at_the_end_of_a_line_are_whole() {
    let index = index();
    for broken in [
        "explore the possi-\nbility of holding",
        "explore the possi\u{2010}\r\n  bility of holding",
    ] {
        let findings = check(&index, broken);
        let Verdict::Verbatim(places) = &findings[0].verdict else {
            panic!("{findings:?}");
        };
        assert_eq!(
            text(&index, &places[0]),
            "explore the possibility of holding"
        );
        assert_eq!(&broken[findings[0].part.clone()], broken);
    }
    // What has a hyphen of its own keeps it.
    for broken in [
        "holding a China-\nCELAC Forum",
        "Intensify high-\nlevel contacts",
    ] {
        let findings = check(&index, broken);
        let [
            Finding {
                verdict: Verdict::Verbatim(places),
                ..
            },
        ] = &*findings
        else {
            panic!("{findings:?}");
        };
        assert_eq!(text(&index, &places[0]), broken.replace('\n', ""));
    }
    let years = told(
        &index,
        "Joint Action Plan for Cooperation in Key Areas (2022-\n2024)",
    );
    assert!(years[0].contains("nearly"), "{years:?}");
    let within = told(&index, "explore the possi- bility of holding");
    assert!(within[0].ends_with("absent"), "{within:?}");
}

#[test]
fn words_stand_as_words() {
    let index = index();
    assert_eq!(told(&index, "hinese"), ["hinese: absent"]);
    assert_eq!(
        told(&index, "loring the possib"),
        ["loring the possib: absent"]
    );
    assert!(matches!(
        check(&index, "CELAC")[0].verdict,
        Verdict::Verbatim(_)
    ));
}

#[test]
fn the_preamble_headings_and_title_are_the_plan_too() {
    let index = index();
    assert_eq!(
        told(&index, "was held online on 3 December 2021"),
        ["was held online on 3 December 2021: en preamble 0"]
    );
    assert_eq!(
        told(&index, "Political and Security Cooperation"),
        ["Political and Security Cooperation: en heading of art_1"]
    );
    assert_eq!(
        told(&index, "重点领域合作共同行动计划（2022—2024）").len(),
        1
    );
}

#[test]
fn what_differs_little_is_told_word_by_word() {
    let index = index();
    for (quote, expected) in [
        (
            "explore the possibility of hosting a China-CELAC Forum Summit in 2024",
            "-hosting-+holding+",
        ),
        (
            "Explore the possibility of holding a China–CELAC Forum Summit in 2024",
            "-Explore-+explore+ -–-+-+",
        ),
        (
            "explore the possibility of a China-CELAC Forum Summit in 2024",
            "+holding+",
        ),
        (
            "explore the real possibility of holding a China-CELAC Forum Summit in 2024",
            "-real-",
        ),
    ] {
        let told = told(&index, quote);
        assert_eq!(
            told,
            [format!("{quote}: nearly en art_1__para_2: {expected}")]
        );
    }
    assert_eq!(
        told(&index, "深化電氣、油氣、可再生能源、新能源"),
        [
            "深化電氣、油氣、可再生能源、新能源: nearly zh art_2__sec_7__para_2: -電氣-+电气+ -氣-+气+"
        ]
    );
    assert_eq!(
        told(&index, "深化电气、油气、可持续能源、新能源"),
        ["深化电气、油气、可持续能源、新能源: nearly zh art_2__sec_7__para_2: -持续-+再生+"]
    );
}

#[test]
fn the_pieces_of_both_and_of_the_quote_are_the_quote() {
    let index = index();
    let quote = "explore the real possibility of hosting a China-CELAC Summit in 2024";
    let findings = check(&index, quote);
    let Verdict::Nearly(place, pieces) = &findings[0].verdict else {
        panic!("{findings:?}");
    };
    let of = |who| {
        let pieces = pieces
            .iter()
            .filter(|piece| [Of::Both, who].contains(&piece.of));
        pieces.map(|piece| &*piece.words).collect::<String>()
    };
    assert_eq!(of(Of::Quote), quote);
    assert_eq!(of(Of::Plan), SUMMIT);
    assert_eq!(text(&index, place), SUMMIT);
}

#[test]
fn parts_are_looked_for_where_something_was_left_out() {
    let index = index();
    for dots in ["…", " ... ", " […] ", "(...)", "……"] {
        let quote = format!("“explore the possibility{dots}Forum Summit in 2024”");
        let verdicts: Vec<Verdict> = check(&index, &quote)
            .into_iter()
            .map(|finding| finding.verdict)
            .collect();
        let [Verdict::Verbatim(first), Verdict::Verbatim(second)] = &verdicts[..] else {
            panic!("{quote}: {verdicts:?}");
        };
        let summit = |place: &Place| place.of == TextOf::Clause(ClauseId::new(1));
        assert!(first.iter().any(summit) && second.iter().any(summit));
    }
}

#[test]
fn a_quote_over_two_clauses_is_found_in_both() {
    let index = index();
    let plan = index.plan();
    for tag in ["zh", "en", "es", "pt"] {
        for between in [" ", "\n"] {
            let [first, second] =
                [1, 2].map(|nth: usize| plan.clauses[ClauseId::new(nth)].text.nearest(tag).text);
            let findings = check(&index, &[first, second].join(between));
            let places: Vec<TextOf> = findings
                .iter()
                .map(|finding| match &finding.verdict {
                    Verdict::Verbatim(places) => places[0].of,
                    other => panic!("{other:?}"),
                })
                .collect();
            assert_eq!(
                places,
                [
                    TextOf::Clause(ClauseId::new(1)),
                    TextOf::Clause(ClauseId::new(2))
                ],
                "{tag}"
            );
        }
    }
}

#[test]
fn what_is_not_there_is_absent() {
    let index = index();
    for quote in [
        "The quick brown fox jumps over the lazy dog.",
        "双方将在月球上建立一个足球联盟",
        "z",
        "ĸ",
    ] {
        assert_eq!(told(&index, quote), [format!("{quote}: absent")]);
    }
    for nothing in ["", " ", "…", "“”", "\u{200b}", "., - !", "...\n..."] {
        assert_eq!(told(&index, nothing), [""; 0], "{nothing}");
    }
}

#[test]
fn whatever_is_pasted_is_answered() {
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
        for Finding { part, verdict } in check(&index, &quote) {
            assert!(part.start >= end && part.end > part.start, "{quote:?}");
            end = part.end;
            assert!(quote.get(part).is_some(), "{quote:?}");
            let places = match &verdict {
                Verdict::Verbatim(places) => &places[..],
                Verdict::Nearly(place, _) => std::slice::from_ref(place),
                Verdict::Absent | Verdict::TooLong => &[],
            };
            for place in places {
                assert!(!text(&index, place).is_empty(), "{quote:?}");
            }
        }
    }
}

#[test]
fn more_than_can_be_looked_at_is_said_to_be() {
    let index = index();
    let quote = "合作 ".repeat(LONGEST);
    let findings = check(&index, &quote);
    let last = findings.last().expect("there are findings");
    assert_eq!(last.verdict, Verdict::TooLong);
    assert_eq!(last.part.end, quote.len());
    assert!(findings.len() >= 2);
}

/// Without optimisation, and on a machine that does other things: no more than a guard against what grows
/// with the square of something.
#[test]
fn two_thousand_characters_are_looked_for_at_once() {
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
