mod fair;
mod limits;

use plan::Id;

use plan::{ClauseId, InLanguage};

use super::*;

fn index() -> Index {
    Index::new(fixture::plan())
}

fn text<'a>(index: &'a Index, place: &Match) -> &'a str {
    let plan = index.plan();
    let text = match place.of {
        TextOf::Clause(at) => &plan.clauses[at].text,
        TextOf::Heading(at) => &plan.divisions[at].heading,
        TextOf::Preamble(at) => &plan.preamble[at],
        TextOf::Title => &plan.title,
    };
    &text.nearest(&place.tag).text[place.range.clone()]
}

/// Returns each part with its verdict: the matching texts, and the differences (`-` only in the
/// quote, `+` only in the plan).
fn report(index: &Index, quote: &str) -> Vec<String> {
    let name = |place: &Match| {
        let of = match place.of {
            TextOf::Clause(at) => index.plan().clauses[at].eid.to_string(),
            TextOf::Heading(at) => format!("heading of {}", index.plan().divisions[at].eid),
            TextOf::Preamble(at) => format!("preamble {at}"),
            TextOf::Title => "title".to_owned(),
        };
        format!("{} {of}", place.tag)
    };
    let findings = check(index, quote).into_iter();
    let differing = |found: &Match| {
        let pieces = found.pieces.iter().map(|piece| match piece.side {
            Side::Both => " ".to_owned(),
            Side::Quote => format!("-{}-", piece.words.trim()),
            Side::Plan => format!("+{}+", piece.words.trim()),
        });
        pieces.collect::<String>().trim().to_owned()
    };
    let describe = |finding: Finding| {
        let matches = &finding.matches;
        let names = matches.iter().map(name).collect::<Vec<_>>().join(", ");
        let verdict = match finding.verdict {
            Verdict::Verbatim => names,
            Verdict::Typographic => format!("typographic {names}"),
            Verdict::Nearly => format!("nearly {names}: {}", differing(&matches[0])),
            Verdict::Similar => format!("similar {names}"),
            Verdict::Absent => "absent".to_owned(),
            Verdict::TooLong => "too long".to_owned(),
        };
        format!("{}: {verdict}", &quote[finding.part])
    };
    findings.map(describe).collect()
}

const SUMMIT: &str = "explore the possibility of holding a China-CELAC Forum Summit in 2024";

#[test]
fn finds_whole_clauses_verbatim() {
    let index = index();
    let all = texts(&index);
    assert!(all.len() > 300, "{}", all.len());
    let plan = index.plan();
    for (id, clause) in plan.clauses.enumerated().step_by(6) {
        for InLanguage { tag, text: words } in clause.text.iter() {
            let [finding] = &check(&index, words)[..] else {
                panic!("{words} is found as one");
            };
            assert_eq!(finding.verdict, Verdict::Verbatim, "{words}");
            let places = &finding.matches;
            assert_eq!(finding.part, 0..words.len());
            let own = |place: &&Match| place.of == TextOf::Clause(id) && place.tag == tag;
            assert_eq!(places.iter().filter(own).count(), 1);
            for place in places {
                assert_eq!(text(&index, place), words);
            }
        }
    }
}

#[test]
fn verbatim_ignores_white_space_and_outer_quotation_marks() {
    let index = index();
    let broken = "\n “explore the  possibility\r\nof holding a China-\u{ad}CELAC Forum\u{a0}Summit in 2024” ";
    let findings = check(&index, broken);
    assert_eq!(findings[0].verdict, Verdict::Verbatim, "{findings:?}");
    let places = &findings[0].matches;
    assert_eq!(text(&index, &places[0]), SUMMIT);
    assert!(broken[findings[0].part.clone()].starts_with("explore"));
    assert!(broken[findings[0].part.clone()].ends_with("2024"));
    assert_eq!(
        report(&index, "《深化电气》"),
        ["深化电气: zh art_2__sec_7__para_2"]
    );
    assert_eq!(
        report(&index, "「深化电气、\n 油气」"),
        ["深化电气、\n 油气: zh art_2__sec_7__para_2"]
    );
}

#[test]
fn joins_words_hyphenated_at_line_ends() {
    let index = index();
    for broken in [
        "explore the possi-\nbility of holding",
        "explore the possi\u{2010}\r\n  bility of holding",
    ] {
        let findings = check(&index, broken);
        assert_eq!(findings[0].verdict, Verdict::Verbatim, "{findings:?}");
        let places = &findings[0].matches;
        assert_eq!(
            text(&index, &places[0]),
            "explore the possibility of holding"
        );
        assert_eq!(&broken[findings[0].part.clone()], broken);
    }
    // A word with its own hyphen keeps it.
    for broken in [
        "holding a China-\nCELAC Forum",
        "Intensify high-\nlevel contacts",
    ] {
        let findings = check(&index, broken);
        assert_eq!(findings.len(), 1, "{findings:?}");
        assert_eq!(findings[0].verdict, Verdict::Verbatim, "{findings:?}");
        let place = &findings[0].matches[0];
        assert_eq!(text(&index, place), broken.replace('\n', ""));
    }
    let years = report(
        &index,
        "Joint Action Plan for Cooperation in Key Areas (2022-\n2024)",
    );
    assert!(years[0].contains("typographic"), "{years:?}");
    let within = report(&index, "explore the possi- bility of holding");
    assert!(within[0].contains("similar en"), "{within:?}");
}

#[test]
fn matches_only_whole_words() {
    let index = index();
    assert_eq!(report(&index, "hinese"), ["hinese: absent"]);
    assert_eq!(
        report(&index, "loring the possib"),
        ["loring the possib: similar en art_3__para_3, en art_1__para_2"]
    );
    assert_eq!(check(&index, "CELAC")[0].verdict, Verdict::Verbatim);
}

#[test]
fn searches_preamble_headings_and_title() {
    let index = index();
    assert_eq!(
        report(&index, "was held online on 3 December 2021"),
        ["was held online on 3 December 2021: en preamble 0"]
    );
    assert_eq!(
        report(&index, "Political and Security Cooperation"),
        ["Political and Security Cooperation: en heading of art_1"]
    );
    assert_eq!(
        report(&index, "重点领域合作共同行动计划（2022—2024）").len(),
        1
    );
}

#[test]
fn near_matches_list_differing_words() {
    let index = index();
    for (quote, expected) in [
        (
            "explore the possibility of hosting a China-CELAC Forum Summit in 2024",
            "-hosting-+holding+",
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
        let told = report(&index, quote);
        assert_eq!(
            told,
            [format!("{quote}: nearly en art_1__para_2: {expected}")]
        );
    }
    assert_eq!(
        report(&index, "深化电气、油气、可持续能源、新能源"),
        ["深化电气、油气、可持续能源、新能源: nearly zh art_2__sec_7__para_2: -持续-+再生+"]
    );
}

#[test]
fn pieces_rebuild_the_quote() {
    let index = index();
    let quote = "explore the real possibility of hosting a China-CELAC Summit in 2024";
    let findings = check(&index, quote);
    assert_eq!(findings[0].verdict, Verdict::Nearly, "{findings:?}");
    let place = &findings[0].matches[0];
    let of = |who| {
        let pieces = place
            .pieces
            .iter()
            .filter(|piece| [Side::Both, who].contains(&piece.side));
        pieces.map(|piece| &*piece.words).collect::<String>()
    };
    assert_eq!(of(Side::Quote), quote);
    assert_eq!(of(Side::Plan), SUMMIT);
    assert_eq!(text(&index, place), SUMMIT);
}

#[test]
fn checks_parts_around_an_omission() {
    let index = index();
    for dots in ["…", " ... ", " […] ", "(...)", "……"] {
        let quote = format!("“explore the possibility{dots}Forum Summit in 2024”");
        let findings = check(&index, &quote);
        assert_eq!(findings.len(), 2, "{quote}: {findings:?}");
        let summit = |place: &Match| place.of == TextOf::Clause(ClauseId::new(1));
        for Finding {
            verdict, matches, ..
        } in findings
        {
            assert_eq!(verdict, Verdict::Verbatim, "{quote}");
            assert!(matches.iter().any(summit), "{quote}");
        }
    }
}

#[test]
fn finds_a_quote_across_two_clauses() {
    let index = index();
    let plan = index.plan();
    for tag in ["zh", "en", "es", "pt"] {
        for between in [" ", "\n"] {
            let [first, second] =
                [1, 2].map(|nth: usize| plan.clauses[ClauseId::new(nth)].text.nearest(tag).text);
            let findings = check(&index, &[first, second].join(between));
            let places: Vec<TextOf> = findings
                .iter()
                .map(|finding| {
                    assert_eq!(finding.verdict, Verdict::Verbatim);
                    finding.matches[0].of
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
fn reports_unknown_words_as_absent() {
    let index = index();
    for quote in [
        "The quick brown fox jumps over the lazy dog.",
        "双方将在月球上建立一个足球联盟",
        "z",
        "ĸ",
    ] {
        assert_eq!(report(&index, quote), [format!("{quote}: absent")]);
    }
    for nothing in ["", " ", "…", "“”", "\u{200b}", "., - !", "...\n..."] {
        assert_eq!(report(&index, nothing), [""; 0], "{nothing}");
    }
}
